// `communique new`: writes a story that already scrolls, or a scene with a story that uses it, into a new folder, or
// nothing at all.
import { randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { quoted, refusal } from './messages.mjs';

const folderOf = (name) => new URL(`${name}/`, import.meta.url);
/** What every new folder begins with, and what only one of a kind has. */
const shared = folderOf('template-shared');
const templates = { story: folderOf('template'), scene: folderOf('template-scene') };

/** Names that npm refuses for a package that depends on this one, or that mean something else. */
const taken = ['communique', 'node_modules'];

/** Names that Windows keeps for devices, whatever their letter case and whatever follows a dot or a space. */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|clock\$|(?:com|lpt)[0-9¹²³])(?:[ .:].*)?$/is;

/** A name made of another: "My story" becomes "my-story". */
function slug(text) {
  const name = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 61)
    .replace(/^-/, '')
    .slice(0, 60)
    .replace(/-$/, '');
  if (!name) return 'my-story';
  return device.test(name) || taken.includes(name) ? `${name}-story` : name;
}

function checkName(name, kind) {
  if (!name)
    throw refusal(
      kind === 'scene'
        ? 'Give the scene a name, for example "communique new --scene bar-race".'
        : 'Give the story a name, for example "communique new my-story".',
    );
  if (device.test(name))
    throw refusal(
      `"${name}" cannot be the name of a ${kind}, because Windows keeps it for a device; choose another, such as "${slug(name)}".`,
    );
  if (taken.includes(name))
    throw refusal(
      `"${name}" cannot be the name of a ${kind}, because npm has that name already; choose another, such as "${slug(name)}".`,
    );
  if (/[/\\]|^\.+$/.test(name))
    throw refusal(
      `"${name}" is a path; go to the folder where it is to stand and give its name alone: "${slug(name)}".`,
    );
  if (!/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/.test(name) || name.length > 60)
    throw refusal(
      `"${name}" cannot be the name of a ${kind}, because it becomes part of addresses; write at most 60 small letters, digits and hyphens, such as "${slug(name)}".`,
    );
}

/** Names with a hyphen that HTML keeps for itself. */
const kept =
  /^(?:annotation-xml|color-profile|font-face(?:-(?:src|uri|format|name))?|missing-glyph)$/;

/** Whether the library has an element of that name. */
const isOurs = (name) =>
  JSON.parse(
    readFileSync(new URL('../dist/custom-elements.json', import.meta.url), 'utf8'),
  ).modules.some(({ declarations }) => declarations.some(({ tagName }) => tagName === name));

/** Refuses what cannot be the name of an element. */
function checkTag(name) {
  const refuse = (why, other) => {
    throw refusal(
      `"${name}" cannot be the name of a scene, because ${why}; choose another, such as "${other}".`,
    );
  };
  const withLetter = name.replace(/^[^a-z]*/, '');
  const other = withLetter.includes('-') ? withLetter : `${withLetter || 'my'}-scene`;
  if (name !== withLetter) refuse('an element begins with a letter', other);
  if (name !== other) refuse('the name of an element of your own has a hyphen', other);
  if (kept.test(name)) refuse('HTML keeps it for itself', `my-${name}`);
  if (isOurs(name)) refuse('an element of communique has it already', `my-${name}`);
}

/** Refuses a place where something stands already; true for an empty folder, which is taken. */
function checkPlace(folder, name) {
  const there = lstatSync(folder, { throwIfNoEntry: false });
  if (!there) return false;
  if (!there.isDirectory())
    throw refusal(`"${name}" is there already and is no folder; choose another name.`);
  const held = readdirSync(folder);
  if (held.length)
    throw refusal(
      `The folder "${name}" is not empty (it holds ${quoted(held.slice(0, 3))}${held.length > 3 ? ' and more' : ''}). Nothing was written; choose another name.`,
    );
  return true;
}

/** The files of a new folder: their names and texts. */
function fillIn(template, values) {
  // npm leaves a file of that name out of a package.
  const names = { gitignore: '.gitignore', 'scene.js': `${values.name}.js` };
  const textOf = (file) =>
    readFileSync(file, 'utf8').replace(
      // The scene has names of its own, so that it is a scene before they are other ones.
      /\{\{(\w+)\}\}|bar-race|barRace|BarRace/g,
      (found, key) => values[key ?? found],
    );
  return [shared, template].flatMap((folder) =>
    readdirSync(folder).map((file) => [names[file] ?? file, textOf(new URL(file, folder))]),
  );
}

