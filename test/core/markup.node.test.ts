import { describe, it } from 'node:test';
import { expect } from 'chai';
import { findContent, readHolder } from '../../src/core/content.js';
import { readGrid, readList, readText } from '../../src/core/markup.js';
import type { Markup } from '../../src/core/markup.js';
import { readTable } from '../../src/core/table.js';
import { scene as map } from '../../src/scenes/diplomat-map/scene.js';
import { scene as counter } from '../../src/scenes/expulsion-counter/scene.js';
import { randomFrom } from '../random.js';
import { markup } from './html.js';

const { columns: mapColumns, stateColumns: mapStates } = map;
const { columns, stateColumns } = counter;

// Tables as they come, written as HTML. Each gives the rows that its reader sees, as name and count.

interface Told {
  readonly rows: string[];
  readonly problems: readonly string[];
}

function rowsOf(html: string, lang = 'en'): Told {
  const table = readHolder(markup(`<table>${html}</table>`), columns);
  const { rows, problems } = readTable(table, columns, lang);
  return { rows: rows.map(({ name, count }) => `${name} ${count}`), problems };
}

const hintsOf = (html: string): readonly string[] =>
  readTable(readHolder(markup(`<table>${html}</table>`), columns), columns, 'en').hints ?? [];

const two = ['Ireland 1', 'Malta 2'];
const body = '<tr><td>Ireland</td><td>1</td></tr><tr><td>Malta</td><td>2</td></tr>';
const head = '<tr><th>Name</th><th>Count</th></tr>';

