// Longer than other files because every standing, every way for claims to come in and every trouble is a story of its own.
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { expect, waitFor } from 'storybook/test';
import type { Claim } from '../src/core/claims.js';
import type { SourceChain } from '../src/scenes/source-chain/source-chain.js';
import {
  arabicClaim,
  claims,
  germanClaim,
  hebrewClaim,
  longChain,
  twoHundredClaims,
} from './data/calls.js';

const name = 'source-chain';

/** A chain, as arguments of a story; `slotted` is its content, `after` stands behind it in the page. */
type Args = Pick<SourceChain, 'data' | 'src' | 'claim' | 'compact' | 'you' | 'reach'> & {
  slotted: TemplateResult | undefined;
  after: TemplateResult | undefined;
};

const meta: Meta<Args> = {
  title: 'Scenes/Source chain',
  component: name,
  args: {
    data: claims,
    src: '',
    claim: '',
    compact: false,
    you: '',
    reach: '',
    slotted: undefined,
    after: undefined,
  },
  argTypes: {
    claim: { control: 'select', options: ['', ...claims.map(({ id }) => id), 'tide, wreck'] },
    you: { control: 'text' },
    reach: { control: 'text' },
    slotted: { table: { disable: true } },
    after: { table: { disable: true } },
  },
  render: ({ slotted, after, ...args }) => html`
    <div .style=${'padding: 1rem'}>
      <source-chain
        .data=${args.data}
        src=${args.src || nothing}
        claim=${args.claim}
        ?compact=${args.compact}
        you=${args.you}
        reach=${args.reach}
        >${slotted}</source-chain
      >
      ${after}
    </div>
  `,
};
export default meta;
type Story = StoryObj<Args>;

/** What a reader sees of a chain, part by part, once its claims are read. */
class Seen {
  readonly chain: SourceChain;
  constructor(canvas: HTMLElement, at = 0) {
    this.chain = canvas.querySelectorAll<SourceChain>(name)[at]!;
  }
  all(selector: string): HTMLElement[] {
    return [...this.chain.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
  }
  texts(selector: string): string[] {
    return this.all(selector).map((part) => part.textContent.replace(/\s+/gu, ' ').trim());
  }
  get words(): string[] {
    return this.texts('.words');
  }
  get hands(): string[] {
    return this.texts('.hands li');
  }
  get reach(): string[] {
    return this.texts('.reach');
  }
  /** Whether the line of hands lies flat and not upright. */
  get flat(): boolean {
    const [first, second] = this.all('.hands li').map((hand) => hand.getBoundingClientRect());
    return Math.abs(first!.top - second!.top) < 2;
  }
}

/** A play function: so many claims have come, none is wider than its box, and what is checked besides. */
const looks =
  (count: number, check: (seen: Seen) => Promise<void>): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const seen = new Seen(canvasElement);
    await waitFor(() => expect(seen.words).toHaveLength(count));
    const { right, left } = seen.chain.getBoundingClientRect();
    const wide = seen.all('p, li, a').filter((part) => {
      const box = part.getBoundingClientRect();
      return box.right > right + 1 || box.left < left - 1;
    });
    await expect(wide, 'what is wider than its box').toEqual([]);
    await check(seen);
  };

export const Playground: Story = {
  play: looks(claims.length, async (seen) => {
    await expect(seen.words).toEqual(claims.map(({ claim }) => claim));
    await expect(seen.reach[0]).toBe('How this reaches you: 2 hands');
  }),
};

// Every standing.

const one = (id: string): Partial<Args> => ({ claim: id });

export const Corroborated: Story = {
  args: one('tide'),
  play: looks(1, async (seen) => {
    await expect(seen.hands).toEqual(['Tide gauge', 'Harbour office', 'You']);
    await expect(seen.texts('.certainty')).toEqual([
      'Corroborated. Two gauges agree to the minute.',
    ]);
    await expect(seen.all('.mark.corroborated')).toHaveLength(1);
    const [link] = seen.all('a');
    await expect(link).toHaveAttribute('href', 'https://example.org/notice');
    await expect(link).toHaveAccessibleName('Daily notice');
  }),
};

export const PartlyCorroborated: Story = {
  args: one('fog'),
  play: looks(1, async (seen) => {
    await expect(seen.texts('.certainty strong')).toEqual(['Partly corroborated.']);
    await expect(seen.all('.mark.partly path')[0]!.getAttribute('d')).not.toBe('');
  }),
};

export const NotCorroborated: Story = {
  args: one('bell'),
  play: looks(1, async (seen) => {
    await expect(seen.texts('.certainty strong')).toEqual(['Not corroborated.']);
    await expect(seen.hands).toHaveLength(5);
    await expect(seen.all('a'), 'no source, no link').toHaveLength(0);
  }),
};

