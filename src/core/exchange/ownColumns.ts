import { headerKey } from './columnNames';

/** The columns of Waymark's own tables: name, and the field of an item that it holds. */
interface OwnColumn {
  readonly name: string;
  /** A field; of a release `date` stands in the column of `due`. */
  readonly field: string;
  readonly holds: 'text' | 'names' | 'number' | 'criteria' | 'json';
  /** The column is there in every table, so that people find their way in it. */
  readonly isCommon: boolean;
}

/** Behind ID, Kind, Parent and Title, in this order. */
export const OWN_COLUMNS: readonly OwnColumn[] = [
  column('Status', 'status', 'text', true),
  column('Status category', 'status category', 'text', true),
  column('Owner', 'owner', 'text', true),
  column('Release', 'release', 'text', true),
  column('Start date', 'start', 'text', true),
  column('Due date', 'due', 'text', true),
  column('Estimate', 'estimate', 'number', true),
  column('Labels', 'labels', 'names', true),
  column('Depends on', 'depends', 'names', true),
  column('Description', 'story', 'text', true),
  column('Link', 'link', 'text', true),
  column('Goal', 'goal', 'text', false),
  column('Epic', 'epic', 'text', false),
  column('Impact', 'impact', 'number', false),
  column('Feedback', 'feedback', 'number', false),
  column('Feasibility', 'feasibility', 'number', false),
  column('Reach', 'reach', 'number', false),
  column('Confidence', 'confidence', 'number', false),
  column('Effort', 'effort', 'number', false),
  column('Value', 'value', 'number', false),
  column('Urgency', 'urgency', 'number', false),
  column('Acceptance criteria', 'acceptance', 'criteria', false),
  column('Code', 'code', 'names', false),
  column('Decisions', 'decisions', 'names', false),
  column('Former IDs', 'aliases', 'names', false),
  column('Accepted spellings', 'accepts', 'names', false),
  column('Rejected spellings', 'rejects', 'names', false),
  column('Ignored findings', 'ignore', 'json', false),
  column('Freeze date', 'freeze', 'text', false),
  column('Probability', 'probability', 'number', false),
  column('Mitigation', 'mitigation', 'text', false),
  column('Review date', 'review', 'text', false),
  column('Threatened items', 'items', 'names', false),
  column('Metrics', 'metrics', 'json', false),
];

export const FIRST_COLUMNS = ['ID', 'Kind', 'Parent', 'Title'] as const;

/** Put before the name of a field of a team's own that is called as one of Waymark's columns is. */
export const OWN_FIELD = 'field: ';

const TAKEN: ReadonlySet<string> = new Set([...FIRST_COLUMNS, ...OWN_COLUMNS.map(({ name }) => name)].map(headerKey));

/** The name of the column for a field of a team's own. */
export function headerOfExtra(name: string): string {
  return TAKEN.has(headerKey(name)) || name.startsWith(OWN_FIELD) ? `${OWN_FIELD}${name}` : name;
}

/** Whether a table is one that Waymark wrote: then every column means exactly what it says. */
export function isOwnTable(header: readonly string[]): boolean {
  return ['ID', 'Kind', 'Parent', 'Title', 'Status category'].every((name) => header.includes(name));
}

function column(name: string, field: string, holds: OwnColumn['holds'], isCommon: boolean): OwnColumn {
  return { name, field, holds, isCommon };
}
