import type { Plan } from '../trace/plan';
import { NONE } from './statedColumns';

/** Where the items of one plan stand in an earlier one. */
export interface FormerPlaces {
  /** The place there of what stands at `place` now, {@link NONE} for what is new or has another name; a place itself where both plans have one frame. */
  readonly of: (place: number) => number;
  /** Whether the same object stands there now as then, by the same name. */
  readonly isKept: (place: number) => boolean;
}

export function formerPlaces(then: Plan, now: Plan): FormerPlaces {
  const unlike = now.placesUnlike(then);
  if (unlike) {
    const isOther = new Uint8Array(now.workItems.length);
    for (const place of unlike) {
      isOther[place] = 1;
    }
    return { of: (place) => place, isKept: (place) => isOther[place] === 0 };
  }
  const places = Int32Array.from(now.workItems, (item) =>
    then.idOf(item) === now.idOf(item) ? (then.placeOf(item) ?? NONE) : NONE,
  );
  return { of: (place) => places[place] ?? NONE, isKept: (place) => (places[place] ?? NONE) >= 0 };
}
