import { t } from '../../words/t';
import type { Item, Roadmap } from '../../model/roadmap';
import { type FieldSpec, fieldNamed } from '../../roadmap/fields';
import { createReadContext, type ReadContext } from '../../roadmap/readContext';
import { readGoals, readReleases } from '../../roadmap/readParts';
import { readRisks } from '../../roadmap/readRisks';
import { readWork } from '../../roadmap/readWork';
import { statusKey } from '../../roadmap/statusNames';
import { type MapEntry, plainScalar, type ValueNode } from '../../roadmap/valueNode';
import type { FieldText } from '../roadmapEdit';
import { Refusal } from '../refusal';
import { kindWord } from '../../words/names';

export type FieldTexts = Readonly<Record<string, FieldText>>;

/** Fields that hold things of their own, and those that other edits write. */
const NOT_SET: ReadonlySet<FieldSpec['type']> = new Set([
  'epics',
  'stories',
  'tasks',
  'items',
  'releases',
  'goals',
  'risks',
  'metrics',
  'suppressions',
]);

const LISTS: ReadonlySet<FieldSpec['type']> = new Set(['names', 'paths', 'criteria']);

/** The field of such a thing that can be set, by its canonical name. */
export function settableField(kind: Item['kind'], name: string): FieldSpec | Refusal {
  const spec = fieldNamed(kind, name);
  if (spec === undefined) {
    return new Refusal(t('`{0}` is no field of a {1}, so nothing was changed.', name, kindWord(kind)));
  }
  if (spec.name === 'id') {
    return new Refusal(
      t('An ID is not set like other fields: rename the item, so that everything that names it follows.'),
    );
  }
  if (spec.name === 'type') {
    return new Refusal(t('Of what kind an item is follows from where it stands. Move it to a list of the other kind.'));
  }
  return NOT_SET.has(spec.type)
    ? new Refusal(t('`{0}` holds things of its own. Add, move or change them one by one.', spec.name))
    : spec;
}

/** A list where the field takes one, and words where it does not; undefined where nothing is left of it. */
export function fittingText({ name, type }: FieldSpec, value: FieldText): FieldText | undefined {
  const parts = typeof value === 'string' ? (type === 'names' ? value.split(',') : [value]) : value;
  // Only a description has lines.
  const lines = (part: string) => (name === 'story' ? part : part.replace(/\s*[\r\n]\s*/g, ' '));
  const stated = parts.map((part) => lines(part.trim())).filter((part) => part !== '');
  if (stated.length === 0) {
    return undefined;
  }
  return LISTS.has(type) ? stated : stated.join(', ');
}

/**
 * A thing with these fields, read just as if it stood in the roadmap; a refusal when a value is not what its field takes. Its
 * places mean nothing.
 */
export function itemOfFields<Kind extends Item['kind']>(
  roadmap: Roadmap,
  kind: Kind,
  fields: FieldTexts,
): Extract<Item, { kind: Kind }> | Refusal {
  const ownStatuses = new Map([...roadmap.workflow].map(([name, category]) => [statusKey(name), category]));
  const context = createReadContext(roadmap.path, 'yaml', '', ownStatuses);
  const entries = Object.entries(fields).map(
    ([key, value]): MapEntry => ({ key, keySpan: undefined, value: nodeOf(value) }),
  );
  const node: ValueNode = { kind: 'list', items: [{ kind: 'map', entries, span: NOWHERE }], span: NOWHERE };
  const item = readOne(context, kind, node);
  // What was wrong before is no reason to leave it at that.
  const known = new Set(roadmap.problems.map((each) => each.message));
  const problem = context.problems.find((each) => !known.has(each.message));
  if (problem || item?.kind !== kind) {
    return new Refusal(problem?.message ?? t('This cannot be read as a {0}, so nothing was changed.', kindWord(kind)));
  }
  return item as Extract<Item, { kind: Kind }>;
}

const NOWHERE = { start: 0, end: 0 };

function nodeOf(value: FieldText): ValueNode {
  return typeof value === 'string'
    ? { ...plainScalar(value, 0), span: NOWHERE, inner: NOWHERE }
    : { kind: 'list', items: value.map((each) => nodeOf(each)), span: NOWHERE };
}

function readOne(context: ReadContext, kind: Item['kind'], node: ValueNode): Item | undefined {
  switch (kind) {
    case 'release':
      return readReleases(context, 'releases', node)[0]?.item;
    case 'goal':
      return readGoals(context, 'goals', node)[0]?.item;
    case 'risk':
      return readRisks(context, 'risks', node)[0];
    default:
      return readWork(context, 'items', node, { kind, anyKind: false })[0];
  }
}
