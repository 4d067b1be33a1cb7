import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import * as fc from 'fast-check';
import type { Place } from '../../src/core/model/span';
import type { Engine, EngineOptions } from '../../src/engine/engine';
import { anHourLater } from '../support/laterClock';
import { pollUntil } from '../support/pollUntil';
import { makeTempFolder, type TempRepo } from '../support/tempRepo';
import { knowledgeOf, withEngine } from './openFolder';
import {
  ATTRIBUTES,
  CONTENTS,
  FOLDERS,
  IGNORES,
  ITEMS,
  ITEM_PATHS,
  MESSAGES,
  PATHS,
  ROADMAPS,
  ROADMAP_PATHS,
} from './changingWorldTexts';

/** Something that a person or program does to a folder. A path or text is chosen by its number. */
export type Operation =
  | { readonly does: 'write' | 'edit'; readonly path: string; readonly text: string }
  | { readonly does: 'close' | 'save' | 'delete'; readonly path: string }
  | { readonly does: 'rename'; readonly path: string; readonly to: string }
  | { readonly does: 'deleteFolder'; readonly folder: string }
  | { readonly does: 'renameFolder'; readonly folder: string; readonly to: string }
  | { readonly does: 'commit' | 'amend'; readonly message: string }
  | { readonly does: 'switch' | 'merge' | 'rebase' | 'pick'; readonly branch: string }
  | { readonly does: 'revert' | 'reset' | 'refresh' | 'wait' };

const roadmapPath = fc.constantFrom(...ROADMAP_PATHS);
const itemPath = fc.constantFrom(...ITEM_PATHS);
const anyPath = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...PATHS) },
  { weight: 1, arbitrary: roadmapPath },
  { weight: 2, arbitrary: itemPath },
);
const anyFolder = fc.constantFrom(...FOLDERS);
const anyBranch = fc.constantFrom('main', 'side', 'PAY-2-work');
const source = { path: fc.constantFrom(...PATHS), text: fc.constantFrom(...CONTENTS) };
const roadmap = { path: roadmapPath, text: fc.constantFrom(...ROADMAPS) };
const item = { path: itemPath, text: fc.constantFrom(...ITEMS) };
const message = fc.constantFrom(...MESSAGES);

const attributesFile = {
  path: fc.constantFrom('.gitattributes', 'src/.gitattributes'),
  text: fc.constantFrom(...ATTRIBUTES),
};
const ignoreFile = { path: fc.constantFrom('.gitignore', 'src/.gitignore'), text: fc.constantFrom(...IGNORES) };

/** All operations, the frequent ones more often. */
export const operations: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ does: fc.constant('write' as const), ...source }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('write' as const), ...roadmap }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('write' as const), ...item }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('write' as const), ...ignoreFile }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('write' as const), ...attributesFile }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('edit' as const), ...source }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('edit' as const), ...roadmap }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('edit' as const), ...item }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('close' as const), path: anyPath }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('save' as const), path: anyPath }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('delete' as const), path: anyPath }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('rename' as const), path: anyPath, to: anyPath }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('deleteFolder' as const), folder: anyFolder }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('renameFolder' as const), folder: anyFolder, to: anyFolder }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('commit' as const), message }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('amend' as const), message }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('switch' as const), branch: anyBranch }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constantFrom('merge' as const, 'pick' as const, 'rebase' as const),
      branch: anyBranch,
    }),
  },
  {
    weight: 7,
    arbitrary: fc.constantFrom('revert', 'reset', 'refresh', 'wait', 'wait', 'wait').map((does) => ({ does })),
  },
);

/**
 * Does a series of operations before the eyes of an engine, and tells what it knows then, what a new one finds, and what one
 * finds that has a cache from before the series.
 */
export async function changedWorld(repo: TempRepo, series: readonly Operation[]) {
  repo.write({ 'roadmap.yaml': ROADMAPS[0] ?? '', 'src/a.ts': CONTENTS[0] ?? '' });
  const dates = commitDates();
  repo.commit('PAY-1: begin', { date: dates() });
  const cacheFolder = makeTempFolder();
  await anHourLater(() => withEngine(repo.path, (engine) => engine.saveCache(), { cacheFolder }));
  const open = new Map<string, string>();
  const kept = await withEngine(
    repo.path,
    async (engine) => {
      const shown = followFindings(engine);
      for (const operation of series) {
        await perform(operation, { repo, engine, open, dates });
      }
      await caughtUp(engine, repo);
      return { ...knowledgeOf(engine), shown: shown() };
    },
    { watch: true },
  );
  const opened = (options: Partial<EngineOptions>) =>
    withEngine(
      repo.path,
      async (engine) => {
        for (const [path, text] of open) {
          engine.changeDocument(path, text);
        }
        await engine.idle();
        return { ...knowledgeOf(engine), shown: findingsByPath(engine) };
      },
      options,
    );
  const fresh = await opened({});
  const warm = await anHourLater(() => opened({ cacheFolder }));
  rmSync(cacheFolder, { recursive: true });
  return { kept, fresh, warm };
}

interface World {
  readonly repo: TempRepo;
  readonly engine: Engine;
  readonly open: Map<string, string>;
  readonly dates: () => string;
}

