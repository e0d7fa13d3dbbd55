// Builds the stories of this project and the editions of them that translators have made, by the commands that everyone has.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runStrings } from '../bin/strings/index.mjs';
import { buildStory } from '../bin/build/index.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const stories = ['forty-one-minutes', 'long-distance'];

const build = async (file, name) =>
  console.log(await buildStory(file, { output: `dist/${name}`, pictures: false }));

for (const story of stories) {
  const page = `stories/${story}.html`;
  await build(page, story);
  for (const file of readdirSync('stories')) {
    const [, lang] = new RegExp(`^${story}\\.([\\w-]+)\\.xlf$`).exec(file) ?? [];
    if (!lang) continue;
    console.log(await runStrings(page, { from: `stories/${file}` }));
    await build(`stories/${story}.${lang}.html`, `${story}-${lang}`);
  }
}
