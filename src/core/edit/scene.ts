import type { Roadmap } from '../model/roadmap';
import { readWithValues } from '../roadmap/readRoadmap';
import type { ValueNode } from '../roadmap/valueNode';
import type { RoadmapText } from './roadmapEdit';

/** A roadmap file with all that an edit of it needs to know. */
export interface Scene extends RoadmapText {
  readonly roadmap: Roadmap;
  /** How the text says it; undefined: it holds nothing but space and comments. */
  readonly values: ValueNode | undefined;
}

/** undefined: the file is no roadmap. */
export function readScene({ path, text }: RoadmapText): Scene | undefined {
  const { roadmap, values } = readWithValues(path, text);
  return roadmap && { path, text, roadmap, values };
}
