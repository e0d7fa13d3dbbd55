import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { claimIds } from '../../src/core/claims.js';
import { isScene } from '../../src/core/cue.js';
import { textOf } from '../../src/scenes/dom-table.js';
import { settled, waitUntil } from '../helpers.js';

const units = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const tens: Record<string, number> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
};

/** Every figure that a text states, in digits or in words; "one" is an article as often as a number, and is left out. */
function figures(text: string): number[] {
  const digits = [...text.matchAll(/\d[\d,]*(?:\.\d+)?/g)].map(([found]) =>
    Number(found.replace(/,/g, '')),
  );
  const words = [...text.toLowerCase().matchAll(/[a-z]+(?:-[a-z]+)?/g)].flatMap(([word]) => {
    const [first = '', second = ''] = word.split('-');
    if (first in tens) return [tens[first]! + Math.max(0, units.indexOf(second))];
    const unit = units.indexOf(word);
    return unit > 1 ? [unit] : [];
  });
  return [...digits, ...words];
}

const all = <E extends Element = HTMLElement>(root: ParentNode, selector: string): E[] => [
  ...root.querySelectorAll<E>(selector),
];

const wordsOf = (step: Element): string => all(step, ':scope > p').map(textOf).join(' ');

/** The cells of a table that are to be read. */
const cells = (table: Element): string[][] =>
  all<HTMLTableRowElement>(table, 'tbody tr').map((row) => [...row.cells].map(textOf));

