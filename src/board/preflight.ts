// Looks a story through before it goes out. Pure functions over a description of the story: what reads the
// description from a page is in read.ts, and a newsroom can make it from wherever its stories are kept.
import type { Claim } from '../core/claims.js';
import { wordsAMinute } from '../core/timing.js';
import { figures } from './figures.js';

/** A story as the checks see it. */
export interface StoryReport {
  /** Language tag of the words. */
  readonly lang: string;
  /** Every claim of the ledger, with the hands it passed through. */
  readonly ledger: readonly Claim[];
  readonly steps: readonly StepReport[];
}

/** A step as the checks see it. */
export interface StepReport {
  readonly id: string;
  /** What it is called in the list of steps. */
  readonly name: string;
  /** The words that are read one after another: no tables, lists and disclosures. */
  readonly words: string;
  /** The claims that it says it makes. */
  readonly claims: readonly string[];
  /** How many links, quotations with a source and chains stand in the step itself. */
  readonly sources: number;
  /** Whether the ledger stands in this step, so that it speaks of all claims. */
  readonly hasLedger: boolean;
  /** The figures in the data of its picture and of its tables. */
  readonly data: readonly number[];
  /** What stands in the stage, such as `<diplomat-map>`; undefined where there is no picture. */
  readonly scene: string | undefined;
  /** The state that it asks for, and those that the scene knows; undefined for a scene that does not say. */
  readonly state: string;
  readonly states: readonly string[] | undefined;
  /** What the picture shows, in words. */
  readonly description: string;
  /** Whether a chapter has it, whether it is hidden, and the height of the range in which it is active, in pixels. */
  readonly placed: boolean;
  readonly hidden: boolean;
  readonly height: number;
  /** Height of its words on a small phone, in pixels; undefined where no picture stays beside them. */
  readonly smallPhone: number | undefined;
  /** All that is drawn at this step, at each size, as text that is the same for the same picture. */
  readonly pictures: readonly string[];
  /** Text that is too pale for its ground. */
  readonly pale: readonly Pale[];
}

export interface Pale {
  readonly theme: 'light' | 'dark';
  readonly size: string;
  readonly text: string;
  readonly ratio: number;
  readonly needed: number;
}

/** Something to mend: where, what, and how. */
export interface Finding {
  readonly check: CheckName;
  /** Place of the step in the story, from 0; -1 for the story as a whole. */
  readonly index: number;
  /** The step's id, or its name where it has no id; '' for the story as a whole. */
  readonly step: string;
  readonly problem: string;
  readonly remedy: string;
}

/** A small phone, and the bar at the foot of a story that its words cannot use. */
export const smallPhone = { width: 320, height: 568, bar: 48 } as const;

type Found = readonly [problem: string, remedy: string];
type StepCheck = (step: StepReport, at: number, story: StoryReport) => readonly Found[];

const quote = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');

const everyStep =
  (check: StepCheck) =>
  (story: StoryReport): Omit<Finding, 'check'>[] =>
    story.steps.flatMap((step, index) =>
      check(step, index, story).map(([problem, remedy]) => ({
        index,
        step: step.id || step.name,
        problem,
        remedy,
      })),
    );

const wholeStory = (problem: string, remedy: string): Omit<Finding, 'check'> => ({
  index: -1,
  step: '',
  problem,
  remedy,
});

/** The claims that a step rests on: those it names, and all of them where the ledger itself stands in it. */
const restsOn = (step: StepReport, { ledger }: StoryReport): Claim[] =>
  ledger.filter(({ id }) => step.hasLedger || step.claims.includes(id));

/** What a claim carries: the figures of its words, and the number of its hands. */
const carried = ({ claim, speaker, certainty, hands }: Claim, lang: string): number[] => [
  ...[claim, speaker, certainty, ...hands].flatMap((text) => figures(text, lang)),
  hands.length,
];

const reachable: StepCheck = (step, at, { steps }) => {
  const found: Found[] = [];
  const { id, hidden, placed, height } = step;
  if (!placed)
    found.push(['stands outside a chapter, so nobody comes to it', 'Put it into a chapter.']);
  else if (hidden) found.push(['is hidden', 'Take its “hidden” away, or take the step out.']);
  else if (height <= 0)
    found.push([
      'has no height, so it is never the active step',
      'Give it words, and leave it its display.',
    ]);
  if (!id) found.push(['has no id, so no link leads to it', 'Give it an id.']);
  else if (steps.findIndex((other) => other.id === id) < at)
    found.push([
      `has the id of an earlier step, “${id}”, which every link to it leads to`,
      'Give it another id.',
    ]);
  return found;
};

const pictured: StepCheck = ({ scene, state, states, description }) => {
  if (!scene) return [];
  if (states && !states.includes(state))
    return [
      [
        `asks for the picture “${state}”, which ${scene} does not have`,
        `Name one of its states (${quote(states)}), or add a row “${state}” to its table.`,
      ],
    ];
  return description.trim()
    ? []
    : [
        [
          'has a picture without a description',
          scene === '<img>'
            ? 'Give the image an “alt”.'
            : `Fill the column “description” of the state “${state}”, or give ${scene} an “aria-label”.`,
        ],
      ];
};

const sourced: StepCheck = ({ claims, sources, hasLedger }) =>
  claims.length || sources || hasLedger
    ? []
    : [['names no claim and no source', 'Name the claims that its words make in “claims”.']];

