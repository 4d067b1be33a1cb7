import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { withTempFolder, writeFiles } from '../support/tempRepo';
import { withPlan } from './planFixture';
import { runWaymark } from './runWaymark';

const MESSAGES = {
  fine: 'PAY-12: refunds\n',
  unknown: 'PAY-99: refunds\n\nAlso pay-13.\n',
  nameless: 'Tidy up\n\n# On branch main\n',
  empty: '# Please enter the commit message\n',
  merge: "Merge branch 'x' of y\n",
};

/** Runs the check on a message in the plan's repository, on a branch. */
async function check(message: keyof typeof MESSAGES, branch: string | undefined, ...options: string[]) {
  let outcome: { exitCode: number; stdout: string; stderr: string } | undefined;
  await withPlan(async (repo) => {
    if (branch !== undefined) {
      repo.git('switch', '-q', '-c', branch);
    }
    const file = join(repo.path, '.git', 'COMMIT_EDITMSG');
    repo.write({ '.git/COMMIT_EDITMSG': MESSAGES[message] });
    const { exitCode, stdout, stderr } = await runWaymark(['commit-msg', file, repo.path, ...options]);
    outcome = { exitCode, stdout, stderr: stderr.replaceAll(file, 'MSG') };
  });
  return outcome ?? assert.fail();
}

const CASES: readonly {
  readonly says: string;
  readonly message: keyof typeof MESSAGES;
  readonly branch?: string;
  readonly options?: readonly string[];
  readonly exitCode: number;
  readonly stderr: string;
}[] = [
  { says: 'passes a message that names a story', message: 'fine', exitCode: 0, stderr: '' },
  {
    says: 'says each fault in one line, with its place and how to mend it',
    message: 'unknown',
    exitCode: 1,
    stderr:
      'MSG:1:1: No roadmap declares PAY-99. Name an item of the roadmap, or add PAY-99 to it.\n' +
      'MSG:3:6: pay-13 is not how the roadmap writes PAY-13, so the commit is only probably linked to it. Write PAY-13.\n',
  },
  { says: 'passes a message without an ID on a branch of no story', message: 'nameless', exitCode: 0, stderr: '' },
  {
    says: 'misses the ID on the branch of a story',
    message: 'nameless',
    branch: 'feature/PAY-12-refunds',
    exitCode: 1,
    stderr:
      'MSG:1:1: The message names no item of the roadmap, although the branch is that of PAY-12. Name one, such as in "PAY-12: Tidy up".\n',
  },
  {
    says: 'looks at no branch where git is not wanted',
    message: 'nameless',
    branch: 'feature/PAY-12-refunds',
    options: ['--no-git'],
    exitCode: 0,
    stderr: '',
  },
  {
    says: 'misses an ID on any branch where one is required',
    message: 'nameless',
    options: ['--require-id'],
    exitCode: 1,
    stderr: 'MSG:1:1: The message names no item of the roadmap. Name one, such as in "PAY-1: …".\n',
  },
  {
    says: 'leaves an empty message to git',
    message: 'empty',
    options: ['--require-id'],
    exitCode: 0,
    stderr: '',
  },
  { says: 'leaves a merge alone', message: 'merge', options: ['--require-id'], exitCode: 0, stderr: '' },
];

