import { type Kept, keptBy } from '../../core/backlog/filter';
import { findingSums } from '../../core/backlog/findingSums';
import { type Group, groupsOf } from '../../core/backlog/grouping';
import { sorted } from '../../core/backlog/sorting';
import type { BacklogView } from '../../core/backlog/view';
import type { Me } from '../../core/backlog/facets';
import type { WorkItem } from '../../core/model/roadmap';
import type { FindingCounts } from '../../core/report/itemWords';
import type { Plan } from '../../core/trace/plan';
import { gitUser } from '../../engine/git/gitUser';
import type { Folder } from '../folder';

/** A folder's plan as somebody looks at it. */
export interface Backlog {
  readonly view: BacklogView;
  /** undefined: everything is shown. */
  readonly kept: Kept | undefined;
  /** undefined: items stand under what they are part of. */
  readonly groups: readonly Group[] | undefined;
  countsOf(item: WorkItem): FindingCounts;
  /** Those of some rows that are shown, in the order in which they are. */
  rows(items: readonly WorkItem[]): readonly WorkItem[];
}

interface Known {
  readonly plan: Plan;
  readonly countsOf: Backlog['countsOf'];
  /** As the view was looked at last, and by whom. */
  last: { readonly wanted: string; readonly backlog: Backlog } | undefined;
}

/** Made from all items, so that no row of a large plan asks them all again. */
const known = new WeakMap<Folder, Known>();

/** What is known of a folder's findings is another thing now. */
export function forgetBacklog(folder: Folder): void {
  known.delete(folder);
}

/** Who works in the folder; undefined: nobody knows. Asks git once. */
export async function meIn({ engine: { repository } }: Folder): Promise<Me | undefined> {
  return repository && gitUser(repository);
}

/**
 * The plan as a person arranged it: made again only where plan, view or person is another one.
 *
 * @implements WAY-42
 */
export function backlogOf(folder: Folder, view: BacklogView, me: Me | undefined): Backlog {
  const { plan } = folder.engine.trace;
  const { findings } = folder.engine;
  let about = known.get(folder);
  if (about?.plan !== plan) {
    about = { plan, countsOf: findingSums(plan, (item) => findings.factCountOf(item)), last: undefined };
    known.set(folder, about);
  }
  const wanted = JSON.stringify([view, me]);
  if (about.last?.wanted !== wanted) {
    about.last = { wanted, backlog: createBacklog(plan, view, me, about.countsOf) };
  }
  return about.last.backlog;
}

function createBacklog(plan: Plan, view: BacklogView, me: Me | undefined, countsOf: Backlog['countsOf']): Backlog {
  const kept = keptBy(view.filter, plan, { me, hasFindings: (item) => countsOf(item).own > 0 });
  return {
    view,
    kept,
    groups: view.grouping === 'epic' ? undefined : groupsOf(plan, view.grouping, kept),
    countsOf,
    rows: (items) => sorted(kept ? items.filter((item) => kept.isShown(item)) : items, view.sorting, plan),
  };
}
