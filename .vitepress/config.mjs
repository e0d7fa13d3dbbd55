// The documentation site: docs/ and the documents beside README.md, as they stand. `npm run docs:build` writes it.
import { cp } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { liveExamples } from './live.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The page of a file: docs/ is the site's root, and a file in capitals has an address in small letters. */
const pageOf = (file) =>
  file === 'README.md'
    ? 'index.md'
    : file.startsWith('docs/')
      ? file.slice(5).replace(/README\.md$/, 'index.md')
      : file.replace(/^assets\//, '').toLowerCase();

/** Lets links between files work as they do in a checkout, wherever their pages are. */
function linksBetweenFiles(md) {
  md.core.ruler.push('links-between-files', ({ tokens, env }) => {
    const links = tokens
      .flatMap(({ children }) => children ?? [])
      .filter(({ type }) => type === 'link_open');
    for (const link of links) {
      const [, path, hash = ''] =
        /^(?![a-z]+:|[/#])([^#]+\.md)(#.*)?$/.exec(link.attrGet('href')) ?? [];
      if (!path) continue;
      const file = relative(root, resolve(dirname(env.realPath ?? env.path), path));
      link.attrSet('href', `/${pageOf(file.replaceAll('\\', '/'))}${hash}`);
    }
  });
}

/** Anchors as GitHub makes them. */
const slugify = (text) =>
  text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');

const pages = (...list) => list.map(([text, link]) => ({ text, link }));

export default {
  title: 'Communiqué',
  description: 'Scroll-driven stories as web components that any news site can embed',
  lang: 'en',
  base: '/docs/',
  srcDir: root,
  srcExclude: [
    '{.*,bin,coverage,dist,integrations,scripts,src,stories,storybook-static,test}/**',
    'README.md',
  ],
  rewrites: (file) => pageOf(file),
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  markdown: {
    anchor: { slugify },
    config(md) {
      md.use(linksBetweenFiles);
      md.use(liveExamples);
    },
  },
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag.includes('-') } } },
  vite: { logLevel: 'warn', build: { chunkSizeWarningLimit: 2000 } },
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    nav: [
      { text: 'Start', link: '/' },
      { text: 'Write a story', link: '/story' },
      { text: 'Reference', link: '/reference' },
    ],
    sidebar: [
      {
        text: 'Begin',
        items: pages(
          ['Start', '/'],
          ['Write a story', '/story'],
          ['Embed', '/embed'],
          ['Publish', '/publish'],
          ['The protocol of a frame', '/frame-protocol'],
          ['WordPress', '/wordpress'],
          ['Generators of sites', '/sites'],
          ['Analytics', '/analytics'],
        ),
      },
      {
        text: 'Scenes',
        items: pages(
          ['Phone call', '/phone-call'],
          ['Counter', '/counter'],
          ['Map', '/map'],
          ['Source chain', '/source-chain'],
          ['Make a scene', '/scene'],
        ),
      },
      {
        text: 'Data and looks',
        items: pages(
          ['Your data', '/data'],
          ['Maps and outlines', '/outlines'],
          ['Theme', '/theme'],
          ['Motion and accessibility', '/motion'],
          ['In every language', '/languages'],
          ['Frameworks', '/frameworks'],
        ),
      },
      {
        text: 'Look up',
        items: pages(['Reference', '/reference'], ['Troubleshooting', '/troubleshooting']),
      },
      {
        text: 'How it works',
        items: pages(
          ['Architecture', '/architecture'],
          ['Performance', '/performance'],
          ['Step triggers', '/step-triggers'],
          ['Decisions', '/decisions/'],
          ['Contributing', '/contributing'],
        ),
      },
    ],
    docFooter: { prev: 'Before', next: 'Next' },
  },
  // What the examples load: the site needs nothing beside itself.
  async buildEnd({ outDir }) {
    await cp(join(root, 'dist/embed'), join(outDir, 'embed'), {
      recursive: true,
      filter: (file) => !file.endsWith('.map'),
    });
    await cp(join(root, 'assets/world-110m.json'), join(outDir, 'world-110m.json'));
  },
};
