// The package with a scene that moves each mark by itself, as the other drivers do: what driving alone costs.
import { html } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { ReferenceScene } from './communique.mjs';
import { picture, place } from './reference.mjs';

class SceneOfParts extends ReferenceScene {
  renderPicture() {
    return html`${unsafeHTML(picture)}`;
  }

  drawMarks(t) {
    this.matrix ??= this.picture.querySelector('svg').createSVGMatrix();
    this.marks ??= [...this.picture.querySelectorAll('.mark')].map((mark) =>
      mark.transform.baseVal.consolidate(),
    );
    const { matrix } = this;
    this.marks.forEach((transform, i) => {
      [matrix.e, matrix.f] = place(t, i);
      transform.setMatrix(matrix);
    });
  }
}

export const start = () => customElements.define('reference-scene', SceneOfParts);
