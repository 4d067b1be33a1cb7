import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import { nextUp } from '../../core/backlog/nextUp';
import type { RoadmapStep } from '../../core/fixes/fix';
import { performFix } from '../../core/fixes/performFix';
import type { WorkItem } from '../../core/model/roadmap';
import type { Plan } from '../../core/trace/plan';
import { type EditedTexts, workspaceEdit } from '../fileEdits';
import { fixScene } from '../fixes/fixContext';
import type { Folder } from '../folder';
import type { Folders } from '../folders';
import { namesOf } from '../tree/itemNames';
import { decodeKey, type NodeKey } from '../tree/nodeKey';

/** Items of rows, in the order of the plan. */
export interface FolderRows {
  readonly folder: Folder;
  readonly items: readonly WorkItem[];
}

type Edited = { readonly edit: WorkspaceEdit } | { readonly refusal: string };

/** The item that a row stands for; undefined: it stands for none, or for one that is gone. */
export function itemOfRow(folders: Folders, row: string): { folder: Folder; item: WorkItem } | undefined {
  const key = decodeKey(row);
  const folder = key && folders.find(key.folder);
  const item = folder && itemNamed(key, folder.engine.trace.plan);
  return folder && item && { folder, item };
}

function itemNamed({ kind, parts: [name = ''] }: NodeKey, plan: Plan): WorkItem | undefined {
  switch (kind) {
    case 'item':
      return namesOf(plan).byName.get(name);
    case 'ready':
      return nextUp(plan).ready.find((ready) => ready.name === name)?.item;
    default:
      return undefined;
  }
}

/** The items of rows, folder by folder. */
export function itemsOfRows(folders: Folders, rows: readonly string[]): readonly FolderRows[] {
  const found = rows.flatMap((row) => itemOfRow(folders, row) ?? []);
  return folders.all.flatMap((folder) => {
    const { plan } = folder.engine.trace;
    const items = found
      .filter((each) => each.folder === folder)
      .map(({ item }) => item)
      .sort((a, b) => (plan.placeOf(a) ?? 0) - (plan.placeOf(b) ?? 0));
    return items.length > 0 ? [{ folder, items: [...new Set(items)] }] : [];
  });
}

/** One edit of all folders, so that it is one step of undo; nothing is made by halves. */
export function editRows(
  rows: readonly FolderRows[],
  stepsOf: (rows: FolderRows) => readonly RoadmapStep[] | string,
  texts: EditedTexts,
): Edited {
  const documentChanges: WorkspaceEdit['documentChanges'] = [];
  for (const each of rows) {
    const steps = stepsOf(each);
    const edited = typeof steps === 'string' ? { refusal: steps } : editFolder(each.folder, steps, texts);
    if ('refusal' in edited) {
      return edited;
    }
    documentChanges.push(...((edited.edit.documentChanges ?? []) as TextDocumentEdit[]));
  }
  return { edit: { documentChanges } };
}

function editFolder(folder: Folder, steps: readonly RoadmapStep[], texts: EditedTexts): Edited {
  const scene = fixScene(folder, (uri) => texts.documentOf(uri));
  const result = performFix({ roadmap: steps }, scene);
  return 'refusal' in result
    ? { refusal: result.refusal }
    : workspaceEdit(
        folder,
        result.files,
        (path) => scene.roadmaps.find((each) => each.path === path)?.text ?? '',
        texts,
      );
}
