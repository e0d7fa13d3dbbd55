import { expect } from '@open-wc/testing';
import { render } from 'lit';
import { findContent, readHolder } from '../../src/core/content.js';
import { readPoint } from '../../src/core/coordinates.js';
import { readDay } from '../../src/core/dates.js';
import { splitList } from '../../src/core/lists.js';
import { readTable } from '../../src/core/table.js';
import * as own from '../../src/embed/own-data.js';
import { expulsions } from '../../src/narratives/forty-one-minutes/expulsions.js';
import { story } from '../../src/narratives/forty-one-minutes/story.js';
import { markupOf } from '../../src/scenes/dom-table.js';
import type { SceneDescription } from '../../src/scenes/describe-scene.js';
import * as elements from '../../src/scenes/elements.js';

const scenes = new Map<string, SceneDescription>(
  Object.values(elements).map(({ scene }) => [scene.tag, scene]),
);

describe('the readers of the one-tag story', () => {
  const page = document.createElement('div');
  render(story(), page);

  const tables = [...page.querySelectorAll('table[slot="steps"]')].map((table) => {
    const of = table.parentElement!;
    return { of, name: `${of.localName} ${table.querySelector('td')!.textContent}` };
  });

  it('has tables to read', () => expect(tables).to.have.length(7));

  for (const { name, of } of tables)
    it(`read ${name} as all readers do`, () => {
      const { columns, stateColumns: states, holders } = scenes.get(of.localName)!;
      const found = own.findContent(markupOf(of), holders, columns, states);
      const right = findContent(markupOf(of), holders, columns, states);
      expect(right.states).to.exist;
      expect(found.data).to.have.length(right.data.length);
      for (const [mine, usual, wanted] of [
        [found.states!, right.states!, states],
        ...right.data.map((list, at) => [found.data[at]!, list, columns] as const),
      ] as const) {
        const expected = readTable(readHolder(usual, wanted), wanted, 'en-GB');
        expect(expected.problems).to.deep.equal([]);
        expect(expected.rows).not.to.be.empty;
        expect(own.readTable(own.readHolder(mine, wanted), wanted)).to.deep.equal(expected);
      }
    });

  it('has a list of calls to read', () => {
    const lists = tables.flatMap(({ of }) => of.querySelector(':scope > ol') ?? []);
    expect(lists).to.have.length(1);
  });

  it('read the expulsions as all readers do', () => {
    const table = markupOf(page.querySelector('#expulsions')!);
    for (const wanted of [elements.ExpulsionCounter, elements.DiplomatMap].map(
      (one) => one.scene.columns,
    )) {
      const expected = readTable(readHolder(table, wanted), wanted, 'en-GB');
      expect(expected.problems).to.deep.equal([]);
      expect(expected.rows).to.have.length(expulsions.length);
      expect(own.readTable(own.readHolder(table, wanted), wanted)).to.deep.equal(expected);
    }
  });

  it('read attributes and what stands in cells as all readers do', () => {
    const focuses = ['53,-2.5,1900', '53.5,13,3900', 'US, GB, RO', 'all', ''];
    for (const text of focuses) expect(own.splitList(text)).to.deep.equal(splitList(text));
    const centres = [...page.querySelectorAll('[centre]')].map((map) =>
      map.getAttribute('centre')!,
    );
    expect(centres).not.to.be.empty;
    for (const text of centres) expect(own.readPoint(text)).to.deep.equal(readPoint(text));
    for (const text of ['', '2018-03-01', '2018-03-31'])
      expect(own.readDay(text)).to.deep.equal(readDay(text, 'en-GB'));
  });
});
