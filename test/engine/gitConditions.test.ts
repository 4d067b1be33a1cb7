import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { plainStatus } from '../support/plainStatus';
import { repoAt, type TempRepo, withTempFolder, withTempRepo } from '../support/tempRepo';
import { LINKS, ROADMAP, SOURCE } from './engineFixtures';
import { wrappedGit } from './git/gitHelpers';
import { knowledgeOf, linksOf, withEngine } from './openFolder';
import type { GitOptions } from '../../src/engine/git/gitProgram';

/** A state in which a repository is found, and what is known in it all the same. */
interface Condition {
  /** Makes it of a repository with one commit. `beside` is an empty folder. Returns the folder to open: by default the repository. */
  readonly make: (repo: TempRepo, beside: string) => string | undefined;
  /** For `git init`. */
  readonly init?: string;
  readonly git?: (beside: string) => GitOptions;
  /** Beside the links of the files, which are there in every condition. */
  readonly commits: readonly string[];
  /** Of all linked commits. */
  readonly authors?: readonly string[];
  /** What the status says of git, in words for people. */
  readonly says: RegExp;
}

const [TODO = '', REFUNDS = '', RECEIPTS = ''] = LINKS;
const RECEIPTS_COMMIT = 'PAY-13: PAY-13: receipts';

const CONDITIONS: Readonly<Record<string, Condition>> = {
  'a branch with commits': {
    make: () => undefined,
    commits: [REFUNDS],
    says: /git \d+\.\d+\S*, branch main at [0-9a-f]{10}$/m,
  },
  'no git on the machine': {
    make: () => undefined,
    git: (beside) => ({ environment: { PATH: beside } }),
    commits: [],
    says: /^Git is not installed or not on PATH, so commits are not shown; install it from .*\.$/m,
  },
  'no repository': {
    make(repo) {
      rmSync(join(repo.path, '.git'), { recursive: true });
      return undefined;
    },
    commits: [],
    says: /is not in a Git repository, so commits are not shown; run `git init` there or open a clone\.$/m,
  },
  'no commits yet': {
    make(repo) {
      repo.git('update-ref', '-d', 'HEAD');
      return undefined;
    },
    commits: [],
    says: /: no commits yet$/m,
  },
  'a shallow clone': {
    make(repo, beside) {
      repo.commit('PAY-13: receipts');
      repo.git('clone', '-q', '--depth=1', `file://${repo.path}`, join(beside, 'clone'));
      return join(beside, 'clone');
    },
    commits: [RECEIPTS_COMMIT],
    says: /^This is a shallow clone: older commits are missing, so .*\.$/m,
  },
  'a linked work tree': {
    make(repo, beside) {
      repo.git('worktree', 'add', '-q', '-b', 'linked', join(beside, 'linked'));
      return join(beside, 'linked');
    },
    commits: [REFUNDS],
    says: /branch linked at/,
  },
  'a submodule': {
    make(repo, beside) {
      const parent = join(beside, 'parent');
      repo.git('init', '-q', parent);
      repoAt(parent).git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', repo.path, 'libs/sub');
      return join(parent, 'libs/sub');
    },
    commits: [REFUNDS],
    says: /branch main at/,
  },
  'a detached HEAD': {
    make(repo) {
      repo.git('checkout', '-q', '--detach');
      return undefined;
    },
    commits: [REFUNDS],
    says: /detached at [0-9a-f]{10}$/m,
  },
  'a rebase in progress': {
    make(repo) {
      conflict(repo);
      assert.throws(() => repo.git('rebase', '-q', 'main'));
      return undefined;
    },
    commits: ['PAY-12: PAY-12: ours', REFUNDS],
    says: /branch side at [0-9a-f]{10}$[^]*^A rebase is in progress: what it has not committed yet is not shown\.$/m,
  },
  'a merge in progress': {
    make(repo) {
      conflict(repo);
      assert.throws(() => repo.git('merge', '-q', 'main'));
      return undefined;
    },
    commits: ['PAY-12: PAY-12: theirs', REFUNDS],
    says: /branch side at [0-9a-f]{10}$[^]*^A merge is in progress: what it has not committed yet is not shown\.$/m,
  },
  'a SHA-256 repository': {
    make: () => undefined,
    init: '--object-format=sha256',
    commits: [REFUNDS],
    says: /branch main at [0-9a-f]{10}$/m,
  },
  'a corrupted object': {
    make(repo) {
      const lost = repo.git('rev-parse', 'HEAD');
      repo.commit('Between');
      repo.commit('PAY-13: receipts');
      rmSync(join(repo.path, '.git/objects', lost.slice(0, 2), lost.slice(2)));
      return undefined;
    },
    commits: [RECEIPTS_COMMIT],
    says: /^Git could not read the whole history of .*: .*[0-9a-f]{40}.*\.$/m,
  },
  'a HEAD that is damaged': {
    make(repo) {
      repo.write({ '.git/HEAD': 'x\0x' });
      return undefined;
    },
    commits: [],
    says: /so commits are not shown|^Git could not read the repository/m,
  },
  'a branch that names no commit': {
    make(repo) {
      repo.write({ '.git/refs/heads/main': `${'1'.repeat(40)}\n` });
      return undefined;
    },
    commits: [],
    says: /^Git could not read the whole history of .*: .*\.$/m,
  },
  'a message of ten megabytes': {
    make(repo) {
      repo.commit(`PAY-13: receipts\n\n${'x'.repeat(79)}\n`.padEnd(10 * 1024 * 1024, 'y\n'));
      return undefined;
    },
    commits: [RECEIPTS_COMMIT, REFUNDS].sort(),
    says: /2 commits read, 2 with an ID/,
  },
  'an author in bytes that are not UTF-8': {
    make(repo) {
      const header = `tree ${repo.git('write-tree')}\nauthor Ren\xe9 <r@example.org> 0 +0000\ncommitter C <c@example.org> 0 +0000`;
      repo.write({ '.git/raw': Buffer.from(`${header}\n\nPAY-13: re\xe7us\n`, 'latin1') });
      repo.git('update-ref', 'HEAD', repo.git('hash-object', '-t', 'commit', '-w', '.git/raw'));
      return undefined;
    },
    commits: ['PAY-13: PAY-13: reçus'],
    authors: ['René'],
    says: /1 commit read, 1 with an ID/,
  },
  'a .mailmap': {
    make(repo) {
      repo.write({ '.mailmap': 'Ana Maria Silva <ana@example.org>\n' });
      return undefined;
    },
    commits: [REFUNDS],
    authors: ['Ana Maria Silva'],
    says: /1 commit read, 1 with an ID/,
  },
  'a repository of somebody else': {
    make: () => undefined,
    git: (beside) => ({ gitPath: wrappedGit(beside, 'export GIT_TEST_ASSUME_DIFFERENT_OWNER=1') }),
    commits: [],
    says: /^Git refuses to read the repository of .* belongs to another user; if you trust it, run `git config --global --add safe\.directory '\/.* .*'`\.$/m,
  },
  'a git that hangs': {
    make: () => undefined,
    git: (beside) => ({ gitPath: wrappedGit(beside, 'exec sleep 30'), deadlineMs: 200 }),
    commits: [],
    says: /^Git could not read the repository of .*: it printed nothing for \d+ seconds and was stopped\.$/m,
  },
  'a git that hangs in the middle of the history': {
    make: () => undefined,
    git: (beside) => ({ gitPath: wrappedGit(beside, 'case "$*" in *tformat*) exec sleep 30;; esac'), deadlineMs: 400 }),
    commits: [],
    says: /^Git could not read the whole history of .*: it printed nothing for \d+ seconds and was stopped\.$/m,
  },
  'a git that fails': {
    make: () => undefined,
    git: (beside) => ({ gitPath: wrappedGit(beside, 'echo "fatal: out of luck" >&2; exit 3') }),
    commits: [],
    says: /^Git could not read the repository of .*: out of luck\.$/m,
  },
};

