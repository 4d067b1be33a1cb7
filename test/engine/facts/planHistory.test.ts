import assert from 'node:assert/strict';
import { join } from 'node:path';
import { formatDay } from '../../../src/core/model/calendar';
import type { ItemState, PlanHistory } from '../../../src/core/planHistory/planHistory';
import { Trace } from '../../../src/core/trace/trace';
import { FolderCache } from '../../../src/engine/cache/folderCache';
import { PlanHistorySource } from '../../../src/engine/facts/planHistory';
import { readHead } from '../../../src/engine/git/readHead';
import { openRepository } from '../../../src/engine/git/repository';
import { OpenDocuments } from '../../../src/engine/openDocuments';
import { createSampleWorkspace } from '../../../src/engine/sample/createSample';
import { RoadmapFiles } from '../../../src/engine/roadmapFiles';
import { callsOfGit, commandOf } from '../../support/callsOfGit';
import { plainStatus } from '../../support/plainStatus';
import { makeTempRepo, type TempRepo, withTempFolder, withTempRepo } from '../../support/tempRepo';
import { TODAY, withEngine } from '../openFolder';
import { NOTHING_ELSE } from './factWorld';

/** A roadmap of stories: `PAY-12 active 2026-08-03`, an ID with a status and a due date. */
function roadmapOf(...stories: readonly string[]): string {
  const lines = stories.map((text) => {
    const [id = '', status = 'planned', due] = text.split(' ');
    return `  - { id: ${id}, title: Title of ${id}, status: ${status}${due === undefined ? '' : `, due: ${due}`} }\n`;
  });
  return `product: Acme\nkeys: [PAY]\nstories:\n${lines.join('')}`;
}

/** A file of one item. */
function itemOf(id: string, status: string): string {
  return `---\nid: ${id}\ntitle: Title of ${id}\nstatus: ${status}\n---\n\nWords.\n`;
}

interface Followed {
  readonly history: PlanHistory | undefined;
  readonly source: PlanHistorySource;
}

/** Reads the past as an engine would; `source` goes on with what another reading left. */
async function follow(
  folder: string,
  options: { readonly source?: PlanHistorySource; readonly cacheFolder?: string; readonly globs?: string[] } = {},
): Promise<Followed> {
  const { source = new PlanHistorySource(), cacheFolder, globs = [] } = options;
  const opened = await openRepository(folder);
  const repository = 'unavailable' in opened ? undefined : opened;
  const files = new RoadmapFiles(folder, { globs, only: undefined }, new OpenDocuments());
  await files.findAndRead();
  const trace = new Trace();
  trace.setRoadmaps(files.roadmaps);
  const head = repository ? await readHead(repository) : { sha: null, branch: null };
  const cache = cacheFolder === undefined ? undefined : new FolderCache(cacheFolder, folder);
  let history: PlanHistory | undefined;
  const world = { folder, trace, repository, head, files: new Set<string>(), cache, today: TODAY, ...NOTHING_ELSE };
  await source.follow(world, (fact) => (history = fact), new AbortController().signal);
  return { history, source };
}

/** `2026-06-02 Ana PAY-12 status active > done`, a line for each event after those of the first version. */
function linesOf(history: PlanHistory | undefined): string[] {
  const first = history?.events[0]?.moment.sha;
  return (history?.events ?? [])
    .filter(({ moment }) => moment.sha !== first)
    .map(({ moment, id, kind, before, after }) => {
      const value = (state: ItemState | undefined) =>
        kind === 'due' ? state?.due && formatDay(state.due.last) : kind === 'status' ? state?.category : undefined;
      const change = kind === 'due' || kind === 'status' ? ` ${value(before) ?? ''} > ${value(after) ?? ''}` : '';
      return `${formatDay(moment.day)} ${moment.author} ${id} ${kind}${change}`;
    });
}

