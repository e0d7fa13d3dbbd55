// Reads a story that stands in a page into what the preflight looks through.
import type { Claim } from '../core/claims.js';
import { claimIds } from '../core/claims.js';
import { isScene } from '../core/cue.js';
import { readClaims } from '../scenes/source-chain/read-claims.js';
import type { ScrollStory } from '../story/scroll-story.js';
import type { StoryStep } from '../story/story-step.js';
import { figures } from './figures.js';
import { sceneOf, type Source } from './frame.js';
import type { StepReport } from './preflight.js';

/** Finds the story in what was put into a storyboard: the element itself, one in it, or one in its shadow root. */
export function findStory(page: Element): Source | undefined {
  for (const root of [page, page.shadowRoot]) {
    const story =
      root === page && page.matches('scroll-story')
        ? (page as HTMLElement)
        : root?.querySelector<HTMLElement>('scroll-story');
    if (story) return { page, story, root: story.getRootNode() as Document | ShadowRoot };
  }
  return undefined;
}

/** The ledger: every claim that stands in the part of the document that a story belongs to, each once. */
export function ledgerOf({ root, page }: Source): Claim[] {
  const all = readClaims(root instanceof ShadowRoot ? root : page);
  return all.filter(({ id }, at) => all.findIndex((other) => other.id === id) === at);
}

/** Every step, in reading order, those outside a chapter too. */
export const stepsOf = (story: HTMLElement): StoryStep[] => [
  ...story.querySelectorAll<StoryStep>('story-step'),
];

/** What of a step is read from one word to the next: not its tables, lists, disclosures and scenes. */
export const proseOf = (step: Element): Element[] =>
  [...step.children].filter(
    (child) =>
      !child.matches('table, ol, ul, details, [hidden], :has(table)') &&
      !child.localName.includes('-'),
  );

export const textOf = ({ textContent }: Element): string => textContent.trim().replace(/\s+/g, ' ');

/** The figures of a table or a list: those in its cells, the sums of its columns and the number of its rows. */
function figuresIn(data: Element, lang: string): number[] {
  if (!(data instanceof HTMLTableElement))
    return [data.childElementCount, ...figures(data.textContent, lang)];
  const rows = [...data.rows].filter(({ cells }) =>
    [...cells].some(({ localName }) => localName === 'td'),
  );
  const cells = rows.map((row) =>
    [...row.cells].map((cell) => figures(cell.textContent.trim(), lang)),
  );
  const sums = [...(cells[0] ?? [])].map((_, column) =>
    cells.reduce((sum, row) => sum + (row[column]?.[0] ?? 0), 0),
  );
  return [rows.length, ...sums, ...cells.flat(2)];
}

/** What the figures of a step can rest on besides its claims: the data of its picture and its own tables. */
function dataOf(step: StoryStep, { root, page }: Source, lang: string): number[] {
  const scene = sceneOf(step);
  const tables = (within: Element | undefined | null): Element[] => [
    ...(within?.matches('table') ? [within] : []),
    ...(within?.querySelectorAll('table, table ~ ol, :scope > ol') ?? []),
  ];
  const src = scene?.getAttribute('src') ?? '';
  const elsewhere = src.startsWith('#')
    ? (root instanceof ShadowRoot ? root : page).querySelector(`#${CSS.escape(src.slice(1))}`)
    : null;
  const attributes = [...(scene?.attributes ?? [])]
    .filter(({ name }) => !/^(id|class|style|progress|part)$/.test(name))
    .flatMap(({ value }) => figures(value, lang));
  return [
    ...attributes,
    ...[...tables(scene), ...tables(elsewhere), ...tables(step)].flatMap((table) =>
      figuresIn(table, lang),
    ),
  ];
}

/** What can be said of a step before it is drawn. */
export function readStep(
  step: StoryStep,
  source: Source,
): Omit<StepReport, 'smallPhone' | 'pictures' | 'pale'> {
  const lang = step.closest('[lang]')?.getAttribute('lang') ?? document.documentElement.lang;
  const scene = sceneOf(step);
  const { steps = [] } = source.story as ScrollStory;
  return {
    id: step.id,
    name: step.label,
    words: proseOf(step).map(textOf).join(' '),
    claims: claimIds(step.getAttribute('claims')),
    sources: step.querySelectorAll('a[href]:not([href^="#"]), [cite], source-chain').length,
    hasLedger: step.querySelector('[data-claim]') !== null,
    data: dataOf(step, source, lang),
    scene: scene && `<${scene.localName}>`,
    state: step.cueName,
    states: scene && 'steps' in scene ? (scene.steps as readonly string[]) : undefined,
    description: !scene
      ? ''
      : isScene(scene)
        ? (scene.describe?.(step.cueName) ?? '')
        : (scene.getAttribute('alt') ?? scene.getAttribute('aria-label') ?? ''),
    placed: steps.includes(step),
    hidden: step.closest('[hidden]') !== null,
    height: step.getBoundingClientRect().height,
  };
}

/**
 * All that is drawn in a picture, as text: the same for the same picture. Elements, their marks' places and colours,
 * and their words count; names, labels for assistive technology and the name of the state do not.
 */
export function drawnIn(picture: Element | undefined): string {
  if (!picture) return '';
  const style = getComputedStyle(picture);
  if (style.display === 'none' || style.visibility === 'hidden') return '';
  const silent = /^(id|class|part|slot|step|progress|motion|style|data-step|aria-.*|role|alt)$/;
  const attributes = [...picture.attributes]
    .filter(({ name }) => !silent.test(name))
    .map(({ name, value }) => `${name}=${value}`);
  const look = [
    'transform',
    'opacity',
    'fill',
    'stroke',
    'color',
    'background',
    'stroke-dashoffset',
  ]
    .map((name) => style.getPropertyValue(name))
    .join();
  const time = picture instanceof HTMLVideoElement ? [picture.currentTime] : [];
  const canvas = picture instanceof HTMLCanvasElement ? [picture.toDataURL()] : [];
  const inner = [...(picture.shadowRoot ?? picture).childNodes].map((node) =>
    node instanceof Element
      ? drawnIn(node)
      : node instanceof Text
        ? node.data.trim().replace(/\s+/g, ' ')
        : '',
  );
  return `<${[picture.localName, ...attributes, look, ...time, ...canvas].join(' ')}>${inner.join('')}`;
}
