import type { Acceptance, Named, NumberValue, ScoreField, WorkItem } from '../model/roadmap';
import type { Status } from '../model/status';
import { type Declaration, declarationsIn } from './declarations';
import {
  readDate,
  readEstimate,
  readName,
  readNames,
  readNumber,
  readPaths,
  readScore,
  readShare,
  readStatus,
  readText,
  readYesNo,
} from './fieldValues';
import { readItemBase } from './itemBase';
import { type OwnFields, ownFieldsOf, type Reader } from './ownFields';
import { type ReadContext, report } from './readContext';
import { readVerdicts } from './readVerdicts';
import type { MapNode, ValueNode } from './valueNode';

type WorkKind = WorkItem['kind'];

/** What the place of work says of it when it does not say otherwise itself. */
export interface WorkPlace {
  /** Of what kind items of no stated kind are. */
  readonly kind: WorkKind;
  /** Items may be of another kind than `kind`: they stand under `items`, or at the top of the file. */
  readonly anyKind: boolean;
  readonly release?: Named | undefined;
  readonly goal?: Named | undefined;
}

/** Work items under one field; those that hold others come with them as children. */
export function readWork(context: ReadContext, field: string, node: ValueNode, place: WorkPlace): WorkItem[] {
  return declarationsIn(context, field, place.kind, node).map((declaration) =>
    readWorkItem(context, declaration, place),
  );
}

/** The work under `epics`, `stories`, `tasks` and `items` of one mapping, in the file's order. */
export function readWorkFields(
  context: ReadContext,
  own: OwnFields,
  places: ReadonlyMap<string, WorkPlace>,
): WorkItem[] {
  let work: WorkItem[] = [];
  for (const [field, place] of places) {
    for (const node of own.nodes(field)) {
      const more = readWork(context, field, node, place);
      work = work.length === 0 ? more : [...work, ...more].sort((a, b) => a.span.start - b.span.start);
    }
  }
  return work;
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
    status: own.read('status', readStatus) ?? statusOfDone(own) ?? given(readStatus, 'status'),
    description: own.read('story', readText),
    goal: own.read('goal', readName) ?? place.goal,
    release: own.read('release', readName) ?? given(readName, 'release') ?? place.release,
    epic: own.read('epic', readName),
    owner: own.read('owner', readName),
    start: own.read('start', readDate),
    due: own.read('due', readDate),
    estimate: own.read('estimate', readEstimate),
    scores: readScores(own),
    labels: own.readList('labels', readNames),
    depends: own.readList('depends', readNames),
    aliases,
    verdicts: readVerdicts(context, own, [...(base.derivedId ? [] : [base.id]), ...aliases.map((alias) => alias.name)]),
    code: own.readList('code', readPaths),
    decisions: own.readList('decisions', readPaths),
    acceptance: own.readList('acceptance', readAcceptance),
    link: own.read('link', readName),
    children: readWorkFields(context, own, CHILD_PLACES[kind]),
  };
  if (context.format === 'markdown' && kind === 'story' && item.derivedId && item.title !== '') {
    const message = 'This story has no ID, so code and commits cannot name it. Start the line with one, `PAY-13` say.';
    report(context, 'WM108', item.headline, message);
  }
  return item;
}

/** Where work stands that is inside no other work. */
export function topPlaces(given: Pick<WorkPlace, 'release' | 'goal'> = {}): ReadonlyMap<string, WorkPlace> {
  return new Map<string, WorkPlace>([
    ['epics', { kind: 'epic', anyKind: false, ...given }],
    ['stories', { kind: 'story', anyKind: true, ...given }],
    ['tasks', { kind: 'task', anyKind: false, ...given }],
    ['items', { kind: 'story', anyKind: true, ...given }],
  ]);
}

const TASK: WorkPlace = { kind: 'task', anyKind: false };
const STORY: WorkPlace = { kind: 'story', anyKind: false };

const CHILD_PLACES: Readonly<Record<WorkKind, ReadonlyMap<string, WorkPlace>>> = {
  epic: new Map([
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
  const holdsStories = place.kind === 'story' && place.anyKind && holds(node, ['stories', 'features', 'userstories']);
  return holdsStories ? 'epic' : place.kind;
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

function holds(node: MapNode, keys: readonly string[]): boolean {
  return node.entries.some(
    (entry) => keys.includes(entry.key.toLowerCase().replace(/[-_\s]/g, '')) && entry.value.kind !== 'scalar',
  );
}

/** `done: true` is a status; `done: false` states none. */
function statusOfDone(fields: OwnFields): Status | undefined {
  const done = fields.read('done', readYesNo);
  const span = fields.spans.get('done')?.value;
  return done === true && span ? { name: 'done', category: 'done', span } : undefined;
}

const SCORE_READERS: readonly (readonly [ScoreField, Reader<NumberValue | undefined>])[] = [
  ['impact', readScore],
  ['feedback', readScore],
  ['feasibility', readScore],
  ['reach', readNumber],
  ['confidence', readShare],
  ['effort', readNumber],
  ['value', readNumber],
  ['urgency', readNumber],
];

function readScores(fields: OwnFields): WorkItem['scores'] {
  const scores: Partial<Record<ScoreField, NumberValue>> = {};
  for (const [name, reader] of SCORE_READERS) {
    const value = fields.read(name, reader);
    if (value !== undefined) {
      scores[name] = value;
    }
  }
  return scores;
}

function readAcceptance(context: ReadContext, field: string, node: ValueNode): Acceptance[] {
  return declarationsIn(context, field, 'criterion', node).flatMap(({ node: map, key, words, span }) => {
    const fields = ownFieldsOf(context, map, 'criterion');
    const text = fields.read('text', readText) ?? key?.text ?? words?.text.trim();
    // `A refund is visible: true` is a criterion with its state.
    const done = fields.read('done', readYesNo) ?? (key && words ? readYesNo(context, field, words) : undefined);
    return text ? [{ text, done: done ?? false, span }] : [];
  });
}
