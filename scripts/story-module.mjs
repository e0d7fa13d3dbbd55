// A story's page as a module that defines its tag from the sources, under the plain names of our elements: what the browser
// tests and the gallery import as `stories/NAME.html?story`. Readers get what `communique build` makes of the same page.
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StoryPage } from '../bin/build/page.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const query = '?story';

/**
 * @param file the story's page
 * @param address.module gives the code of the address that a module imports a file of this project from
 * @param address.data gives that of the address that a file is fetched from
 */
function storyModule(file, address) {
  const { name, words, inside, outside, maps } = new StoryPage(file, new Map());
  const content = { name, words, styles: inside, pageStyles: outside };
  return [
    `import ${address.module('src/define.ts')};`,
    `import { DiplomatMap } from ${address.module('src/scenes/diplomat-map/diplomat-map.ts')};`,
    `import { publish } from ${address.module('src/published/publish.ts')};`,
    ...[...maps].map(
      ([map, path]) => `const outlines = await fetch(${address.data(relative(root, path))});
DiplomatMap.defineMap('${map}', await outlines.json());`,
    ),
    `publish({ ...${JSON.stringify(content)}, elements: async () => {} });`,
  ].join('\n');
}

/** The plugin of the test runner's server. */
export const testedStories = {
  name: 'stories',
  serve({ path, search }) {
    if (search !== query) return undefined;
    const address = (file) => JSON.stringify(`/${file}`);
    return { body: storyModule(join(root, path), { module: address, data: address }), type: 'js' };
  },
};

/** The plugin of Vite, for the gallery. */
export const galleryStories = {
  name: 'stories',
  enforce: 'pre',
  load(id) {
    if (!id.endsWith(query)) return undefined;
    const code = storyModule(id.slice(0, -query.length), {
      module: (file) => JSON.stringify(join(root, file)),
      // Vite serves what such an expression asks for, and builds it.
      data: (file) => `new URL(${JSON.stringify(`../${file}`)}, import.meta.url)`,
    });
    return { code, map: null, moduleSideEffects: true };
  },
};