/** Writes a new folder whole or not at all: under another name beside it first, which is then given the right one. */
function writeFolder(folder, files) {
  const beside = join(dirname(folder), `.communique-${randomUUID()}`);
  try {
    mkdirSync(beside);
    for (const [name, text] of files) writeFileSync(join(beside, name), text);
    renameSync(beside, folder);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    throw error;
  }
}

/** Writes all files into an empty folder, or none. */
function fillFolder(folder, files) {
  const begun = [];
  try {
    for (const [name, text] of files) {
      const file = join(folder, name);
      // `wx`: never over a file that came meanwhile.
      const opened = openSync(file, 'wx');
      begun.push(file);
      try {
        writeFileSync(opened, text);
      } finally {
        closeSync(opened);
      }
    }
  } catch (error) {
    for (const file of begun) rmSync(file, { force: true });
    throw error;
  }
}

/** What is to be done about an error of the system. */
const remedies = {
  ENOSPC: 'the disk is full; make room',
  EDQUOT: 'your share of the disk is full; make room',
  EFBIG: 'a file would be larger than this system allows',
  EACCES: 'you may not write here; go to a folder of your own',
  EPERM: 'you may not write here; go to a folder of your own',
  EROFS: 'this disk can only be read; go to a folder of your own',
  ENOTEMPTY: 'something was put there meanwhile; choose another name',
  EEXIST: 'something was put there meanwhile; choose another name',
  EBUSY: 'another program uses the folder; choose another name',
};

/** `bar-race` as the name of a class. */
const classOf = (name) => name.replace(/(?:^|-+)(\w)/g, (_, letter) => letter.toUpperCase());

/** Whether this folder is that of a story. */
const isStory = () =>
  existsSync('index.html') && readFileSync('index.html', 'utf8').includes('<scroll-story');

/** Puts a scene beside the story of this folder. */
function addScene(name, files) {
  const own = files
    .filter(([file]) => file === `${name}.js` || file === 'laws.html')
    .map(([file, text]) => [file === 'laws.html' ? `laws-${name}.html` : file, text]);
  const taken = own.map(([file]) => file).filter((file) => existsSync(file));
  if (taken.length)
    throw refusal(`There is ${quoted(taken)} already. Nothing was written; choose another name.`);
  write('.', () => fillFolder(resolve('.'), own));
  return `
  ${own.map(([file]) => file).join(' and ')} stand beside your story. In index.html write

    <script type="module" src="${name}.js"></script>     in its head
    <${name} slot="stage">…</${name}>     in a chapter, with a table of data

  laws-${name}.html tries the laws of scenes on it.
`;
}

/** Writes, or says why nothing could be written. */
function write(name, files) {
  try {
    files();
  } catch (error) {
    if (!error.syscall) throw error;
    throw refusal(
      `The folder "${name}" could not be written: ${remedies[error.code] ?? error.message}. Nothing was left behind.`,
    );
  }
}

/**
 * Writes a story, or a scene with a story that uses it; in the folder of a story, the scene alone.
 * @param name its name, which is the folder's, the package's, and the one in deep links or of the element
 * @param version of the library that it is to use
 * @param kind `story` or `scene`
 * @returns what to say to whoever asked for it
 */
export function newStory(name, version, kind = 'story') {
  checkName(name, kind);
  if (kind === 'scene') checkTag(name);
  const folder = resolve(name);
  const words = name.replaceAll('-', ' ');
  const Class = classOf(name);
  const files = fillIn(templates[kind], {
    name,
    version,
    title: words[0].toUpperCase() + words.slice(1),
    'bar-race': name,
    BarRace: Class,
    barRace: Class[0].toLowerCase() + Class.slice(1),
  });
  if (kind === 'scene' && isStory()) return addScene(name, files);
  write(name, () => (checkPlace(folder, name) ? fillFolder : writeFolder)(folder, files));
  return `
  ${name}/ holds ${files.length} files: ${files.map(([file]) => file).join(', ')}.

    cd ${name}
    npm install
    npm start      shows the story
    npm test       checks it

  All in it is an example. Begin with ${kind === 'scene' ? `${name}.js; laws.html tries the laws of scenes on it` : 'index.html'}.
`;
}
