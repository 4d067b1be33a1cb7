import assert from 'node:assert/strict';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { formatDay } from '../../../src/core/model/calendar';
import { FolderCache } from '../../../src/engine/cache/folderCache';
import type { Engine } from '../../../src/engine/engine';
import { AnnotationAgesSource } from '../../../src/engine/facts/annotationAges/annotationAgesSource';
import { callsOfGit } from '../../support/callsOfGit';
import { makeTempFolder, type TempRepo, withTempFolder, withTempRepo } from '../../support/tempRepo';
import { ROADMAP } from '../engineFixtures';
import { withEngine } from '../openFolder';
import { toldBy, worldOf } from './factWorld';

const OLD = { date: '2025-01-31T23:30:00 -0500', author: 'Ben Ode' };
const NEW = { date: '2026-07-01T12:00:00 +0000' };

/** `retry: 2025-01-31 Ben Ode`, a line for each annotation of the folder. */
async function agesIn(engine: Engine, source = new AnnotationAgesSource(), cache?: FolderCache): Promise<string[]> {
  const ages = (await toldBy(source, worldOf(engine, cache))).at(-1);
  assert.ok(ages);
  return [...engine.trace.files.values()].flatMap((file) =>
    file.annotations.map((annotation) => {
      const origin = ages.originOf(file.path, annotation);
      return `${annotation.message}: ${origin ? `${formatDay(origin.day)} ${origin.author}` : 'unknown'}`;
    }),
  );
}

function withOldFile(body: (repo: TempRepo) => Promise<void>, path = 'src/a.ts'): Promise<void> {
  return withTempRepo((repo) => {
    repo.write({ 'roadmap.yaml': ROADMAP, [path]: '// TODO(PAY-12): retry\n' });
    repo.commit('Begin', OLD);
    return body(repo);
  });
}

const ages = (repo: TempRepo) => withEngine(repo.path, (engine) => agesIn(engine));

describe('The age of an annotation', () => {
  it('is that of its line, on the author’s own calendar', () =>
    withOldFile(async (repo) => {
      repo.write({ 'src/a.ts': '// FIXME(PAY-13): round\nx();\n// TODO(PAY-12): retry\n' });
      repo.commit('Add', NEW);
      assert.deepEqual(await ages(repo), ['round: 2026-07-01 Ana Silva', 'retry: 2025-01-31 Ben Ode']);
    }));

  it('does not change with white space, nor with what is not committed around it', () =>
    withOldFile(async (repo) => {
      repo.write({ 'src/a.ts': 'if (x) {\n    // TODO(PAY-12): retry\n}\n' });
      repo.commit('Indent', NEW);
      repo.write({ 'src/a.ts': '\n\n// TODO(PAY-12): new\nif (x) {\n    // TODO(PAY-12): retry\n}\n' });
      assert.deepEqual(await ages(repo), ['new: unknown', 'retry: 2025-01-31 Ben Ode']);
    }));

  it('is not known of finished items, files without commits, and notes', () =>
    withOldFile(async (repo) => {
      repo.write({ 'roadmap.yaml': ROADMAP.replace('active', 'done'), 'src/b.ts': '// TODO(PAY-13): b\n' });
      assert.deepEqual(await ages(repo), ['retry: unknown', 'b: unknown']);
    }));

  it('is known of files with names of every kind', async () => {
    for (const path of ['-L.ts', 'src/é ü\ny.ts', ':(top)x.ts']) {
      await withOldFile(async (repo) => assert.deepEqual(await ages(repo), ['retry: 2025-01-31 Ben Ode']), path);
    }
  });

  it('is asked once for the content of a file, and again once a line may have been committed', () =>
    withOldFile((repo) =>
      withTempFolder(async (folder) => {
        const cache = new FolderCache(makeTempFolder(), repo.path);
        repo.write({ 'src/a.ts': '// TODO(PAY-12): retry\n// TODO(PAY-12): new\n' });
        const read = (expected: readonly string[]) =>
          withEngine(repo.path, async (engine) => {
            const before = (await callsOfGit(folder, async () => undefined)).length;
            const source = new AnnotationAgesSource();
            const calls = await callsOfGit(folder, async () => {
              // The engine found its git before; the one that notes its calls is found by a repository opened now.
              const world = worldOf(engine, cache);
              const git = world.repository && { ...world.repository.git, path: join(folder, 'bin/git') };
              const repository = world.repository && git && { ...world.repository, git };
              const told = (await toldBy(source, { ...world, repository })).at(-1);
              const found = [...engine.trace.files.values()].flatMap((file) =>
                file.annotations.map((each) => told?.originOf(file.path, each)?.author ?? 'nobody'),
              );
              assert.deepEqual(found, expected);
            });
            await source.save();
            return calls.slice(before).filter((call) => call !== '').length;
          });
        assert.ok((await read(['Ben Ode', 'nobody'])) > 0);
        assert.equal(await read(['Ben Ode', 'nobody']), 0);
        repo.commit('Add', NEW);
        assert.equal(await read(['Ben Ode', 'Ana Silva']), 2);
        assert.equal(await read(['Ben Ode', 'Ana Silva']), 0);
      }),
    ));

  it('runs no filter that the repository configures', () =>
    withOldFile(async (repo) => {
      const trap = join(repo.path, 'trap');
      repo.git('config', 'filter.trap.clean', `touch '${trap}'; cat`);
      repo.git('config', 'diff.trap.textconv', `touch '${trap}'; cat`);
      repo.write({ '.gitattributes': '*.ts filter=trap diff=trap\n', 'src/a.ts': '\n// TODO(PAY-12): retry\n' });
      assert.deepEqual(await ages(repo), ['retry: 2025-01-31 Ben Ode']);
      assert.equal(existsSync(trap), false);
    }));

  it('is not known of what comes from beyond a shallow clone', () =>
    withOldFile(async (repo) => {
      repo.write({ 'src/a.ts': '// TODO(PAY-12): retry\n// TODO(PAY-12): new\n' });
      repo.commit('Border', NEW);
      repo.write({ 'src/a.ts': '// TODO(PAY-12): retry\n// TODO(PAY-12): new\n// TODO(PAY-12): newest\n' });
      repo.commit('Newest', NEW);
      const clone = makeTempFolder();
      try {
        repo.git('clone', '-q', '--depth', '2', `file://${repo.path}`, clone);
        await withEngine(clone, async (engine) => {
          assert.deepEqual(await agesIn(engine), ['retry: unknown', 'new: unknown', 'newest: 2026-07-01 Ana Silva']);
        });
      } finally {
        rmSync(clone, { recursive: true, force: true });
      }
    }));
});
