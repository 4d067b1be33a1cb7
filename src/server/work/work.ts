import { URI } from 'vscode-uri';
import type { WorkItem } from '../../core/model/roadmap';
import { count } from '../../core/findings/wording';
import { itemName } from '../../core/report/itemWords';
import { branchWork } from '../../core/workflow/branchWork';
import { type BranchStep, otherWork, startBranches } from '../../core/workflow/workBranches';
import { marksOfFinish, marksOfStart, type WorkMarks } from '../../core/workflow/workMarks';
import { type KnownState, obstacleOf, type WorkState } from '../../core/workflow/workState';
import { switchFailure } from '../../core/workflow/switchFailure';
import { workStateOf } from '../../engine/git/branches';
import { gitUser } from '../../engine/git/gitUser';
import type { WorkAnswer, WorkParams, WorkRow } from '../../protocol/work';
import type { EditedTexts } from '../fileEdits';
import { editOf } from '../fixes/applyFix';
import type { Folder } from '../folder';
import { STATUS_ICONS } from '../tree/icons';
import { readAgain } from './readAgain';
import { itemOf, nobody, workActions } from './workActions';

const CLOSED = 'The folder of this story is no longer open, so nothing was changed.';

/** The next step of what a person does with an item: begin work on it, end it, or go on with another one. */
export async function work(folder: Folder | undefined, params: WorkParams, texts: EditedTexts): Promise<WorkAnswer> {
  if (!folder) {
    return { refusal: CLOSED };
  }
  const { branch, failure, isThere } = params;
  if (branch && failure !== undefined) {
    return { refusal: switchFailure(branch.name, failure) };
  }
  if (branch && isThere) {
    await readAgain(folder, texts);
  }
  const { repository, status } = folder.engine;
  const reason = status.git.available ? 'Git has not been asked yet' : status.git.reason;
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
    return { refusal: `${itemName(item)} has no ID, so no branch can name it; give it one first.` };
  }
  if (obstacle !== undefined || 'unavailable' in state || !repository) {
    return { refusal: obstacle ?? CLOSED };
  }
  const me = await gitUser(repository);
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
        title: `Start work on ${itemName(item)}`,
        placeHolder: `${item.id} has ${branches.existing.length === 1 ? 'a branch' : 'branches'} already: pick where the work goes on`,
        rows: branches.existing.map((each) => branchRow(each, { ...params, id: item.id, branch: each })),
      };
    }
  }
  const words = `on the branch ${state.branch}${alongWords(params, state)}`;
  return ended(folder, item, marksOfStart(item, plan, me), texts, (what) => ({
    sentence: `${itemName(item)} ${what}, ${words}.`,
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
    sentence: `${itemName(item)} ${what}${waits ? `; ${count(state.changedFiles, 'changed file')} ${state.changedFiles === 1 ? 'waits' : 'wait'} to be committed` : ''}.`,
    offers: home === undefined ? [] : [home],
  }));
}

/** From a branch of the item back to the one that others start from. */
function wayHome(folder: Folder, item: WorkItem, state: WorkState): WorkRow | undefined {
  const { branch, defaultBranch } = state;
  const isOfItem = branch !== null && branchWork(branch, folder.engine.trace.plan, folder.engine.finder) === item;
  return isOfItem && defaultBranch !== undefined && defaultBranch !== branch
    ? {
        label: `Switch to ${defaultBranch}`,
        next: { about: 'switch', folder: folder.uri, branch: { name: defaultBranch, isNew: false } },
      }
    : undefined;
}

async function change(folder: Folder, params: WorkParams, state: KnownState): Promise<WorkAnswer> {
  const { plan } = folder.engine.trace;
  const obstacle = obstacleOf(state, true);
  if ('unavailable' in state || obstacle !== undefined) {
    return { refusal: obstacle ?? CLOSED };
  }
  if (params.branch) {
    return params.isThere ? arrived(folder, params, state) : branchAnswer(folder, params, params.branch);
  }
  const others = otherWork(state, plan, folder.engine.finder);
  if (others.length === 0) {
    return { refusal: 'No other active story has a branch; start work on one first.' };
  }
  return {
    title: 'Switch to another story',
    placeHolder: 'Pick the active story to go on with',
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
  return {
    sentence: `${item ? `${itemName(item)}, on` : 'On'} the branch ${state.branch}${alongWords(params, state)}.`,
    ...(item && { prefix: `${item.id}: ` }),
    root: rootOf(folder),
    offers: [],
  };
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
function alongWords({ isThere }: WorkParams, { changedFiles }: WorkState): string {
  return isThere && changedFiles > 0 ? `; ${count(changedFiles, 'changed file')} came along` : '';
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
    return { refusal: `${itemName(item)} could not be marked in the roadmap: ${made.refusal}` };
  }
  return { ...(edits.length > 0 && made), root: rootOf(folder), ...say(state) };
}
