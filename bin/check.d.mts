/**
 * Checks a story without a browser: ids, states, scenes, claims, descriptions, data, and the files that it loads.
 * @param file an HTML file
 * @returns a sentence for everything that is wrong, each with its file and line; none if all is well
 */
export function checkStory(file: string): string[];
