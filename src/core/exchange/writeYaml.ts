import { type Draft, type DraftItem, type Fields, fieldsOf, inWrittenOrder, isList, type Value } from './draft';
import { listLines, yamlLines } from './yamlText';

/** A roadmap as the YAML that a person would write: a blank line between parts, short lists in brackets, quotes only where needed. */
export function writeYaml(draft: Draft): string {
  const parts = [...headParts(draft.fields), ...workParts(draft.work)];
  const { risks } = partsOf(draft.fields);
  const sections = [...parts, ...(risks === undefined ? [] : [partLines('risks', risks)])];
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** What stands apart from the short fields at the file's top. */
const PARTS: ReadonlySet<string> = new Set(['team', 'goals', 'releases', 'risks']);

function headParts(fields: Fields): string[][] {
  const short = yamlLines(fieldsOf([...fields].filter(([name]) => !PARTS.has(name))), 0);
  const { others } = partsOf(fields);
  return [['waymark: 1', ...short], ...others.map(([name, value]) => partLines(name, value))];
}

function partsOf(fields: Fields) {
  const others = [...fields].filter(([name]) => PARTS.has(name) && name !== 'risks');
  return { others, risks: fields.get('risks') };
}

function workParts(work: readonly DraftItem[]): string[][] {
  return Array.from(workFields(work, true), ([name, value]) => partLines(name, value));
}

function partLines(name: string, value: Value): string[] {
  return [`${name}:`, ...listLines(name, isList(value) ? value : [value], 2)];
}

/**
 * Work under the fields that say what it is. An epic inside other work stands under `items` and says its kind itself.
 *
 * @param isTop the work is inside no other work
 */
export function workFields(items: readonly DraftItem[], isTop: boolean): Fields {
  const of = (kind: DraftItem['kind']) => items.filter((item) => item.kind === kind);
  return fieldsOf([
    [isTop ? 'epics' : 'items', of('epic').map((item) => itemFields(item, isTop ? undefined : 'epic'))],
    ['stories', of('story').map((item) => itemFields(item, isTop && holdsStories(item) ? 'story' : undefined))],
    ['tasks', of('task').map((item) => itemFields(item))],
  ]);
}

/** At the top of a file a story that holds stories would be taken for an epic. */
function holdsStories(item: DraftItem): boolean {
  return item.children.some((child) => child.kind === 'story');
}

/** An item with everything under it, as fields. */
export function itemFields(item: DraftItem, type?: string): Fields {
  return fieldsOf([
    ['id', item.id],
    ['title', item.title],
    ['type', type],
    ...item.fields,
    ...workFields(inWrittenOrder(item.children), false),
  ]);
}
