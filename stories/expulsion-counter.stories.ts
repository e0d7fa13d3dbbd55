// Longer than other files because every state, every way for data to come in and every trouble is a story of its own.
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect, fireEvent, waitFor } from 'storybook/test';
import type { ExpulsionCounter } from '../src/scenes/expulsion-counter/expulsion-counter.js';
import {
  arabicReaders,
  counterStates,
  choirs,
  hebrewReaders,
  hindiReaders,
  offices,
  sailors,
} from './data/counter-invented.js';
import { parliament } from './data/counter-parliament.js';
import seatsUrl from './data/counter-seats.json?url&no-inline';
import beekeepersUrl from './data/counter-beekeepers.csv?url&no-inline';
import {
  boxes,
  cueControls,
  drawn,
  everyStep,
  saidAs,
  seen,
  seenMarks,
  texts,
  tidy,
  unanswered,
} from './kit.js';

const name = 'expulsion-counter';
const steps = counterStates.map(({ step }) => step);
const words = '.group, .total, .label, .count, .note';
const marks = '.people path';

/** What the picture has, as arguments of a story; `caption` says where the data are from. */
type Args = Pick<
  ExpulsionCounter,
  | 'step'
  | 'progress'
  | 'groups'
  | 'until'
  | 'unit'
  | 'per'
  | 'mark'
  | 'note'
  | 'data'
  | 'states'
  | 'src'
> & { caption: string; slotted: TemplateResult | undefined };

const meta: Meta<Args> = {
  title: 'Scenes/Counter',
  component: name,
  args: {
    step: 'together',
    progress: 1,
    groups: 'north=Northern Sea; south=Southern Sea',
    until: '',
    unit: 'sailors',
    per: '',
    mark: 'person',
    note: '',
    src: '',
    data: sailors,
    states: counterStates,
    caption:
      'Sailors who came ashore in six harbours. The seas, the harbours and the figures are invented.',
    slotted: undefined,
  },
  argTypes: {
    ...cueControls(steps),
    until: { control: 'text' },
    per: { control: 'text' },
    mark: { control: 'select', options: ['person', 'dot', 'square'] },
    caption: { table: { disable: true } },
    slotted: { table: { disable: true } },
  },
  render: ({ caption, slotted, ...args }) => html`
    <p class="caption" dir="auto">${caption}</p>
    <expulsion-counter
      class="box"
      .data=${args.data}
      .states=${args.states}
      src=${args.src}
      groups=${args.groups}
      until=${args.until}
      unit=${args.unit}
      .per=${args.per}
      mark=${args.mark}
      note=${args.note}
      step=${args.step}
      .progress=${args.progress}
      >${slotted}</expulsion-counter
    >
  `,
};
export default meta;
type Story = StoryObj<Args>;
type Check = (scene: ExpulsionCounter) => Promise<void>;

/** A play function: the picture is drawn and tidy, and what is checked besides. */
const looks =
  (check: Check): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const scene = await drawn<ExpulsionCounter>(canvasElement, name);
    await tidy(scene, words, marks);
    await check(scene);
  };

const totals = (scene: ExpulsionCounter): string[] => texts(scene, '.total');
const rows = (scene: ExpulsionCounter): string[] => texts(scene, '.name');
const counts = (scene: ExpulsionCounter): string[] => texts(scene, '.row .count');
const notice = (scene: ExpulsionCounter): string[] => texts(scene, '.notice');

/** Other data, whole: nothing of the sailors is left, and the states are the scene's own two. */
const others = (args: Partial<Args>): Args => ({
  ...(meta.args as Args),
  states: undefined,
  groups: '',
  unit: '',
  caption: 'Invented.',
  ...args,
});

