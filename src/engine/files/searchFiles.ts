import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { t } from '../../core/words/t';
import type { SearchPattern } from '../../core/ids/searchPattern';
import type { FileMemory, FileVerdict } from './fileMemory';
import type { ExternalHits } from './externalSearch';
import { findMatches, lookAtStart } from './fileContents';
import { type FileStamp, stampOf } from './fileStamp';
import { type FolderRules, folderRules } from './folderRules';
import { inSlices } from '../inSlices';
import { type FileList, listFiles, listThese, type Skipped } from './listFiles';
import { decidingPatterns } from './patternMatcher';
import { skipReasonOf } from './readText';
import { chooseSearcher, searchOutside, type SearcherOptions } from './searcher';
import { skipWords } from './skipWords';

export interface SearchOptions extends SearcherOptions {
  /** Looks at these files alone (relative to the root, separated by `/`), at a cost that does not grow with the folder. */
  readonly paths?: readonly string[] | undefined;
  /** Of the same patterns. Files that it knows by their stamps are not looked into again; it is told of the others. */
  readonly memory?: FileMemory | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface SearchResult {
  readonly searcher: 'git grep' | 'ripgrep' | 'walk' | 'cache';
  /** Relative to the root, separated by `/`, sorted. */
  readonly paths: string[];
  /** How many files count as the project's, whatever they hold. */
  readonly filesSearched: number;
  /** All of these; with {@link SearchOptions.paths} those among them. */
  readonly listed: ReadonlySet<string>;
  /** Files that match and were left out all the same, and places that could not be looked into. Sorted by path. */
  readonly skipped: Skipped[];
  /** Anything else that a person should know, one plain sentence each. */
  readonly notes: string[];
}

/**
 * Finds the files that match at least one pattern; the empty text is in every file.
 *
 * Which files count does not depend on the searcher: they are listed here by git's rules (tracked, or not ignored), and
 * the searcher only says which of them match. What it did not look into is read here. Left out are submodules and
 * nested repositories, symbolic links, binary files (NUL among the first 8000 bytes, without a byte order mark
 * of UTF-16), files of more than 20 MB, and those that `.gitattributes` calls vendored or generated.
 *
 * @throws the signal's reason when aborted, nothing else
 */
export async function searchFiles(
  root: string,
  patterns: readonly SearchPattern[],
  options: SearchOptions,
): Promise<SearchResult> {
  const { signal, paths: wanted, memory } = options;
  signal?.throwIfAborted();
  const beganMs = Date.now();
  let rules: FolderRules;
  try {
    rules = folderRules(root);
  } catch (error) {
    const notes = [t('The folder {0} could not be searched: {1}.', root, skipWords(skipReasonOf(error)))];
    return { searcher: 'walk', paths: [], filesSearched: 0, listed: new Set(), skipped: [], notes };
  }
  const search: Search = {
    rules,
    patterns: decidingPatterns(patterns.filter(({ text }) => !/[\0\n\r]/.test(text))),
    beganMs,
    memory,
    signal,
    notes: [],
  };
  const looked = wanted ? await lookAtThese(search, wanted) : await lookAtAll(search, options);
  const { paths, skipped } = sorted(search, looked.verdicts);
  return {
    searcher: looked.searcher,
    paths,
    filesSearched: looked.list.paths.size,
    listed: looked.list.paths,
    skipped: [...looked.list.skipped, ...skipped].sort((a, b) => (a.path < b.path ? -1 : 1)),
    notes: [...looked.list.notes, ...search.notes],
  };
}

interface Search {
  readonly rules: FolderRules;
  readonly patterns: readonly SearchPattern[];
  readonly beganMs: number;
  readonly memory: FileMemory | undefined;
  readonly signal: AbortSignal | undefined;
  /** For people; added to on the way. */
  readonly notes: string[];
}

type Verdicts = Map<string, FileVerdict>;
type Stamps = ReadonlyMap<string, FileStamp>;

interface Looked {
  readonly searcher: SearchResult['searcher'];
  readonly list: FileList;
  readonly verdicts: Verdicts;
}

async function lookAtThese(search: Search, wanted: readonly string[]): Promise<Looked> {
  const list = listThese(search.rules, wanted);
  const known = await recall(search, list);
  await readEach(search, known, known.unknown);
  return { searcher: 'walk', list, verdicts: known.verdicts };
}

async function lookAtAll(search: Search, options: SearchOptions): Promise<Looked> {
  const { rules, memory, signal } = search;
  let list: FileList | undefined;
  let known: Known | undefined;
  if (memory && !memory.isEmpty) {
    list = await listFiles(rules, signal);
    known = await recall(search, list);
    memory.keepOnly(list.paths);
    if (known.unknown.length <= FEW_FILES || known.unknown.length * FEW_OF_ALL <= list.paths.size) {
      await readEach(search, known, known.unknown);
      return { searcher: 'cache', list, verdicts: known.verdicts };
    }
  }
  const searcher = chooseSearcher(search, options);
  const listing = async (): Promise<readonly [FileList, Known]> => {
    const files = list ?? (await listFiles(rules, signal));
    return [files, known ?? (await recall(search, files))];
  };
  const [external, [files, state]] = await Promise.all([searchOutside(searcher, search), listing()]);
  const hits = typeof external === 'string' ? undefined : external;
  if (typeof external === 'string') {
    search.notes.push(t('{0} The files were read one by one instead.', external));
  }
  const rest = hits ? await takeHits(search, files, state, hits) : state.unknown;
  await readEach(search, state, rest);
  return {
    searcher: hits ? searcher.name : 'walk',
    list: files,
    verdicts: state.verdicts,
  };
}

/** So few files are read here rather than by a process that looks at all. */
const FEW_FILES = 300;

/** Also when they are no more than one in so many. */
const FEW_OF_ALL = 5;

/** What is known of the listed files so far. */
interface Known {
  readonly verdicts: Verdicts;
  readonly stamps: Stamps;
  readonly unknown: readonly string[];
}

async function recall({ rules, memory, beganMs, signal }: Search, list: FileList): Promise<Known> {
  const verdicts: Verdicts = new Map();
  const stamps = new Map<string, FileStamp>();
  if (!memory) {
    return { verdicts, stamps, unknown: [...list.paths] };
  }
  const unknown: string[] = [];
  const look = (path: string): void => {
    const stamp = stampOf(`${rules.root}/${path}`, beganMs);
    const verdict = memory.recall(path, stamp);
    if (verdict !== undefined) {
      verdicts.set(path, verdict);
      return;
    }
    unknown.push(path);
    if (stamp) {
      stamps.set(path, stamp);
    }
  };
  await inSlices(list.paths, look, { signal });
  return { verdicts, stamps, unknown };
}

function note({ memory }: Search, { verdicts, stamps }: Known, path: string, verdict: FileVerdict): void {
  verdicts.set(path, verdict);
  memory?.note(path, stamps.get(path), verdict);
}

/**
 * Settles what another program could tell.
 *
 * @returns the rest
 */
async function takeHits(
  search: Search,
  list: FileList,
  known: Known,
  external: ExternalHits,
): Promise<readonly string[]> {
  const { rules, signal } = search;
  const unknown: string[] = [];
  const settle = (path: string): void => {
    const isHit = external.hits.has(path);
    const start = isHit && external.exact ? lookAtStart(`${rules.root}/${path}`) : undefined;
    if (start?.isPlain === true) {
      note(search, known, path, start.skip ?? 'match');
    } else if (isHit || !wasSearched(path, list, external) || (external.complained && !isReadable(rules, path))) {
      unknown.push(path);
    } else {
      note(search, known, path, 'nothing');
    }
  };
  await inSlices(known.unknown, settle, { signal });
  return unknown;
}

async function readEach(search: Search, known: Known, unknown: readonly string[]): Promise<void> {
  const { rules, patterns, signal } = search;
  const reading = findMatches({
    root: rules.root,
    paths: patterns.length === 0 ? [] : unknown,
    patterns,
    onRead: (path, matches) =>
      note(search, known, path, matches ? (lookAtStart(`${rules.root}/${path}`).skip ?? 'match') : 'nothing'),
    onUnreadable: (path, reason) => note(search, known, path, reason),
  });
  await inSlices(reading, () => undefined, { signal });
}

function sorted({ rules }: Search, verdicts: Verdicts): { paths: string[]; skipped: Skipped[] } {
  const paths: string[] = [];
  const skipped: Skipped[] = [];
  for (const [path, verdict] of verdicts) {
    if (verdict === 'nothing') {
      continue;
    }
    const reason = rules.foreign(path) ?? (verdict === 'match' || verdict === 'read' ? undefined : verdict);
    if (reason === undefined) {
      paths.push(path);
    } else {
      skipped.push({ path, reason });
    }
  }
  return { paths: paths.sort(), skipped };
}

function wasSearched(path: string, { tracked }: FileList, { searched }: ExternalHits): boolean {
  return searched ? searched.has(path) : tracked !== undefined && tracked.paths.has(path) && !tracked.assumed.has(path);
}

/** Asked only where the searcher could not read something, so that reading the file says why. */
function isReadable({ root }: FolderRules, path: string): boolean {
  try {
    accessSync(join(root, path), constants.R_OK);
    return true;
  } catch {
    return false;
  }
}
