import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.js';
import type { DiplomatMap } from '../../src/scenes/diplomat-map/diplomat-map.js';
import { times } from '../../src/core/times.js';
import { answerTimeout } from '../../src/scenes/scene-data.js';
import type { SceneElement } from '../../src/scenes/scene-element.js';
import { expectWarnings, frames, waitUntil } from '../helpers.js';

// How scenes find and read their data in a page. What cells and tables say is tested without one (test/core).

const size = 'display: block; inline-size: 500px; block-size: 400px';

async function scene<T extends SceneElement>(markup: string, lang = 'en'): Promise<T> {
  const holder = await fixture<HTMLElement>(html`<div lang=${lang}></div>`);
  holder.innerHTML = markup;
  const found = holder.firstElementChild as T;
  found.style.cssText = size;
  await found.ready;
  await frames(2);
  return found;
}

/** A scene that is given what it draws by a script. */
async function made<T extends SceneElement>(name: string, given: Partial<T>): Promise<T> {
  const holder = await fixture<HTMLElement>(html`<div lang="en"></div>`);
  const element = Object.assign(document.createElement(name) as unknown as T, given);
  element.style.cssText = size;
  holder.append(element);
  await element.ready;
  await frames(2);
  return element;
}

const notice = (of: SceneElement): string =>
  of.shadowRoot!.querySelector('.notice')?.textContent?.trim() ?? '';

const counterData =
  '<table><tr><th>Name</th><th>Count</th></tr><tr><td>Ohio</td><td>4</td></tr></table>';
const counterStates =
  '<table hidden><tr><th>step</th><th>lit</th></tr><tr><td>mine</td><td>Ohio</td></tr></table>';
const inSlot = (table: string): string => table.replace('<table', '<table slot="steps"');

describe('a long table', () => {
  const long = times(3000, (at) => ({ name: `Place ${at}`, count: 1 }));
  const rowsOf = (rows: readonly { name: string; count: number }[]): string =>
    rows.map(({ name, count }) => `<tr><td>${name}</td><td>${count}</td></tr>`).join('');
  const ways: Record<string, string> = {
    'in the content': `<expulsion-counter><table><tr><th>Name</th><th>Count</th></tr>${rowsOf(long)}</table></expulsion-counter>`,
    'from an address': `<expulsion-counter src="data:text/csv,${encodeURIComponent(['name,count', ...long.map(({ name, count }) => `${name},${count}`)].join('\n'))}"></expulsion-counter>`,
  };
  for (const [way, markup] of Object.entries(ways))
    it(`is read ${way} while the page goes on`, async () => {
      let turns = 0;
      const timer = setInterval(() => turns++);
      const counter = await scene(markup);
      clearInterval(timer);
      expect(turns).to.be.above(2);
      expect(counter.describe().slice(-60)).to.contain('and 2,751 more');
      await waitUntil(() => notice(counter) === '', 'its picture');
    });

  it('is in the still that is made before it is read', async () => {
    // It is empty at first.
    expectWarnings();
    const counter = await made<SceneElement>('expulsion-counter', {});
    counter.data = long;
    await counter.updateComplete;
    expect(notice(counter)).not.to.equal('');
    const still = counter.still('apart') as SceneElement;
    counter.after(still);
    await waitUntil(() => still.describe().includes('and 2,751 more'), 'it has the data');
    await waitUntil(() => notice(still) === '', 'its picture');
  });

  it('gives way to what is set while it is read', async () => {
    const counter = await fixture<SceneElement>(html`
      <expulsion-counter style=${size} .data=${long}></expulsion-counter>
    `);
    expect(notice(counter)).not.to.equal('');
    counter.data = [{ name: 'Ohio', count: 4 }];
    await counter.ready;
    await waitUntil(() => counter.describe().includes('Ohio'));
    // All that was under way has had its time.
    await frames(60);
    expect(counter.describe()).to.contain('Ohio').and.not.to.contain('Place');
  });
});

describe('data and states below wrappers', () => {
  const ways: Record<string, string> = {
    'as a CMS wraps tables': `<figure class="table">${counterData}</figure><figure class="table">${inSlot(counterStates)}</figure>`,
    'with the slot on the wrapper': `<div>${counterData}</div><figure slot="steps">${counterStates}</figure>`,
    'in one wrapper, states first': `<div>${inSlot(counterStates)}${counterData}</div>`,
  };
  for (const [way, markup] of Object.entries(ways))
    it(way, async () => {
      const counter = await scene(`<expulsion-counter>${markup}</expulsion-counter>`);
      expect(counter.steps).to.deep.equal(['mine']);
      expect(counter.describe('mine')).to.contain('Ohio').and.to.contain('4');
      expect(notice(counter)).to.equal('');
    });

  it('are told from one another where the slot is missing', async () => {
    const said = expectWarnings();
    const counter = await scene(
      `<expulsion-counter>${counterStates}${counterData}</expulsion-counter>`,
    );
    expect(counter.steps).to.deep.equal(['mine']);
    expect(counter.describe('mine')).to.contain('Ohio');
    expect(said.join()).to.contain('slot="steps"');
  });

  it('of a call leave it a call, and a list in a wrapper makes it a log', async () => {
    const states =
      '<table><tr><th>step</th><th>clock</th></tr><tr><td>half</td><td>5</td></tr></table>';
    const call = await scene(
      `<phone-call-scene from="A" to="B"><figure slot="steps">${states}</figure></phone-call-scene>`,
    );
    expect(call.describe('half')).to.contain('5:00');
    const log = await scene(
      '<phone-call-scene><div><ol><li data-from="A" data-to="B">hello</li></ol></div></phone-call-scene>',
    );
    expect(log.steps).to.deep.equal(['calls']);
  });

  it('cannot be mended where a <p> has ended before the table, and the <p> is named', async () => {
    const said = expectWarnings();
    await fixture(
      html`<div
        .innerHTML=${`<p><expulsion-counter>${counterData}</expulsion-counter></p>`}
      ></div>`,
    );
    await waitUntil(() => said.some((text) => text.includes('no-data')));
    expect(said.join()).to.contain('<p>');
  });
});

