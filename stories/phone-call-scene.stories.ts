// Longer than other files because every state, every way for data to come in and every trouble is a story of its own.
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect, fireEvent, waitFor } from 'storybook/test';
import type { PhoneCallScene } from '../src/scenes/phone-call-scene/phone-call-scene.js';
import {
  arabic,
  arabicCalls,
  german,
  hebrew,
  hindi,
  relayStates,
  riverCalls,
  riverStates,
  shipStates,
  twoHundredCalls,
} from './data/calls.js';
import { cueControls, drawn, everyStep, saidAs, seen, texts, tidy } from './kit.js';

const name = 'phone-call-scene';
const steps = shipStates.map(({ step }) => String(step));
const logSteps = riverStates.map(({ step }) => String(step));
const words = '.picture p, .end, .words, .scale span';
const marks = '.dot';

/** What the picture has, as arguments of a story; `caption` says where the data are from. */
type Args = Pick<
  PhoneCallScene,
  | 'from'
  | 'to'
  | 'fromTone'
  | 'toTone'
  | 'duration'
  | 'unit'
  | 'step'
  | 'progress'
  | 'motion'
  | 'src'
  | 'data'
  | 'states'
> & { caption: string; slotted: TemplateResult | undefined };

const ship = 'A call from ship to shore, measured in minutes. Invented.';
const river = 'One morning’s calls on a river. Invented.';

const meta: Meta<Args> = {
  title: 'Scenes/Phone call',
  component: name,
  args: {
    from: 'Motor vessel Linnea',
    to: 'Coast station',
    fromTone: 'a',
    toTone: 'b',
    duration: 24,
    unit: 'min',
    step: 'arrival',
    progress: 1,
    motion: '',
    src: '',
    data: undefined,
    states: shipStates,
    caption: ship,
    slotted: undefined,
  },
  argTypes: {
    ...cueControls(steps),
    duration: { control: { type: 'number', min: 1, max: 600 } },
    fromTone: { control: 'inline-radio', options: ['a', 'b', 'c', 'd'] },
    toTone: { control: 'inline-radio', options: ['a', 'b', 'c', 'd'] },
    motion: { control: 'select', options: ['', 'full', 'stepped', 'static'] },
    caption: { table: { disable: true } },
    slotted: { table: { disable: true } },
  },
  render: ({ caption, slotted, ...args }) => html`
    <p class="caption">${caption}</p>
    <phone-call-scene
      class="box"
      .data=${args.data}
      .states=${args.states}
      src=${args.src}
      from=${args.from}
      to=${args.to}
      from-tone=${args.fromTone}
      to-tone=${args.toTone}
      duration=${args.duration}
      unit=${args.unit}
      step=${args.step}
      motion=${args.motion}
      .progress=${args.progress}
      >${slotted}</phone-call-scene
    >
  `,
};
export default meta;
type Story = StoryObj<Args>;
type Check = (scene: PhoneCallScene) => Promise<void>;

/** A play function: the picture is drawn and tidy, and what is checked besides. */
const looks =
  (check: Check): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const scene = await drawn<PhoneCallScene>(canvasElement, name);
    await tidy(scene, words, marks);
    await check(scene);
  };

/** A single call of other people. */
const others = (args: Partial<Args>): Args => ({
  ...(meta.args as Args),
  caption: 'Invented.',
  ...args,
});
/** A log: it has calls and no ends of its own. */
const log = (args: Partial<Args>): Args =>
  others({ from: '', to: '', data: riverCalls, states: riverStates, caption: river, ...args });
const inLog = { argTypes: cueControls(logSteps) };

const clock = (scene: PhoneCallScene): string => texts(scene, '.clock text').join('');
const ends = (scene: PhoneCallScene): string[] => texts(scene, '.end').filter(Boolean);
const notice = (scene: PhoneCallScene): string[] => texts(scene, '.notice');
const box = (scene: PhoneCallScene, selector: string): DOMRect =>
  seen(scene, selector)[0]!.getBoundingClientRect();