const dressed: Record<string, string> = {
  plain: head + body,
  'with td in its header': head.replaceAll('th>', 'td>') + body,
  'with thead and tbody': `<thead>${head}</thead><tbody>${body}</tbody>`,
  'with several tbody': `<thead>${head}</thead><tbody>${body.slice(0, 39)}</tbody><tbody>${body.slice(39)}</tbody>`,
  'with a caption and columns': `<caption>Expelled</caption><colgroup><col><col></colgroup>${head}${body}`,
  'with a title above the header': `<tr><th colspan="2">Expelled in 2018</th></tr>${head}${body}`,
  'with two titles and an empty row': `<tr><td>Expelled</td></tr><tr><td>March 2018</td></tr><tr></tr>${head}${body}`,
  'with a title in thead': `<thead><tr><th colspan="2">Expelled</th></tr>${head}</thead>${body}`,
  'with nested headers': `<tr><th rowspan="2">Name</th><th colspan="2">Expelled</th></tr><tr><th>Count</th><th>Share</th></tr>
    <tr><td>Ireland</td><td>1</td><td>33</td></tr><tr><td>Malta</td><td>2</td><td>67</td></tr>`,
  'with nested headers in thead': `<thead><tr><th rowspan="2">Name</th><th colspan="2">Expelled</th></tr><tr><th>Count</th><th>Share</th></tr></thead>
    <tr><td>Ireland</td><td>1</td><td>33</td></tr><tr><td>Malta</td><td>2</td><td>67</td></tr>`,
  'with names of units below the header': `${head}<tr><th>country</th><th>people</th></tr>${body}`.replace('country', ''),
  'with row headers': head + body.replace(/<td>(\D+?)<\/td>/g, '<th scope="row">$1</th>'),
  'with row headers under an empty corner': `<tr><td></td><th>Count</th></tr>${body.replace(/<td>(\D+?)<\/td>/g, '<th>$1</th>')}`,
  'turned by a quarter': '<tr><th>Name</th><td>Ireland</td><td>Malta</td></tr><tr><th>Count</th><td>1</td><td>2</td></tr>',
  'with sections of rows': `${head}<tr><td colspan="2">One</td></tr>${body.slice(0, 39)}<tr><th colspan="2">Two</th></tr>${body.slice(39)}`,
  'with a section of rows': `${head}<tr><th colspan="2">European Union</th></tr>${body}`,
  'with the header repeated': head + body.slice(0, 39) + head + body.slice(39),
  'with empty rows': `${head}<tr><td></td><td></td></tr>${body}<tr><td>&nbsp;</td></tr>`,
  'with a footer of notes': `${head}${body}<tfoot><tr><td colspan="2">Source: ministries</td></tr></tfoot>`,
  'with notes as rows': `${head}${body}<tr><td>* provisional</td></tr><tr><td>Source: ministries</td></tr>`,
  'with more columns and another order': '<tr><th>#</th><th>Count</th><th>Note</th><th>Name</th></tr><tr><td>1.</td><td>1</td><td>x</td><td>Ireland</td></tr><tr><td>2.</td><td>2</td><td></td><td>Malta</td></tr>',
  'with names by data-column': `<tr><th data-column="name">Land</th><th data-column="count">Ausgewiesene</th></tr>${body}`,
  'with remarks in its header': `<tr><th>Name:</th><th>Count (people)<sup>[1]</sup></th></tr>${body}`,
  'with a name over two rows': '<tr><th>Group</th><th>Name</th><th>Count</th></tr><tr><td rowspan="2">EU</td><td>Ireland</td><td>1</td></tr><tr><td>Malta</td><td>2</td></tr>',
  'with rowspan 0': '<tr><th>Group</th><th>Name</th><th>Count</th></tr><tr><td rowspan="0">EU</td><td>Ireland</td><td>1</td></tr><tr><td>Malta</td><td>2</td></tr>',
  'with a hidden column of the same name': '<tr><th hidden>Count</th><th>Name</th><th>Count</th></tr><tr><td hidden>9</td><td>Ireland</td><td>1</td></tr><tr><td hidden>9</td><td>Malta</td><td>2</td></tr>',
  'with a column of the same name that is collapsed': '<colgroup><col style="visibility: collapse"><col span="2"></colgroup><tr><th>Count</th><th>Name</th><th>Count</th></tr><tr><td>9</td><td>Ireland</td><td>1</td></tr><tr><td>9</td><td>Malta</td><td>2</td></tr>',
  'with a collapsed group of columns': '<col><colgroup span="2" style="visibility:collapse"></colgroup><tr><th>Name</th><th>Count</th><th>Count</th><th>Count</th></tr><tr><td>Ireland</td><td>9</td><td>8</td><td>1</td></tr><tr><td>Malta</td><td>9</td><td>8</td><td>2</td></tr>',
  'with a column whose <col> has no display, which browsers show': '<col><col hidden><tr><th>Name</th><th>Count</th></tr><tr><td>Ireland</td><td>1</td></tr><tr><td>Malta</td><td>2</td></tr>',
  'with hidden sort keys': '<tr><th>Name</th><th>Count</th></tr><tr><td>Ireland</td><td><span style="display:none">7000</span>1</td></tr><tr><td>Malta</td><td><span hidden>0002</span>2</td></tr>',
  'with footnotes': '<tr><th>Name</th><th>Count</th></tr><tr><td>Ireland<sup>[a]</sup></td><td>1<sup><a href="#n">1</a></sup></td></tr><tr><td>Malta[2]</td><td>2<sup>3</sup></td></tr>',
  'with corrections': '<tr><th>Name</th><th>Count</th></tr><tr><td>Ireland</td><td><del>7</del> <ins>1</ins></td></tr><tr><td>Malta</td><td><s>3</s>2</td></tr>',
  'with paragraphs and breaks in its cells': '<tr><th><p>Name</p></th><th><p>Count</p></th></tr><tr><td><p>Ireland</p></td><td><p>1</p></td></tr><tr><td>Malta<br></td><td><b>2</b></td></tr>',
  'with non-breaking spaces': '<tr><th>Name&nbsp;</th><th>&nbsp;Count</th></tr><tr><td>&nbsp;Ireland</td><td>1&nbsp;</td></tr><tr><td>Malta</td><td>&nbsp;2</td></tr>',
  'with values by data': '<tr><th>Name</th><th>Count</th></tr><tr><td>Ireland</td><td data-value="1">one</td></tr><tr><td>Malta</td><td>about <data value="2">two</data></td></tr>',
  'as a translator leaves it': '<tr><th><font><font>Name</font></font></th><th><font>Count</font></th></tr><tr><td><font>Ireland</font></td><td><font><font>1</font></font></td></tr><tr><td>Malta</td><td>2</td></tr>',
  'with its total below': `${head}${body}<tr><td>Total</td><td>3</td></tr>`,
  'with its total above': `${head}<tr><td>All</td><td>3</td></tr>${body}`,
  'with its total in tfoot': `${head}${body}<tfoot><tr><th>Together</th><td>3</td></tr></tfoot>`,
  'with tfoot before tbody': `<thead>${head}</thead><tfoot><tr><td>Sum</td><td>3</td></tr></tfoot><tbody>${body}</tbody>`,
  'with a total without a name': `${head}${body}<tr><td></td><td>3</td></tr>`,
  'with subtotals': `${head}<tr><td>Ireland</td><td>1</td></tr><tr><td>Subtotal</td><td>1</td></tr><tr><td>Malta</td><td>2</td></tr><tr><td>Subtotal</td><td>2</td></tr><tr><td>Grand total</td><td>3</td></tr>`,
  'with the total of a group': `${head}${body}<tr><td>EU total</td><td>3</td></tr><tr><td>Total, all groups</td><td>3</td></tr>`,
  'with thousands in a title that is a sentence': `<tr><th colspan="2">Thousands of Millions Street expelled</th></tr>${head}${body}`,
  'with millions that its author means': `<tr><th data-column="name">People</th><th data-column="count">Tens of millions</th></tr>${body}`,
  'with a year in brackets': head.replace('Count', 'Count (2000)') + body,
  'with a total in capitals and a colon': `${head}${body}<tr><td>TOTAL:</td><td>3</td></tr>`,
  'with a sign for its total': `${head}${body}<tr><td>Σ</td><td>3</td></tr>`,
  'with a total and a remark': `${head}${body}<tr><td>Total (both)*</td><td>3</td></tr>`,
  'with a total in bold, called by a name': `${head}${body}<tr><td><strong>Commonwealth</strong></td><td><b>3</b></td></tr>`,
  'with a total in header cells, called by a name': `${head}${body}<tr><th>Commonwealth</th><th>3</th></tr>`,
  'with heads of groups in header cells': `${head}<tr><th>North</th><th>3</th></tr>${body}<tr><th>All</th><th>3</th></tr>`,
  'with a total rounded': `${head}${body}<tr><td>Total</td><td>3.0</td></tr>`,
  'with its average': `${head}${body}<tr><td>Average</td><td>1.5</td></tr><tr><td>Total</td><td>3</td></tr>`,
  'with its mean, rounded': `${head}${body}<tr><td>Ø per country</td><td>2</td></tr>`,
  'with notes that have a label': `${head}${body}<tr><td>Source:</td><td>ministries</td></tr><tr><td>As of</td><td>2018</td></tr>`,
  'with classes for screen readers': head + body.replace('<td>1', '<td><span class="sr-only">about </span>1'),
  'with sort keys by class': head + body.replace('<td>1', '<td><span class="sortkey">7000100000000000000♠</span>1'),
  'with charts in its cells': head + body.replace('<td>1', '<td><svg><text>9</text></svg><canvas>8</canvas>1'),
  'with names as pictures': head + body.replace('<td>Ireland', '<td><img alt="Ireland">'),
  'with flags beside names': head + body.replace('<td>Ireland', '<td><img alt="Flag of Ireland"> Ireland'),
  'with links to footnotes': head + body.replace('<td>1', '<td>1<a href="#fn1">1</a>').replace('<td>2', '<td>2<span class="footnote">3</span>'),
  'with a first row of header cells': head + body.replace('<td>Ireland</td><td>1</td>', '<th>Ireland</th><th>1</th>'),
  'with a row of the class total': `${head}${body}<tr class="table-row--total"><td>EU</td><td>3</td></tr>`,
}; // prettier-ignore

