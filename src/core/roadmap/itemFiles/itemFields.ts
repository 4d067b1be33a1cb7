import { looksLikeId } from '../../ids/itemId';
import type { ExtraField, ItemFolder } from '../../model/roadmap';
import type { Span } from '../../model/span';
import { fieldNamed } from '../fields';
import type { ReadContext } from '../readContext';
import { statusKey } from '../statusNames';
import { type MapEntry, type MapNode, plainScalar, type ValueNode } from '../valueNode';
import type { ItemBody } from './itemBody';
import type { PlaceInFolder } from './placeInFolder';

/** Front matter, parted into what is said of the item and what is only noted beside it. */
export interface PartedFields {
  readonly stated: readonly MapEntry[];
  /** Kept and shown, but no field of work: who wrote the file and when, how a site shows it. */
  readonly noted: readonly ExtraField[];
  /** Where a person put the item among the others. */
  readonly order: number | undefined;
}

/** The words of a field; undefined: the mapping has no such field, or it states nothing. */
export function fieldText(fields: MapNode, name: string): string | undefined {
  const value = fields.entries.find((entry) => fieldNamed('story', entry.key)?.name === name)?.value;
  const text = value?.kind === 'scalar' ? value.text.trim() : '';
  return text === '' ? undefined : text;
}

/** `PAY-12` of `PAY-12-refund-api.md`; undefined: the name does not begin with an ID in capitals. */
export function idInFileName(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return /^[A-Z][A-Z0-9_]{0,20}-\d{1,9}(?:\.\d{1,9}){0,5}(?![\p{L}\p{N}])/u.exec(name)?.[0];
}

export function partFields(context: ReadContext, entries: readonly MapEntry[]): PartedFields {
  const stated: MapEntry[] = [];
  const noted: ExtraField[] = [];
  let order: number | undefined;
  for (const entry of entries) {
    const key = entry.key.toLowerCase().replace(/[-_\s]/g, '');
    const number = ORDER.has(key) && entry.value.kind === 'scalar' ? Number(entry.value.text) : Number.NaN;
    if (!Number.isNaN(number)) {
      order ??= number;
    }
    if (ORDER.has(key) || NOTED.has(key) || isBesideWork(entry)) {
      noted.push(noteOf(context, entry));
    } else if (LINKS.has(fieldNamed('story', entry.key)?.name ?? '')) {
      stated.push({ ...entry, value: flattened(entry.value) });
    } else if (fieldNamed('story', entry.key)?.name === 'owner' && hasSeveral(entry.value)) {
      // Several people work on one item in such files; the first answers for it.
      stated.push({ ...entry, value: { ...entry.value, items: entry.value.items.slice(0, 1) } });
      noted.push(noteOf(context, entry));
    } else {
      stated.push(entry);
    }
  }
  return { stated, noted, order };
}

const ORDER: ReadonlySet<string> = new Set(['ordinal', 'order', 'rank', 'position', 'sortorder', 'navorder']);

const NOTED: ReadonlySet<string> = new Set(
  `date created createdat createdate createddate creationdate updated updatedat updateddate lastupdated modified modifiedat
  modifieddate modifiedfiles lastmodified closedat closeddate completedat completeddate resolvedat startedat author authors
  reporter createdby requester layout permalink slug template cssclass cssclasses publish published references documentation
  priority onstatuschange blocks related relatesto comments history sourceurl sidebarposition`.split(/\s+/),
);

/** A day under `closed`, and a list of IDs under `subtasks`: these items have files of their own. */
function isBesideWork({ key, value }: MapEntry): boolean {
  const field = fieldNamed('story', key);
  if (field?.name === 'done') {
    return value.kind === 'scalar' && /\d{4}/.test(value.text);
  }
  const holdsItems = field?.type === 'tasks' || field?.type === 'stories' || field?.type === 'items';
  const isReference = (node: ValueNode) => node.kind === 'scalar' && !/\s/.test(node.text.trim());
  return holdsItems && (value.kind === 'list' ? value.items.every(isReference) : isReference(value));
}

const LINKS: ReadonlySet<string> = new Set(['epic', 'depends']);

/** `[[refunds]]` without quotes is a list in a list to YAML, and a link to those who write it. */
function flattened(value: ValueNode): ValueNode {
  const scalars = (node: ValueNode, depth: number): readonly ValueNode[] =>
    node.kind === 'list' && depth < 3 ? node.items.flatMap((item) => scalars(item, depth + 1)) : [node];
  return value.kind === 'list' ? { ...value, items: scalars(value, 0) } : value;
}

