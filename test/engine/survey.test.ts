import assert from 'node:assert/strict';
import { draftRoadmap } from '../../src/core/drafting/draftRoadmap';
import { DRAFT_SOURCES } from '../../src/core/drafting/suggestions';
import type { Survey } from '../../src/core/drafting/survey';
import { type Engine, type EngineOptions, openEngine } from '../../src/engine/engine';
import { type TempRepo, withTempFolder, withTempRepo, writeFiles } from '../support/tempRepo';

const TODAY = 20_000;

async function withEngine<T>(
  folder: string,
  body: (engine: Engine) => Promise<T>,
  options: Partial<EngineOptions> = {},
) {
  const engine = openEngine(folder, { today: () => TODAY, ...options });
  try {
    await engine.idle();
    return await body(engine);
  } finally {
    engine.dispose();
  }
}

const survey = (folder: string, options: Partial<EngineOptions> = {}): Promise<Survey> =>
  withEngine(folder, (engine) => engine.survey({ signal: new AbortController().signal }), options);

function writeWorld(repo: TempRepo): void {
  repo.write({
    'README.md': '# Acme\n\n## Roadmap\n\n- Vouchers\n',
    'src/billing/refund.ts': '// TODO(OPS-7): restart\n// TODO(PAY-1): retry\nconst s = "TODO: no";\n',
    'docs/guide.md': 'TODO: write this\n',
    'vendor/x.js': '// TODO: theirs\n',
    '.gitattributes': 'vendor/** linguist-vendored\n',
    '.gitignore': 'ignored.ts\n',
    'ignored.ts': '// TODO: unseen\n',
  });
  ['PAY-1: refunds', 'PAY-2: vouchers', 'UTF-8 for all', 'PAY-3: ledger'].forEach((message) => repo.commit(message));
}

describe('A survey of a folder', () => {
  it('finds documents, TODOs and keys of commits without any roadmap', () =>
    withTempRepo(async (repo) => {
      writeWorld(repo);
      const { documents, todos, keys, commitsRead, notes } = await survey(repo.path);
      assert.deepEqual(
        documents.map(({ path }) => path),
        ['README.md'],
      );
      assert.deepEqual(
        todos.map(
          ({ path, annotation }) => `${path} ${annotation.mentions.map(({ id }) => id).join()} ${annotation.message}`,
        ),
        ['src/billing/refund.ts OPS-7 restart', 'src/billing/refund.ts PAY-1 retry'],
      );
      assert.deepEqual(
        keys.map(({ key, items }) => `${key} ${items.map(({ title }) => title).join(', ')}`),
        ['PAY Ledger, Vouchers, Refunds'],
      );
      assert.equal(commitsRead, 4);
      assert.deepEqual(notes, []);
    }));

  it('leads to a roadmap with which nothing is found that a person has to mend', () =>
    withTempRepo(async (repo) => {
      writeWorld(repo);
      const found = await survey(repo.path);
      const today = Math.floor(Date.now() / 86_400_000);
      const text = draftRoadmap(found, { groups: undefined, sources: DRAFT_SOURCES, product: 'Acme', today });
      repo.write({ 'roadmap.yaml': text ?? '' });
      await withEngine(
        repo.path,
        async ({ findings, trace }) => {
          const graver = findings.all().filter(({ severity }) => severity !== 'hint');
          assert.deepEqual(
            graver.map(({ code, message }) => `${code} ${message}`),
            [],
          );
          assert.equal(trace.plan.findWork('PAY-1')?.status?.category, 'active');
          assert.equal(trace.evidenceOfId('PAY-1').annotations.length, 1);
          assert.equal(trace.evidenceOfId('OPS-7').annotations.length, 1);
        },
        { today: () => today },
      );
    }));

  it('starts no git where it may not, and says so', () =>
    withTempRepo(async (repo) => {
      writeWorld(repo);
      const { keys, commitsRead, todos, notes } = await survey(repo.path, { gitNotAllowed: 'Not trusted.' });
      assert.deepEqual([keys, commitsRead, notes], [[], undefined, ['Not trusted.']]);
      assert.equal(todos.length, 2);
    }));

  it('says where there is no repository, and where there are no commits yet', async () => {
    await withTempFolder(async (folder) => {
      writeFiles(folder, { 'a.ts': '// TODO: x\n' });
      const { notes, todos } = await survey(folder);
      assert.match(notes.join(), /is not in a Git repository/);
      assert.equal(todos.length, 1);
    });
    await withTempRepo(async (repo) => {
      const { notes, commitsRead } = await survey(repo.path);
      assert.deepEqual([notes, commitsRead], [['There are no commits yet.'], 0]);
    });
  });

  it('ends when nobody waits for it any more', () =>
    withTempRepo(async (repo) => {
      writeWorld(repo);
      const controller = new AbortController();
      controller.abort(new Error('nobody waits'));
      await withEngine(repo.path, (engine) =>
        assert.rejects(engine.survey({ signal: controller.signal }), /nobody waits/),
      );
    }));
});
