import { t } from '../words/t';
import { counted } from '../words/count';
import type { FoundKey } from './keyTally';
import { countWork, workOfDocument } from './planDocuments';
import type { FoundDocument, Survey } from './survey';
import { type TodoGroup, todoGroups } from './todoGroups';

/** What a first roadmap can be made from, beside a template. */
export type DraftSource = 'documents' | 'todos' | 'commits';

export const DRAFT_SOURCES: readonly DraftSource[] = ['documents', 'todos', 'commits'];

/** Something that was found, which a person takes into the roadmap or leaves. */
export type Suggestion = {
  /** Stable, and unique among all. */
  readonly group: string;
  readonly label: string;
  /** How much it is. */
  readonly detail: string;
  /** Taken unless the person says otherwise. */
  readonly isLikely: boolean;
} & (
  | { readonly source: 'documents'; readonly document: FoundDocument }
  | { readonly source: 'todos'; readonly todos: TodoGroup }
  | { readonly source: 'commits'; readonly key: FoundKey }
);

/** A key that so few commits name beside another one is of something else, or of long ago. */
const RARE_SHARE = 0.05;

/** Parts of the product with annotations that are taken at first; a plan with more epics is read by nobody. */
const MOST_FOLDERS = 10;

export function suggestionsOf(survey: Survey, sources: readonly DraftSource[]): readonly Suggestion[] {
  const all = [...documentSuggestions(survey), ...todoSuggestions(survey), ...keySuggestions(survey)];
  return all.filter(({ source }) => sources.includes(source));
}

function documentSuggestions({ documents }: Survey): Suggestion[] {
  return documents.flatMap((document): Suggestion[] => {
    const count = countWork(workOfDocument(document));
    return count === 0
      ? []
      : [
          {
            source: 'documents',
            document,
            group: `document ${document.path}`,
            label: document.path,
            detail: counted(count, 'heading or entry'),
            isLikely: true,
          },
        ];
  });
}

function todoSuggestions({ todos }: Survey): Suggestion[] {
  return todoGroups(todos).map((group, index): Suggestion => {
    const files = new Set(group.todos.flatMap(({ paths }) => paths)).size;
    return {
      source: 'todos',
      todos: group,
      group: `todos ${group.folder}`,
      label: group.folder === '' ? t('At the top') : `${group.folder}/`,
      detail: t('{0} in {1}', counted(group.todos.length, 'TODO'), counted(files, 'file')),
      isLikely: index < MOST_FOLDERS && !group.isForeign,
    };
  });
}

function keySuggestions({ keys }: Survey): Suggestion[] {
  const most = keys[0]?.commits ?? 0;
  return keys.map(
    (key): Suggestion => ({
      source: 'commits',
      key,
      group: `key ${key.key}`,
      label: key.key,
      detail: keyWords(key),
      isLikely: key.commits >= most * RARE_SHARE,
    }),
  );
}

/** `212 commits name 87 stories`. */
function keyWords({ commits, items }: FoundKey): string {
  return t('{0} {1}', counted(commits, 'commit names'), counted(items.length, 'story'));
}

/** What was found of each source, in words; empty: nothing. */
export function foundWords(survey: Survey, source: DraftSource): string {
  const found = suggestionsOf(survey, [source]);
  switch (source) {
    case 'documents':
      return found.map(({ label, detail }) => `${label}: ${detail}`).join(', ');
    case 'todos': {
      const count = found.reduce((sum, each) => sum + (each.source === 'todos' ? each.todos.todos.length : 0), 0);
      return count === 0 ? '' : t('{0} in {1}', counted(count, 'TODO'), counted(found.length, 'folder'));
    }
    case 'commits':
      return found
        .slice(0, MOST_KEYS_NAMED)
        .map(({ label, detail }) => `${label}: ${detail}`)
        .join(', ');
  }
}

const MOST_KEYS_NAMED = 3;