/** Performs an operation where it is possible, and tells the engine what an editor would tell it. */
async function perform(operation: Operation, world: World): Promise<void> {
  const { repo, engine, open, dates } = world;
  const full = (path: string) => join(repo.path, path);
  switch (operation.does) {
    case 'write':
      return changing(world, () => repo.write({ [operation.path]: operation.text }));
    case 'edit':
      open.set(operation.path, operation.text);
      return engine.changeDocument(operation.path, operation.text);
    case 'close':
      open.delete(operation.path);
      return engine.closeDocument(operation.path);
    case 'save':
      return changing(world, () => repo.write({ [operation.path]: open.get(operation.path) ?? '' }));
    case 'delete':
      return changing(world, () => rmSync(full(operation.path), { force: true }));
    case 'rename':
      return changing(world, () => {
        if (existsSync(full(operation.path))) {
          mkdirSync(dirname(full(operation.to)), { recursive: true });
          renameSync(full(operation.path), full(operation.to));
        }
      });
    case 'deleteFolder':
      rmSync(full(operation.folder), { recursive: true, force: true });
      return engine.filesChanged([operation.folder]);
    case 'renameFolder':
      if (existsSync(full(operation.folder)) && !existsSync(full(operation.to)) && !isWithin(operation)) {
        mkdirSync(dirname(full(operation.to)), { recursive: true });
        renameSync(full(operation.folder), full(operation.to));
        engine.filesChanged([operation.folder, operation.to]);
      }
      return;
    case 'commit':
      repo.commit(operation.message, { date: dates() });
      return;
    case 'amend':
      return changing(world, () => tryGit(repo, ['commit', '-q', '--amend', '--allow-empty', '-m', operation.message]));
    case 'switch':
      return changing(world, () =>
        tryGit(repo, ['checkout', '-q', operation.branch], ['checkout', '-q', '-b', operation.branch]),
      );
    case 'merge':
      return changing(world, () => tryGit(repo, ['merge', '-q', '--no-edit', operation.branch], ['merge', '--abort']));
    case 'pick':
      return changing(world, () =>
        tryGit(repo, ['cherry-pick', '-x', '--allow-empty', operation.branch], ['cherry-pick', '--abort']),
      );
    case 'rebase':
      return changing(world, () => tryGit(repo, ['rebase', '-q', operation.branch], ['rebase', '--abort']));
    case 'revert':
      return changing(world, () => tryGit(repo, ['revert', '--no-edit', 'HEAD'], ['revert', '--abort']));
    case 'reset':
      return changing(world, () => tryGit(repo, ['reset', '-q', '--hard', 'HEAD~1']));
    case 'refresh':
      return engine.refresh();
    case 'wait':
      return engine.idle();
  }
}

function isWithin({ folder, to }: { readonly folder: string; readonly to: string }): boolean {
  return to.startsWith(`${folder}/`);
}

/** Runs the first command that git can do as things are, if any. */
function tryGit(repo: TempRepo, ...commands: readonly string[][]): void {
  commands.some((command) => {
    try {
      repo.git(...command);
      return true;
    } catch {
      return false;
    }
  });
}

/** A minute between commits, so that an order by date is the order in which they were made. */
function commitDates(): () => string {
  let seconds = 1_783_000_000;
  return () => `${(seconds += 60)} +0000`;
}

/** Does something to the files and tells the engine which are other ones, as a perfect watcher would. */
function changing({ repo, engine }: World, change: () => void): void {
  const before = filesOf(repo.path);
  change();
  const after = filesOf(repo.path);
  const paths = new Set([...before.keys(), ...after.keys()]);
  engine.filesChanged([...paths].filter((path) => before.get(path) !== after.get(path)));
}

function filesOf(folder: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const name = path.split(sep).join('/');
    if (!name.startsWith('.git/') && statSync(join(folder, path)).isFile()) {
      files.set(name, readFileSync(join(folder, path), 'latin1'));
    }
  }
  return files;
}

/** The repository's watcher tells of a new HEAD a little later; without a roadmap nobody listens. */
async function caughtUp(engine: Engine, repo: TempRepo): Promise<void> {
  await engine.idle();
  const sha = repo.git('rev-parse', 'HEAD');
  const branch = repo.git('branch', '--show-current');
  await pollUntil('the engine has seen the last commit', async () => {
    await engine.idle();
    return engine.trace.plan.roadmaps.length === 0 || (engine.head.sha === sha && engine.head.branch === branch);
  });
  await engine.idle();
}

/** What an editor shows that asks again only for the files of which it was told. */
function followFindings(engine: Engine): () => Record<string, readonly string[]> {
  const shown = new Map(Object.entries(findingsByPath(engine)));
  engine.onDidChange(({ paths }) => {
    for (const path of paths) {
      shown.set(path, findingsAsShown(engine, path));
    }
  });
  return () => Object.fromEntries([...shown].filter(([, findings]) => findings.length > 0));
}

function findingsByPath(engine: Engine): Record<string, readonly string[]> {
  const paths = new Set(engine.findings.all().map((finding) => finding.place.path));
  return Object.fromEntries([...paths].map((path) => [path, findingsAsShown(engine, path)]));
}

/** `WM203 8 roadmap.yaml:3`: the code and lines that an editor shows, its own and those of related places. */
function findingsAsShown(engine: Engine, path: string): readonly string[] {
  const line = (place: Place) => engine.linesOf(place.path)?.positionAt(place.span.start).line ?? -1;
  return engine.findings.ofPath(path).map(({ code, place, related }) => {
    const places = related.flatMap((each) => ('place' in each ? [`${each.place.path}:${line(each.place)}`] : []));
    return [code, line(place), ...places].join(' ');
  });
}
