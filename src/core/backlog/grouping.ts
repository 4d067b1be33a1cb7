import { t } from '../words/t';
import type { WorkItem } from '../model/roadmap';
import type { StatusCategory } from '../model/status';
import { categoryOf } from '../planning/progress';
import type { Plan } from '../trace/plan';
import { type Facet, goalNamed, goalOf, memberFacet, ownerOf, releaseNamed, releaseOf } from './facets';
import type { Kept } from './filter';
import type { Grouping } from './view';

/** Rows that stand under one heading. */
export interface Group extends Facet {
  /** In the plan's order. */
  readonly items: readonly WorkItem[];
}

/** What needs attention first. */
const STATUS_ORDER: readonly StatusCategory[] = ['blocked', 'active', 'planned', 'done', 'dropped'];

/**
 * The plan's pieces of work under what they belong to: what the plan declares first, in its order, then what only items name,
 * last those that belong to none. A heading without items is left out, but for releases and people that a plan declares while
 * everything is shown: work can be moved there.
 *
 * @param kept undefined: everything is shown
 */
export function groupsOf(plan: Plan, grouping: Exclude<Grouping, 'epic'>, kept?: Kept): readonly Group[] {
  const { declared, facetOf, keepsEmpty } = KINDS[grouping](plan);
  const groups = new Map(declared.map((facet) => [facet.key, { ...facet, items: [] as WorkItem[] }]));
  const rest: WorkItem[] = [];
  let none = '';
  for (const item of piecesOfWork(plan)) {
    if (kept?.isShown(item) === false) {
      continue;
    }
    const facet = facetOf(item);
    if (facet.key === '') {
      none = facet.label;
      rest.push(item);
      continue;
    }
    const group = groups.get(facet.key) ?? { ...facet, items: [] };
    groups.set(facet.key, group);
    group.items.push(item);
  }
  const named = [...groups.values()].filter(({ items }) => (keepsEmpty && !kept) || items.length > 0);
  return rest.length > 0 ? [...named, { key: '', label: none, items: rest }] : named;
}

interface GroupKind {
  readonly declared: readonly Facet[];
  readonly facetOf: (item: WorkItem) => Facet;
  readonly keepsEmpty: boolean;
}

const KINDS: Readonly<Record<Exclude<Grouping, 'epic'>, (plan: Plan) => GroupKind>> = {
  release: (plan) => ({
    declared: plan.releases.map(({ id }) => releaseNamed(id, plan)),
    facetOf: (item) => releaseOf(item, plan),
    keepsEmpty: true,
  }),
  owner: (plan) => ({
    declared: plan.team.map(memberFacet),
    facetOf: (item) => ownerOf(item, plan),
    keepsEmpty: true,
  }),
  goal: (plan) => ({
    declared: plan.goals.map(({ id }) => goalNamed(id, plan)),
    facetOf: (item) => goalOf(item, plan),
    keepsEmpty: false,
  }),
  status: (plan) => ({
    declared: STATUS_ORDER.map(statusFacet),
    facetOf: (item) => statusFacet(categoryOf(item, plan)),
    keepsEmpty: false,
  }),
};

export function statusFacet(category: StatusCategory): Facet {
  const labels: Readonly<Record<StatusCategory, string>> = {
    blocked: t('Blocked'),
    active: t('In progress'),
    planned: t('Planned'),
    done: t('Done'),
    dropped: t('Dropped'),
  };
  return { key: category, label: labels[category] };
}

/** Stories, epics with nothing under them, and tasks of no story: each piece of work once. */
function piecesOfWork(plan: Plan): readonly WorkItem[] {
  return plan.workItems.filter((item) => isPiece(item, plan));
}

function isPiece(item: WorkItem, plan: Plan): boolean {
  if (item.kind === 'epic' && plan.childrenOf(item).length > 0) {
    return false;
  }
  for (let at = plan.parentOf(item); at; at = plan.parentOf(at)) {
    if (at.kind !== 'epic') {
      return false;
    }
  }
  return true;
}
