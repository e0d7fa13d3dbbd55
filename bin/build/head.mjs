// What stands in the head of the story's own page, and of any page that shows it.
import { elementsIn, get } from './nodes.mjs';
import { sizes } from './pictures.mjs';

const escape = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** The addresses that the story's claims rest on. */
function citations(page) {
  const links = [...elementsIn(page.body)]
    .filter((element) => get(element, 'data-claim') !== undefined)
    .flatMap((claim) => [...elementsIn(claim)].filter(({ tagName }) => tagName === 'a'))
    .map((link) => get(link, 'href') ?? '');
  return [...new Set(links.filter((href) => /^https?:/.test(href)))];
}

/**
 * Lines for the head of a page.
 * @param options.base the address of the published folder; what needs one is left out without it
 */
export function headOf(page, { base, card = '' } = {}) {
  const { title, description, lang, author } = page;
  const meta = (name, content, key = 'name') =>
    content ? `<meta ${key}="${name}" content="${escape(content)}" />` : '';
  const image = base && card ? base + card : '';
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    ...(description && { description }),
    ...(lang && { inLanguage: lang }),
    ...(author && { author: { '@type': 'Person', name: author } }),
    ...(base && { url: base, mainEntityOfPage: base }),
    ...(image && { image }),
    citation: citations(page),
  };
  return [
    `<title>${escape(title)}</title>`,
    meta('description', description),
    base ? `<link rel="canonical" href="${escape(base)}" />` : '',
    base
      ? `<link rel="alternate" type="application/json+oembed" href="${escape(base)}oembed.json" title="${escape(title)}" />`
      : '',
    meta('og:type', 'article', 'property'),
    meta('og:title', title, 'property'),
    meta('og:description', description, 'property'),
    meta('og:url', base, 'property'),
    meta('og:image', image, 'property'),
    meta('twitter:card', image && 'summary_large_image'),
    `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`,
  ]
    .filter(Boolean)
    .join('\n    ');
}

/** Lines for the head of the page that is shown in a frame: it is found by the story's own page alone. */
export const frameHeadOf = ({ title }, { base }) =>
  [
    `<title>${escape(title)}</title>`,
    '<meta name="robots" content="noindex" />',
    base ? `<link rel="canonical" href="${escape(base)}" />` : '',
  ]
    .filter(Boolean)
    .join('\n    ');

/**
 * What a page has for the story in a frame: the frame, and what drives it. The box about the frame becomes its track;
 * where a system takes that or the script away, the story scrolls in its frame.
 * @param base the address of the published folder
 */
export const frameLinesOf = ({ title }, tag, base) =>
  `<div><iframe src="${escape(base)}frame.html" data-story="${tag}" title="${escape(title)}" loading="lazy" style="width: 100%; height: 100vh; border: 0"></iframe></div><script async src="${escape(base)}frame.js"></script>`;

/** What a page that embeds a story by its address asks for (https://oembed.com). */
export function oembedOf(page, tag, { base, card = '' }) {
  const { title, author } = page;
  const [width, height] = [800, 600];
  const [across, down] = sizes.wide;
  return {
    version: '1.0',
    type: 'rich',
    title,
    ...(author && { author_name: author }),
    width,
    height,
    html: frameLinesOf(page, tag, base),
    ...(card && {
      thumbnail_url: base + card,
      thumbnail_width: across,
      thumbnail_height: down,
    }),
  };
}

/** A page of the story's own, which also reads while its script is on the way, and without it. */
export const pageOf = ({ lang }, tag, head, content) => `<!doctype html>
<html lang="${escape(lang || 'en')}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    ${head}
    <style>
      :root {
        color-scheme: light dark;
      }
      body {
        margin: 0;
      }
      ${tag}:not([data-whole]) {
        display: block;
        box-sizing: border-box;
        max-inline-size: 44em;
        margin-inline: auto;
        padding: 1em 1.25em 4em;
        font-family: system-ui, sans-serif;
        line-height: 1.5;
      }
      ${tag}:not([data-whole]) figure {
        margin-inline: 0;
        overflow-x: auto;
      }
      ${tag}:not([data-whole]) :is(img, video) {
        max-inline-size: 100%;
        block-size: auto;
      }
    </style>
  </head>
  <body>
    ${content}
  </body>
</html>`;
