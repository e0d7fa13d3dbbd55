import { fixture, html } from '@open-wc/testing';
import '../../../src/scenes/diplomat-map/define.js';
import { DiplomatMap } from '../../../src/scenes/diplomat-map/diplomat-map.js';
import { marksOf } from '../../../stories/marks.js';
import { frames } from '../../helpers.js';
import { expulsions, moscow } from '../../story-page.js';

// A map to test, and what is seen of it.

DiplomatMap.defineMap('moscow', moscow);

const rows = expulsions.map(({ code, name, expelled, announced, lat, lon, group }) => ({
  code,
  name,
  count: expelled,
  date: announced,
  lat,
  lon,
  tone: group === 'US' ? 'a' : 'c',
}));
export const states = [
  { step: 'britain', focus: '53,-2.5,1200', until: '2018-03-14', names: 'GB' },
  { step: 'asked', focus: '53.5,13,3900', until: '2018-03-14', ring: 'FR, DE, EE, FI' },
  { step: 'monday', focus: 'all', until: '2018-03-26', lines: 1, total: 'yes' },
  { step: 'week', focus: 'all', lines: 1, total: 'yes' },
  {
    step: 'home',
    focus: 'all',
    lines: 1,
    home: 1,
    total: 'yes',
    names: 'US, GB',
  },
];

interface Given {
  step?: string;
  width?: number;
  height?: number;
  lang?: string;
  dir?: string;
  data?: readonly unknown[];
  states?: readonly unknown[];
  map?: unknown;
  topology?: string;
  motion?: 'full' | 'static';
}

export async function map(given: Given = {}): Promise<DiplomatMap> {
  const holder = await fixture<HTMLElement>(html`
    <div lang=${given.lang ?? 'en-GB'} dir=${given.dir ?? 'ltr'}>
      <diplomat-map
        home="Moscow"
        unit="people"
        .topology=${given.topology ?? 'moscow'}
        .map=${given.map}
        .motion=${given.motion ?? 'static'}
        .states=${given.states ?? states}
        .data=${given.data ?? rows}
        .step=${given.step ?? 'week'}
      ></diplomat-map>
    </div>
  `);
  const element = holder.querySelector('diplomat-map')!;
  element.style.cssText = `inline-size: ${given.width ?? 760}px; block-size: ${given.height ?? 640}px; min-block-size: 0; aspect-ratio: auto`;
  await frames(3);
  await element.updateComplete;
  return element;
}

export const all = (element: DiplomatMap, selector: string): SVGGraphicsElement[] =>
  [...element.renderRoot.querySelectorAll<SVGGraphicsElement>(selector)].filter((part) => {
    const { width, height } = part.getBoundingClientRect();
    return getComputedStyle(part).visibility === 'visible' && width > 0 && height > 0;
  });

export const boxes = (element: DiplomatMap, selector: string): DOMRect[] =>
  all(element, selector).map((part) => part.getBoundingClientRect());

/** The boxes of what the paths of a kind draw. */
export const drawn = (element: DiplomatMap, selector: string): DOMRect[] =>
  all(element, selector).flatMap((path) => marksOf(path).map(({ box }) => box));

/** The boxes of all marks. */
export const marks = (element: DiplomatMap): DOMRect[] => drawn(element, '.mark');
