// What the manifest says beyond what the analyzer reads: the columns of tables with their comments, the fields of
// events, the defaults that style sheets have, and types by their words. All of it stands once, in the sources.
import { posix } from 'node:path';

/** A file's constants, imports and named unions of words; and, for all files, the defaults of custom properties. */
const files = new Map();
const cssDefaults = new Map();
/** Members that only the package itself uses, as `Class.member`. */
const internal = new Set();

/** An analyzer plugin; it goes before any that takes declarations out. */
export const documented = {
  name: 'documented',
  collectPhase({ ts, node }) {
    if (
      ts.isClassElement(node) &&
      ts.getJSDocTags(node).some((tag) => tag.tagName.text === 'internal')
    )
      internal.add(`${node.parent.name.text}.${node.name.text}`);
    if (!ts.isSourceFile(node)) return;
    const file = {
      objects: new Map(),
      lists: new Map(),
      literals: new Map(),
      imports: new Map(),
      unions: new Map(),
    };
    files.set(node.fileName, file);
    for (const one of node.statements) {
      if (ts.isImportDeclaration(one)) addImports(file, node.fileName, one);
      else if (ts.isTypeAliasDeclaration(one)) addUnion(ts, file, one);
      else if (ts.isVariableStatement(one))
        for (const { name, initializer } of one.declarationList.declarations) {
          const value = bare(ts, initializer);
          if (value && ts.isObjectLiteralExpression(value))
            file.objects.set(name.getText(), { ts, value, path: node.fileName });
          else if (value && ts.isArrayLiteralExpression(value))
            file.lists.set(name.getText(), value);
          else if (value && ts.isLiteralExpression(value))
            file.literals.set(name.getText(), value.getText());
        }
    }
    if (node.fileName.endsWith('.styles.ts'))
      for (const [, name, value] of node.text.matchAll(
        /var\((--[\w-]+), ((?:[^()]|\([^()]*\))+)\)/g,
      ))
        if (!cssDefaults.has(name)) cssDefaults.set(name, value);
  },
  packageLinkPhase({ customElementsManifest: { modules } }) {
    const classes = modules.flatMap(({ path, declarations }) =>
      declarations.filter(({ kind }) => kind === 'class').map((found) => ({ path, found })),
    );
    const events = new Map(classes.map(({ found }) => [found.name, found]));
    for (const { path, found } of classes) {
      found.members = found.members?.filter(({ name }) => !internal.has(`${found.name}.${name}`));
      for (const member of [...(found.members ?? []), ...(found.attributes ?? [])]) {
        if (member.type) member.type = { text: inWords(member.type.text) };
        if (member.default?.startsWith('new ')) delete member.default;
        const constant = imported(path, member.default);
        if (constant) member.default = constant;
      }
      for (const event of found.events ?? []) event.fields = fieldsOf(events.get(event.type?.text));
      for (const property of found.cssProperties ?? [])
        if (cssDefaults.has(property.name)) property.default ??= cssDefaults.get(property.name);
      addColumns(found, path);
      addPhrases(found, path);
    }
  },
};

/** An expression without `as const` and `satisfies`; of a scene's description, what is described. */
function bare(ts, node) {
  while (node && (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)))
    node = node.expression;
  const isDescription =
    node && ts.isCallExpression(node) && node.expression.getText() === 'describeScene';
  return isDescription ? node.arguments[0] : node;
}

function addImports(file, path, { importClause, moduleSpecifier }) {
  for (const { name, propertyName } of importClause?.namedBindings?.elements ?? [])
    file.imports.set(name.text, {
      path: posix.join(posix.dirname(path), moduleSpecifier.text).replace(/\.js$/, '.ts'),
      name: (propertyName ?? name).text,
    });
}

function addUnion(ts, file, { name, type }) {
  const types = ts.isUnionTypeNode(type) ? type.types : [];
  if (types.length && types.every((one) => ts.isLiteralTypeNode(one)))
    file.unions.set(name.text, types.map((one) => one.getText()).join(' | '));
}

