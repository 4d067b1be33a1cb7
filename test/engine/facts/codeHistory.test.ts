import assert from 'node:assert/strict';
import { rmSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeHistory } from '../../../src/core/codeHistory/codeHistory';
import { FolderCache } from '../../../src/engine/cache/folderCache';
import type { Engine } from '../../../src/engine/engine';
import { CodeHistorySource } from '../../../src/engine/facts/codeHistory/codeHistorySource';
import { callsOfGit } from '../../support/callsOfGit';
import { makeTempFolder, repoAt, type TempRepo, withTempFolder, withTempRepo } from '../../support/tempRepo';
import { ROADMAP } from '../engineFixtures';
import { withEngine } from '../openFolder';
import { toldBy, worldOf } from './factWorld';

/** What is known at the end of a reading. */
async function historyOf(engine: Engine, source = new CodeHistorySource(), cache?: FolderCache): Promise<CodeHistory> {
  const history = (await toldBy(source, worldOf(engine, cache))).at(-1);
  assert.ok(history);
  return history;
}

/** `src/b.ts < src/a.ts`, and `src/b.ts +1 -0` where lines were counted: a line for each file that a commit changed. */
function linesOf(history: CodeHistory, sha: string): string[] | undefined {
  return history
    .changesOf(sha)
    ?.map(({ path, added, deleted, formerPath }) =>
      [
        path,
        added === undefined ? '' : ` +${added} -${deleted}`,
        formerPath === undefined ? '' : ` < ${formerPath}`,
      ].join(''),
    );
}

/** Both stories are to be in a release a few days after the day of the tests, but one of them is done. */
const NEAR_RELEASE = `${ROADMAP.replace('title: Receipts', 'title: Receipts\n        status: done').replace('title: Refunds', 'title: Refunds\n    release: v2')}releases:
  - name: v2
    date: 2026-08-10
`;
const RECENT = { date: '2026-07-30T12:00:00 +0000' };
const DAYS = 30;

function withRoadmap(body: (repo: TempRepo) => Promise<void>): Promise<void> {
  return withTempRepo((repo) => {
    repo.write({ 'roadmap.yaml': ROADMAP });
    return body(repo);
  });
}

