import type { IdFinder } from '../ids/idFinder';
import type { WorkItem } from '../model/roadmap';
import { categoryOf } from '../planning/progress';
import type { Plan } from '../trace/plan';
import { branchNameOf } from './branchName';
import { branchesByItem, branchWork } from './branchWork';
import type { WorkState } from './workState';

/** A branch to check out. */
export interface BranchStep {
  readonly name: string;
  /** True: it is made first, where HEAD is. */
  readonly isNew: boolean;
}

/** Where work on an item can go on. */
export type StartBranches =
  /** It is checked out already. */
  | { readonly here: string }
  /** Those that the item has, the last changed first. */
  | { readonly existing: readonly BranchStep[] }
  | { readonly made: BranchStep };

/** @param user name of the person at work; empty: unknown */
export function startBranches(
  item: WorkItem,
  state: WorkState,
  { plan, finder, template, user }: { plan: Plan; finder: IdFinder; template: string; user: string },
): StartBranches {
  if (state.branch !== null && branchWork(state.branch, plan, finder) === item) {
    return { here: state.branch };
  }
  const existing = branchesByItem(state.branches, plan, finder).get(item) ?? [];
  if (existing.length > 0) {
    return { existing: existing.map((name) => ({ name, isNew: false })) };
  }
  // An ID made of words is only known where no other word is tied to it.
  const names = [branchNameOf(template, item, user), branchNameOf('{id}', item, user)];
  const known = names.find((name) => branchWork(name, plan, finder) === item);
  return { made: { name: known ?? names[0] ?? item.id, isNew: true } };
}

/** An active item and a branch of it. */
export interface OtherWork {
  readonly item: WorkItem;
  readonly branch: string;
}

/** The branches of active items but for the one that is checked out, the last changed first. */
export function otherWork(state: WorkState, plan: Plan, finder: IdFinder): OtherWork[] {
  return state.branches.flatMap((branch) => {
    const item = branch === state.branch ? undefined : branchWork(branch, plan, finder);
    return item && categoryOf(item, plan) === 'active' ? [{ item, branch }] : [];
  });
}