export const Contested: Story = {
  args: one('wreck'),
  play: looks(1, async (seen) => {
    await expect(seen.texts('.certainty strong')).toEqual(['Contested.']);
    await expect(seen.reach).toEqual(['How this reaches you: 1 hand']);
  }),
};

export const NothingButWordsAndAPrintedSource: Story = {
  args: one('weather'),
  play: looks(1, async (seen) => {
    await expect(seen.texts('.reach, .certainty')).toEqual([]);
    await expect(seen.texts('.sources li')).toEqual(['The almanac, in print']);
    await expect(seen.all('a')).toHaveLength(0);
  }),
};

export const AStandingOfItsOwn: Story = {
  args: one('swans'),
  play: looks(1, async (seen) => {
    await expect(seen.texts('.certainty strong')).toEqual(['Counted by one.']);
    await expect(seen.all('.mark'), 'a mark that nobody knows is none').toHaveLength(0);
  }),
};

export const EightHands: Story = {
  args: { data: longChain },
  play: looks(1, async (seen) => {
    await expect(seen.hands).toEqual([...longChain.hands, 'You']);
    await expect(seen.reach).toEqual(['How this reaches you: 8 hands']);
  }),
};

export const EightHandsOnAPhone: Story = {
  ...EightHands,
  globals: { width: 'phone' },
  play: looks(1, async (seen) => {
    await expect(seen.flat, 'the line stands upright').toBe(false);
    const tops = seen.all('.hands li').map((hand) => hand.getBoundingClientRect().top);
    await expect(tops).toEqual([...tops].sort((a, b) => a - b));
  }),
};

export const TwoHandsLieFlat: Story = {
  args: one('tide'),
  play: looks(1, async (seen) => {
    await expect(seen.flat).toBe(true);
  }),
};

export const SeveralByName: Story = {
  args: { claim: 'tide, wreck' },
  play: looks(2, async (seen) => {
    await expect(seen.words).toEqual([claims[0]!.claim, claims[3]!.claim]);
  }),
};

export const Compact: Story = {
  args: { compact: true, claim: 'tide bell' },
  play: looks(2, async (seen) => {
    const [words] = seen.all('.words');
    const size = (element: Element): number => parseFloat(getComputedStyle(element).fontSize);
    await expect(size(words!), 'no larger than the words around it').toBe(size(seen.chain));
  }),
};

export const InOtherWords: Story = {
  args: { claim: 'fog', you: 'Our readers', reach: 'Passed on by {hands}' },
  play: looks(1, async (seen) => {
    await expect(seen.reach).toEqual(['Passed on by 3 hands']);
    await expect(seen.hands.at(-1)).toBe('Our readers');
  }),
};

export const Dark: Story = {
  globals: { theme: 'dark' },
  play: looks(claims.length, async (seen) => {
    const paper = getComputedStyle(document.documentElement).backgroundColor;
    await expect(getComputedStyle(seen.all('.words')[0]!).color).not.toBe(paper);
  }),
};

// Where claims come from.

/** A ledger in markup, which is what a reader without script reads. */
const ledger = (id: string | typeof nothing): TemplateResult => html`
  <ul id=${id}>
    <li data-claim="ice" data-standing="partly">
      <p data-part="claim">The river froze in January.</p>
      <p data-part="speaker">The river museum</p>
      <ul data-part="hands">
        <li>Diary</li>
        <li>Museum</li>
      </ul>
      <p data-part="certainty">One diary says so.</p>
      <p data-part="sources"><a href="https://example.org/diary">The diary</a></p>
    </li>
    <li data-claim="thaw">
      <p data-part="claim">It thawed in March.</p>
      <p data-part="speaker">The same diary</p>
    </li>
  </ul>
`;

export const FromItsContent: Story = {
  args: { data: undefined, slotted: ledger(nothing) },
  play: looks(2, async (seen) => {
    await expect(seen.hands).toEqual(['Diary', 'Museum', 'You']);
    const own = seen.chain.querySelector('ul')!;
    await expect(own.checkVisibility(), 'it is not read twice').toBe(false);
  }),
};

export const FromAnElementFurtherDown: Story = {
  args: { data: undefined, src: '#ledger', claim: 'ice', after: ledger('ledger') },
  play: looks(1, async (seen) => {
    await expect(seen.words).toEqual(['The river froze in January.']);
    const [link] = seen.all('a');
    await expect(link).toHaveAccessibleName('The diary');
    link!.focus();
    await expect(seen.chain.shadowRoot!.activeElement).toBe(link);
  }),
};

// Other people's claims.

export const TwoHundredClaims: Story = {
  args: { data: twoHundredClaims },
  play: looks(200, async (seen) => {
    await expect(seen.words.at(-1)).toBe('Entry 200 of the harbour’s book.');
  }),
};

export const LongGermanNames: Story = {
  args: { data: germanClaim },
  globals: { locale: 'de' },
  play: looks(1, async (seen) => {
    await expect(seen.reach).toEqual(['So gelangt das zu Ihnen: über 4 Stationen']);
    await expect(seen.texts('.certainty strong')).toEqual(['Bestätigt.']);
  }),
};