/** Commits as Ana at noon of a day. */
function commitOn(
  repo: TempRepo,
  day: string,
  files: Readonly<Record<string, string | Buffer>>,
  author = 'Ana',
): string {
  repo.write(files);
  return repo.commit(`Roadmap of ${day}`, { author, date: `${day}T12:00:00+02:00` });
}

interface PastCase {
  readonly title: string;
  readonly make: (repo: TempRepo) => void;
  readonly lines: readonly string[];
  readonly versions: number;
  readonly notes?: readonly RegExp[];
  readonly globs?: string[];
}

const cases: readonly PastCase[] = [
  {
    title: 'tells what each commit of the roadmap changed, and leaves what is not committed out',
    make(repo) {
      commitOn(repo, '2026-06-01', { 'roadmap.yaml': roadmapOf('PAY-12 planned 2026-08-03', 'PAY-13') });
      commitOn(repo, '2026-06-02', { 'src/a.ts': '// PAY-12\n' });
      commitOn(repo, '2026-06-03', { 'roadmap.yaml': roadmapOf('PAY-12 active 2026-08-20', 'PAY-13') }, 'Ben');
      commitOn(repo, '2026-06-04', { 'roadmap.yaml': roadmapOf('PAY-12 done 2026-08-20') });
      repo.write({ 'roadmap.yaml': roadmapOf('PAY-12 dropped') });
    },
    versions: 3,
    lines: [
      '2026-06-03 Ben PAY-12 status planned > active',
      '2026-06-03 Ben PAY-12 due 2026-08-03 > 2026-08-20',
      '2026-06-04 Ana PAY-12 status active > done',
      '2026-06-04 Ana PAY-13 removed',
    ],
  },
  {
    title: 'follows a roadmap that was renamed, twice, to a name with spaces and letters of other scripts',
    make(repo) {
      commitOn(repo, '2026-06-01', { 'plan.yaml': roadmapOf('PAY-12', 'PAY-13', 'PAY-14') });
      repo.git('mv', 'plan.yaml', 'old roadmap.yaml');
      commitOn(repo, '2026-06-02', {});
      repo.git('mv', 'old roadmap.yaml', 'der Plän 計画.yaml');
      commitOn(repo, '2026-06-03', { 'der Plän 計画.yaml': roadmapOf('PAY-12 active', 'PAY-13', 'PAY-14') });
    },
    globs: ['der Plän 計画.yaml'],
    versions: 3,
    lines: ['2026-06-03 Ana PAY-12 status planned > active'],
  },
  {
    title: 'follows a roadmap that was rewritten in another form and under another name at once',
    make(repo) {
      commitOn(repo, '2026-06-01', { 'TODO.md': '# Acme\n\n- [ ] PAY-12 Refund API\n- [ ] PAY-13 Receipts\n' });
      repo.git('rm', '-q', 'TODO.md');
      commitOn(repo, '2026-06-02', { 'roadmap.yaml': roadmapOf('PAY-12 done', 'PAY-13') });
    },
    versions: 2,
    lines: [
      '2026-06-02 Ana PAY-12 status planned > done',
      '2026-06-02 Ana PAY-12 title',
      '2026-06-02 Ana PAY-13 title',
    ],
  },
  {
    title: 'follows items that came out of another roadmap, which lost them in the same commit',
    make(repo) {
      commitOn(repo, '2026-06-01', { 'backend.yaml': roadmapOf('PAY-12', 'PAY-13', 'API-1', 'API-2') });
      commitOn(repo, '2026-06-02', { 'backend.yaml': roadmapOf('PAY-12', 'PAY-13 active', 'API-1', 'API-2') });
      commitOn(repo, '2026-06-03', {
        'backend.yaml': roadmapOf('API-1', 'API-2'),
        'roadmap.yaml': roadmapOf('PAY-12', 'PAY-13 done'),
      });
    },
    versions: 3,
    lines: [
      '2026-06-02 Ana PAY-13 status planned > active',
      '2026-06-03 Ana PAY-13 status active > done',
      '2026-06-03 Ana API-1 removed',
      '2026-06-03 Ana API-2 removed',
    ],
  },
  {
    title: 'does not take another file of the same commit for the one it came from',
    make(repo) {
      commitOn(repo, '2026-06-01', { 'other.yaml': roadmapOf('API-1', 'API-2') });
      commitOn(repo, '2026-06-02', { 'other.yaml': roadmapOf('API-2'), 'roadmap.yaml': roadmapOf('PAY-12') });
    },
    versions: 1,
    lines: [],
  },
  {
    title: 'reads a folder of item files as one plan: files come, go, and move within it',
    make(repo) {
      commitOn(repo, '2026-06-01', {
        'backlog/config.yml': 'project_name: Acme\nstatuses: ["To Do", "In Progress", "Done"]\n',
        'backlog/tasks/task-1 - One.md': itemOf('TASK-1', 'To Do'),
        'backlog/tasks/task-2 - Two.md': itemOf('TASK-2', 'In Progress'),
      });
      commitOn(repo, '2026-06-02', { 'backlog/tasks/task-3 - Three.md': itemOf('TASK-3', 'To Do') });
      repo.git('mv', 'backlog/tasks/task-2 - Two.md', 'backlog/tasks/task-2 - Zwei.md');
      commitOn(repo, '2026-06-03', { 'backlog/tasks/task-2 - Zwei.md': itemOf('TASK-2', 'Done') });
      repo.git('rm', '-q', 'backlog/tasks/task-1 - One.md');
      commitOn(repo, '2026-06-04', {});
    },
    versions: 4,
    lines: [
      '2026-06-02 Ana TASK-3 added',
      '2026-06-03 Ana TASK-2 status active > done',
      '2026-06-04 Ana TASK-1 removed',
    ],
  },
  {
    title: 'follows a folder of item files that got another name',
    make(repo) {
      commitOn(repo, '2026-06-01', {
        'work/stories/PAY-12.md': itemOf('PAY-12', 'planned'),
        'work/stories/PAY-13.md': itemOf('PAY-13', 'planned'),
      });
      repo.git('mv', 'work', 'tasks');
      commitOn(repo, '2026-06-02', { 'tasks/stories/PAY-12.md': itemOf('PAY-12', 'active') });
    },
    versions: 2,
    lines: ['2026-06-02 Ana PAY-12 status planned > active'],
  },
  {
    title: 'passes over a version that is broken or left with the marks of a merge',
    make(repo) {
      const whole = roadmapOf('PAY-12', 'PAY-13', 'PAY-14');
      commitOn(repo, '2026-06-01', { 'roadmap.yaml': whole });
      commitOn(repo, '2026-06-02', { 'roadmap.yaml': whole.slice(0, whole.indexOf('PAY-13') + 8) });
      commitOn(repo, '2026-06-03', {
        'roadmap.yaml': whole.replace('  - { id: PAY-13', '<<<<<<< ours\n  - { id: PAY-13'),
      });
      commitOn(repo, '2026-06-04', { 'roadmap.yaml': roadmapOf('PAY-12', 'PAY-13 done', 'PAY-14') });
    },
    versions: 4,
    lines: ['2026-06-04 Ana PAY-13 status planned > done'],
  },
  {
    title: 'dates what a branch brought by its merge, names who wrote it, and never sees the two sides flicker',
    make(repo) {
      commitOn(repo, '2026-06-01', { 'roadmap.yaml': roadmapOf('PAY-12', 'PAY-13', 'PAY-14', 'PAY-15', 'PAY-16') });
      repo.git('checkout', '-q', '-b', 'topic');
      const topic = roadmapOf('PAY-12', 'PAY-13', 'PAY-14', 'PAY-15', 'PAY-16 done');
      commitOn(repo, '2026-06-02', { 'roadmap.yaml': topic }, 'Ben');
      repo.git('checkout', '-q', 'main');
      commitOn(repo, '2026-06-03', { 'src/a.ts': 'export const a = 1;\n' });
      merge(repo, 'topic', '2026-06-09', 'Cleo');
    },
    versions: 2,
    lines: ['2026-06-09 Ben PAY-16 status planned > done'],
  },
  {
    title: 'tells what two branches changed side by side once each, as the merge joined it',
    make(repo) {
      const others = ['PAY-13', 'PAY-14', 'PAY-15'];
      commitOn(repo, '2026-06-01', { 'roadmap.yaml': roadmapOf('PAY-12', ...others, 'PAY-16') });
      repo.git('checkout', '-q', '-b', 'topic');
      commitOn(repo, '2026-06-02', { 'roadmap.yaml': roadmapOf('PAY-12', ...others, 'PAY-16 done') }, 'Ben');
      repo.git('checkout', '-q', 'main');
      commitOn(repo, '2026-06-03', { 'roadmap.yaml': roadmapOf('PAY-12 active', ...others, 'PAY-16') });
      merge(repo, 'topic', '2026-06-09', 'Cleo');
    },
    versions: 3,
    lines: ['2026-06-03 Ana PAY-12 status planned > active', '2026-06-09 Cleo PAY-16 status planned > done'],
  },
  {
    title: 'dates a version that was written before the one it follows by the day on which it was put there',
    make(repo) {
      commitOn(repo, '2026-06-08', { 'roadmap.yaml': roadmapOf('PAY-12') });
      commitOn(repo, '2026-06-01', { 'roadmap.yaml': roadmapOf('PAY-12 active') }, 'Ben');
      repo.git('commit', '-q', '--amend', '--no-edit');
    },
    versions: 2,
    lines: ['2026-06-08 Ben PAY-12 status planned > active'],
  },
  {
    title: 'passes over a version that is too large or no text, and says so',
    make(repo) {
      commitOn(repo, '2026-06-01', { 'roadmap.yaml': roadmapOf('PAY-12') });
      commitOn(repo, '2026-06-02', { 'roadmap.yaml': `${roadmapOf('PAY-12 active')}${'# filler\n'.repeat(500_000)}` });
      commitOn(repo, '2026-06-03', { 'roadmap.yaml': Buffer.from([0, 1, 2, 3]) });
      commitOn(repo, '2026-06-04', { 'roadmap.yaml': roadmapOf('PAY-12 done') });
    },
    versions: 2,
    lines: ['2026-06-04 Ana PAY-12 status planned > done'],
    notes: [
      /^1 former version of the roadmap could not be read \(larger than 4 MB\), so what it changed shows at the next one\.$/,
      /^1 former version of the roadmap could not be read \(no text\), /,
    ],
  },
  {
    title: 'takes what one person said on one day for one version, and nothing from whoever spoke in between',
    make(repo) {
      commitOn(repo, '2026-06-01', { 'roadmap.yaml': roadmapOf('PAY-12 planned 2026-08-03') });
      commitOn(repo, '2026-06-02', { 'roadmap.yaml': roadmapOf('PAY-12 planned 2026-08-10') });
      commitOn(repo, '2026-06-02', { 'roadmap.yaml': roadmapOf('PAY-12 planned 2026-08-20') });
      commitOn(repo, '2026-06-02', { 'roadmap.yaml': roadmapOf('PAY-12 active 2026-08-20') }, 'Ben');
      commitOn(repo, '2026-06-02', { 'roadmap.yaml': roadmapOf('PAY-12 active 2026-08-24') });
    },
    versions: 4,
    lines: [
      '2026-06-02 Ana PAY-12 due 2026-08-03 > 2026-08-20',
      '2026-06-02 Ben PAY-12 status planned > active',
      '2026-06-02 Ana PAY-12 due 2026-08-20 > 2026-08-24',
    ],
  },
  {
    title: 'knows nothing of a roadmap that was never committed',
    make(repo) {
      commitOn(repo, '2026-06-01', { 'src/a.ts': '// nothing\n' });
      repo.write({ 'roadmap.yaml': roadmapOf('PAY-12') });
    },
    versions: 0,
    lines: [],
  },
];

