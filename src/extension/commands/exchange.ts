import { Uri, window, workspace } from 'vscode';
import { type ExchangeParams, ExchangeRequest } from '../../protocol/messages';
import { sentences } from '../sentences';
import type { Services } from '../services';
import { pickFolder } from './roadmapFile';
import { offer } from './runCommand';

/** Makes a roadmap of a table that another tool exported: of the file that is given, else of one that the person picks. */
export async function importRoadmap(services: Services, argument: unknown): Promise<void> {
  const folder = await pickFolder();
  const [file] = !folder
    ? []
    : argument instanceof Uri
      ? [argument]
      : ((await window.showOpenDialog({ defaultUri: folder })) ?? []);
  if (folder && file) {
    await converse(services, { about: 'import', folder: folder.toString(), file: file.toString() });
  }
}

/** Writes the roadmap as others read it, into a new document. */
export async function exportRoadmap(services: Services): Promise<void> {
  const folder = await pickFolder();
  if (folder) {
    await converse(services, { about: 'export', folder: folder.toString() });
  }
}

/** Asks the person what the server asks, until something comes of it. */
async function converse({ server }: Services, start: ExchangeParams): Promise<void> {
  for (let next: ExchangeParams | undefined = start; next; ) {
    const params: ExchangeParams = next;
    const { answer, edit } = await server.ask(async (client) => {
      const answered = await client.sendRequest(ExchangeRequest, params);
      const made = 'edit' in answered ? client.protocol2CodeConverter.asWorkspaceEdit(answered.edit) : undefined;
      return { answer: answered, edit: await made };
    });
    if ('rows' in answer) {
      next = (await window.showQuickPick(answer.rows, { ...answer, matchOnDescription: true }))?.next;
      continue;
    }
    if ('refusal' in answer) {
      offer('error', answer.refusal);
      return;
    }
    const uri = 'uri' in answer ? Uri.parse(answer.uri, true) : undefined;
    if (uri && !(edit && (await workspace.applyEdit(edit)))) {
      offer('error', sentences.roadmapNotCreated(workspace.asRelativePath(uri)));
      return;
    }
    const document = await ('text' in answer
      ? workspace.openTextDocument({ language: answer.language, content: answer.text })
      : workspace.openTextDocument(Uri.parse(answer.uri, true)));
    await window.showTextDocument(document);
    if (uri) {
      await document.save();
    }
    offer('information', answer.sentence);
    return;
  }
}
