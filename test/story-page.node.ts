// "Forty-one minutes" as its page has it, for tests under Node.
import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { expulsionsIn } from './told.js';

const file = new URL('../stories/forty-one-minutes.html', import.meta.url);

export const page: ParentNode = parseHTML(readFileSync(file, 'utf8')).document;
export const expulsions = expulsionsIn(page);
