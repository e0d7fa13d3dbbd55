/** Elements are registered by `define('name', Class)`, which the analyzer does not know. */
function defined() {
  const names = new Map();
  return {
    name: 'defined',
    analyzePhase({ ts, node, moduleDoc }) {
      if (!ts.isCallExpression(node) || node.expression.getText() !== 'define') return;
      const [tag, element] = node.arguments;
      if (!ts.isStringLiteral(tag)) return;
      names.set(element.getText(), tag.text);
      moduleDoc.exports.push({
        kind: 'custom-element-definition',
        name: tag.text,
        declaration: { name: element.getText() },
      });
    },
    packageLinkPhase({ customElementsManifest: { modules } }) {
      const classes = modules.flatMap(({ path, declarations }) =>
        declarations.filter(({ kind }) => kind === 'class').map((found) => ({ path, found })),
      );
      for (const { path, found } of classes) {
        if (names.has(found.name)) {
          found.tagName = names.get(found.name);
          found.customElement = true;
        }
        const seen = ({ name, privacy }) => !privacy && !/^[#_]/.test(name);
        found.members = found.members?.filter(seen);
        for (const { exports } of modules)
          for (const { declaration } of exports)
            if (declaration?.name === found.name) declaration.module ??= path;
      }
    },
  };
}

export default {
  globs: ['src/**/*.ts'],
  exclude: ['src/embed/**'],
  litelement: true,
  outdir: 'dist',
  packagejson: false,
  plugins: [defined()],
};
