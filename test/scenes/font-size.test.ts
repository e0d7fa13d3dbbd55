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
