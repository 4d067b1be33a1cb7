import { t } from '../../core/words/t';
import type { WorkItem } from '../../core/model/roadmap';
import { isFinished } from '../../core/model/status';
import { categoryOf } from '../../core/planning/progress';
import { itemName } from '../../core/report/itemWords';
import { branchWork } from '../../core/workflow/branchWork';
import type { KnownState } from '../../core/workflow/workState';
import { COMMANDS } from '../../protocol/contributions';
import type { WorkAnswer, WorkParams } from '../../protocol/work';
import { type Folder, targetOf } from '../folder';

/** What can be done with an item, for a click on it. */
export function workActions(folder: Folder, params: WorkParams, state: KnownState): WorkAnswer {
  const { plan } = folder.engine.trace;
  const item = itemOf(folder, params, state);
  if (!item) {
    return { refusal: nobody(params, state) };
  }
  const of = { folder: folder.uri, id: item.id };
  const category = categoryOf(item, plan);
  const isHere = 'branch' in state && itemOf(folder, { about: 'start', folder: folder.uri }, state) === item;
  return {
    title: itemName(item),
    placeHolder: t('Pick what to do'),
    rows: [
      ...(category === 'active' && isHere
        ? []
        : [{ label: t('Start work'), icon: { id: 'play' }, next: { about: 'start', ...of } as const }]),
      ...(isFinished(category)
        ? []
        : [{ label: t('Finish work'), icon: { id: 'check' }, next: { about: 'finish', ...of } as const }]),
      {
        label: t('Switch to another story…'),
        icon: { id: 'arrow-swap' },
        next: { about: 'switch', folder: folder.uri },
      },
      {
        label: t('Open story page'),
        icon: { id: 'preview' },
        next: { command: COMMANDS.openStoryPage, arguments: [of] },
      },
      {
        label: t('Show links…'),
        icon: { id: 'references' },
        next: { command: COMMANDS.showLinks, arguments: [of] },
      },
      {
        label: t('Open in the roadmap'),
        icon: { id: 'go-to-file' },
        next: { command: COMMANDS.open, arguments: [targetOf(folder, { path: item.path, span: item.headline })] },
      },
    ],
  };
}

/** The item that is named, else the one that the branch names. */
export function itemOf({ engine }: Folder, { id }: WorkParams, state: KnownState): WorkItem | undefined {
  const { plan } = engine.trace;
  if (id !== undefined) {
    return plan.findWork(id);
  }
  const branch = 'branch' in state ? state.branch : null;
  return branch === null ? undefined : branchWork(branch, plan, engine.finder);
}

/** One sentence where {@link itemOf} finds none. */
export function nobody({ id }: WorkParams, state: KnownState): string {
  if (id !== undefined) {
    return t('No roadmap declares {0} any more, so nothing was changed.', id);
  }
  return 'branch' in state && state.branch !== null
    ? t('The branch {0} names no story of the roadmap; pick one and start work on it.', state.branch)
    : t('No branch tells which story this is about; pick one and start work on it.');
}
