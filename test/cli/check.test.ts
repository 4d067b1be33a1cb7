import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pollUntil } from '../support/pollUntil';
import { repoAt, type TempRepo, withTempFolder, withTempRepo, writeFiles } from '../support/tempRepo';
import { DATE, ROADMAP, withPlan } from './planFixture';
import { type Outcome, runWaymark } from './runWaymark';

const TODAY = ['--today', '2026-07-03'];

function check(folder: string, ...options: string[]): Promise<Outcome> {
  return runWaymark(['check', folder, ...TODAY, ...options]);
}

/** `WM201 src/refund.ts:3`, a line for each finding. */
async function found(folder: string, ...options: string[]): Promise<string[]> {
  const { stdout, stderr } = await check(folder, '--format', 'json', ...options);
  assert.notEqual(stdout, '', stderr);
  const { findings } = JSON.parse(stdout);
  return findings.map(
    ({ code, path, line }: Record<string, unknown>) => `${String(code)} ${String(path)}:${String(line)}`,
  );
}

async function isRefused(outcome: Promise<Outcome>, says: RegExp): Promise<void> {
  const { exitCode, stdout, stderr } = await outcome;
  assert.deepEqual([exitCode, stdout], [2, ''], stderr);
  assert.match(stderr, says);
  assert.equal(stderr.trimEnd().split('\n').length, 1);
}

