// The parts of a string: texts, and codes, which stand for markup and may have parts in them.

/** A text with the numbers of its codes: what tells whether a source has changed. */
export const plain = (parts) =>
  parts
    .map((part) =>
      typeof part === 'string'
        ? part
        : part.children
          ? `<${part.id}>${plain(part.children)}</${part.id}>`
          : `<${part.id}/>`,
    )
    .join('');

/** The words of a string, without its codes. */
export const wordsOf = (parts) =>
  parts
    .map((part) => (typeof part === 'string' ? part : part.children ? wordsOf(part.children) : ' '))
    .join('');

/** The codes in some parts, in any depth. */
export const codesIn = (parts) =>
  parts.flatMap((part) =>
    typeof part === 'string' ? [] : [part, ...codesIn(part.children ?? [])],
  );

/** Parts without the white space at their ends, as HTML has white space: a space that does not break stays. */
export function trimmed(parts) {
  const all = [...parts];
  if (typeof all[0] === 'string') all[0] = all[0].replace(/^[ \t\n\r\f]+/, '');
  if (typeof all.at(-1) === 'string') all.push(all.pop().replace(/[ \t\n\r\f]+$/, ''));
  return all.filter((part) => part !== '');
}
