import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';
import { CountingReporter } from '../../scripts/test/reporter';
import { suiteLine } from '../../scripts/test/suiteLine';
import { readWishes } from '../../scripts/test/suiteWishes';

/**
 * Runs the tests of one folder of the bundled suite, in the editor's extension host.
 *
 * @throws when a test fails: the editor's exit code is then 1
 */
export async function runSuite(folder: string): Promise<void> {
  Mocha.reporters.Base.consoleLog = (...data: unknown[]) => {
    for (const line of format(...data).split('\n')) console.log(suiteLine.write(line));
  };
  const mocha = new Mocha({ timeout: 60_000, reporter: CountingReporter, ...readWishes() });
  for (const file of readdirSync(folder)) {
    if (file.endsWith('.test.js')) mocha.addFile(join(folder, file));
  }
  const failures = await new Promise<number>((resolve) => mocha.run(resolve)).catch((error: unknown) => {
    // A test file that cannot be loaded; the editor would tell its log only.
    Mocha.reporters.Base.consoleLog(error);
    throw error;
  });
  if (failures > 0) throw new Error(`${failures} failed.`);
}
