// An example that runs: the elements themselves, with a button for each state and a slider for the way through it.
import { withBase } from 'vitepress';
import { defineComponent, h } from 'vue';

/** Where the script of an example stands: it is run by hand, and not by the browser that finds it in the page. */
const script = /<script type="module">([^]*)<\/script>/;

export const LiveExample = defineComponent({
  props: { html: { type: String, required: true } },
  data: () => ({ steps: [], step: '', progress: 1, says: '' }),
  async mounted() {
    const embed = new URL(withBase('/embed/communique.js'), location.href).href;
    await import(/* @vite-ignore */ embed);
    // A scene of its own takes the base class from where the page has it. Coming back to the page, it is defined already.
    const [, module] = this.html.split(script);
    if (module && !customElements.get(this.scene().localName)) {
      const code = module.replace('/embed/communique.js', embed);
      await import(
        /* @vite-ignore */ URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))
      );
    }
    const scene = this.scene();
    await scene?.ready;
    // What has no states, such as a source chain, is shown without buttons.
    if (!scene?.steps?.length) return;
    this.steps = [...scene.steps];
    this.show(scene.step || this.steps.at(-1));
  },
  methods: {
    scene() {
      return this.$refs.stage?.firstElementChild;
    },
    show(step) {
      this.step = step;
      this.follow(1);
      this.says = this.scene().describe(step);
    },
    follow(progress) {
      this.progress = progress;
      Object.assign(this.scene(), { step: this.step, progress });
    },
  },
  render() {
    const buttons = this.steps.map((step) =>
      h(
        'button',
        { type: 'button', 'aria-pressed': step === this.step, onClick: () => this.show(step) },
        step,
      ),
    );
    const slider = h('label', [
      'progress ',
      h('input', {
        type: 'range',
        min: 0,
        max: 1,
        step: 0.01,
        value: this.progress,
        onInput: ({ target }) => this.follow(Number(target.value)),
      }),
    ]);
    return h('figure', { class: 'live-example' }, [
      // Above the picture, so that both are in view.
      this.steps.length ? h('div', { class: 'states' }, [...buttons, slider]) : undefined,
      h('div', { class: 'stage vp-raw', ref: 'stage', innerHTML: this.html.split(script)[0] }),
      this.says ? h('figcaption', { 'aria-live': 'polite' }, this.says) : undefined,
    ]);
  },
});
