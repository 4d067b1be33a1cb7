import { t } from '../../core/words/t';
import type { TagSet } from '../../core/annotations/tags';
import { KeyTally } from '../../core/drafting/keyTally';
import type { Survey } from '../../core/drafting/survey';
import type { SearchOptions } from '../files/searchFiles';
import type { GitOptions } from '../git/gitProgram';
import { findTodos } from './findTodos';
import { readDocuments } from './readDocuments';
import { readSubjects } from './readSubjects';

export interface SurveyRequest {
  /** Absolute path. */
  readonly folder: string;
  /** undefined: git may be used; else why not, in one sentence. */
  readonly gitNotAllowed: string | undefined;
  readonly git: GitOptions | undefined;
  readonly tags: TagSet;
  readonly search: Omit<SearchOptions, 'signal' | 'paths' | 'memory'>;
}

export interface SurveyHow {
  readonly signal: AbortSignal;
  /** Told in words what is being looked at. */
  readonly onProgress?: ((words: string) => void) | undefined;
}

/**
 * Looks at what a folder says of its work: documents with a plan, annotations, and keys in the subjects of commits. It needs no
 * roadmap, takes seconds at most, and says in its notes what it did not get to.
 *
 * @throws the signal's reason when aborted, nothing else
 *
 * @implements WAY-45
 */
export async function surveyFolder(request: SurveyRequest, { signal, onProgress }: SurveyHow): Promise<Survey> {
  const tally = new KeyTally();
  onProgress?.(t('Looking at commit messages'));
  const history = await readSubjects(request, tally, signal);
  const keys = tally.keys();
  onProgress?.(t('Looking for TODOs'));
  const found = await findTodos(
    request,
    keys.map(({ key }) => key),
    signal,
  );
  onProgress?.(t('Looking at documents'));
  const { documents, notes } = await readDocuments(request.folder, found.listed, signal);
  return {
    documents,
    todos: found.todos,
    keys,
    commitsRead: history.commits,
    filesSearched: found.listed.size,
    notes: [...history.notes, ...found.notes, ...notes],
  };
}
