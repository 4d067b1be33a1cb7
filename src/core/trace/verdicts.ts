import type { Verdict, WorkItem } from '../model/roadmap';
import { matchesGlob } from './glob';

/** Where a link stands: in a file, relative to the folder, or in a commit. */
export type LinkPlace = { readonly path: string } | { readonly sha: string };

/**
 * What a person said of a probable link to the item; undefined: nothing. What is said of a place goes before what is said
 * of everywhere, and a rejection before an acceptance.
 *
 * @param written the ID as the text has it; undefined: unknown, so only what is said of the place alone counts
 */
export function verdictOn(item: WorkItem, written: string | undefined, place: LinkPlace): Verdict | undefined {
  let best: Verdict | undefined;
  for (const verdict of item.verdicts) {
    if (verdict.written === written?.normalize('NFC') && isThere(verdict.where, place)) {
      const isNearer = verdict.where !== undefined && best?.where === undefined;
      const isAsNear = (verdict.where === undefined) === (best?.where === undefined);
      if (!best || isNearer || (isAsNear && !verdict.accepted)) {
        best = verdict;
      }
    }
  }
  return best;
}

/** git shortens hashes to no less than this by itself. */
const COMMIT_HASH = /^[0-9a-f]{7,64}$/;

/** Whether the words name a commit rather than a path. */
function isCommitHash(where: string): boolean {
  return COMMIT_HASH.test(where);
}

function isThere(where: string | undefined, place: LinkPlace): boolean {
  if (where === undefined) {
    return true;
  }
  return 'sha' in place ? isCommitHash(where) && place.sha.startsWith(where) : matchesGlob(where, place.path);
}
