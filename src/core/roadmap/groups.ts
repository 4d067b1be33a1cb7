import { looksLikeId } from '../ids/itemId';
import type { FieldOwner } from './fields';
import { type HeadingMeaning, meaningOf } from './markdown/headings';
import type { ReadContext } from './readContext';
import { canHoldThings, isCollection, isNamed, isThing, saysHowFar } from './shapes';
import { type MapEntry, type MapNode, plainScalar, type ScalarNode, type ValueNode } from './valueNode';

/**
 * What an entry holds that no field is named after: work that its key sorts (`in_progress: [ … ]`, `v2.0: [ … ]`), one thing by its
 * name (`PAY-1: { … }`, `Backend: { tasks: [ … ] }`), or a list of things.
 */
export interface Group {
  readonly kind: 'status' | 'release' | 'thing' | 'list';
  readonly entry: MapEntry;
  /** Of a status the word that a status field would have. */
  readonly status: ScalarNode | undefined;
}

/** No group has a longer name. */
const LONGEST_KEY = 200;

const DROPPED: HeadingMeaning = { kind: 'status', name: 'dropped' };

/** What can hold groups; of these only the file itself can hold things by their names. */
const WITH_GROUPS: ReadonlySet<FieldOwner> = new Set(['roadmap', 'epic', 'story', 'release', 'goal']);

/** undefined: the entry holds none, as far as can be told. */
export function groupOf(
  { ownStatuses }: Pick<ReadContext, 'ownStatuses'>,
  owner: FieldOwner,
  entry: MapEntry,
): Group | undefined {
  const { key, value } = entry;
  if (!isCollection(value) || key.length > LONGEST_KEY || !WITH_GROUPS.has(owner) || !canHoldThings(value)) {
    return undefined;
  }
  const words = key.replaceAll('_', ' ').trim();
  const meaning = /^won['’]?t(?: have)?$/i.test(words) ? DROPPED : meaningOf(words, ownStatuses);
  if (meaning.kind === 'status' && !/^(?:non|out)/i.test(key) && isList(value)) {
    const place = entry.keySpan?.start ?? value.span.start;
    const status = { ...plainScalar(meaning.name, place), span: entry.keySpan ?? value.span };
    return { kind: 'status', entry, status: { ...status, inner: status.span } };
  }
  if (owner !== 'roadmap') {
    return undefined;
  }
  if (meaning.kind === 'release' && (isList(value) || (value.kind === 'map' && isThing(value)))) {
    return { kind: 'release', entry, status: undefined };
  }
  if (value.kind === 'map' ? isThing(value) || looksLikeId(key) : isListOfItems(value)) {
    return { kind: value.kind === 'map' ? 'thing' : 'list', entry, status: undefined };
  }
  return undefined;
}

/** The groups of a mapping that holds nothing else; undefined: it is a mapping of another kind. */
export function statusGroupsOf(context: ReadContext, node: MapNode): readonly Group[] | undefined {
  const groups: Group[] = [];
  for (const entry of node.entries) {
    const group = entry.value.kind === 'list' ? groupOf(context, 'epic', entry) : undefined;
    if (group === undefined && entry.value.kind !== 'empty') {
      return undefined;
    }
    if (group) {
      groups.push(group);
    }
  }
  return groups.length === 0 ? undefined : groups;
}

/** Whether a key reads as a release: `v2.0`, `2026-Q3`, `phase_1`. */
export function isReleaseKey(key: string): boolean {
  return key.length <= LONGEST_KEY && meaningOf(key.replaceAll('_', ' ').trim(), new Map()).kind === 'release';
}

/** A list, or a mapping that stands for one: each of its values is a thing or holds some. */
function isList(value: ValueNode): boolean {
  return (
    value.kind === 'list' ||
    (value.kind === 'map' &&
      value.entries.length > 0 &&
      !isNamed(value) &&
      value.entries.every((entry) => isCollection(entry.value) || looksLikeId(entry.key)))
  );
}

/** Things of which most say how far they are, or have an ID such as `PAY-12` and a title. */
function isListOfItems(value: ValueNode): boolean {
  if (value.kind !== 'list') {
    return false;
  }
  const items = value.items.slice(0, 20).filter((item) => item.kind === 'map');
  const planned = items.filter(
    (item) => item.entries.some((entry) => saysHowFar(entry)) || (isNamed(item) && hasKeyedId(item)),
  );
  return planned.length * 2 > items.length;
}

function hasKeyedId(node: MapNode): boolean {
  return node.entries.some(
    ({ key, value }) => /^(?:id|key)$/i.test(key) && value.kind === 'scalar' && looksLikeId(value.text.trim()),
  );
}
