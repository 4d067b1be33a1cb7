import type { CodeHistory } from '../../../src/core/codeHistory/codeHistory';
import type { Nesting } from '../../../src/core/codeHistory/nesting';
import type { WorkTree } from '../../../src/core/findings/facts';
import type { Commit } from '../../../src/core/model/commit';
import { createPlanHistory, type ItemState, type PlanHistory } from '../../../src/core/planHistory/planHistory';
import { compileGlob } from '../../../src/core/trace/glob';
import { readNamedPath } from '../../../src/core/trace/namedPath';
import type { StatusCategory } from '../../../src/core/model/status';
import { changed, codeHistory as historyOf } from '../../support/codeHistoryBuilder';
import { days } from '../../support/planBuilder';

/** What commits changed: `codeHistory([first, ['src/a.ts']])`; nothing is known of others. */
export function codeHistory(...changes: readonly (readonly [Commit, readonly string[]])[]): CodeHistory {
  return historyOf(changes.map(([commit, paths]) => changed(commit, ...paths)));
}

/** `nesting({ 'src/a.ts': 8 })`: how deep files are nested; nothing is known of others. */
export function nesting(depths: Readonly<Record<string, number>>): Nesting {
  return { paths: new Set(Object.keys(depths)), depthOf: (path) => depths[path] };
}

/** A folder with these files and nothing that git ignores. */
export function workTree(...files: readonly string[]): WorkTree {
  return {
    nearest: () => [],
    countOf(text) {
      const named = readNamedPath(text);
      const globs = named.kind === 'inside' ? named.globs : [];
      const tests = globs.flatMap((glob) => [compileGlob(glob), compileGlob(`${glob}/**`)]);
      return files.filter((path) => tests.some((test) => test(path))).length;
    },
  };
}

/** The past of one item's status: `statusHistory('PAY-12', ['2026-08-01', 'planned'], ['2026-08-30', 'done'])`. */
export function statusHistory(
  id: string,
  ...statuses: readonly (readonly [day: string, category: StatusCategory])[]
): PlanHistory {
  const events = statuses.map(([day, category], at) => {
    const before = statuses[at - 1]?.[1];
    return {
      id,
      kind: before === undefined ? ('added' as const) : ('status' as const),
      moment: { sha: String(at).padStart(40, '0'), day: days(day).first, author: 'Ana Lima' },
      before: before === undefined ? undefined : stateOf(before),
      after: stateOf(category),
    };
  });
  const from = days(statuses[0]?.[0] ?? '2026-01-01').first;
  return createPlanHistory(events, { from, to: from, versions: statuses.length, isComplete: true });
}

function stateOf(category: StatusCategory): ItemState {
  return {
    kind: 'story',
    title: 'Title',
    category,
    release: undefined,
    owner: undefined,
    parent: undefined,
    start: undefined,
    due: undefined,
    freeze: undefined,
    estimate: undefined,
    isLeaf: true,
  };
}
