/** Long work in parts. It yields between them, so that whoever does it can let the page go first. */
export type Work<T> = Generator<unknown, T, undefined>;

/** Does all parts at once, and gives the result. */
export function doAtOnce<T>(work: Iterator<unknown, T>): T {
  let part = work.next();
  while (!part.done) part = work.next();
  return part.value;
}
