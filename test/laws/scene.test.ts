import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import '../../src/define.js';
import { engine } from '../../src/controllers/engine.js';
import { DiplomatMap } from '../../src/scenes/diplomat-map/diplomat-map.js';
import type { SceneElement } from '../../src/scenes/scene-element.js';
import { seen, unlike } from '../../src/testing.js';
import { expectWarnings, frames, speak } from '../helpers.js';
import { playing } from '../playing.js';
import { sceneTags } from '../scenes/examples.js';
import * as told from '../story-page.js';
import { lateFont } from './late-font.js';
import { law, pick, share } from './laws.js';

// A scene is a pure function of its data, size, language, motion mode and cue: whatever it went through, it is what a
// fresh one of the same is.

DiplomatMap.defineMap('laws', told.moscow);

type Rows = readonly Record<string, unknown>[];
type Own = Readonly<Record<string, unknown>>;

/** What a kind of scene may be given. */
interface Kind {
  readonly tag: string;
  readonly own: readonly Own[];
  readonly data: readonly (Rows | undefined)[];
  readonly states: readonly (Rows | undefined)[];
}

const calls: Rows = [
  { from: 'Harbour', to: 'Lighthouse', text: 'first' },
  { from: 'Harbour', to: 'Lighthouse', text: 'second, with more words than the first' },
  { from: 'Island', to: 'Harbour', kind: 'joined', tone: 'd' },
  { from: 'Island', to: 'Lighthouse', text: 'a third', 'to-tone': 'c' },
];
const people: Rows = told.expulsions.map(
  ({ code, name, expelled, announced, lat, lon, group }) => ({
    code,
    name,
    count: expelled,
    date: announced,
    lat,
    lon,
    group,
    tone: group === 'US' ? 'a' : 'c',
  }),
);

const kinds: Record<string, Kind> = {
  'a call': {
    tag: 'phone-call-scene',
    own: [
      { from: 'Washington', to: 'Moscow', duration: 41, unit: 'min', fromTone: 'a', toTone: 'b' },
      {
        from: 'A ministry with a long name',
        to: 'B',
        duration: 41,
        unit: 'Minuten',
        fromTone: 'b',
        toTone: 'b',
      },
      { from: '', to: '', duration: 600, unit: '', fromTone: 'c', toTone: 'd' },
    ],
    data: [undefined],
    states: [undefined, told.call, told.question],
  },
  'a log of calls': {
    tag: 'phone-call-scene',
    own: [{ from: '' }],
    data: [calls, calls.slice(1), [...calls, ...calls.slice(2)]],
    states: [undefined, told.weekend],
  },
  'a counter': {
    tag: 'expulsion-counter',
    own: [
      { groups: '', until: '', unit: 'people', note: '' },
      { groups: 'US;EU', until: '2018-03-26', unit: '', note: 'What the sums are based on.' },
      { groups: 'EU=A union of many', until: '2018-03-14', unit: '', note: '' },
    ],
    data: [people, people.slice(0, 4), [{ name: 'One', count: 1 }]],
    states: [undefined, told.sum],
  },
  'a map': {
    tag: 'diplomat-map',
    own: [
      { home: 'Moscow', topology: 'laws', centre: '', unit: 'people' },
      { home: '', topology: '', centre: '48.9, 2.3', unit: '' },
      { home: 'Here', topology: '', centre: '', unit: '' },
    ],
    data: [people, people.slice(0, 3)],
    states: [undefined, told.room, told.journey],
  },
};

/** All that a picture depends on. */
const start = {
  own: {} as Own,
  data: undefined as Rows | undefined,
  states: undefined as Rows | undefined,
  step: '',
  progress: 1,
  motion: 'full',
  width: 700,
  height: 500,
  inset: 0,
  type: 16,
  font: 'sans-serif',
  lang: 'en-GB',
  dir: 'ltr',
};
type Given = typeof start;

await speak('de', 'fr', 'ar', 'hi');
const languages = ['en-GB', 'de', 'fr', 'ar', 'fa', 'hi', 'xx-nothing', ''];

/** What may happen: each changes some of what is given. */
const changes: Record<string, (is: Given, kind: Kind, a: number, b: number) => Partial<Given>> = {
  progress: (_is, _kind, a) => ({ progress: a }),
  motion: (_is, _kind, a) => ({ motion: pick(['full', 'stepped', 'static', ''], a)! }),
  // A stage's insets change where its width does: no scene is told of them alone.
  size: ({ inset, width }, _kind, a, b) => {
    const wide = Math.round(240 + a * 700);
    return {
      width: wide,
      height: Math.round(220 + b * 500),
      inset: wide === width ? inset : Math.round(b * 40),
    };
  },
  height: (_is, _kind, a) => ({ height: Math.round(220 + a * 500) }),
  type: (_is, _kind, a) => ({ type: Math.round(12 + a * 12) }),
  font: (_is, _kind, a) => ({ font: pick(['serif', 'sans-serif', 'monospace'], a)! }),
  lang: (_is, _kind, a) => ({ lang: pick(languages, a)! }),
  dir: (_is, _kind, a) => ({ dir: a < 0.5 ? 'ltr' : 'rtl' }),
  data: (_is, kind, a) => ({ data: pick(kind.data, a) }),
  states: (_is, kind, a) => ({ states: pick(kind.states, a) }),
  own: (_is, kind, a) => ({ own: pick(kind.own, a)! }),
};

