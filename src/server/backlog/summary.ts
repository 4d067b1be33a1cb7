import { ownerNamed, releaseNamed } from '../../core/backlog/facets';
import { statusFacet } from '../../core/backlog/grouping';
import { type BacklogFilter, isUnfiltered, PLAIN_VIEW, type Sorting } from '../../core/backlog/view';
import { counted } from '../../core/report/itemWords';
import type { Plan } from '../../core/trace/plan';
import type { BacklogSummary, BacklogWishes } from '../../protocol/backlogView';
import type { Folder } from '../folder';
import { backlogOf, meIn } from './backlog';
import { backlogView } from './wishes';

const SORTING_WORDS: Readonly<Record<Sorting, readonly string[]>> = {
  plan: [],
  score: ['sorted by score'],
  due: ['sorted by due date'],
};

/** How the view tells what it shows: nothing is left out in silence. */
export async function backlogSummary(folders: readonly Folder[], wishes: BacklogWishes): Promise<BacklogSummary> {
  const view = backlogView(wishes);
  const { grouping, sorting, filter } = view;
  const isFiltered = !isUnfiltered(filter);
  const arrangement = [...(grouping === PLAIN_VIEW.grouping ? [] : [`by ${grouping}`]), ...SORTING_WORDS[sorting]];
  const counts = await Promise.all(
    folders.map(async (folder) => ({
      shown: backlogOf(folder, view, await meIn(folder)).kept?.matches ?? 0,
      all: folder.engine.trace.plan.workItems.length,
      isMeKnown: (await meIn(folder)) !== undefined,
    })),
  );
  const [shown, all] = [sum(counts.map((each) => each.shown)), sum(counts.map((each) => each.all))];
  const asked = filterWords(
    filter,
    folders.map(({ engine }) => engine.trace.plan),
  );
  const stranger =
    filter.mine && !counts.some(({ isMeKnown }) => isMeKnown)
      ? ' Nobody knows what is yours: git has no user.name and user.email here.'
      : '';
  return {
    description: [...arrangement, ...(isFiltered ? ['filtered'] : [])].join(', '),
    message: isFiltered ? `${asked}: ${shown} of ${counted(all, 'item')}.${stranger}` : '',
    isFiltered,
  };
}

function filterWords(filter: BacklogFilter, plans: readonly Plan[]): string {
  const [plan] = plans;
  const named = (keys: readonly string[], none: string, labelOf: (key: string, plan: Plan) => string) =>
    keys.map((key) => (key === '' || !plan ? none : labelOf(key, plan))).join(' or ');
  const parts = [
    filter.words.trim() && `“${filter.words.trim()}”`,
    filter.mine && 'mine',
    filter.withFindings && 'with findings',
    filter.statuses.map((category) => statusFacet(category).label.toLowerCase()).join(' or '),
    filter.owners.length > 0 && `owner ${named(filter.owners, 'nobody', (key, of) => ownerNamed(key, of).label)}`,
    filter.releases.length > 0 && `release ${named(filter.releases, 'none', (key, of) => releaseNamed(key, of).label)}`,
  ];
  return `Only ${parts.filter(Boolean).join(', ')}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
