import { resolve } from 'node:path';
import { createPlan } from '../core/trace/plan';
import { OpenDocuments } from './openDocuments';
import { RoadmapFiles } from './roadmapFiles';

/**
 * Whether a roadmap of a folder declares an epic, story or task of this ID or alias. Reads the roadmaps and nothing else.
 *
 * @param only roadmap files: these and no others; undefined: look for them
 */
export async function declaresItem(folder: string, only: readonly string[] | undefined, id: string): Promise<boolean> {
  const files = new RoadmapFiles(folder, { globs: [], only: only?.map((file) => resolve(file)) }, new OpenDocuments());
  await files.findAndRead();
  return createPlan(files.roadmaps).findWork(id) !== undefined;
}
