// The reference story, the same for every driver: so many steps of 80vh and 60 words, beside them a picture that stays,
// with 150 marks on their way from one arrangement over a second to a third, and a number that is counted up.

/** How many marks the picture has. */
export const marks = 150;

/** What the number comes to. */
export const most = 60;

/** Where the line stands that steps are passed by, as a share of the window's height. */
export const line = 0.7;

/** Height of the picture's box and of the room above the steps, which the package's own story has too. */
const bar = '48px';
const head = '74svh';

const each = (place) => Array.from({ length: marks }, (_, i) => place(i));
const ring = (i) => 60 + 30 * (i % 8);

/** The three arrangements: a list of [x, y] each, in pixels of the picture. */
export const arrangements = [
  each((i) => [68 + 40 * (i % 15), 170 + 40 * Math.floor(i / 15)]),
  each((i) => [350 + ring(i) * Math.cos(i * 2.4), 350 + ring(i) * Math.sin(i * 2.4)]),
  each((i) => [80 + 135 * (i % 5) + 20 * (Math.floor(i / 5) % 3), 600 - 45 * Math.floor(i / 15)]),
];

/** Where marks stand: a function of how far through the story the reader is, 0 to 1, and of nothing else. */
export function place(t, i) {
  const first = t < 0.5 ? 0 : 1;
  const part = t * 2 - first;
  const [x, y] = arrangements[first][i];
  const [toX, toY] = arrangements[first + 1][i];
  return [x + (toX - x) * part, y + (toY - y) * part];
}

/** The number at a point of the story. */
export const counted = (t) => Math.round(most * t);

const words =
  'The line was open for as long as anyone on either side cared to wait, and those who kept the log wrote down each minute of it by hand. ' +
  'What was said is not known; how long it took is known to the minute, from two sources that did not know of each other, ' +
  'and so is the number of those who were told to leave soon after.';

/** The picture, as one writes it into a page. */
export const picture = `<svg width="700" height="700">${arrangements[0]
  .map(([x, y]) => `<circle class="mark" r="9" transform="translate(${x} ${y})"></circle>`)
  .join('')}</svg><output class="number">0</output>`;

export const pictureStyle = `
  svg { display: block; margin: auto; }
  .mark { fill: #1a4c9c; }
  .number { position: absolute; inset: 8px auto auto 24px; font: 700 64px/1 sans-serif; font-variant-numeric: tabular-nums; }`;

/** One step's words. */
export const stepText = (at) => `<p>${at + 1}. ${words}</p>`;

const stepsOf = (count, tag, attributes = () => '') =>
  Array.from(
    { length: count },
    (_, at) => `<${tag}${attributes(at)}>${stepText(at)}</${tag}>`,
  ).join('');

const style = `
  body { margin: 0; font: 16px/1.5 sans-serif; color: #0b1119; background: #f5f6f8; }
  .far { block-size: 400vh; }
  .story { display: grid; grid-template-columns: 486px minmax(0, 1fr); grid-template-rows: ${head} auto; }
  .stage { position: sticky; inset-block-start: 0; box-sizing: border-box; block-size: calc(100svh - ${bar}); padding-inline: 16px 64px; grid-area: 1 / 2 / span 2; }
  .steps { grid-area: 2 / 1; }
  .step { display: block; box-sizing: border-box; block-size: 80vh; margin-inline: 64px 16px; }
  p { margin: 0; }
  story-step { block-size: 80vh; --story-gap: 0px; }`;

const plain = (count, tag, attributes = '') => `
  <section class="story">
    <div class="stage">${picture}</div>
    <div class="steps">${stepsOf(count, tag, () => ` class="step"${attributes}`)}</div>
  </section>`;

const ours = (count) => `
  <scroll-story motion="full">
    <story-chapter>
      <reference-scene slot="stage"></reference-scene>
      ${stepsOf(count, 'story-step', (at) => ` id="s${at + 1}" scrub scrub-end="1"`)}
    </story-chapter>
  </scroll-story>`;

/**
 * What a driver that brings its own elements has in the page instead. The offset of scroll-scene-element counts from the
 * window's bottom.
 */
const markup = {
  'scroll-scene-element': (count) => plain(count, 'scroll-scene', ` progress offset="${1 - line}"`),
  communique: ours,
  'communique-parts': ours,
  'communique-timeline': ours,
  'svelte-scroller': () => '<div id="app"></div>',
};

/**
 * The page for a driver. Nothing moves in it until \`start()\` is called.
 * @param driver its name
 * @param count how many steps
 */
export const page = (driver, count) => `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <title>${driver}, ${count} steps</title>
  <link rel="icon" href="data:," />
  <style>${style}${pictureStyle}</style>
  <body>
    <div class="far"></div>
    <main>${(markup[driver] ?? ((n) => plain(n, 'div')))(count)}</main>
    <div class="far"></div>
    <script>
      window.count = ${count};
      window.start = async () => (await import('/${driver}/main.js')).start(document.querySelector('main'));
    </script>
  </body>
</html>`;
