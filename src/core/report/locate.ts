import type { Position } from '../model/lineTable';
import type { Place } from '../model/span';

/** Where a place stands; both numbers start at 0. */
export type Locate = (place: Place) => Position;
