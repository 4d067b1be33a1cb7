import { t } from '../../core/words/t';
import type { SearchPattern } from '../../core/ids/searchPattern';
import { findGit, findProgram, type GitOptions, type GitProgram } from '../git/gitProgram';
import { type ExternalHits, searchWithGit, searchWithRipgrep } from './externalSearch';
import type { FolderRules } from './folderRules';

/** Which program may look through the files. */
export interface SearcherOptions {
  /** undefined: the fastest that can be had. One that cannot be had is replaced by `walk`, with a note. */
  readonly searcher?: 'git' | 'ripgrep' | 'walk' | undefined;
  /** Absolute path; undefined = the `rg` on PATH. */
  readonly ripgrepPath?: string | undefined;
  /** undefined: the `git` on PATH. */
  readonly git?: GitOptions | undefined;
  readonly gitAllowed: boolean;
}

/** What is looked for, and where. */
interface Searched {
  readonly rules: FolderRules;
  readonly patterns: readonly SearchPattern[];
  readonly signal: AbortSignal | undefined;
  /** For people; added to on the way. */
  readonly notes: string[];
}

export type Searcher =
  | { readonly name: 'git grep'; readonly program: GitProgram }
  | { readonly name: 'ripgrep'; readonly program: string }
  | { readonly name: 'walk' };

const WALK: Searcher = { name: 'walk' };

/** From so many patterns on `git grep`, which tries each in turn, is slower than reading the files here. */
const TOO_MANY_FOR_GIT = 120;

/** The program that looks through files soonest; one that was asked for and cannot be had is replaced, with a note. */
export function chooseSearcher({ rules, patterns, notes }: Searched, options: SearcherOptions): Searcher {
  const { searcher: asked } = options;
  if (asked === 'walk' || patterns.length === 0 || patterns[0]?.text === '') {
    return WALK;
  }
  const mayUseGit = asked === 'git' || (asked === undefined && patterns.length <= TOO_MANY_FOR_GIT);
  const git = mayUseGit && options.gitAllowed && rules.repository ? findGit(options.git) : undefined;
  if (git) {
    return { name: 'git grep', program: git };
  }
  const ripgrep = asked === 'git' ? undefined : (options.ripgrepPath ?? findProgram('rg'));
  if (ripgrep !== undefined) {
    return { name: 'ripgrep', program: ripgrep };
  }
  if (asked !== undefined) {
    notes.push(
      t('The folder {0} cannot be searched with {1}; the files were read one by one instead.', rules.root, asked),
    );
  }
  return WALK;
}

/** undefined: nothing is searched outside; a string: why it failed. */
export async function searchOutside(searcher: Searcher, search: Searched): Promise<ExternalHits | string | undefined> {
  const { rules, patterns, signal } = search;
  const outside = { root: rules.root, patterns, signal };
  switch (searcher.name) {
    case 'walk':
      return undefined;
    case 'git grep':
      return searchWithGit(searcher.program, outside);
    case 'ripgrep':
      return searchWithRipgrep(searcher.program, outside);
  }
}
