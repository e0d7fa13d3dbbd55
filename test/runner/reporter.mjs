import { writeFileSync } from 'node:fs';

/** Counts the tests of a run and leaves the sums, as JSON, in the file that TALLY names. */
export function tally(file = process.env.TALLY) {
  return {
    onTestRunFinished({ sessions }) {
      const sums = { passed: 0, failed: 0, skipped: 0 };
      const count = ({ tests, suites }) => {
        for (const test of tests)
          sums[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed']++;
        suites.forEach(count);
      };
      for (const { testResults, errors } of sessions) {
        if (testResults) count(testResults);
        // A file that did not load, or an error outside a test.
        sums.failed += errors.length;
      }
      if (file) writeFileSync(file, JSON.stringify(sums));
    },
  };
}
