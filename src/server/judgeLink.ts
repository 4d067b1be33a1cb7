import { t } from '../core/words/t';
import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { TextChange } from '../core/edit/textChange';
import { judgeLink } from '../core/edit/judgeLink';
import { LineTable } from '../core/model/lineTable';
import type { JudgeLinkParams, JudgeLinkResult } from '../protocol/messages';
import { type Folder, rangeOf, uriOf } from './folder';

/** A text that the client holds open: edits of it name its version, so that they cannot meet another text. */
export interface OpenDocument {
  readonly version: number;
  getText(): string;
}

/** The edit of the roadmap that remembers what a person decided about a probable link, or why there can be none. */
export function judgeLinkEdit(
  folder: Folder,
  { item: id, accepted, written, where }: JudgeLinkParams,
  documentOf: (uri: string) => OpenDocument | undefined,
): JudgeLinkResult {
  const { engine } = folder;
  const item = engine.trace.plan.findWork(id);
  const uri = item && uriOf(folder, item.path);
  const document = uri === undefined ? undefined : documentOf(uri);
  const text = document?.getText() ?? (item && engine.roadmapText(item.path));
  if (!item || uri === undefined || text === undefined) {
    return { refusal: t('No roadmap declares {0} any more, so nothing was changed.', id) };
  }
  const { itemFile } = engine.trace.plan.roadmaps.find(({ path }) => path === item.path) ?? {};
  const changes = judgeLink(item.path, text, { item: item.id, accepted, written, where }, itemFile?.folder);
  return typeof changes === 'string'
    ? { refusal: changes }
    : { edit: textEdit(uri, document?.version ?? null, LineTable.of(text), changes) };
}

/** @param version null: nobody has the file open, so it is as it is on disk */
export function textEdit(
  uri: string,
  version: number | null,
  lines: LineTable,
  changes: readonly TextChange[],
): WorkspaceEdit {
  const edits = changes.map(({ span, text }) => ({ range: rangeOf(lines, span), newText: text }));
  const documentEdit: TextDocumentEdit = { textDocument: { uri, version }, edits };
  return { documentChanges: [documentEdit] };
}
