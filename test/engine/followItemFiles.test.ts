import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine, EngineOptions } from '../../src/engine/engine';
import { type TempRepo, withTempRepo } from '../support/tempRepo';
import { save } from './engineFixtures';
import { findingLines, linksOf, withEngine } from './openFolder';

const CONFIG = 'project_name: Acme\nstatuses: [Open, Building, Shipped]\ntask_prefix: pay\n';

function item(id: string, title: string, more = ''): string {
  return `---\nid: ${id}\ntitle: ${title}\nstatus: Open\n${more}---\n\nAbout ${id}.\n`;
}

const FILES = {
  'backlog/config.yml': CONFIG,
  'backlog/tasks/pay-1 - Refunds.md': item('PAY-1', 'Refunds', 'ordinal: 2000\n'),
  'backlog/tasks/pay-2 - Receipts.md': item('PAY-2', 'Receipts', 'parent_task_id: pay-1\n'),
  'backlog/tasks/pay-10 - Fees.md': item('PAY-10', 'Fees', 'ordinal: 1000\n'),
  'backlog/tasks/readme.md': 'Items such as PAY-10 lie here.\n',
  'src/refund.ts': '// TODO(PAY-1): retry\n',
};

async function withItems(
  body: (repo: TempRepo, engine: Engine) => void | Promise<void>,
  files: Readonly<Record<string, string>> = FILES,
  options: Partial<EngineOptions> = {},
): Promise<void> {
  await withTempRepo(async (repo) => {
    repo.write(files);
    repo.commit('PAY-2: receipts');
    await withEngine(repo.path, (engine) => body(repo, engine), { watch: true, ...options });
  });
}

const ids = (engine: Engine) => engine.trace.plan.workItems.map(({ id }) => id);
const categories = (engine: Engine) => engine.trace.plan.workItems.map(({ status }) => status?.category);

