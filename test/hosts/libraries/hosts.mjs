// Pages with libraries from npm, as their READMEs say to use them. What a page counts of its own is in `window.host`.

const style = (path) => `<link rel="stylesheet" href="/npm/${path}" />`;
const script = (path, kind = '') => `<script ${kind} src="/npm/${path}"></script>`;
const module = (code) => `<script type="module">${code}</script>`;
const panel = (id, name = 'panel') =>
  `<section class="${name} panel" id="${id}"><h2>${id}</h2><p>A section of the page.</p></section>`;

/** A section above and one below the story are pinned; all animations of the page's own GSAP stand still. */
const gsap = (name) => ({
  head: script(`${name}/dist/gsap.min.js`) + script(`${name}/dist/ScrollTrigger.min.js`),
  above: panel('first'),
  below:
    panel('second') +
    module(`
      gsap.registerPlugin(ScrollTrigger);
      window.host = { entered: [], left: [] };
      for (const id of ['first', 'second'])
        ScrollTrigger.create({
          trigger: '#' + id, start: 'top top', end: '+=500', pin: true,
          onEnter: () => host.entered.push(id), onLeaveBack: () => host.left.push(id),
        });
      gsap.to('.masthead', { opacity: 0.9, duration: 0.1, repeat: -1, yoyo: true });
      gsap.ticker.lagSmoothing(0);
      gsap.ticker.fps(5);
      gsap.globalTimeline.timeScale(0.01).pause();
    `),
  counted: { entered: ['first', 'second'], left: ['second', 'first'] },
});

/** Two instances of the page's own Scrollama, and a third that was destroyed. */
const scrollama = (name) => ({
  head: script(`${name}/build/scrollama.min.js`),
  above: panel('a', 'above') + panel('b', 'above') + panel('gone', 'gone'),
  below:
    panel('c', 'below') +
    panel('d', 'below') +
    module(`
      window.host = { entered: [], gone: [] };
      const [above, below, gone] = [scrollama(), scrollama(), scrollama()];
      above.setup({ step: '.above', offset: 0.5, progress: true })
        .onStepEnter(({ element }) => host.entered.push(element.id));
      below.setup({ step: '.below', offset: 0.4 })
        .onStepEnter(({ element }) => host.entered.push(element.id));
      gone.setup({ step: '.gone' }).onStepEnter(({ element }) => host.gone.push(element.id));
      gone.destroy();
      addEventListener('resize', () => { above.resize(); below.resize(); });
    `),
  counted: { entered: ['a', 'b', 'c', 'd', 'd', 'c', 'b', 'a'], gone: [] },
});

/** An element of the page's own Lit; `src` is where the page's bundle is. */
export const lit = (src) => ({
  head: `<script type="module" src="${src}"></script>`,
  above: '<host-tally></host-tally>',
});

export const litCode = (name) => `
  import { LitElement, html } from '${name}';
  class HostTally extends LitElement {
    static properties = { step: {} };
    constructor() {
      super();
      this.step = '';
      addEventListener('story-step-change', (event) => (this.step = event.id));
    }
    render() { return html\`<b>\${this.step}</b>\`; }
  }
  customElements.define('host-tally', HostTally);
`;

const lenisFiles = style('lenis/dist/lenis.css') + script('lenis/dist/lenis.min.js');

/** Pages that scroll smoothly; `sign` selects what a library that has begun leaves in the page. */
export const smooth = {
  'scroll-behavior: smooth': { head: '<style>html { scroll-behavior: smooth }</style>' },
  Lenis: { head: lenisFiles, below: module('new Lenis({ autoRaf: true })'), sign: '.lenis' },
  'Lenis with smooth anchors': {
    head: lenisFiles,
    below: module('new Lenis({ autoRaf: true, anchors: true })'),
    sign: '.lenis',
  },
  'Lenis on a wrapper': {
    head: `${lenisFiles}<style>#wrapper { height: 100vh; overflow: auto }</style>`,
    wrap: (inner) => `<div id="wrapper"><div id="content">${inner}</div></div>`,
    below: module(`
      const [wrapper, content] = ['#wrapper', '#content'].map((id) => document.querySelector(id));
      new Lenis({ autoRaf: true, wrapper, content });
    `),
    scroller: '#wrapper',
    sign: '#wrapper.lenis',
  },
  'Locomotive Scroll': {
    head:
      style('locomotive-scroll/bundled/locomotive-scroll.css') +
      script('locomotive-scroll/bundled/locomotive-scroll.min.js'),
    below: module('new LocomotiveScroll()'),
    sign: '.lenis',
  },
  zenscroll: { head: script('zenscroll/zenscroll.js') },
};

