import { t } from '../words/t';
import type { Acceptance, Named, NumberValue, ScoreField, WorkItem } from '../model/roadmap';
import { type Declaration, declarationsIn } from './declarations';
import {
  readDate,
  readDependencies,
  readEstimate,
  readLabels,
  readName,
  readNames,
  readPaths,
  readStatus,
  readText,
  readYesNo,
  saysYesOrNo,
} from './fieldValues';
import { readAmount, readNumber, readScore, readShare } from './numberValues';
import { fieldNamed } from './fields';
import { type Group, statusGroupsOf } from './groups';
import { readItemBase } from './itemBase';
import { type OwnFields, ownFieldsOf, type Reader } from './ownFields';
import { type ReadContext, report } from './readContext';
import { readInnerRisks } from './readRisks';
import { readVerdicts } from './readVerdicts';
import { fieldOf, isCollection, isNothing } from './shapes';
import { readLink, readOwner, readReleaseName, statedStatus } from './severalNames';
import type { MapNode, ScalarNode, ValueNode } from './valueNode';

type WorkKind = WorkItem['kind'];

/** What the place of work says of it when it does not say otherwise itself. */
export interface WorkPlace {
  /** Of what kind items of no stated kind are. */
  readonly kind: WorkKind;
  /** Items may be of another kind than `kind`: they stand under `items`, or at the top of the file. */
  readonly anyKind: boolean;
  /** Here what holds any items is an epic, and the items are its stories. */
  readonly ofGroups?: boolean;
  readonly release?: Named | undefined;
  readonly goal?: Named | undefined;
  /** The group that they stand in: `done: [ … ]`. */
  readonly status?: ScalarNode | undefined;
}

/** Work items under one field; those that hold others come with them as children. */
export function readWork(context: ReadContext, field: string, node: ValueNode, place: WorkPlace): WorkItem[] {
  const groups = node.kind === 'map' ? statusGroupsOf(context, node) : undefined;
  if (groups) {
    // `features: { done: [ … ], planned: [ … ] }`
    return groups.flatMap(({ entry, status }) => readWork(context, field, entry.value, { ...place, status }));
  }
  return declarationsIn(context, field, place.kind, node).map((declaration) =>
    readWorkItem(context, declaration, place),
  );
}

/** The work under `epics`, `stories`, `tasks`, `items` and in groups of one mapping, in the file's order. */
export function readWorkFields(
  context: ReadContext,
  own: OwnFields,
  places: ReadonlyMap<string, WorkPlace>,
): WorkItem[] {
  let lists: WorkItem[][] | undefined;
  for (const [field, place] of places) {
    for (const node of own.nodes(field)) {
      lists ??= [];
      lists.push(readWork(context, field, node, place));
    }
  }
  const place = places.get('items');
  if (place && own.groups.length > 0) {
    lists = [...(lists ?? []), ...own.groups.map((group) => readGroup(context, group, place))];
  }
  if (lists === undefined) {
    return [];
  }
  const [first] = lists;
  return lists.length === 1 && first ? first : lists.flat().sort((a, b) => a.span.start - b.span.start);
}

function readGroup(context: ReadContext, { kind, entry, status }: Group, place: WorkPlace): WorkItem[] {
  switch (kind) {
    case 'status':
      return readWork(context, entry.key, entry.value, { ...place, status });
    case 'list':
      return readWork(context, entry.key, entry.value, place);
    case 'thing':
      return readWork(context, 'items', { kind: 'map', entries: [entry], span: entry.value.span }, place);
    case 'release':
      // A release of its own: the roadmap reads it.
      return [];
  }
}

function readWorkItem(context: ReadContext, declaration: Declaration, place: WorkPlace): WorkItem {
  const kind = kindOf(declaration.node, place);
  const own = ownFieldsOf(context, declaration.node, kind);
  if (own.read('type', readText) !== undefined && !statedKind(declaration.node)) {
    own.disown('type');
  }
  const given = <T>(reader: Reader<T>, field: 'release' | 'status') => {
    const inherited = declaration.node.inherited?.[field];
    return inherited && reader(context, field, inherited);
  };
  const base = readItemBase(context, declaration, own, kind);
  const aliases = own.readList('aliases', readNames);
  const item: WorkItem = {
    // One by one: a spread in a literal of this size makes objects that take ten times as long to build.
    id: base.id,
    derivedId: base.derivedId,
    title: base.title,
    path: base.path,
    span: base.span,
    headline: base.headline,
    fields: base.fields,
    extras: base.extras,
    ignore: base.ignore,
    kind,
    status:
      statedStatus(own) ?? given(readStatus, 'status') ?? (place.status && readStatus(context, 'status', place.status)),
    description: own.read('story', readText),
    goal: own.read('goal', readName) ?? place.goal,
    release: readReleaseName(context, own) ?? given(readName, 'release') ?? place.release,
    epic: own.read('epic', readName),
    owner: readOwner(own),
    start: own.read('start', readDate),
    due: own.read('due', readDate),
    estimate: own.read('estimate', readEstimate),
    scores: readScores(own),
    labels: own.readList('labels', readLabels),
    depends: own.readList('depends', readDependencies),
    aliases,
    verdicts: readVerdicts(context, own, [...(base.derivedId ? [] : [base.id]), ...aliases.map((alias) => alias.name)]),
    code: own.readList('code', readPaths),
    decisions: own.readList('decisions', readPaths),
    acceptance: own.readList('acceptance', readAcceptance),
    link: readLink(own),
    children: readWorkFields(context, own, CHILD_PLACES[kind]),
  };
  if (context.format !== 'markdown' && isBareName(declaration)) {
    context.bareNames.add(item);
  }
  readInnerRisks(context, own, item.derivedId ? undefined : { name: item.id, span: item.headline });
  if (context.format === 'markdown' && kind === 'story' && item.derivedId && item.title !== '') {
    const message = t(
      'This story has no ID, so code and commits cannot name it. Start the line with one, `PAY-13` say.',
    );
    report(context, 'WM108', item.headline, message);
  }
  return item;
}

