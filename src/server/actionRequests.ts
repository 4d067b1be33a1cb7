import { t } from '../core/words/t';
import {
  type CodeAction,
  type CodeActionParams,
  CodeActionKind,
  CodeActionTriggerKind,
  type Connection,
} from 'vscode-languageserver';
import type { RoadmapEdit } from '../core/edit/roadmapEdit';
import { AnnotateRequest, FixRequest, type FixResult } from '../protocol/fixes';
import { type JudgeLinkParams, JudgeLinkRequest, type JudgeLinkResult } from '../protocol/messages';
import { EditRoadmapRequest, type EditRoadmapResult } from '../protocol/roadmapEdits';
import { requestedEdit, roadmapEdit } from './editRoadmap';
import { annotate } from './fixes/annotate';
import { questionOf } from './fixes/answers';
import { applyAll, applyFix } from './fixes/applyFix';
import {
  annotationActions,
  FIX_ALL_KIND,
  type FixAllData,
  type FixData,
  fixActions,
  fixAllOnSave,
  insertAction,
} from './fixes/fixActions';
import { type DocumentOf, fixContext } from './fixes/fixContext';
import type { EditedTexts } from './fileEdits';
import type { Folder } from './folder';
import type { Folders } from './folders';
import { judgeLinkEdit } from './judgeLink';
import type { OpenTexts } from './openTexts';
import type { MessageChecks } from './language/messageChecks';
import { type RoadmapActionData, roadmapActions } from './roadmapActions';

export const ACTION_KINDS: CodeActionKind[] = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL_KIND];

/** What the client can do with actions; told when it starts. */
export interface ActionClient {
  /** See `InitializationOptions.askCommand`. */
  askCommand: string | undefined;
  /** Whether it makes files as part of an edit. */
  canCreateFiles: boolean;
}

/** Answers what can be done at a place, and makes the edit of what is picked. */
export function handleActions(
  connection: Connection,
  folders: Folders,
  texts: OpenTexts,
  client: Readonly<ActionClient>,
  messages: MessageChecks,
): void {
  const documentOf: DocumentOf = (uri) => texts.get(uri);
  // Asked anew each time, since a client tells what it can do only when it starts.
  const edited = (): EditedTexts => ({ documentOf, canCreateFiles: client.canCreateFiles });
  const judge = (params: JudgeLinkParams): JudgeLinkResult => {
    const folder = folders.find(params.folder);
    return folder ? judgeLinkEdit(folder, params, documentOf) : closed('link');
  };
  const edit = (uri: string, make: (folder: Folder) => RoadmapEdit | { refusal: string }): EditRoadmapResult => {
    const folder = folders.find(uri);
    if (!folder) {
      return closed('roadmap');
    }
    const wanted = make(folder);
    return 'refusal' in wanted ? wanted : roadmapEdit(folder, wanted, edited());
  };
  const resolve = async (data: FixData | FixAllData | RoadmapActionData): Promise<EditRoadmapResult> => {
    const folder = folders.find(data.folder);
    if (!folder) {
      return closed('fix');
    }
    if ('edit' in data) {
      return roadmapEdit(folder, data.edit, edited());
    }
    return 'fix' in data
      ? applyFix(folder, data, undefined, edited())
      : applyAll(folder, data, await fixContext(folder), edited());
  };
  connection.onCodeAction(
    async (params) => (await messages.actionsAt(params)) ?? actionsAt(folders, texts, params, client),
  );
  connection.onCodeActionResolve(async (action) => {
    const data = action.data as FixData | FixAllData | RoadmapActionData | undefined;
    const result = data && (await resolve(data));
    if (result && 'refusal' in result) {
      // Told by the server, since a client has no place for the reason why an action has no edit.
      connection.window.showErrorMessage(result.refusal);
      return action;
    }
    return result ? { ...action, edit: result.edit } : action;
  });
  connection.onRequest(JudgeLinkRequest, judge);
  connection.onRequest(FixRequest, ({ folder: uri, fix, answer }): FixResult => {
    const folder = folders.find(uri);
    const data = fix as FixData;
    if (!folder) {
      return closed('fix');
    }
    return data.fix.question && answer === undefined
      ? questionOf(folder, data.fix.question)
      : applyFix(folder, data, answer, edited());
  });
  connection.onRequest(AnnotateRequest, (params) => annotate(folders, texts, params, edited()));
  connection.onRequest(EditRoadmapRequest, ({ folder: uri, edit: requested }) =>
    edit(uri, (folder) => requestedEdit(folder, requested)),
  );
}

function closed(what: 'link' | 'roadmap' | 'fix'): { readonly refusal: string } {
  const refusals = {
    link: t('The folder of this link is no longer open, so nothing was changed.'),
    roadmap: t('The folder of this roadmap is no longer open, so nothing was changed.'),
    fix: t('The folder of this fix is no longer open, so nothing was changed.'),
  };
  return { refusal: refusals[what] };
}

async function actionsAt(
  folders: Folders,
  texts: OpenTexts,
  { textDocument, range, context: { diagnostics, only, triggerKind } }: CodeActionParams,
  { askCommand }: Readonly<ActionClient>,
): Promise<CodeAction[]> {
  texts.readNow(textDocument.uri);
  const held = folders.holding(textDocument.uri);
  if (!held) {
    return [];
  }
  const { folder, path } = held;
  const context = await fixContext(folder);
  const version = texts.get(textDocument.uri)?.version ?? null;
  const question = { path, range, diagnostics, version };
  // `refactor` asks for all kinds of refactoring, the empty kind for everything.
  const isWanted = (kind = '') =>
    only?.some((each) => each === '' || kind === each || kind.startsWith(`${each}.`)) ?? kind !== FIX_ALL_KIND;
  const fixes = fixActions(folder, question, context, askCommand);
  const isOffered = ({ title }: CodeAction) => fixes.some((fix) => fix.title === title);
  const others = [
    ...annotationActions(folder, question, context, askCommand),
    ...roadmapActions(folder, question),
    // An editor that asks by itself shows a sign on every line where there is something to do.
    ...(triggerKind === CodeActionTriggerKind.Automatic
      ? []
      : insertAction(folder, question, texts.get(textDocument.uri), askCommand)),
  ];
  const actions = [
    ...fixes,
    // Beside a finding both may offer the same.
    ...others.filter((action) => !isOffered(action)),
    ...(isWanted(FIX_ALL_KIND) ? fixAllOnSave(folder, question, context) : []),
  ].filter(({ kind }) => isWanted(kind));
  // An editor shows them in this order.
  return [...actions.filter(({ isPreferred }) => isPreferred), ...actions.filter(({ isPreferred }) => !isPreferred)];
}