describe('a table', () => {
  for (const [dress, html] of Object.entries(dressed))
    it(dress, () => {
      expect(rowsOf(html)).to.deep.equal({ rows: two, problems: [] });
    });

  for (const [word, lang] of Object.entries({
    Gesamt: 'de',
    Insgesamt: 'de',
    Summe: 'de',
    Ensemble: 'fr',
    Totale: 'it',
    Totaal: 'nl',
    Totalt: 'sv',
    'I alt': 'da',
    Yhteensä: 'fi',
    Razem: 'pl',
    Celkem: 'cs',
    Összesen: 'hu',
    Итого: 'ru',
    Всего: 'ru',
    Усього: 'uk',
    Toplam: 'tr',
    Σύνολο: 'el',
    المجموع: 'ar',
    'סה"כ': 'he',
    合計: 'ja',
    合计: 'zh',
    합계: 'ko',
  }))
    // prettier-ignore
    it(`has a total that is called ${word}`, () => {
      expect(rowsOf(`${head}${body}<tr><td>${word}</td><td>3</td></tr>`, lang).rows).to.deep.equal(two);
    });

  const doubtful: Record<string, [html: string, said: string, rows?: string[]]> = {
    'an average that is none': [`${head}${body}<tr><td>Average</td><td>7</td></tr>`, 'row 3 (Average): it looks like a total or an average'],
    'a column in thousands': [head.replace('Count', 'Count (in thousands)') + body, '"thousands"', []],
    'a column in millions, below its name': [`${head}<tr><th></th><th>Mio.</th></tr>${body}`, '"Mio"', []],
    'a row that says thousands': [`${head}<tr><td></td><td>(thousands)</td></tr>${body}`, '"thousands"', []],
    'a caption that says thousands': [`<caption>Expelled, in thousands</caption>${head}${body}`, '"in thousands"', []],
    'a title that says thousands': [`<tr><th colspan="2">Angaben in Tausend</th></tr>${head}${body}`, '"in Tausend"', []],
    'a row of units in one word': [`<tr><th>Name</th><th>Count</th><th>Share</th></tr><tr><td></td><td>Tsd.</td><td>%</td></tr><tr><td>Ireland</td><td>1</td><td>33</td></tr>`, '"Tsd"', []],
    'a note that says thousands': [`${head}${body}<tr><td colspan="2">* in thousands</td></tr>`, '"in thousands"', []],
    'thousands by their noughts': [head.replace('Count', "Count ('000)") + body, "'000", []],
    'a hidden number below a name that is shown': [`${head}${body}<tr><td>Spain</td><td style="visibility: hidden">7</td></tr>`, '"count" is empty'],
    'a collapsed row': [`${head}${body}<tr style="visibility: collapse"><td>Spain</td><td>7</td></tr>`, 'it is hidden'],
    'two numbers in two elements': [`${head}${body}<tr><td>Spain</td><td>7<small>2</small></td></tr>`, '"7 2"'],
    'a number and one behind it in a box': [`${head}${body}<tr><td>Spain</td><td><span>7</span><span>2</span></td></tr>`, '"7 2"'],
    'a raised number by its style': [`${head}${body}<tr><td>Spain</td><td>10<span style="vertical-align: super">3</span></td></tr>`, '"10³"'],
    'a total that is not the sum': [`${head}${body}<tr><td>Total</td><td>7</td></tr>`, 'row 3 (Total): it looks like a total'],
    'a number in the foot that is not the sum': [`${head}${body}<tfoot><tr><td>Spain</td><td>7</td></tr></tfoot>`, 'row 3 (Spain)'],
    'a hidden row': [`${head}${body}<tr hidden><td>Spain</td><td>7</td></tr>`, 'row 3 (Spain): it is hidden'],
    'a row that is not displayed': [`${head}${body}<tr style="color:red; display: none"><td>Spain</td><td>7</td></tr>`, 'it is hidden'],
    'one number for two rows': ['<tr><th>Name</th><th>Count</th></tr><tr><td>Spain</td><td rowspan="2">7</td></tr><tr><td>Italy</td></tr>', 'one number for several rows', []],
    'one number for two columns': ['<tr><th>Name</th><th>Count</th><th>Share</th></tr><tr><td>Spain</td><td colspan="2">7</td></tr>', 'one number for several columns', []],
    'two columns of one name': ['<tr><th>Name</th><th>Count</th><th>Count</th></tr><tr><td>Spain</td><td>7</td><td>8</td></tr>', 'two columns "Count"', []],
    'a name over two columns of numbers': ['<tr><th rowspan=2>Name</th><th colspan=2>Count</th></tr><tr><th>2017</th><th>2018</th></tr><tr><td>Spain</td><td>7</td><td>8</td></tr>', 'two columns "Count"', []],
    'a count to the power': [`${head}${body}<tr><td>Spain</td><td>10<sup>3</sup></td></tr>`, '"10³"'],
    'a number with an index': [`${head}${body}<tr><td>Spain</td><td>7<sub>2</sub></td></tr>`, '"7₂"'],
    'two values in one cell': [`${head}${body}<tr><td>Spain</td><td><data value="7">7</data>–<data value="8">8</data></td></tr>`, '"7–8"'],
    'a missing count': [`${head}${body}<tr><td>Spain</td><td>n/a</td></tr>`, '"count" is "n/a"'],
  }; // prettier-ignore
  for (const [what, [html, said, rows = two]] of Object.entries(doubtful))
    it(`names ${what}, and draws nothing of it`, () => {
      const read = rowsOf(html);
      expect(read.rows).to.deep.equal(rows);
      expect(read.problems.join()).to.contain(said);
      expect(read.problems.length).to.be.at.least(1);
    });

  it('keeps a row whose number is a sum by chance, and one that has a name with "all" in it', () => {
    const html = `${head}${body}<tr><td>Spain</td><td>3</td></tr><tr><td>All of Denmark</td><td>6</td></tr>`;
    expect(rowsOf(html).rows).to.deep.equal([...two, 'Spain 3', 'All of Denmark 6']);
  });

  it('is no total where its first word is "Total" and its number is another', () => {
    const { rows, problems } = rowsOf(`${head}<tr><td>Total</td><td>9</td></tr>${body}`);
    expect(rows).to.deep.equal(two);
    expect(problems).to.have.length(1);
  });

  it('may have a name that could be a total, which counts as the others do', () => {
    const html = `${head}<tr><td>World</td><td>4</td></tr>${body}<tr><td>Total</td><td>7</td></tr>`;
    expect(rowsOf(html)).to.deep.equal({ rows: ['World 4', ...two], problems: [] });
    const bold = `${head}${body}<tr><td><b>Spain</b></td><td><b>4</b></td></tr><tr><td>Total</td><td>7</td></tr>`;
    expect(rowsOf(bold)).to.deep.equal({ rows: [...two, 'Spain 4'], problems: [] });
  });

  it('keeps a row of nothing, whatever it is called, and one that is the sum of a few by chance', () => {
    const html = `${head}${body}<tr><td>A</td><td>0</td></tr><tr><td>B</td><td>0</td></tr><tr><td>European Union</td><td>0</td></tr><tr><td>World</td><td>3</td></tr><tr><td>C</td><td>9</td></tr>`;
    expect(rowsOf(html)).to.deep.equal({ rows: [...two, 'A 0', 'B 0', 'European Union 0', 'World 3', 'C 9'], problems: [] }); // prettier-ignore
    const bold = html.replace(/<td>(European Union|0)(?=<)/g, '<td><b>$1</b>');
    expect(rowsOf(bold).rows).to.have.length(7);
  });

  it('loses no row without a word, whatever sums its small numbers make', () => {
    const names = ['World', 'EU', 'European Union', 'All states', 'Ensemble', 'Both', 'Sum', 'A', 'B'];
    for (let seed = 1; seed <= 500; seed++) {
      const random = randomFrom(seed);
      const rows = Array.from({ length: 3 + Math.floor(random() * 12) }, (_, at) => ({
        name: random() < 0.2 ? names[Math.floor(random() * names.length)]! : `Place ${at}`,
        count: Math.floor(random() ** 2 * 4),
      }));
      const sum = rows.reduce((all, { count }) => all + count, 0);
      // These may be totals.
      const left = rows.filter(({ name, count }) => !names.includes(name) || 2 * count !== sum);
      const html = rows.map(({ name, count }) => `<tr><td>${name}</td><td>${count}</td></tr>`);
      const read = rowsOf(head + html.join(''));
      const told = new Set(read.rows);
      for (const { name, count } of left)
        if (!names.includes(name)) expect(told.has(`${name} ${count}`), `${name} ${count}, seed ${seed}`).to.equal(true);
      const named = rows.filter(({ name }) => names.includes(name));
      if (named.length === 1 && 2 * named[0]!.count !== sum)
        expect(read, `seed ${seed}`).to.deep.equal({ rows: rows.map(({ name, count }) => `${name} ${count}`), problems: [] });
    }
  }); // prettier-ignore

  describe('with sums that nothing calls so keeps them, and tells of them', () => {
    const rows = (...counts: [name: string, count: number][]): string =>
      head + counts.map(([name, count]) => `<tr><td>${name}</td><td>${count}</td></tr>`).join('');
    const sums: Record<string, [html: string, named: string[]]> = {
      'first': [rows(['Germany', 60], ['A', 10], ['B', 20], ['C', 30]), ['Germany']],
      'last': [rows(['A', 10], ['B', 20], ['C', 30], ['Germany', 60]), ['Germany']],
      'as heads of groups': [rows(['North', 30], ['A', 10], ['B', 20], ['South', 7], ['C', 3], ['D', 4]), ['North', 'South']],
      'as feet of groups': [rows(['A', 10], ['B', 20], ['North', 30], ['C', 3], ['D', 4], ['South', 7]), ['North', 'South']],
      'not between others': [rows(['A', 10], ['Germany', 60], ['B', 20], ['C', 30]), []],
      'not of few rows': [rows(['A', 1], ['B', 2], ['C', 3]), []],
      'not where they are none': [rows(['A', 10], ['B', 20], ['C', 30], ['D', 40]), []],
      'not of nothing': [rows(['A', 0], ['B', 0], ['C', 0], ['D', 0], ['E', 0], ['F', 0]), []],
    }; // prettier-ignore
    for (const [where, [html, named]] of Object.entries(sums))
      it(where, () => {
        const hints = hintsOf(html);
        expect(hints.map((hint) => /\((\w+)\): its number is the sum/.exec(hint)?.[1])).to.deep.equal(named); // prettier-ignore
        expect(rowsOf(html).rows).to.have.length(html.split('<tr>').length - 2);
        expect(rowsOf(html).problems).to.deep.equal([]);
      });
  });

  it('cannot be made wide or high without end', () => {
    const html = `${head}<tr><td colspan="99999999" rowspan="99999999">x</td></tr>${body}`;
    expect(() => rowsOf(html)).not.to.throw();
    expect(readGrid(markup(`<table>${html}</table>`))[1]!.cells.length).to.be.below(1000);
  });
});

