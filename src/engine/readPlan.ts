import { createPlan, type Plan } from '../core/trace/plan';
import { OpenDocuments } from './openDocuments';
import { RoadmapFiles } from './roadmapFiles';

/**
 * The plan of a folder, of its roadmaps alone: no source file is searched and nothing is started.
 *
 * @param only absolute paths of roadmap files: these and no others; undefined: look for them
 */
export async function readPlan(folder: string, only: readonly string[] | undefined): Promise<Plan> {
  const files = new RoadmapFiles(folder, { globs: [], only }, new OpenDocuments());
  await files.findAndRead();
  return createPlan(files.roadmaps);
}
