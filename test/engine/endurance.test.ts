import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../../src/engine/engine';
import { liveHeapBytes } from '../support/liveHeap';
import { pollUntil } from '../support/pollUntil';
import { type TempRepo, withTempFolder, withTempRepo } from '../support/tempRepo';
import { LINKS, ROADMAP, roadmapWith, SOURCE, withPlan } from './engineFixtures';
import { wrappedGit } from './git/gitHelpers';
import { linksOf, withEngine } from './openFolder';

const FILES = Array.from({ length: 10_000 }, (_, index) => `many/${index % 100}/${index}.ts`);

describe('A switch to a branch with ten thousand other files', () => {
  it('is one search and one look at the history, however many events tell of it', () =>
    withTempRepo((repo) =>
      withTempFolder(async (beside) => {
        repo.write({ 'roadmap.yaml': ROADMAP, 'src/refund.ts': SOURCE });
        repo.commit('PAY-12: refunds');
        repo.git('checkout', '-q', '-b', 'side');
        repo.write(Object.fromEntries(FILES.map((path) => [path, '// PAY-13\n'])));
        const side = repo.commit('PAY-13: many');
        repo.git('checkout', '-q', 'main');
        const record = join(beside, 'record');
        const gitPath = wrappedGit(beside, `echo "$*" >> '${record}'`);
        await withEngine(
          repo.path,
          async (engine) => {
            rmSync(record);
            let batches = 0;
            engine.onDidChange(({ paths }) => {
              batches += paths.size > 0 ? 1 : 0;
            });
            repo.git('checkout', '-q', 'side');
            for (const path of FILES) {
              engine.filesChanged([path]);
            }
            await pollUntil('the engine has seen the branch', async () => {
              await engine.idle();
              return engine.head.sha === side;
            });
            assert.equal(linksOf(engine).length, LINKS.length + FILES.length + 1);
            const all = existsSync(record) ? readFileSync(record, 'utf8').trimEnd().split('\n') : [];
            // The past of the roadmap and what the commits changed are facts, which have calls of their own.
            const isOfFacts = (call: string) => /--first-parent|log\.diffMerges/.test(call);
            const calls = all.filter((call) => !isOfFacts(call));
            // The files may be searched before the watcher of the repository tells of the branch.
            assert.ok(batches <= 2, `${batches} batches`);
            assert.ok(calls.filter((call) => call.includes(' grep ')).length <= 1, calls.join('\n'));
            assert.ok(calls.filter((call) => call.includes(' log ')).length <= 1, calls.join('\n'));
            assert.ok(calls.length <= 3, calls.join('\n'));
            assert.ok(all.length - calls.length <= 4, all.join('\n'));
          },
          { watch: true, git: { gitPath } },
        );
      }),
    )).timeout(60_000);
});

/** Fewer than there are in an hour, but more than are needed to see what is kept of each. */
const EDITS = 1_000;

/** An edit that is kept weighs two kilobytes and more, all of them two megabytes. */
const ALLOWED_GROWTH = 1_000_000;

describe('An hour of work', () => {
  it('leaves memory as it was', () =>
    withPlan(async (repo, engine) => {
      await work(repo, engine, 0, EDITS / 2);
      const before = await liveHeapBytes();
      await work(repo, engine, EDITS / 2, EDITS * 1.5);
      const growth = (await liveHeapBytes()) - before;
      assert.ok(growth < ALLOWED_GROWTH, `${growth} bytes more`);
    })).timeout(120_000);
});

/** Edits with texts of their own each, such as they come by chance from typing, saving, deleting and committing. */
async function work(repo: TempRepo, engine: Engine, from: number, to: number): Promise<void> {
  for (let edit = from; edit < to; edit++) {
    const path = `src/file${(edit * 7) % 50}.ts`;
    const text = `// TODO(PAY-${edit % 40}): edit ${edit}\n// see PAY-13 and pay-12\n${`${edit} `.repeat(500)}\n`;
    if (edit % 50 === 49) {
      repo.git('commit', '-q', '--amend', '--allow-empty', '-m', `PAY-12: edit ${edit}`);
    } else if (edit % 10 === 9) {
      rmSync(join(repo.path, path), { force: true });
      engine.filesChanged([path]);
    } else if (edit % 10 >= 6) {
      repo.write({ [path]: text });
      engine.filesChanged([path]);
    } else if (edit % 10 === 5) {
      engine.closeDocument(path);
    } else if (edit % 10 >= 3) {
      engine.changeDocument('roadmap.yaml', roadmapWith(`PAY-${edit % 40}`, `Edit ${edit}`));
    } else {
      engine.changeDocument(path, text);
    }
    if (edit % 5 === 0) {
      await engine.idle();
    }
  }
  await engine.idle();
}
