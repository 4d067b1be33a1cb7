import { t } from '../../core/words/t';
import { join } from 'node:path';
import { roleOf } from '../../core/annotations/roles';
import { scanFile } from '../../core/annotations/scanFile';
import type { TagSet } from '../../core/annotations/tags';
import { keyBehindTag } from '../../core/drafting/keyTally';
import type { FoundTodo } from '../../core/drafting/survey';
import { asksForWork } from '../../core/findings/workTags';
import { createIdFinder, type IdFinder } from '../../core/ids/idFinder';
import { vocabularyOf } from '../../core/ids/vocabulary';
import { counted } from '../../core/words/count';
import { inSlices } from '../inSlices';
import { readText } from '../files/readText';
import { searchFiles } from '../files/searchFiles';
import type { SurveyRequest } from './surveyFolder';

/** More than that is no plan; what is left is counted and said. */
const MOST_FILES = 4000;
const DEADLINE_MS = 5000;

export interface FoundTodos {
  readonly todos: readonly FoundTodo[];
  /** All files that count as the project's. */
  readonly listed: ReadonlySet<string>;
  readonly notes: readonly string[];
}

/**
 * Finds the annotations that ask for work, in comments of code: those of documents are mostly of the document.
 *
 * @param keys prefixes of IDs that annotations may name, beside those that stand directly behind a tag
 * @throws the signal's reason when aborted
 */
export async function findTodos(
  { folder, search, tags }: SurveyRequest,
  keys: readonly string[],
  signal: AbortSignal,
): Promise<FoundTodos> {
  const { paths, listed, notes } = await searchFiles(folder, tags.searchPatterns, { ...search, signal });
  const inCode = paths.filter((path) => roleOf(path) !== 'doc');
  const byPath = new Map<string, readonly FoundTodo[]>();
  const named = new Map<string, Set<string>>();
  const known = finderOf(keys);
  const read = await reading(inCode.slice(0, MOST_FILES), signal, (path) => {
    const noteKey = (key: string) => named.set(key, (named.get(key) ?? new Set()).add(path));
    byPath.set(path, todosOf(folder, path, tags, known, noteKey));
  });
  const others = [...named.keys()].filter((key) => !keys.includes(key));
  const again = new Set(others.flatMap((key) => [...(named.get(key) ?? [])]));
  const finder = finderOf([...keys, ...others]);
  await reading([...again], signal, (path) => byPath.set(path, todosOf(folder, path, tags, finder)));
  const left = inCode.length - read;
  return {
    todos: [...byPath.values()].flat(),
    listed,
    notes: [...notes, ...(left > 0 ? [t('{0} with annotations were not looked at.', counted(left, 'more file'))] : [])],
  };
}

function finderOf(keys: readonly string[]): IdFinder {
  return createIdFinder(vocabularyOf(keys, []));
}

/** @returns how many were read before the time was up */
async function reading(paths: readonly string[], signal: AbortSignal, read: (path: string) => void): Promise<number> {
  const deadline = performance.now() + DEADLINE_MS;
  let count = 0;
  await inSlices(
    paths,
    (path) => {
      if (performance.now() < deadline) {
        read(path);
        count++;
      }
    },
    { signal },
  );
  return count;
}

function todosOf(
  folder: string,
  path: string,
  tags: TagSet,
  finder: IdFinder,
  onKey?: (key: string) => unknown,
): readonly FoundTodo[] {
  const file = readText(join(folder, path));
  if (!('text' in file)) {
    return [];
  }
  const { text } = file;
  const found = scanFile(path, text, { finder, tags }).annotations.filter(asksForWork);
  for (const { tagSpan } of found) {
    const key = keyBehindTag(text, tagSpan.end);
    if (key !== undefined) {
      onKey?.(key);
    }
  }
  return found.map((annotation) => ({ path, annotation }));
}
