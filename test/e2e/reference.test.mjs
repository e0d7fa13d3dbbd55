// The reference says what the sources say: what templates and style sheets have is described, and the other way round.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { builtManifest, elementsOf, order, withReference } from '../../scripts/reference.mjs';

const root = new URL('../../', import.meta.url);
const elements = elementsOf(builtManifest());

/** The text of a file of src/ without its comments. */
const source = (path) =>
  readFileSync(new URL(`src/${path}`, root), 'utf8')
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '');
const folder = (path) =>
  readdirSync(new URL(`src/${path}`, root))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => source(`${path}/${name}`));
const scene = (name) =>
  [
    ...folder(`scenes/${name}`),
    source('scenes/scene-element.ts'),
    source('scenes/scene.styles.ts'),
  ].join('\n');

/** What each element is made of. */
const sources = {
  'scroll-story': ['scroll-story.ts', 'scroll-story.styles.ts', 'controls.ts']
    .map((name) => source(`story/${name}`))
    .join('\n'),
  'story-chapter': source('story/story-chapter.ts'),
  'story-step': source('story/story-step.ts'),
  'phone-call-scene': scene('phone-call-scene'),
  'expulsion-counter': scene('expulsion-counter'),
  'diplomat-map': scene('diplomat-map'),
  'source-chain': folder('scenes/source-chain').join('\n'),
  'forty-one-minutes': folder('narratives/forty-one-minutes').join('\n'),
};

const all = (text, pattern) => [...text.matchAll(pattern)].map(([, found]) => found);
const sorted = (names) => [...new Set(names)].sort();
const documented = (name, list) => sorted((elements.get(name)[list] ?? []).map((one) => one.name));

/** The short name of each token, `--_ink`, and the custom property that it comes from. */
const tokens = new Map(
  [...source('styles/tokens.styles.ts').matchAll(/(--_\w+): var\((--story-[\w-]+)/g)].map(
    ([, short, long]) => [short, long],
  ),
);

/** The custom properties that a text reads, by themselves or by their tokens. */
const readIn = (text) => [
  ...all(text, /(?:var\(|getPropertyValue\(')(--(?:story|scene)-[\w-]+)/g),
  ...all(text, /var\((--_\w+)/g).flatMap((short) => tokens.get(short) ?? []),
  // A tone is one of four, by its letter.
  ...(text.includes('--_${') ? ['a', 'b', 'c', 'd'].map((letter) => `--story-${letter}`) : []),
  ...(/\btokens\b/.test(text) ? ['--story-font-size'] : []),
];

describe('the reference', () => {
  it('stands in README.md as the sources have it', () => {
    const readme = readFileSync(new URL('README.md', root), 'utf8');
    assert.ok(
      withReference(readme, builtManifest()) === readme,
      'README.md is not current; write it with "node scripts/reference.mjs"',
    );
  });

  for (const name of order) {
    const text = sources[name];

    it(`names the parts of <${name}>`, () => {
      const parts = all(text, /(?<![-\w])part="([^"$]+)"/g).flatMap((value) => value.split(' '));
      assert.deepEqual(documented(name, 'cssParts'), sorted(parts));
    });

    it(`names the slots of <${name}>`, () => {
      const slots = all(text, /<slot((?: name="\w+")?)/g).map((part) => part.slice(7, -1));
      assert.deepEqual(documented(name, 'slots'), sorted(slots));
    });

    it(`has a sentence for everything in <${name}>`, () => {
      const element = elements.get(name);
      const lists = ['members', 'attributes', 'slots', 'events', 'cssParts', 'cssProperties'];
      const silent = [...lists, 'dataColumns', 'stateColumns'].flatMap((list) =>
        (element[list] ?? [])
          .filter((one) => !one.privacy && !one.static && !/^[#_]/.test(one.name))
          .filter(({ description }) => !/\w.*\.$/s.test(description ?? ''))
          .map((one) => `${list}: ${one.name}`),
      );
      assert.deepEqual(silent, []);
      assert.match(element.summary, /^[A-Z].*\.$/s);
    });

    it(`has the types of <${name}> in words`, () => {
      for (const { name: attribute, type } of elements.get(name).attributes ?? [])
        assert.doesNotMatch(type.text, /\b[A-Z]/, `${attribute}: ${type.text}`);
    });
  }

  it('names the events that are dispatched, with their fields', () => {
    const classes = all(sources['scroll-story'], /new (Story\w+Event)\(/g);
    const { events } = elements.get('scroll-story');
    assert.deepEqual(sorted(events.map(({ type }) => type.text)), sorted(classes));
    const text = source('story/events.ts');
    for (const { name, type, fields } of events) {
      const [body] = text.match(new RegExp(`class ${type.text} [^]*?\\n}`));
      assert.ok(body.includes(`eventName = '${name}'`), `${type.text} is ${name}`);
      assert.deepEqual(
        fields.map((field) => field.name),
        all(body, /^ {2}readonly (\w+):/gm),
      );
    }
    // They pass the borders of shadow trees, so the host page hears them from the tag that it has.
    assert.deepEqual(elements.get('forty-one-minutes').events, events);
    for (const name of order.filter((one) => !/story|minutes/.test(one)))
      assert.doesNotMatch(sources[name], /dispatchEvent/, name);
  });

  for (const name of ['phone-call-scene', 'expulsion-counter', 'diplomat-map', 'source-chain'])
    it(`names the custom properties of <${name}>`, () => {
      assert.deepEqual(documented(name, 'cssProperties'), sorted(readIn(sources[name])));
    });

  it('names the custom properties of a story', () => {
    const parts = ['scroll-story', 'story-chapter', 'story-step'];
    const known = sorted(parts.flatMap((name) => documented(name, 'cssProperties')));
    const styles = ['tokens', 'geometry'].map((name) => source(`styles/${name}.styles.ts`));
    assert.deepEqual(known, sorted(readIn([...folder('story'), ...styles].join('\n'))));
    const unknown = documented('forty-one-minutes', 'cssProperties').filter(
      (name) => !known.includes(name),
    );
    assert.deepEqual(unknown, []);
  });

  it('has the columns that the scenes read', async () => {
    const load = (path) => import(new URL(`dist/scenes/${path}.js`, root).href);
    const calls = await load('phone-call-scene/columns');
    const map = await load('diplomat-map/places');
    const read = {
      'phone-call-scene': [calls.callColumns, calls.callStateColumns],
      'diplomat-map': [map.mapColumns, map.mapStates],
      'expulsion-counter': [
        (await load('expulsion-counter/sum')).columns,
        (await load('expulsion-counter/states')).stateColumns,
      ],
    };
    for (const [name, tables] of Object.entries(read))
      tables.forEach((columns, at) => {
        const told = elements.get(name)[['dataColumns', 'stateColumns'][at]];
        assert.deepEqual(
          told.map((column) => [column.type, !!column.required]),
          Object.values(columns).map(({ type = 'text', required }) => [type, !!required]),
        );
        Object.entries(columns).forEach(([key, { also = [] }], index) => {
          const names = [key, ...also].map((one) => one.toLowerCase());
          const { name: written, also: other = [] } = told[index];
          for (const one of [written, ...other])
            assert.ok(names.includes(one.toLowerCase()), `${name} reads the column "${one}"`);
        });
      });
  });
});
