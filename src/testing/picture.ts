/** An element of a picture as it is seen: what it is, and its box in pixels from the scene's corner. */
export interface Part {
  /** Its name, its attributes in order of their names, and its own text. */
  readonly what: string;
  /** Left, top, width and height; empty for what has no box of its own. */
  readonly box: readonly number[];
  /** Whether it has text of its own. */
  readonly words: boolean;
}

/** Where an element stands in the window: of a shape its geometry, since engines differ in whose strokes they count. */
function boxOf(node: Element): DOMRect {
  const matrix = node instanceof SVGGeometryElement ? node.getScreenCTM() : null;
  if (!matrix) return node.getBoundingClientRect();
  const { x, y, width, height } = (node as SVGGeometryElement).getBBox();
  const corners = [x, x + width].flatMap((left) =>
    [y, y + height].map((top) => new DOMPoint(left, top).matrixTransform(matrix)),
  );
  return new DOMQuad(...corners).getBounds();
}

/** The picture of a scene and all elements in it; of an element that has no part of that name, what its shadow root has, or it. */
function elementsOf(scene: Element): Element[] {
  const root = scene.shadowRoot;
  const picture = root?.querySelector('[part~=picture]');
  return picture
    ? [picture, ...picture.querySelectorAll('*')]
    : [...(root ?? scene).querySelectorAll('*')].filter(({ localName }) => localName !== 'style');
}

/** A canvas is seen by what is drawn in it, unless another site's image keeps that from scripts. */
function drawnIn(node: Element): string {
  if (!(node instanceof HTMLCanvasElement)) return '';
  try {
    return node.toDataURL();
  } catch {
    return '';
  }
}

/** What there is to see of a scene, part by part; nothing where it is hidden itself. */
export const seen = (scene: Element): Part[] => {
  const { left, top } = scene.getBoundingClientRect();
  return elementsOf(scene)
    .filter((node) => node.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
    .map((node) => {
      const attributes = [...node.attributes]
        .filter(({ value }) => value)
        // A zero is one with either sign.
        .map(({ name, value }) => `${name}="${value.replace(/-0(?![\d.])/g, '0')}"`)
        .sort();
      const text = [...node.childNodes]
        .map((child) => (child.nodeType === Node.TEXT_NODE ? child.nodeValue : ''))
        .join('')
        .trim();
      const rect = boxOf(node);
      return {
        what: [node.localName, ...attributes, text, drawnIn(node)].join(' '),
        words: text !== '',
        // What is only referred to, as a clip path, has no box; a group's holds what is hidden in it too.
        box:
          node.localName !== 'g' && (rect.width || rect.height)
            ? [rect.left - left, rect.top - top, rect.width, rect.height]
            : [],
      };
    });
};

const same = (one: Part | undefined, other: Part | undefined): boolean =>
  !!one &&
  !!other &&
  one.what === other.what &&
  one.box.length === other.box.length &&
  // A browser sets boxes on a grid of its own, so that the same box elsewhere is a fraction of a pixel other.
  one.box.every((length, i) => Math.abs(length - other.box[i]!) < 1);

/** The first part in which two pictures differ, and how; undefined where they look the same. */
export function unlike(one: readonly Part[], other: readonly Part[]): string | undefined {
  const count = Math.max(one.length, other.length);
  const at = [...Array(count).keys()].find((i) => !same(one[i], other[i]));
  const said = (part: Part | undefined): string =>
    part ? `${part.what} [${part.box.map((n) => n.toFixed(1)).join()}]` : 'nothing';
  return at === undefined
    ? undefined
    : `${said(one[at])}\nand not\n${said(other[at])} (part ${at} of ${one.length}, ${other.length})`;
}
