import { fieldAlways, fieldIfFits, type FieldType, fieldNamed } from './fields';
import { groupOf, isReleaseKey } from './groups';
import type { ReadContext } from './readContext';
import { canHoldThings, fieldOf, holdsPlannedThings, holdsThings, isCollection } from './shapes';
import type { MapEntry, MapNode } from './valueNode';

/** Nobody wraps a roadmap in more levels than these. */
const MOST_WRAPPERS = 5;

/** Levels that hold a roadmap, or tell of the product at its head. */
const WRAPPERS =
  /^(?:(?:the|our|my|product|project|public|team)?[-_ ]?roadmaps?|plan|data|project|product|document|content|spec|program|portfolio|meta|metadata|info|about|header|attributes)$/i;

/**
 * The mapping with what stands in levels of its own one level higher: `roadmap: { epics: … }`, `project: { name: …, roadmap: … }`,
 * `acme: { epics: … }`; a list under such a name lists items.
 */
export function unwrapped(context: ReadContext, document: MapNode, depth = 0): MapNode {
  if (depth === MOST_WRAPPERS) {
    return document;
  }
  const open = (inner: MapNode): readonly MapEntry[] => unwrapped(context, inner, depth + 1).entries;
  const entries = document.entries.flatMap((entry): readonly MapEntry[] => {
    const { key, value } = entry;
    if (!isCollection(value) || !isWrapper(key)) {
      return [byRelease(entry)];
    }
    if (value.kind === 'map') {
      return open(value);
    }
    return /roadmap|^(?:plan|data|content)$/i.test(key) && canHoldThings(value)
      ? [{ ...entry, key: 'items' }]
      : [byRelease(entry)];
  });
  const top = { ...document, entries };
  return isPlanDocument(context, top) && !isOneWrapper(top)
    ? top
    : { ...document, entries: entries.flatMap((entry) => inUnknown(entry, open)) };
}

function isWrapper(key: string): boolean {
  return (
    fieldNamed('roadmap', key)?.type === 'roadmap' || WRAPPERS.test(key.trim()) || /(?:^|:)roadmap$/i.test(key.trim())
  );
}

/** A level of any name, when the file is no roadmap without it and it holds lists that only roadmaps have. */
function inUnknown(entry: MapEntry, open: (inner: MapNode) => readonly MapEntry[]): readonly MapEntry[] {
  const { value } = entry;
  return value.kind === 'map' &&
    value.entries.some((inner) =>
      isWrapper(inner.key)
        ? isCollection(inner.value)
        : fieldAlways('roadmap', inner.key) !== undefined && isTelling(inner),
    )
    ? open(value)
    : [entry];
}

/** `ferry: { goals: …, epics: … }` and nothing else that is a list: that is the roadmap of the ferry. */
function isOneWrapper({ entries }: MapNode): boolean {
  const [first, second] = entries.filter(({ value }) => isCollection(value));
  return (
    first?.value.kind === 'map' &&
    second === undefined &&
    fieldNamed('roadmap', first.key) === undefined &&
    first.value.entries.some((inner) => {
      const type = isCollection(inner.value) ? fieldAlways('roadmap', inner.key)?.type : undefined;
      return type === 'epics' || type === 'releases' || type === 'goals';
    })
  );
}

const TELLING_TYPES: ReadonlySet<FieldType> = new Set([
  'epics',
  'stories',
  'tasks',
  'items',
  'releases',
  'goals',
  'risks',
]);

/** `features: { v1.0: [ … ], v2.0: [ … ] }` lists releases with what they hold. */
function byRelease(entry: MapEntry): MapEntry {
  const { key, value } = entry;
  const type = value.kind === 'map' && value.entries.length > 0 ? fieldNamed('roadmap', key)?.type : undefined;
  return value.kind === 'map' &&
    (type === 'stories' || type === 'items' || type === 'epics') &&
    value.entries.every((inner) => isReleaseKey(inner.key) && inner.value.kind === 'list')
    ? { ...entry, key: 'releases' }
    : entry;
}

/** Fields at the head of a roadmap. A file that has only these is a roadmap that somebody has begun. */
const HEAD_NAMES: ReadonlySet<string> = new Set(['product', 'vision', 'workflow', 'scoring']);

/** Fields that say what kind of file it is, when it is another: there, too, are lists of names. */
const OTHER_KINDS: ReadonlySet<string> = new Set(['openapi', 'swagger', 'asyncapi', 'apiversion']);

/**
 * Whether a mapping is a roadmap at all: something in it lists work, releases, goals or risks in a way that configurations,
 * descriptions of interfaces and translations do not.
 */
export function isPlanDocument(context: Pick<ReadContext, 'ownStatuses'>, { entries }: MapNode): boolean {
  const keys = entries.map(({ key }) => key.trim().toLowerCase());
  if (keys.includes('waymark')) {
    return true;
  }
  if (keys.some((key) => OTHER_KINDS.has(key)) && !isOfKindRoadmap(entries)) {
    return false;
  }
  return (
    entries.some((entry) => isTelling(entry) || groupOf(context, 'roadmap', entry) !== undefined) ||
    (keys.some((key) => HEAD_NAMES.has(key)) && !entries.some((entry) => isTranslated(entry)))
  );
}

/** `kind: Roadmap`, as a resource of a cluster says it. */
function isOfKindRoadmap(entries: readonly MapEntry[]): boolean {
  return entries.some(
    ({ key, value }) => /^kind$/i.test(key) && value.kind === 'scalar' && /roadmap/i.test(value.text),
  );
}

/** A list that only a roadmap has; under Waymark's own names it may be empty yet. */
function isTelling(entry: MapEntry): boolean {
  const { key, value } = entry;
  const spec = fieldOf('roadmap', entry);
  if (spec === undefined || !TELLING_TYPES.has(spec.type)) {
    return false;
  }
  if (value.kind === 'empty' || (value.kind === 'list' && value.items.length === 0)) {
    return spec.name === key.trim().toLowerCase();
  }
  // Names of which the table says that the value must fit were looked at already.
  return (
    (spec.name === key && spec.type !== 'tasks' && canHoldThings(value)) ||
    (fieldAlways('roadmap', key) === undefined && fieldIfFits('roadmap', key) !== undefined) ||
    (spec.type === 'tasks' && spec.name !== key ? holdsPlannedThings(value) : holdsThings(value))
  );
}

/** A list's name with words behind it, `epics: Epics`: the labels of a screen. */
function isTranslated({ key, value }: MapEntry): boolean {
  return value.kind === 'scalar' && TELLING_TYPES.has(fieldNamed('roadmap', key)?.type ?? 'text');
}
