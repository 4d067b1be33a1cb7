import type { Position } from '../model/lineTable';
import type { Place } from '../model/span';

/** Where a place stands; both numbers start at 0. */
export type Locate = (place: Place) => Position;

/** From where to where a place reaches; the end is behind its last letter. Numbers start at 0. */
export type LocateRange = (place: Place) => { readonly start: Position; readonly end: Position };
