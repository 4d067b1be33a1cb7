import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { withTempFolder, withTempRepo } from '../../support/tempRepo';
import { ROADMAP } from '../engineFixtures';
import { knowledgeOf, TODAY, withEngine } from '../openFolder';

/** Milliseconds after its start at which a process is killed: while it searches, reads, or writes down what it knows. */
const MOMENTS = [0, 40, 250];

const PROGRAM = `
  import { openEngine } from '${join(__dirname, '../../../src/engine/engine')}';
  const [, , folder, cacheFolder] = process.argv;
  const engine = openEngine(folder, { today: () => ${TODAY}, watch: true, cacheFolder });
  setInterval(() => engine.refresh(), 30);
  console.log('started');
`;

describe('An engine whose process was killed at any moment', () => {
  it('knows everything when it is started again', () =>
    withTempRepo((repo) =>
      withTempFolder(async (beside) => {
        const files = Array.from({ length: 300 }, (_, index) => [`src/${index}.ts`, `// TODO(PAY-12): ${index}\n`]);
        repo.write({ 'roadmap.yaml': ROADMAP, ...Object.fromEntries(files) });
        for (let commit = 0; commit < 6; commit++) {
          repo.commit(`PAY-${12 + (commit % 2)}: ${commit}`);
        }
        const cacheFolder = join(beside, 'cache');
        const fresh = await withEngine(repo.path, knowledgeOf);
        repo.write({ '.git/program.ts': PROGRAM });
        for (const moment of MOMENTS) {
          await runAndKill(join(repo.path, '.git/program.ts'), [repo.path, cacheFolder], moment);
          assert.deepEqual(await withEngine(repo.path, knowledgeOf, { cacheFolder }), fresh, `after ${moment} ms`);
        }
      }),
    )).timeout(120_000);
});

async function runAndKill(program: string, args: readonly string[], moment: number): Promise<void> {
  const child = spawn(process.execPath, ['--import=tsx', program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  await once(child.stdout, 'data');
  setTimeout(() => child.kill('SIGKILL'), moment);
  const [, signal] = await ended;
  assert.equal(signal, 'SIGKILL');
}
