import { commands, type QuickPickItem, Uri, window, workspace, type WorkspaceEdit } from 'vscode';
import { type WorkAnswer, type WorkParams, WorkRequest, type WorkRow } from '../../protocol/work';
import { checkOut } from '../git/checkOut';
import { gitRepository } from '../git/gitApi';
import { offer } from '../commands/runCommand';
import { sentences } from '../sentences';
import type { Services } from '../services';
import { toThemeIcon } from '../views/treeItem';
import { withoutIcons } from '../words';

type End = Extract<WorkAnswer, { readonly sentence: string }>;

/** Takes the steps that the server names, one after the other, until it is done or the person leaves. */
export async function converse(services: Services, start: WorkParams): Promise<void> {
  for (let next: WorkRow['next'] | undefined = start; next; ) {
    if ('command' in next) {
      await commands.executeCommand(next.command, ...next.arguments);
      return;
    }
    next = await step(services, next);
  }
}

async function step(services: Services, params: WorkParams): Promise<WorkRow['next'] | undefined> {
  const { answer, edit } = await services.server.ask(async (client) => {
    const answered = await client.sendRequest(WorkRequest, params);
    const made = 'edit' in answered ? client.protocol2CodeConverter.asWorkspaceEdit(answered.edit) : undefined;
    return { answer: answered, edit: await made };
  });
  if ('refusal' in answer) {
    offer('error', answer.refusal);
    return undefined;
  }
  if ('branch' in answer) {
    const failure = await checkOut(services, answer);
    return failure === undefined ? { ...answer.next, isThere: true } : { ...answer.next, failure };
  }
  if ('rows' in answer) {
    const { title, placeHolder } = answer;
    const options = { title: withoutIcons(title), placeHolder: withoutIcons(placeHolder), matchOnDescription: true };
    return (await window.showQuickPick(answer.rows.map(toPick), options))?.next;
  }
  return end(answer, edit);
}

/** Marks the roadmap, writes the prefix where no message is begun, says what was done, and offers what can be done next. */
async function end(
  { sentence, offers, prefix, root }: End,
  edit: WorkspaceEdit | undefined,
): Promise<WorkRow['next'] | undefined> {
  if (edit && !(await applyAndSave(edit))) {
    offer('error', sentences.fixNotMade);
    return undefined;
  }
  const repository =
    prefix !== undefined && root !== undefined ? await gitRepository(Uri.parse(root, true)) : undefined;
  if (repository && prefix !== undefined && repository.inputBox.value.trim() === '') {
    repository.inputBox.value = prefix;
  }
  const picked = await window.showInformationMessage(sentence, ...offers.map(({ label }) => label));
  return offers.find(({ label }) => label === picked)?.next;
}

/** Saves what is changed, so that it is part of the next commit, but no file in which a person's own changes wait to be saved. */
async function applyAndSave(edit: WorkspaceEdit): Promise<boolean> {
  const uris = edit.entries().map(([uri]) => uri.toString());
  const isOfEdit = (uri: Uri) => uris.includes(uri.toString());
  const unsaved = workspace.textDocuments.filter(({ uri, isDirty }) => isDirty && isOfEdit(uri));
  if (!(await workspace.applyEdit(edit))) {
    return false;
  }
  const changed = workspace.textDocuments.filter(({ uri }) => isOfEdit(uri));
  await Promise.all(changed.filter((document) => !unsaved.includes(document)).map((document) => document.save()));
  return true;
}

function toPick({ label, description, detail, icon, next }: WorkRow): QuickPickItem & Pick<WorkRow, 'next'> {
  return {
    label: withoutIcons(label),
    ...(description !== undefined && { description: withoutIcons(description) }),
    ...(detail !== undefined && { detail: withoutIcons(detail) }),
    ...(icon && { iconPath: toThemeIcon(icon) }),
    next,
  };
}
