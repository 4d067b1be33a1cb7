import assert from 'node:assert/strict';
import { versionOf } from '../../../src/engine/git/gitVersion';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findGit } from '../../../src/engine/git/gitProgram';
import { locateRepository } from '../../../src/engine/git/locateRepository';
import { readHead } from '../../../src/engine/git/readHead';
import { readHistory } from '../../../src/engine/git/readHistory';
import { isAvailable, openRepository, type Repository } from '../../../src/engine/git/repository';
import {
  makeTempFolder,
  makeTempRepo,
  repoAt,
  type TempRepo,
  withTempFolder,
  withTempRepo,
} from '../../support/tempRepo';
import { open, wrappedGit } from './gitHelpers';

async function refusal(folder: string, options = {}): Promise<string> {
  const opened = await openRepository(folder, options);
  assert.ok(!isAvailable(opened));
  return opened.unavailable;
}

/** What git says must be what the files say. */
async function checkLayout(folder: string, expected: Partial<Repository>): Promise<Repository> {
  const opened = await open(folder);
  assert.deepEqual({ ...opened, ...expected }, opened);
  const { root, prefix, gitDir, commonDir } = opened;
  assert.deepEqual(locateRepository(folder), { root, prefix, gitDir, commonDir });
  return opened;
}

describe('Opening a repository', () => {
  let repo: TempRepo;
  let beside: string;

  before(() => {
    repo = makeTempRepo();
    beside = makeTempFolder();
    repo.write({ 'src/a.ts': '' });
    repo.commit('First');
    repo.commit('Second');
  });

  after(() => {
    repo.dispose();
    rmSync(beside, { recursive: true });
  });

  it('finds its top folder from any folder below', async () => {
    const gitDir = join(repo.path, '.git');
    await checkLayout(repo.path, { root: repo.path, prefix: '', gitDir, commonDir: gitDir, shallow: false });
    await checkLayout(join(repo.path, 'src'), { root: repo.path, prefix: 'src/', gitDir, commonDir: gitDir });
    assert.match(await versionOf((await open(repo.path)).git), /^\d+\.\d+/);
  });

  it('understands a folder that is reached through a symbolic link', async () => {
    symlinkSync(join(repo.path, 'src'), join(beside, 'link'));
    await checkLayout(join(beside, 'link'), { root: repo.path, prefix: 'src/' });
  });

  it('understands a folder whose name has a line break', () =>
    withTempFolder(async (around) => {
      const path = join(around, 'with\nbreak');
      mkdirSync(path);
      const odd = repoAt(path);
      odd.git('init', '-q');
      await checkLayout(path, { root: path, prefix: '', gitDir: join(path, '.git') });
    }));

  it('understands a linked work tree', async () => {
    const path = join(beside, 'linked');
    repo.git('worktree', 'add', '-q', '-b', 'linked', path);
    const opened = await checkLayout(path, { root: path, commonDir: join(repo.path, '.git') });
    assert.equal(opened.gitDir, join(repo.path, '.git/worktrees/linked'));
    assert.equal((await readHead(opened)).branch, 'linked');
  });

  it('understands a submodule', () =>
    withTempRepo(async (parent) => {
      parent.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', repo.path, 'libs/sub');
      const path = join(parent.path, 'libs/sub');
      const opened = await checkLayout(path, { root: path, gitDir: join(parent.path, '.git/modules/libs/sub') });
      assert.equal((await readHead(opened)).sha, repo.git('rev-parse', 'HEAD'));
    }));

  it('sees that a history is shallow, and reads it up to its border', async () => {
    const path = join(beside, 'shallow');
    repo.git('clone', '-q', '--depth=1', `file://${repo.path}`, path);
    const opened = await open(path);
    assert.equal(opened.shallow, true);
    const messages: string[] = [];
    const to = (await readHead(opened)).sha ?? '';
    const failure = await readHistory(opened, {
      to,
      onCommits: (batch) => messages.push(...batch.map((c) => c.message)),
    });
    assert.deepEqual([failure, messages], [undefined, ['Second']]);
  });

  it('says when git is not installed', async () => {
    const nowhere = { environment: { ...process.env, PATH: beside } };
    assert.equal(findGit(nowhere), undefined);
    assert.match(
      await refusal(repo.path, nowhere),
      /^Git is not installed or not on PATH, so commits are not shown; install/,
    );
    assert.match(await refusal(repo.path, { gitPath: join(beside, 'git') }), /^There is no git program at .*git, so/);
  });

  it('looks for git in absolute folders of PATH alone, never in the workspace', () => {
    writeFileSync(join(beside, 'git'), '#!/bin/sh\n', { mode: 0o755 });
    const here = process.cwd();
    process.chdir(beside);
    try {
      assert.equal(findGit({ environment: { PATH: `.::${join('.', 'bin')}` } }), undefined);
    } finally {
      process.chdir(here);
      rmSync(join(beside, 'git'));
    }
  });

  it('says when a folder is in no repository', async () => {
    assert.match(await refusal(beside), /is not in a Git repository, so commits are not shown; run `git init`/);
    assert.equal(locateRepository(beside), undefined);
  });

  it('says when a folder does not exist', async () => {
    assert.match(await refusal(join(beside, 'missing')), /missing does not exist/);
  });

  it('says when a repository is bare', () =>
    withTempRepo(
      async (bare) => assert.match(await refusal(bare.path), /is a bare repository, which has no files/),
      '--bare',
    ));

  it('says when a folder is inside of a Git folder', async () => {
    assert.match(await refusal(join(repo.path, '.git')), /lies inside a Git folder, not in a work tree/);
  });

  it('says what to do when the repository belongs to another user', async () => {
    const gitPath = wrappedGit(beside, 'export GIT_TEST_ASSUME_DIFFERENT_OWNER=1');
    const sentence = await refusal(repo.path, { gitPath });
    assert.match(sentence, /belongs to another user; if you trust it, run `git config --global --add safe\.directory /);
    assert.ok(sentence.includes(repo.path));
  });

  it('says what git says when a repository cannot be read', () =>
    withTempRepo(async (future) => {
      future.git('config', 'core.repositoryFormatVersion', '99');
      assert.match(await refusal(future.path), /^Git could not read the repository of .*: .*version.*99\.$/i);
    }));

  it('gives up on a git that hangs', async () => {
    const gitPath = wrappedGit(beside, 'exec sleep 20');
    assert.match(
      await refusal(repo.path, { gitPath, deadlineMs: 300 }),
      /printed nothing for \d+ seconds and was stopped/,
    );
  });

  it('gives up on a git that hangs and cannot be stopped', async () => {
    const gitPath = wrappedGit(beside, 'trap "" INT; sleep 5');
    assert.match(
      await refusal(repo.path, { gitPath, deadlineMs: 300 }),
      /printed nothing for \d+ seconds and was stopped/,
    );
  }).timeout(8_000);
});
