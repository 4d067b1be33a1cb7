import assert from 'node:assert/strict';
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine, EngineOptions } from '../../../src/engine/engine';
import { callsOfGit, commandOf } from '../../support/callsOfGit';
import { anHourLater } from '../../support/laterClock';
import { makeTempFolder, withTempRepo, type TempRepo } from '../../support/tempRepo';
import { LINKS, ROADMAP, SOURCE } from '../engineFixtures';
import { knowledgeOf, linksOf, withEngine } from '../openFolder';

interface Kept {
  readonly repo: TempRepo;
  readonly cacheFolder: string;
  /** Opens the folder with the cache, waits until everything is known, and keeps it for the next time. */
  start<T>(body: (engine: Engine) => T, options?: Partial<EngineOptions>): Promise<T>;
}

/** A repository that was read once with a cache. */
function withKept(body: (kept: Kept) => Promise<void>): Promise<void> {
  return anHourLater(() =>
    withTempRepo(async (repo) => {
      const cacheFolder = makeTempFolder();
      const start: Kept['start'] = (use, options) =>
        withEngine(
          repo.path,
          async (engine) => {
            const result = use(engine);
            await engine.saveCache();
            return result;
          },
          { cacheFolder, ...options },
        );
      try {
        repo.write({ 'roadmap.yaml': ROADMAP, 'src/refund.ts': SOURCE, 'src/plain.ts': 'export {};\n' });
        repo.commit('PAY-12: refunds');
        await start(() => undefined);
        await body({ repo, cacheFolder, start });
      } finally {
        rmSync(cacheFolder, { recursive: true, force: true });
      }
    }),
  );
}

/** How much had to be read, and what is known: the same as without a cache. */
async function startAndCompare({ repo, start }: Kept, options: Partial<EngineOptions> = {}) {
  const warm = await start((engine) => ({ known: knowledgeOf(engine), status: engine.status }), options);
  const cold = await withEngine(repo.path, (engine) => knowledgeOf(engine), options);
  assert.deepEqual(warm.known, cold);
  return warm.status;
}

