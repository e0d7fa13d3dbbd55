// Writes dist/embed/forty-one-minutes.html: the story as static HTML in a declarative shadow root, to be pasted
// into a page. It is rendered from the same template as in the browser; Lit's markers are taken out, because the
// element keeps the markup as it is and hydrates nothing.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { story } from '../dist/narratives/forty-one-minutes/story.js';
import { storyStyles } from '../dist/narratives/forty-one-minutes/story.styles.js';
import { heldStyles } from '../dist/styles/before.styles.js';
import { version } from '../dist/core/define.js';
import { suffixTags } from './suffix-tags.mjs';

const squeeze = (css) =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .trim();

/** The static HTML, and the hash that a content security policy can let its style through by. */
export async function prerender() {
  const markup = await collectResult(render(story()));
  const words = suffixTags(markup)
    .replace(/<scroll-story\S*/, '$& data-held')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ (?=<\/(?:p|li|td|th|h\d|table|tr|ol|ul|div|details)>)/g, '')
    .replace(/(<(?:p|li|td|th|h\d|table|tr|ol|ul|div|details)(?: [^>]*)?>) /g, '$1')
    .trim();
  const style = suffixTags(squeeze([heldStyles, storyStyles].flat(3).map(String).join('\n')));
  const hash = `sha256-${createHash('sha256').update(style).digest('base64')}`;
  const html = [
    `<!-- Forty-one minutes, communique ${version}. Under a strict content security policy allow style-src '${hash}'. -->`,
    `<forty-one-minutes><template shadowrootmode="open"><style>${style}</style>${words}</template></forty-one-minutes>`,
    `<script type="module" src="forty-one-minutes.js"></script>`,
    '',
  ].join('\n');
  return { html, words, style, hash };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { html } = await prerender();
  const out = new URL('../dist/embed/', import.meta.url);
  mkdirSync(out, { recursive: true });
  writeFileSync(new URL('forty-one-minutes.html', out), html);
  console.log(`dist/embed/forty-one-minutes.html: ${Buffer.byteLength(html)} B`);
}
