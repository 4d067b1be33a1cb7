import { join } from 'node:path';
import { scanFile } from '../core/annotations/scanFile';
import { createTagSet } from '../core/annotations/tags';
import type { IdFinder } from '../core/ids/idFinder';
import { stagedItems } from '../core/mentioning/stagedItems';
import type { WorkItem } from '../core/model/roadmap';
import type { Trace } from '../core/trace/trace';
import { readText } from './files/readText';
import type { Repository } from './git/repository';
import { askStagedFiles } from './git/stagedFiles';

/**
 * The items that the files of the next commit belong to, by the plan and by what those files name. No other file is read, and no
 * history.
 *
 * @param trace of the plan alone; the files are added to it
 * @param indexFile see {@link askStagedFiles}
 */
export async function stagedWork(
  repository: Repository,
  folder: string,
  trace: Trace,
  finder: IdFinder,
  indexFile: string | undefined,
): Promise<readonly WorkItem[]> {
  const paths = await askStagedFiles(repository, folder, indexFile);
  const tags = createTagSet();
  for (const path of paths) {
    const read = readText(join(folder, path));
    if ('text' in read) {
      trace.replaceFile(path, scanFile(path, read.text, { finder, tags }));
    }
  }
  return stagedItems(paths, trace, undefined);
}