describe('waymark check --format', () => {
  it('prints SARIF, annotations, Markdown and JUnit on stdout, with the exit code of --fail-on', () =>
    withPlan(async (repo) => {
      const begins: Readonly<Record<string, RegExp>> = {
        sarif: /^\{\n {2}"\$schema"/,
        github: /^::notice file=/,
        markdown: /^## Waymark: \d+ findings\n/,
        junit: /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites /,
      };
      for (const [format, begin] of Object.entries(begins)) {
        const passed = await check(repo.path, '--format', format);
        assert.deepEqual([passed.exitCode, passed.stderr], [0, ''], format);
        assert.match(passed.stdout, begin);
        const failed = await check(repo.path, '--format', format, '--fail-on', 'information');
        assert.equal(failed.exitCode, 1, format);
      }
    }));

  it('applies --only to every form', () =>
    withPlan(async (repo) => {
      for (const format of ['sarif', 'github', 'markdown', 'junit', 'json', 'text']) {
        const { stdout } = await check(repo.path, '--format', format, '--only', 'WM211');
        assert.doesNotMatch(stdout, /names PAY-99/, format);
        assert.match((await check(repo.path, '--format', format, '--only', 'WM201')).stdout, /PAY\\?-99/, format);
      }
    }));

  it("names files from the repository's top where only a part of it is checked, as those want it who read reports", () =>
    withTempRepo(async (repo) => {
      repo.write({ 'part/roadmap.yaml': ROADMAP, 'part/src/a.ts': '// FIXME PAY-99: x\n' });
      const part = join(repo.path, 'part');
      const printed = async (format: string) => (await check(part, '--only', 'WM201', '--format', format)).stdout;
      assert.match(await printed('github'), /^::notice file=part\/src\/a\.ts,line=1,/);
      assert.match(await printed('sarif'), /"uri": "part\/src\/a\.ts"/);
      assert.match(await printed('junit'), /file="part\/src\/a\.ts"/);
      assert.match(await printed('markdown'), /\(part\/src\/a\.ts#L1\)/);
      assert.deepEqual(await found(part, '--only', 'WM201'), ['WM201 src/a.ts:1']);
    }));

  it('links Markdown to the commit of a job of GitHub or GitLab, and to no address that is none', () =>
    withPlan(async (repo) => {
      const github = { GITHUB_SERVER_URL: 'https://github.example', GITHUB_REPOSITORY: 'a/b', GITHUB_SHA: 'c0ffee' };
      const gitlab = { CI_PROJECT_URL: 'https://gitlab.example/a/b', CI_COMMIT_SHA: 'c0ffee' };
      const link = async (environment: Readonly<Record<string, string>>) => {
        const { stdout } = await withEnvironment(environment, () =>
          check(repo.path, '--format', 'markdown', '--only', 'WM201'),
        );
        return /\]\(([^)]*)\)/.exec(stdout)?.[1];
      };
      assert.equal(await link(github), 'https://github.example/a/b/blob/c0ffee/src/refund.ts#L3');
      assert.equal(await link(gitlab), 'https://gitlab.example/a/b/-/blob/c0ffee/src/refund.ts#L3');
      assert.equal(await link({ ...github, GITHUB_SERVER_URL: 'javascript:x' }), 'src/refund.ts#L3');
      assert.equal(await link({}), 'src/refund.ts#L3');
    }));

  it('writes to a file with --output, and overwrites one only with --force', () =>
    withPlan((repo) =>
      withTempFolder(async (folder) => {
        const output = join(folder, 'waymark.sarif');
        const write = (...options: string[]) => check(repo.path, '--format', 'sarif', '--output', output, ...options);
        const { exitCode, stdout } = await write('--fail-on', 'information');
        assert.deepEqual([exitCode, stdout], [1, '']);
        assert.equal(JSON.parse(readFileSync(output, 'utf8')).version, '2.1.0');
        await isRefused(write(), /^There is a file .*waymark\.sarif already/);
        assert.equal((await write('--force')).exitCode, 0);
      }),
    ));

  it('says on a terminal how to read on, and not elsewhere or with --quiet', () =>
    withPlan(async (repo) => {
      const last = async (...options: string[]) =>
        (
          await runWaymark(['check', repo.path, ...TODAY, '--only', 'WM201', '--color', 'never', ...options], {
            columns: 100,
          })
        ).stdout
          .trimEnd()
          .split('\n')
          .at(-1);
      assert.match(String(await last()), /^`waymark explain WM201` says/);
      assert.equal(await last('--quiet'), '1 finding: 1 information.');
      assert.doesNotMatch((await check(repo.path)).stdout, /explain/);
    }));
});

const OF_JOBS = ['GITHUB_SERVER_URL', 'GITHUB_REPOSITORY', 'GITHUB_SHA', 'CI_PROJECT_URL', 'CI_COMMIT_SHA'];

function withTemporaryFolder(folder: string, body: () => Promise<void>): Promise<void> {
  return withEnvironment({ TMPDIR: folder }, body, ['TMPDIR']);
}

/** @param names variables that have the given values, or none, meanwhile */
async function withEnvironment<T>(
  values: Readonly<Record<string, string>>,
  body: () => Promise<T>,
  names: readonly string[] = OF_JOBS,
): Promise<T> {
  const former = names.map((name) => [name, process.env[name]] as const);
  names.forEach((name) => delete process.env[name]);
  Object.assign(process.env, values);
  try {
    return await body();
  } finally {
    for (const [name, value] of former) {
      delete process.env[name];
      Object.assign(process.env, value === undefined ? {} : { [name]: value });
    }
  }
}

describe('waymark check --baseline', () => {
  it('holds back what --write-baseline listed, says how much, and shows what came since', () =>
    withPlan(async (repo) => {
      const written = await check(repo.path, '--write-baseline');
      assert.deepEqual([written.exitCode, written.stdout], [0, '']);
      assert.match(written.stderr, /baseline\.json lists \d+ findings now\.\n$/);
      assert.ok(existsSync(join(repo.path, '.waymark/baseline.json')));
      const nothing = await check(repo.path, '--baseline', '--fail-on', 'information');
      assert.equal(nothing.exitCode, 0);
      assert.match(nothing.stdout, /^No findings\.\n\d+ findings held back by the baseline .*baseline\.json\.\n$/);
      repo.write({ 'src/new.ts': '\n\n// TODO(PAY-98): new\n' });
      assert.deepEqual(await found(repo.path, '--baseline'), ['WM201 src/new.ts:3']);
      assert.equal((await check(repo.path, '--baseline', '--fail-on', 'information')).exitCode, 1);
    }));

  it('is not shaken by lines that move', () =>
    withPlan(async (repo) => {
      const file = join(repo.path, 'elsewhere.json');
      await check(repo.path, '--write-baseline', file);
      repo.write({
        'roadmap.yaml': `# moved\n\n${ROADMAP}`,
        'src/refund.ts': `let more;\n${readFileSync(join(repo.path, 'src/refund.ts'), 'utf8')}`,
      });
      assert.deepEqual(await found(repo.path, '--baseline', file), []);
    }));

  it('says on stderr which entries occur no more, unless --quiet', () =>
    withPlan(async (repo) => {
      await check(repo.path, '--write-baseline');
      repo.write({ 'src/refund.ts': '\n  // TODO(PAY-12): retry\n' });
      const { stderr, exitCode } = await check(repo.path, '--baseline', '--format', 'github');
      assert.equal(exitCode, 0);
      assert.match(
        stderr,
        /^\d+ findings? held back.*\n1 entry of the baseline .* not found any more \(WM201 in src\/refund\.ts\)/,
      );
      assert.equal((await check(repo.path, '--baseline', '--format', 'github', '--quiet')).stderr, '');
      assert.doesNotMatch((await check(repo.path, '--baseline', '--quiet')).stdout, /held back/);
      // Where it was not looked for, it is not missed.
      assert.doesNotMatch((await check(repo.path, '--baseline', '--except', 'WM201')).stdout, /any more/);
    }));

  it('is refused with one sentence when it is missing, broken or a folder', () =>
    withPlan(async (repo) => {
      await isRefused(
        check(repo.path, '--baseline'),
        /^There is no baseline .*baseline\.json\. Write one with --write-baseline\.\n$/,
      );
      repo.write({ 'broken.json': '{"findings": 3}' });
      const broken = join(repo.path, 'broken.json');
      await isRefused(check(repo.path, '--baseline', broken), /broken\.json has no list "findings"\. Write it anew/);
      await isRefused(check(repo.path, '--baseline', repo.path), /is a folder\. Name a file behind --baseline/);
      await isRefused(
        check(repo.path, '--write-baseline', repo.path),
        /is a folder\. Name a file behind --write-baseline/,
      );
      await isRefused(check(repo.path, '--write-baseline', '--since', 'HEAD'), /cannot be used with/);
    }));

  it('is not itself read for annotations', () =>
    withPlan(async (repo) => {
      const before = await found(repo.path);
      await check(repo.path, '--write-baseline');
      assert.deepEqual(await found(repo.path), before);
    }));
});

describe('waymark check --since', () => {
  /** A branch `main` with old findings, and a branch `work` that is checked out. */
  const withBranch = (body: (repo: TempRepo) => Promise<void>) =>
    withPlan(async (repo) => {
      repo.git('checkout', '-q', '-b', 'work');
      await body(repo);
    });

  it('shows only what the branch brought, committed or not', () =>
    withBranch(async (repo) => {
      assert.deepEqual(await found(repo.path, '--since', 'main'), []);
      repo.write({ 'src/b.ts': '// TODO(PAY-98): committed\n' });
      repo.commit('Work', { date: DATE });
      repo.write({ 'src/c.ts': '// TODO(PAY-97): not committed\n' });
      assert.deepEqual(await found(repo.path, '--since', 'main'), ['WM201 src/b.ts:1', 'WM201 src/c.ts:1']);
      const { exitCode, stdout } = await check(repo.path, '--since', 'main', '--fail-on', 'information');
      assert.equal(exitCode, 1);
      assert.match(stdout, /\d+ findings were there at [0-9a-f]{10} already, where this branch left main\.\n$/);
    }));

  it('counts from where the branch left the other one, not from where that is now', () =>
    withBranch(async (repo) => {
      repo.git('checkout', '-q', 'main');
      repo.write({ 'src/main.ts': '// TODO(PAY-96): on main\n', 'src/refund.ts': '' });
      repo.commit('Main goes on', { date: DATE });
      repo.git('checkout', '-q', 'work');
      assert.deepEqual(await found(repo.path, '--since', 'main'), []);
    }));

  it('shows what a commit of the branch names, and what the branch does to the roadmap', () =>
    withBranch(async (repo) => {
      repo.write({ 'roadmap.yaml': ROADMAP.replace('status: in-progress', 'status: done') });
      repo.commit('PAY-95: nobody planned', { date: DATE });
      const news = await found(repo.path, '--since', 'main');
      assert.deepEqual(
        news.filter((line) => /WM20[23]/.test(line)),
        ['WM202 roadmap.yaml:1', 'WM203 roadmap.yaml:10', 'WM203 src/refund.ts:2'],
      );
    }));

  it('shows all where there was no roadmap yet, and works where there was no such folder', () =>
    withTempRepo(async (repo) => {
      repo.write({ 'a.txt': 'x' });
      repo.commit('Begin');
      repo.git('checkout', '-q', '-b', 'work');
      repo.write({ 'part/roadmap.yaml': ROADMAP, 'part/a.ts': '// TODO(PAY-98): x\n' });
      repo.commit('A plan');
      const part = join(repo.path, 'part');
      assert.deepEqual(await found(part, '--since', 'main'), await found(part));
      assert.ok((await found(part, '--only', 'WM201')).length === 1);
    }));

  it('looks at a part of a repository by the ignore rules around it, and at roadmaps named outside of the part', () =>
    withTempRepo(async (repo) => {
      repo.write({
        'plan/road.yaml': ROADMAP,
        '.gitattributes': 'part/vendored/** linguist-vendored\n',
        'part/vendored/a.ts': '// TODO(PAY-90): not ours\n',
        'part/a.ts': '// TODO(PAY-98): x\n',
      });
      repo.commit('Begin', { date: DATE });
      repo.git('checkout', '-q', '-b', 'work');
      repo.write({ 'part/b.ts': '// TODO(PAY-97): x\n', 'plan/road.yaml': `# moved\n${ROADMAP}` });
      const roadmap = ['--roadmap', join(repo.path, 'plan/road.yaml')];
      assert.deepEqual(await found(join(repo.path, 'part'), ...roadmap, '--since', 'main'), ['WM201 b.ts:1']);
    }));

  it('sees at the other commit what is tracked although ignored, and files with names of any kind', () =>
    withTempRepo(async (repo) => {
      const names = ['ignored/a.ts', 'sp ace "quote".ts', 'ü\nnew.ts', '-dash.ts'];
      repo.write({ 'roadmap.yaml': ROADMAP, '.gitignore': 'ignored/\n' });
      repo.write(Object.fromEntries(names.map((name, index) => [name, `// TODO(PAY-9${index}): x\n`])));
      repo.git('add', '-f', 'ignored/a.ts');
      repo.commit('Begin', { date: DATE });
      assert.equal((await found(repo.path, '--only', 'WM201')).length, names.length);
      assert.deepEqual(await found(repo.path, '--since', 'HEAD'), []);
    }));

  it('leaves submodules out, runs no filter, and takes links for what they are', () =>
    withTempRepo((inner) =>
      withBranch(async (repo) => {
        inner.write({ 'a.ts': '// TODO(PAY-91): theirs\n' });
        inner.commit('Inner');
        repo.git('-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', inner.path, 'sub');
        repo.git('config', 'filter.evil.smudge', `touch ${join(repo.path, 'smudged')}; cat`);
        repo.git('config', 'filter.evil.clean', 'cat');
        repo.write({ '.gitattributes': '*.ts filter=evil\n' });
        repo.commit('With a submodule and a filter', { date: DATE });
        assert.deepEqual(await found(repo.path, '--since', 'HEAD'), []);
        assert.ok(!existsSync(join(repo.path, 'smudged')));
      }),
    ));

  it('works in a linked work tree, and in a SHA-256 repository', () =>
    withBranch((repo) =>
      withTempFolder(async (folder) => {
        const linked = join(folder, 'linked');
        repo.git('worktree', 'add', '-q', '-b', 'other', linked, 'main');
        writeFiles(linked, { 'src/b.ts': '// TODO(PAY-98): x\n' });
        assert.deepEqual(await found(linked, '--since', 'main'), ['WM201 src/b.ts:1']);
        await withTempRepo(async (sha256) => {
          sha256.write({ 'roadmap.yaml': ROADMAP, 'src/a.ts': '// TODO(PAY-99): x\n' });
          sha256.commit('Begin', { date: DATE });
          sha256.write({ 'src/b.ts': '// TODO(PAY-98): x\n' });
          assert.deepEqual(await found(sha256.path, '--since', 'HEAD'), ['WM201 src/b.ts:1']);
        }, '--object-format=sha256');
      }),
    ));

  it('works in a shallow clone that holds both ends, and says what to fetch in one that does not', () =>
    withBranch((repo) =>
      withTempFolder(async (folder) => {
        repo.write({ 'src/b.ts': '// TODO(PAY-98): x\n' });
        repo.commit('Work', { date: DATE });
        const clone = (name: string, depth: string) => {
          const path = join(folder, name);
          repo.git('clone', '-q', '--depth', depth, '--no-single-branch', `file://${repo.path}`, path);
          repoAt(path).git('checkout', '-q', 'work');
          return path;
        };
        const ends = clone('ends', '2');
        assert.deepEqual(await found(ends, '--since', 'origin/main', '--only', 'WM201'), ['WM201 src/b.ts:1']);
        const cut = clone('cut', '1');
        await isRefused(
          check(cut, '--since', 'origin/main'),
          /no commit in common, as far as this shallow clone reaches\. .*fetch-depth: 0/,
        );
        await isRefused(
          check(cut, '--since', 'nothing'),
          /^There is no branch, tag or commit nothing in .*fetch-depth: 0/,
        );
      }),
    ));

  it('is refused with a sentence that says what to do, where nothing can be compared', () =>
    withBranch(async (repo) => {
      await isRefused(
        check(repo.path, '--since', 'origin/main'),
        /^There is no branch, tag or commit origin\/main in .*Fetch it first/,
      );
      await isRefused(check(repo.path, '--since=--output=x'), /^There is no branch, tag or commit --output=x/);
      await isRefused(check(repo.path, '--since', 'main', '--no-git'), /--no-git keeps from being read/);
      repo.git('checkout', '-q', '--orphan', 'alone');
      repo.commit('Another beginning');
      await isRefused(check(repo.path, '--since', 'main'), /^main and HEAD have no commit in common\./);
      await withTempFolder(async (folder) => {
        writeFiles(folder, { 'roadmap.yaml': ROADMAP });
        await isRefused(check(folder, '--since', 'main'), /^--since needs the history: .* not in a Git repository/);
      });
      await withTempRepo(async (empty) => {
        empty.write({ 'roadmap.yaml': ROADMAP });
        await isRefused(check(empty.path, '--since', 'main'), /has no commits yet/);
      });
    }));

  it('leaves nothing in the folder for temporary files, whether it succeeds, fails or is interrupted', () =>
    withBranch((repo) =>
      withTempFolder(async (folder) => {
        const many = Array.from({ length: 300 }, (_, index) => [`many/${index}.ts`, `// TODO(PAY-12): ${index}\n`]);
        repo.write(Object.fromEntries(many));
        repo.commit('Much', { date: DATE });
        const left = () => readdirSync(folder).filter((name) => name.startsWith('waymark-'));
        await withTemporaryFolder(folder, async () => {
          assert.equal((await check(repo.path, '--since', 'main')).exitCode, 0);
          assert.deepEqual(left(), []);
        });
        const main = join(__dirname, '../../src/cli/main.ts');
        const start = (...args: string[]) =>
          spawn(process.execPath, ['--import=tsx', main, 'check', repo.path, '--no-cache', ...args], {
            env: { ...process.env, TMPDIR: folder },
            stdio: 'ignore',
          });
        const interrupted = start('--since', 'main');
        const ended = once(interrupted, 'exit');
        await pollUntil('the files are written', () => left().length > 0 || interrupted.exitCode !== null);
        interrupted.kill('SIGINT');
        assert.deepEqual(await ended, [130, null]);
        assert.deepEqual(left(), []);
      }),
    )).timeout(120_000);

  it('says so in a sentence when there is nowhere to write temporary files', () =>
    withBranch(async (repo) => {
      await withTemporaryFolder(join(repo.path, 'nowhere'), () =>
        isRefused(
          check(repo.path, '--since', 'main'),
          /^The files of [0-9a-f]{10} could not be written to .*nowhere: ENOENT/,
        ),
      );
    }));

  it('changes nothing in the repository', () =>
    withBranch(async (repo) => {
      const state = () => [
        repo.git('status', '--porcelain'),
        repo.git('worktree', 'list'),
        repo.git('for-each-ref'),
        repo.git('count-objects', '-v'),
      ];
      const before = state();
      await found(repo.path, '--since', 'main');
      assert.deepEqual(state(), before);
    }));

  it('goes together with a baseline: each holds back what it knows', () =>
    withBranch(async (repo) => {
      repo.write({ 'src/b.ts': '// TODO(PAY-98): x\n' });
      await check(repo.path, '--write-baseline');
      repo.write({ 'src/c.ts': '// TODO(PAY-97): x\n' });
      assert.deepEqual(await found(repo.path, '--since', 'main', '--baseline'), ['WM201 src/c.ts:1']);
    }));
});
