// The words of the story in a frame whose browser draws nothing, as it does where the frame is out of view: they are
// there at every moment, or come without a frame.
import { expect, fixture, html } from '@open-wc/testing';
import { isLong, waitUntil } from '../helpers.js';
import { page } from '../story-page.js';

/** The story as plain HTML, as `communique build` has written it for a page to have in the tag. */
const article = await (
  await fetch('/dist/forty-one-minutes/article.html')
)
  .text()
  // The test server adds a script of its own.
  .then((text) => text.replace(/<script[^]*?<\/script>/g, ''));

/** The texts of the smallest blocks of an element, each once, without white space. */
const textsOf = (root: ParentNode): Set<string> => {
  const blocks = 'p, li, td, th, h2, h3, h4';
  const smallest = [...root.querySelectorAll(blocks)].filter((one) => !one.querySelector(blocks));
  return new Set(smallest.map((one) => one.textContent.replace(/\s+/g, '')).filter(Boolean));
};

/** What must be there at every moment: titles, the words of the steps, the claims, the expulsions. */
const all = textsOf(page.body);
for (const text of [...page.querySelectorAll('[slot="stage"], .cover, [hidden]')].flatMap((one) => [
  one.textContent.replace(/\s+/g, ''),
  ...textsOf(one),
]))
  all.delete(text);

/** What a frame is kept from before its scripts run. */
const nothing = {
  nothing: '',
  'animation frames': 'requestAnimationFrame = () => 0;',
  'frames and observers': `requestAnimationFrame = () => 0;
    for (const name of ['IntersectionObserver', 'ResizeObserver'])
      window[name] = class { observe() {} unobserve() {} disconnect() {} takeRecords() { return []; } };`,
};

interface Look {
  /** Above the story, in pixels. */
  readonly above: number;
  readonly hasWords: boolean;
  readonly without: keyof typeof nothing;
  /** A style of the frame. */
  readonly css?: string;
}

async function open({ above, hasWords, without, css = '' }: Look): Promise<HTMLIFrameElement> {
  const frame = await fixture<HTMLIFrameElement>(
    html`<iframe title="A frame" style="inline-size: 800px; block-size: 600px; ${css}"></iframe>`,
  );
  frame.srcdoc = `<!doctype html><html lang="en"><head><script>${nothing[without]}</script></head>
    <body><p style="block-size: ${above}px">Above</p><forty-one-minutes>${
      hasWords ? article : ''
    }</forty-one-minutes>
    <script>globalThis.parsed = true</script></body></html>`;
  const seen = (): Element | null | undefined =>
    (frame.contentWindow as { parsed?: boolean } | null)?.parsed
      ? frame.contentDocument?.querySelector('forty-one-minutes')
      : undefined;
  await waitUntil(seen, 'the frame has its words');
  return frame;
}

const start = (frame: HTMLIFrameElement): void => {
  const script = frame.contentDocument!.createElement('script');
  script.type = 'module';
  script.src = new URL('../../stories/forty-one-minutes.html?story', import.meta.url).href;
  frame.contentDocument!.head.append(script);
};

const hostOf = (frame: HTMLIFrameElement): HTMLElement =>
  frame.contentDocument!.querySelector('forty-one-minutes')!;

/** What shows the words: the page's own in the tag, until the story's are there. */
const shownIn = (frame: HTMLIFrameElement): ParentNode => {
  const host = hostOf(frame);
  const own = [...(host.shadowRoot?.children ?? [])];
  return own.length && own.every(({ localName }) => localName !== 'slot') ? host.shadowRoot! : host;
};

/** The words that are not there. */
const missing = (frame: HTMLIFrameElement): string[] => {
  const texts = textsOf(shownIn(frame));
  return [...all].filter((text) => !texts.has(text));
};

/** The steps whose words take no room. */
const unseen = (frame: HTMLIFrameElement): string[] =>
  [...shownIn(frame).querySelectorAll('[part~="step"] > p, [data-step]')]
    .filter((one) => !one.getClientRects().length)
    .map((one) => one.textContent.trim().slice(0, 40));

/** Whether every element has come alive, and nothing waits. */
const isWhole = (frame: HTMLIFrameElement): boolean => {
  const root = hostOf(frame).shadowRoot;
  const inner = [...(root?.querySelectorAll('*') ?? [])];
  return (
    inner.length > 500 &&
    inner.every((one) => !one.localName.includes('-') || !!one.shadowRoot) &&
    !root!.querySelector('[data-loading]') &&
    shownIn(frame) === root
  );
};

describe('the words of the story', () => {
  it('are many', () => expect(all.size).to.be.above(200));

  for (const without of Object.keys(nothing) as (keyof typeof nothing)[])
    for (const [place, above] of [
      ['in view', 0],
      ['below the fold', 4000],
    ] as const)
      for (const css of ['', 'display: none']) {
        // An ordinary run has what differs most.
        if (!isLong && (without === 'animation frames' || (css && above))) continue;
        const where = `${place}${css && ', in a frame that is not shown'}, without ${without}`;

        it(`stay while those that the page has are replaced: ${where}`, async () => {
          const frame = await open({ above, hasWords: true, without, css });
          expect(missing(frame), 'before the script').to.deep.equal([]);
          const lost: string[][] = [];
          const look = (): void => {
            const gone = missing(frame);
            if (gone.length) lost.push(gone);
          };
          const observer = new MutationObserver(look);
          observer.observe(hostOf(frame), { attributes: true });
          let samples = 0;
          const timer = setInterval(() => {
            look();
            samples++;
            const hidden = css ? [] : unseen(frame);
            if (hidden.length) lost.push(hidden);
          });
          try {
            start(frame);
            await waitUntil(() => isWhole(frame), 'it comes alive');
          } finally {
            clearInterval(timer);
            observer.disconnect();
          }
          expect(samples, 'looks').to.be.above(3);
          expect(lost[0] ?? []).to.deep.equal([]);
          const ids = [...hostOf(frame).shadowRoot!.querySelectorAll('[part~="step"]')].map(
            ({ id }) => id,
          );
          expect(ids).to.deep.equal([...page.querySelectorAll('story-step')].map(({ id }) => id));
          expect(hostOf(frame).shadowRoot!.querySelectorAll('[part~="story"]').length).to.equal(1);
        });

        it(`come where the page has none: ${where}`, async () => {
          const frame = await open({ above, hasWords: false, without, css });
          start(frame);
          await waitUntil(() => !missing(frame).length, 'all words are there');
          if (!css) expect(unseen(frame)).to.deep.equal([]);
          await waitUntil(() => isWhole(frame), 'all of it is there');
        });
      }
});
