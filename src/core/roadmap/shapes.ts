import { looksLikeId } from '../ids/itemId';
import type { StatusCategory } from '../model/status';
import { readDayRange } from './dateWords';
import { fieldAlways, fieldIfFits, type FieldOwner, type FieldSpec, type FieldType } from './fields';
import { readsAsEstimate } from './estimateWords';
import { categoryOfStatusField } from './statusNames';
import type { MapEntry, MapNode, ScalarNode, ValueNode } from './valueNode';

/** More of a list need not be looked at to see what it is a list of. */
const SAMPLE = 20;

const WORK_LISTS: ReadonlySet<FieldType> = new Set(['epics', 'stories', 'tasks', 'items']);
const LISTS_OF_THINGS: ReadonlySet<FieldType> = new Set([...WORK_LISTS, 'releases', 'goals', 'risks']);

/**
 * The field that an entry states: what its key means, if its value can be that. A canonical name always means its field, so that a
 * value which cannot be read is pointed out; names from elsewhere are left alone where they hold something else.
 */
export function fieldOf(owner: FieldOwner, { key, value }: MapEntry): FieldSpec | undefined {
  const known = fieldAlways(owner, key);
  if (known !== undefined && known.name === key) {
    // `done: [ … ]` is a list of what is done.
    return known.type === 'yesNo' && isCollection(value) ? undefined : known;
  }
  const fitting = fieldIfFits(owner, key);
  if (fitting !== undefined && fits(fitting, value, owner === 'roadmap')) {
    return fitting;
  }
  return known === undefined || canBe(known, value) ? known : undefined;
}

function canBe({ type, name }: FieldSpec, value: ValueNode): boolean {
  return type === 'yesNo' || type === 'text' || name === 'id'
    ? !isCollection(value)
    : !LISTS_OF_THINGS.has(type) || canHoldThings(value);
}

function fits({ type }: FieldSpec, value: ValueNode, isTop: boolean): boolean {
  if (LISTS_OF_THINGS.has(type)) {
    return isTop ? holdsPlannedThings(value) : isCollection(value) && canHoldThings(value);
  }
  if (value.kind !== 'scalar') {
    return false;
  }
  switch (type) {
    case 'date':
      return readDayRange(value.text) !== undefined;
    case 'estimate':
      return readsAsEstimate(value.text);
    default:
      return /\p{L}/u.test(value.text) && !looksLikeId(value.text.trim()) && !/^[a-z]+:\/\//i.test(value.text);
  }
}

/** Whether a field lists things that have places of their own. */
export function isListOfThings({ type }: FieldSpec): boolean {
  return LISTS_OF_THINGS.has(type);
}

export function isCollection(value: ValueNode): boolean {
  return value.kind === 'list' || value.kind === 'map';
}

/** A list or mapping in which nothing stands yet. */
export function isNothing(value: ValueNode): boolean {
  return (value.kind === 'list' && value.items.length === 0) || (value.kind === 'map' && value.entries.length === 0);
}

/** Whether it can be a list of things at all: not words alone, and not a list of paths, numbers or addresses. */
export function canHoldThings(value: ValueNode): boolean {
  switch (value.kind) {
    case 'scalar':
      return false;
    case 'list': {
      const sample = value.items.slice(0, SAMPLE);
      const titles = sample.filter((item) => (item.kind === 'scalar' ? isTitle(item) : item.kind !== 'empty'));
      return titles.length * 2 >= sample.length;
    }
    default:
      return true;
  }
}

function isTitle({ text }: ScalarNode): boolean {
  const word = text.trim();
  return /\s/.test(word) ? true : !/^[#\d]*$|[\\/]|\.[a-z]\w{0,4}$|^[a-z]+:/i.test(word);
}

/** Whether a mapping has an ID or title, in the words of any kind of thing. */
export function isNamed(node: MapNode, owner: FieldOwner = 'story'): boolean {
  return node.entries.some((entry) => {
    const name = entry.value.kind === 'scalar' ? fieldOf(owner, entry)?.name : undefined;
    return name === 'id' || name === 'title';
  });
}

const NO_OWN_STATUSES: ReadonlyMap<string, StatusCategory> = new Map();

/** Fields that only something which is planned has, beside those that say how far it is. */
const PLANNED_FIELDS: ReadonlySet<string> = new Set(['start', 'due', 'estimate', 'acceptance', 'owner', 'priority']);

/** Whether a mapping says of something how far it is, when it is due, what must hold or what work it holds. */
function isPlanned(node: MapNode): boolean {
  return (
    isThing(node) ||
    node.entries.some((entry) => {
      const name = /^priority$/i.test(entry.key) ? 'priority' : fieldOf('story', entry)?.name;
      return name !== undefined && PLANNED_FIELDS.has(name);
    })
  );
}

/** Whether a mapping is one thing of a roadmap, wherever it stands: it says how far it is, or lists work. */
export function isThing(node: MapNode): boolean {
  return node.entries.some((entry) => saysHowFar(entry) || isWorkList(entry));
}

/** `status: in review`, `completed: true`, `progress: 40%`, and not `completed: Text of a button`. */
export function saysHowFar({ key, value }: MapEntry): boolean {
  if (value.kind !== 'scalar') {
    return false;
  }
  if (/^(?:status|state)$/i.test(key)) {
    return categoryOfStatusField(value.text, NO_OWN_STATUSES) !== undefined;
  }
  const type = fieldAlways('story', key)?.type;
  return (
    (type === 'yesNo' && (/^(?:true|false|yes|no)$/i.test(value.text) || readDayRange(value.text) !== undefined)) ||
    (type === 'progress' && /^\d+(?:\.\d+)?\s?%?$/.test(value.text))
  );
}

/** Whether an entry lists work, as it would in an epic, under a name that means nothing else. */
function isWorkList({ key, value }: MapEntry): boolean {
  const type = isCollection(value) ? fieldAlways('epic', key)?.type : undefined;
  return type !== undefined && WORK_LISTS.has(type) && canHoldThings(value) && holdsThings(value);
}

/** Whether it lists things with names, or words that can be titles. */
export function holdsThings(value: ValueNode): boolean {
  return someThing(value, (node) => isNamed(node) || isNamed(node, 'release') || isNamed(node, 'goal'), true);
}

/** Whether it lists things with names of which something is planned. */
export function holdsPlannedThings(value: ValueNode): boolean {
  return someThing(value, (node) => isNamed(node) && isPlanned(node), false) || groupsOfWords(value);
}

function someThing(value: ValueNode, test: (node: MapNode) => boolean, words: boolean): boolean {
  if (value.kind === 'list') {
    return value.items.slice(0, SAMPLE).some((item) => {
      if (item.kind === 'map') {
        // `- PAY-12: Refund API`
        return test(item) || looksLikeId(item.entries[0]?.key ?? '');
      }
      return words && item.kind === 'scalar' && (/\s/.test(item.text.trim()) || looksLikeId(item.text.trim()));
    });
  }
  return (
    value.kind === 'map' &&
    (test(value) ||
      value.entries
        .slice(0, SAMPLE)
        .some(({ key, value: inner }) => (inner.kind === 'map' && isPlanned(inner)) || (words && looksLikeId(key))))
  );
}

/** `tracks: { Backend: [Faster search, Caching], Frontend: [Dark mode] }` */
function groupsOfWords(value: ValueNode): boolean {
  return (
    value.kind === 'map' &&
    value.entries.length > 0 &&
    value.entries.slice(0, SAMPLE).every(({ value: inner }) => inner.kind === 'list' && holdsThings(inner))
  );
}
