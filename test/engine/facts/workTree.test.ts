import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkTree } from '../../../src/core/findings/facts';
import { Trace } from '../../../src/core/trace/trace';
import { listFiles } from '../../../src/engine/files/listFiles';
import { folderRules } from '../../../src/engine/files/folderRules';
import { WorkTreeSource } from '../../../src/engine/facts/workTree';
import { roadmap, story } from '../../support/planBuilder';
import { makeTempRepo, type TempRepo, withTempFolder, withTempRepo, writeFiles } from '../../support/tempRepo';
import { save } from '../engineFixtures';
import { findingLines, withEngine } from '../openFolder';
import { NOTHING_ELSE } from './factWorld';

const NAMING = roadmap({}, story('PAY-12', { code: ['src/**'] }));

/** A source that has read a folder, and a way to have it follow. */
async function sourceOf(folder: string, plan = NAMING) {
  const trace = new Trace();
  trace.setRoadmaps([plan]);
  const source = new WorkTreeSource();
  const follow = async (): Promise<WorkTree | undefined> => {
    const { paths: files } = await listFiles(folderRules(folder));
    let told: WorkTree | undefined;
    const head = { sha: null, branch: null };
    const world = { folder, trace, repository: undefined, head, files, cache: undefined, today: 0, ...NOTHING_ELSE };
    await source.follow(world, (fact) => (told = fact), new AbortController().signal);
    return told;
  };
  return { follow };
}

function counts(tree: WorkTree | undefined, ...paths: readonly string[]): readonly (number | undefined)[] {
  return paths.map((path) => tree?.countOf(path));
}

const FILES = {
  'src/refunds/api.ts': '',
  'src/refunds/ledger.ts': '',
  'src/app/[id]/page.tsx': '',
  'docs/adr/7.md': '',
};

describe('Which files there are', () => {
  it('counts what paths, folders and globs name: tracked files and those that git does not ignore', () =>
    withTempRepo(async (repo) => {
      repo.write({ ...FILES, '.gitignore': 'dist\n' });
      repo.commit('Begin');
      repo.write({ 'src/refunds/new.ts': '', 'dist/a.js': '' });
      const { follow } = await sourceOf(repo.path);
      const tree = await follow();
      assert.deepEqual(
        counts(tree, 'src/refunds/api.ts', './src/refunds', 'src/refunds/', 'src/refunds/**'),
        [1, 3, 3, 3],
      );
      assert.deepEqual(
        counts(tree, '**/*.md', 'src/*/ledger.ts', 'src/{refunds,app}/**', 'src/app/[id]/page.tsx'),
        [1, 1, 4, 1],
      );
      assert.deepEqual(counts(tree, 'src/refund', 'src/refunds/*.md', '*.ts'), [0, 0, 0]);
    }));

  it('takes what git ignores for one file where it is there, and where a pattern begins in it', () =>
    withTempRepo(async (repo) => {
      repo.write({ '.gitignore': 'dist\n.env\n', '.env': '', 'dist/deep/a.js': '', 'src/a.ts': '' });
      const { follow } = await sourceOf(repo.path);
      assert.deepEqual(
        counts(await follow(), '.env', 'dist', 'dist/deep/*.css', 'dist/**', 'dist/none.js'),
        [1, 1, 1, 1, 0],
      );
    }));

  it('counts the same where there is no git', () =>
    withTempFolder(async (folder) => {
      writeFiles(folder, FILES);
      const { follow } = await sourceOf(folder);
      assert.deepEqual(counts(await follow(), 'src/refunds/**', 'docs/adr/7.md', 'docs/adr/8.md'), [2, 1, 0]);
    }));

  it('counts nothing outside of the folder', () =>
    withTempRepo(async (repo) => {
      repo.write(FILES);
      const { follow } = await sourceOf(join(repo.path, 'src'));
      assert.deepEqual(
        counts(await follow(), '../docs/adr/7.md', '/etc/hostname', 'app/../../docs/**', '~/x'),
        [0, 0, 0, 0],
      );
    }));

  it('is another object only when a file came or went that somebody asked for', () =>
    withTempRepo(async (repo) => {
      repo.write({ ...FILES, '.gitignore': '.env\n' });
      const { follow } = await sourceOf(repo.path);
      const first = await follow();
      assert.deepEqual(counts(first, 'src/refunds/**', 'docs/adr/8.md', '.env'), [2, 0, 0]);
      repo.write({ 'README.md': '' });
      assert.equal(await follow(), first);
      repo.write({ 'docs/adr/8.md': '' });
      const second = await follow();
      assert.notEqual(second, first);
      assert.deepEqual(counts(second, 'src/refunds/**', 'docs/adr/8.md', '.env'), [2, 1, 0]);
      rmSync(join(repo.path, 'src/refunds'), { recursive: true });
      const third = await follow();
      assert.notEqual(third, second);
      assert.deepEqual(counts(third, 'src/refunds/**', 'src/refunds'), [0, 0]);
      repo.write({ '.env': '' });
      const fourth = await follow();
      assert.notEqual(fourth, third);
      assert.equal(fourth?.countOf('.env'), 1);
    }));

  it('counts anew after many files came at once', () =>
    withTempRepo(async (repo) => {
      repo.write(FILES);
      const { follow } = await sourceOf(repo.path);
      assert.equal((await follow())?.countOf('src/**'), 3);
      repo.write(Object.fromEntries(Array.from({ length: 150 }, (_, at) => [`src/many/${at}.ts`, ''])));
      assert.equal((await follow())?.countOf('src/**'), 153);
    }));

  it('is not known while the roadmap names no path', () =>
    withTempRepo(async (repo) => {
      repo.write(FILES);
      const { follow } = await sourceOf(repo.path, roadmap({}, story('PAY-12')));
      assert.equal(await follow(), undefined);
    }));
});

