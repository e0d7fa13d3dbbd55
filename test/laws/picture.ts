/** An element of a picture as it is seen: what it is, and its box in pixels from the scene's corner. */
interface Part {
  readonly what: string;
  readonly box: readonly number[];
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

/** What there is to see of a scene, part by part; nothing where it is hidden itself. */
export const seen = (scene: Element): Part[] => {
  const { left, top } = scene.getBoundingClientRect();
  const all = scene.shadowRoot!.querySelectorAll<HTMLElement>('[part=picture], [part=picture] *');
  return [...all]
    .filter((node) => node.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
    .map((node) => {
      const attributes = [...node.attributes]
        .filter(({ value }) => value)
        // A zero is one with either sign.
        .map(({ name, value }) => `${name}="${value.replace(/-0(?![\d.])/g, '0')}"`)
        .sort();
      const text = [...node.childNodes].map((child) =>
        child.nodeType === 3 ? child.nodeValue : '',
      );
      const rect = boxOf(node);
      return {
        what: [node.localName, ...attributes, text.join('').trim()].join(' '),
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

/** The first part in which two pictures differ; undefined where they look the same. */
export function unlike(one: readonly Part[], other: readonly Part[]): string | undefined {
  const count = Math.max(one.length, other.length);
  const at = Array.from({ length: count }, (_, i) => i).find((i) => !same(one[i], other[i]));
  const said = (part: Part | undefined): string =>
    part ? `${part.what} [${part.box.map((n) => n.toFixed(1)).join()}]` : 'nothing';
  return at === undefined
    ? undefined
    : `${said(one[at])}\nand not\n${said(other[at])} (part ${at} of ${one.length}, ${other.length})`;
}
