import { codeIndexOf } from '../codeHistory/codeIndex';
import type { CodeHistory } from '../codeHistory/codeHistory';
import { mentionsIn } from '../model/marks';
import type { WorkItem } from '../model/roadmap';
import type { ReadonlyTrace } from '../trace/trace';

/** The items that a file names, as often as it does. */
export function itemsNamedIn(path: string, trace: ReadonlyTrace): WorkItem[] {
  const marks = trace.files.get(path);
  return marks ? mentionsIn(marks).flatMap((mention) => trace.linkOf(mention, marks)?.item ?? []) : [];
}

/**
 * The items of the last commits that changed a file, as often as they name them.
 *
 * @param history what linked commits changed; undefined: not known (yet)
 * @param most so many commits at most: what earlier ones were about says little of what comes next
 */
export function itemsOfCommitsOn(
  path: string,
  trace: ReadonlyTrace,
  history: CodeHistory | undefined,
  most: number,
): WorkItem[] {
  const commits = (history && codeIndexOf(history, trace.plan).files.get(path)) ?? [];
  return commits
    .slice(0, most)
    .flatMap(({ commit }) => commit.mentions.flatMap((mention) => trace.linkOf(mention, commit)?.item ?? []));
}
