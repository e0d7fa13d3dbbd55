// Longer than other files because every state, every way for data to come in and every trouble is a story of its own.
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect, fireEvent, waitFor } from 'storybook/test';
import moscow from '../assets/moscow-azimuthal.json';
import worldUrl from '../assets/world-110m.json?url&no-inline';
import type { DiplomatMap } from '../src/scenes/diplomat-map/diplomat-map.js';
import {
  arabicReaders,
  bergen,
  hebrewReaders,
  mapStates,
  offices,
  sailors,
  stations,
} from './data/map-invented.js';
import keepersUrl from './data/map-keepers.csv?url&no-inline';
import { members, strasbourg } from './data/map-parliament.js';
import pickersUrl from './data/map-pickers.json?url&no-inline';
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

const name = 'diplomat-map';
const steps = mapStates.map(({ step }) => step);
const words = '.label, .count';
/** The number counted, without its unit. */
const figure = '.count tspan:first-child';
const marks = '.mark';

/** What the picture has, as arguments of a story; `caption` says where the data are from. */
type Args = Pick<
  DiplomatMap,
  | 'step'
  | 'progress'
  | 'topology'
  | 'map'
  | 'centre'
  | 'home'
  | 'projection'
  | 'unit'
  | 'per'
  | 'mark'
  | 'data'
  | 'states'
  | 'src'
> & { caption: string; slotted: TemplateResult | undefined };

const meta: Meta<Args> = {
  title: 'Scenes/Map',
  component: name,
  args: {
    step: 'all',
    progress: 1,
    topology: worldUrl,
    map: undefined,
    centre: bergen,
    home: 'Bergen',
    projection: 'azimuthal-equidistant',
    unit: 'sailors',
    per: '',
    mark: 'person',
    src: '',
    data: sailors,
    states: mapStates,
    caption: 'Sailors on their way home to Bergen. The harbours are real, the sailors invented.',
    slotted: undefined,
  },
  argTypes: {
    ...cueControls(steps),
    topology: { control: 'text' },
    per: { control: 'text' },
    mark: { control: 'select', options: ['person', 'dot', 'square'] },
    caption: { table: { disable: true } },
    slotted: { table: { disable: true } },
  },
  render: ({ caption, slotted, ...args }) => html`
    <p class="caption" dir="auto">${caption}</p>
    <diplomat-map
      class="box"
      .data=${args.data}
      .states=${args.states}
      .map=${args.map}
      src=${args.src}
      topology=${args.topology}
      centre=${args.centre}
      home=${args.home}
      projection=${args.projection}
      unit=${args.unit}
      .per=${args.per}
      mark=${args.mark}
      step=${args.step}
      .progress=${args.progress}
      >${slotted}</diplomat-map
    >
  `,
};
export default meta;
type Story = StoryObj<Args>;
type Check = (scene: DiplomatMap) => Promise<void>;

/** Waits until the outlines are there too. */
async function outlined(canvas: HTMLElement): Promise<DiplomatMap> {
  const scene = await drawn<DiplomatMap>(canvas, name);
  await waitFor(() => expect(seen(scene, '.land, .missing')).not.toEqual([]));
  await scene.updateComplete;
  return scene;
}

/** A play function: the picture is drawn and tidy, and what is checked besides. */
const looks =
  (check: Check): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const scene = await outlined(canvasElement);
    await tidy(scene, `${words}, .missing`, marks);
    await check(scene);
  };

const labels = (scene: DiplomatMap): string[] => texts(scene, '.label:not(.scale)');
const notice = (scene: DiplomatMap): string[] => texts(scene, '.notice');
interface Point {
  readonly x: number;
  readonly y: number;
}
/** Where a part of the picture is, in the window. */
const middle = (part: Element | DOMRect): Point => {
  const { left, right, top, bottom } =
    part instanceof Element ? part.getBoundingClientRect() : part;
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
};
/** How far all marks are from home, in pixels, all together. */
const away = (scene: DiplomatMap): number => {
  const home = middle(seen(scene, '.home')[0]!);
  return seenMarks(scene, marks).reduce((sum, mark) => {
    const { x, y } = middle(mark);
    return sum + Math.hypot(x - home.x, y - home.y);
  }, 0);
};

