import { t } from '../words/t';
import type { ExtraField, FieldSpan } from '../model/roadmap';
import type { Span } from '../model/span';
import { type FieldOwner, type FieldSpec, fieldNamed, nameRank } from './fields';
import { misspeltField } from './fieldSlips';
import { type Group, groupOf } from './groups';
import { quoted, type ReadContext, report } from './readContext';
import { fieldOf } from './shapes';
import type { EmptyNode, MapEntry, MapNode, ValueNode } from './valueNode';

/** Reads a field's value, and reports what is wrong with it. */
export type Reader<T> = (context: ReadContext, field: string, node: ValueNode) => T;

/**
 * The fields of one mapping, sorted into known ones (by canonical name, whatever synonym they are written under) and
 * extras. Where one field is written twice the last of the same name counts, and the name that the table has first goes before
 * others: the `name` of a `phase: 2` is its title. What does not count is an extra, so that it still shows. Lists are joined instead: `depends` and `blocked_by` both count.
 */
export interface OwnFields {
  readonly spans: Map<string, FieldSpan>;
  readonly extras: ExtraField[];
  /** What no field is named after, but holds work. */
  readonly groups: readonly Group[];
  /** undefined: the mapping has no such field, or it states nothing. */
  read<T>(name: string, reader: Reader<T>): T | undefined;
  /** Reads a part of the field's value, as {@link read} does the whole. */
  readFrom<T>(name: string, node: ValueNode, reader: Reader<T>): T;
  /** Joined over all spellings of the field. */
  readList<T>(name: string, reader: Reader<readonly T[]>): readonly T[];
  /** The values of the field, one for each spelling under which it is written. */
  nodes(name: string): readonly StatedNode[];
  /** The entry that counts for the field, whether it states something or not. */
  entry(name: string): MapEntry | undefined;
  /** Keeps all of a field's words as an extra beside what was read of them. */
  keep(entry: MapEntry): void;
  /** Takes a field for another one, which is not stated: `phase: Launch` is the title where nothing else is. */
  takeAs(name: string, other: string): void;
  /** Moves a field that turned out to mean nothing that is known back to the extras. */
  disown(name: string): void;
}

type StatedNode = Exclude<ValueNode, EmptyNode>;

/** Shared: most items have few of all the lists that they could have, and there may be many items. */
const NOTHING: readonly never[] = [];

export function ownFieldsOf(context: ReadContext, node: MapNode, owner: FieldOwner): OwnFields {
  const fields = new SortedFields(context);
  for (const entry of node.entries) {
    const spec = fieldOf(owner, entry);
    if (spec === undefined) {
      sortUnknown(context, owner, fields, entry);
    } else {
      fields.add(spec, entry);
    }
  }
  return fields;
}

function sortUnknown(context: ReadContext, owner: FieldOwner, fields: SortedFields, entry: MapEntry): void {
  const group = groupOf(context, owner, entry);
  if (group) {
    fields.addGroup(group);
    return;
  }
  fields.extras.push(extraOf(context, entry));
  hintAtTypo(context, owner, entry);
}

class SortedFields implements OwnFields {
  readonly spans = new Map<string, FieldSpan>();
  readonly extras: ExtraField[] = [];
  private foundGroups: Group[] | undefined;
  private readonly known = new Map<string, MapEntry>();
  /** Further spellings of fields that are joined. */
  private more: { readonly name: string; readonly entry: MapEntry }[] | undefined;

  constructor(private readonly context: ReadContext) {}

  add(spec: FieldSpec, entry: MapEntry): void {
    const former = this.known.get(spec.name);
    if (former === undefined) {
      this.own(spec, entry);
    } else if (JOINED_TYPES.has(spec.type)) {
      this.more ??= [];
      this.more.push({ name: spec.name, entry });
    } else if (
      entry.key === former.key ||
      entry.key === spec.name ||
      nameRank(spec, entry.key) < nameRank(spec, former.key)
    ) {
      this.extras.push(extraOf(this.context, former));
      this.own(spec, entry);
    } else {
      this.extras.push(extraOf(this.context, entry));
    }
  }

  get groups(): readonly Group[] {
    return this.foundGroups ?? NOTHING;
  }

  addGroup(group: Group): void {
    this.foundGroups ??= [];
    this.foundGroups.push(group);
  }

  read<T>(name: string, reader: Reader<T>): T | undefined {
    const value = this.known.get(name)?.value;
    return value === undefined || value.kind === 'empty' ? undefined : reader(this.context, name, value);
  }

  readFrom<T>(name: string, node: ValueNode, reader: Reader<T>): T {
    return reader(this.context, name, node);
  }

  readList<T>(name: string, reader: Reader<readonly T[]>): readonly T[] {
    const first = this.read(name, reader) ?? NOTHING;
    return this.more
      ? [...first, ...this.furtherNodes(name).flatMap((node) => reader(this.context, name, node))]
      : first;
  }

  nodes(name: string): readonly StatedNode[] {
    const value = this.known.get(name)?.value;
    if (value === undefined) {
      return NOTHING;
    }
    return value.kind === 'empty' ? this.furtherNodes(name) : [value, ...this.furtherNodes(name)];
  }

  entry(name: string): MapEntry | undefined {
    return this.known.get(name);
  }

  keep(entry: MapEntry): void {
    this.extras.push(extraOf(this.context, entry));
  }

  takeAs(name: string, other: string): void {
    const entry = this.known.get(name);
    if (entry) {
      this.known.delete(name);
      this.spans.delete(name);
      this.known.set(other, entry);
      this.spans.set(other, { key: entry.keySpan, value: entry.value.span });
    }
  }

  disown(name: string): void {
    const entry = this.known.get(name);
    if (entry) {
      this.extras.push(extraOf(this.context, entry));
      this.known.delete(name);
      this.spans.delete(name);
    }
  }

  private own(spec: FieldSpec, entry: MapEntry): void {
    this.known.set(spec.name, entry);
    this.spans.set(spec.name, { key: entry.keySpan, value: entry.value.span });
  }

  private furtherNodes(name: string): readonly StatedNode[] {
    const further = this.more?.filter((each) => each.name === name) ?? NOTHING;
    return further.flatMap(({ entry }) => (entry.value.kind === 'empty' ? [] : [entry.value]));
  }
}

const JOINED_TYPES: ReadonlySet<FieldSpec['type']> = new Set([
  'names',
  'paths',
  'epics',
  'stories',
  'tasks',
  'items',
  'releases',
  'goals',
  'risks',
  'people',
  'metrics',
  'criteria',
  'suppressions',
  'rules',
  'components',
  'days',
  'roadmap',
]);

function hintAtTypo(context: ReadContext, owner: FieldOwner, entry: MapEntry): void {
  // A name that is known, but holds something else, is no slip.
  const nearest = fieldNamed(owner, entry.key) ? undefined : misspeltField(owner, entry);
  if (nearest !== undefined && entry.keySpan !== undefined) {
    const message = t('{0} is no known field. Did you mean `{1}`?', quoted(entry.key), nearest);
    report(context, 'WM106', entry.keySpan, message, nearest);
  }
}

function extraOf(context: ReadContext, { key, keySpan, value }: MapEntry): ExtraField {
  const text = value.kind === 'scalar' ? value.text : context.text.slice(value.span.start, value.span.end);
  return { name: key, text, key: keySpan ?? startOf(value.span), value: value.span };
}

function startOf(span: Span): Span {
  return { start: span.start, end: span.start };
}
