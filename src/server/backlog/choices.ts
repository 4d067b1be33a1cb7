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

const GROUPING_WORDS: Readonly<Record<Grouping, string>> = {
  epic: 'Epic',
  release: 'Release',
  status: 'Status',
  owner: 'Owner',
  goal: 'Goal',
};

const SORTING_WORDS: Readonly<Record<Sorting, Pick<BacklogChoice, 'label' | 'description'>>> = {
  plan: { label: 'Order of the plan' },
  score: { label: 'Score', description: 'The highest first, what has none last' },
  due: { label: 'Due date', description: 'What is due first, what is due on no day last' },
};

/** What a person may choose for the view, and what is chosen now. */
export function backlogChoices(folders: readonly Folder[], { about, wishes }: BacklogChoicesParams): BacklogChoices {
  const view = backlogView(wishes);
  switch (about) {
    case 'grouping':
      return {
        title: 'Group the roadmap',
        placeHolder: 'Pick what its rows stand under',
        several: false,
        rows: GROUPINGS.map((grouping) => ({
          label: GROUPING_WORDS[grouping],
          isChosen: grouping === view.grouping,
          adds: { grouping },
        })),
      };
    case 'sorting':
      return {
        title: 'Sort the roadmap',
        placeHolder: 'Pick which rows come first',
        several: false,
        rows: SORTINGS.map((sorting) => ({
          ...SORTING_WORDS[sorting],
          isChosen: sorting === view.sorting,
          adds: { sorting },
        })),
      };
    case 'filter':
      return {
        title: 'Filter the roadmap',
        placeHolder: 'Tick what is shown; ticking nothing shows everything',
        several: true,
        rows: filterRows(folders, wishes),
      };
  }
}

function filterRows(folders: readonly Folder[], { only = [] }: BacklogWishes): BacklogChoice[] {
  const plans = folders.map((folder) => folder.engine.trace.plan);
  return [
    ...rowsOf('Only', only, [
      ['mine', { key: '', label: 'Mine' }],
      ['findings', { key: '', label: 'With findings' }],
    ]),
    ...facetRows('Status', 'status', only, STATUS_CATEGORIES.map(statusFacet)),
    ...facetRows('Owner', 'owner', only, plans.flatMap(ownersIn)),
    ...facetRows('Release', 'release', only, plans.flatMap(releasesIn)),
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
