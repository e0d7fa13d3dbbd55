import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import '../../src/define.js';
import type { SceneElement } from '../../src/scenes/scene-element.js';
import { difference, frames, pictureOf } from '../helpers.js';

const rows = [
  { name: 'North harbour', count: 12, lat: 60.2, lon: 24.9, group: 'North' },
  { name: 'South harbour', count: 7, lat: 41.9, lon: 12.5, group: 'South' },
];

const scenes: Record<string, (size: string) => TemplateResult> = {
  call: (size) =>
    html`<phone-call-scene
      from="Bern"
      to="Oslo"
      duration="9"
      .style=${`--story-font-size: ${size}; block-size: 400px`}
    ></phone-call-scene>`,
  counter: (size) =>
    html`<expulsion-counter
      .data=${rows}
      .style=${`--story-font-size: ${size}; block-size: 400px`}
    ></expulsion-counter>`,
  map: (size) =>
    html`<diplomat-map
      .data=${rows}
      centre="60, 25"
      .style=${`--story-font-size: ${size}; block-size: 400px`}
    ></diplomat-map>`,
};

describe('a scene whose type changes its size', () => {
  for (const [name, scene] of Object.entries(scenes))
    it(`${name}: is what a fresh one of that size is`, async () => {
      const small = await fixture<SceneElement>(scene('12px'));
      await frames(4);
      const before = pictureOf(small);
      small.style.setProperty('--story-font-size', '22px');
      await frames(4);
      const fresh = await fixture<SceneElement>(scene('22px'));
      await frames(4);
      expect(difference(pictureOf(small), pictureOf(fresh))).to.equal(undefined);
      expect(difference(pictureOf(small), before)).not.to.equal(undefined);
    });
});

describe('a scene whose box changes', () => {
  for (const [name, scene] of Object.entries(scenes)) {
    const inBox = async (width: number, height: number): Promise<SceneElement> => {
      const made = await fixture<SceneElement>(scene('16px'));
      put(made, width, height);
      await frames(4);
      return made;
    };
    const put = ({ style }: SceneElement, width: number, height: number): void =>
      void Object.assign(style, {
        ...{ inlineSize: `${width}px`, blockSize: `${height}px` },
        ...{ minBlockSize: '0', aspectRatio: 'auto' },
      });

    it(`${name}: is what a fresh one is, also where it changed while it was out of the page`, async () => {
      const moved = await inBox(700, 400);
      const before = pictureOf(moved);
      const { parentElement: parent } = moved;
      moved.remove();
      put(moved, 480, 380);
      parent!.append(moved);
      await frames(4);
      expect(difference(pictureOf(moved), pictureOf(await inBox(480, 380)))).to.equal(undefined);
      expect(difference(pictureOf(moved), before)).not.to.equal(undefined);
    });

    it(`${name}: is laid out once it has a height`, async () => {
      const flat = await inBox(700, 0);
      expect(pictureOf(flat).length).to.be.below(pictureOf(await inBox(700, 400)).length);
      put(flat, 700, 400);
      await frames(4);
      expect(difference(pictureOf(flat), pictureOf(await inBox(700, 400)))).to.equal(undefined);
    });
  }
});
