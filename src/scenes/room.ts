import { textSize } from './type.js';

/** The part of a picture that words leave free, and the type in it; all lengths in pixels. */
export interface Room {
  /** From the picture's left edge. */
  readonly left: number;
  /** From its right edge. */
  readonly right: number;
  /** From its top. */
  readonly top: number;
  /** At least 80. */
  readonly width: number;
  /** At least 80. */
  readonly height: number;
  /** The size of text here: the reader's own, a little more in a large room, less in a very small one. */
  readonly em: number;
  /** The font family of text here, for `measureIn`. */
  readonly font: string;
}

/**
 * The room that a picture has: its box without the insets (`--scene-inset-…`) that a chapter sets where its words lie
 * over the picture. To be asked for in `layout()`.
 * @param picture the scene's own `this.picture`
 */
export function roomOf(picture: HTMLElement): Room {
  const style = getComputedStyle(picture, '::before');
  const length = (name: string): number => parseFloat(style.getPropertyValue(name));
  const width = Math.max(80, length('width'));
  const height = Math.max(80, length('height'));
  return {
    left: length('left'),
    right: length('right'),
    top: length('top'),
    width,
    height,
    em: textSize(length('font-size'), width, height),
    font: style.fontFamily,
  };
}
