import { describe, it } from 'node:test';
import { expect } from 'chai';
import type { Claim } from '../../src/core/claims.js';
import { figures } from '../../src/board/figures.js';
import {
  checks,
  preflight,
  reading,
  type CheckName,
  type StepReport,
  type StoryReport,
} from '../../src/board/preflight.js';

const claim = (id: string, changes: Partial<Claim> = {}): Claim => ({
  id,
  claim: 'The upper farm picked 12 crates.',
  speaker: 'The foreman',
  hands: ['The foreman', 'The bookkeeper'],
  certainty: 'Counted once.',
  standing: 'corroborated',
  sources: [{ name: 'The farm’s book', href: 'https://example.org/book' }],
  ...changes,
});

const step = (id: string, changes: Partial<StepReport> = {}): StepReport => ({
  id,
  name: `The step ${id}`,
  words: 'The upper farm picked twelve crates.',
  claims: ['harvest'],
  sources: 0,
  hasLedger: false,
  data: [],
  scene: '<expulsion-counter>',
  state: id,
  states: ['first', 'second', 'third'],
  description: `What ${id} shows.`,
  placed: true,
  hidden: false,
  height: 700,
  smallPhone: 300,
  pictures: [`wide ${id}`, `phone ${id}`],
  pale: [],
  ...changes,
});

const sound: StoryReport = {
  lang: 'en',
  ledger: [claim('harvest')],
  steps: [step('first'), step('second'), step('third')],
};

/** The sound story with its second step changed. */
const second = (changes: Partial<StepReport>): StoryReport => ({
  ...sound,
  steps: sound.steps.map((one, at) => (at === 1 ? { ...one, ...changes } : one)),
});

const ledger = (...claims: Claim[]): StoryReport => ({
  ...sound,
  ledger: [...sound.ledger, ...claims],
  steps: sound.steps.map((one) => ({
    ...one,
    claims: [...one.claims, ...claims.map(({ id }) => id)],
  })),
});

/** What is to be found, in which story, and in words that the finding must have. */
const faults: [what: string, check: CheckName, story: StoryReport, words: RegExp][] = [
  ['a step outside a chapter', 'reachable', second({ placed: false }), /outside a chapter/],
  ['a hidden step', 'reachable', second({ hidden: true, height: 0 }), /is hidden.*hidden/],
  ['a step without height', 'reachable', second({ height: 0 }), /no height/],
  ['a step without an id', 'reachable', second({ id: '', state: 'second' }), /no id/],
  [
    'two steps with one id',
    'reachable',
    second({ id: 'first' }),
    /id of an earlier step, “first”.*another id/,
  ],
  ['a state that the scene lacks', 'pictured', second({ state: 'fourth' }), /“fourth”.*“third”/],
  ['a picture without words', 'pictured', second({ description: ' ' }), /without a description/],
  [
    'an image without words',
    'pictured',
    second({ scene: '<img>', states: undefined, description: '' }),
    /an “alt”/,
  ],
  [
    'a step without claims and sources',
    'sourced',
    second({ claims: [], words: 'They picked.' }),
    /no claim and no source/,
  ],
  [
    'a claim that is not in the ledger',
    'known',
    second({ claims: ['harvest', 'weather'] }),
    /“weather”/,
  ],
  [
    'a claim of the ledger that no step makes',
    'made',
    { ...sound, ledger: [...sound.ledger, claim('rain')] },
    /“rain”/,
  ],
  [
    'a claim that nobody stands behind',
    'attributed',
    ledger(claim('rumour', { speaker: '', hands: [], sources: [], standing: '' })),
    /Nobody stands behind the claim “rumour”/,
  ],
  [
    'a claim that is borne out by nothing',
    'attributed',
    ledger(claim('sum', { sources: [] })),
    /“sum”.*no source/,
  ],
  [
    'a claim without a certainty',
    'attributed',
    ledger(claim('vague', { certainty: '', standing: '' })),
    /how sure the claim “vague” is/,
  ],
  [
    'a figure that nothing carries',
    'stated',
    second({ words: 'They picked ninety-nine crates.' }),
    /states 99,/,
  ],
  ['a step taller than a small phone', 'fits', second({ smallPhone: 520.5 }), /521 px.*520 px/],
  [
    'a picture like the one before',
    'differs',
    second({ pictures: sound.steps[0]!.pictures }),
    /same picture as the step before it, “first”/,
  ],
  [
    'pale text',
    'contrasts',
    second({ pale: [{ theme: 'dark', size: 'phone', text: 'Oslo', ratio: 2.1, needed: 4.5 }] }),
    /2\.1 to 1 where 4\.5.*dark, phone.*“Oslo”/,
  ],
];

