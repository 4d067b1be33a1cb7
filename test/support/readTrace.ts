import { scanFile } from '../../src/core/annotations/scanFile';
import { createTagSet } from '../../src/core/annotations/tags';
import { createIdFinder } from '../../src/core/ids/idFinder';
import type { ItemFolder } from '../../src/core/model/roadmap';
import { readRoadmap } from '../../src/core/roadmap/readRoadmap';
import { Trace } from '../../src/core/trace/trace';

/**
 * The join of texts as a folder has them: roadmaps, then all other files.
 *
 * @param folder set where each roadmap is one item of it
 */
export function readTrace(
  roadmaps: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>>,
  folder?: ItemFolder,
): Trace {
  const trace = new Trace();
  trace.setRoadmaps(Object.entries(roadmaps).flatMap(([path, text]) => readRoadmap(path, text, folder) ?? []));
  const options = { finder: createIdFinder(trace.plan.vocabulary), tags: createTagSet() };
  for (const [path, text] of Object.entries(files)) {
    trace.replaceFile(path, scanFile(path, text, options));
  }
  return trace;
}
