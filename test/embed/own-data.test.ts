import { expect } from '@open-wc/testing';
import { render } from 'lit';
import { readHolder } from '../../src/core/content.js';
import { readPoint } from '../../src/core/coordinates.js';
import { readDay } from '../../src/core/dates.js';
import { splitList } from '../../src/core/lists.js';
import { readTable, type Columns } from '../../src/core/table.js';
import * as own from '../../src/embed/own-data.js';
import { expulsions } from '../../src/narratives/forty-one-minutes/expulsions.js';
import { story } from '../../src/narratives/forty-one-minutes/story.js';
import { markupOf } from '../../src/scenes/dom-table.js';
import { mapColumns, mapStates } from '../../src/scenes/diplomat-map/places.js';
import { stateColumns } from '../../src/scenes/expulsion-counter/states.js';
import { columns } from '../../src/scenes/expulsion-counter/sum.js';
import { callStateColumns } from '../../src/scenes/phone-call-scene/columns.js';

/** What each scene of the story reads: its columns of data, if it has data, and of states. */
const scenes: Record<string, readonly [data: Columns | undefined, states: Columns]> = {
  'phone-call-scene': [undefined, callStateColumns],
  'expulsion-counter': [columns, stateColumns],
  'diplomat-map': [mapColumns, mapStates],
};

describe('the readers of the one-tag story', () => {
  const page = document.createElement('div');
  render(story(), page);

  const tables = [...page.querySelectorAll('table[slot="steps"]')].map((table) => {
    const scene = table.parentElement!;
    return { table, name: `${scene.localName} ${table.textContent.slice(0, 60)}`, of: scene };
  });

  it('has tables to read', () => expect(tables).to.have.length(7));

  for (const { table, name, of } of tables)
    it(`read the states of ${name.replace(/\s+/g, ' ')} as all readers do`, () => {
      const [, wanted] = scenes[of.localName]!;
      const expected = readTable(readHolder(markupOf(table), wanted), wanted, 'en-GB');
      expect(expected.problems).to.deep.equal([]);
      expect(expected.rows).not.to.be.empty;
      const found = own.findContent(markupOf(of), ['table'], {}, wanted).states!;
      expect(own.readTable(own.readHolder(found, wanted), wanted)).to.deep.equal(expected);
    });

  it('read the expulsions as all readers do', () => {
    const table = markupOf(page.querySelector('#expulsions')!);
    for (const [wanted] of Object.values(scenes)) {
      if (!wanted) continue;
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
