import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

/** The time that the tests of a suite took, in milliseconds. */
const durationOf = ({ tests, suites }) =>
  tests.reduce((sum, { duration = 0 }) => sum + duration, 0) +
  suites.reduce((sum, suite) => sum + durationOf(suite), 0);

/** Prints how long each file took, the longest first. */
export const times = () => ({
  onTestRunFinished({ sessions }) {
    const took = sessions.map(({ testFile, testResults }) => ({
      name: relative(process.cwd(), testFile),
      seconds: testResults ? durationOf(testResults) / 1000 : 0,
    }));
    for (const { name, seconds } of took.sort((a, b) => b.seconds - a.seconds))
      console.log(`${seconds.toFixed(1).padStart(7)} s  ${name}`);
  },
});

/**
 * Counts the tests of a run and leaves the sums, as JSON, in the file that TALLY names, with a line for each failure:
 * its file, its name and what went wrong.
 */
export function tally(file = process.env.TALLY) {
  return {
    onTestRunFinished({ sessions }) {
      const sums = { passed: 0, failed: 0, skipped: 0, failures: [] };
      for (const { testFile, testResults, errors } of sessions) {
        const name = relative(process.cwd(), testFile);
        const fail = (test, message) => {
          sums.failed++;
          sums.failures.push(`${name}: ${test}: ${message}`);
        };
        const count = ({ tests, suites }, path = '') => {
          for (const test of tests)
            if (test.skipped) sums.skipped++;
            else if (test.passed) sums.passed++;
            else fail(path + test.name, test.error?.message ?? 'failed');
          for (const suite of suites) count(suite, suite.name ? `${path}${suite.name} › ` : path);
        };
        if (testResults) count(testResults);
        // A file that did not load, or an error outside a test.
        for (const { message } of errors) fail('outside a test', message);
      }
      if (file) writeFileSync(file, JSON.stringify(sums));
    },
  };
}