export const Playground: Story = {
  play: looks(async (scene) => {
    await expect(totals(scene)).toEqual(['63', '45']);
    await saidAs(scene, /Northern Sea: 63 sailors \(34 Norrvik.*Southern Sea: 45 sailors/u);
    await everyStep(scene);
  }),
};

// Every state.

export const Together: Story = {
  args: { step: 'together' },
  play: looks(async (scene) => {
    await expect(texts(scene, '.group')).toEqual(['Northern Sea', 'Southern Sea']);
    await expect(totals(scene)).toEqual(['63', '45']);
    await expect(seenMarks(scene, marks)).toHaveLength(108);
    await expect(rows(scene)).toEqual([]);
  }),
};

export const HalfCounted: Story = {
  args: { step: 'half counted' },
  play: looks(async (scene) => {
    await expect(totals(scene)).toEqual(['32', '23']);
    const sizes = seenMarks(scene, marks).map(({ height }) => height);
    const whole = sizes.filter((size) => size > Math.max(...sizes) / 2);
    await expect(whole, 'the others are dots').toHaveLength(32 + 23);
    await expect(sizes).toHaveLength(108);
  }),
};

export const Outlines: Story = {
  args: { step: 'outlines' },
  play: looks(async (scene) => {
    for (const group of seen(scene, marks))
      await expect(Number(group.getAttribute('fill-opacity'))).toBeLessThan(0.2);
    await saidAs(scene, /The marks are outlines\./u);
  }),
};

export const WithANote: Story = {
  args: { step: 'with a note' },
  play: looks(async (scene) => {
    await expect(texts(scene, '.note')).toEqual(['Counted on the quay on 6 May 2025.']);
    await saidAs(scene, /Counted on the quay/u);
  }),
};

export const Apart: Story = {
  args: { step: 'apart' },
  play: looks(async (scene) => {
    await expect(rows(scene)).toEqual(
      [...sailors].sort((a, b) => b.count - a.count).map((one) => one.name),
    );
    await expect(counts(scene)).toEqual(['34', '27', '21', '13', '8', '5']);
    await expect(totals(scene)).toEqual([]);
    await saidAs(
      scene,
      'A row each: Norrvik 34, Ostermünde 27, Sandhaven 21, Bay of Reeds 13, Little Ness 8, and Lanternhead 5.',
    );
  }),
};

/** How strongly a row is drawn, by its name. */
const strength = (scene: ExpulsionCounter, row: string): number =>
  Number(
    seen(scene, '.name')
      .find((one) => one.textContent.trim() === row)!
      .closest<HTMLElement>('.row')!.style.opacity,
  );

export const Lit: Story = {
  args: { step: 'lit' },
  play: looks(async (scene) => {
    await expect(texts(scene, '.row.lit .name')).toEqual(['Norrvik', 'Bay of Reeds']);
    await expect(strength(scene, 'Norrvik')).toBeGreaterThan(strength(scene, 'Sandhaven'));
    await saidAs(scene, /Highlighted: Norrvik and Bay of Reeds\./u);
  }),
};

export const Faded: Story = {
  args: { step: 'faded' },
  play: looks(async (scene) => {
    await expect(strength(scene, 'Norrvik')).toBe(1);
    await expect(strength(scene, 'Lanternhead')).toBeLessThan(0.8);
    await expect(rows(scene), 'what steps back is still there').toHaveLength(6);
  }),
};

export const EveryStateSideBySide: Story = {
  render: (args) =>
    html`<p class="caption" dir="auto">${args.caption}</p>
      <div class="stills">
        ${steps.map(
          (step) =>
            html`<figure>
              <figcaption>${step}</figcaption>
              <expulsion-counter
                class="box"
                .data=${args.data}
                .states=${args.states}
                groups=${args.groups}
                unit=${args.unit}
                step=${step}
              ></expulsion-counter>
            </figure>`,
        )}
      </div>`,
  play: async ({ canvasElement }) => {
    const scenes = [...canvasElement.querySelectorAll(name)];
    await expect(scenes).toHaveLength(steps.length);
    await drawn(canvasElement, name);
    for (const scene of scenes) await tidy(scene, words, marks);
    const pictures = scenes.map((scene) =>
      seen(scene, `${words}, ${marks}`)
        .map(
          (part) =>
            `${part.getAttribute('fill-opacity')} ${getComputedStyle(part).fill} ${JSON.stringify(part.getBoundingClientRect())}`,
        )
        .join(),
    );
    await expect(new Set(pictures).size, 'no two states look alike').toBe(steps.length);
  },
};

/** Gives the scene behind the slider how far through its step it is. */
const slide = ({ currentTarget }: Event): void => {
  const slider = currentTarget as HTMLInputElement;
  slider.closest('.page')!.querySelector(name)!.progress = slider.valueAsNumber;
};

export const MovedByItsProgress: Story = {
  args: { step: 'apart', progress: 0 },
  globals: { motion: 'full' },
  render: (args, context) =>
    html`<p class="caption">
        <label
          >From together to apart
          <input type="range" min="0" max="1" step="0.01" value="0" @input=${slide}
        /></label>
      </p>
      ${meta.render!(args, context)}`,
  play: async ({ canvasElement }) => {
    const scene = await drawn<ExpulsionCounter>(canvasElement, name);
    const slider = canvasElement.querySelector('input')!;
    const to = (value: number): Promise<boolean> => fireEvent.input(slider, { target: { value } });
    /** How far down the marks are, all together. */
    const depth = (): number => seenMarks(scene, marks).reduce((sum, mark) => sum + mark.y, 0);
    await expect(totals(scene)).toEqual(['63', '45']);
    const start = depth();
    await to(1);
    await waitFor(() => expect(rows(scene)).toHaveLength(6));
    await expect(totals(scene)).toEqual([]);
    const end = depth();
    await to(0.3);
    await waitFor(() => {
      expect(rows(scene)).toEqual([]);
      expect(depth()).toBeGreaterThan(Math.min(start, end));
      expect(depth()).toBeLessThan(Math.max(start, end));
    });
    await to(0);
    await waitFor(() => expect(depth()).toBe(start));
  },
};

// Other people's data.

export const MembersOfTheEuropeanParliament: Story = {
  args: others({
    data: parliament,
    groups: 'large=Six largest member states; small=The other twenty-one',
    unit: 'members',
    caption:
      'Members of the European Parliament, 2024 to 2029. Source: European Council Decision (EU) 2023/2061, Article 3.',
  }),
  play: looks(async (scene) => {
    await expect(totals(scene)).toEqual(['400', '320']);
    await expect(seenMarks(scene, marks)).toHaveLength(720);
    await saidAs(scene, /400 members \(96 Germany/u);
  }),
};

export const TwentySevenRowsOfIt: Story = {
  args: { ...MembersOfTheEuropeanParliament.args, step: 'apart' },
  play: looks(async (scene) => {
    await expect(seenMarks(scene, marks)).toHaveLength(720);
    await expect(rows(scene).slice(0, 3)).toEqual(['Germany', 'France', 'Italy']);
    await expect(texts(scene, '.label').join(), 'or shares a row').toMatch(/Malta|each|more/);
  }),
};

export const TheSameInGerman: Story = {
  args: { ...MembersOfTheEuropeanParliament.args, groups: '', step: 'apart' },
  globals: { locale: 'de' },
  play: looks(async (scene) => {
    await expect(rows(scene).slice(0, 3)).toEqual(['Deutschland', 'Frankreich', 'Italien']);
  }),
};

export const OneRow: Story = {
  args: others({
    data: [{ name: 'The night watch', count: 7, group: 'watches', tone: 'd' }],
    unit: 'people',
    caption: 'A night watch. Invented.',
  }),
  play: looks(async (scene) => {
    await expect(texts(scene, '.group')).toEqual(['The night watch']);
    await expect(totals(scene)).toEqual(['7']);
    await saidAs(scene, 'The night watch: 7 people.');
  }),
};

export const OneRowApart: Story = {
  args: { ...OneRow.args, step: 'apart' },
  play: looks(async (scene) => {
    await expect(rows(scene)).toEqual(['The night watch']);
    await expect(counts(scene)).toEqual(['7']);
  }),
};

export const TwoHundredRows: Story = {
  args: others({
    data: choirs,
    unit: 'singers',
    caption: 'The singers of two hundred choirs. Invented.',
  }),
  play: looks(async (scene) => {
    const sum = choirs.reduce((all, { count }) => all + count, 0);
    await expect(texts(scene, '.note')).toEqual(['One mark is 10 singers.']);
    // The last mark of a row may be a part of one.
    const shown = seenMarks(scene, marks).length * 5;
    await expect(shown).toBeGreaterThanOrEqual(sum);
    await expect(shown).toBeLessThan(sum + 5 * choirs.length);
    await expect(totals(scene).map((text) => Number(text))).toHaveLength(2);
  }),
};

export const TwoHundredRowsApart: Story = {
  args: { ...TwoHundredRows.args, step: 'apart' },
  play: looks(async (scene) => {
    await expect(texts(scene, '.label').at(-1), 'what has no row is told').toMatch(
      /\d+ (more|each)/,
    );
    await saidAs(scene, /Choir 200 \d/u);
  }),
};

// What a mark stands for.

const runs = [
  { name: 'Town run', count: 12400, group: 'by day', tone: 'c' },
  { name: 'Lake run', count: 8150, group: 'by day', tone: 'c' },
  { name: 'Night run', count: 6070, group: 'by night', tone: 'd' },
  { name: 'Forest run', count: 240, group: 'by night', tone: 'd' },
];

/** Checks that a picture has as many marks as its numbers say, each row's last one in part. */
const marked =
  (per: number, amounts: readonly number[]): Check =>
  async (scene) => {
    const text = per.toLocaleString(scene.closest('[lang]')?.getAttribute('lang') ?? 'en');
    await expect(texts(scene, '.note')).toEqual([expect.stringContaining(text)]);
    const wanted = amounts.reduce((sum, amount) => sum + Math.ceil(amount / per), 0);
    await expect(seenMarks(scene, marks)).toHaveLength(wanted);
  };

export const PerChosenByItself: Story = {
  args: others({
    data: runs,
    unit: 'runners',
    step: 'apart',
    caption: '26,860 runners, of whom a mark stands for several. Invented.',
  }),
  play: looks(async (scene) => {
    await marked(20, [12400, 8150, 6070, 240])(scene);
    await expect(counts(scene)).toEqual(['12,400', '8,150', '6,070', '240']);
    await saidAs(scene, /Town run 12,400.*One mark is 20 runners\./u);
  }),
};

export const PerChosenAddedUp: Story = {
  args: { ...PerChosenByItself.args, step: 'together' },
  play: looks(async (scene) => {
    await expect(totals(scene)).toEqual(['20,550', '6,310']);
    await expect(texts(scene, '.note')).toEqual(['One mark is 20 runners.']);
  }),
};

export const PerChosenOnAPhone: Story = {
  args: PerChosenAddedUp.args!,
  globals: { width: 'phone' },
  play: looks(async (scene) => {
    await expect(totals(scene)).toEqual(['20,550', '6,310']);
    await expect(texts(scene, '.note').join()).toMatch(/^One mark is [25]0 runners\.$/u);
  }),
};

export const PerChosenInTheDark: Story = {
  args: PerChosenByItself.args!,
  globals: { theme: 'dark' },
  play: PerChosenByItself.play!,
};

export const PerGiven: Story = {
  args: { ...PerChosenByItself.args, per: 100 },
  play: looks(async (scene) => {
    await marked(100, [12400, 8150, 6070, 240])(scene);
    await saidAs(scene, /One mark is 100 runners\./u);
  }),
};

export const PerGivenTooSmall: Story = {
  args: { ...PerChosenByItself.args, per: 1 },
  parameters: { warns: ['per is 1, which makes more marks than its picture has room for'] },
  play: PerChosenByItself.play!,
};

export const PerThatIsNoNumber: Story = {
  args: { ...OneRow.args, per: 'a few' },
  parameters: { warns: ['per is "a few"; write a number above 0'] },
  play: OneRow.play!,
};

const harvest = [
  { name: 'Wheat', count: 12.5, group: 'Grain', tone: 'c' },
  { name: 'Rye', count: 3.25, group: 'Grain', tone: 'c' },
  { name: 'Apples', count: 7.75, group: 'Fruit and honey', tone: 'd' },
  { name: 'Honey', count: 0.4, group: 'Fruit and honey', tone: 'd' },
];

export const PartsOfMarks: Story = {
  args: others({
    data: harvest,
    unit: 'tonnes',
    mark: 'square',
    step: 'apart',
    caption: 'A harvest in tonnes, which need not be whole. Invented.',
  }),
  play: looks(async (scene) => {
    await expect(counts(scene)).toEqual(['12.5', '7.75', '3.25', '0.4']);
    const drawn = seenMarks(scene, marks);
    await expect(drawn).toHaveLength(13 + 8 + 4 + 1);
    const whole = Math.max(...drawn.map(({ width }) => width));
    const sum = drawn.reduce((all, { width }) => all + width / whole, 0);
    await expect(sum).toBeCloseTo(23.9, 0);
  }),
};

export const PartsOfMarksAddedUp: Story = {
  args: { ...PartsOfMarks.args, step: 'together' },
  play: looks(async (scene) => {
    await expect(totals(scene)).toEqual(['15.75', '8.15']);
    await saidAs(scene, /Grain: 15\.75 tonnes \(12\.5 Wheat/u);
  }),
};

export const PartsOfDotsInArabic: Story = {
  args: {
    ...PartsOfMarks.args,
    data: [
      { name: 'القمح', count: 125, tone: 'c' },
      { name: 'التفاح', count: 75, tone: 'd' },
      { name: 'العسل', count: 4, tone: 'd' },
    ],
    unit: 'طن',
    per: 10,
    mark: 'dot',
    caption: 'محصول مزرعة، كل علامة عشرة أطنان. أرقام مختلقة.',
  },
  globals: { locale: 'ar-EG' },
  play: looks(async (scene) => {
    await expect(texts(scene, '.note')).toEqual(['كل علامة تمثل ١٠ طن.']);
    await expect(seenMarks(scene, marks)).toHaveLength(13 + 8 + 1);
    await fromTheRight(scene);
  }),
};

export const PartsOfPeople: Story = {
  args: others({
    data: [
      { name: 'Monday', count: 47, tone: 'a' },
      { name: 'Tuesday', count: 33, tone: 'b' },
      { name: 'Wednesday', count: 2, tone: 'd' },
    ],
    unit: 'people',
    per: 10,
    step: 'apart',
    caption: 'A mark for ten people: the last of a row is a part of one. Invented.',
  }),
  play: looks(marked(10, [47, 33, 2])),
};

export const LargeAndSmall: Story = {
  args: others({
    data: [
      { name: 'A continent', count: 1_200_000_000, tone: 'a' },
      { name: 'A country', count: 3_400_000, tone: 'b' },
      { name: 'A lighthouse', count: 3, tone: 'd' },
    ],
    unit: 'people',
    step: 'apart',
    caption: 'A billion beside three: what is too little for a mark has a sliver of one. Invented.',
  }),
  play: looks(async (scene) => {
    await expect(counts(scene)).toEqual(['1,200,000,000', '3,400,000', '3']);
    await saidAs(scene, /A continent 1,200,000,000, A country 3,400,000, and A lighthouse 3/u);
    for (const path of seen(scene, marks))
      await expect(path.getBoundingClientRect().width).toBeGreaterThan(0.9);
  }),
};

export const AThousandGroups: Story = {
  args: others({
    data: Array.from({ length: 1000 }, (_, i) => ({
      name: `Parish ${i + 1}`,
      count: 20 + ((i * 37) % 400),
      group: `Parish ${i + 1}`,
      tone: 'abcd'[i % 4],
    })),
    unit: 'people',
    caption: 'A thousand groups: the largest stand alone, the others are added up. Invented.',
  }),
  play: looks(async (scene) => {
    await expect(texts(scene, '.group').at(-1)).toMatch(/^9\d\d more$/u);
    const sum = totals(scene).reduce((all, text) => all + Number(text.replaceAll(',', '')), 0);
    await expect(sum).toBe(
      Array.from({ length: 1000 }, (_, i) => 20 + ((i * 37) % 400)).reduce((a, b) => a + b),
    );
  }),
};

export const MoreRowsThanAreRead: Story = {
  args: others({
    data: Array.from({ length: 5001 }, (_, i) => ({ name: `Row ${i}`, count: 1 })),
    caption: 'A table of more than five thousand rows is refused as a whole. Invented.',
  }),
  parameters: { warns: ['there are 5001 rows; give at most 5000'] },
  play: looks(async (scene) => {
    await expect(notice(scene)).toEqual([
      'The data have 5,001 rows, and a picture can show 5,000.',
    ]);
    await expect(scene.describe()).toBe('The data have 5,001 rows, and a picture can show 5,000.');
    await expect(seenMarks(scene, marks)).toEqual([]);
  }),
};

export const LongGermanNames: Story = {
  args: others({ data: offices, unit: 'Beschäftigte', caption: 'Frei erfundene Ämter.' }),
  globals: { locale: 'de' },
  play: looks(async (scene) => {
    await expect(totals(scene)).toEqual(['31', '34']);
  }),
};

export const LongGermanNamesApart: Story = {
  args: { ...LongGermanNames.args, step: 'apart' },
  globals: { locale: 'de' },
  play: looks(async (scene) => {
    await expect(rows(scene)).toEqual(offices.map((office) => office.name));
  }),
};

export const LongGermanNamesOnAPhone: Story = {
  ...LongGermanNamesApart,
  globals: { locale: 'de', width: 'phone' },
};

/** Checks that a picture is read from right to left: names at the right, then the marks, then the count. */
const fromTheRight: Check = async (scene) => {
  const [name, count] = ['.name', '.row .count'].map((selector) =>
    seen(scene, selector)[0]!.getBoundingClientRect(),
  ) as [DOMRect, DOMRect];
  const mark = seenMarks(scene, marks)[0]!;
  await expect(name.right).toBeGreaterThan(mark.right);
  await expect(mark.left).toBeGreaterThan(count.left);
};

export const Arabic: Story = {
  args: others({
    data: arabicReaders,
    unit: 'قارئًا',
    caption: 'القرّاء في أربع مكتبات. أرقام مختلقة.',
  }),
  globals: { locale: 'ar' },
  play: looks(async (scene) => {
    const [first, second] = seen(scene, '.head').map((head) => head.getBoundingClientRect());
    await expect(first!.right, 'the first group stands at the right').toBeGreaterThan(
      second!.right,
    );
    await saidAs(scene, /المكتبات العامة: .+ قارئًا/u);
  }),
};

export const ArabicApart: Story = {
  args: { ...Arabic.args, step: 'apart' },
  globals: { locale: 'ar' },
  play: looks(fromTheRight),
};

export const HebrewApart: Story = {
  args: others({
    data: hebrewReaders,
    unit: 'קוראים',
    step: 'apart',
    caption: 'קוראים בארבע ספריות. המספרים בדויים.',
  }),
  globals: { locale: 'he' },
  play: looks(async (scene) => {
    await fromTheRight(scene);
    await expect(counts(scene)).toEqual(['42', '23', '17', '9']);
    await saidAs(scene, /^שורה לכל מקום: ספריית העיר 42/u);
  }),
};

export const ArabicDigits: Story = {
  args: { ...Arabic.args, step: 'apart' },
  globals: { locale: 'ar-EG' },
  play: looks(async (scene) => {
    await fromTheRight(scene);
    await expect(counts(scene)).toEqual(['٤٢', '٢٣', '١٧', '٩']);
  }),
};

export const DevanagariDigits: Story = {
  args: others({
    data: hindiReaders,
    unit: 'पाठक',
    caption: 'तीन पुस्तकालयों के पाठक। आँकड़े काल्पनिक हैं।',
  }),
  globals: { locale: 'hi-u-nu-deva' },
  play: looks(async (scene) => {
    await expect(totals(scene)).toEqual(['१,७३७', '९०']);
    await saidAs(scene, /१,७३७/u);
  }),
};

export const UntilADay: Story = {
  args: { until: '2025-05-03', states: undefined },
  play: looks(async (scene) => {
    await expect(totals(scene), 'what came later does not count').toEqual(['55', '27']);
  }),
};

// Ways for data to come in.

const beekeepers = others({
  data: undefined,
  unit: 'beekeepers',
  caption: 'Beekeepers of a town, by district. Invented.',
});
const hasBeekeepers: Check = async (scene) => {
  await expect(texts(scene, '.group')).toEqual(['Inside the ring road', 'Outside']);
  await expect(totals(scene)).toEqual(['124', '104']);
};

export const DataInATable: Story = {
  args: {
    ...beekeepers,
    slotted: html`<table>
      <caption>
        Beekeepers by district
      </caption>
      <thead>
        <tr>
          <th data-column="name">District</th>
          <th data-column="count">Beekeepers</th>
          <th data-column="group">Where</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>Mill Quarter</td>
          <td><data value="64">sixty-four</data></td>
          <td>Inside the ring road</td>
        </tr>
        <tr>
          <td>Old Town</td>
          <td>60</td>
          <td>Inside the ring road</td>
        </tr>
        <tr>
          <td>Brickfields</td>
          <td>98</td>
          <td>Outside</td>
        </tr>
        <tr>
          <td>Gasworks</td>
          <td>6</td>
          <td>Outside</td>
        </tr>
      </tbody>
    </table>`,
  },
  play: looks(async (scene) => {
    await hasBeekeepers(scene);
    const details = scene.shadowRoot!.querySelector('details')!;
    const cell = scene.querySelector('td')!;
    await expect(cell.checkVisibility(), 'the table waits behind the disclosure').toBe(false);
    details.querySelector('summary')!.click();
    await waitFor(() => expect(cell.checkVisibility()).toBe(true));
    details.open = false;
  }),
};

export const DataFromCsv: Story = {
  args: { ...beekeepers, src: beekeepersUrl },
  play: looks(hasBeekeepers),
};

export const DataFromJson: Story = {
  args: others({
    data: undefined,
    src: seatsUrl,
    unit: 'members',
    caption: 'Members of an assembly. The parties and the figures are invented.',
  }),
  play: looks(async (scene) => {
    await expect(texts(scene, '.group')).toEqual(['Government', 'Opposition']);
    await expect(totals(scene)).toEqual(['63', '54']);
  }),
};

// Trouble.

export const NoData: Story = {
  args: others({ data: [] }),
  parameters: { warns: ['<expulsion-counter> has no data'] },
  play: looks(async (scene) => {
    await expect(notice(scene)).toEqual(['There are no data to draw here.']);
    await expect(seenMarks(scene, marks)).toEqual([]);
  }),
};

const slow = 'a-file-that-takes-its-time';

export const Loading: Story = {
  args: others({ data: undefined, src: slow }),
  beforeEach: unanswered(slow),
  play: async ({ canvasElement }) => {
    const scene = canvasElement.querySelector(name)!;
    await waitFor(() => expect(notice(scene)).toEqual(['The picture is loading.']));
  },
};

export const BadData: Story = {
  args: others({
    data: [
      { name: 'A word', count: 'many', group: 'harbours' },
      { name: 'Less than none', count: -3, group: 'harbours' },
      { name: 'A half', count: 2.5, group: 'harbours' },
      { code: 'ZX', count: 12, group: 'harbours' },
      { name: 'A colour of its own', count: 9, group: 'harbours', tone: 'mauve' },
      { name: '', count: 4, group: 'harbours' },
      { name: 'All is well', count: 20, group: 'harbours', tone: 'a' },
    ],
    step: 'apart',
    caption: 'What cannot be read is left out and named in the console; the rest stands. Invented.',
  }),
  parameters: {
    warns: [
      '"count" is "many"; write a number in digits',
      '"count" is "-3"; write a number that is not below 0',
      'the count of "A half" is 2.5, and people are whole',
      'code "ZX" is unknown',
      '"tone" is "mauve"; write one of',
      'has neither a name nor a code',
    ],
  },
  play: looks(async (scene) => {
    await expect(rows(scene)).toEqual(['All is well', 'ZX', 'A colour of its own', 'A half']);
    await expect(notice(scene)).toEqual([expect.stringMatching(/could not be read/)]);
  }),
};

export const BadStates: Story = {
  args: {
    groups: 'north=Northern Sea; west=Western Sea',
    states: [{ step: 'together', arrangement: 'in a ring', lit: 'Atlantis' }],
  },
  parameters: {
    warns: [
      'no row is of the group "west"',
      '"arrangement" is "in a ring"; write one of',
      'lit "Atlantis" is in no row',
    ],
  },
  play: looks(async (scene) => {
    await expect(totals(scene)).toEqual(['63']);
  }),
};

export const AnUnknownStep: Story = {
  args: { step: 'a step that nobody wrote' },
  parameters: { warns: ['has no step "a step that nobody wrote"'] },
  play: looks(async (scene) => {
    await expect(rows(scene)).toEqual([]);
    await expect(totals(scene), 'as before the first step').toEqual(['', '']);
    await expect(scene.describe()).toBe('');
  }),
};

export const AFileThatIsNotThere: Story = {
  args: others({ data: undefined, src: 'no-such-file.csv' }),
  parameters: { warns: ['404', 'src "no-such-file.csv" could not be read'] },
  play: looks(async (scene) => {
    await expect(notice(scene)).toEqual([expect.stringMatching(/could not be read/)]);
  }),
};

// Boxes and surroundings.

export const BoxesOfManySizes: Story = {
  render: (args) =>
    html`<p class="caption" dir="auto">${args.caption}</p>
      ${boxes.flatMap(([width, height]) =>
        ['together', 'lit'].map(
          (step) =>
            html`<figure>
              <figcaption>${step}, ${width} × ${height}</figcaption>
              <expulsion-counter
                style="inline-size: ${width}px; block-size: ${height}px"
                .data=${args.data}
                .states=${args.states}
                groups=${args.groups}
                unit=${args.unit}
                step=${step}
              ></expulsion-counter>
            </figure>`,
        ),
      )}`,
  play: async ({ canvasElement }) => {
    await drawn(canvasElement, name);
    for (const scene of canvasElement.querySelectorAll(name)) {
      await tidy(scene, words, marks);
      await expect(seenMarks(scene, marks)).toHaveLength(108);
    }
  },
};

export const Dark: Story = { args: { step: 'lit' }, globals: { theme: 'dark' }, play: Lit.play! };

export const Stepped: Story = {
  args: { step: 'apart', progress: 0.3 },
  globals: { motion: 'stepped' },
  play: looks(async (scene) => {
    await expect(rows(scene), 'cut to the end of the step').toHaveLength(6);
  }),
};

export const Static: Story = {
  args: { step: 'apart', progress: 0.3 },
  globals: { motion: 'static' },
  play: Stepped.play!,
};
