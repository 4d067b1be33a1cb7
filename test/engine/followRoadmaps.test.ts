import assert from 'node:assert/strict';
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { withTempRepo } from '../support/tempRepo';
import { LINKS, ROADMAP, roadmapWith, SOURCE, save, withPlan } from './engineFixtures';
import { findingLines, knowledgeOf, linksOf, withEngine } from './openFolder';

describe('Following roadmaps', () => {
  it('shows a new item and links what already named it', () =>
    withPlan(async (repo, engine) => {
      await save(repo, engine, { 'src/more.ts': '// TODO(PAY-14): later\n' });
      assert.ok(findingLines(engine).includes('WM201 src/more.ts:1'));
      await save(repo, engine, { 'roadmap.yaml': roadmapWith('PAY-14') });
      assert.ok(linksOf(engine).includes('PAY-14: src/more.ts:1 TODO later'));
      assert.ok(!findingLines(engine).includes('WM201 src/more.ts:1'));
    }));

  it('reads no source file and no commit again when the keys stay the same', () =>
    withPlan(async (repo, engine) => {
      const { search, history } = engine.status.timings;
      await save(repo, engine, { 'roadmap.yaml': roadmapWith('PAY-14') });
      assert.deepEqual([engine.status.timings.search, engine.status.timings.history], [search, history]);
    }));

  it('looks through files and history again when a new key appears', () =>
    withPlan(async (repo, engine) => {
      await save(repo, engine, { 'src/more.ts': '// SHOP-3 is meant\n' });
      repo.commit('SHOP-3: shop');
      engine.changeDocument('src/refund.ts', '// SHOP-3, unsaved\n');
      await engine.idle();
      await save(repo, engine, { 'roadmap.yaml': roadmapWith('SHOP-3') });
      assert.deepEqual(linksOf(engine).slice(-3), [
        'SHOP-3: src/more.ts:1 code',
        'SHOP-3: src/refund.ts:1 code',
        'SHOP-3: SHOP-3: shop',
      ]);
    }));

  it('follows an item to its new ID, and keeps the links of the old one when that is an alias', () =>
    withPlan(async (repo, engine) => {
      const renamed = ROADMAP.replace('- id: PAY-12', '- id: PAY-20');
      await save(repo, engine, { 'roadmap.yaml': renamed });
      assert.deepEqual(linksOf(engine), [LINKS[2]]);
      assert.ok(findingLines(engine).includes('WM201 src/refund.ts:1'));
      const aliased = renamed.replace('title: Refund API', 'title: Refund API\n        aliases: [PAY-12]');
      await save(repo, engine, { 'roadmap.yaml': aliased });
      assert.deepEqual(linksOf(engine), [
        ...LINKS.slice(0, 2).map((line) => line.replace('PAY-12', 'PAY-20')),
        LINKS[2],
      ]);
    }));

  it('knows no roadmap any more where the file is deleted while an editor still holds its text', () =>
    withPlan(async (repo, engine) => {
      engine.changeDocument('roadmap.yaml', ROADMAP);
      await engine.idle();
      rmSync(join(repo.path, 'roadmap.yaml'));
      engine.filesChanged(['roadmap.yaml']);
      await engine.idle();
      assert.deepEqual(engine.trace.plan.roadmaps, []);
    }));

  it('shows unsaved edits of a roadmap, and the saved text when they are discarded', () =>
    withPlan(async (_, engine) => {
      const ids = () => engine.trace.plan.workItems.map(({ id }) => id);
      engine.changeDocument('roadmap.yaml', roadmapWith('PAY-14'));
      await engine.idle();
      assert.deepEqual(ids(), ['PAY-1', 'PAY-12', 'PAY-13', 'PAY-14']);
      engine.closeDocument('roadmap.yaml');
      await engine.idle();
      assert.deepEqual(ids(), ['PAY-1', 'PAY-12', 'PAY-13']);
    }));

  it('puts findings on the lines of the unsaved text', () =>
    withPlan(async (_, engine) => {
      engine.changeDocument('roadmap.yaml', `\n\n${ROADMAP}`);
      await engine.idle();
      assert.equal(engine.trace.plan.roots[0] && knowledgeOf(engine).items[0]?.line, 6);
    }));

  it('reads the folder when its first roadmap appears, and forgets everything when the last one is gone', () =>
    withTempRepo(async (repo) => {
      repo.write({ 'src/refund.ts': SOURCE });
      repo.commit('PAY-12: refunds');
      await withEngine(repo.path, async (engine) => {
        const empty = knowledgeOf(engine);
        await save(repo, engine, { 'roadmap.yaml': ROADMAP });
        assert.deepEqual(linksOf(engine), LINKS);
        rmSync(join(repo.path, 'roadmap.yaml'));
        engine.filesChanged(['roadmap.yaml']);
        await engine.idle();
        assert.deepEqual(knowledgeOf(engine), empty);
        await save(repo, engine, { 'roadmap.yaml': ROADMAP });
        assert.deepEqual(linksOf(engine), LINKS);
      });
    }));

  it('takes in a second roadmap and lets it go with its folder', () =>
    withPlan(async (repo, engine) => {
      const ids = () => engine.trace.plan.workItems.map(({ id }) => id);
      await save(repo, engine, { 'docs/roadmap.yml': 'stories:\n  - { id: DOC-1, title: Manual }\n' });
      assert.deepEqual(ids(), ['PAY-1', 'PAY-12', 'PAY-13', 'DOC-1']);
      renameSync(join(repo.path, 'docs'), join(repo.path, 'papers'));
      engine.filesChanged(['docs', 'papers']);
      await engine.idle();
      assert.deepEqual(ids(), ['PAY-1', 'PAY-12', 'PAY-13']);
      renameSync(join(repo.path, 'papers'), join(repo.path, '.github'));
      engine.filesChanged(['papers', '.github']);
      await engine.idle();
      assert.deepEqual(ids(), ['PAY-1', 'PAY-12', 'PAY-13', 'DOC-1']);
    }));

  it('notices a new roadmap at a place that the settings name', () =>
    withTempRepo((repo) =>
      withEngine(
        repo.path,
        async (engine) => {
          await save(repo, engine, { 'plans/shop.yaml': 'stories:\n  - { id: SHOP-1, title: Shop }\n' });
          assert.deepEqual(
            engine.trace.plan.workItems.map(({ id }) => id),
            ['SHOP-1'],
          );
        },
        { roadmapGlobs: ['plans/*.yaml'] },
      ),
    ));

  it('looks for annotations in a roadmap file that becomes something else while it is typed', () =>
    withPlan(async (repo, engine) => {
      await save(repo, engine, { 'docs/roadmap.yml': 'stories:\n  - { id: PAY-30, title: Manual }\n' });
      engine.changeDocument('docs/roadmap.yml', '# TODO(PAY-13): tune\ndatabase: { host: a }\n');
      await engine.idle();
      assert.ok(linksOf(engine).includes('PAY-13: docs/roadmap.yml:1 TODO tune'), linksOf(engine).join('\n'));
    }));

  it('evaluates again when a new day has begun', () =>
    withTempRepo(async (repo) => {
      repo.write({ 'roadmap.yaml': 'stories:\n  - { id: PAY-1, title: One, status: active, due: 2026-08-03 }\n' });
      let today = 20_668;
      await withEngine(
        repo.path,
        async (engine) => {
          assert.ok(!findingLines(engine).includes('WM301 roadmap.yaml:2'));
          today += 1;
          await save(repo, engine, { 'a.ts': '// PAY-1\n' });
          assert.ok(findingLines(engine).includes('WM301 roadmap.yaml:2'), findingLines(engine).join('\n'));
        },
        { today: () => today },
      );
    }));

  it('tells of every file that speaks of a line which only moved, in a long roadmap too', () =>
    withPlan(async (repo, engine) => {
      const long = `${ROADMAP.replace('title: Receipts', 'title: Receipts\n        status: done')}# ${'long '.repeat(12_000)}\n`;
      await save(repo, engine, {
        'roadmap.yaml': long.replace(
          '- id: PAY-1\n',
          '- id: PAY-2\n    title: First\n    status: planned\n  - id: PAY-1\n',
        ),
        'src/refund.ts': '// TODO(PAY-13): still to do\n',
      });
      const before = findingLines(engine);
      const told = new Set<string>();
      engine.onDidChange(({ paths }) => paths.forEach((path) => told.add(path)));
      engine.changeDocument(
        'roadmap.yaml',
        engine.roadmapText('roadmap.yaml')?.replace('title: First', 'title: First\n    story: For all') ?? '',
      );
      await engine.idle();
      const moved = before.map((line) =>
        line.replace(
          /roadmap\.yaml:(\d+)/,
          (_, number: string) => `roadmap.yaml:${Number(number) + (Number(number) > 5 ? 1 : 0)}`,
        ),
      );
      assert.deepEqual(findingLines(engine), moved);
      assert.ok(
        before.some((line) => line.startsWith('WM203')),
        before.join('\n'),
      );
      assert.deepEqual([...told].sort(), ['roadmap.yaml', 'src/refund.ts']);
    }));
});
