// Reads a file, but never one without an end: a pipe waits for ever, and a device such as /dev/zero gives bytes for ever.
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

/** The most bytes that are read of a file. */
export const mostBytes = 4_000_000;

/** What keeps a file from being read, as the end of a sentence that begins with "it". */
const reasons = {
  ENOENT: 'is not there',
  ENOTDIR: 'is not there',
  ENAMETOOLONG: 'is not there',
  EISDIR: 'is a folder',
  EACCES: 'may not be read',
  EPERM: 'may not be read',
  ELOOP: 'is a link that leads back to itself',
  ERR_INVALID_ARG_VALUE: 'is not there',
};

/** Thrown for a file that cannot be read; its message is the reason, as the end of a sentence that begins with "it". */
export class Unreadable extends Error {}

/**
 * Reads a file whole.
 * @param most the most bytes that are read
 * @throws Unreadable
 */
export function readBounded(path, most = mostBytes) {
  let file;
  try {
    // A pipe that nobody writes to is opened at once, and then refused.
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stats = fstatSync(file);
    if (stats.isDirectory()) throw new Unreadable('is a folder');
    if (!stats.isFile()) throw new Unreadable('is no ordinary file');
    // Some files, as those in /proc, do not say how long they are.
    const bytes = Buffer.alloc(most + 1);
    let length = 0;
    for (let count; length <= most; length += count) {
      count = readSync(file, bytes, length, bytes.length - length, null);
      if (!count) return bytes.subarray(0, length);
    }
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    const reason = reasons[error.code] ?? `cannot be read (${error.message})`;
    throw new Unreadable(reason, { cause: error });
  } finally {
    if (file !== undefined) closeSync(file);
  }
  throw new Unreadable(`has more than ${most / 1e6} MB, the most that is read`);
}

/** Decodes a page: by its byte order mark, else as UTF-8, else as browsers read what is neither. */
export function decodePage(bytes) {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
