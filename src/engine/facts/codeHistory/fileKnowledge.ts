import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { FileKnowledge } from '../../../core/codeHistory/codeHistory';
import { looksLikeOwnCode } from '../../../core/codeHistory/ownCode';
import { folderRules } from '../../files/folderRules';

/**
 * Tells code from what is none by names and by `.gitattributes`, and looks once whether a file is there.
 *
 * @param folder absolute
 * @param roadmaps relative to the folder: plans change with every story and are no code
 */
export function fileKnowledge(folder: string, roadmaps: ReadonlySet<string>): FileKnowledge {
  const rules = folderRules(folder);
  const own = new Map<string, boolean>();
  const there = new Map<string, boolean>();
  return {
    isOwnCode: (path) =>
      remember(own, path, () => looksLikeOwnCode(path) && !roadmaps.has(path) && rules.foreign(path) === undefined),
    isThere: (path) => remember(there, path, () => isFile(join(folder, path))),
  };
}

function remember(known: Map<string, boolean>, path: string, find: () => boolean): boolean {
  const answer = known.get(path) ?? find();
  known.set(path, answer);
  return answer;
}

/** What cannot be looked at counts as gone; so does what a link stands for now. */
function isFile(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    return false;
  }
}
