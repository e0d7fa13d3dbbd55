// <bar-race>: a bar for each row of a table, longest first; the bars pass each other from state to state. The way
// from table to picture: description, layout, pose, draw. docs/scene.md of communique explains each.
import {
  SceneElement,
  css,
  define,
  describeScene,
  formatNumber,
  html,
  longestWord,
  measureIn,
  roomOf,
} from './node_modules/communique/dist/embed/communique.js';

export class BarRace extends SceneElement {
  static styles = [
    SceneElement.styles,
    css`
      .row {
        position: absolute;
        inset: 0 0 auto;
        display: flex;
        align-items: center;
        white-space: nowrap;
      }
      .bar {
        flex: none;
        block-size: 72%;
        background: var(--_a);
        transform-origin: left;
      }
      .bar:dir(rtl) {
        transform-origin: right;
      }
      .count {
        margin-inline-start: 0.4em;
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  static scene = describeScene({
    tag: 'bar-race',
    // The data: a row for each bar of each state. `when` is the name of the state that the number is of.
    columns: {
      name: { required: true, heads: true },
      when: { required: true },
      count: { type: 'count', required: true },
    },
    // Without a table of states: a state for each `when`, as they come in the data.
    states: ({ rows }) => [...new Set(rows.map(({ when }) => when))].map((step) => ({ step })),
    // What the picture says of itself; definePhrases('de', { barRaceState: … }) gives it in another language.
    phrases: { barRaceState: '{bars}.', barRaceBar: '{name} {count}' },
  });

  /** The numbers of a state by name, largest first. */
  #bars(step) {
    const own = this.rows.filter(({ when }) => when === step);
    return own.sort((one, other) => other.count - one.count);
  }

  get #names() {
    return [...new Set(this.rows.map(({ name }) => name))];
  }

  /** Arranges the picture for its size: how high a row is, how wide the names are and how long a bar can be. */
  layout() {
    const { left, right, top, width, height, em, font } = roomOf(this.picture);
    const names = this.#names;
    const row = Math.min(height / Math.max(1, names.length), 3.5 * em);
    const type = Math.min(em, 0.8 * row);
    const measure = measureIn(font);
    const wide = (text) =>
      (longestWord(text.replaceAll(' ', '\u00a0'), measure) * 1.05 + 0.8) * type;
    const most = Math.max(1, ...this.rows.map(({ count }) => count));
    const label = Math.min(Math.max(0, ...names.map(wide)), width * 0.4);
    const longest = width - label - wide(formatNumber(most, this.language));
    this.view = { names, row, type, label, longest, most, top, start: this.rtl ? right : left };
  }

  /** Before the first step all bars are at nought. */
  start() {
    return Object.fromEntries(Object.keys(this.#pose('')).map((name) => [name, 0]));
  }

  /** The numbers at the end of a step: how much each bar shows, and its place from the top. */
  pose({ step }) {
    return this.#pose(step);
  }

  #pose(step) {
    const bars = this.#bars(step);
    const numbers = {};
    this.#names.forEach((name, index) => {
      const place = bars.findIndex((bar) => bar.name === name);
      numbers[`count${index}`] = bars[place]?.count ?? 0;
      numbers[`place${index}`] = place < 0 ? this.#names.length - 1 : place;
    });
    return numbers;
  }

  /** The marks, once for each layout. Text is bound as `.textContent`, so that a translator may change it. */
  renderPicture() {
    const { names, row, type, label, longest, start } = this.view;
    return html`${names.map(
      (name) =>
        html`<div
          class="row"
          style="block-size: ${row}px; font-size: ${type}px; padding-inline-start: ${start}px"
        >
          <div
            style="inline-size: ${label}px; overflow: clip; text-overflow: ellipsis; flex: none"
            .textContent=${name}
          ></div>
          <div class="bar" style="inline-size: ${longest}px"></div>
          <div class="count" translate="no"></div>
        </div>`,
    )}`;
  }

  /** Draws numbers into the marks; called at most once a frame. */
  draw(numbers) {
    const { row, top, longest, most } = this.view;
    this.picture.querySelectorAll('.row').forEach((element, index) => {
      const count = numbers[`count${index}`] ?? 0;
      element.style.transform = `translateY(${top + row * (numbers[`place${index}`] ?? 0)}px)`;
      element.querySelector('.bar').style.transform = `scaleX(${count / most})`;
      // It stands behind a bar of full length, and comes back to the end of this one.
      const back = longest * (1 - count / most) * (this.rtl ? 1 : -1);
      const figure = element.querySelector('.count');
      figure.style.transform = `translateX(${back}px)`;
      figure.textContent = formatNumber(Math.round(count), this.language);
    });
  }

  /** The picture in a sentence, for who does not see it. */
  describeState({ step }) {
    const bars = this.#bars(step).map(({ name, count }) => this.say('barRaceBar', { name, count }));
    return this.say('barRaceState', { bars });
  }
}

define('bar-race', BarRace);
