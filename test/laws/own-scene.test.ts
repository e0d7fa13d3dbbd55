// The laws that are published for scenes of others, of our own scenes and of scenes that break them.
import { expect } from '@open-wc/testing';
import '../../src/define.js';
import {
  SceneElement,
  define,
  describeScene,
  html,
  roomOf,
  type Numbers,
  type Room,
  type SceneDescription,
  type TemplateResult,
} from '../../src/scene.js';
import { sceneLaws, type MakeScene } from '../../src/testing.js';
import { expectWarnings, isLong, isTried } from '../helpers.js';
import { elementOf, examples, sceneTags } from '../scenes/examples.js';

const made =
  (tag: string): MakeScene =>
  () =>
    document.createElement(tag);

/** A word that moves across, and what may be wrong with it. */
class MovingWord extends SceneElement {
  static override readonly scene: SceneDescription = describeScene({
    tag: 'moving-word',
    columns: {},
    states: () => ['near', 'middle', 'far'].map((step) => ({ step })),
  });
  protected override get hasData(): boolean {
    return true;
  }
  protected start(): Numbers {
    return { at: 0 };
  }
  protected pose({ step }: { step: string }): Numbers {
    return { at: this.steps.indexOf(step) / 2 };
  }
  #room: Room | undefined;
  protected layout(): void {
    this.#room = roomOf(this.picture!);
  }
  protected renderPicture(): TemplateResult {
    return html`<p style="position: absolute; left: ${this.#room!.left}px; margin: 0">word</p>`;
  }
  protected draw({ at = 0 }: Readonly<Numbers>): void {
    this.picture!.querySelector('p')!.style.insetBlockStart = `${at * 200}px`;
  }
  protected describeState({ step }: { step: string }): string {
    return `The word is ${step}.`;
  }
}
define('moving-word', MovingWord);

/** What breaks each law, by its name. */
const faults: Record<string, [fault: CustomElementConstructor, message: RegExp]> = {
  'same cue, same picture': [
    class extends MovingWord {
      #drawn = 0;
      protected override draw(numbers: Readonly<Numbers>): void {
        super.draw(numbers);
        this.picture!.querySelector('p')!.title = String(++this.#drawn > 1);
      }
    },
    /progress 0\.4, depends on the steps before/,
  ],
  'every state is described': [
    class extends MovingWord {
      protected override describeState({ step }: { step: string }): string {
        return step === 'far' ? '' : 'The word.';
      }
    },
    /no description of "far"/,
  ],
  'the still is the end of the step': [
    class extends MovingWord {
      override still(step: string): Element {
        return Object.assign(super.still(step), { step: 'near' });
      }
    },
    /still of "middle"/,
  ],
  'words stay inside, from right to left too': [
    class extends MovingWord {
      protected override renderPicture(): TemplateResult {
        return html`<p
          style="position: absolute; left: 0; direction: ltr; margin: 0; translate: ${this.rtl ? -2 : 500}px"
        >
          word
        </p>`;
      }
    },
    /"near", (ltr, 320|rtl, 640) by .*words leave the picture/,
  ],
  'reduced motion cuts': [
    class extends MovingWord {
      protected override renderPicture(): TemplateResult {
        return html`<p style="position: absolute; margin: 0; transition: inset 0.3s">word</p>`;
      }
    },
    /does not cut to "near"/,
  ],
  'nothing remains': [
    class extends MovingWord {
      override connectedCallback(): void {
        super.connectedCallback();
        addEventListener('resize', () => this.requestUpdate());
      }
    },
    /there remains: window: resize, window: resize, window: resize\./,
  ],
};

describe('the laws that are published', () => {
  for (const [at, [said, law]] of Object.entries(sceneLaws).entries()) {
    // scene.test.ts has the others in every run.
    for (const tag of sceneTags.filter(
      (one) => isLong || (one === 'diplomat-map' && isTried(at, 3)),
    ))
      it(`${said}: <${tag}>`, async () => {
        await law(() => elementOf(examples[tag]));
      });
    it(`${said}: a scene that is right, and one that is not`, async () => {
      await law(made('moving-word'));
      const [fault, message] = faults[said]!;
      const tag = `wrong-${Object.keys(sceneLaws).indexOf(said)}`;
      customElements.define(tag, fault);
      expectWarnings(); // Lit's own, of styles
      const error = await law(made(tag)).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      expect(error).to.be.an('error');
      expect((error as Error).message).to.match(message);
      expect(document.querySelector(tag), 'a law leaves nothing').to.equal(null);
    });
  }

  it('ask for the steps of what does not say them', async () => {
    const error = await sceneLaws['every state is described']!(made('img')).catch(
      (reason: Error) => reason.message,
    );
    expect(error).to.match(/<img> does not say its steps.*steps: \[/);
  });
});
