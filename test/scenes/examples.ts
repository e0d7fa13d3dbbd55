import type * as elements from '../../src/scenes/elements.js';

/** The names of the scenes of the library. */
export type SceneTag = (typeof elements)[keyof typeof elements]['scene']['tag'];

const table = `<table><tr><th>name</th><th>group</th><th>count</th><th>lat</th><th>lon</th></tr>
  <tr><td>Upper Farm</td><td>North</td><td>12</td><td>59.9</td><td>10.7</td></tr>
  <tr><td>Mill Street</td><td>South</td><td>7</td><td>48.9</td><td>2.4</td></tr></table>`;

/** Each scene with all that it needs to draw. The laws of all scenes try these, so a new scene has one too. */
export const examples: Readonly<Record<SceneTag, string>> = {
  'phone-call-scene': '<phone-call-scene from="Bern" to="Oslo" duration="9"></phone-call-scene>',
  'expulsion-counter': `<expulsion-counter unit="singers">${table}</expulsion-counter>`,
  'diplomat-map': `<diplomat-map home="Bern" centre="47, 7">${table}</diplomat-map>`,
};

export const sceneTags = Object.keys(examples) as SceneTag[];

/** An element of HTML. */
export function elementOf(html: string): HTMLElement {
  const holder = document.createElement('div');
  holder.innerHTML = html;
  const element = holder.firstElementChild as HTMLElement;
  element.remove();
  return element;
}
