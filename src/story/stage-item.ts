import { isScene } from '../core/cue.js';
import { allIn } from '../controllers/descendants.js';
import { attributeOf, memberOf } from '../controllers/foreign.js';
import { describeElement } from './cue-element.js';

/** A scene of the stage, and what it stands in there: itself, or what is wrapped round it. */
export interface StageItem {
  readonly scene: Element;
  readonly box: Element;
}

/** The scenes and videos in an element of the stage; the element itself if it holds none. */
export function scenesIn(box: Element): Element[] {
  if (isScene(box)) return [box];
  const scenes = allIn(box).filter(
    (node) => isScene(node) || memberOf(node, 'localName') === 'video',
  );
  return scenes.length ? scenes : [box];
}

/** What a picture shows at a step: in the scene's own words, else the alternative of what is wrapped round it. */
export function describePicture({ scene, box }: StageItem, step: string): string {
  const own = describeElement(scene, step);
  if (own || isScene(scene)) return own;
  const images = allIn(box).filter((node) => memberOf(node, 'localName') === 'img');
  for (const element of [box, ...images]) {
    const words = attributeOf(element, 'alt') ?? attributeOf(element, 'aria-label');
    if (words) return words;
  }
  return '';
}
