// Prints what imports from the package cost a page, minified and after brotli: `node test/bench/bytes.mjs`, after
// `npm run build`.
import * as elements from '../../dist/scenes/elements.js';
import { bundle, registered, story } from './bundle.mjs';

const scenes = [...Object.values(elements).map(({ scene }) => scene.tag), 'source-chain'];

const imports = {
  'lit, as all of them use it': `export * from 'lit';`,
  'everything (define.js)': `import 'communique/define.js';`,
  ...Object.fromEntries(scenes.map((name) => [`<${name}> alone`, registered(name)])),
  'a story without scenes': registered(...story),
  ...Object.fromEntries(
    scenes.map((name) => [`a story with <${name}>`, registered(...story, name)]),
  ),
  "import { PhoneCallScene } from 'communique'": `export { PhoneCallScene } from 'communique';`,
  "import { locate } from 'communique'": `export { locate } from 'communique';`,
};

const row = (name, cells) =>
  console.log(name.padEnd(44) + cells.map((cell) => String(cell).padStart(13)).join(''));

row('bytes after brotli', ['first', 'GSAP', 'Scrollama', 'in all', 'without Lit']);
for (const [name, source] of Object.entries(imports)) {
  const { first, later, moving } = await bundle(source, { minify: true });
  const own = await bundle(source, {
    minify: true,
    without: /^(lit|@lit|lit-html|lit-element)(\/|$)/,
  });
  row(name, [first, later.gsap ?? 0, later.scrollama ?? 0, moving, own.first]);
}