describe('waymark commit-msg', () => {
  for (const { says, message, branch, options = [], exitCode, stderr } of CASES) {
    it(says, async () => {
      assert.deepEqual(await check(message, branch, ...options), { exitCode, stdout: '', stderr });
    });
  }

  const misses = (file: string, words: string) =>
    `${file}:1:1: The message names no item of the roadmap, although the staged files belong to ${words}. Name one, such as in "PAY-12: Tidy up".\n`;

  it('misses the ID where the staged files belong to a story, and asks of no others', () =>
    withPlan(async (repo) => {
      const file = join(repo.path, '.git', 'COMMIT_EDITMSG');
      repo.write({ '.git/COMMIT_EDITMSG': MESSAGES.nameless, 'src/other.ts': 'let x;\n' });
      repo.write({ 'src/refund.ts': '// TODO(PAY-12): retry twice\n' });
      repo.git('add', 'src/other.ts');
      assert.deepEqual(await runWaymark(['commit-msg', file, repo.path]), { exitCode: 0, stdout: '', stderr: '' });
      repo.git('add', 'src/refund.ts');
      const { exitCode, stderr } = await runWaymark(['commit-msg', file, repo.path]);
      assert.deepEqual([exitCode, stderr], [1, misses(file, 'PAY-12')]);
      assert.equal((await runWaymark(['commit-msg', file, repo.path, '--no-git'])).exitCode, 0);
    }));

  it('looks into the index that git names to its hook, as of `git commit --all`', () =>
    withPlan(async (repo) => {
      const file = join(repo.path, '.git', 'COMMIT_EDITMSG');
      const index = join(repo.path, '.git', 'next-index');
      repo.write({ '.git/COMMIT_EDITMSG': MESSAGES.nameless, 'src/refund.ts': '// TODO(PAY-12): retry twice\n' });
      const before = process.env['GIT_INDEX_FILE'];
      try {
        process.env['GIT_INDEX_FILE'] = index;
        copyFileSync(join(repo.path, '.git', 'index'), index);
        execFileSync('git', ['add', 'src/refund.ts'], { cwd: repo.path });
        assert.equal((await runWaymark(['commit-msg', file, repo.path])).stderr, misses(file, 'PAY-12'));
      } finally {
        delete process.env['GIT_INDEX_FILE'];
        Object.assign(process.env, before !== undefined && { GIT_INDEX_FILE: before });
      }
      assert.equal((await runWaymark(['commit-msg', file, repo.path])).exitCode, 0);
    }));

  it('knows how comments begin in the repository', () =>
    withPlan(async (repo) => {
      const file = join(repo.path, '.git', 'COMMIT_EDITMSG');
      repo.write({ '.git/COMMIT_EDITMSG': 'PAY-12: refunds\n; On branch pay-13\n' });
      assert.equal((await runWaymark(['commit-msg', file, repo.path])).exitCode, 1);
      repo.git('config', 'core.commentChar', ';');
      assert.deepEqual(await runWaymark(['commit-msg', file, repo.path]), { exitCode: 0, stdout: '', stderr: '' });
    }));

  it('prints what it found, and each mended message, as JSON', async () => {
    const { exitCode, stdout, stderr } = await check('unknown', undefined, '--json');
    assert.deepEqual([exitCode, stderr], [1, '']);
    assert.deepEqual(JSON.parse(stdout), {
      schemaVersion: 1,
      faults: [
        {
          kind: 'unknownId',
          message: 'No roadmap declares PAY-99.',
          remedy: 'Name an item of the roadmap, or add PAY-99 to it.',
          line: 1,
          column: 1,
          text: 'PAY-99',
          fixes: [],
        },
        {
          kind: 'spelling',
          message: 'pay-13 is not how the roadmap writes PAY-13, so the commit is only probably linked to it.',
          remedy: 'Write PAY-13.',
          line: 3,
          column: 6,
          text: 'pay-13',
          fixes: [{ title: 'Write PAY-13', message: 'PAY-99: refunds\n\nAlso PAY-13.\n' }],
        },
      ],
    });
  });

  it('ends with 2 and a sentence where nothing can be checked', () =>
    withTempFolder(async (folder) => {
      writeFiles(folder, { message: 'PAY-12: refunds\n' });
      const message = join(folder, 'message');
      const outcomes = await Promise.all([
        runWaymark(['commit-msg', join(folder, 'none'), folder]),
        runWaymark(['commit-msg', message, folder]),
        runWaymark(['commit-msg', message, folder, '--roadmap', join(folder, 'plan.yaml')]),
        runWaymark(['commit-msg']),
      ]);
      assert.deepEqual(
        outcomes.map(({ exitCode, stdout, stderr }) => [exitCode, stdout, stderr.replaceAll(folder, 'DIR')]),
        [
          [2, '', 'There is no file DIR/none. Name the file that holds the message, which git gives to its hook.\n'],
          [2, '', 'No roadmap was found in DIR, so the message could not be checked. Name one with --roadmap FILE.\n'],
          [2, '', 'There is no roadmap file DIR/plan.yaml.\n'],
          [2, '', "error: missing required argument 'file'\n"],
        ],
      );
    }));
});