/** `PAY-12` in a list, or `{ id: PAY-12 }`. */
function isBareName({ node, key, words }: Declaration): boolean {
  if (key !== undefined || node.entries.length > 1) {
    return false;
  }
  const first = node.entries[0];
  return words
    ? first === undefined && !/\s/.test(words.text.trim())
    : first !== undefined && fieldNamed('story', first.key)?.name === 'id';
}

/** Where work stands that is inside no other work. */
export function topPlaces(given: Pick<WorkPlace, 'release' | 'goal'> = {}): ReadonlyMap<string, WorkPlace> {
  return new Map<string, WorkPlace>([
    ['epics', { kind: 'epic', anyKind: false, ...given }],
    ['stories', { kind: 'story', anyKind: true, ...given }],
    ['tasks', { kind: 'task', anyKind: false, ...given }],
    ['items', { kind: 'story', anyKind: true, ofGroups: true, ...given }],
  ]);
}

const EPIC: WorkPlace = { kind: 'epic', anyKind: false };
const TASK: WorkPlace = { kind: 'task', anyKind: false };
const STORY: WorkPlace = { kind: 'story', anyKind: false };

const CHILD_PLACES: Readonly<Record<WorkKind, ReadonlyMap<string, WorkPlace>>> = {
  epic: new Map([
    ['epics', EPIC],
    ['stories', STORY],
    ['tasks', TASK],
    ['items', { kind: 'story', anyKind: true }],
  ]),
  story: new Map([
    ['stories', STORY],
    ['tasks', TASK],
    ['items', { kind: 'task', anyKind: true }],
  ]),
  task: new Map([
    ['tasks', TASK],
    ['items', TASK],
  ]),
};

const KIND_WORDS: ReadonlyMap<string, WorkKind> = new Map([
  ['epic', 'epic'],
  ['initiative', 'epic'],
  ['theme', 'epic'],
  ['story', 'story'],
  ['user story', 'story'],
  ['feature', 'story'],
  ['task', 'task'],
  ['subtask', 'task'],
  ['sub task', 'task'],
]);

function kindOf(node: MapNode, place: WorkPlace): WorkKind {
  const stated = node.itemKind ?? statedKind(node);
  if (stated !== undefined && (place.anyKind || node.itemKind)) {
    return stated;
  }
  return place.kind === 'story' && place.anyKind && isEpic(node, place) ? 'epic' : place.kind;
}

function isEpic(node: MapNode, place: WorkPlace): boolean {
  return (
    node.isGroup === true ||
    node.entries.some((entry) => {
      const type = isCollection(entry.value) && !isNothing(entry.value) ? fieldOf('epic', entry)?.type : undefined;
      return type === 'stories' || type === 'epics' || (type === 'items' && place.ofGroups === true);
    })
  );
}

function statedKind(node: MapNode): WorkKind | undefined {
  const type = node.entries.find((entry) => /^(?:type|kind|issue[-_]?type|item[-_]?type)$/i.test(entry.key))?.value;
  return type?.kind === 'scalar'
    ? KIND_WORDS.get(
        type.text
          .trim()
          .toLowerCase()
          .replace(/[-_\s]+/g, ' '),
      )
    : undefined;
}

const SCORE_READERS: readonly (readonly [ScoreField, Reader<NumberValue | undefined>])[] = [
  ['impact', readScore],
  ['feedback', readScore],
  ['feasibility', readScore],
  ['reach', readNumber],
  ['confidence', readShare],
  ['effort', readAmount],
  ['value', readAmount],
  ['urgency', readAmount],
];

function readScores(fields: OwnFields): WorkItem['scores'] {
  const scores: Partial<Record<ScoreField, NumberValue>> = {};
  for (const [name, reader] of SCORE_READERS) {
    if (isProse(fields.entry(name)?.value)) {
      fields.disown(name);
    }
    const value = fields.read(name, reader);
    if (value !== undefined) {
      scores[name] = value;
    }
  }
  return scores;
}

/** Words in plain sentences (`impact: The shop loses orders`), or several, are no number, and stay as they are. */
function isProse(value: ValueNode | undefined): boolean {
  return value?.kind === 'scalar' ? /\p{L}\s+\p{L}+\s+\p{L}/u.test(value.text) : value?.kind === 'list';
}

function readAcceptance(context: ReadContext, field: string, node: ValueNode): Acceptance[] {
  return declarationsIn(context, field, 'criterion', node).flatMap(({ node: map, key, words, span }) => {
    const fields = ownFieldsOf(context, map, 'criterion');
    // `A refund is visible: true` is a criterion with its state, `Shows: the total` one whose words have a colon.
    const isState = words !== undefined && (words.text.trim() === '' || saysYesOrNo(words.text));
    const named = key && words && !isState ? `${key.text}: ${words.text.trim()}` : key?.text;
    const text = fields.read('text', readText) ?? named ?? words?.text.trim();
    const done = fields.read('done', readYesNo) ?? (key && isState ? readYesNo(context, field, words) : undefined);
    return text ? [{ text, done: done ?? false, span }] : [];
  });
}
