import { t } from '../../core/words/t';
import { URI } from 'vscode-uri';
import type { WorkItem } from '../../core/model/roadmap';
import { count } from '../../core/words/count';
import { itemName } from '../../core/report/itemWords';
import { branchWork } from '../../core/workflow/branchWork';
import { type BranchStep, otherWork, startBranches } from '../../core/workflow/workBranches';
import { marksOfFinish, marksOfStart, type WorkMarks } from '../../core/workflow/workMarks';
import { type KnownState, obstacleOf, type WorkState } from '../../core/workflow/workState';
import { switchFailure } from '../../core/workflow/switchFailure';
import { workStateOf } from '../../engine/git/branches';
import { gitUserNow } from '../../engine/git/gitUser';
import type { WorkAnswer, WorkParams, WorkRow } from '../../protocol/work';
import type { EditedTexts } from '../fileEdits';
import { editOf } from '../fixes/applyFix';
import type { Folder } from '../folder';
import { STATUS_ICONS } from '../tree/icons';
import { readAgain } from './readAgain';
import { itemOf, nobody, workActions } from './workActions';

const closed = () => t('The folder of this story is no longer open, so nothing was changed.');

/**
 * The next step of what a person does with an item: begin work on it, end it, or go on with another one.
 *
 * @implements WAY-41
 */
export async function work(folder: Folder | undefined, params: WorkParams, texts: EditedTexts): Promise<WorkAnswer> {
  if (!folder) {
    return { refusal: closed() };
  }
  const { branch, failure, isThere } = params;
  if (branch && failure !== undefined) {
    return { refusal: switchFailure(branch.name, failure) };
  }
  if (branch && isThere) {
    await readAgain(folder, texts);
  }
  const { repository, status } = folder.engine;
  const reason = status.git.available ? t('Git has not been asked yet') : status.git.reason;
  const state = await workStateOf(repository, reason);
  switch (params.about) {
    case 'start':
      return start(folder, params, state, texts);
    case 'finish':
      return finish(folder, params, state, texts);
    case 'switch':
      return change(folder, params, state);
    case 'actions':
      return workActions(folder, params, state);
  }
}

async function start(folder: Folder, params: WorkParams, state: KnownState, texts: EditedTexts): Promise<WorkAnswer> {
  const { trace, finder, repository } = folder.engine;
  const { plan } = trace;
  const obstacle = obstacleOf(state);
  const item = itemOf(folder, params, state);
  if (!item) {
    return { refusal: nobody(params, state) };
  }
  if (item.derivedId) {
    return { refusal: t('{0} has no ID, so no branch can name it; give it one first.', itemName(item)) };
  }
  if (obstacle !== undefined || 'unavailable' in state || !repository) {
    return { refusal: obstacle ?? closed() };
  }
  const me = await gitUserNow(repository);
  if (!params.isThere) {
    if (params.branch) {
      return branchAnswer(folder, params, params.branch);
    }
    const template = folder.settings.work.branch;
    const branches = startBranches(item, state, { plan, finder, template, user: me?.name ?? '' });
    if ('made' in branches) {
      return branchAnswer(folder, params, branches.made);
    }
    if ('existing' in branches) {
      return {
        title: t('Start work on {0}', itemName(item)),
        placeHolder:
          branches.existing.length === 1
            ? t('{0} has a branch already: pick where the work goes on', item.id)
            : t('{0} has branches already: pick where the work goes on', item.id),
        rows: branches.existing.map((each) => branchRow(each, { ...params, id: item.id, branch: each })),
      };
    }
  }
  const along = alongWords(params, state);
  const branch = state.branch ?? '';
  return ended(folder, item, marksOfStart(item, plan, me), texts, (what) => ({
    sentence:
      along === undefined
        ? t('{0} {1}, on the branch {2}.', itemName(item), what, branch)
        : t('{0} {1}, on the branch {2}; {3}.', itemName(item), what, branch, along),
    prefix: `${item.id}: `,
    offers: [],
  }));
}

