// `communique new`: writes a story that already scrolls into a new folder.
import { lstatSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { quoted, refusal } from './messages.mjs';

const template = new URL('template/', import.meta.url);

/** Names that npm refuses for a package that depends on this one, or that mean something else. */
const taken = ['communique', 'node_modules'];

/** A name made of another: "My story" becomes "my-story". */
const slug = (text) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-$/, '');

function checkName(name) {
  if (!name) throw refusal('Give the story a name, for example "communique new my-story".');
  if (taken.includes(name))
    throw refusal(`"${name}" cannot be the name of a story: npm has that name already.`);
  if (/[/\\]|^\.+$/.test(name))
    throw refusal(
      `"${name}" is a path; go to the folder where the story is to stand and give its name alone: "${slug(name) || 'my-story'}".`,
    );
  if (!/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/.test(name) || name.length > 60)
    throw refusal(
      `"${name}" cannot be the name of a story, because it becomes part of addresses; write at most 60 small letters, digits and hyphens, such as "${slug(name) || 'my-story'}".`,
    );
}

/** Refuses a place where something stands already. */
function checkPlace(folder, name) {
  const there = lstatSync(folder, { throwIfNoEntry: false });
  if (!there) return;
  if (!there.isDirectory())
    throw refusal(`"${name}" is there already and is no folder; choose another name.`);
  const held = readdirSync(folder);
  if (held.length)
    throw refusal(
      `The folder "${name}" is not empty (it holds ${quoted(held.slice(0, 3))}${held.length > 3 ? ' and more' : ''}). Nothing was written; choose another name.`,
    );
}

/**
 * Writes a story.
 * @param name its name, which is the folder's, the package's and the one in deep links
 * @param version of the library that the story is to use
 * @returns what to say to whoever asked for it
 */
export function newStory(name, version) {
  checkName(name);
  const folder = resolve(name);
  checkPlace(folder, name);
  mkdirSync(folder, { recursive: true });
  const words = name.replaceAll('-', ' ');
  const values = { name, version, title: words[0].toUpperCase() + words.slice(1) };
  const files = readdirSync(template).map((file) => {
    const text = readFileSync(new URL(file, template), 'utf8').replace(
      /\{\{(\w+)\}\}/g,
      (_, key) => values[key],
    );
    // npm leaves a file of that name out of a package.
    const target = file === 'gitignore' ? '.gitignore' : file;
    // `wx`: never over a file that came meanwhile.
    writeFileSync(resolve(folder, target), text, { flag: 'wx' });
    return target;
  });
  return `
  ${name}/ holds ${files.length} files: ${files.join(', ')}.

    cd ${name}
    npm install
    npm start      shows the story
    npm test       checks it

  All in it is an example. Begin with index.html.
`;
}
