import { t } from '../words/t';
import type { Item } from '../model/roadmap';
import { addKey } from './addKey';
import { addStatus } from './addStatus';
import { changeSuppression } from './changeSuppression';
import { addItem, setField, suppress, tick } from './edits';
import { moveItem } from './moveItem';
import { findItem, isWork } from './items';
import { measure } from './measure';
import { newItemFile } from './newItemFile';
import { Refusal } from './refusal';
import { renameItem, separateTwin } from './renameItem';
import type { EditResult, ItemAddress, RoadmapEdit, RoadmapText } from './roadmapEdit';
import { readScene, type Scene } from './scene';
import type { TextChange } from './textChange';
import { kindWord } from '../words/names';

/**
 * The changes that write an edit into the roadmap files that it concerns, and nothing else: every comment, blank line and quote
 * that they do not touch stays. There may be no change to make.
 *
 * The result is read again before it is given: what would change anything but what is wanted is refused.
 *
 * @param files all files of the plan
 *
 * @implements WAY-23
 */
export function editRoadmaps(files: readonly RoadmapText[], edit: RoadmapEdit): EditResult {
  if (edit.kind === 'renameItem' || edit.kind === 'giveId') {
    return renameItem(files, edit.item, edit.newId);
  }
  if (edit.kind === 'separate') {
    return separateTwin(files, edit);
  }
  const path = 'item' in edit ? edit.item.path : edit.path;
  const file = files.find((each) => each.path === path);
  const scene = file && readScene(file);
  if (scene === undefined) {
    return new Refusal(t('{0} is no roadmap any more, so nothing was changed.', path));
  }
  if (edit.kind === 'addItem' && scene.roadmap.itemFile) {
    return newItemFile(files, scene, edit);
  }
  const changes = editFile(scene, edit);
  return changes instanceof Refusal ? changes : { files: changes.length > 0 ? [{ path, changes }] : [] };
}

type InOneFile = Exclude<RoadmapEdit, { kind: 'renameItem' | 'giveId' | 'separate' }>;

function editFile(scene: Scene, edit: InOneFile): readonly TextChange[] | Refusal {
  switch (edit.kind) {
    case 'addItem':
      return addItem(scene, edit);
    case 'addKey':
      return addKey(scene, edit.key);
    case 'addStatus':
      return addStatus(scene, edit);
    default:
      return editItem(scene, edit);
  }
}

function editItem(
  scene: Scene,
  edit: Exclude<InOneFile, { kind: 'addItem' | 'addKey' | 'addStatus' }>,
): readonly TextChange[] | Refusal {
  const item = findItem(scene.roadmap, edit.item.id);
  if (item === undefined) {
    return gone(edit.item);
  }
  switch (edit.kind) {
    case 'setField':
      return setField(scene, item, edit.field, edit.value);
    case 'moveItem':
      return moveItem(scene, item, edit.to);
    case 'suppress':
      return suppress(scene, item, edit);
    case 'changeSuppression':
      return changeSuppression(scene, item, edit);
    case 'measure':
      return measure(scene, item, edit);
    case 'tick':
      return isWork(item) ? tick(scene, item, edit.criterion, edit.done) : noWork(item);
  }
}

function noWork(item: Item): Refusal {
  return new Refusal(t('{0} is a {1}, so there is nothing to tick.', item.id, kindWord(item.kind)));
}

function gone({ id, path }: ItemAddress): Refusal {
  return new Refusal(t('{0} does not stand in {1} any more, so nothing was changed.', id, path));
}