/** Other data, whole: nothing of the sailors is left, and the states are the scene's own three. */
const others = (args: Partial<Args>): Args => ({
  ...(meta.args as Args),
  step: 'places',
  states: undefined,
  centre: '',
  home: '',
  unit: 'people',
  caption: 'The places are real, the people invented.',
  ...args,
});

export const Playground: Story = {
  play: looks(async (scene) => {
    await expect(seenMarks(scene, marks)).toHaveLength(56);
    await saidAs(
      scene,
      /^Map centred on Bergen\. 52 sailors in 6 places, and On the open sea 4; the most: Hamburg 14/u,
    );
    await everyStep(scene);
  }),
};

// Every state.

export const FocusOnAll: Story = {
  args: { step: 'all' },
  play: looks(async (scene) => {
    await expect(labels(scene)).toEqual(
      expect.arrayContaining(['Bergen', 'Hamburg 14', 'Boston 5']),
    );
    await expect(seenMarks(scene, marks)).toHaveLength(56);
    await expect(seen(scene, '.way')).toEqual([]);
    await expect(texts(scene, figure)).toEqual([]);
  }),
};

export const FocusOnAFew: Story = {
  args: { step: 'a few' },
  play: looks(async (scene) => {
    const frame = scene.getBoundingClientRect();
    const [left, right] = ['Aberdeen', 'Hamburg'].map((place) =>
      middle(seen(scene, '.label').find((one) => one.textContent.includes(place))!),
    ) as [Point, Point];
    await expect((right.x - left.x) / frame.width, 'they fill a good part of it').toBeGreaterThan(
      0.15,
    );
    await expect(labels(scene)).toContain('Bergen');
  }),
};

export const FocusOnAPoint: Story = {
  args: { step: 'a point' },
  play: looks(async (scene) => {
    await expect(labels(scene)).toEqual(expect.arrayContaining(['Aberdeen 11', 'Hamburg 14']));
    await expect(seen(scene, '.arrow'), 'what is beyond the frame has an arrow').not.toEqual([]);
  }),
};

export const UntilADay: Story = {
  args: { step: 'until a day' },
  play: looks(async (scene) => {
    await expect(seenMarks(scene, marks)).toHaveLength(34);
    await saidAs(scene, /By 2 June 2025|By June 2, 2025/u);
  }),
};

export const NobodyYet: Story = {
  args: { step: 'nobody yet' },
  play: looks(async (scene) => {
    await expect(seenMarks(scene, marks)).toEqual([]);
    await saidAs(scene, /None counted yet\./u);
  }),
};

export const Ringed: Story = {
  args: { step: 'ringed' },
  play: looks(async (scene) => {
    await expect(seenMarks(scene, '.ring')).toHaveLength(2);
    await expect(labels(scene).sort()).toEqual(['Bergen', 'Hamburg', 'Lisbon']);
    await saidAs(scene, /Ringed: Hamburg and Lisbon\./u);
  }),
};

export const AllRinged: Story = {
  args: { step: 'all ringed' },
  play: looks(async (scene) => {
    await expect(seenMarks(scene, '.ring')).toHaveLength(6);
  }),
};

export const NamesFirst: Story = {
  args: { step: 'names first' },
  play: looks(async (scene) => {
    await expect(labels(scene).sort()).toEqual(['Aberdeen', 'Bergen', 'Gdańsk']);
  }),
};

/** How long all lines home are, in pixels. */
const drawnWay = (scene: DiplomatMap): number =>
  seenMarks(scene, '.way').reduce((sum, { width, height }) => sum + Math.hypot(width, height), 0);

export const Lines: Story = {
  args: { step: 'lines' },
  play: looks(async (scene) => {
    await expect(seenMarks(scene, '.way')).toHaveLength(6);
    const all = drawnWay(scene);
    scene.motion = 'static';
    scene.step = 'half the lines';
    await waitFor(() => expect(drawnWay(scene) / all).toBeCloseTo(0.5, 1));
    scene.step = 'lines';
    await saidAs(scene, /A straight line leads from each place to the centre\./u);
  }),
};

