import { stringify } from 'csv-stringify/sync';
import { STATUS_CATEGORIES } from '../model/status';
import { categoryOfStatus, statusKey } from '../roadmap/statusNames';
import { cellOfNames, guarded } from './cellText';
import { type Draft, type DraftItem, type Fields, isFields, isList, textOf, type Value } from './draft';
import { FIRST_COLUMNS, headerOfExtra, OWN_COLUMNS } from './ownColumns';

/**
 * A roadmap as a table for spreadsheets: a row for each epic, story and task with the item that it is nested in, then the
 * releases, goals and risks. What no item has has no column, beside the common ones. No cell is a formula.
 */
export function exportCsv(draft: Draft, delimiter = ','): string {
  const rows = [...workRows(draft.work, ''), ...partRows(draft.fields)];
  const workflow = workflowOf(draft.fields);
  const used = new Set(rows.flatMap(({ fields }) => [...fields.keys()]));
  const columns = OWN_COLUMNS.filter(({ field, isCommon }) => isCommon || used.has(field));
  const known = new Set(OWN_COLUMNS.map(({ field }) => field));
  const extras = [...used].filter((name) => !known.has(name) && name !== '');
  const header = [...FIRST_COLUMNS, ...columns.map(({ name }) => name), ...extras.map(headerOfExtra)];
  const cells = rows.map(({ id, kind, parent, title, fields }) => [
    id,
    kind,
    parent,
    title,
    ...columns.map(({ field, holds }) =>
      cellOf(field === 'status category' ? categoryIn(fields, workflow) : fields.get(field), holds),
    ),
    ...extras.map((name) => cellOf(fields.get(name), 'json')),
  ]);
  return stringify(
    [header, ...cells].map((row) => row.map(guarded)),
    { delimiter, record_delimiter: '\r\n', quoted_match: /[\r\n]/ },
  );
}

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly parent: string;
  readonly title: string;
  readonly fields: Fields;
}

/** An item without an ID is known to its children by its title. */
function workRows(items: readonly DraftItem[], parent: string): Row[] {
  return items.flatMap(({ id, kind, title, fields, children }) => [
    { id: id ?? '', kind, parent, title, fields },
    ...workRows(children, id ?? title),
  ]);
}

const PARTS = [
  ['release', 'releases'],
  ['goal', 'goals'],
  ['risk', 'risks'],
] as const;

function partRows(fields: Fields): Row[] {
  return PARTS.flatMap(([kind, name]) => {
    const parts = fields.get(name);
    return parts !== undefined && isList(parts) ? parts.filter(isFields).map((part) => partRow(kind, part)) : [];
  });
}

function partRow(kind: string, part: Fields): Row {
  const own = [...part].filter(([name]) => name !== 'id' && name !== 'title');
  const fields = new Map(own.map(([name, value]) => [kind === 'release' && name === 'date' ? 'due' : name, value]));
  return { id: textOf(part.get('id')), kind, parent: '', title: textOf(part.get('title')), fields };
}

function cellOf(value: Value | undefined, holds: (typeof OWN_COLUMNS)[number]['holds']): string {
  if (value === undefined) {
    return '';
  }
  if (holds === 'names' && isList(value)) {
    return cellOfNames(value.map(textOf));
  }
  if (holds === 'criteria' && isList(value)) {
    return criteriaCell(value);
  }
  return isList(value) || isFields(value) ? JSON.stringify(plain(value)) : textOf(value);
}

/** One on each line, `[x]` before those that hold. Criteria of several lines as a list of JSON. */
function criteriaCell(criteria: readonly Value[]): string {
  const lines = criteria.map((each) => (isFields(each) ? `[x] ${textOf(each.get('text'))}` : `[ ] ${textOf(each)}`));
  return lines.some((line) => line.includes('\n')) ? JSON.stringify(plain(criteria)) : lines.join('\n');
}

function plain(value: Value): unknown {
  if (isList(value)) {
    return value.map(plain);
  }
  return isFields(value) ? Object.fromEntries(Array.from(value, ([name, each]) => [name, plain(each)])) : value;
}

function workflowOf(fields: Fields): ReadonlyMap<string, string> {
  const workflow = fields.get('workflow');
  return new Map(
    workflow && isFields(workflow)
      ? Array.from(workflow, ([name, category]) => [statusKey(name), textOf(category)])
      : [],
  );
}

function categoryIn(fields: Fields, workflow: ReadonlyMap<string, string>): string | undefined {
  const status = textOf(fields.get('status'));
  const own = workflow.get(statusKey(status));
  return (
    STATUS_CATEGORIES.find((category) => category === own) ??
    (status === '' ? undefined : categoryOfStatus(status, new Map()))
  );
}
