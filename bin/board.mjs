// The storyboard of a story as a page: all its steps as stills, with what is to be mended. `communique dev` shows it at /board.
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parse, serialize } from 'parse5';
import { elementsIn, get, remove, textOf } from './build/nodes.mjs';
import { decodePage, readBounded } from './read.mjs';

/** The address of the storyboard's script. */
export const boardScript = '/communique-story-board.js';

const escaped = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** The styles of a page: what it links to in its own folder too, because the stills take them over as text. */
function stylesOf(all, file) {
  const texts = [];
  for (const element of all) {
    const isLink = element.tagName === 'link' && /\bstylesheet\b/i.test(get(element, 'rel') ?? '');
    if (element.tagName === 'style') texts.push(serialize(element));
    else if (isLink && !/^([a-z]+:)?\/\//i.test(get(element, 'href') ?? ''))
      texts.push(
        readFileSync(resolve(dirname(file), get(element, 'href').replace(/[?#].*/, '')), 'utf8'),
      );
    else continue;
    remove(element);
  }
  return texts.map((text) => `<style>${text}</style>`).join('');
}

/**
 * @param file the story's page
 * @param address where the page is served: the board's steps lead to it
 * @returns the page of its storyboard
 */
export function boardOf(file, address) {
  const document = parse(decodePage(readBounded(file)));
  const all = [...elementsIn(document)];
  const named = (name) => all.filter(({ tagName }) => tagName === name);
  const [html] = named('html');
  const [body] = named('body');
  const title = textOf(named('title')[0] ?? { childNodes: [] });
  const scripts = named('script').map((script) => {
    const attributes = script.attrs
      .map(({ name, value }) => `${name}="${escaped(value)}"`)
      .join(' ');
    const text = `<script ${attributes}>${serialize(script)}</script>`;
    remove(script);
    return text;
  });
  const styles = stylesOf(all, file);
  const lang = get(html, 'lang') ?? '';
  return `<!doctype html>
<html lang="${escaped(lang)}" dir="${escaped(get(html, 'dir') ?? 'ltr')}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<base href="${escaped(address)}">
<title>Storyboard: ${escaped(title)}</title>
${scripts.join('\n')}
<script type="module" src="${boardScript}"></script>
</head>
<body><story-board address="${escaped(address)}"><div>${styles}${serialize(body)}</div></story-board></body>
</html>`;
}
