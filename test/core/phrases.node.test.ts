import { afterEach, beforeEach, describe, it } from 'node:test';
import { expect } from 'chai';
import { definePhrases } from '../../src/core/define-phrases.js';
import { addPhrases, fill, phrases, say } from '../../src/core/phrases.js';

describe('definePhrases', () => {
  const warned: string[] = [];
  const { warn } = console;
  beforeEach(() => {
    warned.length = 0;
    console.warn = (...args: unknown[]) => void warned.push(args.map(String).join(' '));
  });
  afterEach(() => void (console.warn = warn));

  const define = definePhrases as (lang: unknown, phrases: unknown) => void;

  it('leaves English where a language has a gap', () => {
    definePhrases('aa', { next: 'Weiter', previous: undefined } as never);
    expect(phrases('aa').next).to.equal('Weiter');
    expect(phrases('aa').previous).to.equal(phrases('en').previous);
    expect(say('aa', 'steps', { count: 3 })).to.equal('3 steps');
    expect(warned).to.deep.equal([]);
  });

  it('leaves a place in a phrase that nothing is given for', () => {
    expect(fill('{a} of {b}, {toString}', { a: '1' })).to.equal('1 of {b}, {toString}');
  });

  it('takes tags with underscores, spaces and any case for one', () => {
    definePhrases(' AB_cd ', { next: 'Nächster' });
    for (const tag of ['ab-CD', 'ab_CD', 'AB-CD']) expect(phrases(tag).next).to.equal('Nächster');
  });

  for (const [what, text] of Object.entries({
    null: null,
    'a number': 5,
    'a function': () => '',
    'an object': { toString: 5 },
    'a symbol': Symbol('s'),
    'a list': ['x'],
  }))
    it(`names a phrase that is ${what}, and leaves it English`, () => {
      define(`ac-${what.replace(' ', '')}`, { next: text, skip: 'Weiter' });
      const known = phrases(`ac-${what.replace(' ', '')}`);
      expect([known.next, known.skip]).to.deep.equal(['Next step', 'Weiter']);
      expect(warned.length).to.equal(1);
      expect(warned[0]).to.contain('"next"').and.to.contain('give a string');
    });

  it('of a published story take what is a phrase, and say nothing of the rest', () => {
    addPhrases('ah', { next: 'Weiter', previous: 5, steps: { one: 'x' }, skip: null });
    expect(phrases('ah')).to.deep.equal({ ...phrases('en'), next: 'Weiter' });
    expect(warned).to.deep.equal([]);
  });

  for (const [lang, given] of [
    [null, {}],
    [undefined, {}],
    ['', {}],
    [' ', {}],
    [5, {}],
    [Symbol('s'), {}],
    ['ad', null],
    ['ad', undefined],
    ['ad', 'words'],
    ['ad', () => ({})],
  ] as const)
    it(`takes nothing from (${String(lang)}, ${typeof given}), and does not throw`, () => {
      define(lang, given);
      expect(phrases('ad')).to.deep.equal(phrases('en'));
    });

  it('has English for every tag that is none', () => {
    for (const tag of [undefined, '', 'x', '__proto__', 'constructor', '-', 'x'.repeat(10_000)])
      expect(phrases(tag)).to.deep.equal(phrases('en'));
  });
});