/** A type with the words of its unions in place of their names; rows are objects, their columns have tables of their own. */
const inWords = (type) =>
  [...files.values()]
    .flatMap(({ unions }) => [...unions])
    .reduce((text, [name, words]) => text.replace(new RegExp(`\\b${name}\\b`), () => words), type)
    .replace(/\bRowInput<[^>]*>/, 'object');

/** What an event carries. */
const fieldsOf = (event) =>
  (event?.members ?? [])
    .filter((member) => member.kind === 'field' && !member.static)
    .map(({ name, type, description }) => ({ name, type, description }));

/** Finds an object by the name that it has in a file. */
function objectOf(path, name) {
  const file = files.get(path);
  const from = file?.imports.get(name);
  return from ? objectOf(from.path, from.name) : file?.objects.get(name);
}

/** The text of a constant that a file has from another one. */
function imported(path, name) {
  const from = files.get(path)?.imports.get(name);
  return from && files.get(from.path)?.literals.get(from.name);
}

/** The description of an element that is a scene. */
function sceneOf(element, path) {
  const { default: name } =
    element.members?.find((one) => one.name === 'scene' && one.static) ?? {};
  return name && objectOf(path, name);
}

/** Columns of every scene's states. */
const shared = { path: 'src/scenes/state-columns.ts', name: 'stateColumns' };

/** Gives an element the columns of its data and states, and names them where its slots are described. */
function addColumns(element, path) {
  const scene = sceneOf(element, path);
  if (!scene) return;
  for (const [member, key, slot] of [
    ['columns', 'dataColumns', ''],
    ['stateColumns', 'stateColumns', 'steps'],
  ]) {
    const property = scene.value.properties.find((one) => one.name.getText() === member);
    if (!property) continue;
    const object = objectOf(scene.path, (property.initializer ?? property.name).getText());
    element[key] = [
      ...(slot ? readColumns(objectOf(shared.path, shared.name)) : []),
      ...readColumns(object),
    ];
    const names = element[key].map((one) => `\`${one.name}\`${one.required ? ' (required)' : ''}`);
    const described = element.slots.find((one) => one.name === slot);
    // An inherited slot is one object for all who inherit it.
    element.slots = element.slots.map((one) =>
      one === described
        ? { ...one, description: `${one.description} Columns: ${names.join(', ')}.` }
        : one,
    );
  }
}

/** Gives an element the phrases of its description, which may be those of several objects. */
function addPhrases(element, path) {
  const scene = sceneOf(element, path);
  const property = scene?.value.properties.find((one) => one.name.getText() === 'phrases');
  if (!property) return;
  const { ts } = scene;
  const given = property.initializer ?? property.name;
  const names = ts.isIdentifier(given) ? [given] : given.properties.map((one) => one.expression);
  element.phrases = names.flatMap((name) =>
    objectOf(scene.path, name.getText()).value.properties.map((one) => ({
      name: one.name.getText(),
      default: phraseOf(one.initializer),
      description: ts.getJSDocCommentsAndTags(one).map(({ comment }) => comment)[0] ?? '',
    })),
  );
}

/** A phrase as it stands, or its forms by their names. */
const phraseOf = ({ text, properties = [] }) =>
  text ??
  Object.fromEntries(properties.map(({ name, initializer }) => [name.text, initializer.text]));

function readColumns({ ts, value, path }) {
  return value.properties.map((property) => {
    const key = property.name.getText();
    const facts = new Map(
      property.initializer.properties.map(({ name, initializer }) => [name.getText(), initializer]),
    );
    const words = (name) => facts.has(name) && wordsOf(ts, facts.get(name), path);
    const names = words('also');
    // A name of two words is written with a hyphen in a table.
    const hyphened = names && names.find((one) => one.includes('-'));
    const column = {
      name: hyphened || key,
      type: facts.get('type')?.text ?? 'text',
      description: ts.getJSDocCommentsAndTags(property).map(({ comment }) => comment)[0] ?? '',
    };
    if (facts.has('required')) column.required = true;
    if (names) column.also = hyphened ? [key] : names;
    if (facts.has('values')) column.values = words('values');
    return column;
  });
}

/** The texts of a list, which may stand under a name. */
function wordsOf(ts, node, path) {
  const list = ts.isIdentifier(node) ? files.get(path).lists.get(node.text) : node;
  return list.elements.map(({ text }) => text);
}
