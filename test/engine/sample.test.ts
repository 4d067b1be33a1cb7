import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSampleWorkspace } from '../../src/engine/sample/createSample';

const BRANCH = 'feature/HUT-14-offline-map';
const DAY = '2025-03-12';

describe('the sample workspace', () => {
  let root: string;
  let sample: string;
  let dated: string;

  before(async () => {
    root = mkdtempSync(join(tmpdir(), 'waymark sample '));
    sample = join(root, 'made', 'here');
    await createSampleWorkspace(sample);
    dated = join(root, 'dated');
    await createSampleWorkspace(dated, { today: DAY });
  });

  after(() => rmSync(root, { recursive: true, force: true }));

  it('has about three months of history by several people', () => {
    const commits = commitsOf(sample);
    const days = (Number(commits[0]?.time) - Number(commits.at(-1)?.time)) / 86_400;
    assert.ok(commits.length >= 60 && commits.length <= 80, `${commits.length} commits`);
    assert.ok(days > 80 && days < 100, `${days} days`);
    assert.equal(new Set(commits.map((commit) => commit.author)).size, 5);
  });

  it('ends at most a long weekend ago and never in the future', () => {
    const now = Date.now() / 1000;
    const newest = Math.max(...commitsOf(sample).map((commit) => commit.time));
    assert.ok(newest <= now);
    assert.ok(now - newest < 6 * 86_400);
  });

  it('has every commit on a working day, by daylight, after its parents', () => {
    const commits = commitsOf(sample);
    const times = new Map(commits.map((commit) => [commit.sha, commit.time]));
    for (const commit of commits) {
      assert.match(commit.local, /^[1-5] (09|1[0-7])$/, commit.sha);
      for (const parent of commit.parents) assert.ok(Number(times.get(parent)) < commit.time, commit.sha);
    }
  });

  it('is left clean on the branch of an active story, with main behind it', () => {
    assert.equal(git(sample, 'status', '--porcelain', '--untracked-files=all'), '');
    assert.equal(git(sample, 'symbolic-ref', '--short', 'HEAD'), BRANCH);
    assert.equal(
      git(sample, 'for-each-ref', '--format=%(refname)'),
      refs(['heads/' + BRANCH, 'heads/main', 'tags/v1.0-rc.1']),
    );
    git(sample, 'merge-base', '--is-ancestor', 'main', 'HEAD');
  });

  it('is a sound repository', () => {
    assert.equal(git(sample, 'fsck', '--strict', '--no-progress'), '');
    assert.ok(statSync(join(sample, 'scripts/nightly-sync.sh')).mode & 0o100);
  });

  it('has a revert that names the commit it reverts', () => {
    const [body, sha] = /This reverts commit ([0-9a-f]{40})\./.exec(git(sample, 'log', '--format=%B')) ?? [];
    assert.ok(body && sha);
    assert.match(git(sample, 'log', '-1', '--format=%s', sha), /^PAY-12: .*fast lane$/);
  });

  it('is the same for the same day, and moves all its dates with the day', async () => {
    const [again, later] = [join(root, 'again'), join(root, 'later')];
    await createSampleWorkspace(again, { today: DAY });
    await createSampleWorkspace(later, { today: '2025-06-15' });
    assert.equal(git(again, 'rev-parse', 'HEAD'), git(dated, 'rev-parse', 'HEAD'));
    assert.match(readFileSync(join(dated, 'roadmap.yaml'), 'utf8'), /id: v1\.0, .* date: 2025-03-06,/);
    assert.match(git(dated, 'log', '-1', '--format=%aI'), /^2025-03-12T09:05:00\+01:00$/);
    assert.match(git(later, 'log', '-1', '--format=%aI'), /^2025-06-13T09:05:00\+02:00$/, 'the 15th was a Sunday');
  });

  it('is made anew where an earlier one was, without what was changed in it', async () => {
    const folder = join(root, 'twice');
    await createSampleWorkspace(folder, { today: DAY });
    const head = git(folder, 'rev-parse', 'HEAD');
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    rmSync(join(folder, 'roadmap.yaml'));
    await createSampleWorkspace(folder, { today: DAY });
    assert.equal(existsSync(join(folder, 'notes.txt')), false);
    assert.equal(git(folder, 'rev-parse', 'HEAD'), head);
    assert.equal(git(folder, 'status', '--porcelain'), '');
  });

  it('takes an empty folder', async () => {
    const folder = join(root, 'empty');
    mkdirSync(folder);
    await createSampleWorkspace(folder, { today: DAY });
    assert.ok(existsSync(join(folder, 'roadmap.yaml')));
  });

  it('leaves a folder alone that holds something else, a repository of its own too', async () => {
    const folder = join(root, 'foreign');
    mkdirSync(folder);
    git(folder, 'init', '--quiet');
    await assert.rejects(
      createSampleWorkspace(folder, { today: DAY }),
      /foreign holds files that are no earlier sample.*choose an empty folder\.$/,
    );
    assert.deepEqual(readdirSync(folder), ['.git']);
  });

  it('says so when the folder is a file', async () => {
    const file = join(root, 'file');
    writeFileSync(file, '');
    await assert.rejects(createSampleWorkspace(file), /file is a file, .*choose an empty folder\.$/);
  });

  it('refuses a day that is none before it touches the folder', async () => {
    for (const today of ['tomorrow', '2025-02-30', '2025-3-1', '']) {
      await assert.rejects(createSampleWorkspace(join(root, 'never'), { today }), /is not a date: write it as/);
    }
    assert.equal(existsSync(join(root, 'never')), false);
  });

  it('takes nothing from the git settings and variables around it', async () => {
    const folder = join(root, 'neutral');
    const home = join(root, 'home');
    mkdirSync(home);
    writeFileSync(join(home, 'post-checkout'), '#!/bin/sh\ntouch "$PWD/hook-ran"\n', { mode: 0o755 });
    writeFileSync(join(home, 'attributes'), '* filter=loud\n');
    writeFileSync(
      join(home, '.gitconfig'),
      `[core]\n\thooksPath = ${home}\n\tautocrlf = true\n\tattributesFile = ${join(home, 'attributes')}\n` +
        '[init]\n\tdefaultBranch = trunk\n[filter "loud"]\n\tsmudge = tr a-z A-Z\n',
    );
    await withEnvironment({ HOME: home, GIT_DIR: join(root, 'elsewhere'), GIT_WORK_TREE: root }, () =>
      createSampleWorkspace(folder, { today: DAY }),
    );
    assert.equal(git(folder, 'rev-parse', 'HEAD'), git(dated, 'rev-parse', 'HEAD'));
    assert.equal(readFileSync(join(folder, 'README.md'), 'utf8'), readFileSync(join(dated, 'README.md'), 'utf8'));
    assert.equal(existsSync(join(folder, 'hook-ran')), false);
    assert.equal(existsSync(join(root, 'elsewhere')), false);
  });

  it('has its files also where there is no git, says what is missing, and can be completed later', async () => {
    const folder = join(root, 'no git');
    await withEnvironment({ PATH: root }, () =>
      assert.rejects(
        createSampleWorkspace(folder, { today: DAY }),
        /has its files but no history, because git was not found: /,
      ),
    );
    const tracked = git(dated, 'ls-files').split('\n');
    for (const path of tracked) {
      assert.equal(readFileSync(join(folder, path), 'utf8'), readFileSync(join(dated, path), 'utf8'), path);
    }
    await createSampleWorkspace(folder, { today: DAY });
    assert.equal(git(folder, 'status', '--porcelain'), '');
  });
});

function git(folder: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
}

function commitsOf(folder: string) {
  return git(folder, 'log', '--date=format:%u %H', '--format=%H|%P|%ct|%an|%ad')
    .split('\n')
    .map((line) => {
      const [sha = '', parents = '', time, author, local = ''] = line.split('|');
      return { sha, parents: parents.split(' ').filter(Boolean), time: Number(time), author, local };
    });
}

function refs(names: readonly string[]): string {
  return names.map((name) => `refs/${name}`).join('\n');
}

async function withEnvironment(changed: Readonly<Record<string, string>>, run: () => Promise<void>): Promise<void> {
  const before = { ...process.env };
  Object.assign(process.env, changed);
  try {
    await run();
  } finally {
    for (const name of Object.keys(changed)) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
}
