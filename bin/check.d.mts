import type { SceneDescription } from '../dist/scene.js';

/** What a page brings of its own. */
export interface OwnScenes {
  /** The descriptions of its scenes by their tags. */
  readonly scenes: Readonly<Record<string, SceneDescription>>;
  /** The names of all elements that its modules define. */
  readonly defined: ReadonlySet<string>;
  /** Whether every script of the page could be read without a page. */
  readonly isComplete: boolean;
}

/**
 * Runs the modules of a page where there is none, and reads what their scenes say of themselves.
 * @param file an HTML file
 */
export function readOwnScenes(file: string): Promise<OwnScenes>;

/**
 * Checks a story without a browser: ids, states, scenes, claims, descriptions, data, and the files that it loads.
 * @param file an HTML file
 * @param own what `readOwnScenes` has found in it; without it the scenes that it brings of its own are not looked at
 * @returns a sentence for everything that is wrong, each with its file and line; none if all is well
 */
export function checkStory(file: string, own?: OwnScenes): string[];
