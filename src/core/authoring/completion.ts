import type { Span } from '../model/span';
import type { WorkItem } from '../model/roadmap';
import type { Plan } from '../trace/plan';
import { type Candidate, candidatesFor } from './candidates';
import { fieldCompletions } from './fieldCompletions';
import type { AuthoringPlace, ValuePlace } from './place';
import { writtenValue } from './writtenValue';

export type CompletionKind = 'field' | 'status' | 'item' | 'release' | 'goal' | 'person' | 'word' | 'file' | 'folder';

/** One thing that can be written at a place. */
export interface Completion {
  readonly label: string;
  readonly kind: CompletionKind;
  /** A few words beside the label; plain text. */
  readonly detail: string | undefined;
  /** Markdown in which every word of the workspace is escaped. */
  readonly documentation: string | undefined;
  /** What is replaced: all of the word that is typed. */
  readonly word: Span;
  readonly text: string;
  /** The same as a snippet, where the cursor belongs inside of it. */
  readonly snippet: string | undefined;
  /** What the typed word is compared with. */
  readonly filter: string;
  /** Behind it values can be offered at once. */
  readonly leadsToValues?: true;
}

export interface Completions {
  /** In the order in which they are to be shown. */
  readonly list: readonly Completion[];
  /** There are more than are listed, so they are to be asked for again as the word grows. */
  readonly isPart: boolean;
}

/** What is known besides the place. */
export interface Surroundings {
  readonly plan: Plan;
  /** The plan's item that the place belongs to; undefined: none, or it is not read yet. */
  readonly item: WorkItem | undefined;
  /** Another extension completes and explains by the published schema: its keys and values are left to it. */
  readonly hasSchema: boolean;
}

/** More than these nobody reads; with each letter that is typed others come. */
export const MOST_COMPLETIONS = 250;

/**
 * What can be written at a place. Paths are not among it: see `pathCompletions`.
 *
 * @implements WAY-40
 */
export function completionsAt(text: string, place: AuthoringPlace, around: Surroundings): Completions {
  if (place.kind === 'key') {
    return { list: around.hasSchema ? [] : fieldCompletions(text, place), isPart: true };
  }
  const typed = text.slice(place.word.start, place.word.end);
  const listed = new Set(place.listed);
  const candidates = candidatesFor(place, typed, around).filter(
    ({ name, isOnlyUsed }) => !listed.has(name) && !(isOnlyUsed && name === typed),
  );
  const values = candidates.slice(0, MOST_COMPLETIONS).map((each) => toCompletion(each, place, typed));
  const keys = place.orKey && !around.hasSchema ? fieldCompletions(text, place.orKey) : [];
  return { list: [...values, ...keys], isPart: candidates.length > MOST_COMPLETIONS || keys.length > 0 };
}

function toCompletion(
  { name, words, kind, detail, documentation }: Candidate,
  place: ValuePlace,
  typed: string,
): Completion {
  const sign = typed.startsWith('@') ? '@' : '';
  const label = words === undefined || words === '' ? name : `${name} ${words}`;
  return {
    label,
    kind,
    detail,
    documentation,
    word: place.word,
    text: place.before + writtenValue(name, place),
    snippet: undefined,
    filter: sign + label,
  };
}
