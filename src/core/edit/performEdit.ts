import { readRoadmap } from '../roadmap/readRoadmap';
import { type Aim, isReached } from './aim';
import { Refusal } from './refusal';
import { composedChanges } from './composedChanges';
import { readScene, type Scene } from './scene';
import { applyChanges, type TextChange } from './textChange';
import type { Ways } from './writer';

/** One piece of an edit: what it shall come to, and how that may be written. */
export interface Step {
  readonly aim: Aim;
  readonly ways: Ways;
}

/** Makes a step of a file as the steps before left it; undefined: there is nothing to do. */
export type StepMaker = (scene: Scene) => Step | Refusal | undefined;

/** More ways than these are not tried: each costs a reading of the file. */
const MOST_WAYS = 12;

/**
 * The changes of one file that take all steps, each read again before the next. What would change anything but what is wanted
 * is never proposed.
 *
 * @param refusal the sentence when no way of a step is safe
 */
export function performEdit(
  scene: Scene,
  makers: readonly StepMaker[],
  refusal: string,
): readonly TextChange[] | Refusal {
  let changes: readonly TextChange[] = [];
  let now: Scene | undefined = scene;
  for (const make of makers) {
    const step: Step | Refusal | undefined = now && make(now);
    if (step instanceof Refusal) {
      return step;
    }
    if (now && step) {
      const way = rightWay(now, step);
      if (way === undefined) {
        return new Refusal(refusal);
      }
      changes = composedChanges(scene.text, changes, way);
      now = readScene({ path: now.path, text: applyChanges(now.text, way), folder: now.folder });
    }
  }
  return changes;
}

function rightWay(scene: Scene, { aim, ways }: Step): readonly TextChange[] | undefined {
  let tried = 0;
  for (const way of ways) {
    if (isReached(aim, readRoadmap(scene.path, applyChanges(scene.text, way), scene.folder))) {
      return way;
    }
    tried += 1;
    if (tried === MOST_WAYS) {
      return undefined;
    }
  }
  return undefined;
}
