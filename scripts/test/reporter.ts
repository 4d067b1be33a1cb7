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
    runner.once('end', () => this.writeCounts());
  }

  /** A test that is left out counts as failed: nobody would miss it otherwise. */
  private writeCounts(): void {
    const { passes, failures, pending } = this.stats;
    if (pending > 0) Mocha.reporters.Base.consoleLog(`  ${pending} left out, which counts as failed\n`);
    const counts: Counts = { passed: passes, failed: failures + pending };
    const file = process.env[countsVariable];
    if (file !== undefined) writeFileSync(file, JSON.stringify(counts));
  }
}

// Mocha takes a file's default export as the reporter.
export { CountingReporter as default };
