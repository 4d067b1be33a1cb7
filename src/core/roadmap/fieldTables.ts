import { FIELDS, type FieldOwner, type FieldSpec, type FieldType } from './fields';

/** The tables of fields in the documentation: a heading and a Markdown table for each kind of thing. */
function fieldTables(): string {
  return GROUPS.map(({ heading, owners }) => `### ${heading}\n\n${tableOf(owners)}`).join('\n\n');
}

const GROUPS: readonly { readonly heading: string; readonly owners: readonly FieldOwner[] }[] = [
  { heading: 'The file', owners: ['roadmap'] },
  { heading: 'Epics, stories and tasks', owners: ['epic', 'story', 'task'] },
  { heading: 'Releases', owners: ['release'] },
  { heading: 'Goals', owners: ['goal'] },
  { heading: 'Risks', owners: ['risk'] },
  { heading: 'People in `team`', owners: ['person'] },
  { heading: 'Metrics of a goal', owners: ['metric'] },
  { heading: 'Acceptance criteria', owners: ['criterion'] },
  { heading: 'Ignored findings', owners: ['suppression'] },
  { heading: 'Rules in `rules`', owners: ['rule'] },
  { heading: 'Components', owners: ['component'] },
];

function tableOf(owners: readonly FieldOwner[]): string {
  const fields = FIELDS.filter((spec) => owners.some((owner) => spec.on.includes(owner)));
  // What an item is comes before what it holds.
  const holds = (spec: FieldSpec) => !owners.includes('roadmap') && HELD.has(spec.type);
  const rows = [...fields.filter((spec) => !holds(spec)), ...fields.filter(holds)].map(rowOf);
  return ['| field | what it says | example | also read as |', '|---|---|---|---|', ...rows].join('\n');
}

const HELD: ReadonlySet<FieldType> = new Set(['epics', 'stories', 'tasks', 'items', 'releases', 'risks']);

function rowOf({ name, description, example, synonyms, ifFits }: FieldSpec): string {
  const cells = [
    `\`${name}\``,
    description,
    example && `\`${example}\``,
    [listOf(synonyms), ifFits.length > 0 ? `where its value fits ${listOf(ifFits)}` : ''].filter(Boolean).join('; '),
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function listOf(names: readonly string[]): string {
  return names.map((word) => `\`${word}\``).join(', ');
}

const START = '<!-- fields: written by the tests with UPDATE_DOCS=1 -->';
const END = '<!-- end of fields -->';

/** The document with the tables between its two marks brought up to date; unchanged when it has no such marks. */
export function withFieldTables(document: string): string {
  const start = document.indexOf(START);
  const end = document.indexOf(END);
  return start < 0 || end < start
    ? document
    : `${document.slice(0, start + START.length)}\n\n${fieldTables()}\n\n${document.slice(end)}`;
}
