import { t } from '../../core/words/t';
import type { Connection, ExecuteCommandParams } from 'vscode-languageserver';
import { switchBranch } from '../../engine/git/branches';
import { COMMANDS } from '../../protocol/contributions';
import { SwitchBranchRequest, type WorkAnswer, type WorkParams, WorkRequest } from '../../protocol/work';
import type { EditedTexts } from '../fileEdits';
import type { Folders } from '../folders';
import { work } from './work';

/** Commands that a client without an extension of its own has the server run, with `{ folder, id }`, or the ID alone. */
export const WORK_COMMANDS: Readonly<Record<string, WorkParams['about']>> = {
  [COMMANDS.startWork]: 'start',
  [COMMANDS.finishWork]: 'finish',
  [COMMANDS.switchStory]: 'switch',
  [COMMANDS.storyActions]: 'actions',
};

/** Answers each step of a person's work, and takes all of them for clients that do not. */
export function handleWork(connection: Connection, folders: Folders, edited: () => EditedTexts): void {
  const answer = (params: WorkParams): Promise<WorkAnswer> => work(folders.find(params.folder), params, edited());
  const check = async (params: WorkParams): Promise<string | undefined> => {
    const repository = folders.find(params.folder)?.engine.repository;
    return repository && params.branch ? switchBranch(repository, params.branch) : t('there is no repository');
  };
  connection.onRequest(WorkRequest, answer);
  connection.onRequest(SwitchBranchRequest, async (params) => (await check({ about: 'switch', ...params })) ?? null);
  connection.onExecuteCommand(async (command) => {
    const params = paramsOf(command, folders);
    if (params) {
      await carryOut(connection, params, answer, check);
    }
  });
}

function paramsOf(
  { command, arguments: [argument] = [] }: ExecuteCommandParams,
  folders: Folders,
): WorkParams | undefined {
  const about = WORK_COMMANDS[command];
  const named: { readonly folder?: unknown; readonly id?: unknown } =
    typeof argument === 'string' ? { id: argument } : (argument ?? {});
  const id = typeof named.id === 'string' ? named.id : undefined;
  // The folder may be left out: then it is the one whose roadmap declares the item.
  const folder =
    typeof named.folder === 'string'
      ? named.folder
      : (folders.all.find(({ engine }) => id !== undefined && engine.trace.plan.findWork(id)) ?? folders.all[0])?.uri;
  return about && { about, folder: folder ?? '', ...(id !== undefined && { id }) };
}

/** Takes the steps that an extension would, with what every client can do: messages with buttons, and edits. */
async function carryOut(
  connection: Connection,
  start: WorkParams,
  answerTo: (params: WorkParams) => Promise<WorkAnswer>,
  check: (params: WorkParams) => Promise<string | undefined>,
): Promise<void> {
  const { window, workspace } = connection;
  for (let params: WorkParams | undefined = start; params; ) {
    const answer = await answerTo(params);
    params = undefined;
    if ('refusal' in answer) {
      window.showErrorMessage(answer.refusal);
    } else if ('branch' in answer) {
      const failure = await check(answer.next);
      params = failure === undefined ? { ...answer.next, isThere: true } : { ...answer.next, failure };
    } else {
      const isEnd = 'sentence' in answer;
      if (isEnd && answer.edit && !(await workspace.applyEdit(answer.edit)).applied) {
        window.showErrorMessage(t('The roadmap could not be changed: its text is another one by now.'));
        return;
      }
      const sentence = isEnd ? answer.sentence : t('{0}: {1}.', answer.title, answer.placeHolder);
      const rows = (isEnd ? answer.offers : answer.rows).flatMap((row) =>
        'about' in row.next ? [{ ...row, next: row.next }] : [],
      );
      const picked = await window.showInformationMessage(sentence, ...rows.map(({ label }) => ({ title: label })));
      params = rows.find(({ label }) => label === picked?.title)?.next;
    }
  }
}
