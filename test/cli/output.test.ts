import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type TempRepo, withTempRepo } from '../support/tempRepo';
import { withPlan } from './planFixture';
import { runWaymark } from './runWaymark';

describe('Output of the command line', () => {
  const HOSTILE = '\u001b[31mred\u001b[0m \u0007\u009b2J\u202eright\u2066';
  const CONTROL = /[\p{Cc}\p{Bidi_Control}]/u;
  const COMMANDS = [['trace'], ['check'], ['status'], ['explain', 'PAY-12']];

  const withHostile = (body: (repo: TempRepo) => Promise<void>) =>
    withTempRepo(async (repo) => {
      const title = JSON.stringify(`${HOSTILE} ${'long '.repeat(60)}`);
      repo.write({
        'roadmap.yaml': `stories:\n  - id: PAY-12\n    title: ${title}\n    description: ${title}\n    owner: ${title}\n    status: ${title}\n    due: 2026-01-01\n`,
        [`${HOSTILE.replaceAll('/', '')} ${'x'.repeat(120)}.ts`]: `// TODO(PAY-12): ${HOSTILE} ${'a'.repeat(300)}\n// PAY-99\n`,
        'wide.ts': `// TODO(PAY-12): ${'返金処理'.repeat(40)} ${'👩‍💻'.repeat(50)}\n`,
        'vendor/a.bin': `TODO(PAY-12) \0`,
      });
      repo.commit(`PAY-12: ${HOSTILE} ${'words '.repeat(50)}`, { author: `Ana ${HOSTILE}` });
      await body(repo);
    });

  for (const command of COMMANDS) {
    const title = command.join(' ');

    it(`of ${title} is never wider than the terminal`, () =>
      withHostile(async (repo) => {
        for (const columns of [120, 80, 40]) {
          const { stdout } = await runWaymark([...command, repo.path, '--color', 'never'], { columns });
          const tooWide = stdout.split('\n').filter((line) => displayWidth(line) > columns);
          assert.deepEqual(tooWide, [], `${title} at ${columns}`);
        }
      }));

    it(`of ${title} holds no control characters of the repository`, () =>
      withHostile(async (repo) => {
        for (const format of ['text', 'json']) {
          const { stdout } = await runWaymark([...command, repo.path, '--color', 'never', '--format', format]);
          assert.ok(stdout.length > 100);
          assert.deepEqual(
            stdout.split('\n').filter((line) => CONTROL.test(line)),
            [],
            `${title} as ${format}`,
          );
        }
      }));
  }

  it('is coloured on a terminal only, unless --color says otherwise', () =>
    withPlan(async (repo) => {
      const noColor = process.env['NO_COLOR'];
      delete process.env['NO_COLOR'];
      try {
        const colored = async (options: readonly string[], screen?: { columns: number }) =>
          (await runWaymark(['trace', repo.path, ...options], screen)).stdout.includes('\u001b[');
        assert.deepEqual(
          [
            await colored([]),
            await colored([], { columns: 80 }),
            await colored(['--color', 'never'], { columns: 80 }),
            await colored(['--color', 'always']),
          ],
          [false, true, false, true],
        );
        process.env['NO_COLOR'] = '1';
        assert.equal(await colored([], { columns: 80 }), false);
      } finally {
        process.env['NO_COLOR'] = noColor;
        if (noColor === undefined) {
          delete process.env['NO_COLOR'];
        }
      }
    }));

  it('shows progress on stderr of a terminal only, and not with --quiet', () =>
    withPlan(async (repo) => {
      const progress = async (options: readonly string[], screen?: { columns: number }) =>
        (await runWaymark(['trace', repo.path, ...options], screen)).stderr;
      assert.equal(await progress([]), '');
      assert.equal(await progress(['--quiet'], { columns: 80 }), '');
      const shown = (await progress([], { columns: 80 })).split('\r\u001b[K').filter((line) => line !== '');
      // How far it is stands behind that where it takes long.
      assert.match(shown.at(-1) ?? '', /^Reading files and history(?:: .*)?$/);
    }));

  it('says what takes long where findings need more than plan, code and commits', () =>
    withPlan(async (repo) => {
      const { stderr } = await runWaymark(['check', repo.path, '--no-cache', '--today', '2026-07-20'], { columns: 80 });
      const shown = new Set(stderr.split('\r\u001b[K'));
      for (const words of [
        'Reading 1 former version of the roadmap',
        'Reading what 1 commit changed',
        'Reading how old annotations in 1 file are',
      ]) {
        assert.ok(shown.has(words), stderr);
      }
      assert.ok(stderr.endsWith('\r\u001b[K'));
    }));

  it('ends quietly when its reader has seen enough', () =>
    withPlan(async (repo) => {
      const many = Array.from({ length: 5000 }, (_, index) => `// TODO(PAY-12): number ${index}\n`);
      repo.write({ 'many.ts': many.join('') });
      const main = join(__dirname, '../../src/cli/main.ts');
      const child = spawn(process.execPath, ['--import=tsx', main, 'trace', repo.path], { stdio: 'pipe' });
      const errors = text(child.stderr);
      child.stdout.once('data', () => child.stdout.destroy());
      const [exitCode] = await once(child, 'exit');
      assert.deepEqual([exitCode, await errors], [0, '']);
    }));
});

/** Columns of a line in a terminal: letters of East Asia and pictures take two, joiners and marks none. */
function displayWidth(line: string): number {
  let width = 0;
  for (const { segment } of new Intl.Segmenter().segment(line)) {
    width +=
      /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(
        segment,
      )
        ? 2
        : 1;
  }
  return width;
}