const known: StepCheck = ({ claims }, _at, { ledger }) => {
  const unknown = claims.filter((name) => !ledger.some(({ id }) => id === name));
  return unknown.length
    ? [
        [
          `names ${quote(unknown)}, which the ledger does not have`,
          'Add the claim to the ledger, or mend its name.',
        ],
      ]
    : [];
};

const made = ({ steps, ledger }: StoryReport): Omit<Finding, 'check'>[] =>
  ledger
    .filter(({ id }) => !steps.some(({ claims }) => claims.includes(id)))
    .map(({ id, claim }) =>
      wholeStory(
        `No step makes the claim “${id}”: ${claim}`,
        'Name it in the step that makes it, or take it out of the ledger.',
      ),
    );

const attributed = ({ ledger }: StoryReport): Omit<Finding, 'check'>[] =>
  ledger.flatMap(({ id, speaker, hands, sources, certainty, standing }) => {
    const found: Omit<Finding, 'check'>[] = [];
    if (!speaker && !hands.length && !sources.length)
      found.push(
        wholeStory(`Nobody stands behind the claim “${id}”.`, 'Say who says so, or give a source.'),
      );
    else if (['corroborated', 'partly'].includes(standing) && !sources.length)
      found.push(
        wholeStory(
          `The claim “${id}” is said to be borne out, and no source is given.`,
          'Give the source.',
        ),
      );
    if (!certainty && !standing)
      found.push(
        wholeStory(
          `Nothing says how sure the claim “${id}” is.`,
          'Say so in its “certainty”, or give its standing.',
        ),
      );
    return found;
  });

const stated: StepCheck = (step, _at, story) => {
  const allowed = new Set([
    ...step.data,
    ...restsOn(step, story).flatMap((claim) => carried(claim, story.lang)),
  ]);
  // In “500, 600 or 650 million” the first two are millions too.
  const carries = (figure: number): boolean =>
    [1, 1e3, 1e6, 1e9].some((times) => allowed.has(figure * times));
  const strange = [...new Set(figures(step.words, story.lang))].filter((one) => !carries(one));
  return strange.length
    ? [
        [
          `states ${strange.join(', ')}, which no claim that it names and no row of its data carries`,
          'Name the claim that carries the figure, or mend one of the two.',
        ],
      ]
    : [];
};

const fits: StepCheck = ({ smallPhone: height }) => {
  const room = smallPhone.height - smallPhone.bar;
  return height !== undefined && height > room
    ? [
        [
          `is ${Math.ceil(height)} px tall on a phone of ${smallPhone.width} × ${smallPhone.height}, where ${room} px are free`,
          'Part it into two steps, or shorten it.',
        ],
      ]
    : [];
};

const differs: StepCheck = (step, at, { steps }) => {
  const before = steps[at - 1];
  const same =
    before?.scene &&
    step.pictures.length > 0 &&
    step.pictures.length === before.pictures.length &&
    step.pictures.every((picture, size) => picture === before.pictures[size]);
  return same
    ? [
        [
          `shows the same picture as the step before it, “${before.id || before.name}”`,
          'Let the picture say what the words add, or join the two steps.',
        ],
      ]
    : [];
};

const contrasts: StepCheck = ({ pale }) =>
  pale.map(({ theme, size, text, ratio, needed }) => [
    `has text of a contrast of ${ratio} to 1 where ${needed} are needed (${theme}, ${size}): “${text}”`,
    'Darken or lighten the text or its ground.',
  ]);

/** The checks in the order of their importance, each with what it says when it finds nothing. */
export const checks = {
  reachable: { title: 'Every step can be reached', find: everyStep(reachable) },
  pictured: { title: 'Every picture is there and described', find: everyStep(pictured) },
  sourced: { title: 'Every step names its claims or sources', find: everyStep(sourced) },
  known: { title: 'Every claim named is in the ledger', find: everyStep(known) },
  made: { title: 'Every claim of the ledger is made by a step', find: made },
  attributed: { title: 'Every claim has a source and a certainty', find: attributed },
  stated: { title: 'Every figure is carried by a claim or by the data', find: everyStep(stated) },
  fits: { title: 'Every step fits a small phone', find: everyStep(fits) },
  differs: { title: 'Neighbours have different pictures', find: everyStep(differs) },
  contrasts: {
    title: 'All text stands out from its ground, light and dark',
    find: everyStep(contrasts),
  },
} as const satisfies Record<
  string,
  { title: string; find: (story: StoryReport) => Omit<Finding, 'check'>[] }
>;

export type CheckName = keyof typeof checks;

/** All that is to be mended in a story, check by check; nothing for a story that is fit to go out. */
export const preflight = (story: StoryReport): Finding[] =>
  (Object.keys(checks) as CheckName[]).flatMap((check) =>
    checks[check].find(story).map((finding) => ({ check, ...finding })),
  );

/** Words, and the seconds that reading them takes. */
export interface Reading {
  readonly words: number;
  readonly seconds: number;
}

/** How long a text is, counted as `<scroll-story>` counts, at `wordsAMinute`. */
export function reading(text: string): Reading {
  const words = text.trim().split(/\s+/).filter(Boolean).length;
  return { words, seconds: Math.round((words / wordsAMinute) * 60) };
}