describe('A folder that was read before', () => {
  it('is known again without reading a file or a commit', () =>
    withKept(async (kept) => {
      const status = await startAndCompare(kept);
      assert.deepEqual([status.searcher, status.filesSearched, status.filesRead], ['cache', 3, 0]);
      assert.deepEqual(await kept.start(linksOf), LINKS);
    }));

  it('costs one call of git, which says whether the repository may be read', () =>
    withKept(async ({ cacheFolder, start }) => {
      // With another git than the one before, history is read anew; which of the two last calls is written
      // down first is chance, since they run side by side.
      const first = await callsOfGit(cacheFolder, () => start(linksOf));
      // The commits and the versions of the roadmap are listed by one call of `log` each.
      assert.deepEqual([first.length, new Set(first.map(commandOf))], [4, new Set(['rev-parse', 'version', 'log'])]);
      const second = await callsOfGit(cacheFolder, () => start(linksOf));
      assert.deepEqual(second.slice(first.length).map(commandOf), ['rev-parse']);
    }));

  it('has only what changed in between read', () =>
    withKept(async (kept) => {
      kept.repo.write({ 'src/plain.ts': '// FIXME PAY-13: more\n', 'src/new.ts': '// see PAY-12\n' });
      kept.repo.commit('PAY-13: more');
      const status = await startAndCompare(kept);
      assert.deepEqual([status.searcher, status.filesRead], ['cache', 2]);
    }));

  const CHANGES: Readonly<Record<string, (repo: TempRepo) => void>> = {
    'a file was deleted': (repo) => rmSync(join(repo.path, 'src/refund.ts')),
    'a folder was renamed': (repo) => renameSync(join(repo.path, 'src'), join(repo.path, 'lib')),
    'a file is ignored now': (repo) => repo.write({ '.gitignore': 'src/\n' }),
    'a file is vendored now': (repo) => repo.write({ '.gitattributes': 'src/** linguist-vendored\n' }),
    'a link took the place of a file': (repo) => {
      renameSync(join(repo.path, 'src/refund.ts'), join(repo.path, 'src/plain.ts'));
    },
    'the keys are other ones': (repo) => repo.write({ 'roadmap.yaml': ROADMAP.replace('[PAY]', '[PAY, AUTH]') }),
    'there is no roadmap any more': (repo) => rmSync(join(repo.path, 'roadmap.yaml')),
    'the last commit was amended': (repo) => repo.git('commit', '-q', '--amend', '-m', 'PAY-13: refunds'),
    'another branch is there': (repo) => {
      repo.git('checkout', '-q', '--orphan', 'other');
      repo.commit('PAY-13: begin anew');
    },
    'a branch was merged': (repo) => {
      repo.git('checkout', '-q', '-b', 'side');
      repo.commit('PAY-13: on the side');
      repo.git('checkout', '-q', 'main');
      repo.commit('PAY-12: meanwhile');
      repo.git('merge', '-q', '--no-edit', 'side');
    },
    'people have other names': (repo) => repo.write({ '.mailmap': 'Ana Maria <ana@example.org>\n' }),
    'the repository is gone': (repo) => rmSync(join(repo.path, '.git'), { recursive: true }),
  };
  for (const [title, change] of Object.entries(CHANGES)) {
    it(`is known as it is now when ${title}`, () =>
      withKept(async (kept) => {
        change(kept.repo);
        await startAndCompare(kept);
        await startAndCompare(kept);
      }));
  }

  it('is read in full again with other tags', () =>
    withKept(async (kept) => {
      kept.repo.write({ 'src/plain.ts': '// REVIEW(PAY-13): x\n' });
      await kept.start(linksOf);
      await startAndCompare(kept, { tags: ['REVIEW'] });
      await startAndCompare(kept);
    }));

  it('comes back right when its vendored files count again', () =>
    withKept(async (kept) => {
      kept.repo.write({ '.gitattributes': 'src/** linguist-vendored\n' });
      await startAndCompare(kept);
      rmSync(join(kept.repo.path, '.gitattributes'));
      await startAndCompare(kept);
    }));

  it('forgets nothing of its history while git may not be started', () =>
    withKept(async (kept) => {
      await startAndCompare(kept, { gitNotAllowed: 'Not trusted.' });
      assert.equal((await kept.start((engine) => engine.status)).git.available, true);
      const status = await kept.start((engine) => engine.status);
      assert.deepEqual([status.git.available, status.searcher], [true, 'cache']);
    }));

  it('keeps nothing of texts that were open and not saved', () =>
    withKept(async (kept) => {
      await kept.start((engine) => engine.changeDocument('src/refund.ts', '// FIXME PAY-13: not saved\n'));
      await startAndCompare(kept);
    }));

  it('is read as if for the first time when the cache was deleted or damaged', () =>
    withKept(async (kept) => {
      for (const damage of [
        () => rmSync(kept.cacheFolder, { recursive: true }),
        () => forEachCacheFile(kept.cacheFolder, (file) => writeFileSync(file, readFileSync(file).subarray(0, 100))),
        () => forEachCacheFile(kept.cacheFolder, (file) => writeFileSync(file, '')),
      ]) {
        damage();
        const status = await startAndCompare(kept);
        assert.deepEqual([status.searcher, status.filesRead], ['git grep', 1]);
      }
    }));

  it('is read all the same where nothing can be kept, and the status says so', () =>
    withKept(async ({ repo, cacheFolder }) => {
      const file = join(cacheFolder, 'no folder');
      writeFileSync(file, '');
      await withEngine(
        repo.path,
        async (engine) => {
          // The second time too: that it was tried once does not make it kept.
          for (const time of ['first', 'second']) {
            const sentence = await engine.saveCache();
            assert.deepEqual(linksOf(engine), LINKS);
            assert.match(sentence ?? '', /^What was read could not be kept for the next time.*: .*\.$/, time);
            assert.deepEqual(engine.status.notes, [sentence]);
          }
          rmSync(file);
          assert.equal(await engine.saveCache(), undefined);
          assert.deepEqual(engine.status.notes, []);
          // Files, history, the roadmap's past, what commits changed, and how old annotations are.
          assert.equal(readdirSync(file).length, 5);
        },
        { cacheFolder: file },
      );
    }));
});

function forEachCacheFile(folder: string, body: (file: string) => void): void {
  for (const name of readdirSync(folder)) {
    if (/\.(?:files|history)$/.test(name)) {
      body(join(folder, name));
    }
  }
}
