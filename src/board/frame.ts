import { css, type CSSResult } from 'lit';
import { isScene } from '../core/cue.js';
import { stillOf } from '../story/still.js';
import type { StoryChapter } from '../story/story-chapter.js';
import type { StoryStep } from '../story/story-step.js';
import { storyBox } from '../styles/geometry.styles.js';
import { tokens } from '../styles/tokens.styles.js';

/** A window in which a step is looked at. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export const wide: Size = { width: 1280, height: 800 };
export const phone: Size = { width: 390, height: 844 };

/** A story in a page: the element, and what a copy of a part of it needs to look the same. */
export interface Source {
  /** What was put into the storyboard. */
  readonly page: Element;
  readonly story: HTMLElement;
  /** The document's part that its styles and ids belong to. */
  readonly root: ParentNode;
}

/** What a page can set on a story from outside. */
const inherited = [
  ...'paper card ink muted faint mark land a b c d display-font font-size measure'
    .split(' ')
    .map((name) => `--story-${name}`),
  'font-family',
];

/** Gives an element that stands elsewhere in the page the colours and the type that a story has. */
export function dress(element: HTMLElement, story: Element): void {
  const style = getComputedStyle(story);
  for (const name of inherited) {
    const value = style.getPropertyValue(name);
    if (value) element.style.setProperty(name, value);
  }
}

/** A step drawn in a window of its own. */
export interface Frame {
  /** To be put into the page. */
  readonly element: HTMLElement;
  /** Draws the step, once the element stands in the page. */
  readonly fill: () => Promise<void>;
  /** The picture, once it is drawn. */
  readonly picture: () => Element | undefined;
}

const frameStyles: CSSResult = css`
  :host {
    display: block !important;
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: 0;
    overflow: clip;
    color: var(--_ink);
    background: var(--_paper);
  }
  .story {
    ${storyBox}
    --_top: 0px;
    --story-gap: 0px;
    block-size: 100%;
  }
  /* One step alone, where it is read: beside the middle of the picture, or over its foot. */
  .story story-chapter::part(head) {
    display: none;
  }
  .story story-chapter::part(steps) {
    grid-row: 1 / span 60;
    align-self: end;
    padding-block-end: 1.5em;
  }
  @container (min-width: 54em) {
    .story story-chapter::part(steps) {
      align-self: center;
      padding-block-end: 0;
    }
  }
`;

/** Rules for a width of the window: in a frame they are meant for the frame. */
const windowWidth = /@media(\s*\(\s*(?:min-|max-)?(?:width|inline-size)[^{]*)\{/g;

/** The style sheets that hold where a story stands: those of its shadow root, or those that came with its page. */
function sheetsOf({ root, page }: Source): CSSStyleSheet[] {
  const written = [...(root instanceof ShadowRoot ? root : page).querySelectorAll('style')].map(
    ({ textContent }) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(textContent.replace(windowWidth, '@container$1{'));
      return sheet;
    },
  );
  return [...(root instanceof ShadowRoot ? root.adoptedStyleSheets : []), ...written];
}

/** An element without its content, as a plain box that the same rules of style find. */
function shell(element: Element): HTMLElement {
  const box = document.createElement('div');
  for (const { name, value } of element.attributes)
    if (/^(id|class|part|lang|dir|data-.*)$/.test(name)) box.setAttribute(name, value);
  return box;
}

/** A copy of a step's words: without the chains that it would fetch, and with scenes that stand still. */
function wordsOf(step: StoryStep): StoryStep {
  const copy = step.cloneNode(true) as StoryStep;
  const originals = [...step.querySelectorAll('*')];
  [...copy.querySelectorAll('*')].forEach((node, at) => {
    const original = originals[at]!;
    if (isScene(original) && !(original instanceof customElements.get('story-step')!))
      node.replaceWith(stillOf({ scene: original, box: original }, original.step));
    else if (node.localName === 'source-chain') node.remove();
  });
  copy.removeAttribute('hidden');
  copy.step = step.cueName;
  copy.motion = 'stepped';
  copy.active = true;
  return copy;
}

/**
 * A step as a reader sees it who has come to it in a window of a size: the words in their place and the picture
 * as it stands at the step's end, made by the story's own elements. Lengths in `vw` and `svh` are those of the
 * window around.
 */
export function frame(source: Source, step: StoryStep, { width, height }: Size): Frame {
  const { story, page } = source;
  const element = document.createElement('div');
  element.style.inlineSize = `${width}px`;
  element.style.blockSize = `${height}px`;
  dress(element, story);
  const theme = story.getAttribute('theme');
  if (theme === 'light' || theme === 'dark') element.style.colorScheme = theme;
  element.style.direction = getComputedStyle(story).direction;
  element.style.setProperty('--story-stage-size', `${height}px`);

  const root = element.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [tokens.styleSheet!, ...sheetsOf(source), frameStyles.styleSheet!];

  const chapter = step.closest<StoryChapter>('story-chapter');
  const scene = sceneOf(step);
  let picture: Element | undefined;
  return {
    element,
    picture: () => picture,
    fill: async () => {
      const box = shell(story);
      box.classList.add('story');
      let outer = box;
      for (let node = story.parentElement; node && node !== page; node = node.parentElement) {
        const around = shell(node);
        around.append(outer);
        outer = around;
      }
      if (page !== story && page.contains(story)) {
        const around = shell(page);
        around.append(outer);
        outer = around;
      }
      const copy = (chapter?.cloneNode() ??
        document.createElement('story-chapter')) as StoryChapter;
      copy.motion = 'stepped';
      if (scene) {
        picture = stillOf({ scene, box: scene }, step.cueName);
        picture.slot = 'stage';
        picture.id = scene.id;
        copy.append(picture);
      }
      copy.append(wordsOf(step));
      box.append(copy);
      root.append(outer);
      copy.refresh();
      copy.show(0, 1);
      await copy.updateComplete;
      if (picture && isScene(picture)) await picture.ready;
    },
  };
}

/** What the stage shows at a step: the scene that it names, else the first. */
export function sceneOf(step: StoryStep): Element | undefined {
  const chapter = step.closest('story-chapter');
  const scenes = [...(chapter?.children ?? [])].filter(({ slot }) => slot === 'stage');
  return step.scene ? scenes.find(({ id }) => id === step.scene) : scenes[0];
}
