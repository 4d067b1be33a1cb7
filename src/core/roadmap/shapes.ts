import { looksLikeId } from '../ids/itemId';
import { RULE_SEVERITIES } from '../model/finding';
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
  if (known !== undefined && known.name === key && isSettingOf(known.type, value)) {
    // `done: [ … ]` is a list of what is done.
    return known.type === 'yesNo' && isCollection(value) ? undefined : known;
  }
  const fitting = fieldIfFits(owner, key);
  if (fitting !== undefined && fits(fitting, value, owner === 'roadmap')) {
    return fitting;
  }
  return known === undefined || canBe(known, value) ? known : undefined;
}

/**
 * Whether a value can be what a field of this type says. Only two names are so common that they mean it by their value alone:
 * `rules` of a team about its work, and `components` that are groups of epics.
 */
export function isSettingOf(type: FieldType, value: ValueNode): boolean {
  switch (type) {
    case 'rules':
      return isNothing(value) || value.kind === 'empty' || holdsRules(value);
    case 'components':
      return isNothing(value) || value.kind === 'empty' || holdsCode(value);
    default:
      return true;
  }
}

/** One entry that plainly speaks of a rule is enough: mistakes in the others are to be pointed out. */
function holdsRules(value: ValueNode): boolean {
  switch (value.kind) {
    case 'map':
      return value.entries.some(
        ({ key, value: wish }) =>
          /^WM\d{3}$/i.test(key.trim()) ||
          (/^(?:rule|code)$/i.test(key) && wish.kind === 'scalar') ||
          (wish.kind === 'scalar' && RULE_SEVERITIES.some((severity) => severity === wish.text.trim().toLowerCase())) ||
          (wish.kind === 'map' && wish.entries.some((entry) => /^severity$/i.test(entry.key))),
      );
    case 'list':
      return value.items.some((item) => item.kind === 'map' && holdsRules(item));
    default:
      return false;
  }
}

/** Every entry is the paths of something. */
function holdsCode(value: ValueNode): boolean {
  switch (value.kind) {
    case 'map':
      return value.entries.every(({ value: paths }) => arePaths(paths) || (paths.kind === 'map' && isComponent(paths)));
    case 'list':
      return value.items.every((item) => item.kind === 'map' && isComponent(item));
    default:
      return false;
  }
}

function isComponent({ entries }: MapNode): boolean {
  return entries.some((entry) => fieldAlways('component', entry.key)?.name === 'code' && arePaths(entry.value));
}

function arePaths(value: ValueNode): boolean {
  return value.kind === 'list'
    ? value.items.length > 0 && value.items.every((item) => item.kind === 'scalar' && isPath(item))
    : value.kind === 'scalar' && isPath(value);
}

/** A folder or glob: no words, and with something that only paths have. */
function isPath({ text }: ScalarNode): boolean {
  const path = text.trim();
  return !/\s|^[a-z]+:\/\//i.test(path) && /[\\/*]|\.[a-z]\w{0,4}$/i.test(path);
}

function canBe({ type, name }: FieldSpec, value: ValueNode): boolean {
  if (!isSettingOf(type, value)) {
    return false;
  }
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
