import type { WorkspaceEdit } from 'vscode-languageserver';
import { editRoadmaps } from '../core/edit/editRoadmaps';
import type { RoadmapEdit } from '../core/edit/roadmapEdit';
import { LineTable } from '../core/model/lineTable';
import { type Folder, uriOf } from './folder';
import { type OpenDocument, textEdit } from './judgeLink';

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
