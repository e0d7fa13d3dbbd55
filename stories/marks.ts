/** A mark of a picture as it is seen: its middle and width in the drawing's own pixels, and its box in the window. */
export interface Mark {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly box: DOMRect;
}

/** Takes the marks apart that a path draws. */
export function marksOf(path: Element): Mark[] {
  const one = path.cloneNode() as SVGPathElement;
  path.after(one);
  const outlines = (path.getAttribute('d') ?? '').split(/(?=M)/).filter(Boolean);
  const marks = outlines.map((d) => {
    one.setAttribute('d', d);
    const [x, y] = d.slice(1).split(/[m ]/).map(Number) as [number, number];
    const width = Math.round(one.getBBox().width * 10) / 10;
    return { x, y, width, box: one.getBoundingClientRect() };
  });
  one.remove();
  return marks;
}