describe('the text of an element', () => {
  const texts: [html: string, text: string][] = [
    ['<td> a\n b&nbsp;c </td>', 'a b c'], ['<td>a<br>b</td>', 'a b'], ['<td><p>a</p><p>b</p></td>', 'a b'], ['<td>a<script>b</script><style>c</style></td>', 'a'],
    ['<td>1<sup>er</sup></td>', '1er'], ['<td>km<sup>2</sup></td>', 'km²'], ['<td>H<sub>2</sub>O</td>', 'H₂O'], ['<td>a<sup>*</sup></td>', 'a'],
    ['<td>a<a href="#cite_note-1">[1]</a></td>', 'a'], ['<td><a href="#1">1</a></td>', '1'], ['<td>1<a href="/x">2</a></td>', '1 2'], ['<td>1<!-- -->2</td>', '12'],
    ['<td>12<span>%</span></td>', '12%'], ['<td><img alt="a"></td>', 'a'], ['<td><img alt="a"> b</td>', 'b'], ['<td><span hidden><img alt="a"></span></td>', ''],
    ['<td>a<sup><a href="#1">1</a></sup></td>', 'a'], ['<td><s>a</s> b</td>', 'b'], ['<td>a<!-- b --></td>', 'a'], ['<td>a\u200b\u00adb</td>', 'ab'],
  ]; // prettier-ignore
  for (const [html, text] of texts)
    it(html, () => {
      const cells: Markup[] = [];
      const visit = (node: Markup): void => {
        if (node.name === 'td') cells.push(node);
        for (const child of node.children) if (typeof child !== 'string') visit(child);
      };
      visit(markup(`<table><tr>${html}</tr></table>`));
      const [cell] = cells as [Markup];
      expect(readText(cell)).to.equal(text);
    });

  it('of an item of a list stands beside its data', () => {
    const list = markup(
      '<ol><li data-from="A" data-to-tone="b">said <b>so</b></li><li>x</li></ol>',
    );
    expect(readList(list)).to.deep.equal({
      columns: ['from', 'toTone', 'text'],
      rows: [['A', 'b', 'said so'], ['', '', 'x']],
    }); // prettier-ignore
  });
});