function give(scene: SceneElement, is: Given): void {
  const holder = scene.parentElement!;
  holder.lang = is.lang;
  holder.dir = is.dir;
  holder.style.fontFamily = is.font;
  Object.assign(scene, is.own);
  const { data, states, step, progress } = is;
  Object.assign(scene, { data, states, step, progress, motion: is.motion });
  scene.style.cssText = `inline-size:${is.width}px;block-size:${is.height}px;min-block-size:0;aspect-ratio:auto;--scene-inset-left:${is.inset}%;--story-font-size:${is.type}px`;
  // Nothing tells an element that the language or the direction round it is another.
  scene.requestUpdate();
}

function make(kind: Kind, is: Given): SceneElement {
  const holder = document.createElement('div');
  const scene = document.createElement(kind.tag) as SceneElement;
  holder.append(scene);
  give(scene, is);
  document.body.append(holder);
  return scene;
}

/** Waits until a scene has its size and its play is over. */
async function atRest(scene: SceneElement): Promise<void> {
  await frames(3);
  for (let i = 0; i < 120 && playing().length; i++) await frames();
  while (!(await scene.updateComplete)) continue;
  await frames();
}

function expectDescribed(scene: SceneElement): void {
  for (const step of scene.steps) expect(scene.describe(step), step).not.to.equal('');
  expect(scene.describe('no such step')).to.equal('');
}

describe('the law of scenes: a picture depends on nothing but what it is given', () => {
  before(() => engine!.globalTimeline.timeScale(60));
  after(() => engine!.globalTimeline.timeScale(1));

  const names = [
    ...Object.keys(changes),
    'step',
    'step',
    'step',
    'hide',
    'away',
    'rest',
    'late font',
  ];
  const events = fc.array(
    fc.tuple(fc.constantFrom(...names), share, share, fc.constantFrom(0, 0, 1, 2)),
    { minLength: 1, maxLength: 14, size: 'max' },
  );
  it('is tried on every scene', () =>
    expect(new Set(Object.values(kinds).map(({ tag }) => tag))).to.have.keys(sceneTags));

  for (const [name, kind] of Object.entries(kinds))
    law(name, 4, fc.tuple(events, share), async ([happened, last]) => {
      expectWarnings(); // a state may name what other data do not have
      const is: Given = { ...start, own: kind.own[0]!, data: kind.data[0], states: kind.states[0] };
      const scene = make(kind, is);
      const holder = scene.parentElement!;
      try {
        await frames(2);
        for (const [what, a, b, wait] of happened) {
          if (what === 'hide') scene.hidden = !scene.hidden;
          else if (what === 'away') {
            scene.remove();
            await frames(wait);
            holder.append(scene);
          } else if (what === 'rest') await atRest(scene);
          else if (what === 'late font') {
            const { family, come } = lateFont();
            holder.style.fontFamily = is.font = family;
            await frames(wait);
            await come(a < 0.5);
          } else if (what === 'step') is.step = pick([...scene.steps, ''], a)!;
          else Object.assign(is, changes[what]!(is, kind, a, b));
          give(scene, is);
          await frames(wait);
          expectDescribed(scene);
        }
        scene.hidden = false;
        await frames(2);
        is.step = pick([...scene.steps, ''], last)!;
        give(scene, is);
        await atRest(scene);
        expectDescribed(scene);
        const shown = seen(scene);
        // Groups that no row of other data is of leave nothing to draw, and the scene says so.
        if (!scene.shadowRoot!.querySelector('.notice'))
          expect(shown.length, 'parts of the picture').to.be.greaterThan(3);
        const said = scene.steps.map((step) => scene.describe(step));
        holder.remove();
        const fresh = make(kind, is);
        try {
          await atRest(fresh);
          expect(unlike(shown, seen(fresh)), JSON.stringify({ ...is, data: 0 })).to.equal(
            undefined,
          );
          expect(fresh.steps.map((step) => fresh.describe(step))).to.deep.equal(said);
        } finally {
          fresh.parentElement!.remove();
        }
      } finally {
        holder.remove();
      }
    });
});
