// Writes dist/, a module for each source file, as `tsc -p tsconfig.build.json` would, but compact.
import { readFileSync } from 'node:fs';
import { dirname, relative } from 'node:path/posix';
import commonjs from '@rollup/plugin-commonjs';
import nodeResolve from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import ts from 'typescript';
import { compact } from './compact.mjs';

const { config } = ts.readConfigFile('tsconfig.build.json', ts.sys.readFile);
const { options, fileNames, errors } = ts.parseJsonConfigFileContent(config, ts.sys, '.');
const program = ts.createProgram(fileNames, options);

const parser = 'papaparse/papaparse.min.js';

/** Papa Parse is a script, which a page without a bundler cannot import: dist/ has it as a module. */
const importOfParser = new RegExp(`(?<=^import Papa from ['"])${parser}(?=['"];$)`, 'm');
const withModule = (file, text) =>
  text.replace(
    importOfParser,
    relative(dirname(file), `${options.outDir}/core/papaparse.js`).replace(/^(?!\.)/, './'),
  );

const { diagnostics } = program.emit(
  undefined,
  (file, text) => ts.sys.writeFile(file, withModule(file, text)),
  undefined,
  false,
  { before: [compact] },
);

const { name, version, license } = JSON.parse(
  readFileSync('node_modules/papaparse/package.json', 'utf8'),
);
const terms = readFileSync('node_modules/papaparse/LICENSE', 'utf8').trim();
const module = await rollup({ input: parser, plugins: [nodeResolve(), commonjs()] });
await module.write({
  file: `${options.outDir}/core/papaparse.js`,
  format: 'es',
  banner: `/*! ${name} ${version} (${license}), made a module.\n\n${terms}\n*/`,
});

const problems = [...errors, ...ts.getPreEmitDiagnostics(program), ...diagnostics];
if (problems.length) {
  const host = {
    getCurrentDirectory: () => '.',
    getCanonicalFileName: (name) => name,
    getNewLine: () => '\n',
  };
  console.error(ts.formatDiagnosticsWithColorAndContext(problems, host));
  process.exitCode = 1;
}