describe('“Long distance”, a page without a build step', () => {
  let page: Document;
  let steps: HTMLElement[];
  let claims: Map<string, HTMLElement>;

  before(async () => {
    const answer = await fetch('/stories/long-distance.html');
    // Parsed and no more: nothing in it is defined, as for a reader without script.
    page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    steps = all(page, 'story-step');
    claims = new Map(
      all(page, '#claims > [data-claim]').map((one) => [one.dataset['claim']!, one]),
    );
  });

  it('asks for one script and one map, and for nothing from elsewhere', () => {
    // The test server adds a script of its own.
    const scripts = all(page, 'script:not([src^="/__web-dev-server"])');
    expect(scripts.map((one) => one.outerHTML)).to.deep.equal([
      '<script type="module" src="/embed/communique.js"></script>',
    ]);
    expect(all(page, '[topology]').map((map) => map.getAttribute('topology'))).to.deep.equal([
      '../assets/world-110m.json',
    ]);
    const others = all(page, 'link, img, iframe, object, video, audio, source, [style]');
    expect(others.map(({ outerHTML }) => outerHTML)).to.deep.equal([]);
    const local = all(page, '[src]:not(script)').map((one) => one.getAttribute('src')!.slice(1));
    for (const id of local) expect(page.getElementById(id), id).to.exist;
    expect(textOf(page.querySelector('style')!)).not.to.match(/url\(|@import/);
  });

  it('reads whole without script', () => {
    expect(textOf(page.querySelector('h1')!)).to.equal('Long distance');
    expect(steps.length).to.be.within(6, 9);
    for (const step of steps)
      expect(wordsOf(step).split(/\s+/).length, step.id).to.be.within(25, 60);
    for (const hidden of all(page, '[hidden]'))
      expect(hidden.matches('table[slot="steps"], tr > *'), hidden.outerHTML).to.equal(true);
    const scenes = new Set(all(page, '[slot="stage"]').map(({ localName }) => localName));
    expect([...scenes]).to.have.members(['phone-call-scene', 'diplomat-map', 'expulsion-counter']);
  });

  it('has a described state for every step, and no other', () => {
    for (const chapter of all(page, 'story-chapter')) {
      const [head = [], ...rows] = all<HTMLTableRowElement>(
        chapter,
        ':scope > [slot="stage"] > table[slot="steps"] tr',
      ).map((row) => [...row.cells].map(textOf));
      expect(rows.map(([step]) => step)).to.deep.equal(
        all(chapter, 'story-step').map(({ id }) => id),
      );
      for (const row of rows) expect(row[head.indexOf('description')], row[0]).to.match(/\w+ \w+/);
    }
  });

  it('states no figure that a claim, with its source, or a table does not carry', () => {
    const tables = all(page, 'table:not([slot])').flatMap(cells).flat().flatMap(figures);
    for (const step of steps) {
      const made = claimIds(step.getAttribute('claims')).map((id) => textOf(claims.get(id)!));
      const allowed = new Set([...tables, ...made.flatMap(figures)]);
      const strange = figures(wordsOf(step)).filter((figure) => !allowed.has(figure));
      expect(strange, `${step.id}: ${wordsOf(step)}`).to.deep.equal([]);
    }
  });

  it('makes every claim in some step, shows it there, and names its source among the sources', () => {
    const made = new Set<string>();
    for (const step of steps) {
      const ids = step.getAttribute('claims');
      expect(step.querySelector('source-chain')!.getAttribute('claim'), step.id).to.equal(ids);
      for (const id of claimIds(ids)) made.add(id);
    }
    expect([...made]).to.have.members([...claims.keys()]);
    const sources = new Set(all(page, '.sources a').map((link) => link.getAttribute('href')));
    for (const [id, claim] of claims) {
      const links = all(claim, 'a').map((link) => link.getAttribute('href')!);
      expect(links.length, id).to.be.greaterThan(0);
      for (const link of links) expect(sources.has(link), link).to.equal(true);
    }
  });

  it('quotes what the transcript has, and counts its seconds right', () => {
    const transcript = cells(page.getElementById('transcript')!);
    const said = transcript.map((row) => row.at(-1)).join(' ');
    const quoting = [...steps.map(wordsOf), ...all(page, 'phone-call-scene td').map(textOf)];
    const quotes = quoting.flatMap((text) => [...text.matchAll(/“([^”]+)”/g)]);
    expect(quotes.length).to.be.greaterThan(6);
    for (const [, quote = ''] of quotes)
      expect(said.toLowerCase()).to.contain(quote.replace(/[,.]$/, '').toLowerCase());
    const stamp = (text: string): number => {
      const [days, hours, minutes, seconds] = text.split(':').map(Number) as [
        number,
        number,
        number,
        number,
      ];
      return ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
    };
    const first = transcript.find(([, , voice]) => voice === 'Nixon')!;
    for (const [at = '', seconds = ''] of transcript)
      expect(Number(seconds.replace('−', '-')), at).to.equal(stamp(at) - stamp(first[0]!));
  });

  it('has viewers that add up to the people of the world', () => {
    const [every, highest, none] = cells(page.getElementById('viewers')!).map(
      ([, count]) => Number(count) * 10,
    ) as [number, number, number];
    const estimates = figures(textOf(claims.get('viewers')!.querySelector('[data-part="claim"]')!));
    expect(every).to.equal(Math.min(...estimates));
    expect(every + highest).to.equal(Math.max(...estimates));
    const people = figures(textOf(claims.get('people')!)).find((figure) => figure > 3000)!;
    expect(every + highest + none).to.equal(Math.floor(people / 10) * 10);
    expect(people).to.be.greaterThan((every + highest) * 5);
  });

  it('comes alive: every step is reached, and its picture is drawn and described', async () => {
    const holder = document.createElement('div');
    for (const part of ['style', 'main'])
      holder.append(document.importNode(page.querySelector(part)!, true));
    document.body.append(holder);
    const story = holder.querySelector('scroll-story')!;
    const map = holder.querySelector('diplomat-map')!;
    const land = (): string => map.shadowRoot!.querySelector('.land')?.getAttribute('d') ?? '';
    await waitUntil(() => land().length > 1000, 'the land is drawn');
    expect(story.steps.map(({ id }) => id)).to.deep.equal(steps.map(({ id }) => id));
    for (const step of story.steps) {
      story.goTo(step.id);
      await settled();
      const stage = step.closest('story-chapter')!.querySelector(':scope > [slot="stage"]')!;
      expect(step.active, step.id).to.equal(true);
      expect(isScene(stage) && stage.step).to.equal(step.id);
      expect(step.description, step.id).to.match(/\w+ \w+/);
      const picture = stage.shadowRoot!.querySelector('[role="img"]')!;
      expect(picture.getAttribute('aria-label')).to.equal(step.description);
      expect(picture.querySelectorAll('svg path').length, step.id).to.be.greaterThan(0);
    }
    const chain = holder.querySelector('footer source-chain')!;
    expect(chain.shadowRoot!.querySelectorAll('[part="claim"]').length).to.equal(claims.size);
    holder.remove();
    history.replaceState(history.state, '', location.pathname + location.search);
  });
});
