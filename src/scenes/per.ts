import { machineNumber } from '../core/cells.js';
import { formatNumber } from '../core/numbers.js';
import type { Phrase } from '../core/phrases.js';
import { phrasebook } from './phrasebook.js';
import { warn } from '../core/warn.js';

/** What a picture says of its marks. */
export const perPhrases = {
  /** `{count}` is a number with its unit. */
  onePer: 'One mark is {count}.',
};

declare module '../core/phrases.js' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- it adds members to the interface of core
  interface Phrases extends Partial<Record<keyof typeof perPhrases, Phrase>> {}
}

const say = phrasebook(perPhrases);

/** The most marks that a picture draws. */
export const mostMarks = 2000;

/** Says how many units a mark stands for; empty where it is one. */
export function sayPer(per: number, unit: string, lang: string | undefined): string {
  if (per === 1) return '';
  return say(lang, 'onePer', { count: `${formatNumber(per, lang)} ${unit}`.trim() });
}

/** An amount in marks, the last of which may be a part of one. */
export const inMarks = (amount: number, per: number): number =>
  // Division leaves a trace of a mark where decimals divide evenly: 1.1 / 0.1 is 11.000000000000002.
  Math.round((amount / per) * 1e9) / 1e9;

/** The next larger number of units that a mark may stand for: 1, 2, 5, 10, 20, 50 … */
export function nextPer(per: number): number {
  const power = 10 ** Math.floor(Math.log10(per * 1.001));
  const digit = [1, 2, 5, 10].find((one) => one * power > per * 1.001)!;
  return power < 1 ? Number((digit * power).toPrecision(1)) : digit * power;
}

/**
 * How many units a mark stands for: what the author asks for, else 1, or as many more as it takes.
 * @param asked the author's number; undefined if there is none
 * @param isEnough whether a picture has room for its marks where each stands for so many
 */
export function choosePer(asked: number | undefined, isEnough: (per: number) => boolean): number {
  let per = asked ?? 1;
  // 60 steps lead from 1 to 10 ** 20, more than all the numbers that a table can hold come to.
  for (let step = 0; step < 60 && !isEnough(per); step++) per = nextPer(per);
  return per;
}

/** Reads the attribute `per`; what is no number above 0 is told and counts as none. */
export function readPer(
  scene: Element,
  per: number | string | null | undefined,
): number | undefined {
  const text = String(per ?? '').trim();
  if (!text) return undefined;
  const value = machineNumber(text);
  if (value > 0) return value;
  warn(
    'bad-per',
    `<${scene.localName}> per is "${text}"; write a number above 0, such as 100.`,
    scene,
  );
  return undefined;
}

/** Tells an author that a mark has to stand for more than they asked. */
export const tellRaised = (scene: Element, asked: number): void =>
  warn(
    'raised-per',
    `<${scene.localName}> per is ${asked}, which makes more marks than its picture has room for; a mark stands for more there. Write a larger number.`,
    scene,
  );