/** Pages whose libraries have nothing to do with stories, but with all elements, links or attributes of a page. */
export const around = {
  'Tailwind preflight': { head: style('tailwindcss/preflight.css') },
  'a reset of all elements': {
    head: '<style>*, ::before, ::after { margin: 0; padding: 0; border: 0; box-sizing: border-box }</style>',
  },
  'normalize.css': { head: style('normalize.css/normalize.css') },
  jQuery: {
    head: script('jquery/dist/jquery.js'),
    below: `<script>
      window.host = { small: 0 };
      jQuery.fx.off = true;
      $(document).on('click', 'a[href^="#"]', function (event) {
        event.preventDefault();
        $('html, body').animate({ scrollTop: $(this.hash).offset().top }, 300);
      });
      $(window).on('scroll', () => {
        const small = $(window).scrollTop() > 100;
        if (small !== $('.masthead').hasClass('small')) host.small++;
        $('.masthead').toggleClass('small', small);
      });
    </script>`,
    counted: { small: 2 },
  },
  Bootstrap: {
    head:
      style('bootstrap/dist/css/bootstrap.css') +
      script('bootstrap/dist/js/bootstrap.bundle.js', 'defer'),
    above: `<nav id="spy" class="nav sticky-top bg-light">
        <a class="nav-link" href="#top">Top</a> <a class="nav-link" href="#notes">Notes</a>
      </nav>
      <div class="modal" id="modal" tabindex="-1">
        <div class="modal-dialog"><div class="modal-content"><div class="modal-body">
          Subscribe <button data-bs-dismiss="modal">Close</button>
        </div></div></div>
      </div>`,
    below: module(`
      new bootstrap.ScrollSpy(document.body, { target: '#spy' });
      window.modal = new bootstrap.Modal('#modal');
    `),
  },
  AOS: {
    head: style('aos/dist/aos.css') + script('aos/dist/aos.js'),
    above: '<p data-aos="fade-up">Comes in from below.</p>',
    below: `<script>
      const ours = 'scroll-story, story-step, forty-one-minutes';
      for (const element of document.querySelectorAll(ours)) element.dataset.aos = 'fade-left';
      AOS.init({ duration: 50 });
    </script>`,
  },
  lazysizes: {
    head: script('lazysizes/lazysizes.js'),
    above:
      '<img class="lazyload" alt="" data-src="data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 width=%22100%22 height=%22900%22/%3E" />',
  },
  'instant.page': { head: script('instant.page/instantpage.js', 'type="module"') },
  quicklink: {
    head: script('quicklink/dist/quicklink.umd.js'),
    below: module('quicklink.listen({ timeout: 1 })'),
  },
  'content-visibility: auto': {
    head: '<style>article > * { content-visibility: auto; contain-intrinsic-size: auto 600px }</style>',
  },
  'an observer that marks all that changes': {
    below: `<script>
      new MutationObserver((records) => {
        for (const { target } of records)
          if (target.classList && !target.matches('.seen')) target.classList.add('seen');
      }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    </script>`,
  },
};

export const moving = {
  'GSAP 3.15': gsap('gsap'),
  'GSAP 3.12': gsap('gsap-host'),
  'Scrollama 3': scrollama('scrollama'),
  'Scrollama 2': scrollama('scrollama-host'),
};

const turbo = `<script type="module">
  import * as Turbo from '/npm/@hotwired/turbo/dist/turbo.es2017-esm.js';
  window.Turbo = Turbo;
</script>`;
const htmx = script('htmx.org/dist/htmx.js');

/** Pages that a library replaces or morphs in place of a navigation, and the event after which all is done. */
export const replaced = {
  Turbo: { head: turbo, done: 'turbo:load' },
  htmx: {
    head: htmx,
    wrap: (inner) => `<div hx-boost="true">${inner}</div>`,
    done: 'htmx:afterSettle',
  },
  'htmx with a target': {
    head: htmx,
    wrap: (inner) =>
      `<div id="app" hx-boost="true" hx-target="#app" hx-select="#app" hx-swap="outerHTML">${inner}</div>`,
    done: 'htmx:afterSettle',
  },
  'htmx with idiomorph': {
    head: htmx + script('idiomorph/dist/idiomorph-ext.js'),
    wrap: (inner) =>
      `<div hx-boost="true" hx-ext="morph" hx-target="body" hx-swap="morph:innerHTML">${inner}</div>`,
    done: 'htmx:afterSettle',
  },
};

export const morphed = {
  head: `${turbo}<meta name="turbo-refresh-method" content="morph" /><meta name="turbo-refresh-scroll" content="preserve" />`,
};