describe('the language of the page', () => {
  const table = (cell: string): string =>
    `<expulsion-counter><table><tr><th>Name</th><th>Count</th></tr><tr><td>A</td><td>${cell}</td></tr></table></expulsion-counter>`;

  it('says what the numbers of a table are', async () => {
    const german = await scene(table('1.234'), 'de');
    expect(german.describe('apart')).to.contain('1.234');
    const american = await scene(table('1,234'), 'en-US');
    expect(american.describe('apart')).to.contain('1,234');
  });

  it('is that of the table where it has its own', async () => {
    const german = await scene(table('1.234').replace('<table', '<table lang="de"'));
    expect(german.describe('apart')).to.contain('1,234');
  });

  it('is asked again when it changes', async () => {
    const said = expectWarnings();
    const counter = await scene(table('1,234'), 'es');
    expect(said.join()).to.contain('1234 or 1.234');
    expect(notice(counter)).not.to.equal('');
    counter.lang = 'en';
    counter.requestUpdate();
    await counter.updateComplete;
    expect(counter.describe('apart')).to.contain('1,234');
    expect(notice(counter)).to.equal('');
  });
});

describe('dates have an order', () => {
  const rows = [
    ['A', '14 March 2018', 3], ['B', '2018-03-26T09:00:00+02:00', 5], ['C', 'April 2018', 7], ['D', '', 11],
  ] as const; // prettier-ignore
  const data = rows.map(([name, date, count]) => ({ name, date, count }));

  for (const [until, sum] of [
    ['13 March 2018', 11],
    ['2018-03-14', 14],
    ['26 March 2018', 19],
    ['March 2018', 19],
    ['2018-04-29', 19],
    ['2018-04', 26],
    ['2019', 26],
    ['', 26],
  ] as const)
    // prettier-ignore
    it(`until ${until || 'the end'} ${sum} have come, in numbers and on the map`, async () => {
      const counter = await made<SceneElement & { until: string; unit: string }>(
        'expulsion-counter',
        { data: data.map((row) => ({ ...row, group: 'g' })), until, unit: 'in all' },
      );
      expect(counter.describe('together')).to.contain(`${sum} in all`);
      const map = await made<DiplomatMap>('diplomat-map', { data, states: [{ step: 'now', until }] });
      const counts = [...map.describe('now').matchAll(/[A-D] (\d+)/g)].map(([, count]) => Number(count));
      expect(counts.reduce((a, b) => a + b, 0)).to.equal(sum);
    });

  it('and one that has two meanings is named, and counts only with all others', async () => {
    const said = expectWarnings();
    const map = await made<DiplomatMap>('diplomat-map', {
      data: [
        { name: 'A', date: '03/04/2018', count: 3 },
        { name: 'B', date: '2018-03-01', count: 5 },
      ],
      states: [{ step: 'may', until: '2018-05-01' }, { step: 'all' }],
    });
    expect(map.describe('may')).to.contain('B 5').and.not.to.contain('A 3');
    expect(map.describe('all')).to.contain('A 3');
    expect(said.join()).to.contain('2018-03-04 or 2018-04-03');
  });
});

