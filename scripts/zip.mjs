// Writes zips, without a date or anything else of this machine: the same files make the same bytes.
import { crc32, deflateRawSync } from 'node:zlib';

/** The first day that a zip can name, 1 January 1980. */
const date = 0x0021;

/** Numbers of 2 or 4 bytes, as `[value, size]`. */
function numbers(...list) {
  const bytes = Buffer.alloc(list.reduce((sum, [, size]) => sum + size, 0));
  let at = 0;
  for (const [value, size] of list) at = bytes.writeUIntLE(value, at, size);
  return bytes;
}

/**
 * Makes a zip.
 * @param files the bytes of each file by its name, as a Map or as pairs
 */
export function zip(files) {
  const parts = [];
  const entries = [];
  let place = 0;
  for (const [name, content] of files) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes, { level: 9 });
    const path = Buffer.from(name);
    // Version 2.0, names in UTF-8, deflated.
    const shared = [
      ...[20, 0x0800, 8, 0, date].map((value) => [value, 2]),
      ...[crc32(bytes), packed.length, bytes.length].map((value) => [value, 4]),
      [path.length, 2],
      [0, 2],
    ];
    const head = Buffer.concat([numbers([0x04034b50, 4], ...shared), path]);
    parts.push(head, packed);
    const rest = [...[0, 0, 0].map((value) => [value, 2]), [0, 4], [place, 4]];
    entries.push(numbers([0x02014b50, 4], [20, 2], ...shared, ...rest), path);
    place += head.length + packed.length;
  }
  const directory = Buffer.concat(entries);
  const count = entries.length / 2;
  const end = numbers(
    [0x06054b50, 4],
    ...[0, 0, count, count].map((value) => [value, 2]),
    ...[directory.length, place].map((value) => [value, 4]),
    [0, 2],
  );
  return Buffer.concat([...parts, directory, end]);
}