export const LongGermanNamesOnAPhone: Story = {
  ...LongGermanNames,
  globals: { locale: 'de', width: 'phone' },
};

/** Read from right to left: the first hand stands at the right, the reader at the left. */
const fromTheRight = async (seen: Seen): Promise<void> => {
  const hands = seen.all('.hands li').map((hand) => hand.getBoundingClientRect());
  await expect(hands[0]!.right).toBeGreaterThan(hands.at(-1)!.right);
};

export const Arabic: Story = {
  args: { data: arabicClaim },
  globals: { locale: 'ar' },
  play: looks(1, async (seen) => {
    await fromTheRight(seen);
    await expect(seen.reach[0], 'few have a plural of their own').toMatch(/[3٣] وسطاء$/u);
  }),
};

export const ArabicInEgypt: Story = {
  ...Arabic,
  globals: { locale: 'ar-EG' },
  play: looks(1, async (seen) => {
    await expect(seen.reach).toEqual(['كيف وصل هذا إليك: ٣ وسطاء']);
  }),
};

export const Hebrew: Story = {
  args: { data: hebrewClaim },
  globals: { locale: 'he' },
  play: looks(1, async (seen) => {
    await fromTheRight(seen);
    await expect(seen.reach, 'so has two').toEqual(['כך הגיע הדבר לקוראים: שתי תחנות']);
  }),
};

export const HebrewOnAPhone: Story = {
  ...Hebrew,
  globals: { locale: 'he', width: 'phone' },
  play: looks(1, async (seen) => {
    const [first] = seen.all('.hands li');
    await expect(getComputedStyle(first!).direction).toBe('rtl');
  }),
};

export const OtherDigits: Story = {
  args: { data: longChain, reach: '{hands}' },
  globals: { locale: 'hi-u-nu-deva' },
  play: looks(1, async (seen) => {
    await expect(seen.reach).toEqual([expect.stringMatching(/^८ /u)]);
  }),
};

// Every width.

const widths = [280, 390, 640, 900, 1200] as const;

export const EveryWidth: Story = {
  render: ({ data }) =>
    html`${widths.map(
      (width) =>
        html`<div .style=${`inline-size: ${width}px; padding: 1rem; overflow: hidden`}>
          <p>${width}</p>
          <source-chain .data=${data} claim="bell"></source-chain>
        </div>`,
    )}`,
  play: async ({ canvasElement }) => {
    const flat: boolean[] = [];
    for (const at of widths.keys()) {
      const seen = new Seen(canvasElement, at);
      await waitFor(() => expect(seen.hands).toHaveLength(5));
      flat.push(seen.flat);
      for (const hand of seen.all('.hands li'))
        await expect(hand.scrollWidth).toBeLessThanOrEqual(hand.clientWidth + 1);
    }
    await expect(flat[0], 'upright where it is narrow').toBe(false);
    await expect(flat.at(-1), 'flat where it is wide').toBe(true);
  },
};

// Troubles.

export const NoClaims: Story = {
  args: { data: undefined, slotted: html`<p>Words that are no claims stay as they are.</p>` },
  play: looks(0, async (seen) => {
    await expect(seen.chain.querySelector('p')).toBeVisible();
  }),
};

export const AnUnknownClaim: Story = {
  args: { claim: 'tide, whale' },
  parameters: { warns: ['<source-chain> has no claim "whale"; its claims are "tide", "fog"'] },
  play: looks(1, async (seen) => {
    await expect(seen.words).toEqual([claims[0]!.claim]);
  }),
};

/** The second that a list may come late is over before the story is. */
export const ASourceThatIsNotThere: Story = {
  args: { data: undefined, src: '#nowhere', slotted: html`<p>What is written here stays.</p>` },
  parameters: { warns: ['<source-chain> finds no element with the id "#nowhere"'] },
  play: async ({ canvasElement }) => {
    await new Promise((over) => setTimeout(over, 1100));
    await expect(canvasElement.querySelector('source-chain p')).toBeVisible();
  },
};

const careless = {
  id: 'careless',
  claim: 'A claim whose parts were left out or written badly.',
  speaker: '',
  standing: 'corroborated',
  certainty: '',
  hands: 'One hand that is no list',
  sources: [
    { name: 'An address that would run script', href: 'javascript:alert(1)' },
    { name: '', href: 'https://example.org/nameless' },
  ],
} as unknown as Claim;

export const BadData: Story = {
  args: { data: careless },
  play: looks(1, async (seen) => {
    await expect(seen.hands).toEqual(['One hand that is no list', 'You']);
    await expect(seen.texts('.sources li')).toEqual([
      'An address that would run script',
      'https://example.org/nameless',
    ]);
    await expect(seen.all('a'), 'only the second is a link').toHaveLength(1);
  }),
};
