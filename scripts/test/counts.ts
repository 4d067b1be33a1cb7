import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countsVariable } from './reporter';
import type { Counts } from './reporter';

/**
 * Collects the counts of one test process.
 *
 * @param runProcess starts the process with that environment and waits for its end; what it says of failed tests
 * does not matter, they are counted
 * @throws when the process ended without a count: it crashed, or found no test file
 */
export async function countTests(runProcess: (environment: NodeJS.ProcessEnv) => Promise<unknown>): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-counts-'));
  const file = join(folder, 'counts.json');
  try {
    await runProcess({ ...process.env, [countsVariable]: file });
    if (!existsSync(file)) throw new Error('It ended before its last test.');
    const counts: Counts = JSON.parse(readFileSync(file, 'utf8'));
    return counts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function sumOf(counts: readonly Counts[]): Counts {
  return counts.reduce((sum, next) => ({ passed: sum.passed + next.passed, failed: sum.failed + next.failed }), {
    passed: 0,
    failed: 0,
  });
}
