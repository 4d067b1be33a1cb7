import { t } from '../words/t';
import { canonicalId } from '../ids/canonicalId';
import type { Item, Roadmap, WorkItem } from '../model/roadmap';
import { aimOfMove } from './aims/addAndMove';
import { placeOf } from './aims/place';
import { fieldStep, stepOf } from './edits';
import { findItem, isWork, itemsOf } from './items';
import { performEdit, type StepMaker } from './performEdit';
import { Refusal } from './refusal';
import type { Destination } from './roadmapEdit';
import type { Scene } from './scene';
import type { TextChange } from './textChange';
import { writerOf } from './writerOf';
import { aKind } from '../words/names';

/** Moves an item, by its lines where it stands inside its epic, and by its `epic` field where the file says it so. */
export function moveItem(scene: Scene, item: Item, to: Destination): readonly TextChange[] | Refusal {
  if (item.kind === 'release' || item.kind === 'goal') {
    return new Refusal(t('{0} is not moved like work. Move its lines yourself.', aKind(item.kind)));
  }
  return performEdit(
    scene,
    isWork(item) ? stepsOfWork(scene.roadmap, item, to) : [moveStep(item.id, to)],
    t('{0} cannot be moved safely in {1}. Move its lines there yourself.', item.id, scene.path),
  );
}

function stepsOfWork(roadmap: Roadmap, item: WorkItem, to: Destination): readonly StepMaker[] {
  if (to.under !== undefined && isByName(roadmap, item, to.under, to.after)) {
    const reorder =
      to.after === undefined ? [] : [moveStep(item.id, { ...to, under: holderOf(roadmap, to.after)?.id })];
    return [...reorder, fieldStep(item.id, 'epic', to.under)];
  }
  // What it says must not contradict where it stands.
  const isStale = item.epic !== undefined && item.epic.name !== to.under;
  return [moveStep(item.id, to), ...(isStale ? [fieldStep(item.id, 'epic', undefined)] : [])];
}

function moveStep(id: string, to: Destination): StepMaker {
  return (scene) => {
    const item = findItem(scene.roadmap, id);
    const place = item && placeOf(scene.roadmap, item.kind, to, item);
    if (!item || !place || place instanceof Refusal) {
      return place instanceof Refusal ? place : undefined;
    }
    return stepOf(scene, aimOfMove(scene.roadmap, item, place), writerOf(scene).moveItem(scene, item, place));
  };
}

/** Whether the items of this parent name it, instead of standing inside it. */
function isByName(roadmap: Roadmap, item: WorkItem, under: string, after: string | undefined): boolean {
  const parent = findItem(roadmap, under);
  if (!isWork(parent)) {
    return false;
  }
  const names = (each: Item | undefined) =>
    isWork(each) && each.epic !== undefined && canonicalId(each.epic.name) === canonicalId(under);
  if (after !== undefined) {
    const sibling = findItem(roadmap, after);
    return names(sibling) && isWork(sibling) && !parent.children.includes(sibling);
  }
  const holdsNone = parent.children.every((child) => child.kind !== item.kind);
  return holdsNone && (item.epic !== undefined || itemsOf(roadmap).some(names));
}

function holderOf(roadmap: Roadmap, id: string): WorkItem | undefined {
  return itemsOf(roadmap)
    .filter(isWork)
    .find((each) => each.children.some((child) => child.id === id));
}
