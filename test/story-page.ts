// "Forty-one minutes" as its page has it, for tests in a browser.
import type { PreparedMap } from '../src/scenes/diplomat-map/prepared-map.js';
import { expulsionsIn, statesIn } from './told.js';

const textOf = async (path: string): Promise<string> =>
  (await fetch(new URL(`../${path}`, import.meta.url))).text();

export const page: Document = new DOMParser().parseFromString(
  await textOf('stories/forty-one-minutes.html'),
  'text/html',
);
export const expulsions = expulsionsIn(page);
export const [, call, room, weekend, sum, journey, question] = statesIn(page);

/** The story's outlines. */
export const moscow = JSON.parse(await textOf('assets/moscow-azimuthal.json')) as PreparedMap;