describe('Following folders with a file for each item', () => {
  it('reads them as people ordered them, then by ID, and links what names them', () =>
    withItems((_, engine) => {
      assert.deepEqual(ids(engine), ['PAY-10', 'PAY-1', 'PAY-2']);
      const [first] = engine.trace.plan.workItems.filter(({ id }) => id === 'PAY-2');
      assert.equal(first && engine.trace.plan.parentOf(first)?.id, 'PAY-1');
      assert.deepEqual(linksOf(engine), [
        'PAY-10: backlog/tasks/readme.md:1 doc',
        'PAY-1: src/refund.ts:1 TODO retry',
        'PAY-2: PAY-2: receipts',
      ]);
    }));

  it('says of the folder how much was read in it, in one line', () =>
    withItems((_, engine) =>
      assert.deepEqual(engine.status.roadmaps, [
        { path: 'backlog/', format: 'markdown', files: 3, items: 3, problems: 0, withoutId: 0, understood: [] },
      ]),
    ));

  it('takes no item for a document that names another one', () =>
    withItems(async (repo, engine) => {
      await save(repo, engine, {
        'backlog/tasks/pay-3.md': item('PAY-3', 'Follows PAY-10', 'dependencies: [PAY-10]\n'),
      });
      assert.deepEqual(
        linksOf(engine).filter((line) => line.startsWith('PAY-10')),
        ['PAY-10: backlog/tasks/readme.md:1 doc'],
      );
    }));

  it('reads the saved file and no other', () =>
    withItems(async (repo, engine) => {
      const before = engine.trace.plan.roadmaps;
      repo.write({ 'backlog/tasks/pay-10 - Fees.md': item('PAY-10', 'Changed in silence') });
      await save(repo, engine, {
        'backlog/tasks/pay-1 - Refunds.md': item('PAY-1', 'Refunds at once', 'ordinal: 2000\n'),
      });
      const after = engine.trace.plan.roadmaps;
      assert.deepEqual(
        after.map((roadmap, index) => roadmap === before[index]),
        [true, true, false, true],
      );
      assert.equal(engine.trace.plan.findWork('PAY-1')?.title, 'Refunds at once');
      assert.equal(engine.trace.plan.findWork('PAY-10')?.title, 'Fees');
    }));

  it('puts an item elsewhere when its order changes', () =>
    withItems(async (repo, engine) => {
      await save(repo, engine, { 'backlog/tasks/pay-1 - Refunds.md': item('PAY-1', 'Refunds', 'ordinal: 500\n') });
      assert.deepEqual(ids(engine), ['PAY-1', 'PAY-10', 'PAY-2']);
    }));

  it('follows items that come, go, and get another name', () =>
    withItems(async (repo, engine) => {
      await save(repo, engine, { 'backlog/tasks/deep/pay-3.md': item('PAY-3', 'New') });
      assert.deepEqual(ids(engine), ['PAY-10', 'PAY-1', 'PAY-2', 'PAY-3']);
      const [from, to] = ['backlog/tasks/pay-10 - Fees.md', 'backlog/tasks/pay-10 - All fees.md'];
      renameSync(join(repo.path, from), join(repo.path, to));
      rmSync(join(repo.path, 'backlog/tasks/pay-2 - Receipts.md'));
      engine.filesChanged([from, to, 'backlog/tasks/pay-2 - Receipts.md']);
      await engine.idle();
      assert.deepEqual(ids(engine), ['PAY-10', 'PAY-1', 'PAY-3']);
      assert.equal(engine.trace.plan.findWork('PAY-10')?.path, to);
    }));

  it('follows folders that are told of as one', () =>
    withItems(async (repo, engine) => {
      const moved = (from: string, to: string) => {
        mkdirSync(join(repo.path, to, '..'), { recursive: true });
        renameSync(join(repo.path, from), join(repo.path, to));
        engine.filesChanged([from, to]);
        return engine.idle();
      };
      await moved('backlog/tasks', 'backlog/archive/tasks');
      assert.deepEqual(categories(engine), ['dropped', 'dropped', 'dropped']);
      await moved('backlog', 'papers');
      assert.deepEqual(ids(engine), []);
      await moved('papers', '.backlog');
      assert.deepEqual(ids(engine), ['PAY-10', 'PAY-1', 'PAY-2']);
    }));

  it('reads the first item of a folder that was not there', () =>
    withTempRepo((repo) =>
      withEngine(repo.path, async (engine) => {
        await save(repo, engine, { 'docs/stories/pay-1.md': item('PAY-1', 'Refunds') });
        assert.deepEqual(ids(engine), ['PAY-1']);
      }),
    ));

  it('counts all items anew when the folder’s settings change', () =>
    withItems(
      async (repo, engine) => {
        assert.deepEqual(categories(engine), ['planned']);
        const statuses = [
          ['[Idea, On the bench, Shipped]', 'active'],
          ['[Idea, Building, On the bench]', 'done'],
        ] as const;
        for (const [list, category] of statuses) {
          await save(repo, engine, { 'backlog/config.yml': `project_name: Acme\nstatuses: ${list}\n` });
          assert.deepEqual(categories(engine), [category]);
        }
      },
      {
        'backlog/config.yml': 'project_name: Acme\nstatuses: [On the bench, Building, Shipped]\n',
        'backlog/tasks/pay-1.md': item('PAY-1', 'Refunds').replace('status: Open', 'status: On the bench'),
      },
    ));

  it('shows what is typed into an item, and looks for annotations in it once it is none any more', () =>
    withItems(async (_, engine) => {
      const path = 'backlog/tasks/pay-2 - Receipts.md';
      engine.changeDocument(path, item('PAY-2', 'Typed'));
      await engine.idle();
      assert.equal(engine.trace.plan.findWork('PAY-2')?.title, 'Typed');
      engine.changeDocument(path, 'No item: see PAY-1\n');
      await engine.idle();
      assert.deepEqual(ids(engine), ['PAY-10', 'PAY-1']);
      assert.ok(linksOf(engine).includes(`PAY-1: ${path}:1 doc`));
      engine.closeDocument(path);
      await engine.idle();
      assert.deepEqual(ids(engine), ['PAY-10', 'PAY-1', 'PAY-2']);
      assert.ok(!linksOf(engine).includes(`PAY-1: ${path}:1 doc`));
    }));

  it('points at the file and line of what is wrong', () =>
    withItems(async (repo, engine) => {
      await save(repo, engine, {
        'backlog/tasks/pay-4.md': item('PAY-1', 'Twice'),
        'backlog/tasks/pay-5.md': item('PAY-5', 'Five', 'dependencies:\n  - PAY-98\nstauts: x\n'),
      });
      const wrong = findingLines(engine).filter((line) => /^WM10[236]/.test(line));
      assert.deepEqual(wrong, [
        'WM102 backlog/tasks/pay-4.md:2',
        'WM103 backlog/tasks/pay-5.md:6',
        'WM106 backlog/tasks/pay-5.md:7',
      ]);
    }));

  it('lets an archived item give way to the one that has its ID now', () =>
    withItems(async (repo, engine) => {
      await save(repo, engine, { 'backlog/archive/tasks/pay-1 - Old.md': item('PAY-1', 'Old') });
      assert.deepEqual(ids(engine), ['PAY-10', 'PAY-1', 'PAY-2', 'PAY-1-2']);
      assert.equal(engine.trace.plan.findWork('PAY-1')?.title, 'Refunds');
      assert.deepEqual(
        findingLines(engine).filter((line) => line.startsWith('WM102')),
        [],
      );
    }));

  it('gives items without an ID one each, whatever their files are called', () =>
    withItems(
      (_, engine) =>
        assert.deepEqual(ids(engine).sort(), ['login', 'login-2', 'login/test-it', 'login-2/test-it'].sort()),
      {
        'tasks/a/login.md': '---\ntitle: Login\nstatus: todo\n---\n- [ ] Test it\n',
        'tasks/b/login.md': '---\ntitle: Login too\nstatus: todo\n---\n- [ ] Test it\n',
      },
    ));

  it('finds the folder that the root’s settings name, and none outside of the root', () =>
    withItems(
      async (repo, engine) => {
        assert.deepEqual(ids(engine), ['PAY-1']);
        await save(repo, engine, { 'backlog.config.yml': `${CONFIG}backlog_directory: ../plans\n` });
        assert.deepEqual(ids(engine), []);
      },
      {
        'backlog.config.yml': `${CONFIG}backlog_directory: plans/work\n`,
        'plans/work/tasks/pay-1.md': item('PAY-1', 'Refunds'),
      },
    ));

  it('reads no item through a symbolic link', () =>
    withItems(async (repo, engine) => {
      symlinkSync('pay-1 - Refunds.md', join(repo.path, 'backlog/tasks/pay-1 - Linked.md'));
      engine.filesChanged(['backlog/tasks/pay-1 - Linked.md']);
      await engine.idle();
      assert.deepEqual(ids(engine), ['PAY-10', 'PAY-1', 'PAY-2']);
      await engine.refresh();
      assert.deepEqual(ids(engine), ['PAY-10', 'PAY-1', 'PAY-2']);
    }));

  const plans = {
    'plans/a.md': '---\ntitle: A\nowner: ana\n---\n',
    'plans/b.md': '# B\n\n- B-1 One\n',
    'plans/z.md': '---\ntitle: Z\nowner: ana\norder: 1\n---\n',
  };
  const named: readonly (readonly [title: string, globs: string[], found: string[]])[] = [
    ['a folder that the settings name', ['plans'], ['z', 'a']],
    ['files that a glob of the settings names, and roadmaps among them', ['./plans/*.md'], ['B-1', 'z', 'a']],
    ['no folder that nobody names', [], []],
  ];
  for (const [title, roadmapGlobs, found] of named) {
    it(`reads ${title}`, () => withItems((_, engine) => assert.deepEqual(ids(engine), found), plans, { roadmapGlobs }));
  }

  it('reads a folder that is named instead of all others', () =>
    withTempRepo(async (repo) => {
      repo.write({ ...plans, ...FILES });
      const onlyRoadmaps = [join(repo.path, 'plans')];
      await withEngine(repo.path, (engine) => assert.deepEqual(ids(engine), ['z', 'a']), { onlyRoadmaps });
    }));
});
