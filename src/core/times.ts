/**
 * A list of what a function makes of 0, 1, 2 … below a count. Old libraries put something else in the place of
 * `Array.from`.
 */
export function times<T>(count: number, make: (index: number) => T): T[] {
  const made: T[] = [];
  for (let index = 0; index < count; index++) made.push(make(index));
  return made;
}
