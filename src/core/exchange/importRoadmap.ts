import { t } from '../words/t';
import { readRoadmap } from '../roadmap/readRoadmap';
import type { DateOrder } from './cellDates';
import { missingIn } from './compare';
import { allItems, type Draft, isList } from './draft';
import { draftOf } from './draftOf';
import { importOwnTable } from './importOwnTable';
import { importTable } from './importTable';
import { isOwnTable } from './ownColumns';
import { readTable } from './readTable';
import { type Column, type ColumnChoices, recogniseColumns } from './recogniseColumns';
import { loss, type Note } from './table';
import { writeMarkdown } from './writeMarkdown';
import { writeYaml } from './writeYaml';
import type { Noun } from '../words/count';

export type WrittenForm = 'yaml' | 'markdown';

export interface ImportOptions {
  readonly to: WrittenForm;
  readonly choices: ColumnChoices;
  /** Columns that no name and no value explains are kept as fields of their own. */
  readonly keepUnknown: boolean;
  /** undefined: the dates themselves tell, or the likelier order is taken. */
  readonly dateOrder: DateOrder | undefined;
}

/** A roadmap that was made of another tool's table. */
export interface ImportedRoadmap {
  readonly text: string;
  readonly columns: readonly Column[];
  readonly notes: readonly Note[];
  /** How many there are of each, in the order in which people name them. */
  readonly counts: readonly (readonly [noun: Noun, count: number])[];
}

/**
 * Makes a roadmap of a table that another tool exported. Never throws. The text is read again before it is given: what it
 * should not say is a note.
 *
 * @returns a sentence for the person when the text is no table of items
 */
export function importRoadmap(text: string, options: ImportOptions): ImportedRoadmap | string {
  const table = readTable(text);
  if (table.header.length === 0) {
    return t(
      'There is no table in this file. Export the items as CSV or JSON, with the names of the columns in the first line.',
    );
  }
  if (table.rows.length === 0) {
    const [first] = table.notes;
    return first === undefined
      ? t('There is nothing below the names of the columns: this table holds no items.')
      : t('No row of this table can be read. Line {0}: {1}', first.line ?? 1, first.message);
  }
  const isOwn = isOwnTable(table.header) && options.choices.size === 0;
  const columns = recogniseColumns(table, options.choices, options.keepUnknown || isOwnTable(table.header));
  if (columns.filter(({ why }) => why === 'name').length < 2 && table.header.some((name) => /^\d+$/.test(name))) {
    return t(
      'The first line of this table holds an item, not the names of its columns. Write names above it, such as ID, Parent, Type and Title.',
    );
  }
  if (!columns.some(({ field }) => field === 'title' || field === 'id')) {
    const names = table.header.slice(0, 8).map((name) => t('“{0}”', name.slice(0, 30)));
    return t('No column names the items: there are {0}. Say which one holds their titles.', names.join(', '));
  }
  const { draft, notes } = isOwn ? importOwnTable(table) : importTable(table, columns, options.dateOrder);
  const written = options.to === 'yaml' ? writeYaml(draft) : writeMarkdown(draft);
  const roadmap = readRoadmap(options.to === 'yaml' ? 'roadmap.yaml' : 'roadmap.md', written);
  const missing = roadmap ? missingIn(draftOf([roadmap]), draft) : [t('the whole')];
  return { text: written, columns, notes: [...notes, ...unsaid(missing)], counts: countsOf(draft) };
}

/** What a written form could not say, by name. */
export function unsaid(missing: readonly string[]): readonly Note[] {
  const shown = missing.slice(0, 5).join(', ');
  const names = missing.length > 5 ? t('{0} and {1} more', shown, missing.length - 5) : shown;
  return missing.length === 0
    ? []
    : [
        loss(
          undefined,
          t('What is written does not read back as it was meant for {0}. Look at it before you keep it.', names),
        ),
      ];
}

function countsOf(draft: Draft): ImportedRoadmap['counts'] {
  const kinds = Array.from(allItems(draft.work), ([{ kind }]) => kind);
  const count = (kind: string) => kinds.filter((each) => each === kind).length;
  const parts = (name: string) => {
    const value = draft.fields.get(name);
    return value !== undefined && isList(value) ? value.length : 0;
  };
  const all = [
    ['epic', count('epic')],
    ['story', count('story')],
    ['task', count('task')],
    ['release', parts('releases')],
    ['person', parts('team')],
  ] as const;
  return all.filter(([, each]) => each > 0);
}
