import type { Roadmap } from '../model/roadmap';
import { readWhole } from '../roadmap/readRoadmap';
import type { ValueNode } from '../roadmap/valueNode';
import type { RoadmapText } from './roadmapEdit';

/** A roadmap file with all that an edit of it needs to know. */
export interface Scene extends RoadmapText {
  readonly roadmap: Roadmap;
  /** How the text says it; undefined: it holds nothing but space and comments. */
  readonly values: ValueNode | undefined;
}

/** undefined: the file is no roadmap. */
export function readScene({ path, text, folder }: RoadmapText): Scene | undefined {
  const { document, values } = readWhole(path, text, folder);
  const roadmap = document?.roadmap;
  return roadmap && { path, text, folder, roadmap, values };
}
