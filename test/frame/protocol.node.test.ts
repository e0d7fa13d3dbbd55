import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import {
  Budget,
  isFragment,
  isName,
  readFromFrame,
  readFromHost,
  readOpening,
  version,
} from '../../src/frame/protocol.js';
import { fragmentOf } from '../../src/story/fragment.js';

const name = 'my-story';

/** Messages of the right shape with anything in them, and anything else. */
const kinds = [
  'size',
  'want',
  'page',
  'step',
  'link',
  'bye',
  'place',
  'go',
  'free',
  'hello',
  'call',
];
const odd = fc.oneof(
  fc.anything(),
  fc.double(),
  fc.integer(),
  fc.string(),
  fc.constantFrom(
    '',
    '#',
    '#/',
    `#${name}/`,
    `#${name}/a b`,
    `#${name}/<b>`,
    '#other/a',
    NaN,
    -1,
    1e300,
  ),
);
const message = fc.oneof(
  fc.anything(),
  fc.record(
    {
      communique: fc.constantFrom<unknown>(version, 0, 2, '1'),
      type: fc.oneof(fc.constantFrom(...kinds), odd),
      ...Object.fromEntries(
        ['height', 'y', 'n', 'by', 'id', 'index', 'count', 'hash', 'nonce', 'name'].map(
          (key) => [key, odd] as const,
        ),
      ),
    },
    { requiredKeys: ['type'] },
  ),
);

const isSound = (value: unknown): boolean =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;

describe('the protocol of a frame', () => {
  it('takes of what a frame says only what may be done to a page', () => {
    fc.assert(
      fc.property(message, (data) => {
        const read = readFromFrame(data, name);
        if (!read) return;
        if (read.type === 'size') expect(isSound(read.height)).to.equal(true);
        if (read.type === 'want') expect(isSound(read.y) && isSound(read.n)).to.equal(true);
        if (read.type === 'page') expect(Math.abs(read.by)).to.equal(1);
        if (read.type === 'step') expect(read.index).to.be.within(-1, read.count - 1);
        if (read.type === 'link' && read.hash)
          expect(new URL(read.hash, 'https://a.example/b?c').href).to.equal(
            `https://a.example/b?c${read.hash}`,
          );
      }),
      { numRuns: 3000 },
    );
  });

  it('takes of what a host says only a place in the story', () => {
    fc.assert(
      fc.property(message, (data) => {
        const read = readFromHost(data, name);
        if (read?.type === 'place') expect(isSound(read.y) && isSound(read.n)).to.equal(true);
        if (read?.type === 'go') expect(read.hash.startsWith(`#${name}/`)).to.equal(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('opens with nothing but a message of its own version', () => {
    fc.assert(
      fc.property(message, (data) => {
        const read = readOpening(data);
        if (read) expect(read.communique).to.equal(version);
        if (read?.type === 'hello') expect(isName(read.name)).to.equal(true);
      }),
      { numRuns: 3000 },
    );
    const hello = { communique: version, type: 'hello', nonce: 'n', name };
    expect(readOpening(hello)).to.deep.equal(hello);
    expect(readOpening({ ...hello, more: 1 })).to.deep.equal(hello);
    for (const wrong of [
      { communique: version + 1 },
      { nonce: '' },
      { nonce: 'n'.repeat(200) },
      { name: '' },
      { name: '\ud800' },
      { name: 'n'.repeat(200) },
    ])
      expect(readOpening({ ...hello, ...wrong })).to.equal(undefined);
  });

  it('takes every fragment that a story writes for its steps, and no other text', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 30 }),
        fc.string({ minLength: 1 }),
        (story, id) => {
          const fragment = fragmentOf(story, id);
          if (fragment && fragment.length < 400)
            expect(isFragment(fragment, story), fragment).to.equal(true);
        },
      ),
    );
    for (const wrong of [
      'javascript:alert(1)',
      '//evil.example/',
      '?query#my-story/a',
      '#my-story',
      '#my-story/',
      '#other/a',
      '#my-story/a#b',
      '#my-story/a b',
      '#my-story/a\n',
      '#my-story/%zz',
      '#my-story/a:~:text=b',
      `#my-story/${'a'.repeat(600)}`,
    ])
      expect(isFragment(wrong, name), wrong).to.equal(false);
  });

  it('gives so much, and more with time', () => {
    const budget = new Budget(3, 2);
    const start = performance.now() + 1000;
    const taken = (times: number, now: number): number =>
      Array.from({ length: times }, () => budget.take(now)).filter(Boolean).length;
    expect(taken(9, start)).to.equal(3);
    expect(taken(9, start + 1000)).to.equal(2);
    expect(taken(9, start + 1400)).to.equal(0);
    expect(taken(9, start + 90_000)).to.equal(3);
  });
});
