// Puts the words and tables into the built page, so that they stand before any script has run.
import { readFileSync, writeFileSync } from 'node:fs';
import { render } from './server/server.js';

const page = readFileSync('dist/index.html', 'utf8');
writeFileSync('dist/prerendered.html', page.replace('<!--app-->', render()));
