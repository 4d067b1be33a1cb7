import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { openEngine } from '../../src/engine/engine';
import { withTempFolder, withTempRepo, writeFiles } from '../support/tempRepo';
import { LINKS, ROADMAP, save, SOURCE, withPlan } from './engineFixtures';
import { linksOf, TODAY, withEngine } from './openFolder';

/** Programs first on PATH that write down that they were started, and what a body does meanwhile. */
async function withRecordedPrograms(body: (started: () => string) => Promise<void>): Promise<void> {
  await withTempFolder(async (folder) => {
    const record = join(folder, 'started');
    for (const name of ['git', 'rg']) {
      writeFiles(folder, { [name]: `#!/bin/sh\necho "${name} $*" >> '${record}'\nexit 1\n` });
      chmodSync(join(folder, name), 0o755);
    }
    const path = process.env['PATH'];
    process.env['PATH'] = `${folder}${delimiter}${path}`;
    try {
      await body(() => (existsSync(record) ? readFileSync(record, 'utf8') : ''));
    } finally {
      process.env['PATH'] = path;
    }
  });
}

const NOT_TRUSTED = { gitNotAllowed: 'The folder is not trusted.' };

describe('An untrusted folder', () => {
  it('is read without git being started, and the status says why there is no history', () =>
    withPlan((repo) =>
      withRecordedPrograms(async (started) => {
        await withEngine(
          repo.path,
          async (engine) => {
            assert.deepEqual(linksOf(engine), [LINKS[0], LINKS[2]]);
            assert.deepEqual(engine.status.git, { available: false, reason: 'The folder is not trusted.' });
            await save(repo, engine, { 'b.ts': '// PAY-13\n', '.gitignore': 'c.ts\n' });
            engine.changeDocument('c.ts', '// PAY-13\n');
            engine.filesChanged(['.git', '.git/HEAD']);
            await engine.refresh();
            assert.deepEqual(linksOf(engine).slice(1), ['PAY-13: b.ts:1 code', LINKS[2]]);
          },
          { ...NOT_TRUSTED, watch: true },
        );
        assert.deepEqual(started().match(/^git .*/gm) ?? [], []);
      }),
    ));

  it('would be seen to start git if it did', () =>
    withPlan((repo) =>
      withRecordedPrograms(async (started) => {
        await withEngine(repo.path, () => undefined);
        assert.match(started(), /^git /m);
      }),
    ));
});

describe('The end of an engine', () => {
  it('leaves nothing that keeps the process alive, in the middle of a reading too', () =>
    withTempRepo((repo) => {
      repo.write({ 'roadmap.yaml': ROADMAP, 'src/refund.ts': SOURCE });
      repo.commit('PAY-12: refunds');
      const script = `
        import { openEngine } from './src/engine/engine';
        async function main() {
          const options = { today: () => ${TODAY}, watch: true };
          const [early, late] = [openEngine(process.argv[2], options), openEngine(process.argv[2], options)];
          setTimeout(() => early.dispose(), 5);
          await late.idle();
          console.log(late.trace.commitCount);
          late.dispose();
        }
        main();`;
      const file = join(repo.path, 'script.ts');
      repo.write({ 'script.ts': script.replaceAll('./src', join(__dirname, '../../src')) });
      const output = execFileSync(process.execPath, ['--import=tsx', file, repo.path], { timeout: 15_000 });
      assert.equal(output.toString(), '1\n');
    }));

  it('tells its listeners nothing any more', () =>
    withPlan(async (repo) => {
      const engine = openEngine(repo.path, { today: () => TODAY, watch: true });
      let told = 0;
      engine.changeDocument('src/refund.ts', SOURCE);
      await engine.idle();
      engine.onDidChange(() => told++);
      engine.dispose();
      engine.changeDocument('src/refund.ts', '// FIXME PAY-12\n');
      engine.filesChanged(['src/refund.ts']);
      await engine.idle();
      assert.equal(told, 0);
    }));

  it('stops calling a listener that has unsubscribed', () =>
    withPlan(async (repo, engine) => {
      let told = 0;
      const stop = engine.onDidChange(() => told++);
      stop();
      await save(repo, engine, { 'b.ts': '// PAY-13\n' });
      assert.equal(told, 0);
    }));

  it('goes on after an error inside, and reports it', () =>
    withTempRepo(async (repo) => {
      repo.write({ 'roadmap.yaml': ROADMAP });
      const errors: unknown[] = [];
      const engine = openEngine(repo.path, { today: () => TODAY, onError: (error) => errors.push(error) });
      const stop = engine.onDidChange(() => {
        throw new Error('A listener failed.');
      });
      await engine.idle();
      stop();
      assert.match(String(errors[0]), /A listener failed/);
      await save(repo, engine, { 'a.ts': '// PAY-13\n' });
      assert.deepEqual(linksOf(engine), ['PAY-13: a.ts:1 code']);
      engine.dispose();
    }));
});