export const HalfTheLines: Story = {
  args: { step: 'half the lines' },
  play: looks(async (scene) => {
    await expect(seenMarks(scene, '.way')).toHaveLength(6);
  }),
};

export const HalfHome: Story = {
  args: { step: 'half home' },
  play: async ({ canvasElement }) => {
    const scene = await outlined(canvasElement);
    await expect(seenMarks(scene, marks)).toHaveLength(56);
    await expect(away(scene)).toBeGreaterThan(56 * 20);
  },
};

export const Home: Story = {
  args: { step: 'home' },
  play: looks(async (scene) => {
    await expect(seenMarks(scene, marks)).toHaveLength(56);
    const elsewhere = seenMarks(scene, marks).filter((mark) => {
      const [at, home] = [middle(mark), middle(seen(scene, '.home')[0]!)];
      return Math.hypot(at.x - home.x, at.y - home.y) > 120;
    });
    await expect(elsewhere, 'those who have no place on the map stay').toHaveLength(4);
    await saidAs(scene, /All on the map are at the centre\./u);
  }),
};

export const Total: Story = {
  args: { step: 'total' },
  play: looks(async (scene) => {
    await expect(texts(scene, figure)).toEqual(['56']);
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
              <diplomat-map
                class="box"
                .data=${args.data}
                .states=${args.states}
                topology=${args.topology}
                centre=${args.centre}
                home=${args.home}
                unit=${args.unit}
                step=${step}
              ></diplomat-map>
            </figure>`,
        )}
      </div>`,
  play: async ({ canvasElement }) => {
    const scenes = [...canvasElement.querySelectorAll(name)];
    await expect(scenes).toHaveLength(steps.length);
    for (const scene of scenes) {
      await outlined(scene.parentElement!);
      if (scene.step !== 'half home') await tidy(scene, words, marks);
    }
    const pictures = scenes.map((scene) => {
      const { x, y } = scene.getBoundingClientRect();
      return seen(scene, 'svg *')
        .map((part) => {
          const box = part.getBoundingClientRect();
          return [box.x - x, box.y - y, box.width].map(Math.round).join(' ');
        })
        .join();
    });
    await expect(new Set(pictures).size, 'no two states look alike').toBe(steps.length);
  },
};

/** Gives the scene behind the slider how far through its step it is. */
const slide = ({ currentTarget }: Event): void => {
  const slider = currentTarget as HTMLInputElement;
  slider.closest('.page')!.querySelector(name)!.progress = slider.valueAsNumber;
};

export const MovedByItsProgress: Story = {
  args: { states: undefined, step: 'home', progress: 0 },
  globals: { motion: 'full' },
  render: (args, context) =>
    html`<p class="caption">
        <label
          >Home <input type="range" min="0" max="1" step="0.01" value="0" @input=${slide}
        /></label>
      </p>
      ${meta.render!(args, context)}`,
  play: async ({ canvasElement }) => {
    const scene = await outlined(canvasElement);
    const slider = canvasElement.querySelector('input')!;
    const to = (value: number): Promise<boolean> => fireEvent.input(slider, { target: { value } });
    await tidy(scene, words, marks);
    const start = away(scene);
    await to(1);
    await waitFor(() => expect(away(scene)).toBeLessThan(start / 2));
    const end = away(scene);
    await to(0.3);
    await waitFor(() => {
      expect(away(scene)).toBeGreaterThan(end + 1);
      expect(away(scene)).toBeLessThan(start - 1);
    });
    await expect(texts(scene, figure), 'nobody is lost on the way').toEqual(['56']);
    await to(0);
    await waitFor(() => expect(away(scene)).toBeCloseTo(start, 3));
  },
};

// Other people's data.

export const MembersOfTheEuropeanParliament: Story = {
  args: others({
    data: members,
    centre: strasbourg,
    home: 'Strasbourg',
    unit: 'members',
    caption:
      'Members of the European Parliament, 2024 to 2029, at their capitals. Source: European Council Decision (EU) 2023/2061, Article 3.',
  }),
  play: looks(async (scene) => {
    await expect(seenMarks(scene, marks)).toHaveLength(720);
    await expect(texts(scene, figure)).toEqual(['720']);
    await saidAs(
      scene,
      /720 members in 27 countries; the most: Germany 96, France 81, and Italy 76/u,
    );
  }),
};

export const AllInStrasbourg: Story = {
  args: { ...MembersOfTheEuropeanParliament.args, step: 'home' },
  play: looks(async (scene) => {
    await expect(seenMarks(scene, marks)).toHaveLength(720);
  }),
};

export const TheSameInGerman: Story = {
  args: { ...MembersOfTheEuropeanParliament.args, home: 'Straßburg', step: 'lines' },
  globals: { locale: 'de' },
  play: looks(async (scene) => {
    await expect(labels(scene)).toContain('Frankreich 81');
  }),
};

export const OnePlace: Story = {
  args: others({ data: [{ code: 'IS', count: 8, lat: 64.1, lon: -21.9, tone: 'a' }] }),
  play: looks(async (scene) => {
    await expect(seenMarks(scene, marks)).toHaveLength(8);
    await expect(labels(scene)).toEqual(['Iceland 8']);
    await saidAs(scene, 'Map. Iceland 8.');
  }),
};

export const TwoHundredPlaces: Story = {
  args: others({
    data: stations,
    unit: 'keepers',
    centre: '20, 0',
    home: 'Depot',
    caption: 'The keepers of two hundred stations. Invented.',
  }),
  play: looks(async (scene) => {
    await expect(texts(scene, figure)).toEqual(['500']);
    await expect(seenMarks(scene, marks)).toHaveLength(500);
    await saidAs(scene, /500 keepers in 200 places/u);
  }),
};

// What a mark stands for.

const towns = [
  { name: 'Vienna', count: 120_000, lat: 48.2, lon: 16.4, tone: 'a' },
  { name: 'Paris', count: 54_000, lat: 48.9, lon: 2.3, tone: 'b' },
  { name: 'Rome', count: 33_500, lat: 41.9, lon: 12.5, tone: 'c' },
  { name: 'Oslo', count: 7200, lat: 59.9, lon: 10.8, tone: 'd' },
  { name: 'Madrid', count: 300, lat: 40.4, lon: -3.7, tone: 'e' },
];
const rises = [
  { step: 'places', total: 'yes' },
  { step: 'lines', total: 'yes', lines: 1 },
];

/** What a mark stands for, as the picture says it. */
const basis = (scene: DiplomatMap): string[] => texts(scene, '.note');

export const PerChosenByItself: Story = {
  args: others({
    data: towns,
    states: rises,
    unit: 'visitors',
    caption: 'Visitors of five fairs, of whom a mark stands for several. Invented.',
  }),
  play: looks(async (scene) => {
    const [said] = basis(scene);
    const per = Number(/^One mark is ([\d,]+) visitors\.$/u.exec(said!)![1]!.replaceAll(',', ''));
    const wanted = towns.reduce((sum, { count }) => sum + Math.ceil(count / per), 0);
    await expect(seenMarks(scene, marks)).toHaveLength(wanted);
    await expect(wanted).toBeGreaterThan(50);
    await expect(texts(scene, figure)).toEqual(['215,000']);
    await expect(labels(scene)).toEqual(expect.arrayContaining(['Vienna 120,000', 'Madrid 300']));
    await saidAs(scene, /215,000 visitors in 5 places.*One mark is/u);
    scene.motion = 'static';
    scene.step = 'lines';
    await waitFor(() => expect(seen(scene, '.way')).not.toEqual([]));
    await expect(basis(scene), 'in every state').toEqual([said]);
  }),
};

export const PerChosenOnAPhone: Story = {
  args: { ...PerChosenByItself.args, step: 'lines' },
  globals: { width: 'phone' },
  play: looks(async (scene) => {
    await expect(basis(scene).join()).toMatch(/^One mark is [125]0+ visitors\.$/u);
  }),
};

export const PerChosenInTheDark: Story = {
  args: PerChosenByItself.args!,
  globals: { theme: 'dark' },
  play: PerChosenByItself.play!,
};

export const PerGiven: Story = {
  args: { ...PerChosenByItself.args, per: 5000 },
  play: looks(async (scene) => {
    await expect(basis(scene)).toEqual(['One mark is 5,000 visitors.']);
    await expect(seenMarks(scene, marks)).toHaveLength(24 + 11 + 7 + 2 + 1);
  }),
};

export const PerGivenTooSmall: Story = {
  args: { ...PerChosenByItself.args, per: 10 },
  parameters: { warns: ['per is 10, which makes more marks than its picture has room for'] },
  play: PerChosenByItself.play!,
};

export const PartsOfMarks: Story = {
  args: others({
    data: [
      { name: 'Skagen', count: 4.5, lat: 57.7, lon: 10.6, tone: 'a' },
      { name: 'Aberdeen', count: 2.25, lat: 57.1, lon: -2.1, tone: 'c' },
      { name: 'Brest', count: 0.1, lat: 48.4, lon: -4.5, tone: 'd' },
    ],
    states: rises,
    unit: 'tonnes of litter',
    mark: 'dot',
    caption: 'Litter on three beaches in tonnes, which need not be whole. Invented.',
  }),
  play: looks(async (scene) => {
    await expect(labels(scene).sort()).toEqual(['Aberdeen 2.25', 'Brest 0.1', 'Skagen 4.5']);
    await expect(texts(scene, figure)).toEqual(['6.85']);
    await expect(basis(scene)).toEqual([]);
    const drawn = seenMarks(scene, marks);
    await expect(drawn).toHaveLength(5 + 3 + 1);
    const whole = Math.max(...drawn.map(({ width }) => width));
    await expect(drawn.filter(({ width }) => Math.abs(width - whole / 2) < 1)).toHaveLength(1);
  }),
};

export const TwoThousandAtOnePlace: Story = {
  args: others({
    data: [
      { name: 'Vienna', count: 2000, lat: 48.2, lon: 16.4, tone: 'a' },
      { name: 'Graz', count: 40, lat: 47.1, lon: 15.4, tone: 'd' },
    ],
    caption: 'Two thousand at one place, forty beside it. Invented.',
  }),
  play: looks(async (scene) => {
    await expect(texts(scene, figure)).toEqual(['2,040']);
    await expect(labels(scene)).toEqual(expect.arrayContaining(['Vienna 2,000', 'Graz 40']));
    await expect(basis(scene).join()).toMatch(/^One mark is \d+ people\.$/u);
  }),
};

export const LargeAndSmall: Story = {
  args: others({
    data: [
      { name: 'Delhi', count: 1_200_000_000, lat: 28.6, lon: 77.2, tone: 'a' },
      { name: 'Fair Isle', count: 3, lat: 59.5, lon: -1.6, tone: 'd' },
    ],
    states: rises,
    caption: 'A billion beside three: what is too little for a mark has a sliver of one. Invented.',
  }),
  play: looks(async (scene) => {
    await expect(texts(scene, figure)).toEqual(['1,200,000,003']);
    await expect(labels(scene)).toEqual(
      expect.arrayContaining(['Delhi 1,200,000,000', 'Fair Isle 3']),
    );
    for (const path of seen(scene, marks))
      await expect(path.getBoundingClientRect().width).toBeGreaterThan(0.9);
  }),
};

export const AThousandPlaces: Story = {
  args: others({
    data: Array.from({ length: 1000 }, (_, i) => ({
      name: `Station ${i + 1}`,
      count: 1 + (i % 3),
      lat: 36 + ((i * 7.31) % 30),
      lon: -10 + ((i * 13.77) % 45),
      tone: 'abcd'[i % 4],
    })),
    states: rises,
    unit: 'keepers',
    centre: '52, 12',
    caption: 'A thousand places. Invented.',
  }),
  play: looks(async (scene) => {
    await waitFor(() => expect(texts(scene, figure)).toEqual(['1,999']));
    await saidAs(scene, /1,999 keepers in 1,000 places/u);
  }),
};

export const LongGermanNames: Story = {
  args: others({
    data: offices,
    home: 'Kassel',
    centre: '51.3, 9.5',
    caption: 'Frei erfundene Ämter.',
  }),
  globals: { locale: 'de' },
  play: looks(async (scene) => {
    await expect(seenMarks(scene, marks)).toHaveLength(28);
    await expect(labels(scene)).toContain('Amt für Maß und Gewicht 3');
  }),
};

export const LongGermanNamesOnAPhone: Story = {
  args: LongGermanNames.args!,
  globals: { locale: 'de', width: 'phone' },
  play: looks(async (scene) => {
    await expect(seenMarks(scene, marks)).toHaveLength(28);
    await saidAs(scene, /Bundesrepublik-Deutschland-Beispielbehörde/u);
  }),
};

export const Arabic: Story = {
  args: others({
    data: arabicReaders,
    centre: '30, 31.2',
    home: 'القاهرة',
    unit: 'قارئًا',
    step: 'lines',
    caption: 'قرّاء في طريقهم إلى معرض للكتاب. الأماكن حقيقية والأرقام مختلقة.',
  }),
  globals: { locale: 'ar' },
  play: looks(async (scene) => {
    await expect(seenMarks(scene, marks)).toHaveLength(33);
    await expect(labels(scene)).toContain('القاهرة');
    await saidAs(scene, /^خريطة مركزها القاهرة\./u);
    await expect(getComputedStyle(scene).direction).toBe('rtl');
  }),
};

export const ArabicDigits: Story = {
  args: Arabic.args!,
  globals: { locale: 'ar-EG' },
  play: looks(async (scene) => {
    await expect(texts(scene, figure)).toEqual(['٣٣']);
    await expect(labels(scene)).toContain('مسقط ٥');
  }),
};

export const PerInArabic: Story = {
  args: {
    ...Arabic.args,
    per: 10,
    mark: 'square',
  },
  globals: { locale: 'ar-EG' },
  play: looks(async (scene) => {
    await expect(basis(scene)).toEqual(['كل علامة تمثل ١٠ قارئًا.']);
    const [note, frame] = [seen(scene, '.note')[0]!, scene].map((one) =>
      one.getBoundingClientRect(),
    ) as [DOMRect, DOMRect];
    await expect(note.right, 'at the right').toBeGreaterThan(frame.right - 40);
  }),
};

export const Hebrew: Story = {
  args: others({
    data: hebrewReaders,
    centre: '48.9, 2.4',
    home: 'פריז',
    unit: 'קוראים',
    step: 'lines',
    caption: 'קוראים בדרכם ליריד ספרים. המקומות אמיתיים, המספרים בדויים.',
  }),
  globals: { locale: 'he' },
  play: looks(async (scene) => {
    await expect(seenMarks(scene, marks)).toHaveLength(33);
    await expect(labels(scene)).toEqual(expect.arrayContaining(['פריז', 'אתונה 12', 'אוסלו 5']));
    await saidAs(scene, /^מפה שמרכזה פריז\./u);
  }),
};

export const DevanagariDigits: Story = {
  args: { ...MembersOfTheEuropeanParliament.args, home: 'स्ट्रासबर्ग', unit: 'सदस्य' },
  globals: { locale: 'hi-u-nu-deva' },
  play: looks(async (scene) => {
    await expect(texts(scene, figure)).toEqual(['७२०']);
    await expect(labels(scene)).toContain('फ़्रांस ८१');
  }),
};

export const WithoutAPlace: Story = {
  args: others({
    data: [
      { name: 'Nobody knows where', count: 12, tone: 'a' },
      { name: 'Oslo', count: 3, lat: 59.9, lon: 10.8, tone: 'd' },
    ],
  }),
  play: looks(async (scene) => {
    const [marksFoot] = seen(scene, '.tray').map(middle);
    const frame = scene.getBoundingClientRect();
    await expect(marksFoot!.y, 'at the foot').toBeGreaterThan(frame.top + frame.height * 0.6);
    await expect(labels(scene)).toContain('Nobody knows where 12');
  }),
};

// Outlines.

/** Without any: the places stand on plain paper. */
export const WithoutOutlines: Story = {
  args: { topology: '' },
  play: async ({ canvasElement }) => {
    const scene = await drawn<DiplomatMap>(canvasElement, name);
    await tidy(scene, words, marks);
    await expect(seen(scene, '.land')).toEqual([]);
    await expect(seenMarks(scene, marks)).toHaveLength(56);
    await expect(notice(scene)).toEqual([]);
  },
};

export const PreparedOutlines: Story = {
  args: others({
    map: moscow,
    topology: '',
    home: 'Moscow',
    data: [
      { name: 'Helsinki', count: 9, lat: 60.2, lon: 24.9, tone: 'a' },
      { name: 'Tbilisi', count: 6, lat: 41.7, lon: 44.8, tone: 'c' },
    ],
    caption: 'Outlines that were projected beforehand. Choirs on tour; the choirs are invented.',
  }),
  play: looks(async (scene) => {
    await expect(seen(scene, '.borders'), 'with borders').not.toEqual([]);
    await expect(labels(scene)).toEqual(
      expect.arrayContaining(['Helsinki 9', 'Tbilisi 6', 'Moscow']),
    );
  }),
};

export const AnotherCentre: Story = {
  args: {
    centre: '42.4, -71.1',
    home: 'Boston',
    data: sailors.filter(({ name: at }) => at !== 'Boston'),
  },
  play: looks(async (scene) => {
    await expect(labels(scene)).toContain('Boston');
    await saidAs(scene, /^Map centred on Boston\./u);
  }),
};

export const ACentreThatAPreparedMapHasNot: Story = {
  args: { ...PreparedOutlines.args, centre: '48.9, 2.4' },
  parameters: { warns: ['its map has "55.7558, 37.6173", leave it out'] },
  play: looks(async (scene) => {
    await expect(labels(scene)).toContain('Moscow');
  }),
};

export const AnotherProjection: Story = {
  args: { projection: 'mercator' },
  parameters: { warns: ['projection "mercator"; use "azimuthal-equidistant"'] },
  play: looks(async (scene) => {
    await expect(seenMarks(scene, marks)).toHaveLength(56);
  }),
};

export const OutlinesThatDoNotLoad: Story = {
  args: { topology: 'no-such-map.json' },
  parameters: { warns: ['404', 'topology "no-such-map.json": Error'] },
  play: looks(async (scene) => {
    await expect(notice(scene)).toEqual(['The outlines of this map could not be loaded.']);
    await expect(seenMarks(scene, marks), 'the places stand').toHaveLength(56);
  }),
};

// Ways for data to come in.

export const DataInATable: Story = {
  args: others({
    data: undefined,
    slotted: html`<table>
      <caption>
        Keepers of lighthouses
      </caption>
      <tr>
        <th>Name</th>
        <th data-column="count">Keepers</th>
        <th data-column="lat">North</th>
        <th data-column="lon">East</th>
      </tr>
      <tr>
        <td>Skagen</td>
        <td><data value="4">four</data></td>
        <td>57.7</td>
        <td>10.6</td>
      </tr>
      <tr>
        <td>Land’s End</td>
        <td>3</td>
        <td>50.1</td>
        <td>−5.7</td>
      </tr>
    </table>`,
  }),
  play: looks(async (scene) => {
    await expect(labels(scene).sort()).toEqual(['Land’s End 3', 'Skagen 4']);
    await expect(texts(scene, 'summary')).toEqual(['Show the data']);
  }),
};

export const DataFromCsv: Story = {
  args: others({ data: undefined, src: keepersUrl, unit: 'keepers' }),
  play: looks(async (scene) => {
    await expect(labels(scene)).toContain('Lighthouse of Hercules, La Coruña 5');
    await expect(texts(scene, figure)).toEqual(['12']);
  }),
};

export const DataFromJson: Story = {
  args: others({ data: undefined, src: pickersUrl, unit: 'pickers' }),
  play: looks(async (scene) => {
    await expect(labels(scene)).toEqual(
      expect.arrayContaining(['Italy 16', 'Greece 9', 'Tunisia 7']),
    );
    await saidAs(scene, /44 pickers in 4 countries/u);
  }),
};

// Trouble.

export const NoData: Story = {
  args: others({ data: [] }),
  parameters: { warns: ['<diplomat-map> has no data'] },
  play: looks(async (scene) => {
    await expect(notice(scene)).toEqual(['There are no data to draw here.']);
    await expect(seenMarks(scene, marks)).toEqual([]);
    await expect(texts(scene, figure), 'a nought would be a claim').toEqual([]);
  }),
};

const slow = 'a-file-that-takes-its-time';

export const Loading: Story = {
  args: others({ data: undefined, src: slow, topology: '' }),
  beforeEach: unanswered(slow),
  play: async ({ canvasElement }) => {
    const scene = canvasElement.querySelector(name)!;
    await waitFor(() => expect(notice(scene)).toEqual(['The picture is loading.']));
  },
};

export const OutlinesOnTheirWay: Story = {
  args: { topology: slow },
  beforeEach: unanswered(slow),
  play: async ({ canvasElement }) => {
    const scene = await drawn<DiplomatMap>(canvasElement, name);
    await tidy(scene, words, marks);
    await expect(seenMarks(scene, marks), 'the places are there before the land').toHaveLength(56);
    await expect(notice(scene)).toEqual([]);
  },
};

export const BadData: Story = {
  args: others({
    data: [
      { name: 'A word', count: 'many', lat: 50, lon: 10 },
      { name: 'Less than none', count: -3, lat: 50, lon: 10 },
      { name: 'Too far north', count: 6, lat: 98, lon: 10 },
      { code: 'ZX', count: 4, lat: 45, lon: 9 },
      { count: 5, lat: 48, lon: 16 },
      { name: 'All is well', count: 20, lat: 52.5, lon: 13.4, tone: 'a' },
    ],
    caption: 'What cannot be read is left out and named in the console; the rest stands. Invented.',
  }),
  parameters: {
    warns: [
      '"count" is "many"; write a number in digits',
      '"count" is "-3"; write a number that is not below 0',
      '(Too far north): "lat" is "98"; a latitude is from -90 to 90',
      'code "ZX" is no country',
      'a row has no "name" or "code"',
    ],
  },
  play: looks(async (scene) => {
    await expect(labels(scene).sort()).toEqual(['All is well 20', 'Too far north 6', 'ZX 4']);
    await expect(notice(scene)).toEqual([expect.stringMatching(/could not be read/)]);
  }),
};

export const BadStates: Story = {
  args: {
    step: 'start',
    states: [{ step: 'start', ring: 'Atlantis', until: 'last week', focus: 'Hamburg, Avalon' }],
  },
  parameters: {
    warns: [
      'state "start" names "Atlantis"',
      'state "start" names "Avalon"',
      'until "last week"; write it as',
    ],
  },
  play: looks(async (scene) => {
    await expect(labels(scene)).toContain('Hamburg 14');
  }),
};

export const AnUnknownStep: Story = {
  args: { step: 'a step that nobody wrote' },
  parameters: { warns: ['has no step "a step that nobody wrote"'] },
  play: looks(async (scene) => {
    await expect(seenMarks(scene, marks), 'as before the first step').toEqual([]);
    await expect(scene.describe()).toBe('');
  }),
};

// Boxes and surroundings.

export const BoxesOfManySizes: Story = {
  render: (args) =>
    html`<p class="caption" dir="auto">${args.caption}</p>
      ${boxes.flatMap(([width, height]) =>
        ['total', 'home'].map(
          (step) =>
            html`<figure>
              <figcaption>${step}, ${width} × ${height}</figcaption>
              <diplomat-map
                style="inline-size: ${width}px; block-size: ${height}px"
                .data=${args.data}
                .states=${args.states}
                topology=${args.topology}
                centre=${args.centre}
                home=${args.home}
                unit=${args.unit}
                step=${step}
              ></diplomat-map>
            </figure>`,
        ),
      )}`,
  play: async ({ canvasElement }) => {
    for (const figure of canvasElement.querySelectorAll('figure')) {
      const scene = await outlined(figure);
      await tidy(scene, words, marks);
      await expect(seenMarks(scene, marks)).toHaveLength(56);
    }
  },
};

export const Dark: Story = {
  args: { step: 'lines' },
  globals: { theme: 'dark' },
  play: looks(async (scene) => {
    await expect(seenMarks(scene, '.way')).toHaveLength(6);
  }),
};

export const Stepped: Story = {
  args: { step: 'home', progress: 0.3 },
  globals: { motion: 'stepped' },
  play: Home.play!,
};

export const Static: Story = {
  args: { step: 'home', progress: 0.3 },
  globals: { motion: 'static' },
  play: Home.play!,
};