const ROADMAP = `stories:
  - id: PAY-12
    title: Refund API
    status: active
    decisions: [docs/adr/7.md, docs/adr/8.md]
`;

const MISSING = (engine: Parameters<typeof findingLines>[0]) =>
  findingLines(engine).filter((line) => line.startsWith('WM109'));

async function withDecisions(body: (repo: TempRepo, engine: Parameters<typeof findingLines>[0]) => Promise<void>) {
  const repo = makeTempRepo();
  try {
    repo.write({ 'roadmap.yaml': ROADMAP, 'docs/adr/7.md': '# Seven\n' });
    repo.commit('PAY-12: begin');
    await withEngine(repo.path, (engine) => body(repo, engine), { watch: true });
  } finally {
    repo.dispose();
  }
}

describe('Following which files there are', () => {
  it('takes a finding away when the file is made, and brings it back when its folder is deleted', () =>
    withDecisions(async (repo, engine) => {
      assert.deepEqual(MISSING(engine), ['WM109 roadmap.yaml:5']);
      await save(repo, engine, { 'docs/adr/8.md': '# Eight\n' });
      assert.deepEqual(MISSING(engine), []);
      rmSync(join(repo.path, 'docs'), { recursive: true });
      engine.filesChanged(['docs']);
      await engine.idle();
      assert.deepEqual(MISSING(engine), ['WM109 roadmap.yaml:5', 'WM109 roadmap.yaml:5']);
    }));

  it('finds files below a folder that is told of alone', () =>
    withDecisions(async (repo, engine) => {
      rmSync(join(repo.path, 'docs'), { recursive: true });
      engine.filesChanged(['docs']);
      await engine.idle();
      repo.write({ 'docs/adr/7.md': '', 'docs/adr/8.md': '' });
      engine.filesChanged(['docs']);
      await engine.idle();
      assert.deepEqual(MISSING(engine), []);
    }));

  it('does not take a text for a file that was never saved', () =>
    withDecisions(async (repo, engine) => {
      engine.changeDocument('docs/adr/8.md', '# Eight\n');
      await engine.idle();
      assert.deepEqual(MISSING(engine), ['WM109 roadmap.yaml:5']);
      await save(repo, engine, { 'docs/adr/8.md': '# Eight\n' });
      assert.deepEqual(MISSING(engine), []);
    }));
});
