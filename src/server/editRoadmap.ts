import { t } from '../core/words/t';
import type { WorkspaceEdit } from 'vscode-languageserver';
import { editRoadmaps } from '../core/edit/editRoadmaps';
import type { Destination, RoadmapEdit } from '../core/edit/roadmapEdit';
import { parseDayRange } from '../core/model/calendar';
import type { EditTarget, RoadmapEditRequested } from '../protocol/roadmapEdits';
import { type EditedTexts, workspaceEdit } from './fileEdits';
import { type Folder, uriOf } from './folder';

/** What a client asks for, with the file that it is about; a refusal when nobody can know that. */
export function requestedEdit(folder: Folder, edit: RoadmapEditRequested): RoadmapEdit | { readonly refusal: string } {
  if (edit.kind === 'addItem') {
    return { ...edit, id: edit.id, to: destination(edit.to), fields: edit.fields ?? {} };
  }
  const { id } = edit.item;
  const path = edit.item.path ?? folder.engine.trace.plan.find(id)?.path;
  if (path === undefined) {
    return { refusal: t('No roadmap declares {0} any more, so nothing was changed.', id) };
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
        ? { refusal: t('`{0}` is not a day of the calendar. Write it as 2026-08-28.', edit.until) }
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
  texts: EditedTexts,
): { readonly edit: WorkspaceEdit } | { readonly refusal: string } {
  const { engine } = folder;
  const files = engine.trace.plan.roadmaps.flatMap(({ path, itemFile }) => {
    const text = texts.documentOf(uriOf(folder, path))?.getText() ?? engine.roadmapText(path);
    return text === undefined ? [] : [{ path, text, folder: itemFile?.folder }];
  });
  const result = editRoadmaps(files, edit);
  return 'refusal' in result
    ? { refusal: result.refusal }
    : workspaceEdit(folder, result.files, (path) => files.find((each) => each.path === path)?.text ?? '', texts);
}