describe('What linked commits changed', () => {
  it('is told of first commits, renames, binary files and names of every kind', () =>
    withRoadmap(async (repo) => {
      repo.write({ 'src/a.ts': 'one\ntwo\nthree\nfour\n', 'src/bin': Buffer.from([0, 1, 2]) });
      const root = repo.commit('PAY-12: begin');
      repo.git('mv', 'src/a.ts', 'src/b.ts');
      repo.write({ 'src/b.ts': 'one\ntwo\nthree\nfive\n' });
      const rename = repo.commit('PAY-12: rename');
      repo.write({ 'src/é ü\tx\ny.ts': '1\n', '-x.ts': '1\n2\n' });
      const names = repo.commit('PAY-12: names');
      const other = repo.commit('Nothing that is planned');
      await withEngine(repo.path, async (engine) => {
        const history = await historyOf(engine);
        assert.deepEqual(linesOf(history, root), ['roadmap.yaml', 'src/b.ts', 'src/bin']);
        assert.deepEqual(linesOf(history, rename), ['src/b.ts < src/a.ts']);
        assert.deepEqual(linesOf(history, names), ['-x.ts', 'src/é ü\tx\ny.ts']);
        assert.equal(linesOf(history, other), undefined);
        assert.deepEqual([history.range.known, history.range.linked], [3, 3]);
        assert.equal(history.isThere('src/a.ts'), false);
        assert.deepEqual(
          history.find(root)?.code.map(({ path }) => path),
          ['src/b.ts', 'src/bin'],
        );
      });
    }));

  it('is told of a merge in comparison with its first parent, whatever the repository configures', () =>
    withRoadmap(async (repo) => {
      repo.commit('Begin');
      repo.git('checkout', '-q', '-b', 'side');
      repo.write({ 'src/side.ts': '1\n' });
      repo.commit('Work that names nothing');
      repo.git('checkout', '-q', 'main');
      repo.write({ 'src/main.ts': '1\n' });
      repo.commit('Other work');
      repo.git('merge', '-q', '--no-ff', '-m', 'Merge PAY-13', 'side');
      repo.git('config', 'log.diffMerges', 'off');
      repo.git('config', 'diff.renames', 'false');
      repo.git('config', 'diff.external', 'false');
      await withEngine(repo.path, async (engine) => {
        assert.deepEqual(linesOf(await historyOf(engine), engine.head.sha ?? ''), ['src/side.ts']);
      });
    }));

  it('is that of the open folder alone', () =>
    withTempRepo(async (repo) => {
      repo.write({ 'web/roadmap.yaml': ROADMAP, 'server/a.ts': '1\n', 'web/src/a.ts': '1\n', 'web2/a.ts': '1\n' });
      const first = repo.commit('PAY-12: begin');
      repo.git('mv', 'server/a.ts', 'web/src/b.ts');
      const move = repo.commit('PAY-12: move');
      await withEngine(join(repo.path, 'web'), async (engine) => {
        const history = await historyOf(engine);
        assert.deepEqual(linesOf(history, first), ['roadmap.yaml', 'src/a.ts']);
        assert.deepEqual(linesOf(history, move), ['src/b.ts']);
      });
    }));

  it('is no code where .gitattributes calls it generated or vendored', () =>
    withRoadmap(async (repo) => {
      repo.write({ '.gitattributes': 'api/** linguist-generated\n', 'api/x.ts': '1\n', 'src/a.ts': '1\n' });
      const sha = repo.commit('PAY-12: api');
      await withEngine(repo.path, async (engine) => {
        assert.deepEqual(
          (await historyOf(engine)).find(sha)?.code.map(({ path }) => path),
          ['src/a.ts'],
        );
      });
    }));

  it('is asked once: a warm start asks git nothing, a new commit costs one call', () =>
    withRoadmap(async (repo) => {
      const cache = new FolderCache(makeTempFolder(), repo.path);
      repo.write({ 'src/a.ts': '1\n' });
      repo.commit('PAY-12: a');
      await withEngine(repo.path, async (engine) => {
        const source = new CodeHistorySource();
        const before = await historyOf(engine, source, cache);
        assert.equal(await historyOf(engine, source, cache), before);
        await source.save();
      });
      await withTempFolder(async (folder) => {
        await withEngine(repo.path, async (engine) => {
          const source = new CodeHistorySource();
          const calls = await callsOfGit(folder, async () => {
            assert.equal((await historyOf(engine, source, cache)).range.known, 1);
          });
          assert.deepEqual(calls, []);
        });
        repo.write({ 'src/a.ts': '2\n' });
        repo.commit('PAY-12: b');
        await callsOfGit(folder, () =>
          withEngine(repo.path, async (engine) => {
            const before = (await callsOfGit(folder, async () => undefined)).length;
            const history = await historyOf(engine, new CodeHistorySource(), cache);
            assert.equal(history.range.known, 2);
            const calls = (await callsOfGit(folder, async () => undefined)).slice(before);
            assert.equal(calls.filter((call) => call.includes('--name-status')).length, 1);
            assert.equal(calls.length, 1);
          }),
        );
      });
    }));

  it('goes on where it was aborted', () =>
    withRoadmap(async (repo) => {
      for (let index = 0; index < 5; index++) {
        repo.write({ 'src/a.ts': `${index}\n` });
        repo.commit(`PAY-12: ${index}`);
      }
      await withEngine(repo.path, async (engine) => {
        const source = new CodeHistorySource({ first: 2, others: 2, lines: 2 });
        const abort = new AbortController();
        const told: (CodeHistory | undefined)[] = [];
        const reading = source.follow(
          worldOf(engine),
          (history) => {
            told.push(history);
            abort.abort();
          },
          abort.signal,
        );
        await assert.rejects(reading, { name: 'AbortError' });
        assert.deepEqual(
          told.map((history) => history?.range.known),
          [2],
        );
        assert.equal(told[0]?.range.isUnderWay, true);
        const all = await historyOf(engine, source);
        assert.deepEqual([all.range.known, all.range.linked, all.range.isUnderWay], [5, 5, false]);
      });
    }));

  it('leaves out commits that git cannot read, and says so', () =>
    withRoadmap(async (repo) => {
      repo.commit('Begin');
      repo.write({ 'src/a.ts': 'kept\n' });
      const kept = repo.commit('PAY-12: a');
      repo.write({ 'src/lost.ts': 'lost\n' });
      const lost = repo.commit('PAY-12: lost');
      const tree = repo.git('rev-parse', 'HEAD:src');
      repo.write({ 'b.ts': 'new\n' });
      const newest = repo.commit('PAY-12: b');
      unlinkSync(join(repo.path, '.git/objects', tree.slice(0, 2), tree.slice(2)));
      await withEngine(repo.path, async (engine) => {
        const source = new CodeHistorySource();
        const history = await historyOf(engine, source);
        assert.deepEqual(linesOf(history, kept), ['src/a.ts']);
        assert.equal(linesOf(history, lost), undefined);
        assert.deepEqual(linesOf(history, newest), ['b.ts']);
        assert.match(source.notes.join(), /^Git could not read what commits of .* changed: /);
        assert.deepEqual([history.range.known, history.range.linked], [2, 3]);
      });
    }));

  it('is not known at the border of a shallow clone, where git would call every file new', () =>
    withRoadmap(async (repo) => {
      repo.write({ 'src/a.ts': '1\n' });
      repo.commit('PAY-12: a');
      repo.write({ 'src/b.ts': '1\n' });
      const border = repo.commit('PAY-12: b');
      repo.write({ 'src/c.ts': '1\n' });
      const newest = repo.commit('PAY-12: c');
      const clone = makeTempFolder();
      try {
        repo.git('clone', '-q', '--depth', '2', `file://${repo.path}`, clone);
        await withEngine(repoAt(clone).path, async (engine) => {
          const history = await historyOf(engine);
          assert.equal(linesOf(history, border), undefined);
          assert.deepEqual(linesOf(history, newest), ['src/c.ts']);
        });
      } finally {
        rmSync(clone, { recursive: true, force: true });
      }
    }));

  it('counts no lines of a commit of very many files, and names only the first of them', () =>
    withRoadmap(async (repo) => {
      repo.write(Object.fromEntries(Array.from({ length: 2_100 }, (_, index) => [`src/f${index}.ts`, '1\n'])));
      const sha = repo.commit('PAY-12: everything');
      await withEngine(repo.path, async (engine) => {
        const history = await historyOf(engine);
        const changes = history.changesOf(sha) ?? [];
        assert.equal(changes.length, 2_000);
        assert.ok(changes.every(({ added }) => added === undefined));
        assert.deepEqual(history.find(sha)?.code, []);
      });
    }));

  it('is told in lines of young commits on open items whose release is near, and of no others', () =>
    withTempRepo(async (repo) => {
      repo.write({ 'roadmap.yaml': NEAR_RELEASE, 'src/a.ts': '1\n' });
      const old = repo.commit('PAY-12: old', { date: '2026-06-01T12:00:00 +0000' });
      repo.git('mv', 'src/a.ts', 'src/b.ts');
      repo.write({ 'src/c.ts': '1\n2\n', 'src/bin': Buffer.from([0, 1, 2]) });
      const young = repo.commit('PAY-12: young', RECENT);
      repo.write({ 'src/c.ts': '3\n' });
      const ofDone = repo.commit('PAY-13: done', RECENT);
      await withEngine(repo.path, async (engine) => {
        const source = new CodeHistorySource();
        const world = worldOf(engine);
        const [names] = await toldBy(source, world);
        const follow = async (linesWithinDays: number) =>
          (await toldBy(source, { ...world, linesWithinDays })).at(-1) ?? assert.fail();
        assert.deepEqual(linesOf(names ?? assert.fail(), young), ['src/b.ts < src/a.ts', 'src/bin', 'src/c.ts']);
        const history = await follow(DAYS);
        assert.deepEqual(linesOf(history, young), ['src/b.ts +0 -0 < src/a.ts', 'src/bin +0 -0', 'src/c.ts +2 -0']);
        assert.deepEqual(linesOf(history, old), ['roadmap.yaml', 'src/b.ts']);
        assert.deepEqual(linesOf(history, ofDone), ['src/c.ts']);
        assert.equal(await follow(DAYS), history);
        assert.deepEqual(linesOf(await follow(100), old), ['roadmap.yaml +16 -0', 'src/b.ts +1 -0']);
      });
    }));

  it('is told in lines once: they are kept, and asked for later of a commit that was kept without', () =>
    withTempRepo((repo) =>
      withTempFolder(async (folder) => {
        const cache = new FolderCache(makeTempFolder(), repo.path);
        repo.write({ 'roadmap.yaml': NEAR_RELEASE, 'src/a.ts': '1\n' });
        const sha = repo.commit('PAY-12: a', RECENT);
        const options = { rules: { severity: { WM507: 'off' } } };
        /** What one run of its own asks git for, of the files and lines of commits. */
        const read = async (linesWithinDays: number | undefined, expected: readonly string[]) => {
          const before = (await callsOfGit(folder, async () => undefined)).length;
          const calls = await callsOfGit(folder, () =>
            withEngine(
              repo.path,
              async (engine) => {
                const source = new CodeHistorySource();
                const world = { ...worldOf(engine, cache), linesWithinDays };
                assert.deepEqual(linesOf((await toldBy(source, world)).at(-1) ?? assert.fail(), sha), expected);
                await source.save();
              },
              { ...options, factWish: { isRuleAsked: () => false, facts: [] } },
            ),
          );
          return calls.slice(before).flatMap((call) => /--(?:name-status|numstat)/.exec(call) ?? []);
        };
        const COUNTED = ['roadmap.yaml +16 -0', 'src/a.ts +1 -0'];
        assert.deepEqual(await read(undefined, ['roadmap.yaml', 'src/a.ts']), ['--name-status']);
        assert.deepEqual(await read(DAYS, COUNTED), ['--numstat']);
        assert.deepEqual(await read(DAYS, COUNTED), []);
        assert.deepEqual(await read(undefined, COUNTED), []);
      }),
    ));

  it('is known by name where lines cannot be counted, which is asked once', () =>
    withTempRepo(async (repo) => {
      repo.write({ 'roadmap.yaml': NEAR_RELEASE });
      const first = repo.commit('PAY-12: begin', RECENT);
      repo.write({ 'src/lost.ts': 'lost\n' });
      const lost = repo.commit('PAY-12: lost', RECENT);
      const blob = repo.git('rev-parse', 'HEAD:src/lost.ts');
      repo.write({ 'src/b.ts': 'new\n' });
      const sha = repo.commit('PAY-12: b', RECENT);
      unlinkSync(join(repo.path, '.git/objects', blob.slice(0, 2), blob.slice(2)));
      await withEngine(repo.path, async (engine) => {
        const source = new CodeHistorySource();
        const words: string[] = [];
        const onProgress = (told: string) => words.push(told);
        const world = { ...worldOf(engine), linesWithinDays: DAYS, onProgress };
        const history = (await toldBy(source, world)).at(-1) ?? assert.fail();
        assert.equal(words.at(-1), 'Counting the lines that 3 commits changed');
        assert.deepEqual(linesOf(history, first), ['roadmap.yaml +16 -0']);
        assert.deepEqual(linesOf(history, lost), ['src/lost.ts']);
        assert.deepEqual(linesOf(history, sha), ['src/b.ts +1 -0']);
        assert.match(source.notes.join(), /^Git could not read what commits of .* changed: /);
        words.length = 0;
        assert.equal((await toldBy(source, world)).at(-1), history);
        assert.deepEqual(words, []);
      });
    }));

  it('is unknown without git', () =>
    withTempFolder(async (folder) => {
      await withEngine(folder, async (engine) => {
        assert.deepEqual(await toldBy(new CodeHistorySource(), { ...worldOf(engine), repository: undefined }), [
          undefined,
        ]);
      });
    }));
});
