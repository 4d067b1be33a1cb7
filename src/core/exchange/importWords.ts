import { t } from '../words/t';
import type { Column } from './recogniseColumns';
import type { Note } from './table';
import { counted, listing, type Noun } from '../words/count';

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
  return field ?? (extra === undefined ? t('(left out)') : t('field “{0}”', extra));
}

/** How it was found out what a column is, in words. */
export function whyWords({ why }: Column): string {
  switch (why) {
    case 'name':
      return t('name');
    case 'values':
      return t('values');
    case 'kept':
      return t('kept');
    case 'unknown':
      return t('unknown');
    case 'chosen':
      return t('chosen');
    default:
      return why;
  }
}

/** More sentences of one kind than these are counted instead. */
const MOST_NOTES = 20;

/** Notes in words, each with its line. */
export function noteWords(notes: readonly Note[]): string[] {
  const shown = notes
    .slice(0, MOST_NOTES)
    .map(({ line, message }) => (line === undefined ? message : t('Line {0}: {1}', line, message)));
  return notes.length > MOST_NOTES ? [...shown, t('And {0} more of this kind.', notes.length - MOST_NOTES)] : shown;
}

/** `2 epics, 14 stories and 3 releases.` */
export function countWords(counts: readonly (readonly [noun: Noun, count: number])[]): string {
  const words = counts.map(([noun, count]) => counted(count, noun));
  return words.length === 0 ? t('Nothing.') : t('{0}.', listing(words, words.length));
}
