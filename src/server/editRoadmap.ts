import type { WorkspaceEdit } from 'vscode-languageserver';
import { editRoadmaps } from '../core/edit/editRoadmaps';
import type { Destination, RoadmapEdit } from '../core/edit/roadmapEdit';
import { parseDayRange } from '../core/model/calendar';
import { LineTable } from '../core/model/lineTable';
import type { EditTarget, RoadmapEditRequested } from '../protocol/roadmapEdits';
import { type Folder, uriOf } from './folder';
import { type OpenDocument, textEdit } from './judgeLink';

/** What a client asks for, with the file that it is about; a refusal when nobody can know that. */
export function requestedEdit(folder: Folder, edit: RoadmapEditRequested): RoadmapEdit | { readonly refusal: string } {
  if (edit.kind === 'addItem') {
    return { ...edit, id: edit.id, to: destination(edit.to), fields: edit.fields ?? {} };
  }
  const { id } = edit.item;
  const path = edit.item.path ?? folder.engine.trace.plan.find(id)?.path;
  if (path === undefined) {
    return { refusal: `No roadmap declares ${id} any more, so nothing was changed.` };
  }
  const item = { path, id };
  switch (edit.kind) {
    case 'setField':
      return { ...edit, item, value: edit.value };
    case 'moveItem':
      return { ...edit, item, to: destination(edit.to) };
    case 'tick':
      return { ...edit, item, criterion: edit.criterion };
    case 'suppress': {
      const until = edit.until === undefined ? undefined : parseDayRange(edit.until)?.last;
      return edit.until !== undefined && until === undefined
        ? { refusal: `\`${edit.until}\` is not a day of the calendar. Write it as 2026-08-28.` }
        : { ...edit, item, until };
    }
    default:
      return { ...edit, item };
  }
}

function destination({ under, after }: EditTarget): Destination {
  return { under, after };
}

/** The edit that writes a change into the roadmap files of a folder as they are on the screen, or why it cannot be made. */
export function roadmapEdit(
  folder: Folder,
  edit: RoadmapEdit,
  documentOf: (uri: string) => OpenDocument | undefined,
): { readonly edit: WorkspaceEdit } | { readonly refusal: string } {
  const { engine } = folder;
  const files = engine.trace.plan.roadmaps.flatMap(({ path, itemFile }) => {
    const document = documentOf(uriOf(folder, path));
    const text = document?.getText() ?? engine.roadmapText(path);
    return text === undefined ? [] : [{ path, text, folder: itemFile?.folder, version: document?.version ?? null }];
  });
  const result = editRoadmaps(files, edit);
  if ('refusal' in result) {
    return { refusal: result.refusal };
  }
  const documentChanges = result.files.flatMap(({ path, changes }) => {
    const file = files.find((each) => each.path === path);
    return file
      ? (textEdit(uriOf(folder, path), file.version, LineTable.of(file.text), changes).documentChanges ?? [])
      : [];
  });
  return { edit: { documentChanges } };
}
