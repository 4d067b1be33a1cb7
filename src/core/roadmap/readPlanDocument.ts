import { looksLikeId } from '../ids/itemId';
import type { Item, Roadmap, WorkItem } from '../model/roadmap';
import { giveDerivedIds } from './derivedIds';
import { fieldNamed } from './fields';
import { readName, readNames, readNumber, readText } from './fieldValues';
import type { Draft } from './itemBase';
import { type OwnFields, ownFieldsOf } from './ownFields';
import { type ReadContext, report, tidyProblems } from './readContext';
import { readGoals, readReleases, readRisks, readTeam } from './readParts';
import { readWork, readWorkFields, topPlaces, type WorkPlace } from './readWork';
import { readWorkflow } from './readWorkflow';
import { entryOf, type ListNode, type MapEntry, type MapNode, type ValueNode } from './valueNode';

/** A list of work at the top of a file, each of whose entries can be read again by itself. */
export interface WorkList {
  /** The canonical name of the field that holds it. */
  readonly field: string;
  readonly place: WorkPlace;
  readonly node: ListNode;
  /** Where the next field of the file begins; undefined: none follows. */
  readonly next: number | undefined;
}

/** A file as read, with what is needed to read a part of it again. */
export interface PlanDocument {
  readonly roadmap: Roadmap;
  readonly lists: readonly WorkList[];
}

/** Makes a roadmap of a file's mapping, whichever of the written forms it came from. */
export function readPlanDocument(context: ReadContext, document: MapNode): PlanDocument {
  const top = unwrapped(document);
  const own = ownFieldsOf(context, top, 'roadmap');
  const workflow = readWorkflow(context, own.nodes('workflow'));
  const releases = own.readList('releases', readReleases);
  const goals = own.readList('goals', readGoals);
  const risks = own.readList('risks', readRisks);
  const work = [
    ...readWorkFields(context, own, topPlaces()),
    ...unnamedLists(own, top).flatMap((entry) =>
      readWork(context, entry.key, entry.value, { kind: 'story', anyKind: true }),
    ),
    ...[...releases, ...goals].flatMap((part) => part.work),
  ].sort((a, b) => a.span.start - b.span.start);
  const roadmap: Roadmap = {
    path: context.path,
    format: context.format,
    product: own.read('product', readText),
    vision: own.read('vision', readText),
    keys: own.nodes('keys').length > 0 ? own.readList('keys', readNames) : undefined,
    workflow,
    scoring: own.read('scoring', readName),
    weights: readWeights(context, own),
    team: own.readList('team', readTeam),
    goals: goals.map((part) => part.item),
    releases: releases.map((part) => part.item),
    work,
    risks,
    problems: tidyProblems(context.problems),
  };
  giveDerivedIds(roadmap);
  return { roadmap, lists: workListsOf(own, top) };
}

function workListsOf(own: OwnFields, { entries }: MapNode): WorkList[] {
  const starts = entries.flatMap(({ keySpan }) => keySpan?.start ?? []).sort((a, b) => a - b);
  return [...topPlaces()].flatMap(([field, place]) =>
    own.nodes(field).flatMap((node) => {
      const next = starts.find((start) => start >= node.span.end);
      return node.kind === 'list' ? [{ field, place, node, next }] : [];
    }),
  );
}

/** Fields that only a roadmap has. A file named `roadmap.yaml` with none of them is something else. */
const TELLING_TYPES: ReadonlySet<string> = new Set([
  'epics',
  'stories',
  'items',
  'releases',
  'goals',
  'risks',
  'roadmap',
]);
const TELLING_NAMES: ReadonlySet<string> = new Set(['waymark', 'product', 'vision', 'workflow', 'scoring', 'tasks']);

/** Whether a mapping is a roadmap at all. */
export function isPlanDocument(document: MapNode): boolean {
  return document.entries.some(
    (entry) =>
      TELLING_NAMES.has(entry.key.trim().toLowerCase()) ||
      TELLING_TYPES.has(fieldNamed('roadmap', entry.key)?.type ?? '') ||
      holdsItems(entry.value),
  );
}

/** `roadmap: { epics: … }` is read as if its content stood one level higher; `roadmap: [ … ]` lists items. */
function unwrapped(document: MapNode): MapNode {
  const entries = document.entries.flatMap((entry): readonly MapEntry[] => {
    if (fieldNamed('roadmap', entry.key)?.type !== 'roadmap') {
      return [entry];
    }
    return entry.value.kind === 'map' ? entry.value.entries : [{ ...entry, key: 'items' }];
  });
  return { ...document, entries };
}

/** Lists of items under names that no table knows, such as a team's or component's. */
function unnamedLists(own: OwnFields, top: MapNode): readonly MapEntry[] {
  const unknown = new Set(own.extras.map((extra) => extra.value.start));
  return top.entries.filter((entry) => unknown.has(entry.value.span.start) && holdsItems(entry.value));
}

/** A list of mappings of which the first has an ID such as `PAY-12` and a title. */
function holdsItems(node: ValueNode): boolean {
  const first = node.kind === 'list' ? node.items[0] : undefined;
  if (first?.kind !== 'map') {
    return false;
  }
  const id = entryOf(first, 'id', 'key')?.value;
  const title = entryOf(first, 'title', 'name', 'summary')?.value;
  return id?.kind === 'scalar' && looksLikeId(id.text.trim()) && title?.kind === 'scalar';
}

function readWeights(context: ReadContext, own: OwnFields): Readonly<Record<string, number>> {
  const entries = own.nodes('weights').flatMap((node) => {
    if (node.kind !== 'map') {
      const message = '`weights` takes a number for each field: `{ impact: 3, feedback: 2 }`.';
      return report(context, 'WM105', node.span, message) ?? [];
    }
    return node.entries.flatMap(({ key, value }) => {
      const weight = readNumber(context, 'weights', value);
      return weight ? [[key.trim(), weight.value] as const] : [];
    });
  });
  return Object.fromEntries(entries);
}

/** Everything that may have a derived ID, in the order in which they are given. */
export function draftsOf({ goals, releases, work, risks }: Roadmap): Draft<Item>[] {
  const withChildren = (items: readonly WorkItem[]): WorkItem[] =>
    items.flatMap((item) => [item, ...withChildren(item.children)]);
  return [...goals, ...releases, ...withChildren(work), ...risks];
}
