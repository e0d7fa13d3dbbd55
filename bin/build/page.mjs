// Takes the page of a story apart: its words, its styles, its scripts, and the files that they ask for.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { parse, parseFragment, serialize } from 'parse5';
import { readFile } from '../../dist/core/files.js';
import { version } from '../../dist/core/define.js';
import { scenes } from '../elements.mjs';
import { refusal } from '../messages.mjs';
import { decodePage, readBounded } from '../read.mjs';
import { elementsIn, get, remove, set, textOf } from './nodes.mjs';
import { storyStyles } from './styles.mjs';

/** Stands for the folder of the published files in an address, until it is known. */
export const here = 'communique-asset:';

const frame = ['scroll-story', 'story-chapter', 'story-step', 'source-chain'];
const parts = { 'scroll-story': 'story', 'story-chapter': 'chapter', 'story-step': 'step' };

/** Our elements by the names that they have inside a published story: two versions of them share a page. */
export const tags = new Map(
  [...frame, ...Object.keys(scenes)].map((tag) => [tag, `${tag}-v${version.replace(/\W/g, '-')}`]),
);

/** Attributes with the address of a file that the words show. */
const shown = ['src', 'poster', 'href', 'data'];
const showing = new Set(['img', 'video', 'audio', 'source', 'track', 'image', 'embed', 'object']);