describe('a file', () => {
  const address = (bytes: BlobPart, type = 'text/csv'): string =>
    URL.createObjectURL(new Blob([bytes], { type }));

  for (const [way, file] of Object.entries({
    'in UTF-8': new TextEncoder().encode('name;count\nCôte;4'),
    'in Windows-1252': Uint8Array.from([...'name;count\nCôte;4'], (char) => char.charCodeAt(0)),
  }))
    it(`${way} is read`, async () => {
      const counter = await scene(`<expulsion-counter src="${address(file)}"></expulsion-counter>`);
      expect(counter.describe('apart')).to.contain('Côte');
      expect(notice(counter)).to.equal('');
    });

  it('that is none says what it is, and the words stay', async () => {
    const said = expectWarnings();
    const counter = await scene(
      `<expulsion-counter src="${address('<!doctype html><title>404</title>')}"><p>Words</p></expulsion-counter>`,
    );
    expect(said.join()).to.contain('it is a web page');
    expect(notice(counter)).to.contain('The words are complete');
    expect(counter.textContent).to.equal('Words');
  });

  it('that never comes ends in a notice, and ready settles', async () => {
    const said = expectWarnings();
    const { fetch: ask, setTimeout: later } = window;
    let giveUp: (() => void) | undefined;
    let signal: AbortSignal | undefined;
    window.fetch = (_, options) => {
      signal = options?.signal ?? undefined;
      return new Promise(() => {});
    };
    // The wait is cut short, not waited for.
    window.setTimeout = ((work: () => void, time?: number) => {
      if (time !== answerTimeout) return later(work, time);
      giveUp = work;
      return 0;
    }) as typeof setTimeout;
    try {
      const counter = document.createElement('expulsion-counter') as SceneElement;
      counter.src = '/nowhere/never.csv';
      counter.style.cssText = size;
      document.body.append(counter);
      await waitUntil(() => signal, 'it asks');
      expect(notice(counter)).to.contain('loading');
      giveUp!();
      await counter.ready;
      await frames(2);
      expect(notice(counter)).to.contain('could not be read');
      expect(said.join()).to.contain('30 seconds');
      expect(signal!.aborted).to.equal(true);

      counter.src = '/nowhere/never-either.csv';
      const first = signal;
      await waitUntil(() => signal !== first, 'it asks again');
      counter.remove();
      expect(signal!.aborted, 'given up when it leaves the page').to.equal(true);
    } finally {
      Object.assign(window, { fetch: ask, setTimeout: later });
    }
    await frames(2);
    expect(said.filter((text) => text.includes('never-either'))).to.deep.equal([]);
  });

  it('of an odd address, or none, harms nothing', async () => {
    const said = expectWarnings();
    const counter = await scene(`<expulsion-counter src="#">${counterData}</expulsion-counter>`);
    expect(said.join()).to.contain('there is no element with the id ""');
    counter.removeAttribute('src');
    await counter.updateComplete;
    expect(counter.describe('apart')).to.contain('Ohio');
  });
});

describe('coordinates are latitude first', () => {
  const data = [{ name: 'A', lat: 40, lon: -100, count: 2 }];

  const map = (centre: string, outlines?: unknown): Promise<DiplomatMap> =>
    made<DiplomatMap>('diplomat-map', { data, centre, home: 'Here', map: outlines });
  const home = (of: DiplomatMap): string =>
    of.shadowRoot!.querySelector('.distance') ? of.shadowRoot!.querySelector('svg')!.innerHTML : '';

  for (const centre of [
    '-33.5, 151.25',
    '33.5° S, 151.25° E',
    '151.25° E, 33.5° S',
    "33°30'S 151°15'E",
  ])
    it(`in the attribute: ${centre}`, async () => {
      const drawn = home(await map(centre));
      expect(drawn).not.to.equal('');
      expect(drawn).to.equal(home(await map('-33.5,151.25')));
    });

  it('and the other order is understood where it is the only one, and told once', async () => {
    const right = home(await map('-33.5,151.25'));
    expect(right).not.to.equal(home(await map('33.5,151.25')));
    const said = expectWarnings();
    const turned = await map('151.25,-33.5');
    expect(home(turned)).to.equal(right);
    turned.unit = 'people';
    await turned.updateComplete;
    expect(said.filter((text) => text.includes('centre-order'))).to.have.length(1);
    expect(said.join()).to.contain('write "-33.5, 151.25"');
  });

  it('or where the prepared map says which is meant', async () => {
    const prepared = {
      projection: 'azimuthal-equidistant',
      centre: [37.6, 55.8],
      unit: 1,
      radius: 9000,
      land: 'M0 0',
      borders: 'M0 0',
    };
    const said = expectWarnings();
    await map('55.8, 37.6', prepared);
    expect(said).to.deep.equal([]);
    await map('37.6,55.8', prepared);
    expect(said.join()).to.contain('centre-order').and.to.contain('write "55.8, 37.6"');
    await map('10, 10', prepared);
    expect(said.join()).to.contain('bad-centre');
  });

  it('and a point that is nowhere is named, never drawn, and still counted', async () => {
    const said = expectWarnings();
    const element = await map('95, 200');
    expect(said.join()).to.contain('from -90 to 90');
    element.data = [...data, { name: 'Beyond', lat: 100, lon: 5, count: 3 }];
    await element.updateComplete;
    expect(said.join()).to.contain('"lat" is "100"');
    expect(element.describe('places')).to.contain('Beyond 3');
  });
});

it('names with commas can be listed in quotes', async () => {
  const map = await made<DiplomatMap>('diplomat-map', {
    data: [
      { name: 'Korea, Republic of', lat: 37, lon: 127, count: 2 },
      { name: 'Iran', lat: 32, lon: 53, count: 1 },
    ],
    states: [
      { step: 'text', ring: '"Korea, Republic of", Iran', focus: '"Korea, Republic of"' },
      { step: 'list', ring: ['Korea, Republic of'] },
    ],
  });
  expect(map.describe('text')).to.contain('Ringed: Korea, Republic of and Iran');
  expect(map.describe('list')).to.contain('Ringed: Korea, Republic of.');
});
