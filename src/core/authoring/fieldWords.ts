import { t } from '../words/t';
import { escapeMarkdown, markdownCode } from '../report/markdown';
import type { FieldSpec, FieldType } from '../roadmap/fields';

/**
 * What a field is, in Markdown: its description, what may stand behind it, and an example.
 *
 * @param written the name under which the file has it; undefined: it is still to be written
 */
export function fieldMarkdown(field: FieldSpec, written: string | undefined): string {
  const takes = TAKES[field.type]?.();
  return [
    field.description,
    takes === undefined ? undefined : t('Takes {0}.', takes),
    field.example === '' ? undefined : t('Example: {0}', markdownCode(`${field.name}: ${field.example}`)),
    written === undefined || written === field.name
      ? undefined
      : t('{0} is read as {1}.', markdownCode(written), markdownCode(field.name)),
  ]
    .filter((part) => part !== undefined)
    .map((part, index) => (index === 0 ? escapedButCode(part) : part))
    .join('\n\n');
}

/** Descriptions are our own words, with names of fields in back quotes. */
function escapedButCode(description: string): string {
  return description
    .split('`')
    .map((part, index) => (index % 2 === 0 ? escapeMarkdown(part) : markdownCode(part)))
    .join('');
}

/** What may stand behind a field's name, where its description does not say so. */
const TAKES: Readonly<Partial<Record<FieldType, () => string>>> = {
  names: () => t('a list of names, or names with commas between them'),
  paths: () => t('a list of paths or globs'),
  date: () => t('a date such as 2026-08-28, a month such as 2026-08, or a quarter such as 2026-Q3'),
  number: () => t('a number'),
  yesNo: () => t('true or false'),
  epics: () => t('a list, or a mapping by ID'),
  stories: () => t('a list, or a mapping by ID'),
  tasks: () => t('a list, or a mapping by ID'),
  items: () => t('a list, or a mapping by ID'),
  releases: () => t('a list, or a mapping by ID'),
  goals: () => t('a list, or a mapping by ID'),
  risks: () => t('a list, or a mapping by ID'),
  people: () => t('a list, or a mapping by ID'),
  metrics: () => t('a list'),
  rules: () => t('a severity or numbers for each rule, or a list'),
  severity: () => t('error, warning, information, hint or off'),
  components: () => t('globs for each name, or a list'),
  days: () => t('a list of dates such as 2026-12-25, or of ranges such as 2026-12-24 to 2026-12-26'),
  criteria: () => t('a list of sentences, or of `{ text, done }`'),
};
