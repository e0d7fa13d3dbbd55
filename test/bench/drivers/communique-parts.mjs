// The package with a scene that moves each mark by itself, as the other drivers do: what driving alone costs.
import { html, unsafeCSS } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { SceneElement, stateColumns } from 'communique';
import 'communique/define/story-step.js';
import 'communique/define/story-chapter.js';
import 'communique/define/scroll-story.js';
import { counted, picture, pictureStyle, place } from './reference.mjs';

class ReferenceScene extends SceneElement {
  static styles = [SceneElement.styles, unsafeCSS(pictureStyle)];
  columns = {};
  stateColumns = { ...stateColumns, t: { type: 'number' } };
  hasData = true;

  defaultStates() {
    const { count } = window;
    return Array.from({ length: count }, (_, at) => ({ step: `s${at + 1}`, t: (at + 1) / count }));
  }

  start() {
    return { t: 0 };
  }

  pose({ t }) {
    return { t };
  }

  layout() {
    this.transforms = undefined;
  }

  renderPicture() {
    return html`${unsafeHTML(picture)}`;
  }

  draw({ t }) {
    this.matrix ??= this.picture.querySelector('svg').createSVGMatrix();
    this.transforms ??= [...this.picture.querySelectorAll('.mark')].map((mark) =>
      mark.transform.baseVal.consolidate(),
    );
    const { matrix } = this;
    this.transforms.forEach((transform, i) => {
      [matrix.e, matrix.f] = place(t, i);
      transform.setMatrix(matrix);
    });
    const number = this.picture.querySelector('.number');
    const text = String(counted(t));
    if (number.textContent !== text) number.textContent = text;
  }

  describeState({ t }) {
    return `${counted(t)} counted.`;
  }
}

export function start() {
  customElements.define('reference-scene', ReferenceScene);
}