function merge(repo: TempRepo, branch: string, day: string, author: string): void {
  repo.git('merge', '-q', '--no-ff', '--no-commit', branch);
  repo.commit(`Merge branch '${branch}'`, { author, date: `${day}T12:00:00+02:00` });
}

for (const init of [[], ['--object-format=sha256']]) {
  describe(`the past of a plan in git ${init.join(' ')}`.trim(), () => {
    for (const { title, make, lines, versions, notes = [], globs = [] } of init.length > 0
      ? cases.slice(0, 2)
      : cases) {
      it(title, () =>
        withTempRepo(
          async (repo) => {
            make(repo);
            const { history, source } = await follow(repo.path, { globs });
            assert.deepEqual(linesOf(history), lines);
            assert.equal(history?.range.versions ?? 0, versions);
            assert.equal(source.notes.length, notes.length, source.notes.join('\n'));
            notes.forEach((note, index) => assert.match(source.notes[index] ?? '', note));
          },
          ...init,
        ),
      );
    }
  });
}

describe('the past of a plan', () => {
  it('is that of the folder that is open, where that is a part of the repository', () =>
    withTempRepo(async (repo) => {
      commitOn(repo, '2026-06-01', { 'a b/roadmap.yaml': roadmapOf('PAY-12'), 'roadmap.yaml': roadmapOf('TOP-1') });
      commitOn(repo, '2026-06-02', {
        'a b/roadmap.yaml': roadmapOf('PAY-12 done'),
        'roadmap.yaml': roadmapOf('TOP-2'),
      });
      const { history } = await follow(join(repo.path, 'a b'));
      assert.deepEqual(linesOf(history), ['2026-06-02 Ana PAY-12 status planned > done']);
    }));

  it('says that it is cut off in a shallow clone, and takes nothing for added there', () =>
    withTempRepo(async (repo) => {
      commitOn(repo, '2026-06-01', { 'roadmap.yaml': roadmapOf('PAY-12') });
      commitOn(repo, '2026-06-02', { 'roadmap.yaml': roadmapOf('PAY-12 active') });
      commitOn(repo, '2026-06-03', { 'roadmap.yaml': roadmapOf('PAY-12 done') });
      await withTempFolder(async (folder) => {
        const clone = join(folder, 'clone');
        repo.git('clone', '-q', '--depth', '2', `file://${repo.path}`, clone);
        const { history } = await follow(clone);
        assert.equal(history?.range.isComplete, false);
        assert.deepEqual(linesOf(history), ['2026-06-03 Ana PAY-12 status active > done']);
      });
    }));

  it('is unknown without a repository, and without a commit', () =>
    withTempFolder(async (folder) => {
      assert.equal((await follow(folder)).history, undefined);
      const repo = makeTempRepo();
      try {
        repo.write({ 'roadmap.yaml': roadmapOf('PAY-12') });
        const { history, source } = await follow(repo.path);
        assert.equal(history, undefined);
        assert.deepEqual(source.notes, []);
      } finally {
        repo.dispose();
      }
    }));

  it('is another one after a commit, an amended commit and a checkout, and reads only versions that are new', () =>
    withTempRepo(async (repo) => {
      commitOn(repo, '2026-06-01', { 'roadmap.yaml': roadmapOf('PAY-12') });
      const { source, history } = await follow(repo.path);
      assert.equal((await follow(repo.path, { source })).history, history);
      const counted = async () => {
        const before = source.parsed;
        const { history: now } = await follow(repo.path, { source });
        return [source.parsed - before, ...linesOf(now)];
      };
      commitOn(repo, '2026-06-02', { 'roadmap.yaml': roadmapOf('PAY-12 active') });
      assert.deepEqual(await counted(), [1, '2026-06-02 Ana PAY-12 status planned > active']);
      repo.write({ 'roadmap.yaml': roadmapOf('PAY-12 blocked') });
      repo.git('commit', '-q', '-a', '--amend', '--no-edit');
      assert.deepEqual(await counted(), [1, '2026-06-02 Ana PAY-12 status planned > blocked']);
      repo.git('checkout', '-q', 'HEAD~1');
      assert.deepEqual(await counted(), [0]);
      repo.git('checkout', '-q', 'main');
      assert.deepEqual(await counted(), [0, '2026-06-02 Ana PAY-12 status planned > blocked']);
      commitOn(repo, '2026-06-03', { 'src/a.ts': '// nothing of the plan\n' });
      assert.deepEqual(await counted(), [0, '2026-06-02 Ana PAY-12 status planned > blocked']);
    }));

  it('goes on from what was kept: without git where HEAD is the same, with what is new where it is not', () =>
    withTempRepo((repo) =>
      withTempFolder(async (folder) => {
        const cacheFolder = join(folder, 'cache');
        commitOn(repo, '2026-06-01', { 'roadmap.yaml': roadmapOf('PAY-12', 'PAY-13') });
        commitOn(repo, '2026-06-02', { 'roadmap.yaml': roadmapOf('PAY-12 active', 'PAY-13') });
        let events: PlanHistory['events'] | undefined;
        const cold = await callsOfGit(folder, async () => {
          const { source, history } = await follow(repo.path, { cacheFolder });
          await source.save();
          events = history?.events;
        });
        assert.deepEqual(cold.map(commandOf), ['rev-parse', 'log', 'cat-file']);
        const warm = await callsOfGit(folder, async () => {
          const { source, history } = await follow(repo.path, { cacheFolder });
          assert.equal(source.parsed, 0);
          assert.deepEqual(history?.events, events);
        });
        assert.deepEqual(warm.slice(cold.length).map(commandOf), ['rev-parse']);
        commitOn(repo, '2026-06-03', { 'roadmap.yaml': roadmapOf('PAY-12 done', 'PAY-13') });
        const next = await callsOfGit(folder, async () => {
          const { source, history } = await follow(repo.path, { cacheFolder });
          assert.equal(source.parsed, 1);
          assert.equal(linesOf(history).at(-1), '2026-06-03 Ana PAY-12 status active > done');
        });
        assert.deepEqual(next.slice(warm.length).map(commandOf), ['rev-parse', 'rev-list', 'log', 'cat-file']);
      }),
    ));

  it('is read anew from a cache that is damaged', () =>
    withTempRepo((repo) =>
      withTempFolder(async (cacheFolder) => {
        commitOn(repo, '2026-06-01', { 'roadmap.yaml': roadmapOf('PAY-12') });
        const first = await follow(repo.path, { cacheFolder });
        await first.source.save();
        const cache = new FolderCache(cacheFolder, repo.path);
        await cache.saveFact('planHistory', [{ head: 'x' }]);
        assert.deepEqual((await follow(repo.path, { cacheFolder })).history?.events, first.history?.events);
      }),
    ));
});

describe('The sample', () => {
  it('shows what slipped and what grew, and the status says on what past that rests', () =>
    withTempFolder(async (folder) => {
      const sample = join(folder, 'sample');
      await createSampleWorkspace(sample, { today: '2026-07-31' });
      await withEngine(sample, (engine) => {
        const messages = (code: string) =>
          engine.findings.all().flatMap((each) => (each.code === code ? each.message : []));
        assert.deepEqual(
          messages('WM308').map((message) => message.split(':')[0]),
          ['HUT-12 was put off 3 times by 35 days in all'],
        );
        assert.match(
          messages('WM309').join(),
          /^v1\.1 has grown by 29 % since .* from 34 to 44 points: HUT-16 and PAY-15 joined\.$/,
        );
        assert.deepEqual(messages('WM208'), []);
        assert.match(plainStatus(engine), /^past of the roadmap: 17 versions from 2026-05-\d\d to 2026-07-\d\d$/m);
        assert.match(plainStatus(engine), /^past of the roadmap: [\d.]+ ms$/m);
      });
    }));
});
