import type { Fix } from '../../core/fixes/fix';
import { takesAnnotations } from '../../core/fixes/source/annotateLine';
import { annotateLine } from '../../core/fixes/waysOn';
import { itemsByLikelihood } from '../../core/mentioning/storyRanks';
import { itemName } from '../../core/report/itemWords';
import type { Folder } from '../folder';
import { itemOfBranch } from '../overview';

/** Those that are likely stand first; from there on the list is in its usual order. */
const MOST_LIKELY = 8;

/** Writes an annotation above a line of code; undefined: it is none, or nothing is planned that it could name. */
export function insertAnnotation(folder: Folder, path: string, at: number): Fix | undefined {
  const { trace, tags, knownFacts } = folder.engine;
  const tag = (tags.tags.find(({ name }) => name === 'TODO') ?? tags.tags.find(({ kind }) => kind === 'task'))?.name;
  const isRoadmap = trace.plan.roadmapPaths.has(path);
  if (tag === undefined || isRoadmap || !takesAnnotations(path)) {
    return undefined;
  }
  const { codeHistory } = knownFacts;
  const items = itemsByLikelihood({ trace, branchItem: itemOfBranch(folder), codeHistory, path });
  const likely = items.slice(0, MOST_LIKELY).map((item) => ({ label: itemName(item), answer: item.id }));
  return items.length === 0 ? undefined : annotateLine(path, at, tag, likely);
}
