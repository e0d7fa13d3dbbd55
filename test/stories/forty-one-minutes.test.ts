import { expect } from '@open-wc/testing';
import type { Claim } from '../../src/core/claims.js';
import { claimIds } from '../../src/core/claims.js';
import { readClaims } from '../../src/scenes/source-chain/read-claims.js';
import { figures } from '../../src/board/figures.js';
import { expulsions, page } from '../story-page.js';
import { statesIn } from '../told.js';

const known = new Map<string, Claim>(readClaims(page).map((claim) => [claim.id, claim]));
/** What the account claims, and what is known from outside it. */
const claims = [...known.values()].filter(({ id }) => id.startsWith('c'));
const facts = [...known.values()].filter(({ id }) => id.startsWith('f'));

/** What a claim carries: the figures of its words, and the number of its hands. */
const carried = (claim: Claim): number[] => [
  ...figures([claim.claim, claim.speaker, claim.certainty, ...claim.hands].join(' ')),
  claim.hands.length,
];

const sum = (rows: typeof expulsions): number => rows.reduce((all, row) => all + row.expelled, 0);
const by = (date: string) => expulsions.filter((row) => row.announced <= date && row.expelled);

describe('“Forty-one minutes”', () => {
  const steps = [...page.querySelectorAll<HTMLElement>('story-step')];

  it('has 28 claims of the account and 13 facts from outside it', () =>
    expect([claims.length, facts.length]).to.deep.equal([28, 13]));

  const wordsOf = (step: Element): string =>
    [...step.querySelectorAll(':scope > p')].map((p) => p.textContent).join(' ');

  it('has about twenty steps, each with an id and a name of its own', () => {
    expect(steps.length).to.be.within(18, 22);
    expect(new Set(steps.map(({ id }) => id)).size).to.equal(steps.length);
    expect(new Set(steps.map((step) => step.getAttribute('name'))).size).to.equal(steps.length);
  });

  it('says a step in 25 to 60 words', () => {
    for (const step of steps.filter(({ id }) => id !== 'ledger'))
      expect(wordsOf(step).trim().split(/\s+/).length, step.id).to.be.within(25, 60);
  });

  it('makes every claim of the account in some step, and names none that is not known', () => {
    const made = steps.flatMap((step) => claimIds(step.getAttribute('claims')));
    expect(made.filter((id) => !known.has(id))).to.deep.equal([]);
    const all = claims.map(({ id }) => id).filter((id) => id !== 'c01');
    expect(all.filter((id) => !made.includes(id))).to.deep.equal([]);
    expect(facts.map(({ id }) => id).filter((id) => !made.includes(id))).to.deep.equal([]);
  });

  it('states no figure that a claim or a row of data does not carry', () => {
    const counts = [
      claims.filter(({ standing }) => standing === 'contested').length,
      sum(expulsions),
      sum(expulsions.filter(({ code }) => code)),
      expulsions.filter(({ code, expelled }) => code && expelled).length,
      sum(expulsions.filter(({ code }) => !code)),
    ];
    for (const step of steps) {
      const ids = claimIds(step.getAttribute('claims'));
      const allowed = new Set(ids.flatMap((id) => carried(known.get(id)!)));
      if (step.id === 'ledger') for (const figure of [...counts, 0, 2018]) allowed.add(figure);
      const strange = figures(wordsOf(step)).filter((figure) => !allowed.has(figure));
      expect(strange, `${step.id}: ${wordsOf(step)}`).to.deep.equal([]);
    }
  });

  it('has sums that the table bears out', () => {
    const eu = by('2018-03-26').filter(({ group }) => group === 'EU');
    const monday = expulsions.filter((row) => row.announced === '2018-03-26' && row.expelled);
    const countries = by('2018-03-29').filter(({ code }) => code);
    const uk = expulsions.find(({ code }) => code === 'GB')!;
    const bears = (id: string, ...expected: number[]): void =>
      void expect(figures(known.get(id)!.claim), id).to.include.members(expected);
    bears('f09', eu.length, sum(eu), uk.expelled);
    bears('f10', monday.length, sum(monday), sum(by('2018-03-26')), by('2018-03-26').length);
    bears('f11', sum(by('2018-03-29')), sum(countries), countries.length);
  });

  it('gives every step a state of the scene that it shows', () => {
    // `there` stands on the way to the next, `title` on the cover.
    const others = new Set(['there', 'title']);
    const tables = statesIn(page);
    expect(tables).to.have.length(7);
    for (const { step } of tables.flat())
      if (!others.has(step!)) expect(steps.map(({ id }) => id)).to.include(step);
  });

  it('gives every claim its hands, its certainty and, where it is corroborated, a source', () => {
    for (const { id, hands, certainty, standing, sources } of claims) {
      expect(hands.length, id).to.be.greaterThan(0);
      expect(certainty, id).not.to.equal('');
      if (standing === 'corroborated' || standing === 'partly')
        expect(sources.length, id).to.be.greaterThan(0);
    }
  });

  it('keeps the adviser in the Kremlin unnamed and prints no address of the account', () => {
    expect(page.body.textContent).not.to.match(/Ushakov/);
    expect(page.body.innerHTML).not.to.match(/newyorker\.com/);
  });
});