async function finish(folder: Folder, params: WorkParams, state: KnownState, texts: EditedTexts): Promise<WorkAnswer> {
  const { plan } = folder.engine.trace;
  const item = itemOf(folder, params, state);
  if (!item) {
    return { refusal: nobody(params, state) };
  }
  const home = obstacleOf(state) === undefined && 'branch' in state ? wayHome(folder, item, state) : undefined;
  const waits = 'changedFiles' in state && state.changedFiles > 0;
  return ended(folder, item, marksOfFinish(item, plan), texts, (what) => ({
    sentence: waits
      ? t('{0} {1}; {2}.', itemName(item), what, count(state.changedFiles, 'changed file waits'))
      : t('{0} {1}.', itemName(item), what),
    offers: home === undefined ? [] : [home],
  }));
}

/** From a branch of the item back to the one that others start from. */
function wayHome(folder: Folder, item: WorkItem, state: WorkState): WorkRow | undefined {
  const { branch, defaultBranch } = state;
  const isOfItem = branch !== null && branchWork(branch, folder.engine.trace.plan, folder.engine.finder) === item;
  return isOfItem && defaultBranch !== undefined && defaultBranch !== branch
    ? {
        label: t('Switch to {0}', defaultBranch),
        next: { about: 'switch', folder: folder.uri, branch: { name: defaultBranch, isNew: false } },
      }
    : undefined;
}

async function change(folder: Folder, params: WorkParams, state: KnownState): Promise<WorkAnswer> {
  const { plan } = folder.engine.trace;
  const obstacle = obstacleOf(state, true);
  if ('unavailable' in state || obstacle !== undefined) {
    return { refusal: obstacle ?? closed() };
  }
  if (params.branch) {
    return params.isThere ? arrived(folder, params, state) : branchAnswer(folder, params, params.branch);
  }
  const others = otherWork(state, plan, folder.engine.finder);
  if (others.length === 0) {
    return { refusal: t('No other active story has a branch; start work on one first.') };
  }
  return {
    title: t('Switch to another story'),
    placeHolder: t('Pick the active story to go on with'),
    rows: others.map(({ item, branch }) => ({
      label: itemName(item),
      description: branch,
      icon: STATUS_ICONS.active,
      next: { ...params, id: item.id, branch: { name: branch, isNew: false } },
    })),
  };
}

async function arrived(folder: Folder, params: WorkParams, state: WorkState): Promise<WorkAnswer> {
  const { trace, finder } = folder.engine;
  const item = state.branch === null ? undefined : branchWork(state.branch, trace.plan, finder);
  const along = alongWords(params, state);
  return {
    sentence: arrivalWords(item, state.branch ?? '', along),
    ...(item && { prefix: `${item.id}: ` }),
    root: rootOf(folder),
    offers: [],
  };
}

function arrivalWords(item: WorkItem | undefined, branch: string, along: string | undefined): string {
  if (along === undefined) {
    return item ? t('{0}, on the branch {1}.', itemName(item), branch) : t('On the branch {0}.', branch);
  }
  return item
    ? t('{0}, on the branch {1}; {2}.', itemName(item), branch, along)
    : t('On the branch {0}; {1}.', branch, along);
}

function branchAnswer(folder: Folder, params: WorkParams, branch: BranchStep): WorkAnswer {
  return { branch, root: rootOf(folder), next: { ...params, branch } };
}

function branchRow({ name }: BranchStep, next: WorkParams): WorkRow {
  return { label: name, icon: { id: 'git-branch' }, next };
}

function rootOf({ engine, uri }: Folder): string {
  return engine.repository ? URI.file(engine.repository.root).toString() : uri;
}

/** Said where git took changes to another branch. */
function alongWords({ isThere }: WorkParams, { changedFiles }: WorkState): string | undefined {
  return isThere && changedFiles > 0 ? count(changedFiles, 'changed file came along') : undefined;
}

function ended(
  folder: Folder,
  item: WorkItem,
  { edits, state }: WorkMarks,
  texts: EditedTexts,
  say: (state: string) => Pick<Extract<WorkAnswer, { sentence: string }>, 'sentence' | 'prefix' | 'offers'>,
): WorkAnswer {
  const made = editOf(folder, { roadmap: edits }, texts);
  if ('refusal' in made) {
    return { refusal: t('{0} could not be marked in the roadmap: {1}', itemName(item), made.refusal) };
  }
  return { ...(edits.length > 0 && made), root: rootOf(folder), ...say(state) };
}
