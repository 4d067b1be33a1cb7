import { t } from '../core/words/t';
import type { CreateFile, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { FileChanges } from '../core/edit/roadmapEdit';
import { LineTable } from '../core/model/lineTable';
import { type Folder, uriOf } from './folder';
import { type OpenDocument, textEdit } from './judgeLink';

/** The texts of a client, and what it can do with them. */
export interface EditedTexts {
  documentOf(uri: string): OpenDocument | undefined;
  /** Whether the client makes files as part of an edit. */
  readonly canCreateFiles: boolean;
}

/**
 * Changes of files as one step of undo; where a file is to be made and the client cannot do so, a sentence that says so.
 *
 * @param textOf the text of a file that is changed, as the changes take it
 */
export function workspaceEdit(
  folder: Folder,
  files: readonly FileChanges[],
  textOf: (path: string) => string,
  { documentOf, canCreateFiles }: EditedTexts,
): { readonly edit: WorkspaceEdit } | { readonly refusal: string } {
  const made = files.find(({ isNew }) => isNew);
  if (made && !canCreateFiles) {
    return { refusal: t('This editor makes no files for others. Make {0} yourself.', made.path) };
  }
  const documentChanges = files.flatMap(({ path, changes, isNew }): (CreateFile | TextDocumentEdit)[] => {
    const uri = uriOf(folder, path);
    const text = isNew ? '' : textOf(path);
    const version = isNew ? null : (documentOf(uri)?.version ?? null);
    const edits = (textEdit(uri, version, LineTable.of(text), changes).documentChanges ?? []) as TextDocumentEdit[];
    return isNew ? [{ kind: 'create', uri }, ...edits] : edits;
  });
  return { edit: { documentChanges } };
}
