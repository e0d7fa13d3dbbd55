// Describes the elements for editors and for the gallery, from the sources and their comments: custom-elements.json,
// and from it data for HTML completion in VS Code and in JetBrains' editors.
import { writeFileSync } from 'node:fs';
import { posix } from 'node:path';
import { getWebTypesData } from 'custom-element-jet-brains-integration';
import {
  getVsCodeCssCustomData,
  getVsCodeHtmlCustomData,
} from 'custom-element-vs-code-integration';
import { documented } from './scripts/manifest-docs.mjs';

/** The words that an attribute takes, `'full' | 'static'`; undefined for one that takes others, too. */
function wordsOf(type) {
  const words = type.split('|').map((part) => part.trim());
  return words.every((word) => /^'[^']*'$/.test(word))
    ? words.filter((word) => word !== "''").join(' | ')
    : undefined;
}

/** Elements are registered by the function `define`, which the analyzer does not know. */
const definitions = {
  name: 'definitions',
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isCallExpression(node) || node.expression.getText() !== 'define') return;
    const [name, element] = node.arguments;
    if (!element || !ts.isStringLiteral(name) || !ts.isIdentifier(element)) return;
    const source = node
      .getSourceFile()
      .statements.find(
        (one) =>
          ts.isImportDeclaration(one) &&
          one.importClause?.namedBindings?.elements?.some(
            (each) => each.name.text === element.text,
          ),
      );
    const module = posix.join(posix.dirname(moduleDoc.path), source.moduleSpecifier.text);
    moduleDoc.exports.push({
      kind: 'custom-element-definition',
      name: name.text,
      declaration: { name: element.text, module },
    });
  },
};

/** From a path of the sources to the one of what is built from it. */
const built = (path) => path.replace(/^src\//, 'dist/').replace(/\.ts$/, '.js');

/** Leaves what a user of the elements can use, under the paths that the package has. */
const published = {
  name: 'published',
  packageLinkPhase({ customElementsManifest: manifest }) {
    for (const module of manifest.modules) {
      module.path = built(module.path);
      module.declarations = module.declarations.filter(({ customElement }) => customElement);
      const kept = new Set(module.declarations.map(({ name }) => name));
      module.exports = module.exports.filter(({ kind, name, declaration }) =>
        kind === 'custom-element-definition' ? name.includes('-') : kept.has(declaration.name),
      );
      for (const { declaration } of module.exports) declaration.module = built(declaration.module);
      for (const element of module.declarations) tidy(element);
    }
    manifest.modules = manifest.modules.filter((module) => module.exports.length);
  },
};

function tidy(element) {
  element.members = element.members.filter(({ privacy }) => !/private|protected/.test(privacy));
  // The analyzer also lists each `dispatchEvent`, without the event's name.
  element.events = element.events?.filter(({ description }) => description);
  for (const attribute of element.attributes ?? []) {
    // The field's default has been looked up; the attribute's is still as it is written.
    const field = element.members.find(({ name }) => name === attribute.fieldName);
    if (field?.default) attribute.default = field.default;
    const words = wordsOf(attribute.type.text);
    if (words) attribute.parsedType = { text: words };
  }
  for (const list of ['attributes', 'members', 'slots', 'events', 'cssParts', 'cssProperties'])
    for (const { inheritedFrom } of element[list] ?? [])
      if (inheritedFrom?.module) inheritedFrom.module = built(inheritedFrom.module);
  if (element.superclass?.module) element.superclass.module = built(element.superclass.module);
}

const options = {
  typesSrc: 'parsedType',
  descriptionSrc: 'summary',
  // They stand in the data for style sheets, with their descriptions.
  hideCssPropertiesDocs: true,
  hideMethodDocs: true,
  packageJson: false,
};

/** Writes what editors complete HTML and style sheets from. */
const editors = {
  name: 'editors',
  packageLinkPhase({ customElementsManifest: manifest }) {
    writeFileSync('dist/vscode.html-custom-data.json', getVsCodeHtmlCustomData(manifest, options));
    const css = JSON.parse(getVsCodeCssCustomData(manifest, options));
    // What several elements have is offered once.
    for (const kind of ['properties', 'pseudoElements'])
      css[kind] = [...new Map(css[kind].map((one) => [one.name, one])).values()];
    writeFileSync('dist/vscode.css-custom-data.json', JSON.stringify(css));
    writeFileSync('dist/web-types.json', getWebTypesData(manifest, options));
  },
};

export default {
  globs: ['src/**/*.ts'],
  exclude: ['src/board/**', 'src/embed/**', 'src/frameworks/**'],
  litelement: true,
  outdir: 'dist',
  packagejson: false,
  plugins: [definitions, documented, published, editors],
};
