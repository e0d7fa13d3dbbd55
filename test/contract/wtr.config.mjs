// The settings of the tests, with the contract's results written to the file that CONTRACT names.
import { appendFileSync } from 'node:fs';
import base from '../../web-test-runner.config.mjs';

export default {
  ...base,
  rootDir: new URL('../..', import.meta.url).pathname,
  files: 'test/contract/*.test.ts',
  plugins: [
    ...base.plugins,
    {
      name: 'contract',
      executeCommand({ command, payload }) {
        if (command !== 'contract') return undefined;
        appendFileSync(process.env.CONTRACT, `${JSON.stringify(payload)}\n`);
        return true;
      },
    },
  ],
  testRunnerHtml: (framework) =>
    base.testRunnerHtml(framework).replace('<script>', '<script>globalThis.contract = true;'),
};
