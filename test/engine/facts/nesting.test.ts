import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeHistory } from '../../../src/core/codeHistory/codeHistory';
import type { Nesting } from '../../../src/core/codeHistory/nesting';
import { FolderCache } from '../../../src/engine/cache/folderCache';
import type { Engine } from '../../../src/engine/engine';
import { NestingSource } from '../../../src/engine/facts/nestingSource';
import { makeTempFolder, type TempRepo, withTempRepo } from '../../support/tempRepo';
import { ROADMAP } from '../engineFixtures';
import { withEngine } from '../openFolder';
import { toldBy, worldOf } from './factWorld';

/** Code of so many levels, the innermost with ten lines. */
function nested(levels: number): string {
  const opening = Array.from({ length: levels }, (_, level) => `${'  '.repeat(level)}if (x) {\n`);
  return opening.join('') + `${'  '.repeat(levels)}x();\n`.repeat(10);
}

/** The most changed half, however seldom. */
const HOTSPOTS = { percent: 50, commits: 1, days: 30 };

function withCode(body: (repo: TempRepo) => Promise<void>): Promise<void> {
  return withTempRepo((repo) => {
    repo.write({
      'roadmap.yaml': ROADMAP,
      'src/calm.ts': nested(9),
      'src/hot.ts': nested(8),
      'src/hot.json': nested(8),
    });
    repo.commit('PAY-12: begin');
    for (const version of [1, 2]) {
      repo.write({ 'src/hot.ts': `${nested(8)}// ${version}\n`, 'src/hot.json': `${nested(8)}// ${version}\n` });
      repo.commit('PAY-12: go on');
    }
    return body(repo);
  });
}

const codeHistoryOf =
  (engine: Engine): (() => CodeHistory | undefined) =>
  () =>
    engine.knownFacts.codeHistory;

async function nestingIn(engine: Engine, source: NestingSource, cache?: FolderCache): Promise<Nesting | undefined> {
  return (await toldBy(source, { ...worldOf(engine, cache), hotspots: HOTSPOTS })).at(-1);
}

/** `src/a.ts 8`, a line for each file. */
const depths = (nesting: Nesting | undefined) =>
  [...(nesting?.paths ?? [])].map((path) => `${path} ${nesting?.depthOf(path)}`);

describe('How deep code is nested', () => {
  it('is read of the code alone that changes most and that somebody works on', () =>
    withCode((repo) =>
      withEngine(repo.path, async (engine) => {
        const source = new NestingSource(codeHistoryOf(engine));
        assert.deepEqual(depths(await nestingIn(engine, source)), ['src/hot.ts 8']);
        const later = { ...worldOf(engine), hotspots: { ...HOTSPOTS, commits: 4 } };
        assert.deepEqual(depths((await toldBy(source, later)).at(-1)), []);
      }),
    ));

  it('is not known where the history is not', () =>
    withCode((repo) =>
      withEngine(repo.path, async (engine) => {
        assert.equal(await nestingIn(engine, new NestingSource(() => undefined)), undefined);
      }),
    ));

  it('is the same object until a file is nested otherwise', () =>
    withCode((repo) =>
      withEngine(repo.path, async (engine) => {
        const source = new NestingSource(codeHistoryOf(engine));
        const first = await nestingIn(engine, source);
        repo.write({ 'src/hot.ts': `${nested(8)}other();\n` });
        assert.equal(await nestingIn(engine, source), first);
        repo.write({ 'src/hot.ts': nested(3) });
        assert.deepEqual(depths(await nestingIn(engine, source)), ['src/hot.ts 3']);
        rmSync(join(repo.path, 'src/hot.ts'));
        assert.deepEqual(depths(await nestingIn(engine, source)), []);
      }),
    ));

  it('is kept for the next run, and trusted where the file has the same stamp', () =>
    withCode((repo) =>
      withEngine(repo.path, async (engine) => {
        const folder = makeTempFolder();
        try {
          const cache = new FolderCache(folder, repo.path);
          const read = async (now: () => number): Promise<string[]> => {
            const source = new NestingSource(codeHistoryOf(engine), now);
            const nesting = await nestingIn(engine, source, cache);
            await source.save();
            return depths(nesting);
          };
          const later = () => Date.now() + 10_000;
          assert.deepEqual(await read(Date.now), ['src/hot.ts 8']);
          assert.deepEqual(await cache.restoreFact('nesting'), [], 'so young a file may change without a trace');
          assert.deepEqual(await read(later), ['src/hot.ts 8']);
          // What is kept is changed, to see that nothing else is looked at.
          const kept = (await cache.restoreFact('nesting')) as [path: string, known: object][];
          await cache.saveFact(
            'nesting',
            kept.map(([path, known]) => [path, { ...known, depth: 99 }]),
          );
          assert.deepEqual(await read(later), ['src/hot.ts 99']);
          repo.write({ 'src/hot.ts': nested(3) });
          assert.deepEqual(await read(later), ['src/hot.ts 3']);
        } finally {
          rmSync(folder, { recursive: true, force: true });
        }
      }),
    ));

  it('shows as a finding in a file without any mark', () =>
    withCode((repo) =>
      withEngine(
        repo.path,
        (engine) => {
          const found = engine.findings.ofPath('src/hot.ts').map(({ code, item }) => `${code} ${item}`);
          assert.deepEqual(found, ['WM502 PAY-12']);
        },
        { rules: { thresholds: { 'WM502.commits': 1, 'WM502.percent': 50 } } },
      ),
    ));
});