describe('What can be known of a folder is shown, and one sentence says what cannot and why, with', () => {
  for (const [title, condition] of Object.entries(CONDITIONS)) {
    it(title, () => check(condition)).timeout(30_000);
  }
});

function check({ make, init, git, commits, authors = ['Ana Silva'], says }: Condition): Promise<void> {
  return withTempFolder((beside) =>
    withTempRepo(
      async (repo) => {
        repo.write({ 'roadmap.yaml': ROADMAP, 'src/refund.ts': SOURCE });
        repo.commit('PAY-12: refunds');
        const folder = make(repo, beside) ?? repo.path;
        await withEngine(
          folder,
          (engine) => {
            assert.deepEqual(linksOf(engine).sort(), [TODO, RECEIPTS, ...commits].sort());
            const known = new Set(
              knowledgeOf(engine).items.flatMap((item) => item.commits.map(({ author }) => author)),
            );
            assert.deepEqual([...known], commits.length === 0 ? [] : authors);
            assert.match(plainStatus(engine), says);
          },
          { git: git?.(beside) },
        );
      },
      ...(init === undefined ? [] : [init]),
    ),
  );
}

/** Two branches that change one line; the one checked out is `side`. */
function conflict(repo: TempRepo): void {
  repo.git('checkout', '-q', '-b', 'side');
  repo.write({ 'a.csv': 'theirs\n' });
  repo.commit('PAY-12: theirs');
  repo.git('checkout', '-q', 'main');
  repo.write({ 'a.csv': 'ours\n' });
  repo.commit('PAY-12: ours');
  repo.git('checkout', '-q', 'side');
}
