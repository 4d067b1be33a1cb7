import { t } from '../../core/words/t';
import { ownerNamed, releaseNamed } from '../../core/backlog/facets';
import { type BacklogFilter, type Grouping, isUnfiltered, PLAIN_VIEW, type Sorting } from '../../core/backlog/view';
import { counted } from '../../core/report/itemWords';
import type { Plan } from '../../core/trace/plan';
import type { BacklogSummary, BacklogWishes } from '../../protocol/backlogView';
import type { Folder } from '../folder';
import { backlogOf, meIn } from './backlog';
import { backlogView } from './wishes';
import { alternatives } from '../../core/words/count';
import { categoryWord } from '../../core/words/names';

const SORTING_WORDS: Readonly<Record<Sorting, () => readonly string[]>> = {
  plan: () => [],
  score: () => [t('sorted by score')],
  due: () => [t('sorted by due date')],
};

const BY: Readonly<Record<Grouping, () => string>> = {
  epic: () => t('by epic'),
  release: () => t('by release'),
  status: () => t('by status'),
  owner: () => t('by owner'),
  goal: () => t('by goal'),
};

/** How the view tells what it shows: nothing is left out in silence. */
export async function backlogSummary(folders: readonly Folder[], wishes: BacklogWishes): Promise<BacklogSummary> {
  const view = backlogView(wishes);
  const { grouping, sorting, filter } = view;
  const isFiltered = !isUnfiltered(filter);
  const arrangement = [...(grouping === PLAIN_VIEW.grouping ? [] : [BY[grouping]()]), ...SORTING_WORDS[sorting]()];
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
      ? [t('Nobody knows what is yours: git has no user.name and user.email here.')]
      : [];
  const message = isFiltered ? [t('{0}: {1} of {2}.', asked, shown, counted(all, 'item')), ...stranger].join(' ') : '';
  const hidesAll = isFiltered && shown === 0 && all > 0;
  return {
    description: hidesAll ? message : [...arrangement, ...(isFiltered ? [t('filtered')] : [])].join(', '),
    // An empty view has room for links, but not beside a message.
    message: hidesAll ? '' : message,
    isFiltered,
    hidesAll,
  };
}

function filterWords(filter: BacklogFilter, plans: readonly Plan[]): string {
  const [plan] = plans;
  const named = (keys: readonly string[], none: string, labelOf: (key: string, plan: Plan) => string) =>
    alternatives(keys.map((key) => (key === '' || !plan ? none : labelOf(key, plan))));
  const parts = [
    filter.words.trim() && t('“{0}”', filter.words.trim()),
    filter.mine && t('mine'),
    filter.withFindings && t('with findings'),
    alternatives(filter.statuses.map(categoryWord)),
    filter.owners.length > 0 &&
      t(
        'owner {0}',
        named(filter.owners, t('nobody'), (key, of) => ownerNamed(key, of).label),
      ),
    filter.releases.length > 0 &&
      t(
        'release {0}',
        named(filter.releases, t('none'), (key, of) => releaseNamed(key, of).label),
      ),
  ];
  return t('Only {0}', parts.filter(Boolean).join(', '));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
