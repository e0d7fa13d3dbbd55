// Writes the reference of all elements, docs/reference.md, from the manifest dist/custom-elements.json, which
// `npm run manifest` makes of the sources' own comments.
//   node scripts/reference.mjs           writes
//   node scripts/reference.mjs --check   fails if docs/reference.md is not current
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const root = new URL('../', import.meta.url);
/** The page that is written. */
export const referenceFile = new URL('docs/reference.md', root);

/** The elements in the order in which an author meets them. */
export const order = [
  'scroll-story',
  'story-chapter',
  'story-step',
  'phone-call-scene',
  'expulsion-counter',
  'diplomat-map',
  'source-chain',
  'my-story',
];

/** The elements of a manifest, by their names. */
export function elementsOf(manifest) {
  const declarations = manifest.modules.flatMap((module) => module.declarations ?? []);
  return new Map(
    declarations.filter(({ tagName }) => tagName).map((element) => [element.tagName, element]),
  );
}

/** The manifest that the build has made. */
export function builtManifest() {
  const file = new URL('dist/custom-elements.json', root);
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error('There is no dist/custom-elements.json yet; make it with "npm run build".', {
      cause: error,
    });
  }
}

const code = (text) => (text ? `\`${text}\`` : '');
const cell = (text = '') => text.replace(/\s+/g, ' ').trim().replaceAll('|', '\\|');

/** A table under its heading; nothing where there are no rows, and no column that is empty in every row. */
function table(title, head, rows) {
  if (!rows.length) return '';
  const used = head.map((_, at) => rows.some((row) => row[at]));
  const line = (cells) => `| ${cells.filter((_, at) => used[at]).join(' | ')} |`;
  const lines = [head, head.map(() => '---'), ...rows.map((row) => row.map(cell))].map(line);
  return `**${title}**\n\n${lines.join('\n')}\n`;
}

const columns = (list = []) =>
  list.map(({ name, type, required, also, description }) => [
    code(name),
    type,
    required ? 'yes' : '',
    (also ?? []).map(code).join(', '),
    description,
  ]);

const intro = `Everything that is in the elements for you to use. In tables of data and states, columns may stand in any order; \`count\`
is a number that is not below 0, \`share\` goes from 0 to 1, \`list\` is names separated by commas: see
[Your data](data.md).
`;

const columnHead = ['Column', 'Type', 'Required', 'Also', 'What'];

const byName = (a, b) => a.name.localeCompare(b.name);

/** Whether a member is one that users set or read; `version` and the like are the class's own. */
const isPublic = ({ name, privacy, static: ofClass }) =>
  !privacy && !ofClass && !/^[#_]/.test(name);

function section(element, shared) {
  const { tagName, summary, description, members = [] } = element;
  const open = members.filter(isPublic);
  const attribute = new Map(
    (element.attributes ?? []).map(({ fieldName, name }) => [fieldName, name]),
  );
  const common = tagName === 'scroll-story' ? [] : shared;
  const own = (element.cssProperties ?? []).filter(({ name }) => !common.includes(name));
  const palette = (element.cssProperties ?? []).filter(({ name }) => common.includes(name));
  return [
    `## \`<${tagName}>\`\n`,
    `**${summary}**\n`,
    `${description}\n`,
    table(
      'Attributes and properties',
      ['Attribute', 'Property', 'Type', 'Default', 'What'],
      open
        .filter(({ kind, description: said }) => kind === 'field' && said)
        .map((field) => [
          code(attribute.get(field.name)),
          code(field.name) + (field.readonly ? ', read only' : ''),
          code(field.type?.text),
          code(field.default),
          field.description,
        ]),
    ),
    table('Columns of the data', columnHead, columns(element.dataColumns)),
    table('Columns of the states', columnHead, columns(element.stateColumns)),
    table(
      'Phrases, for `definePhrases`',
      ['Phrase', 'In English', 'What'],
      (element.phrases ?? []).map(({ name, default: text, description: said }) => [
        code(name),
        typeof text === 'string' ? text : Object.values(text).join(' / '),
        said,
      ]),
    ),
    table(
      'Slots',
      ['Slot', 'What'],
      // The columns have tables of their own here.
      [...(element.slots ?? [])]
        .sort(byName)
        .map(({ name, description: said }) => [
          code(name) || 'default',
          said.replace(/ Columns: .*$/s, ''),
        ]),
    ),
    table(
      'Events',
      ['Event', 'Class', 'Fields', 'What'],
      (element.events ?? []).map(({ name, type, fields = [], description: said }) => [
        code(name),
        code(type.text),
        fields.map((field) => code(`${field.name}: ${field.type.text}`)).join(', '),
        said,
      ]),
    ),
    table(
      'Methods',
      ['Method', 'What'],
      open
        .filter(({ kind, description: said }) => kind === 'method' && said)
        .map(({ name, parameters = [], return: result, description: said }) => [
          code(
            `${name}(${parameters
              .map(
                (one) => `${one.name}${one.optional || one.default ? '?' : ''}: ${one.type?.text}`,
              )
              .join(', ')}): ${result?.type?.text ?? 'void'}`,
          ),
          said,
        ]),
    ),
    table(
      'Parts',
      ['Part', 'What'],
      (element.cssParts ?? []).map(({ name, description: said }) => [code(name), said]),
    ),
    table(
      'Custom properties',
      ['Custom property', 'Default', 'What'],
      own.map(({ name, default: value, description: said }) => [code(name), code(value), said]),
    ),
    palette.length
      ? `Colours and type, as \`<scroll-story>\` has them: ${palette.map(({ name }) => code(name)).join(', ')}.\n`
      : '',
  ]
    .filter(Boolean)
    .join('\n');
}

/** The reference of all elements in Markdown. */
function reference(manifest) {
  const elements = elementsOf(manifest);
  const missing = order.filter((name) => !elements.has(name));
  if (missing.length)
    throw new Error(`The manifest has no ${missing.join(', ')}; make it with "npm run build".`);
  const shared = elements
    .get('scroll-story')
    .cssProperties.map(({ name }) => name)
    .filter((name) => name !== '--story-top');
  return order.map((name) => section(elements.get(name), shared)).join('\n');
}

/** The page of the reference. */
// Prettier would make every table as wide as its longest cell, and every change one of the whole table.
export const referencePage = (manifest) =>
  [
    '# Reference\n',
    '<!-- Written by scripts/reference.mjs from the comments in src/; do not edit here. -->',
    '<!-- prettier-ignore-start -->\n',
    intro,
    reference(manifest),
    '<!-- prettier-ignore-end -->\n',
  ].join('\n');

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const current = referencePage(builtManifest());
    if (!process.argv.includes('--check')) writeFileSync(referenceFile, current);
    else if (current !== readFileSync(referenceFile, 'utf8'))
      throw new Error(
        'docs/reference.md is not what the sources say; write it anew with "npm run reference".',
      );
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
