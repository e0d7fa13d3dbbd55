// What the elements say in each language: all of it, in all plurals, with all that is filled in.
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { definePhrases } from '../../src/core/define-phrases.js';
import { fallbacks, phrases, say, supplyPhrases, type Phrase } from '../../src/core/phrases.js';
import { pseudo } from '../../src/core/pseudo.js';
import { findLanguage, languages } from '../../src/languages/all.js';
import { english } from '../../src/languages/en.js';
import { pseudoPhrases } from '../../src/languages/pseudo.js';
import { phrasebook } from '../../src/scenes/phrasebook.js';

const names = Object.keys(english) as (keyof typeof english)[];
const formsOf = (phrase: Phrase): [string, string][] =>
  typeof phrase === 'string'
    ? [['other', phrase]]
    : Object.entries(phrase as unknown as Record<string, string>);
const placesIn = (text: string): string[] =>
  [...new Set(text.match(/\{\w+\}/g))].sort((a, b) => (a < b ? -1 : 1));

/** The numbers up to 200 that have a plural. */
const numbersOf = (rules: Intl.PluralRules, category: string): number[] =>
  [...Array(201).keys()].filter((number) => rules.select(number) === category);

describe('the languages', () => {
  it('are all in the list', () => {
    const folder = new URL('../../src/languages/', import.meta.url);
    const others = ['all', 'ar-XB', 'bring', 'en', 'en-XA', 'pseudo'];
    const files = readdirSync(folder).map((file) => file.replace(/\.ts$/, ''));
    expect(files.filter((file) => !others.includes(file)).sort()).to.deep.equal(
      Object.keys(languages).sort(),
    );
    expect(Object.keys(languages).length).to.be.at.least(20);
  });

  for (const [lang, load] of Object.entries(languages))
    it(`${lang} says everything`, async () => {
      const { default: words } = await load();
      expect(Object.keys(words).sort()).to.deep.equal([...names].sort());
      const rules = new Intl.PluralRules(lang);
      const { pluralCategories } = rules.resolvedOptions();
      for (const name of names) {
        const [[, source]] = formsOf(english[name]).slice(-1) as [[string, string]];
        const phrase: Phrase = words[name];
        if (typeof phrase === 'object')
          expect(Object.keys(phrase).sort(), name).to.deep.equal([...pluralCategories].sort());
        else if (typeof english[name] === 'object')
          expect(pluralCategories, `${name} has plurals`).to.have.length(1);
        for (const [category, text] of formsOf(phrase)) {
          expect(text.trim(), `${name}, ${category}`).to.not.equal('');
          const missing = placesIn(source).filter((place) => !text.includes(place));
          // "Two steps" needs no number where no other number has that plural.
          const isNumber = missing.length === 1 && numbersOf(rules, category).length <= 1;
          if (!isNumber)
            expect(placesIn(text), `${name}, ${category}`).to.deep.equal(placesIn(source));
          expect(placesIn(text).filter((place) => !source.includes(place))).to.deep.equal([]);
        }
      }
    });

  it('are found by what a page calls them', () => {
    for (const [asked, found] of Object.entries({
      'de-CH': 'de',
      de_AT: 'de',
      'pt-BR': 'pt-BR',
      'pt-AO': 'pt',
      'pt-br-x-a': 'pt-BR',
      no: 'nb',
      nn: 'nb',
      'nn-NO': 'nb',
      'nb-NO': 'nb',
      iw: 'he',
      zh: 'zh-Hans',
      'zh-CN': 'zh-Hans',
      'zh-TW': 'zh-Hant',
      'zh-HK': 'zh-Hant',
      'zh-Hant-MO': 'zh-Hant',
      'zh-Hans-TW': 'zh-Hans',
      'hi-u-nu-deva': 'hi',
      xx: undefined,
      '': undefined,
      constructor: undefined,
    }))
      expect(findLanguage(fallbacks(asked))?.[1], asked).to.equal(found);
  });
});

describe('a phrase with plurals', () => {
  it('has the form of its number', () => {
    definePhrases('ru', {
      steps: {
        one: '{count} шаг',
        few: '{count} шага',
        many: '{count} шагов',
        other: '{count} шага',
      },
    });
    const steps = (count: number): string => say('ru-RU', 'steps', { count });
    expect([1, 2, 5, 21, 111].map(steps)).to.deep.equal([
      '1 шаг',
      '2 шага',
      '5 шагов',
      '21 шаг',
      '111 шагов',
    ]);
    expect(say('en', 'steps', { count: 1 })).to.equal('1 step');
    expect(say('en-AU', 'steps', { count: 1 })).to.equal('1 step');
  });

  it('has the plurals of English where English stands for another language', () => {
    // Russian has the same plural for 21 as for 1.
    expect(say('be', 'steps', { count: 21 })).to.equal('21 steps');
  });

  it('goes by its count, else by the first number that is filled in', () => {
    const speak = phrasebook({
      places: { one: '{what} in {n} place', other: '{what} in {n} places' },
    });
    expect(speak('en', 'places', { what: '5 people', n: 1 })).to.equal('5 people in 1 place');
    expect(speak('en', 'places', { what: ['a', 'b'], n: 2 })).to.match(/^a and b in 2 places$/);
  });

  it('has the digits of its language', () => {
    supplyPhrases('fa', { steps: { one: '{count} گام', other: '{count} گام' } });
    expect(say('fa', 'steps', { count: 12 })).to.equal('۱۲ گام');
  });
});

describe('phrases of a page', () => {
  it('go before those of the package, whichever come first', () => {
    definePhrases('ae', { next: 'page' });
    supplyPhrases('ae', { next: 'package', previous: 'package' });
    supplyPhrases('af', { next: 'package', previous: 'package' });
    definePhrases('af', { next: 'page' });
    for (const lang of ['ae', 'af', 'ae-CH'])
      expect([phrases(lang).next, phrases(lang).previous]).to.deep.equal(['page', 'package']);
  });

  it('are added to those that it has given before', () => {
    definePhrases('ag', { next: 'one' });
    definePhrases('ag', { previous: 'two' });
    expect([phrases('ag').next, phrases('ag').previous]).to.deep.equal(['one', 'two']);
  });
});

describe('the pseudo-locale', () => {
  it('is 40 % longer, keeps what is filled in, and can still be read', () => {
    for (const name of names)
      for (const [, text] of formsOf(english[name])) {
        const changed = pseudo(text);
        expect(placesIn(changed)).to.deep.equal(placesIn(text));
        const bare = (of: string): number => of.replace(/\{\w+\}|[^\p{L}~]/gu, '').length;
        if (/\p{L}/u.test(text.replace(/\{\w+\}/g, '')))
          expect(bare(changed) / bare(text), changed).to.be.within(1.4, 3);
      }
    expect(pseudo('Skip the story')).to.match(/^Šķ/).and.not.equal('Skip the story');
    expect(pseudo('{a}, {b}.')).to.equal('{a}, {b}.');
  });

  it('has every phrase, and all its forms', () => {
    const words = pseudoPhrases(true);
    expect(Object.keys(words)).to.deep.equal(names);
    expect(Object.keys(words.steps)).to.deep.equal(['one', 'other']);
  });
});
