import assert from 'node:assert/strict';
import { join } from 'node:path';
import { makeTempRepo, repoAt, withTempFolder, withTempRepo, writeFiles } from '../support/tempRepo';
import { LINKS, ROADMAP, SOURCE, withPlan } from './engineFixtures';
import { findingLines, linksOf, withEngine } from './openFolder';

describe('Opening a folder', () => {
  it('links annotations, references and commits to the items of the roadmap', () =>
    withPlan((repo, engine) => {
      assert.deepEqual(linksOf(engine), LINKS);
      assert.equal(engine.trace.commitCount, 1);
      assert.equal(engine.head.sha, repo.git('rev-parse', 'HEAD'));
      assert.equal(engine.head.branch, 'main');
    }));

  it('says what was read and how long it took', () =>
    withPlan((repo, { status }) => {
      assert.equal(status.folder, repo.path);
      assert.equal(status.filesSearched, 2);
      assert.equal(status.filesWithMarks, 1);
      assert.deepEqual(status.roadmaps, [
        { path: 'roadmap.yaml', format: 'yaml', items: 3, problems: 0, withoutId: 0, understood: [] },
      ]);
      const parts = ['findings', 'history', 'planHistory', 'read', 'roadmaps', 'search'];
      assert.deepEqual(Object.keys(status.timings).sort(), parts);
      assert.ok(status.git.available && status.git.commits === 1 && status.git.linkedCommits === 1);
    }));

  it('returns at once and says meanwhile what it is doing', () =>
    withPlan(async (_, engine) => {
      const words: (string | undefined)[] = [];
      engine.onDidChange(() => words.push(engine.busy));
      await engine.refresh();
      assert.deepEqual([words[0], words.at(-1), engine.busy], ['Reading files and history', undefined, undefined]);
    }));

  it('finds what only a pattern of the settings finds, and says which pattern cannot be used', () =>
    withTempRepo(async (repo) => {
      // Neither a tag nor an ID that stands by itself: nothing but the pattern makes these files known.
      repo.write({
        'roadmap.yaml': ROADMAP,
        'a.ts': '// storyPAY-12x\n',
        'b.ts': '// story-pay_12x\n',
        'c.ts': '// storyABC-1\n',
      });
      const patterns = ['story(?<id>[A-Z]+-\\d+)', '(?<id>PAY'];
      await withEngine(
        repo.path,
        (engine) => {
          assert.deepEqual(linksOf(engine), ['PAY-12: a.ts:1 code']);
          assert.match(
            engine.status.notes.join(),
            /The pattern \(\?<id>PAY of the setting waymark\.annotations\.patterns/,
          );
        },
        { patterns },
      );
    }));

  it('looks for nothing and says so where there is no roadmap', () =>
    withTempRepo(async (repo) => {
      repo.write({ 'src/refund.ts': SOURCE });
      repo.commit('PAY-12: refunds');
      await withEngine(repo.path, ({ trace, status, findings }) => {
        assert.deepEqual([trace.files.size, trace.commitCount, findings.all().length], [0, 0, 0]);
        assert.deepEqual([status.searcher, status.roadmaps], [undefined, []]);
      });
    }));

  it('links code where there is no repository, and says why there are no commits', () =>
    withTempFolder(async (folder) => {
      writeFiles(folder, { 'roadmap.yaml': ROADMAP, 'src/refund.ts': SOURCE });
      await withEngine(folder, (engine) => {
        assert.deepEqual(linksOf(engine), [LINKS[0], LINKS[2]]);
        const { git } = engine.status;
        assert.match(git.available ? '' : git.reason, /is not in a Git repository/);
      });
    }));

  it('links code where git is not installed, and says so', () =>
    withTempRepo(async (repo) => {
      repo.write({ 'roadmap.yaml': ROADMAP, 'src/refund.ts': SOURCE });
      repo.commit('PAY-12: refunds');
      const path = process.env['PATH'];
      process.env['PATH'] = '/nowhere';
      try {
        await withEngine(repo.path, (engine) => {
          assert.deepEqual(linksOf(engine), [LINKS[0], LINKS[2]]);
          const { git } = engine.status;
          assert.match(git.available ? '' : git.reason, /Git is not installed/);
        });
      } finally {
        process.env['PATH'] = path;
      }
    }));

  it('knows a repository without commits', () =>
    withTempRepo(async (repo) => {
      repo.write({ 'roadmap.yaml': ROADMAP, 'src/refund.ts': SOURCE });
      await withEngine(repo.path, (engine) => {
        assert.deepEqual(linksOf(engine), [LINKS[0], LINKS[2]]);
        const { git } = engine.status;
        assert.ok(git.available);
        assert.deepEqual([git.head, git.branch, git.commits], [null, 'main', 0]);
      });
    }));

  it('takes the absence of a commit for no proof where the history is cut off', () =>
    withTempRepo(async (repo) => {
      repo.write({ 'roadmap.yaml': 'stories:\n  - { id: PAY-12, title: Refunds, status: active }\n' });
      repo.commit('Begin', { date: '2026-06-01T12:00:00Z' });
      repo.write({ 'roadmap.yaml': 'stories:\n  - { id: PAY-12, title: Refunds, status: done }\n' });
      repo.commit('Go on', { date: '2026-06-10T12:00:00Z' });
      const clone = makeTempRepo();
      try {
        clone.git('pull', '-q', '--depth=1', `file://${repo.path}`, 'main');
        await withEngine(repo.path, (engine) => assert.deepEqual(findingLines(engine), ['WM204 roadmap.yaml:2']));
        await withEngine(clone.path, (engine) => {
          assert.deepEqual(findingLines(engine), []);
          assert.ok(engine.status.git.available && engine.status.git.shallow);
        });
      } finally {
        clone.dispose();
      }
    }));

  it('reads the files of a subfolder and the history of the whole repository around it', () =>
    withTempRepo(async (repo) => {
      repo.write({ 'shop/roadmap.yaml': ROADMAP, 'shop/src/refund.ts': SOURCE, 'other/a.ts': '// TODO(PAY-12): no\n' });
      repo.commit('PAY-12: refunds');
      repo.write({ 'other/b.ts': '' });
      repo.commit('PAY-13: receipts, elsewhere');
      await withEngine(join(repo.path, 'shop'), (engine) => {
        assert.deepEqual(linksOf(engine), [...LINKS, 'PAY-13: PAY-13: receipts, elsewhere']);
      });
    }));

  it('reads several roadmaps as one plan', () =>
    withTempRepo(async (repo) => {
      repo.write({
        'roadmap.yaml': ROADMAP,
        'docs/roadmap.yml': 'stories:\n  - { id: SHOP-1, title: Shop, epic: PAY-1 }\n',
        'a.ts': '// TODO(SHOP-1): both keys count, PAY-13 too\n',
      });
      await withEngine(repo.path, (engine) => {
        assert.deepEqual(
          engine.trace.plan.roadmaps.map(({ path }) => path),
          ['roadmap.yaml', 'docs/roadmap.yml'],
        );
        assert.deepEqual(linksOf(engine), [
          'PAY-13: a.ts:1 TODO both keys count, PAY-13 too',
          'SHOP-1: a.ts:1 TODO both keys count, PAY-13 too',
        ]);
      });
    }));

  it('reads a roadmap that lies outside of the folder, and then no other', () =>
    withPlan((repo) =>
      withTempFolder(async (elsewhere) => {
        writeFiles(elsewhere, { 'plan.yaml': 'stories:\n  - { id: PAY-13, title: Receipts }\n' });
        const plan = join(elsewhere, 'plan.yaml');
        await withEngine(
          repo.path,
          (engine) => {
            assert.deepEqual(linksOf(engine), [LINKS[2]]);
            assert.deepEqual(
              engine.trace.plan.roadmaps.map(({ path }) => path),
              [plan],
            );
            assert.deepEqual(findingLines(engine), [`WM202 ${plan}:1`, 'WM201 src/refund.ts:1']);
          },
          { onlyRoadmaps: [plan] },
        );
      }),
    ));

  it('finds roadmaps by the globs of the settings', () =>
    withTempRepo(async (repo) => {
      repo.write({ 'plans/shop.yaml': 'stories:\n  - { id: SHOP-1, title: Shop }\n', 'a.ts': '// SHOP-1\n' });
      await withEngine(repo.path, (engine) => assert.deepEqual(linksOf(engine), ['SHOP-1: a.ts:1 code']), {
        roadmapGlobs: ['plans/*.yaml'],
      });
    }));

  it('leaves a file alone that is only called like a roadmap', () =>
    withTempRepo(async (repo) => {
      repo.write({ 'roadmap.yaml': ROADMAP, 'docs/roadmap.yml': '# TODO(PAY-12): tune\ndatabase: { host: a }\n' });
      await withEngine(repo.path, (engine) => {
        assert.deepEqual(engine.status.notRoadmaps, ['docs/roadmap.yml']);
        assert.deepEqual(linksOf(engine), ['PAY-12: docs/roadmap.yml:1 TODO tune']);
      });
    }));

  it('reads a linked work tree like any other', () =>
    withPlan((repo) =>
      withTempFolder(async (folder) => {
        const path = join(folder, 'tree');
        repo.git('worktree', 'add', '-q', '-b', 'PAY-13-receipts', path);
        repoAt(path).commit('PAY-13: receipts');
        await withEngine(path, (engine) => {
          assert.deepEqual(linksOf(engine), [...LINKS, 'PAY-13: PAY-13: receipts']);
          assert.equal(engine.head.branch, 'PAY-13-receipts');
        });
      }),
    ));
});
