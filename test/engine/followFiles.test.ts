import assert from 'node:assert/strict';
import { renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { withTempRepo } from '../support/tempRepo';
import { LINKS, ROADMAP, SOURCE, save, withPlan } from './engineFixtures';
import { linksOf, withEngine } from './openFolder';

const COMMIT = 'PAY-12: PAY-12: refunds';

describe('Following files', () => {
  it('reads a saved file again', () =>
    withPlan(async (repo, engine) => {
      await save(repo, engine, { 'src/refund.ts': '\n// FIXME PAY-13: moved\n' });
      assert.deepEqual(linksOf(engine), [COMMIT, 'PAY-13: src/refund.ts:2 FIXME moved']);
    }));

  it('reads a file again that has the same size and was saved in the same moment', () =>
    withPlan(async (repo, engine) => {
      for (const word of ['one', 'two', 'six', 'ten']) {
        await save(repo, engine, { 'a.ts': `// TODO(PAY-12): ${word}\n` });
        assert.ok(linksOf(engine).includes(`PAY-12: a.ts:1 TODO ${word}`), linksOf(engine).join('\n'));
      }
    }));

  it('shows unsaved text at once, and what is on disk again when it is discarded', () =>
    withPlan(async (_, engine) => {
      engine.changeDocument('src/refund.ts', SOURCE);
      await engine.idle();
      engine.changeDocument('src/refund.ts', `\n\n${SOURCE}`);
      assert.equal(linksOf(engine)[0], 'PAY-12: src/refund.ts:3 TODO retry');
      engine.closeDocument('src/refund.ts');
      await engine.idle();
      assert.deepEqual(linksOf(engine), LINKS);
    }));

  it('tells at once which files a keystroke concerns', () =>
    withPlan(async (_, engine) => {
      engine.changeDocument('src/refund.ts', SOURCE);
      await engine.idle();
      const told: string[][] = [];
      engine.onDidChange(({ paths }) => told.push([...paths]));
      engine.changeDocument('src/refund.ts', '// TODO(PAY-99): unknown\n');
      assert.deepEqual(told, [['src/refund.ts']]);
      assert.ok(engine.findings.ofPath('src/refund.ts').some(({ code }) => code === 'WM201'));
    }));

  it('tells of no file that is only opened, since nothing is new in it', () =>
    withPlan(async (_, engine) => {
      const told: string[] = [];
      engine.onDidChange(({ paths }) => told.push(...paths));
      engine.changeDocument('src/refund.ts', SOURCE);
      await engine.idle();
      assert.deepEqual(told, []);
      engine.changeDocument('src/refund.ts', `\n${SOURCE}`);
      await engine.idle();
      assert.deepEqual(told, ['src/refund.ts']);
    }));

  it('finds annotations in a new file, and counts an open one from the moment it is saved', () =>
    withPlan(async (repo, engine) => {
      const text = '// TODO(PAY-13): new\n';
      engine.changeDocument('src/new.ts', text);
      await engine.idle();
      assert.deepEqual(linksOf(engine), LINKS);
      await save(repo, engine, { 'src/new.ts': text });
      assert.ok(linksOf(engine).includes('PAY-13: src/new.ts:1 TODO new'), linksOf(engine).join('\n'));
    }));

  it('forgets a deleted file', () =>
    withPlan(async (repo, engine) => {
      rmSync(join(repo.path, 'src/refund.ts'));
      engine.filesChanged(['src/refund.ts']);
      await engine.idle();
      assert.deepEqual(linksOf(engine), [COMMIT]);
    }));

  it('forgets all files of a folder that was deleted, also when only the folder is told of', () =>
    withPlan(async (repo, engine) => {
      await save(repo, engine, { 'src/deep/a.ts': '// PAY-13\n', 'srcs.ts': '// PAY-13\n' });
      engine.changeDocument('src/refund.ts', SOURCE);
      await engine.idle();
      rmSync(join(repo.path, 'src'), { recursive: true });
      engine.filesChanged(['src']);
      await engine.idle();
      engine.changeDocument('src/refund.ts', `${SOURCE}// typed on\n`);
      assert.deepEqual(linksOf(engine), [COMMIT, 'PAY-13: srcs.ts:1 code']);
    }));

  it('follows a renamed file, and a renamed folder of which only the name is told', () =>
    withPlan(async (repo, engine) => {
      renameSync(join(repo.path, 'src/refund.ts'), join(repo.path, 'src/money.ts'));
      engine.filesChanged(['src/refund.ts', 'src/money.ts']);
      await engine.idle();
      assert.equal(linksOf(engine)[0], 'PAY-12: src/money.ts:1 TODO retry');
      renameSync(join(repo.path, 'src'), join(repo.path, 'lib'));
      engine.filesChanged(['src', 'lib']);
      await engine.idle();
      assert.deepEqual(
        linksOf(engine),
        LINKS.map((line) => line.replace('src/refund', 'lib/money')),
      );
    }));

  it('keeps the files of a folder that went and came back before anybody looked', () =>
    withPlan(async (repo, engine) => {
      for (const paths of [
        ['src', 'src/refund.ts'],
        ['src/refund.ts', 'src'],
      ]) {
        repo.write({ 'src/refund.ts': SOURCE });
        engine.filesChanged(paths);
        await engine.idle();
        assert.deepEqual(linksOf(engine), LINKS);
      }
    }));

  it('leaves out what .gitignore begins to ignore, in open documents too, and takes it up again', () =>
    withPlan(async (repo, engine) => {
      await save(repo, engine, { 'build/a.ts': '// TODO(PAY-13): a\n', 'build/b.ts': '// TODO(PAY-13): b\n' });
      engine.changeDocument('build/b.ts', '// TODO(PAY-13): unsaved\n');
      await engine.idle();
      await save(repo, engine, { '.gitignore': 'build/\n' });
      assert.deepEqual(linksOf(engine), LINKS);
      await save(repo, engine, { '.gitignore': '' });
      assert.deepEqual(linksOf(engine).slice(2, 4), [
        'PAY-13: build/a.ts:1 TODO a',
        'PAY-13: build/b.ts:1 TODO unsaved',
      ]);
    }));

  it('leaves ignored files out that are saved or open', () =>
    withPlan(async (repo, engine) => {
      await save(repo, engine, { '.gitignore': 'build/\n' });
      engine.changeDocument('build/b.ts', '// TODO(PAY-13): b\n');
      await save(repo, engine, { 'build/a.ts': '// TODO(PAY-13): a\n', 'build/b.ts': '// TODO(PAY-13): b\n' });
      assert.deepEqual(linksOf(engine), LINKS);
    }));

  it('leaves out what .gitattributes calls vendored from now on', () =>
    withPlan(async (repo, engine) => {
      await save(repo, engine, { '.gitattributes': 'src/** linguist-vendored\n' });
      assert.deepEqual(linksOf(engine), [COMMIT]);
    }));

  it('leaves a file out that has become binary, or a symbolic link', () =>
    withPlan(async (repo, engine) => {
      await save(repo, engine, { 'b.ts': '// PAY-13\n', 'c.ts': '// PAY-13\n' });
      rmSync(join(repo.path, 'c.ts'));
      symlinkSync('src/refund.ts', join(repo.path, 'c.ts'));
      await save(repo, engine, { 'b.ts': '// PAY-13\n\0' });
      engine.filesChanged(['c.ts']);
      await engine.idle();
      assert.deepEqual(linksOf(engine), LINKS);
    }));

  it('forgets a folder that becomes a repository of its own', () =>
    withPlan(async (repo, engine) => {
      await save(repo, engine, { 'vendor/tool/a.ts': '// TODO(PAY-13): theirs\n' });
      repo.git('init', '-q', 'vendor/tool');
      engine.filesChanged(['vendor/tool/.git']);
      await engine.idle();
      assert.deepEqual(linksOf(engine), LINKS);
    }));

  it('makes one batch of ten thousand events, however they arrive', () =>
    withPlan(async (repo, engine) => {
      const files = Object.fromEntries(
        Array.from({ length: 10_000 }, (_, index) => [`many/${index}.ts`, `// PAY-13: ${index}\n`]),
      );
      repo.write(files);
      let changes = 0;
      engine.onDidChange(({ paths }) => {
        changes += paths.size > 0 ? 1 : 0;
      });
      for (const path of Object.keys(files)) {
        engine.filesChanged([path]);
      }
      await engine.idle();
      assert.equal(changes, 1);
      assert.equal(linksOf(engine).length, LINKS.length + 10_000);
    }));

  it('does nothing for events of files that hold nothing', () =>
    withPlan(async (repo, engine) => {
      const told: string[][] = [];
      engine.onDidChange(({ paths }) => told.push([...paths]));
      await save(repo, engine, { 'plain.ts': 'export {};\n' });
      engine.filesChanged(['.git/index', '.git/objects/ab/cdef', 'gone.ts']);
      await engine.idle();
      assert.deepEqual(told.flat(), []);
    }));

  it('looks for the tags of the settings alone', () =>
    withTempRepo(async (repo) => {
      repo.write({ 'roadmap.yaml': ROADMAP, 'a.ts': '// TODO(PAY-12): one\n// LATER(PAY-12): two\n' });
      await withEngine(
        repo.path,
        (engine) => assert.deepEqual(linksOf(engine), ['PAY-12: a.ts:2 LATER two', 'PAY-12: a.ts:1 code']),
        { tags: ['later'] },
      );
    }));
});
