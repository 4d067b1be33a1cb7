import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

/** Names the file into which a test process writes its {@link Counts}. */
export const countsVariable = 'WAYMARK_TEST_COUNTS';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** Mocha's usual report for people, and the counts for the process that asked for the tests. */
export class CountingReporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    const file = process.env[countsVariable];
    if (file === undefined) return;
    runner.once('end', () => {
      // Counted as failed: a failing hook is one failure, and a test that was left out is one too.
      const counts: Counts = { passed: this.stats.passes, failed: this.stats.failures + this.stats.pending };
      writeFileSync(file, JSON.stringify(counts));
    });
  }
}

// Mocha takes a file's default export as the reporter.
export { CountingReporter as default };
