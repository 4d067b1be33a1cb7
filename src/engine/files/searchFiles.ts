import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { findGit, findProgram, type GitProgram } from '../git/gitProgram';
import { type ExternalHits, searchWithGit, searchWithRipgrep } from './externalSearch';
import { findWords, whyLeftOut } from './fileContents';
import { type FolderRules, folderRules } from './folderRules';
import { inSlices } from './inSlices';
import { type FileList, listFiles, listThese, type Skipped } from './listFiles';
import { skipReasonOf } from './readText';
import { shortestWords } from './wordMatcher';

export interface SearchOptions {
  /** undefined: the fastest that can be had. One that cannot be had is replaced by `walk`, with a note. */
  readonly searcher?: 'git' | 'ripgrep' | 'walk' | undefined;
  /** Absolute path; undefined = the `rg` on PATH. */
  readonly ripgrepPath?: string | undefined;
  /** Absolute path; undefined = the `git` on PATH. */
  readonly gitPath?: string | undefined;
  readonly gitAllowed: boolean;
  /** Looks at these files alone (relative to the root, separated by `/`), at a cost that does not grow with the folder. */
  readonly paths?: readonly string[] | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface SearchResult {
  readonly searcher: 'git grep' | 'ripgrep' | 'walk';
  /** Relative to the root, separated by `/`, sorted. */
  readonly paths: string[];
  /** How many files count as the project's, whatever they hold. */
  readonly filesSearched: number;
  /** Files that hold a word and were left out all the same, and places that could not be looked into. Sorted by path. */
  readonly skipped: Skipped[];
  /** Anything else that a person should know, one plain sentence each. */
  readonly notes: string[];
}

/**
 * Finds the files that hold at least one of some fixed strings; case counts, and the empty string is in every file.
 *
 * Which files count does not depend on the searcher: they are listed here by git's rules (tracked, or not ignored), and
 * the searcher only says which of them hold a word. What it did not look into is read here. Left out are submodules and
 * nested repositories, symbolic links, binary files (NUL among the first 8000 bytes, hence UTF-16 too), files of more
 * than 20 MB, and those that `.gitattributes` calls vendored or generated.
 *
 * @throws the signal's reason when aborted, nothing else
 */
export async function searchFiles(
  root: string,
  words: readonly string[],
  options: SearchOptions,
): Promise<SearchResult> {
  const { signal, paths: wanted } = options;
  signal?.throwIfAborted();
  let rules: FolderRules;
  try {
    rules = folderRules(root);
  } catch (error) {
    const notes = [`The folder ${root} could not be searched: ${skipReasonOf(error)}.`];
    return { searcher: 'walk', paths: [], filesSearched: 0, skipped: [], notes };
  }
  const notes: string[] = [];
  const plainWords = shortestWords(words.filter((word) => !/[\0\n\r]/.test(word)));
  const searcher = wanted ? WALK : choose(rules, plainWords, options, notes);
  const [external, list] = await Promise.all([
    searchOutside(searcher, { root: rules.root, words: plainWords, signal }),
    wanted ? listThese(rules, wanted) : listFiles(rules, signal),
  ]);
  notes.push(...list.notes);
  if (typeof external === 'string') {
    notes.push(`${external} The files were read one by one instead.`);
  }
  const hits = typeof external === 'string' ? undefined : external;
  const { paths, skipped } = await decide({ rules, words: plainWords, list, hits, signal });
  return {
    searcher: hits ? searcher.name : 'walk',
    paths: paths.sort(),
    filesSearched: list.paths.size,
    skipped: [...list.skipped, ...skipped].sort((a, b) => (a.path < b.path ? -1 : 1)),
    notes,
  };
}

type Searcher =
  | { readonly name: 'git grep'; readonly program: GitProgram }
  | { readonly name: 'ripgrep'; readonly program: string }
  | { readonly name: 'walk' };

const WALK: Searcher = { name: 'walk' };

/** From so many words on `git grep`, which looks for each in turn, is slower than reading the files here. */
const TOO_MANY_WORDS_FOR_GIT = 120;

function choose(rules: FolderRules, words: readonly string[], options: SearchOptions, notes: string[]): Searcher {
  const { searcher: asked } = options;
  if (asked === 'walk' || words.length === 0 || words[0] === '') {
    return WALK;
  }
  const mayUseGit = asked === 'git' || (asked === undefined && words.length <= TOO_MANY_WORDS_FOR_GIT);
  const git = mayUseGit && options.gitAllowed && rules.repository ? findGit({ gitPath: options.gitPath }) : undefined;
  if (git) {
    return { name: 'git grep', program: git };
  }
  const ripgrep = asked === 'git' ? undefined : (options.ripgrepPath ?? findProgram('rg'));
  if (ripgrep !== undefined) {
    return { name: 'ripgrep', program: ripgrep };
  }
  if (asked !== undefined) {
    notes.push(`The folder ${rules.root} cannot be searched with ${asked}; the files were read one by one instead.`);
  }
  return WALK;
}

interface OutsideSearch {
  readonly root: string;
  readonly words: readonly string[];
  readonly signal: AbortSignal | undefined;
}

/** undefined: nothing is searched outside; a string: why it failed. */
async function searchOutside(searcher: Searcher, search: OutsideSearch): Promise<ExternalHits | string | undefined> {
  if (searcher.name === 'walk') {
    return undefined;
  }
  return searcher.name === 'git grep'
    ? searchWithGit(searcher.program, search)
    : searchWithRipgrep(searcher.program, search);
}

interface Findings {
  readonly rules: FolderRules;
  readonly words: readonly string[];
  readonly list: FileList;
  readonly hits: ExternalHits | undefined;
  readonly signal: AbortSignal | undefined;
}

async function decide(findings: Findings): Promise<{ paths: string[]; skipped: Skipped[] }> {
  const { rules, words, list, hits, signal } = findings;
  const candidates: string[] = [];
  const toRead: string[] = [];
  const skipped: Skipped[] = [];
  for (const path of list.paths) {
    if (hits?.hits.has(path)) {
      candidates.push(path);
    } else if (!hits || !wasSearched(path, list, hits) || (hits.complained && !isReadable(rules, path))) {
      toRead.push(path);
    }
  }
  const onUnreadable = (path: string, reason: string): void => {
    skipped.push({ path, reason });
  };
  const reading = findWords({
    root: rules.root,
    paths: words.length === 0 ? [] : toRead,
    words,
    onHit: (path) => candidates.push(path),
    onUnreadable,
  });
  await inSlices(reading, () => undefined, { signal });
  const paths: string[] = [];
  const judge = (path: string): void => {
    const reason = whyLeftOut(rules, path);
    if (reason === undefined) {
      paths.push(path);
    } else {
      skipped.push({ path, reason });
    }
  };
  await inSlices(candidates, judge, { signal });
  return { paths, skipped };
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
