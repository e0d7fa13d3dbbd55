// Part of `npm run release:version`: puts the version of package.json into the code, which has it in the names of elements.
import { readFileSync, writeFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const file = new URL('../src/core/define.ts', import.meta.url);
const line = /export const version = '[^']*';/;
const code = readFileSync(file, 'utf8');
if (!line.test(code)) throw new Error('src/core/define.ts has no version to set.');
writeFileSync(file, code.replace(line, `export const version = '${version}';`));
console.log(`Version ${version}.`);