describe('data and states are found below wrappers', () => {
  const data = `<table class="data">${head}${body}</table>`;
  const states = '<table hidden class="states"><tr><th>step</th></tr><tr><td>all</td></tr></table>';
  const inSlot = (html: string): string => html.replace('<table', '<table slot="steps"');
  const wrapped: Record<string, string> = {
    'side by side': data + inSlot(states),
    'the other way round': inSlot(states) + data,
    'in figures': `<figure class="table">${data}</figure><figure class="table">${inSlot(states)}</figure>`,
    'in a figure with the slot': `<figure class="table">${data}</figure><figure slot="steps" class="table">${states}</figure>`,
    'in one div': `<div>${inSlot(states)}${data}</div>`,
    'deep in divs': `<div><div>${data}</div></div><div slot="steps"><div><div>${states}</div></div></div>`,
    'among other things': `&nbsp;<p>&nbsp;</p><script></script>${data}<!-- x --><p></p>${inSlot(states)}`,
  };
  const classes = (...found: unknown[]): unknown[] =>
    found.map((one) => (one as { get(name: string): string } | undefined)?.get('class'));

  for (const [way, html] of Object.entries(wrapped))
    it(way, () => {
      const found = findContent(markup(`<div>${html}</div>`), ['table'], columns, stateColumns);
      expect(classes(found.data[0], found.states)).to.deep.equal(['data', 'states']);
      expect([found.data.length, found.dataProblems, found.stateProblems]).to.deep.equal([
        1,
        [],
        [],
      ]);
    });

  it('also where the slot is missing, which is told', () => {
    for (const html of [data + states, states + data, `<figure>${states}</figure>${data}`]) {
      const found = findContent(markup(`<div>${html}</div>`), ['table'], columns, stateColumns);
      expect(classes(found.data[0], found.states)).to.deep.equal(['data', 'states']);
      expect(found.stateProblems.join()).to.contain('slot="steps"');
    }
  });

  it('and one without the slot is no states where another has it', () => {
    const { data: read, ...found } = findContent(
      markup(`<div>${states}${data}${inSlot(states)}</div>`),
      ['table'],
      columns,
      stateColumns,
    );
    expect(classes(...read)).to.deep.equal(['states', 'data']);
    expect(found.dataProblems.join()).to.contain('2 tables');
    expect(found.stateProblems).to.deep.equal([]);
  });

  it('and are not taken for one another', () => {
    const usStates =
      '<table class="data"><tr><th>State</th><th>Count</th></tr><tr><td>Ohio</td><td>1</td></tr></table>';
    const onMap = findContent(markup(`<div>${usStates}</div>`), ['table'], mapColumns, mapStates);
    expect(classes(onMap.data[0], onMap.states)).to.deep.equal(['data', undefined]);
    const only = findContent(
      markup(`<div>${inSlot(states)}</div>`),
      ['table'],
      columns,
      stateColumns,
    );
    expect(only.data).to.deep.equal([]);
  });

  it('and a second one is named', () => {
    const twice = findContent(
      markup(`<div>${data}${data}${inSlot(states)}${inSlot(states)}</div>`),
      ['table'],
      columns,
      stateColumns,
    );
    expect(twice.dataProblems.join()).to.contain('2 tables');
    expect(twice.stateProblems.join()).to.contain('2 tables');
  });
});