function hasSeveral(value: ValueNode): value is ValueNode & { readonly kind: 'list' } {
  return value.kind === 'list' && value.items.length > 1;
}

function noteOf(context: ReadContext, { key, keySpan, value }: MapEntry): ExtraField {
  const text = value.kind === 'scalar' ? value.text : context.text.slice(value.span.start, value.span.end);
  return { name: key, text, key: keySpan ?? { start: value.span.start, end: value.span.start }, value: value.span };
}

/** What {@link documentOf} makes a roadmap's mapping of. */
interface ItemParts {
  readonly place: PlaceInFolder;
  readonly folder: ItemFolder;
  readonly fields: MapNode;
  readonly stated: readonly MapEntry[];
  readonly body: ItemBody;
  readonly span: Span;
}

/** The file as the mapping of a roadmap that lists this one thing. */
export function documentOf(parts: ItemParts): {
  readonly node: MapNode;
  readonly isWork: boolean;
  readonly headline: Span;
} {
  const { place, fields, body, span } = parts;
  const type = statusKey(fieldText(fields, 'type') ?? '');
  const list = LISTS.get(type) ?? LISTS.get(place.kind ?? '') ?? 'items';
  const isWork = list === 'items';
  const title = fields.entries.find((entry) => fieldNamed('story', entry.key)?.name === 'title');
  const heading = title ? undefined : headingWithoutId(body, fieldText(fields, 'id'));
  const entries: MapEntry[] = [
    ...parts.stated.filter((entry) => isWork || !/^(?:type|kind)$/i.test(entry.key)),
    ...(heading ? [{ key: 'title', keySpan: undefined, value: heading }] : []),
    ...(isWork ? workFields(parts) : []),
  ];
  const headline = title?.value.span ?? heading?.span ?? { start: span.start, end: span.start };
  const status =
    place.status === undefined ? undefined : { ...plainScalar(place.status, headline.start), span: headline };
  const item: MapNode = {
    kind: 'map',
    entries,
    span,
    itemKind: kindOf(parts, type),
    inherited: { release: undefined, status },
  };
  const value: ValueNode = { kind: 'list', items: [item], span };
  return { node: { kind: 'map', entries: [{ key: list, keySpan: undefined, value }], span }, isWork, headline };
}

const LISTS: ReadonlyMap<string, string> = new Map([
  ['release', 'releases'],
  ['milestone', 'releases'],
  ['goal', 'goals'],
  ['objective', 'goals'],
  ['risk', 'risks'],
]);

function workFields({ stated, body }: ItemParts): MapEntry[] {
  const lacks = (name: string) => !stated.some((entry) => fieldNamed('story', entry.key)?.name === name);
  return [
    ...(body.description && lacks('story') ? [{ key: 'story', keySpan: undefined, value: body.description }] : []),
    ...listEntry('acceptance', body.criteria),
    ...listEntry('tasks', body.tasks),
  ];
}

function listEntry(key: string, items: readonly MapNode[]): MapEntry[] {
  const [first] = items;
  const span = { start: first?.span.start ?? 0, end: items.at(-1)?.span.end ?? 0 };
  return first ? [{ key, keySpan: undefined, value: { kind: 'list', items, span } }] : [];
}

/** undefined: what the item says of itself counts. */
function kindOf({ place, folder, fields }: ItemParts, type: string): MapNode['itemKind'] {
  const parent = fields.entries.find((entry) => /^parent_?-?(?:task|story)/i.test(entry.key.trim()));
  const isPart = parent?.value.kind === 'scalar' && parent.value.text.trim() !== '';
  if (folder.backlogPrefix !== undefined && !/^(?:epic|initiative)$/.test(type)) {
    // There, `type: task` and `type: feature` are of one level.
    return isPart ? 'task' : 'story';
  }
  if (type !== '') {
    return undefined;
  }
  return isPart ? 'task' : place.kind === 'epic' ? 'epic' : undefined;
}

/** `# PAY-12: Refund API` above the body of PAY-12. */
function headingWithoutId({ heading }: ItemBody, id: string | undefined): ItemBody['heading'] {
  const start = heading && id !== undefined && looksLikeId(id) && heading.text.startsWith(id) ? id.length : 0;
  const gap = heading ? (/^[\s:–—-]*/.exec(heading.text.slice(start))?.[0].length ?? 0) : 0;
  const words = heading?.text.slice(start + gap) ?? '';
  return heading && (words === '' ? heading : plainScalar(words, heading.span.start + start + gap));
}
