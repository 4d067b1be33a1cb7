import { type CodeAction, type CodeActionParams, CodeActionKind, type Connection } from 'vscode-languageserver';
import { type JudgeLinkParams, JudgeLinkRequest, type JudgeLinkResult } from '../protocol/messages';
import { codeActions } from './codeActions';
import { EditRoadmapRequest, type EditRoadmapResult } from '../protocol/roadmapEdits';
import { requestedEdit, roadmapEdit } from './editRoadmap';
import type { RoadmapEdit } from '../core/edit/roadmapEdit';
import type { Folder } from './folder';
import type { Folders } from './folders';
import { judgeLinkEdit } from './judgeLink';
import type { OpenTexts } from './openTexts';
import { type RoadmapActionData, roadmapActions } from './roadmapActions';
import { suggestedFixes } from './suggestedFixes';

export const ACTION_KINDS: CodeActionKind[] = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite];

/** Answers what can be done at a place, and makes the edit of what is picked. */
export function handleActions(connection: Connection, folders: Folders, texts: OpenTexts): void {
  const judge = (params: JudgeLinkParams): JudgeLinkResult => {
    const folder = folders.find(params.folder);
    return folder
      ? judgeLinkEdit(folder, params, (uri) => texts.get(uri))
      : { refusal: 'The folder of this link is no longer open, so nothing was changed.' };
  };
  const edit = (uri: string, make: (folder: Folder) => RoadmapEdit | { refusal: string }): EditRoadmapResult => {
    const folder = folders.find(uri);
    if (!folder) {
      return { refusal: 'The folder of this roadmap is no longer open, so nothing was changed.' };
    }
    const wanted = make(folder);
    return 'refusal' in wanted ? wanted : roadmapEdit(folder, wanted, (each) => texts.get(each));
  };
  connection.onCodeAction((params) => actionsAt(folders, texts, params));
  connection.onCodeActionResolve((action) => {
    const data = action.data as JudgeLinkParams | RoadmapActionData | undefined;
    const result = data && ('edit' in data ? edit(data.folder, () => data.edit) : judge(data));
    if (result && 'refusal' in result) {
      // Told by the server, since a client has no place for the reason why an action has no edit.
      connection.window.showErrorMessage(result.refusal);
      return action;
    }
    return result ? { ...action, edit: result.edit } : action;
  });
  connection.onRequest(JudgeLinkRequest, judge);
  connection.onRequest(EditRoadmapRequest, ({ folder: uri, edit: requested }) =>
    edit(uri, (folder) => requestedEdit(folder, requested)),
  );
}

function actionsAt(
  folders: Folders,
  texts: OpenTexts,
  { textDocument, range, context }: CodeActionParams,
): CodeAction[] {
  texts.readNow(textDocument.uri);
  const held = folders.holding(textDocument.uri);
  if (!held) {
    return [];
  }
  const version = texts.get(textDocument.uri)?.version ?? null;
  const question = { path: held.path, range, diagnostics: context.diagnostics, version };
  // `refactor` asks for all kinds of refactoring, the empty kind for everything.
  const isWanted = (kind = '') =>
    context.only?.some((only) => only === '' || kind === only || kind.startsWith(`${only}.`)) ?? true;
  return [suggestedFixes, codeActions, roadmapActions]
    .flatMap((actions) => actions(held.folder, question))
    .filter(({ kind }) => isWanted(kind));
}
