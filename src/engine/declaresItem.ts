import { resolve } from 'node:path';
import { readPlan } from './readPlan';

/**
 * Whether a roadmap of a folder declares an epic, story or task of this ID or alias. Reads the roadmaps and nothing else.
 *
 * @param only roadmap files: these and no others; undefined: look for them
 */
export async function declaresItem(folder: string, only: readonly string[] | undefined, id: string): Promise<boolean> {
  const plan = await readPlan(
    folder,
    only?.map((file) => resolve(file)),
  );
  return plan.findWork(id) !== undefined;
}
