import { join } from 'node:path';
import { exitCode, start } from '../processes';
import { projectFolder } from '../project';
import { countTests } from './counts';
import type { Counts } from './reporter';

/**
 * Runs the tests under test/NAME in a mocha process of their own.
 *
 * @param name of a folder, or a glob of several: `{engine,cli}`
 * @param timeout of a single test, in milliseconds
 */
export function runNodeLayer(name: string, timeout: number, mochaArguments: readonly string[]): Promise<Counts> {
  const mocha = join(projectFolder, 'node_modules/mocha/bin/mocha.js');
  const reporter = join(projectFolder, 'scripts/test/reporter.ts');
  return countTests(async (env) => {
    const args = ['--reporter', reporter, '--timeout', String(timeout), ...mochaArguments, `test/${name}/**/*.test.ts`];
    await exitCode(
      start(process.execPath, ['--import=tsx', mocha, ...args], { cwd: projectFolder, env, stdio: 'inherit' }),
    );
  });
}
