import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';
import { CountingReporter } from '../../scripts/test/reporter';
import { suiteLine } from '../../scripts/test/suiteLine';

/** What the test command passes on to mocha; see scripts/test/hostLayer.ts. */
interface Wishes {
  readonly grep?: string;
}

/**
 * Runs the tests of one folder of the bundled suite, in the editor's extension host.
 *
 * @throws when a test fails: the editor's exit code is then 1
 */
export async function runSuite(folder: string): Promise<void> {
  Mocha.reporters.Base.consoleLog = (...data: unknown[]) => {
    for (const line of format(...data).split('\n')) console.log(suiteLine.write(line));
  };
  const mocha = new Mocha({ timeout: 30_000, color: true, reporter: CountingReporter, ...readWishes() });
  for (const file of readdirSync(folder)) {
    if (file.endsWith('.test.js')) mocha.addFile(join(folder, file));
  }
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} failed.`);
}

function readWishes(): Wishes {
  const grep = process.env['WAYMARK_TEST_GREP'];
  return grep === undefined ? {} : { grep };
}
