import { t } from '../words/t';
import type { Completion } from './completion';
import type { AuthoringPlace, ValuePlace } from './place';
import { writtenValue } from './writtenValue';

/** What lies in a folder. */
export interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

/**
 * The folder whose entries fit a place, relative to the workspace's and without a slash at its end; undefined: no path stands
 * there, or one that leads out of the workspace or is a pattern already.
 */
export function folderToList(text: string, place: AuthoringPlace): string | undefined {
  if (place.kind !== 'value' || place.field.type !== 'paths') {
    return undefined;
  }
  const folder = text.slice(place.word.start, startOfName(text, place)).replace(/^\.\//, '').replace(/\/$/, '');
  const isPlain = !/[*?{}[\]!\\:]/.test(folder) && !folder.startsWith('/');
  return isPlain && !folder.split('/').includes('..') ? folder : undefined;
}

/** The entries of the folder that {@link folderToList} names: folders first, and the pattern for all that is in it. */
export function pathCompletions(
  text: string,
  place: ValuePlace,
  entries: readonly FolderEntry[],
): readonly Completion[] {
  const start = startOfName(text, place);
  const word = { start, end: place.word.end };
  const path = (name: string, kind: 'file' | 'folder', detail?: string): Completion => ({
    label: name,
    kind,
    detail,
    documentation: undefined,
    word,
    text: start === place.word.start ? place.before + writtenValue(name, place) : name,
    snippet: undefined,
    filter: name,
  });
  const named = [...entries].sort((a, b) => Number(b.isFolder) - Number(a.isFolder) || (a.name < b.name ? -1 : 1));
  const everything = place.field.name === 'code' ? [path('**', 'folder', t('everything in this folder'))] : [];
  return [
    ...named.map(({ name, isFolder }) => (isFolder ? path(`${name}/`, 'folder') : path(name, 'file'))),
    ...everything,
  ];
}

/** Behind the last slash. */
function startOfName(text: string, { word }: ValuePlace): number {
  return word.start + text.slice(word.start, word.end).lastIndexOf('/') + 1;
}
