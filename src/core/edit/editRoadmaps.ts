import type { Item } from '../model/roadmap';
import { addItem, setField, suppress, tick } from './edits';
import { moveItem } from './moveItem';
import { findItem, isWork } from './items';
import { Refusal } from './refusal';
import { renameItem } from './renameItem';
import type { EditResult, ItemAddress, RoadmapEdit, RoadmapText } from './roadmapEdit';
import { readScene, type Scene } from './scene';
import type { TextChange } from './textChange';

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
  const path = 'item' in edit ? edit.item.path : edit.path;
  const file = files.find((each) => each.path === path);
  const scene = file && readScene(file);
  if (scene === undefined) {
    return new Refusal(`${path} is no roadmap any more, so nothing was changed.`);
  }
  const changes = edit.kind === 'addItem' ? addItem(scene, edit) : editItem(scene, edit);
  return changes instanceof Refusal ? changes : { files: changes.length > 0 ? [{ path, changes }] : [] };
}

function editItem(
  scene: Scene,
  edit: Exclude<RoadmapEdit, { kind: 'addItem' | 'renameItem' | 'giveId' }>,
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
    case 'tick':
      return isWork(item) ? tick(scene, item, edit.criterion, edit.done) : noWork(item);
  }
}

function noWork(item: Item): Refusal {
  return new Refusal(`${item.id} is a ${item.kind}, so there is nothing to tick.`);
}

function gone({ id, path }: ItemAddress): Refusal {
  return new Refusal(`${id} does not stand in ${path} any more, so nothing was changed.`);
}
