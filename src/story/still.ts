import { isScene, type Scene } from '../core/cue.js';
import { allIn } from '../controllers/descendants.js';
import { idOf, isElement, memberOf } from '../controllers/foreign.js';
import { cueElement } from './cue-element.js';
import { complain, guarded, isCopyOf } from './guard.js';
import { scenesIn, type StageItem } from './stage-item.js';
import { atLabel, timelineOf } from './timeline-element.js';

/**
 * What stands still at the end of a step: what the scene makes of itself, else a copy of its element with what is
 * wrapped round it, which the page's style sheets reach like the element itself.
 * @param isFree whether a still that the element made can be taken from where it is
 */
export function stillOf(
  { scene, box }: StageItem,
  step: string,
  isFree = (still: Element): boolean => !still.isConnected,
): Element {
  const made = guarded(scene, 'still()', () => newStill(scene, step, isFree));
  if (made) return made;
  const source = scenesIn(box).length > 1 ? scene : box;
  const timeline = timelineOf(scene);
  const copy = timeline ? atLabel(scene, timeline, step, () => copyOf(source)) : copyOf(source);
  const same = [copy, ...allIn(copy)][[source, ...allIn(source)].indexOf(scene)] ?? copy;
  for (const one of new Set([copy, same])) {
    isCopyOf(one, scene);
    cueElement(one, { step, progress: 1 }, 'static');
  }
  return copy;
}

/** The still that an element makes of itself; undefined where it makes none. */
function newStill(
  scene: Element & Pick<Scene, 'still'>,
  step: string,
  isFree: (still: Element) => boolean,
): Element | undefined {
  // Of other elements a field of a form may have that name.
  if (!scene.still || (!isScene(scene) && typeof scene.still !== 'function')) return undefined;
  const still: unknown = scene.still(step);
  if (isElement(still) && still !== scene && isFree(still)) return still;
  complain(
    scene,
    'still()',
    'has a still() that does not answer with a new element; return a copy',
  );
  return undefined;
}

/** A copy that shows what its element shows now, plays nothing and takes no part in a form. */
function copyOf(element: Element): Element {
  const copy = Node.prototype.cloneNode.call(element, true) as Element;
  const [from, to] = [element, copy].map((one) => [one, ...allIn(one)]) as [Element[], Element[]];
  for (const name of ['slot', 'data-off']) Element.prototype.removeAttribute.call(copy, name);
  to.forEach((one, at) => {
    // Before it stands in the page, where a radio button that is on would put off the one that it is a copy of.
    if ('form' in one) {
      Element.prototype.setAttribute.call(one, 'form', '');
      Element.prototype.removeAttribute.call(one, 'name');
    }
    Element.prototype.removeAttribute.call(one, 'autoplay');
    const drawn = from[at] as HTMLCanvasElement;
    if (memberOf(drawn, 'localName') === 'canvas' && drawn.width && drawn.height)
      (one as HTMLCanvasElement).getContext('2d')?.drawImage(drawn, 0, 0);
  });
  return copy;
}

/**
 * Gives what is referenced by its id within a still (`url(#…)`, `href="#…"`) an id of its own, so that a still goes by its
 * own gradients and masks, and takes away an id by which the page would find the still before the element itself. Other ids
 * remain, for style sheets that go by them.
 * @param still one that stands in the page
 * @param key what no other still has
 */
export function settleIds(still: Element, key: string): void {
  const all = [still, ...allIn(still)] as SVGElement[];
  const owners = new Map(all.map((one) => [idOf(one), one]));
  owners.delete('');
  const used = new Set<SVGElement>();
  const note = (id: string): string => {
    if (owners.has(id)) used.add(owners.get(id)!);
    return id;
  };
  if (owners.size) for (const one of all) eachReference(one, note);
  const looks = [...used].flatMap((one) => [one, ...allIn(one)] as SVGElement[]).map(lookOf);
  for (const one of all)
    if (used.size) eachReference(one, (id) => (used.has(owners.get(id)!) ? `${id}-${key}` : id));
  for (const one of used) one.id = `${idOf(one)}-${key}`;
  for (const keepLook of looks) keepLook();
  const root = still.getRootNode() as Document;
  for (const [id, one] of owners)
    if ((root.getElementById(id) as Element | null) === one)
      Element.prototype.removeAttribute.call(one, 'id');
}

/** Reads the ids that an element refers to, and puts others in their place. */
function eachReference(element: SVGElement, to: (id: string) => string): void {
  const put = (value: string, pattern: RegExp): string =>
    value.replace(pattern, (_, before: string, id: string) => before + to(id));
  for (const attribute of [...memberOf(element, 'attributes')]) {
    const { name, value } = attribute;
    // A policy may forbid to write a style as text.
    if (name === 'style') continue;
    const now = put(value, name.endsWith('href') ? /^(#)(.+)/ : inUrl);
    if (now !== value) attribute.value = now;
  }
  const style = memberOf(element, 'style');
  for (const name of [...style]) {
    const value = style.getPropertyValue(name);
    const now = put(value, inUrl);
    if (now !== value) style.setProperty(name, now, style.getPropertyPriority(name));
  }
}

const inUrl = /(url\(["']?#)([^"')]+)/g;

/** Remembers an element's computed style; the returned function restores what the element has lost with its id. */
function lookOf(element: SVGElement): () => void {
  const style = memberOf(element, 'style');
  // A transition would begin at the present style and hide the loss.
  style.setProperty('transition', 'none');
  const now = getComputedStyle(element);
  const before = [...now].map((name) => [name, now.getPropertyValue(name)] as const);
  return () => {
    for (const [name, value] of before)
      if (now.getPropertyValue(name) !== value) style.setProperty(name, value);
  };
}
