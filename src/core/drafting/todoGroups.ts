import { titleOfWords } from '../annotations/titleWords';
import { asksForWork } from '../findings/workTags';
import { componentsOf } from '../codeHistory/components';
import type { FoundTodo } from './survey';

/** The annotations of one part of the product. */
export interface TodoGroup {
  /** The folder; empty: the top. */
  readonly folder: string;
  readonly todos: readonly TitledTodo[];
  /** It lies where code of others is kept. */
  readonly isForeign: boolean;
}

/** What an annotation asks for; several that say the same are one. */
export interface TitledTodo {
  readonly title: string;
  /** The ID that it names already; undefined: none. */
  readonly id: string | undefined;
  readonly paths: readonly string[];
}

/** Annotations by part of the product, the part with the most first. Those without words say nothing that could be planned. */
export function todoGroups(todos: readonly FoundTodo[]): readonly TodoGroup[] {
  const componentOf = componentsOf([]);
  const byFolder = new Map<string, Map<string, TitledTodo>>();
  for (const { path, annotation } of todos) {
    const title = titleOfWords(annotation.message);
    if (title === '' || !asksForWork(annotation) || annotation.certainty !== 'certain' || isQuoted(annotation)) {
      continue;
    }
    const folder = componentOf(path) ?? outerFolder(path);
    const id = annotation.mentions.find(({ certainty }) => certainty === 'certain')?.id;
    const known = byFolder.get(folder) ?? new Map<string, TitledTodo>();
    byFolder.set(folder, known);
    const key = id ?? title.toLowerCase();
    const former = known.get(key);
    known.set(key, { title: former?.title ?? title, id, paths: [...new Set([...(former?.paths ?? []), path])] });
  }
  return [...byFolder]
    .map(([folder, titled]) => ({ folder, todos: [...titled.values()], isForeign: FOREIGN.test(folder) }))
    .sort(
      (a, b) =>
        Number(a.isForeign) - Number(b.isForeign) || b.todos.length - a.todos.length || (a.folder < b.folder ? -1 : 1),
    );
}

const FOREIGN = /(?:^|\/)(?:vendor(?:ed)?|third[-_]?party|externals?|node_modules|bower_components|deps)(?:\/|$)/i;

/** Of a test the folder of the tests, of anything else the outermost one. */
function outerFolder(path: string): string {
  const folders = path.split('/').slice(0, -1);
  const tests = folders.findIndex((name) => /tests?$|^tests?|specs?$|^e2e$/i.test(name));
  return folders.slice(0, Math.max(1, tests + 1)).join('/');
}

/** A tag that a comment shows as an example, in backticks. */
function isQuoted({ message }: FoundTodo['annotation']): boolean {
  return (message.match(/`/g) ?? []).length % 2 === 1;
}
