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
  let now = scene;
  for (const make of makers) {
    const step = make(now);
    if (step instanceof Refusal) {
      return step;
    }
    const made = step && firstRight(now, step);
    if (step && made === undefined) {
      return new Refusal(refusal);
    }
    if (made) {
      changes = composedChanges(scene.text, changes, made.way);
      now = made.scene;
    }
  }
  return changes;
}

/** The first way that comes to what is wanted, and the file as it then is. */
function firstRight(
  { path, text, folder }: Scene,
  { aim, ways }: Step,
): { readonly way: readonly TextChange[]; readonly scene: Scene } | undefined {
  let tried = 0;
  for (const way of ways) {
    const scene = readScene({ path, text: applyChanges(text, way), folder });
    if (scene && isReached(aim, scene.roadmap)) {
      return { way, scene };
    }
    tried += 1;
    if (tried === MOST_WAYS) {
      return undefined;
    }
  }
  return undefined;
}
