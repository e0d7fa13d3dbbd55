// What stands in the head of the story's own page, and of any page that shows it.
import { elementsIn, get } from './nodes.mjs';

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

/** A page of the story's own. */
export const pageOf = ({ lang }, head, content) => `<!doctype html>
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
    </style>
  </head>
  <body>
    ${content}
  </body>
</html>`;
