import type { WorkItem } from '../model/roadmap';
import type { LinkedReference } from '../trace/evidence';
import { namedPathTest, readNamedPath } from '../trace/namedPath';
import type { ReadonlyTrace } from '../trace/trace';

/** A document with a decision, and what says that the item rests on it: the roadmap, or a place in it that names the item. */
export interface DecisionPath {
  readonly path: string;
  /** undefined: the roadmap names it. */
  readonly link: LinkedReference | undefined;
}

/** Folders in which teams keep decisions, and names that start with a number, as in `0007-one-ledger.md`. */
const DECISION = /(?:^|\/)(?:adrs?|decisions?|decision[-_]records?|rfcs?)\/|(?:^|\/)\d{3,5}[-_][^/]+$/i;

/** More are a folder of decisions, not those of one item. */
const MOST_DECISIONS = 20;

/** The decisions of an item: those that the roadmap names, then others that name the item. */
export function decisionPaths(item: WorkItem, trace: ReadonlyTrace): DecisionPath[] {
  const found = new Map<string, DecisionPath>();
  for (const { name } of item.decisions) {
    for (const path of pathsNamed(name, trace)) {
      found.set(path, { path, link: undefined });
    }
  }
  for (const link of trace.evidenceOf(item).references) {
    const { path } = link.file;
    if (link.reference.role === 'doc' && DECISION.test(path) && !found.has(path)) {
      found.set(path, { path, link });
    }
  }
  return [...found.values()].slice(0, MOST_DECISIONS);
}

/** Of a pattern those files of which anything is known. */
function pathsNamed(name: string, { files }: ReadonlyTrace): readonly string[] {
  const named = readNamedPath(name);
  if (named.kind !== 'inside') {
    return [];
  }
  return named.isPattern ? [...files.keys()].filter(namedPathTest([name])).sort() : named.globs.slice(0, 1);
}
