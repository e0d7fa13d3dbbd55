import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import '../../../src/scenes/source-chain/define.js';
import type { Claim } from '../../../src/core/claims.js';
import type { SourceChain } from '../../../src/scenes/source-chain/source-chain.js';
import type { TemplateResult } from 'lit';
import { expectWarnings } from '../../helpers.js';

const claims: Claim[] = [
  {
    id: 'c09',
    claim: 'The call ran for 41 minutes.',
    speaker: 'A senior European diplomat',
    hands: ['Whoever briefed the official', 'A Russian official', 'A diplomat', 'A reporter'],
    certainty: 'A figure, told and retold.',
    standing: 'uncorroborated',
    sources: [],
  },
  {
    id: 'c12',
    claim: 'The invitation came last.',
    speaker: 'A senior European diplomat',
    hands: ['A reporter'],
    certainty: '',
    standing: 'contested',
    sources: [{ name: 'A newspaper', href: 'https://example.org/a' }],
  },
];

const items = claims.map(
  ({ id, claim, hands, standing, sources }) => html`
    <li data-claim=${id} data-standing=${standing}>
      <p data-part="claim">${claim}</p>
      <ol data-part="hands">
        ${hands.map((hand) => html`<li>${hand}</li>`)}
      </ol>
      <ul data-part="sources">
        ${sources.map(({ name, href }) => html`<li><a href=${href}>${name}</a></li>`)}
      </ul>
    </li>
  `,
);
const ledger = html`<source-chain
  ><ol id="claims">
    ${items}
  </ol></source-chain
>`;

async function chain(template: TemplateResult): Promise<SourceChain> {
  const made = await fixture<SourceChain>(template);
  await drawn(made);
  return made;
}
/** The content is read once the page has it. */
async function drawn(made: SourceChain): Promise<void> {
  await aTimeout(0);
  await made.updateComplete;
}
const texts = (root: SourceChain, selector: string): string[] =>
  [...root.renderRoot.querySelectorAll(selector)].map((element) =>
    element.textContent.trim().replace(/\s+/g, ' '),
  );

describe('source-chain', () => {
  it('shows a claim with its hands in order, the reader last', async () => {
    const made = await chain(html`<source-chain .data=${claims[0]}></source-chain>`);
    expect(texts(made, '.words')).deep.equal([claims[0]!.claim]);
    expect(texts(made, 'ol.hands > li')).deep.equal([...claims[0]!.hands, 'You']);
    expect(texts(made, '.reach')).deep.equal(['How this reaches you: 4 hands']);
    expect(texts(made, '.certainty')).deep.equal(['Not corroborated. A figure, told and retold.']);
    expect(made.renderRoot.querySelector('.claims')).equal(null);
  });

  it('counts one hand as one, and takes other words for the reader and for the count', async () => {
    const made = await chain(
      html`<source-chain
        .data=${claims}
        claim="c12"
        you="Reader"
        reach="By way of {hands}"
      ></source-chain>`,
    );
    expect(texts(made, '.reach')).deep.equal(['By way of 1 hand']);
    expect(texts(made, '.you')).deep.equal(['Reader']);
    const link = made.renderRoot.querySelector('a')!;
    expect([link.href, link.rel, link.target]).deep.equal([
      'https://example.org/a',
      'external',
      '',
    ]);
  });

  it('draws its own content in place of it, once', async () => {
    const made = await chain(ledger);
    expect(texts(made, '.words')).deep.equal(claims.map(({ claim }) => claim));
    expect(made.querySelector('li')!.checkVisibility()).equal(false);
    await expect(made).to.be.accessible();
  });

  it('reads claims from a list elsewhere, also one that comes later', async () => {
    const holder = await fixture(
      html`<div><source-chain src="#claims" claim="c12, c09" compact></source-chain></div>`,
    );
    const made = holder.querySelector('source-chain')!;
    const list = await fixture<HTMLElement>(
      html`<ol id="claims">
        ${items}
      </ol>`,
    );
    await aTimeout(0);
    await made.updateComplete;
    expect(texts(made, '.words')).lengthOf(2);
    list.querySelector('p')!.textContent = 'Other words.';
    await aTimeout(0);
    await made.updateComplete;
    expect(texts(made, '.words')[0]).equal('Other words.');
  });

  it('warns of a claim that it does not have and leaves the words', async () => {
    const warnings = expectWarnings();
    const made = await chain(
      html`<source-chain claim="c99"
        ><ol>
          ${items}
        </ol></source-chain
      >`,
    );
    expect(warnings).lengthOf(1);
    expect(warnings[0]).contain('"c99"').and.contain('"c09", "c12"');
    expect(made.querySelector('li')!.checkVisibility()).equal(true);
  });

  it('warns of a list that is not there', async () => {
    const warnings = expectWarnings();
    const made = await chain(html`<source-chain src="#nowhere"><p>Words.</p></source-chain>`);
    await aTimeout(1100);
    expect(warnings).lengthOf(1);
    expect(warnings[0]).contain('#nowhere');
    expect(made.querySelector('p')!.checkVisibility()).equal(true);
  });

  it('makes no link of what would run script, and throws at no data', async () => {
    const odd = [
      {
        id: 'x',
        claim: 'x',
        hands: 'none',
        sources: [{ name: 'No', href: 'javascript:alert(1)' }],
      },
      null,
      { id: 'y' },
    ];
    const made = await chain(html`<source-chain .data=${odd}></source-chain>`);
    expect(made.renderRoot.querySelector('a')).equal(null);
    expect(texts(made, '.sources li')).deep.equal(['No']);
  });

  for (const width of [280, 390, 760, 1100])
    for (const size of ['16px', '32px'])
      it(`keeps hands apart and inside at ${width} px, type ${size}`, async () => {
        const holder = await fixture<HTMLElement>(
          html`<div style="width: ${width}px; --story-font-size: ${size}">
            <source-chain .data=${claims}></source-chain>
          </div>`,
        );
        const made = holder.querySelector('source-chain')!;
        await drawn(made);
        expect(made.scrollWidth).most(width);
        for (const list of made.renderRoot.querySelectorAll('ol.hands')) {
          const boxes = [...list.children].map((hand) => hand.getBoundingClientRect());
          boxes.slice(1).forEach((box, at) => {
            const before = boxes[at]!;
            expect(box.left >= before.right - 1 || box.top >= before.bottom - 1).equal(true);
          });
        }
      });

  for (const theme of ['light', 'dark'])
    it(`is accessible, ${theme}`, async () => {
      const holder = await fixture<HTMLElement>(
        html` <div
          style="color-scheme: ${theme}; background: ${theme === 'dark' ? '#0b1017' : '#f5f6f8'}"
        >
          <source-chain .data=${claims}></source-chain>
        </div>`,
      );
      const made = holder.querySelector('source-chain')!;
      await drawn(made);
      await expect(made).to.be.accessible();
    });
});
