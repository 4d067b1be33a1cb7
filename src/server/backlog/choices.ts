import { t } from '../../core/words/t';
import { type Facet, memberFacet, ownerOf, releaseNamed, releaseOf } from '../../core/backlog/facets';
import { statusFacet } from '../../core/backlog/grouping';
import { GROUPINGS, type Grouping, SORTINGS, type Sorting } from '../../core/backlog/view';
import { STATUS_CATEGORIES } from '../../core/model/status';
import type { Plan } from '../../core/trace/plan';
import type {
  BacklogChoice,
  BacklogChoices,
  BacklogChoicesParams,
  BacklogCriterion,
  BacklogWishes,
} from '../../protocol/backlogView';
import type { Folder } from '../folder';
import { backlogView } from './wishes';

const GROUPING_WORDS: Readonly<Record<Grouping, () => string>> = {
  epic: () => t('Epic'),
  release: () => t('Release'),
  status: () => t('Status'),
  owner: () => t('Owner'),
  goal: () => t('Goal'),
};

const SORTING_WORDS: Readonly<Record<Sorting, () => Pick<BacklogChoice, 'label' | 'description'>>> = {
  plan: () => ({ label: t('Order of the plan') }),
  score: () => ({ label: t('Score'), description: t('The highest first, what has none last') }),
  due: () => ({ label: t('Due date'), description: t('What is due first, what is due on no day last') }),
};

/** What a person may choose for the view, and what is chosen now. */
export function backlogChoices(folders: readonly Folder[], { about, wishes }: BacklogChoicesParams): BacklogChoices {
  const view = backlogView(wishes);
  switch (about) {
    case 'grouping':
      return {
        title: t('Group the roadmap'),
        placeHolder: t('Pick what its rows stand under'),
        several: false,
        rows: GROUPINGS.map((grouping) => ({
          label: GROUPING_WORDS[grouping](),
          isChosen: grouping === view.grouping,
          adds: { grouping },
        })),
      };
    case 'sorting':
      return {
        title: t('Sort the roadmap'),
        placeHolder: t('Pick which rows come first'),
        several: false,
        rows: SORTINGS.map((sorting) => ({
          ...SORTING_WORDS[sorting](),
          isChosen: sorting === view.sorting,
          adds: { sorting },
        })),
      };
    case 'filter':
      return {
        title: t('Filter the roadmap'),
        placeHolder: t('Tick what is shown; ticking nothing shows everything'),
        several: true,
        rows: filterRows(folders, wishes),
      };
  }
}

function filterRows(folders: readonly Folder[], { only = [] }: BacklogWishes): BacklogChoice[] {
  const plans = folders.map((folder) => folder.engine.trace.plan);
  return [
    ...rowsOf(t('Only'), only, [
      ['mine', { key: '', label: t('Mine') }],
      ['findings', { key: '', label: t('With findings') }],
    ]),
    ...facetRows(t('Status'), 'status', only, STATUS_CATEGORIES.map(statusFacet)),
    ...facetRows(t('Owner'), 'owner', only, plans.flatMap(ownersIn)),
    ...facetRows(t('Release'), 'release', only, plans.flatMap(releasesIn)),
  ];
}

/** Declared ones first, then those that only items name, last none. */
function ownersIn(plan: Plan): Facet[] {
  return [...plan.team.map(memberFacet), ...plan.workItems.map((item) => ownerOf(item, plan))];
}

function releasesIn(plan: Plan): Facet[] {
  return [
    ...plan.releases.map(({ id }) => releaseNamed(id, plan)),
    ...plan.workItems.map((item) => releaseOf(item, plan)),
  ];
}

function facetRows(
  heading: string,
  by: BacklogCriterion['by'],
  only: readonly BacklogCriterion[],
  facets: readonly Facet[],
): BacklogChoice[] {
  const unique = [...new Map(facets.map((facet) => [facet.key, facet])).values()];
  const ordered = [...unique.filter(({ key }) => key !== ''), ...unique.filter(({ key }) => key === '')];
  return rowsOf(
    heading,
    only,
    ordered.map((facet) => [by, facet] as const),
  );
}

function rowsOf(
  heading: string,
  only: readonly BacklogCriterion[],
  entries: readonly (readonly [by: BacklogCriterion['by'], facet: Facet])[],
): BacklogChoice[] {
  return entries.map(([by, { key, label }], index) => ({
    label,
    ...(index === 0 && { heading }),
    isChosen: only.some((each) => each.by === by && each.value === key),
    adds: { only: [{ by, value: key }] },
  }));
}