const isLocal = (address) =>
  !!address.trim() && !/^([a-z][a-z\d+.-]*:|[/\\#])/i.test(address.trim());

export class StoryPage {
  /** Files to publish beside the module: their contents by name. */
  assets = new Map();
  /** Maps that a `topology` asks for: their files by the names that they get. */
  maps = new Map();
  /** Modules of the story's own, in order: a path, or the code of one that stands in the page. */
  modules = [];
  /** What the build leaves out, and why. */
  leftOut = [];
  inside = '';
  outside = '';

  /**
   * @param file the page
   * @param tags the names that our elements get; by default with the version
   */
  constructor(file, names = tags) {
    this.file = resolve(file);
    this.tags = names;
    const document = parse(decodePage(readBounded(file)), { sourceCodeLocationInfo: true });
    const all = [...elementsIn(document)];
    const named = (name) => all.filter(({ tagName }) => tagName === name);
    const [story] = named('scroll-story');
    if (!story)
      throw refusal(
        `There is no <scroll-story> in "${file}"; put the chapters of the story in one.`,
      );
    this.name = get(story, 'name') || get(story, 'id') || '';
    [this.html] = named('html');
    [this.body] = named('body');
    this.lang = get(story, 'lang') ?? get(this.html, 'lang') ?? '';
    this.title = textOf(named('title')[0] ?? { childNodes: [] }) || this.name;
    const meta = (name) => named('meta').find((one) => get(one, 'name') === name);
    this.description = get(meta('description') ?? { attrs: [] }, 'content') ?? '';
    this.author = get(meta('author') ?? { attrs: [] }, 'content') ?? '';
    for (const element of all) this.#take(element);
    this.#readScenes();
  }

  /** The scenes of ours that the story has. */
  get scenes() {
    const there = new Set([...elementsIn(this.body)].map(({ tagName }) => tagName));
    return Object.keys(scenes).filter((tag) => there.has(tag));
  }

  /** The languages that it and its parts are written in. */
  get languages() {
    const parts = [...elementsIn(this.body)].map((element) => get(element, 'lang'));
    return [...new Set([this.lang, ...parts])].filter(Boolean);
  }

  /** The words as HTML, with the names that our elements have inside a published story. */
  get words() {
    const { childNodes } = parseFragment(serialize(this.body));
    const box = { nodeName: '#document-fragment', childNodes };
    for (const element of [...elementsIn(box)]) {
      const part = parts[element.tagName];
      if (part) set(element, 'part', [get(element, 'part'), part].filter(Boolean).join(' '));
      const name = this.tags.get(element.tagName);
      if (name) element.nodeName = element.tagName = name;
    }
    const kept = this.body.attrs.filter(({ name }) => ['class', 'id', 'style'].includes(name));
    const attributes = [{ name: 'part', value: 'page' }, ...kept];
    for (const [name, value] of [
      ['lang', this.lang],
      ['dir', get(this.body, 'dir') ?? get(this.html, 'dir')],
    ])
      if (value) attributes.push({ name, value });
    const page = parseFragment('<div></div>');
    page.childNodes[0].attrs = attributes;
    page.childNodes[0].childNodes = box.childNodes;
    return folded(serialize(page));
  }

  /** Gives a file of the story the address that it is published under. */
  asset = (path) => {
    const [file, rest = ''] = path.split(/(?=[?#])/);
    if (!existsSync(file)) {
      this.leftOut.push(`"${path}" is not there`);
      return path;
    }
    const bytes = readFileSync(file);
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
    const name = `${basename(file, extname(file))}-${hash}${extname(file)}`;
    this.assets.set(name, bytes);
    return here + encodeURIComponent(name) + rest;
  };

  #path(address) {
    const path = address.trim();
    try {
      return resolve(dirname(this.file), decodeURIComponent(path));
    } catch {
      return resolve(dirname(this.file), path);
    }
  }

  #take(element) {
    const { tagName } = element;
    if (tagName === 'script') this.#takeScript(element);
    else if (tagName === 'style') this.#takeStyles(element, textOfStyle(element), this.file);
    else if (tagName === 'link' && /\bstylesheet\b/i.test(get(element, 'rel') ?? ''))
      this.#takeSheet(element);
    else if (tagName === 'noscript') remove(element);
    else if (showing.has(tagName)) {
      for (const name of shown)
        if (isLocal(get(element, name) ?? ''))
          set(element, name, this.asset(this.#path(get(element, name))));
      const list = get(element, 'srcset');
      if (list) set(element, 'srcset', this.#sources(list));
    }
  }

  #sources(list) {
    return list
      .split(/,\s+/)
      .map((one) => {
        const [address, ...size] = one.trim().split(/\s+/);
        return [isLocal(address) ? this.asset(this.#path(address)) : address, ...size].join(' ');
      })
      .join(', ');
  }

  #takeScript(script) {
    remove(script);
    const src = get(script, 'src');
    const type = get(script, 'type') ?? '';
    const line = script.sourceCodeLocation?.startLine;
    if (type !== 'module') {
      if (/^(|text\/javascript|application\/javascript)$/i.test(type))
        this.leftOut.push(
          `the script ${src ? `"${src}"` : `in line ${line}`} is left out, because it is no module; write type="module"`,
        );
      return;
    }
    if (src === undefined) this.modules.push({ code: textOfStyle(script), line });
    else if (!isLocal(src)) {
      // Of the library each published story has its own copy.
      if (!/communique/.test(src))
        this.leftOut.push(`the script "${src}" is left out; import it from a module of the story`);
    } else {
      const path = this.#path(src.replace(/[?#].*$/, ''));
      if (!isOurs(path)) this.modules.push({ path });
    }
  }

  #takeSheet(link) {
    remove(link);
    const href = get(link, 'href') ?? '';
    if (!isLocal(href))
      return this.leftOut.push(`the style sheet "${href}" is left out; load it in the page`);
    const path = this.#path(href.replace(/[?#].*$/, ''));
    this.#takeStyles(link, readFileSync(path, 'utf8'), path);
  }

  #takeStyles(element, css, file) {
    if (element.tagName === 'style') remove(element);
    const { asset, tags } = this;
    const tell = (problem) => this.leftOut.push(problem);
    const { inside, page } = storyStyles(css, { file, tags, asset, tell });
    const media = get(element, 'media');
    this.inside += media ? `@media ${media}{${inside}}` : inside;
    this.outside += page;
  }

  /** Puts the data and the maps that scenes ask for into the story. */
  #readScenes() {
    const tables = new Map();
    for (const scene of elementsIn(this.body)) {
      const known = scenes[scene.tagName];
      const src = get(scene, 'src') ?? '';
      if (known && isLocal(src)) {
        const path = this.#path(src.replace(/[?#].*$/, ''));
        if (!tables.has(path)) {
          const id = `data-${tables.size + 1}`;
          tables.set(path, id);
          const { columns, rows } = readFile(readBounded(path), {
            columns: known.columns,
            lang: this.lang,
          });
          this.body.childNodes.push(tableOf(id, columns, rows));
        }
        set(scene, 'src', `#${tables.get(path)}`);
      }
      const topology = get(scene, 'topology') ?? '';
      if (scene.tagName === 'diplomat-map' && /[./]/.test(topology) && isLocal(topology)) {
        const path = this.#path(topology.replace(/[?#].*$/, ''));
        const name = basename(path, extname(path));
        this.maps.set(name, path);
        set(scene, 'topology', name);
      }
    }
  }
}

/** Whether a script is the library, from which the build takes what the story needs. */
export function isOurs(path) {
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    if (existsSync(file))
      return (
        JSON.parse(readFileSync(file, 'utf8')).name === 'communique' &&
        /^dist[\\/]/.test(relative(folder, path))
      );
  }
  return false;
}

const textOfStyle = ({ childNodes }) => childNodes.map(({ value }) => value).join('');

/** A table that scenes read and readers do not see. */
function tableOf(id, columns, rows) {
  const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const cells = (tag, values) => values.map((text) => `<${tag}>${escape(text)}</${tag}>`).join('');
  const lines = rows.map((row) => `<tr>${cells('td', row)}</tr>`).join('');
  const html = `<table id="${id}" hidden><thead><tr>${cells('th', columns)}</tr></thead><tbody>${lines}</tbody></table>`;
  return parseFragment(html).childNodes[0];
}

/** HTML in one line, without the white space that is not seen; what stands in <pre> is rare in a story and kept. */
export function folded(html) {
  const blocks = 'p|li|td|th|h[1-6]|table|thead|tbody|tr|ol|ul|dl|div|details|section|figure';
  return html
    .split(/(<pre[\s\S]*?<\/pre>)/i)
    .map((text, at) =>
      at % 2
        ? text
        : text
            .replace(/<!--[\s\S]*?-->/g, '')
            .replace(/\s+/g, ' ')
            .replace(new RegExp(` (?=</(?:${blocks})>)`, 'g'), '')
            .replace(new RegExp(`(<(?:${blocks})(?: [^>]*)?>) `, 'g'), '$1'),
    )
    .join('')
    .trim();
}
