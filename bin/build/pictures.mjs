// Draws the pictures of a story: what each step shows, in words and as stills to share.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '../serve.mjs';
import { chromiumArgs, findChromium } from './chromium.mjs';

/** Sizes of the stills, in pixels: a card in a feed, and a picture that is seen upright. */
export const sizes = { wide: [1200, 630], tall: [1080, 1350] };

/** The least size of text in a still 1080 pixels wide: it is seen on a phone, at a third of that. */
const leastText = 28;

/** Plain text in the page, in CSS pixels. A still is drawn as a small page, enlarged until its text is large enough. */
const plainText = 16;

/** How much more a still is enlarged, at most, for labels that are smaller than plain text. */
const mostEnlarged = 1.5;

const gcd = (a, b) => (b ? gcd(b, a % b) : a);

/** In the page: waits for the story, and gives its steps. */
const readSteps = async (tag) => {
  const host = document.querySelector(tag);
  await customElements.whenDefined(tag);
  await host.updateComplete;
  const story = host.shadowRoot.querySelector('[part~="story"]');
  await story.updateComplete;
  const steps = [];
  for (const step of story.steps) {
    const stage = step.closest('[part~="chapter"]').querySelector(':scope > [slot="stage"]');
    // The words come once the scene has read its data.
    for (let i = 0; i < 600 && stage?.describe && !step.description; i++)
      await new Promise(requestAnimationFrame);
    steps.push({ id: step.id, name: step.name, words: step.description, isDrawn: !!stage?.still });
  }
  return steps;
};

/**
 * In the page: shows a step's picture alone, with a title and a line of credit, in all of the window.
 * Returns the size of the smallest text in the picture.
 */
const showCard = async (tag, id, title, credit, size) => {
  const root = document.querySelector(tag).shadowRoot;
  root.querySelector('.communique-card')?.remove();
  const story = root.querySelector('[part~="story"]');
  const step = root.getElementById(id);
  const stage = step.closest('[part~="chapter"]').querySelector(':scope > [slot="stage"]');
  const still = stage.still(step.step || step.id);
  for (const name of ['slot', 'id']) still.removeAttribute(name);
  const style = (name) => getComputedStyle(story).getPropertyValue(name);
  const card = document.createElement('div');
  card.className = 'communique-card';
  card.style.cssText = `position: fixed; inset: 0; z-index: 2147483647; box-sizing: border-box;
    display: grid; grid-template-rows: minmax(0, 1fr) auto; gap: 0.5em; padding: 0.75em 1em;
    font-size: ${size}px; font-family: ${style('font-family')};
    background: ${style('--story-paper')}; color: ${style('--story-ink')}; line-height: 1.2`;
  // The card stands outside the story: what its styles set on the scene comes along.
  for (const [name, [value]] of stage.computedStyleMap())
    if (/^--(?!_|progress|scene-inset|story-view)/.test(name))
      still.style.setProperty(name, value.toString());
  Object.assign(still.style, {
    display: 'block',
    minBlockSize: '0',
    blockSize: '100%',
    inlineSize: '100%',
    aspectRatio: 'auto',
    margin: '0',
    maxBlockSize: 'none',
    fontFamily: style('font-family'),
  });
  still.style.setProperty('--story-font-size', `${size}px`);
  const line = (text, css) => {
    const element = document.createElement('div');
    element.textContent = text;
    element.style.cssText = css;
    return element;
  };
  const foot = line(
    '',
    'display: flex; flex-wrap: wrap; gap: 0 1em; justify-content: space-between',
  );
  foot.append(line(title, 'font-weight: 700'), line(credit, `color: ${style('--story-muted')}`));
  card.append(still, foot);
  story.after(card);
  await still.updateComplete;
  for (let i = 0; i < 10; i++) await new Promise(requestAnimationFrame);
  const texts = [...(still.shadowRoot?.querySelectorAll('*') ?? [])].filter(
    (one) =>
      one.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()),
  );
  return Math.min(size, ...texts.map((one) => parseFloat(getComputedStyle(one).fontSize)));
};

/**
 * Draws the pictures of a story that has been built.
 * @param folder where it is, and where the stills go
 * @param tag the name of its tag
 * @param options.credit the line at the foot of each still
 * @param options.stills false for the words alone
 * @returns each step's picture by the step's id, `words` and `still`, in order
 * @throws where there is no Chromium, or the story does not come in it
 */
export async function drawPictures(folder, tag, { credit, stills = true }) {
  const executablePath = findChromium();
  if (!executablePath)
    throw new Error('there is no Chromium here; install one, or give its path in CHROME_PATH');
  const { default: puppeteer } = await import('puppeteer-core');
  const server = await serve(folder, 0);
  const browser = await puppeteer.launch({ executablePath, args: chromiumArgs });
  try {
    const page = await browser.newPage();
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await page.setViewport({ width: 1200, height: 800 });
    await page.goto(`${server.url}/index.html`);
    const steps = await page.evaluate(readSteps, tag);
    const pictures = new Map(steps.map(({ id, words }) => [id, { words }]));
    for (const [kind, [width, height]] of Object.entries(stills ? sizes : {})) {
      const draw = async ({ id, name }, enlarged) => {
        // Whole pixels of the page at this ratio, so that the picture has its size exactly.
        const unit = width / gcd(width, height);
        const across = Math.floor(width / enlarged / unit) * unit;
        await page.setViewport({
          width: across,
          height: (across * height) / width,
          deviceScaleFactor: width / across,
        });
        return page.evaluate(showCard, tag, id, name, credit, plainText);
      };
      const enlarged = (leastText * width) / 1080 / plainText;
      for (const step of steps) {
        const { id, isDrawn } = step;
        if (!isDrawn) continue;
        const smallest = await draw(step, enlarged);
        if (smallest < plainText)
          await draw(step, enlarged * Math.min(mostEnlarged, plainText / smallest));
        const file = `still-${id}-${kind}.png`;
        writeFileSync(join(folder, file), await page.screenshot());
        if (kind === 'wide') pictures.get(id).still = file;
      }
    }
    return pictures;
  } finally {
    await browser.close();
    await server.close();
  }
}