describe('preflight', () => {
  it('finds nothing in a story that is fit to go out', () => {
    expect(preflight(sound)).to.deep.equal([]);
  });

  for (const [what, check, story, words] of faults)
    it(`finds ${what}, names it and the remedy, and finds nothing else`, () => {
      const found = preflight(story);
      expect(found.map((one) => one.check)).to.deep.equal([check]);
      const [{ index, step: name, problem, remedy }] = found as [(typeof found)[0]];
      const whole = check === 'made' || check === 'attributed';
      expect(index).to.equal(whole ? -1 : 1);
      expect(name).to.equal(whole ? '' : story.steps[1]!.id || story.steps[1]!.name);
      expect(`${problem}. ${remedy}`).to.match(words);
      expect(remedy).to.match(/^[A-Z].+\.$/);
    });

  it('has a fault above for each of its checks', () => {
    const covered = new Set(faults.map(([, check]) => check));
    expect([...covered].sort()).to.deep.equal(Object.keys(checks).sort());
  });

  it('finds all of several faults, in the order of the checks', () => {
    const found = preflight(
      second({ height: 0, description: '', claims: [], words: 'They picked.', smallPhone: 900 }),
    );
    expect(found.map(({ check }) => check)).to.deep.equal([
      'reachable',
      'pictured',
      'sourced',
      'fits',
    ]);
  });

  it('takes a link in the words, or the ledger itself, for a source', () => {
    expect(preflight(second({ claims: [], sources: 1, words: 'They picked.' }))).to.deep.equal([]);
    expect(preflight(second({ claims: [], hasLedger: true }))).to.deep.equal([]);
  });

  it('lets figures rest on the data, on the number of hands, and on millions said once', () => {
    const say = (words: string, data: number[] = []): string[] =>
      preflight(second({ words, data })).map(({ check }) => check);
    expect(say('It passed through two hands.')).to.deep.equal([]);
    expect(say('They picked 31 crates.')).to.deep.equal(['stated']);
    expect(say('They picked 31 crates.', [31])).to.deep.equal([]);
    expect(say('By 500 or 600 million.', [5e8, 6e8])).to.deep.equal([]);
  });

  it('asks no picture and no height of a step of words alone', () => {
    const words = { scene: undefined, description: '', smallPhone: undefined, pictures: [] };
    const story = { ...sound, steps: [step('first', words), step('second', words)] };
    expect(preflight(story)).to.deep.equal([]);
  });

  it('holds pictures for different if they differ at one size', () => {
    const [wide] = sound.steps[0]!.pictures;
    expect(preflight(second({ pictures: [wide!, 'phone second'] }))).to.deep.equal([]);
  });
});

describe('figures', () => {
  const table: [text: string, found: number[], lang?: string][] = [
    ['Forty-one minutes', [41]],
    ['one call, no more than one', []],
    ['1 call in 0 hours', [1, 0]],
    ['1,600 people and 2.6 seconds', [1600, 2.6]],
    ['at 11:48:30 p.m.', [11, 48, 30]],
    ['two hundred and forty of them, nine, ten', [240, 9, 10]],
    ['one thousand two hundred, and seven', [1200, 7]],
    ['600 million, or three billion', [6e8, 3e9]],
    ['both of the seventeen', [2, 17]],
    ['the twenty-first of several', []],
    ['Il y en a sept, et non 12', [12], 'fr'],
  ];
  for (const [text, found, lang] of table)
    it(`finds ${found.join(', ') || 'none'} in “${text}”`, () => {
      expect(figures(text, lang)).to.deep.equal(found);
    });
});

describe('reading', () => {
  it('counts words and seconds at the pace that the story’s own length is told by', () => {
    expect(reading(' One  two\nthree ')).to.deep.equal({ words: 3, seconds: 1 });
    expect(reading('')).to.deep.equal({ words: 0, seconds: 0 });
    expect(reading('word '.repeat(238))).to.deep.equal({ words: 238, seconds: 60 });
  });
});
