import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import '../../src/define.js';
import { readFile } from '../../src/core/files.js';
import { readTable, tableOf, type TextTable } from '../../src/core/table.js';
import type { DiplomatMap } from '../../src/scenes/diplomat-map/diplomat-map.js';
import { scene as map } from '../../src/scenes/diplomat-map/scene.js';
import type { SceneElement } from '../../src/scenes/scene-element.js';
import type { SourceChain } from '../../src/scenes/source-chain/source-chain.js';
import { expectWarnings, frames } from '../helpers.js';
import { sceneTags, type SceneTag } from '../scenes/examples.js';
import { law } from './laws.js';
import { moscow } from '../story-page.js';

const { columns: mapColumns } = map;

// Whatever stands in the data: nothing throws, no text becomes markup, every word that was written stays, and the
// console says each thing once.

const markup = [
  '<script>globalThis.broken = 1</script>',
  '<img src=/nowhere/x.png onerror="globalThis.broken = 1">',
  '"><svg onload="globalThis.broken = 1">',
  '</td></table><script>globalThis.broken = 1</script>',
  '<iframe srcdoc="<script>parent.broken = 1</script>"></iframe>',
  'javascript:globalThis.broken=1',
  '${globalThis.broken = 1}',
  '{{constructor.constructor("broken = 1")()}}',
  '<!--', ']]>', '&lt;b&gt;', '" style="position:fixed', '; --_tone: red', 'url(javascript:0)',
]; // prettier-ignore
const odd = [
  '', ' ', '\u0000', '\u202Eevil\u202C', '\u200F١٢٣', 'ا'.repeat(40), 'é'.normalize('NFD'), '👩‍👩‍👧‍👦', '\uD800', 'x'.repeat(10_000),
  'a b '.repeat(500), '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'NaN', 'Infinity', '-0', '1e309', '1,5',
  '9'.repeat(400), '-1', '0.5', '2000', '2001', 'null', 'undefined', 'true', '2018-13-99', '2018-03-26', 'US', 'ZZ', 'a', 'all', 'none', 'home',
]; // prettier-ignore

const text = fc.oneof(fc.constantFrom(...markup), fc.constantFrom(...odd), fc.string());
const value: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: text },
  { weight: 2, arbitrary: fc.integer({ min: -3, max: 40 }) },
  { weight: 1, arbitrary: fc.constantFrom(NaN, Infinity, -0, 1e308, 5e-324, 2 ** 53) },
  { weight: 2, arbitrary: fc.jsonValue() },
  // A template of Lit, as JSON can write one.
  { weight: 1, arbitrary: fc.constant({ _$litType$: 1, strings: ['<img src=x>'], values: [] }) },
);

const names = [
  'name', 'code', 'count', 'group', 'tone', 'date', 'order', 'lat', 'lon', 'label', 'from', 'to', 'kind', 'text', 'step', 'clock', 'line', 'mark',
  'calls', 'dim', 'total', 'focus', 'ring', 'names', 'until', 'lit', 'fade', 'arrangement', 'description', 'span', 'spanFrom', 'spanTo', '__proto__', 'constructor',
]; // prettier-ignore

/** A row as it should be, of which some cells are replaced. */
const row: fc.Arbitrary<Record<string, unknown>> = fc
  .tuple(
    fc.integer({ min: 0, max: 30 }),
    fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 5 }),
    fc.subarray(['name', 'count', 'from', 'to', 'lat', 'lon', 'step'], { minLength: 4 }),
  )
  .map(([count, wrong, kept]) => {
    const right: Record<string, unknown> = {
      name: `Row ${count}`, count, from: 'A', to: 'B', lat: count, lon: -count, step: `s${count}`,
    }; // prettier-ignore
    return { ...Object.fromEntries(kept.map((name) => [name, right[name]])), ...wrong };
  });
