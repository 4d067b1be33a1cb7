import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { exitCode, start } from '../processes';
import { projectFolder } from '../project';
import { countTests } from './counts';
import type { Counts } from './reporter';

/** More have nothing to do while the longest file runs. */
const MOST_JOBS = 4;

export interface NodeLayer {
  /** Of a folder under test/, or a glob of several: `{engine,cli}`. */
  readonly name: string;
  /** Of a single test, in milliseconds. */
  readonly timeout: number;
  /** Runs as many files at a time as there are processors, each in one process of a few. Starting those takes a second. */
  readonly parallel: boolean;
}

/** Runs the tests of a layer in a mocha process of their own. */
export function runNodeLayer(layer: NodeLayer, mochaArguments: readonly string[]): Promise<Counts> {
  const { name, timeout, parallel } = layer;
  const mocha = join(projectFolder, 'node_modules/mocha/bin/mocha.js');
  const reporter = join(projectFolder, 'scripts/test/reporter.ts');
  return countTests(async (env) => {
    const args = ['--reporter', reporter, '--timeout', String(timeout)];
    // Mocha's own default is one process less than there are processors, which on two is none.
    if (parallel) args.push('--parallel', '--jobs', String(Math.min(availableParallelism(), MOST_JOBS)));
    args.push(...mochaArguments, `test/${name}/**/*.test.ts`);
    await exitCode(
      start(process.execPath, ['--import=tsx', mocha, ...args], { cwd: projectFolder, env, stdio: 'inherit' }),
    );
  });
}