/** Lines that are seen: straight ones have a length and no width. */
const strokes = (scene: PhoneCallScene, selector: string): DOMRect[] =>
  [...scene.shadowRoot!.querySelectorAll(selector)]
    .filter((line) => line.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
    .map((line) => line.getBoundingClientRect());
/** Whether the line is drawn alive, and how high its sine swings. */
const swing = (scene: PhoneCallScene): number =>
  seen(scene, '.open')[0]?.getBoundingClientRect().height ?? 0;

export const Playground: Story = {
  play: looks(async (scene) => {
    await expect(ends(scene)).toEqual(['Motor vessel Linnea', 'Coast station']);
    await expect(clock(scene)).toBe('24:00');
    await saidAs(scene, /between Motor vessel Linnea and Coast station\..+24:00 of 24 minutes/u);
    await everyStep(scene);
  }),
};

/** Without states of its own a call has four, from its attributes alone. */
export const FromItsAttributesAlone: Story = {
  args: others({ from: 'Bern', to: 'Oslo', duration: 9, states: undefined, step: 'invitation' }),
  argTypes: cueControls(['expected', 'connected', 'length', 'invitation']),
  play: looks(async (scene) => {
    await expect(scene.steps).toEqual(['expected', 'connected', 'length', 'invitation']);
    await expect(clock(scene)).toBe('9:00');
    await expect(strokes(scene, '.lit')).toHaveLength(1);
    await everyStep(scene);
  }),
};

// Every state.

export const LineWaiting: Story = {
  args: { step: 'watch' },
  play: looks(async (scene) => {
    await expect(strokes(scene, '.waiting')).toHaveLength(1);
    await expect(clock(scene)).toBe('0:00');
    await expect(texts(scene, 'p.span')).toEqual(['Listening watch']);
    await saidAs(scene, /The call is expected\./u);
  }),
};

export const LineOpen: Story = {
  args: { step: 'contact' },
  play: looks(async (scene) => {
    await expect(strokes(scene, '.waiting')).toHaveLength(0);
    await expect(swing(scene), 'the line swings').toBeGreaterThan(5);
    await saidAs(scene, /The line is open\. The clock stands at 1:00 of 24 minutes\./u);
  }),
};

export const LineClosed: Story = {
  args: { step: 'over' },
  play: looks(async (scene) => {
    await expect(seen(scene, '.open')).toHaveLength(1);
    await expect(swing(scene), 'the line is flat').toBeLessThan(5);
    await saidAs(scene, /The line is closed\./u);
  }),
};

export const LineAlone: Story = {
  args: { step: 'line' },
  play: looks(async (scene) => {
    await expect(seen(scene, '.clock text, .scale span')).toHaveLength(0);
    const [wire, frame] = [box(scene, '.wire'), box(scene, '.frame')];
    const off = wire.y + wire.height / 2 - (frame.y + frame.height / 2);
    // A browser may set either box on its own grid.
    await expect(Math.abs(off), 'it stands in the middle').toBeLessThan(1);
  }),
};

export const WithACaption: Story = {
  args: { step: 'report' },
  play: looks(async (scene) => {
    await expect(texts(scene, '.caption')).toEqual(['position, wind, sea']);
    await expect(clock(scene)).toBe('14:00');
  }),
};

export const WithASpan: Story = {
  args: { step: 'relay' },
  play: looks(async (scene) => {
    await expect(texts(scene, 'p.span')).toEqual(['The forecast, read aloud']);
    const [bracket, all] = [box(scene, 'path.span'), box(scene, '.marks')];
    await expect((bracket.left - all.left) / all.width).toBeCloseTo(6 / 24, 1);
    await expect((bracket.right - all.left) / all.width).toBeCloseTo(18 / 24, 1);
    await saidAs(scene, /A bracket from minute 6 to minute 18: The forecast, read aloud\./u);
  }),
};

export const WithAMark: Story = {
  args: { step: 'arrival' },
  play: looks(async (scene) => {
    await expect(texts(scene, '.lit-words')).toEqual(['time of arrival']);
    const [[mark], all] = [strokes(scene, '.lit'), box(scene, '.marks')];
    await expect(mark!.left, 'the last minute is lit').toBeGreaterThan(all.left + all.width * 0.94);
    await saidAs(scene, /Lit: minute 24, time of arrival\./u);
  }),
};

export const WithNotes: Story = {
  args: { step: 'over' },
  play: looks(async (scene) => {
    await expect(texts(scene, '.notes p')).toEqual([
      'In the ship’s log: 06.24',
      'In the station’s log: 06.25',
    ]);
    await expect(box(scene, '.from-note').top).toBeGreaterThan(box(scene, '.dot.from').bottom);
  }),
};

export const AllButOneMinuteBlank: Story = {
  args: { step: 'blank' },
  play: looks(async (scene) => {
    await expect(strokes(scene, '.past')).toHaveLength(0);
    await expect(strokes(scene, '.lit')).toHaveLength(1);
    await saidAs(scene, /The other minutes are blank\./u);
  }),
};

/** One state beside the other, each as it stands at its end. */
const stills = (data: readonly unknown[] | undefined, states: readonly unknown[]) => (args: Args) =>
  html`<p class="caption">${args.caption}</p>
    <div class="stills">
      ${(states as { step: string }[]).map(
        ({ step }) =>
          html`<figure>
            <figcaption>${step}</figcaption>
            <phone-call-scene
              class="box"
              motion="static"
              from=${args.from}
              to=${args.to}
              duration=${args.duration}
              .data=${data}
              .states=${states}
              step=${step}
            ></phone-call-scene>
          </figure>`,
      )}
    </div>`;

const noTwoAlike: NonNullable<Story['play']> = async ({ canvasElement }) => {
  const scenes = [...canvasElement.querySelectorAll(name)];
  await drawn(canvasElement, name);
  for (const scene of scenes) await tidy(scene, words, marks);
  const pictures = scenes.map((scene) =>
    seen(scene, `${words}, .clock text, .open, .waiting, .past, .lit, path.span`)
      .map((part) => `${part.textContent.trim()} ${JSON.stringify(part.getAttribute('transform'))}`)
      .join(),
  );
  await expect(new Set(pictures).size, 'no two states look alike').toBe(scenes.length);
};

export const EveryStateSideBySide: Story = {
  render: stills(undefined, shipStates),
  play: noTwoAlike,
};

/** Gives the scene behind the slider how far through its step it is. */
const slide = ({ currentTarget }: Event): void => {
  const slider = currentTarget as HTMLInputElement;
  slider.closest('.page')!.querySelector(name)!.progress = slider.valueAsNumber;
};

export const MovedByItsProgress: Story = {
  args: { step: 'report', progress: 0 },
  globals: { motion: 'full' },
  render: (args, context) =>
    html`<p class="caption">
        <label
          >From the first minute to the fourteenth
          <input type="range" min="0" max="1" step="0.01" value="0" @input=${slide}
        /></label>
      </p>
      ${meta.render!(args, context)}`,
  play: async ({ canvasElement }) => {
    const scene = await drawn<PhoneCallScene>(canvasElement, name);
    const slider = canvasElement.querySelector('input')!;
    const to = (value: number): Promise<boolean> => fireEvent.input(slider, { target: { value } });
    await expect(clock(scene)).toBe('1:00');
    await to(1);
    await waitFor(() => expect(clock(scene)).toBe('14:00'));
    await to(0.5);
    await waitFor(() => expect(clock(scene)).toMatch(/^[4-9]:\d\d$|^1[0-3]:\d\d$/u));
    await to(0);
    await waitFor(() => expect(clock(scene)).toBe('1:00'));
  },
};

export const Stepped: Story = {
  args: { step: 'report', progress: 0.2 },
  globals: { motion: 'stepped' },
  play: looks(async (scene) => {
    await expect(clock(scene), 'the end of the step, whatever the progress').toBe('14:00');
    scene.step = 'arrival';
    await scene.updateComplete;
    await expect(clock(scene), 'cut, not played').toBe('24:00');
  }),
};

export const Static: Story = { ...Stepped, globals: { motion: 'static' } };

export const Dark: Story = {
  args: { step: 'over' },
  globals: { theme: 'dark' },
  play: looks(async (scene) => {
    const paper = getComputedStyle(document.documentElement).backgroundColor;
    await expect(getComputedStyle(seen(scene, '.clock')[0]!).fill).not.toBe(paper);
    await expect(texts(scene, '.lit-words')).toEqual(['time of arrival']);
  }),
};

// A log of calls.

export const ALog: Story = {
  ...inLog,
  args: log({ step: 'all' }),
  play: looks(async (scene) => {
    await expect(seen(scene, '.row')).toHaveLength(6);
    await expect(ends(scene)).toContain('Lighthouse');
    await saidAs(scene, /6 of 6\. Harbour office calls Pilot station \(first call, second call/u);
    await everyStep(scene);
  }),
};

export const ALogsFirstCall: Story = {
  ...inLog,
  args: log({ step: 'first' }),
  play: looks(async (scene) => {
    await expect(seen(scene, '.row .dot.from')).toHaveLength(1);
    await expect(texts(scene, '.words').filter(Boolean)).toEqual(['first call']);
  }),
};

export const ALogWithItsTotal: Story = {
  ...inLog,
  args: log({ step: 'three' }),
  play: looks(async (scene) => {
    await expect(texts(scene, '.total')).toEqual(['3']);
    await expect(texts(scene, '.sum .caption')).toEqual(['calls in one morning']);
  }),
};

export const ALogWithACaption: Story = {
  ...inLog,
  args: log({ step: 'reading' }),
  play: looks(async (scene) => {
    await expect(texts(scene, '.said')).toEqual(['the harbour’s own reading: fog']);
    await expect(box(scene, '.said').top).toBeGreaterThan(box(scene, '.total').bottom - 8);
  }),
};

export const SeveralJoin: Story = {
  ...inLog,
  args: log({ step: 'all' }),
  play: looks(async (scene) => {
    const dots = seen(scene, 'svg.joined').map((line) => getComputedStyle(line).strokeDasharray);
    await expect(dots, 'two dotted lines').toHaveLength(2);
    await expect(dots.join()).not.toContain('none');
    await saidAs(scene, /Ferry line joins Harbour office\. Tug crews joins Harbour office\./u);
  }),
};

export const EveryStateOfALog: Story = {
  args: log({}),
  render: stills(riverCalls, riverStates),
  play: noTwoAlike,
};

/** A log in markup: a list of calls, which is also what a reader without script reads. */
export const ALogFromAList: Story = {
  args: log({
    data: undefined,
    states: undefined,
    step: 'calls',
    slotted: html`<ol>
      <li data-from="Mill" data-to="Lock">asks for water</li>
      <li data-from="Lock" data-to="Mill" data-tone="b" data-to-tone="a">says when</li>
      <li data-from="Ferry" data-to="Lock" data-tone="c" data-kind="joined">asks too</li>
    </ol>`,
  }),
  argTypes: cueControls(['calls']),
  play: looks(async (scene) => {
    await expect(ends(scene)).toEqual(['Mill', 'Lock', 'Lock', 'Mill', 'Ferry', 'Lock']);
    const details = scene.shadowRoot!.querySelector('details')!;
    details.querySelector('summary')!.click();
    await waitFor(() => expect(scene.querySelector('ol')).toBeVisible());
    details.open = false;
  }),
};

// Other people's data.

export const FortyEightHours: Story = {
  args: others({
    from: 'Race control',
    to: 'The fleet',
    duration: 48,
    unit: 'hours',
    states: relayStates,
    step: 'end',
    caption: 'A sailing race that was followed for 48 hours: a mark an hour. Invented.',
  }),
  argTypes: cueControls(relayStates.map(({ step }) => String(step))),
  play: looks(async (scene) => {
    await expect(texts(scene, '.scale span').at(-1)).toMatch(/^48\s+hours$/u);
    await saidAs(scene, /after 48 hours/u);
  }),
};

export const OneMinute: Story = {
  args: others({ from: 'Buoy', to: 'Base', duration: 1, states: undefined, step: 'invitation' }),
  play: looks(async (scene) => {
    await expect(clock(scene)).toBe('1:00');
    await expect(texts(scene, '.scale span')).toHaveLength(2);
  }),
};

export const SixHundredMinutes: Story = {
  args: others({
    from: 'Night watch',
    to: 'Control',
    duration: 600,
    states: [{ step: 'end', clock: 600, span: 'Nobody spoke', spanFrom: 90, spanTo: 540 }],
    step: 'end',
  }),
  play: looks(async (scene) => {
    await expect(clock(scene)).toBe('600:00');
    await expect(texts(scene, '.scale span').at(-1)).toMatch(/^600\s+min$/u);
    const across = scene.shadowRoot!.querySelector('.minute')!.getAttribute('d')!;
    await expect(across.match(/M/gu), 'a mark a minute').toHaveLength(600);
  }),
};

export const ALogOfOneRow: Story = {
  args: log({ data: riverCalls.slice(0, 1), states: undefined, step: 'calls' }),
  play: looks(async (scene) => {
    await expect(ends(scene)).toEqual(['Harbour office', 'Pilot station']);
    await saidAs(scene, /1 of 1\. Harbour office calls Pilot station \(first call\)\./u);
  }),
};

export const TwoHundredRows: Story = {
  args: log({
    data: twoHundredCalls,
    states: undefined,
    step: 'calls',
    caption: 'Two hundred calls from forty stations. Invented.',
  }),
  play: async ({ canvasElement }) => {
    const scene = await drawn<PhoneCallScene>(canvasElement, name);
    const frame = box(scene, '.frame');
    const rows = seen(scene, '.row .wire').map((row) => row.getBoundingClientRect());
    await expect(rows).toHaveLength(200);
    await expect(
      rows.filter(({ top, bottom }) => top < frame.top - 8 || bottom > frame.bottom + 8),
      'no line leaves the picture',
    ).toHaveLength(0);
    await saidAs(scene, /200 of 200\./u);
  },
};

export const LongGermanNames: Story = {
  args: others({ ...german, step: 'invitation', caption: 'Frei erfunden.' }),
  argTypes: cueControls(german.states.map(({ step }) => String(step))),
  globals: { locale: 'de' },
  play: looks(async (scene) => {
    await expect(ends(scene)).toEqual([german.from, german.to]);
    await saidAs(scene, /Eine Klammer von Minute 0 bis Minute 11: Hochwasser/u);
  }),
};

export const LongGermanNamesOnAPhone: Story = {
  ...LongGermanNames,
  globals: { locale: 'de', width: 'phone' },
};

/** A picture that is read from right to left: who calls stands at the right, and time runs from there. */
const fromTheRight: Check = async (scene) => {
  await expect(box(scene, '.dot.from').left).toBeGreaterThan(box(scene, '.dot.to').right);
  await expect(box(scene, '.end.from').left).toBeGreaterThan(box(scene, '.end.to').right);
  const all = box(scene, '.marks');
  await expect(strokes(scene, '.lit')[0]!.right, 'the last minute is at the left').toBeLessThan(
    all.left + all.width * 0.12,
  );
};

const inLanguage = { argTypes: cueControls(arabic.states.map(({ step }) => String(step))) };

export const Arabic: Story = {
  ...inLanguage,
  args: others({ ...arabic, step: 'invitation', caption: 'مكالمة مختلقة.' }),
  globals: { locale: 'ar' },
  play: looks(async (scene) => {
    await fromTheRight(scene);
    await saidAs(scene, /خط هاتفي بين عمّان والدار البيضاء/u);
  }),
};

export const ArabicInEgypt: Story = {
  ...Arabic,
  globals: { locale: 'ar-EG' },
  play: looks(async (scene) => {
    await fromTheRight(scene);
    await expect(clock(scene)).toBe('١٢:٠٠');
    const digits = seen(scene, '.clock text').map((one) => one.getBoundingClientRect().left);
    await expect(digits, 'a number is read from the left in every script').toEqual(
      [...digits].sort((a, b) => a - b),
    );
    await expect(texts(scene, '.scale span').at(-1)).toMatch(/^١٢\s+دقيقة$/u);
  }),
};

export const ALogInArabic: Story = {
  args: log({ data: arabicCalls, states: undefined, step: 'calls', caption: 'مكالمات مختلقة.' }),
  globals: { locale: 'ar' },
  play: looks(async (scene) => {
    await expect(box(scene, '.dot.from').left).toBeGreaterThan(box(scene, '.dot.to').right);
    await saidAs(scene, /انضمام المنارة إلى الميناء\./u);
  }),
};

export const Hebrew: Story = {
  ...inLanguage,
  args: others({ ...hebrew, step: 'invitation', caption: 'שיחה בדויה.' }),
  globals: { locale: 'he' },
  play: looks(async (scene) => {
    await fromTheRight(scene);
    await saidAs(scene, /קו טלפון בין חיפה לבין אילת/u);
  }),
};

export const HindiWithItsDigits: Story = {
  ...inLanguage,
  args: others({ ...hindi, step: 'invitation', caption: 'काल्पनिक कॉल।' }),
  globals: { locale: 'hi-u-nu-deva' },
  play: looks(async (scene) => {
    await expect(clock(scene)).toBe('१२:००');
    await saidAs(scene, /घड़ी १२ में से १२:०० मिनट पर है।/u);
  }),
};

// Troubles.

export const NoData: Story = {
  args: log({ data: [], states: undefined, step: '', caption: 'A log that was given no calls.' }),
  parameters: { warns: ['<phone-call-scene> has no data'] },
  play: looks(async (scene) => {
    await expect(notice(scene)).toEqual(['There are no data to draw here.']);
  }),
};

export const NoNames: Story = {
  args: others({ from: '', to: '', step: 'report', caption: 'A call between no one.' }),
  play: looks(async (scene) => {
    await expect(ends(scene)).toEqual([]);
    await saidAs(scene, /^A telephone line\. The line is open\./u);
  }),
};

/** An address that never answers, while the story stands. */
const silent = 'data:text/csv,silent';

export const Loading: Story = {
  args: log({
    data: undefined,
    states: undefined,
    step: '',
    src: silent,
    caption: 'Not yet here.',
  }),
  beforeEach: () => {
    const real = window.fetch;
    window.fetch = (input, init) =>
      input === silent ? new Promise(() => undefined) : real(input, init);
    return () => {
      window.fetch = real;
    };
  },
  play: async ({ canvasElement }) => {
    const scene = canvasElement.querySelector(name)!;
    await waitFor(() => expect(notice(scene)).toEqual(['The picture is loading.']));
  },
};

export const ASourceThatIsNotThere: Story = {
  args: log({ data: undefined, states: undefined, step: '', src: '#nowhere', caption: 'Missing.' }),
  parameters: { warns: ['there is no element with the id "nowhere"'] },
  play: looks(async (scene) => {
    await expect(notice(scene)).toEqual([expect.stringMatching(/could not be read/u)]);
  }),
};

export const ACallWithoutAnEnd: Story = {
  args: log({
    data: [...riverCalls.slice(0, 2), { from: 'Nobody answers', to: '' }],
    states: undefined,
    step: 'calls',
    caption: 'A row that cannot be read is left out and told.',
  }),
  parameters: { warns: ['row 3 (Nobody answers): "to" is empty'] },
  play: looks(async (scene) => {
    await expect(seen(scene, '.row .dot.from')).toHaveLength(2);
    await expect(notice(scene)).toEqual([expect.stringMatching(/could not be read/u)]);
  }),
};

/** A length of which no call can be drawn. */
const badLength = (duration: number | string): Story => ({
  args: others({ duration, states: undefined, step: 'length', caption: `Length: ${duration}.` }),
  parameters: { warns: [`duration is ${JSON.stringify(String(duration))}; write whole minutes`] },
  play: looks(async (scene) => {
    await expect(clock(scene), 'the usual length stands in').toBe('10:00');
  }),
});

export const AWordForALength: Story = badLength('a while');
export const ANegativeLength: Story = badLength(-41);
export const AHugeLength: Story = badLength(1e9);

export const StatesThatCannotBe: Story = {
  args: others({
    states: [
      { step: 'early', clock: -3 },
      { step: 'late', clock: 99, line: 'ringing' },
      { step: 'never', clock: 'noon' },
    ],
    step: 'late',
    caption: 'A clock before its beginning, one past its end, a word for a number.',
  }),
  parameters: {
    warns: [
      'step "early": clock is -3',
      'step "late": clock is 99',
      '"line" is "ringing"; write one of "waiting", "open", "closed"',
      '"clock" is "noon"; write a number in digits',
    ],
  },
  play: looks(async (scene) => {
    await expect(clock(scene), 'kept within the call').toBe('24:00');
    await expect(scene.steps).toEqual(['early', 'late']);
  }),
};

export const AnUnknownStep: Story = {
  args: others({ step: 'report', caption: 'A name that is no step leaves the picture as it is.' }),
  parameters: { warns: ['<phone-call-scene> has no step "reprot"; its steps are "line", "watch"'] },
  play: looks(async (scene) => {
    scene.step = 'reprot';
    await scene.updateComplete;
    await expect(clock(scene)).toBe('14:00');
    await expect(texts(scene, '.caption')).toEqual(['position, wind, sea']);
  }),
};

// Every box.

const boxes = [
  [280, 300],
  [320, 480],
  [390, 844],
  [480, 300],
  [640, 260],
  [768, 1024],
  [1024, 500],
  [1280, 720],
  [1600, 900],
] as const;

const inBoxes = (data: readonly unknown[] | undefined): NonNullable<Story['render']> => {
  const single = !data;
  return (args) => html`
    <p class="caption">${args.caption}</p>
    ${boxes.map(
      ([width, height]) => html`
        <p class="caption">${width} × ${height}</p>
        <phone-call-scene
          .style=${`inline-size: ${width}px; block-size: ${height}px`}
          from=${single ? args.from : ''}
          to=${single ? args.to : ''}
          duration=${args.duration}
          .data=${data}
          .states=${args.states}
          step=${args.step}
        ></phone-call-scene>
      `,
    )}
  `;
};
const tidyBoxes: NonNullable<Story['play']> = async ({ canvasElement }) => {
  await drawn(canvasElement, name);
  for (const [at, scene] of canvasElement.querySelectorAll(name).entries()) {
    const { width, height } = scene.getBoundingClientRect();
    await expect([width, height]).toEqual(boxes[at]);
    await tidy(scene, words, marks);
  }
};

export const EveryBox: Story = {
  args: others({ step: 'over', caption: ship }),
  render: inBoxes(undefined),
  play: tidyBoxes,
};

export const EveryBoxInGerman: Story = {
  args: others({ ...german, step: 'invitation' }),
  globals: { locale: 'de' },
  render: inBoxes(undefined),
  play: tidyBoxes,
};

export const EveryBoxWithALog: Story = {
  args: log({ step: 'all' }),
  render: inBoxes(riverCalls),
  play: tidyBoxes,
};