const rows = fc.array(row, { maxLength: 5 });
/** What a script may pass by mistake where rows are asked for. */
const anyRows = fc.oneof(
  { weight: 6, arbitrary: rows },
  { weight: 1, arbitrary: fc.array(value, { maxLength: 4 }) },
  { weight: 1, arbitrary: value },
);
const table = fc.tuple(
  fc.array(fc.oneof(fc.constantFrom(...names), text), { maxLength: 6 }),
  fc.array(fc.array(text, { maxLength: 7 }), { maxLength: 5 }),
);

const tag = fc.constantFrom(...sceneTags);

/** Writes a table element whose cells hold texts, as an author's own page would. */
function tableElement([head, body]: readonly [
  readonly string[],
  readonly string[][],
]): HTMLElement {
  const element = document.createElement('table');
  for (const cells of [head, ...body]) {
    const line = element.insertRow();
    for (const cell of cells) line.insertCell().textContent = cell;
  }
  return element;
}

/** Elements that no scene has and no text may make. */
const foreign =
  'script, img, iframe, object, embed, link, base, form, meta, b, foreignObject, animate, a[href^="javascript:" i]';

const handlers = (node: Element): string[] =>
  [...node.attributes].map(({ name }) => name).filter((name) => name.startsWith('on'));

describe('the law of data: what cannot be read is told, and harms nothing', () => {
  const errors: string[] = [];
  const onError = (event: ErrorEvent): void => void errors.push(event.message);
  const onReject = (event: PromiseRejectionEvent): void => {
    event.preventDefault();
    errors.push(event.reason instanceof Error ? `${event.reason.stack}` : String(event.reason));
  };
  const broken = globalThis as { broken?: unknown };

  before(() => {
    addEventListener('error', onError);
    addEventListener('unhandledrejection', onReject);
  });
  after(() => {
    removeEventListener('error', onError);
    removeEventListener('unhandledrejection', onReject);
  });

  /** Puts an element in the page and sees to it that nothing of the above happens. */
  async function harmless(
    element: HTMLElement,
    steps = (): readonly string[] => [],
  ): Promise<void> {
    const warnings = expectWarnings();
    warnings.length = errors.length = 0;
    const words = element.textContent;
    const own = element.querySelectorAll('*').length;
    element.style.cssText = 'display: block; inline-size: 420px; block-size: 300px';
    document.body.append(element);
    try {
      await frames(2);
      for (const step of steps().slice(0, 2)) {
        (element as SceneElement).step = step;
        expect((element as SceneElement).describe(step), `what "${step}" shows`).not.to.equal('');
        await frames();
      }
      await frames();
      expect(errors, 'errors').to.deep.equal([]);
      expect(broken.broken, 'script that ran').to.equal(undefined);
      const root = element.shadowRoot!;
      expect([...root.querySelectorAll(foreign)].map((node) => node.outerHTML)).to.deep.equal([]);
      expect([...root.querySelectorAll('*')].flatMap(handlers)).to.deep.equal([]);
      expect(element.querySelectorAll('*').length, 'own elements').to.equal(own);
      expect(element.textContent, 'own words').to.equal(words);
      expect(new Set(warnings).size, 'warnings, each once').to.equal(warnings.length);
    } finally {
      element.remove();
    }
  }

  const scene = (name: SceneTag): SceneElement => document.createElement(name);

  law('in properties', 60, fc.tuple(tag, anyRows, anyRows), ([name, data, states]) => {
    const element = scene(name);
    Object.assign(element, { data, states });
    return harmless(element, () => element.steps);
  });

  law('in tables', 40, fc.tuple(tag, table, table), ([name, data, states]) => {
    const element = scene(name);
    const second = tableElement(states);
    second.slot = 'steps';
    second.hidden = true;
    element.append(tableElement(data), second);
    return harmless(element, () => element.steps);
  });

  law('in files', 20, fc.tuple(tag, fc.oneof(text, fc.json(), rows.map((all) => JSON.stringify(all)),
    table.map(([head, body]) => [head, ...body].map((cells) => cells.map((cell) => `"${cell}"`).join()).join('\n')))),
    async ([name, file]) => {
      const element = scene(name);
      element.src = URL.createObjectURL(new Blob([file]));
      await harmless(element, () => element.steps);
      URL.revokeObjectURL(element.src);
    }); // prettier-ignore

  const attributes = fc.dictionary(
    fc.constantFrom('step', 'src', 'motion', 'progress', 'from', 'to', 'duration', 'unit', 'groups', 'until', 'note', 'centre', 'home', 'projection', 'lang', 'from-tone', 'to-tone'),
    text.filter((one) => !/^[^#]*[/:]/.test(one)),
    { maxKeys: 4 },
  ); // prettier-ignore
  law('in attributes', 40, fc.tuple(tag, rows, attributes), ([name, data, given]) => {
    const element = scene(name);
    element.data = data;
    const { src, ...others } = given;
    for (const [key, one] of Object.entries(others)) element.setAttribute(key, one);
    if (src) element.src = `#${src}`;
    return harmless(element);
  });

  const claim = fc.record(
    { id: value, claim: value, speaker: value, hands: value, certainty: value, standing: value, sources: fc.oneof(value, fc.array(fc.record({ name: value, href: value }))) },
    { requiredKeys: [] },
  ); // prettier-ignore
  const claims = fc.oneof(fc.array(fc.oneof(claim, value)), claim, value);
  law('in claims', 40, fc.tuple(claims, text), async ([data, ids]) => {
    const element = document.createElement('source-chain');
    Object.assign(element, { data: data as SourceChain['data'], claim: ids });
    await harmless(element);
  });

  const topology = fc.oneof(
    value.filter((one) => typeof one !== 'string'), // that would be an address
    fc.record({ ...moscowParts(), unit: value }, { requiredKeys: ['land', 'centre'] }),
    fc.record({ type: fc.constant('Topology'), objects: fc.oneof(value, objects()), arcs: fc.oneof(value, fc.array(fc.array(fc.array(value)))), transform: value }, { requiredKeys: ['type'] }),
  ); // prettier-ignore
  law('in outlines', 40, fc.tuple(topology, rows), async ([map, data]) => {
    const element: DiplomatMap = document.createElement('diplomat-map');
    element.map = map;
    element.data = data;
    await harmless(element);
  });

  law('in what reads tables', 400, fc.tuple(text, anyRows), ([csv, objects]) => {
    for (const read of [fileOf(csv), tableOf(objects as unknown[])]) {
      const { rows: found, problems } = readTable(read, mapColumns);
      expect(found.length).to.be.at.most(read.rows.length);
      for (const problem of problems) expect(problem).to.be.a('string').and.not.equal('');
    }
    return Promise.resolve();
  });
});

/** A file that holds a text; what is refused is told, and is an empty table. */
function fileOf(text: string): TextTable {
  try {
    return readFile(new TextEncoder().encode(text), { columns: mapColumns });
  } catch (error) {
    expect((error as Error).message)
      .to.be.a('string')
      .and.not.equal('');
    return { columns: [], rows: [] };
  }
}

function moscowParts(): Record<
  'projection' | 'centre' | 'radius' | 'land' | 'borders',
  fc.Arbitrary<unknown>
> {
  const or = (right: unknown): fc.Arbitrary<unknown> => fc.oneof(fc.constant(right), value);
  const { projection, centre, radius } = moscow;
  return { projection: or(projection), centre: or(centre), radius: or(radius), land: or('M0 0H9V9Z'), borders: or('M0 0H9') }; // prettier-ignore
}

function objects(): fc.Arbitrary<unknown> {
  const shape = fc.record(
    { type: fc.oneof(fc.constantFrom('Polygon', 'MultiPolygon', 'Point'), value), arcs: fc.oneof(value, fc.array(fc.array(fc.integer({ min: -3, max: 3 })))) },
    { requiredKeys: [] },
  ); // prettier-ignore
  const collection = fc.record({
    type: fc.constant('GeometryCollection'),
    geometries: fc.oneof(value, fc.array(fc.oneof(shape, value))),
  });
  return fc.dictionary(fc.constantFrom('land', 'countries', 'other'), fc.oneof(collection, value));
}
