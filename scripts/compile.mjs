// Writes dist/, a module for each source file, as `tsc -p tsconfig.build.json` would, but compact.
import { dirname, relative } from 'node:path/posix';
import ts from 'typescript';
import { compact } from './compact.mjs';

const { config } = ts.readConfigFile('tsconfig.build.json', ts.sys.readFile);
const { options, fileNames, errors } = ts.parseJsonConfigFileContent(config, ts.sys, '.');
const program = ts.createProgram(fileNames, options);

/** The helper of decorators comes once, from a module of this package, and not into each file. */
const helped = (file, text) =>
  file.endsWith('.js')
    ? text.replace(
        /(?<=^import \{ __decorate \} from ")tslib(?=";$)/m,
        relative(dirname(file), `${options.outDir}/core/decorate.js`).replace(/^(?!\.)/, './'),
      )
    : text;

const { diagnostics } = program.emit(
  undefined,
  (file, text) => ts.sys.writeFile(file, helped(file, text)),
  undefined,
  false,
  { before: [compact] },
);
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
