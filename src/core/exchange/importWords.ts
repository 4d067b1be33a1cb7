import type { Column } from './recogniseColumns';
import type { Note } from './table';

/** The columns of a table and what they are taken for, as rows of a table for people; the first row names the columns. */
export function columnRows(columns: readonly Column[]): readonly (readonly string[])[] {
  return [
    ['COLUMN', 'IS', 'BY', 'EXAMPLE'],
    ...columns
      .filter(({ why }) => why !== 'empty')
      .map((column) => [
        column.name.replace(/\s+/g, ' ') || `#${column.index + 1}`,
        meaningOf(column),
        column.why,
        column.example,
      ]),
  ];
}

/** `title`, or what becomes of a column that is no field. */
export function meaningOf({ field, extra }: Column): string {
  return field ?? (extra === undefined ? '(left out)' : `field “${extra}”`);
}

/** More sentences of one kind than these are counted instead. */
const MOST_NOTES = 20;

/** Notes in words, each with its line. */
export function noteWords(notes: readonly Note[]): string[] {
  const shown = notes
    .slice(0, MOST_NOTES)
    .map(({ line, message }) => (line === undefined ? message : `Line ${line}: ${message}`));
  return notes.length > MOST_NOTES ? [...shown, `And ${notes.length - MOST_NOTES} more of this kind.`] : shown;
}

const PLURALS: ReadonlyMap<string, string> = new Map([
  ['story', 'stories'],
  ['person', 'people'],
]);

/** `2 epics, 14 stories and 3 releases.` */
export function countWords(counts: readonly (readonly [noun: string, count: number])[]): string {
  const words = counts.map(([noun, count]) => `${count} ${count === 1 ? noun : (PLURALS.get(noun) ?? `${noun}s`)}`);
  const last = words.pop();
  return last === undefined ? 'Nothing.' : `${words.length > 0 ? `${words.join(', ')} and ${last}` : last}.`;
}
