// This package: its story elements, and a scene of one's own, which tweens one number and draws it.
import { html, unsafeCSS } from 'lit';
import { Marks, SceneElement, describeScene, dot } from 'communique';
import 'communique/define/story-step.js';
import 'communique/define/story-chapter.js';
import 'communique/define/scroll-story.js';
import { counted, marks, pictureStyle, place } from './reference.mjs';

export class ReferenceScene extends SceneElement {
  static styles = [SceneElement.styles, unsafeCSS(pictureStyle)];
  static scene = describeScene({
    tag: 'reference-scene',
    columns: {},
    stateColumns: { t: { type: 'number' } },
    states() {
      const { count } = window;
      return Array.from({ length: count }, (_, at) => ({
        step: `s${at + 1}`,
        t: (at + 1) / count,
      }));
    },
  });
  hasData = true;

  start() {
    return { t: 0 };
  }

  pose({ t }) {
    return { t };
  }

  layout() {
    this.marks = undefined;
  }

  renderPicture() {
    return html`<svg><path class="mark"></path></svg><output class="number"></output>`;
  }

  draw({ t }) {
    this.drawMarks(t);
    const number = this.picture.querySelector('.number');
    const text = String(counted(t));
    if (number.textContent !== text) number.textContent = text;
  }

  drawMarks(t) {
    this.marks ??= new Marks(this.picture.querySelector('.mark'), dot);
    for (let i = 0; i < marks; i++) this.marks.put(...place(t, i), 18);
    this.marks.show();
  }

  describeState({ t }) {
    return `${counted(t)} counted.`;
  }
}

export const start = () => customElements.define('reference-scene', ReferenceScene);
