import { commands, ProgressLocation, Range, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import { type DraftAnswer, type DraftParams, DraftRequest, type DraftRow } from '../../protocol/drafting';
import { sentences } from '../sentences';
import type { Services } from '../services';
import { withoutIcons } from '../words';
import { pickFolder } from './roadmapFile';
import { offer } from './runCommand';

type Asked = Extract<DraftAnswer, { readonly title: string }>;

/** Has the person say what a first roadmap is made from, and shows it as a new document that is saved nowhere yet. */
export async function createRoadmap(services: Services): Promise<void> {
  const folder = await pickFolder();
  let next: DraftRow['next'] | undefined = folder && { folder: folder.toString() };
  while (next) {
    if ('command' in next) {
      await commands.executeCommand(next.command);
      return;
    }
    const answer: DraftAnswer | undefined = await ask(services, next);
    next = answer && 'title' in answer ? await pick(answer) : undefined;
    if (answer && !('title' in answer)) {
      await show(answer);
    }
  }
}

/** Looking through the folder takes a moment, and is done before the first question. undefined: the person did not want to wait. */
async function ask({ server }: Services, params: DraftParams): Promise<DraftAnswer | undefined> {
  if (params.from !== undefined) {
    return server.ask((client) => client.sendRequest(DraftRequest, params));
  }
  const progress = { location: ProgressLocation.Notification, title: sentences.looking, cancellable: true };
  return window.withProgress(progress, async (_progress, token) => {
    try {
      return await server.ask((client) => client.sendRequest(DraftRequest, params, token));
    } catch (error) {
      if (token.isCancellationRequested) {
        return undefined;
      }
      throw error;
    }
  });
}

async function pick(asked: Asked): Promise<DraftRow['next'] | undefined> {
  const options = { title: asked.title, placeHolder: withoutIcons(asked.placeHolder), ignoreFocusOut: true };
  if ('rows' in asked) {
    const rows = asked.rows.map(({ label, detail, next }) => ({ label, detail: withoutIcons(detail), next }));
    return (await window.showQuickPick(rows, { ...options, matchOnDetail: true }))?.next;
  }
  const rows = asked.groups.map(({ label, description, isPicked, group }) => ({
    label: withoutIcons(label),
    description: withoutIcons(description),
    picked: isPicked,
    group,
  }));
  const picked = await window.showQuickPick(rows, { ...options, canPickMany: true });
  return picked && { ...asked.next, groups: picked.map(({ group }) => group) };
}

async function show(answer: Exclude<DraftAnswer, Asked>): Promise<void> {
  if ('refusal' in answer) {
    offer('error', answer.refusal);
  } else if ('existing' in answer) {
    await window.showTextDocument(Uri.parse(answer.existing, true));
    offer('information', answer.sentence);
  } else {
    await showUnsaved(Uri.parse(answer.uri, true), answer.text);
    offer('information', answer.sentence);
  }
}

/** The document has the file's name, and becomes the file when it is saved. */
async function showUnsaved(uri: Uri, text: string): Promise<void> {
  const document = await workspace.openTextDocument(uri.with({ scheme: 'untitled' }));
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(document.positionAt(0), document.positionAt(document.getText().length)), text);
  await workspace.applyEdit(edit);
  await window.showTextDocument(document);
}
