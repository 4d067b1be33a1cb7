import type { ExtraField, FieldSpan } from '../model/roadmap';
import type { Span } from '../model/span';
import { type FieldOwner, type FieldSpec, fieldNamed, nearestFieldName } from './fields';
import { quoted, type ReadContext, report } from './readContext';
import type { EmptyNode, MapEntry, MapNode, ValueNode } from './valueNode';

/** Reads a field's value, and reports what is wrong with it. */
export type Reader<T> = (context: ReadContext, field: string, node: ValueNode) => T;

/**
 * The fields of one mapping, sorted into known ones (by canonical name, whatever synonym they are written under) and
 * extras. Where one field is written twice the last of the same name counts, and a canonical name goes before synonyms;
 * what does not count is an extra, so that it still shows. Lists are joined instead: `depends` and `blocked_by` both count.
 */
export interface OwnFields {
  readonly spans: ReadonlyMap<string, FieldSpan>;
  readonly extras: readonly ExtraField[];
  /** undefined: the mapping has no such field, or it states nothing. */
  read<T>(name: string, reader: Reader<T>): T | undefined;
  /** Joined over all spellings of the field. */
  readList<T>(name: string, reader: Reader<readonly T[]>): T[];
  /** The values of the field, one for each spelling under which it is written. */
  nodes(name: string): readonly StatedNode[];
  /** Moves a field that turned out to mean nothing that is known back to the extras. */
  disown(name: string): void;
}

type StatedNode = Exclude<ValueNode, EmptyNode>;

export function ownFieldsOf(context: ReadContext, node: MapNode, owner: FieldOwner): OwnFields {
  const known = new Map<string, MapEntry[]>();
  const extras: ExtraField[] = [];
  for (const entry of node.entries) {
    const spec = fieldNamed(owner, entry.key);
    if (spec === undefined) {
      extras.push(extraOf(context, entry));
      hintAtTypo(context, owner, entry);
    } else {
      addEntry(context, known, spec, entry, extras);
    }
  }
  const spans = new Map<string, FieldSpan>();
  for (const [name, [entry]] of known) {
    if (entry) {
      spans.set(name, { key: entry.keySpan, value: entry.value.span });
    }
  }
  const nodes = (name: string) =>
    (known.get(name) ?? []).flatMap((entry) => (entry.value.kind === 'empty' ? [] : [entry.value]));
  return {
    spans,
    extras,
    nodes,
    read(name, reader) {
      const [value] = nodes(name);
      return value && reader(context, name, value);
    },
    readList: (name, reader) => nodes(name).flatMap((value) => [...reader(context, name, value)]),
    disown(name) {
      extras.push(...(known.get(name) ?? []).map((entry) => extraOf(context, entry)));
      known.delete(name);
      spans.delete(name);
    },
  };
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
  'roadmap',
]);

function addEntry(
  context: ReadContext,
  known: Map<string, MapEntry[]>,
  spec: FieldSpec,
  entry: MapEntry,
  extras: ExtraField[],
): void {
  const entries = known.get(spec.name);
  if (entries === undefined) {
    known.set(spec.name, [entry]);
  } else if (JOINED_TYPES.has(spec.type)) {
    entries.push(entry);
  } else if (entries[0] && (entry.key === entries[0].key || entry.key === spec.name)) {
    extras.push(extraOf(context, entries[0]));
    entries[0] = entry;
  } else {
    extras.push(extraOf(context, entry));
  }
}

function hintAtTypo(context: ReadContext, owner: FieldOwner, entry: MapEntry): void {
  const nearest = nearestFieldName(owner, entry.key);
  if (nearest !== undefined && entry.keySpan !== undefined) {
    const message = `${quoted(entry.key)} is no known field. Did you mean \`${nearest}\`?`;
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
