import type { DateValue, Estimate, Named, NumberValue } from '../model/roadmap';
import type { Span } from '../model/span';
import type { Status, StatusCategory } from '../model/status';
import { readDayRange } from './dateWords';
import { estimateOf } from './estimateWords';
import { signAt } from './markdown/signs';
import { quoted, type ReadContext, report } from './readContext';
import { categoryOfStatus, categoryOfStatusField, nearestStatus } from './statusNames';
import { entryOf, type ListNode, type MapEntry, type MapNode, type ScalarNode, type ValueNode } from './valueNode';

/** The words of a field that takes one word or sentence; undefined (and a problem) for a list or mapping. */
export function readText(context: ReadContext, field: string, node: ValueNode): string | undefined {
  const scalar = oneScalar(context, field, node);
  const text = scalar?.text.trim();
  return text === '' ? undefined : text;
}

/** One name; of a list the first, with a problem that says so. A leading `@` is not part of it. */
export function readName(context: ReadContext, field: string, node: ValueNode): Named | undefined {
  const scalar = oneScalar(context, field, node);
  return scalar && isStated(scalar.text) ? nameOf(context, scalar) : undefined;
}

/** Names of a list, or of one text where commas part them; each with its own place. */
export function readNames(context: ReadContext, field: string, node: ValueNode): Named[] {
  const nodes = node.kind === 'list' ? node.items : [node];
  return nodes.flatMap((each) => {
    const scalar = scalarOrId(each);
    if (scalar === undefined) {
      return each.kind === 'empty' ? [] : (wrongType(context, field, each.span, 'a list of names') ?? []);
    }
    return splitAtCommas(context, scalar).filter((name) => isStated(name.name));
  });
}

/** What may name the other item where a dependency is a mapping: `{ story: PAY-11, type: hard }`. */
const DEPENDENCY_KEYS = [
  'id',
  'key',
  'ref',
  'item',
  'story',
  'feature',
  'issue',
  'ticket',
  'epic',
  'task',
  'target',
  'on',
  'name',
  'title',
];

/** Names, mappings that hold one, or a mapping keyed by them: `{ PAY-11: hard, AUTH-3: soft }`. Mere relations are none. */
export function readDependencies(context: ReadContext, field: string, node: ValueNode): Named[] {
  if (node.kind === 'list' && node.items.some((item) => item.kind === 'map')) {
    return node.items.flatMap((item) => readDependencies(context, field, item));
  }
  if (node.kind !== 'map') {
    return readNames(context, field, node);
  }
  const named = firstEntryOf(node, DEPENDENCY_KEYS)?.value;
  if (named) {
    const type = entryOf(node, 'type', 'kind', 'relation')?.value;
    const isRelation = type?.kind === 'scalar' && /^(?:relate|duplicate|see)/i.test(type.text.trim());
    return isRelation ? [] : readNames(context, field, named);
  }
  return node.entries.flatMap(({ key, keySpan }) => (keySpan ? [{ name: key.trim(), span: keySpan }] : []));
}

/** Names; of a mapping its lines: `{ area: api }` is the label `area: api`. */
export function readLabels(context: ReadContext, field: string, node: ValueNode): Named[] {
  if (node.kind !== 'map') {
    return readNames(context, field, node);
  }
  const lines = node.entries.flatMap(({ key, keySpan, value }) =>
    value.kind === 'scalar' && keySpan
      ? [{ name: `${key.trim()}: ${value.text.trim()}`, span: { start: keySpan.start, end: value.inner.end } }]
      : [],
  );
  return lines.length > 0 ? lines : (wrongType(context, field, node.span, 'a list of names') ?? []);
}

/** An address, or the mapping that holds it: `{ label: Docs, href: https://… }`. */
export function readAddress(context: ReadContext, field: string, node: ValueNode): Named | undefined {
  const one = node.kind === 'list' && node.items.length === 1 ? node.items[0] : node;
  const address = one?.kind === 'map' ? scalarOrId(one, ['url', 'href', 'link', 'uri', 'address']) : undefined;
  return readName(context, field, address ?? one ?? node);
}

/** Paths or globs of a list, or a single one. */
export function readPaths(context: ReadContext, field: string, node: ValueNode): Named[] {
  const nodes = node.kind === 'list' ? node.items : [node];
  return nodes.flatMap((each) => {
    const scalar = scalarOrId(each);
    if (scalar === undefined) {
      return each.kind === 'empty' ? [] : (wrongType(context, field, each.span, 'a list of paths') ?? []);
    }
    const name = trimmedName(context, scalar);
    return name.name === '' ? [] : [name];
  });
}

export function readDate(context: ReadContext, field: string, node: ValueNode): DateValue | undefined {
  const scalar = oneScalar(context, field, node);
  if (scalar === undefined || !isStated(scalar.text)) {
    return undefined;
  }
  const range = readDayRange(scalar.text);
  if (range === undefined) {
    const how = 'Write a date as 2026-08-28, a month as 2026-08 or a quarter as 2026-Q3.';
    return report(context, 'WM105', scalar.span, `${quoted(scalar.text)} is not a day of the calendar. ${how}`);
  }
  return { ...range, text: scalar.text.trim(), span: scalar.inner };
}

export function readStatus(context: ReadContext, field: string, node: ValueNode): Status | undefined {
  const scalar = oneScalar(context, field, node);
  const name = scalar?.text.trim();
  if (
    scalar === undefined ||
    name === undefined ||
    name === '' ||
    /^(?:-|n\/?a|none|not[ _-]applicable|\?)$/i.test(name)
  ) {
    return undefined;
  }
  const category = categoryOfStatusField(name, context.ownStatuses) ?? categoryOfSign(name);
  if (category === undefined) {
    const message =
      `${quoted(name)} is no known status. Use planned, active, blocked, done or dropped, ` +
      'a common word such as “in progress”, or add it to `workflow`.';
    report(context, 'WM105', scalar.inner, message, nearestStatus(name, context.ownStatuses));
  }
  return { name, category: category ?? 'planned', span: scalar.inner };
}

/** Words that nobody knows may begin with a sign that all know: `✅ v6.1 is out`. */
function categoryOfSign(name: string): StatusCategory | undefined {
  const sign = signAt(name)?.word;
  return sign === undefined ? undefined : categoryOfStatus(sign, NO_OWN_STATUSES);
}

const NO_OWN_STATUSES: ReadonlyMap<string, StatusCategory> = new Map();

/** `5`, `5pt`, `3d`, a T-shirt size: see {@link estimateOf}. Also `{ points: 5 }` and `{ value: 3, unit: days }`. */
export function readEstimate(context: ReadContext, field: string, node: ValueNode): Estimate | undefined {
  const scalar = node.kind === 'map' ? estimateInMap(node) : oneScalar(context, field, node);
  if (scalar === undefined || !isStated(scalar.text)) {
    return node.kind === 'map' && scalar === undefined ? wrongType(context, field, node.span, 'one value') : undefined;
  }
  const estimate = estimateOf(scalar.text);
  if (estimate === undefined) {
    const how = 'Write points (5 or 5pt) or working time (3d, 2w, 4h).';
    return report(context, 'WM105', scalar.span, `${quoted(scalar.text)} is no estimate. ${how}`);
  }
  return { ...estimate, span: scalar.inner };
}

/** The number of `{ value: 3, unit: days }` with its unit, which stands where the number stands. */
function estimateInMap(node: MapNode): ScalarNode | undefined {
  const value = entryOf(node, ...ESTIMATE_KEYS);
  const unit = entryOf(node, 'unit', 'units')?.value;
  if (value?.value.kind !== 'scalar') {
    return undefined;
  }
  const named = /^(?:days|hours|weeks|months)$/i.test(value.key) ? value.key : '';
  const words = unit?.kind === 'scalar' ? unit.text : named;
  return { ...value.value, text: `${value.value.text} ${words}`.trim() };
}

const ESTIMATE_KEYS = [
  'value',
  'points',
  'story_points',
  'storypoints',
  'estimate',
  'amount',
  'likely',
  'most_likely',
  'expected',
  'size',
  'days',
  'hours',
  'weeks',
  'months',
];

/** Words for 1 to 5. */
const LEVELS: ReadonlyMap<string, number> = new Map([
  ['very low', 1],
  ['lowest', 1],
  ['negligible', 1],
  ['rare', 1],
  ['low', 2],
  ['minor', 2],
  ['unlikely', 2],
  ['medium', 3],
  ['moderate', 3],
  ['med', 3],
  ['possible', 3],
  ['high', 4],
  ['major', 4],
  ['likely', 4],
  ['very high', 5],
  ['highest', 5],
  ['critical', 5],
  ['severe', 5],
  ['almost certain', 5],
]);

/** Whether a text is one of the words for 1 to 5. */
export function isLevel(text: string): boolean {
  return LEVELS.has(wordKey(text));
}

function wordKey(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[-_\s]+/g, ' ');
}

const CONFIDENCE_WORDS: ReadonlyMap<string, number> = new Map([
  ['high', 1],
  ['medium', 0.8],
  ['low', 0.5],
]);

export function readNumber(context: ReadContext, field: string, node: ValueNode): NumberValue | undefined {
  return numberWith(context, field, node, 'a number', ({ number }) => number);
}

/** 1 to 5, or words (low = 2, medium = 3, high = 4). A fraction below 1 is allowed: RICE counts impact from 0.25. */
export function readScore(context: ReadContext, field: string, node: ValueNode): NumberValue | undefined {
  return numberWith(context, field, node, 'a number from 1 to 5', ({ word, number, percent }) => {
    const value = LEVELS.get(word) ?? (percent ? undefined : number);
    return value !== undefined && value > 0 && value <= 5 ? value : undefined;
  });
}

/** A number; words as for {@link readScore}; a size or working time as an estimate has it, in points or days. */
export function readAmount(context: ReadContext, field: string, node: ValueNode): NumberValue | undefined {
  return numberWith(
    context,
    field,
    node,
    'a number, or low, medium or high',
    ({ word, number, percent }) => LEVELS.get(word) ?? (percent ? undefined : (number ?? estimateOf(word)?.value)),
  );
}

/** How far it is by the share that is done: all of it, some, nothing; or a status in words. */
export function readProgress(context: ReadContext, field: string, node: ValueNode): Status | undefined {
  const scalar = node.kind === 'scalar' ? node : undefined;
  const share = scalar && /^[\d.]+\s*%?$/.test(scalar.text.trim()) ? readShare(context, field, node)?.value : undefined;
  if (scalar === undefined || share === undefined) {
    return scalar && categoryOfStatus(scalar.text, context.ownStatuses) ? readStatus(context, field, node) : undefined;
  }
  const category = share >= 1 ? 'done' : share > 0 ? 'active' : 'planned';
  return { name: category, category, span: scalar.inner };
}

/** 1 to 5, words as for {@link readScore}, or a share of one, of which each fifth is a level: 40% = 2. */
export function readLevel(context: ReadContext, field: string, node: ValueNode): NumberValue | undefined {
  return numberWith(context, field, node, 'a number from 1 to 5, low, medium or high', ({ word, number, percent }) => {
    const level = LEVELS.get(word);
    if (level !== undefined || number === undefined) {
      return level;
    }
    if ((percent || number < 1) && number >= 0 && number <= 1) {
      return Math.max(1, Math.ceil(number * 5));
    }
    return !percent && number >= 1 && number <= 5 ? number : undefined;
  });
}

/** A share of one: `80%`, `80` and `0.8` are the same; high = 1, medium = 0.8, low = 0.5. */
export function readShare(context: ReadContext, field: string, node: ValueNode): NumberValue | undefined {
  return numberWith(context, field, node, 'a share such as 80% or 0.8', ({ word, number, percent }) => {
    const share =
      CONFIDENCE_WORDS.get(word) ?? (number !== undefined && !percent && number > 1 ? number / 100 : number);
    return share !== undefined && share >= 0 && share <= 1 ? share : undefined;
  });
}

const YES = new Set(['true', 'yes', 'y', 'x', 'on', '1', 'done']);
const NO = new Set(['false', 'no', 'n', 'off', '0', 'open']);

export function readYesNo(context: ReadContext, field: string, node: ValueNode): boolean | undefined {
  const scalar = oneScalar(context, field, node);
  const word = scalar?.text.trim().toLowerCase();
  if (scalar === undefined || word === undefined || word === '') {
    return undefined;
  }
  if (NO.has(word)) {
    return false;
  }
  // `completed: 2026-03-01` says when, and so that it is.
  if (YES.has(word) || readDayRange(word)) {
    return true;
  }
  return report(context, 'WM105', scalar.span, `\`${field}\` takes true or false, not ${quoted(scalar.text)}.`);
}

/** True unless the words only say that nothing is decided yet: those count as if the field were missing. */
function isStated(text: string): boolean {
  return !/^\s*(?:|[-–—?]+|tb[ad]|n\/a|none|null|unassigned|nobody|undecided)\s*$/i.test(text);
}

interface ReadNumber {
  /** In lower case, words parted by one space. */
  readonly word: string;
  readonly number: number | undefined;
  /** It was written with `%`, and `number` is the share of one. */
  readonly percent: boolean;
}

function numberWith(
  context: ReadContext,
  field: string,
  node: ValueNode,
  allowed: string,
  convert: (read: ReadNumber) => number | undefined,
): NumberValue | undefined {
  const scalar = oneScalar(context, field, node);
  if (scalar === undefined || !isStated(scalar.text)) {
    return undefined;
  }
  const word = wordKey(scalar.text);
  const match = /^([-+]?(?:\d[\d_,]*(?:\.\d+)?|\.\d+)(?:e[-+]?\d{1,3})?)\s*(%?)$/i.exec(scalar.text.trim());
  const plain = match ? Number(match[1]?.replace(/[_,]/g, '')) : Number.NaN;
  const percent = match?.[2] === '%';
  const number = Number.isFinite(plain) ? (percent ? plain / 100 : plain) : undefined;
  const value = convert({ word, number, percent });
  return value === undefined
    ? report(context, 'WM105', scalar.span, `\`${field}\` takes ${allowed}, not ${quoted(scalar.text)}.`)
    : { value, span: scalar.inner };
}

/** The scalar of a field that takes one value; of a list the first, with a problem unless it is the only one. */
function oneScalar(context: ReadContext, field: string, node: ValueNode): ScalarNode | undefined {
  if (node.kind !== 'list') {
    const scalar = scalarOrId(node);
    return scalar || node.kind === 'empty' ? scalar : wrongType(context, field, node.span, 'one value');
  }
  const first = firstScalar(node);
  if (first !== undefined && node.items.length > 1) {
    const message = `\`${field}\` takes one value, not a list. Only the first, ${quoted(first.text)}, is used.`;
    report(context, 'WM105', node.span, message);
  } else if (first === undefined && node.items.length > 0) {
    wrongType(context, field, node.span, 'one value');
  }
  return first;
}

function firstScalar(node: ListNode): ScalarNode | undefined {
  const first = node.items[0];
  return first && scalarOrId(first);
}

/** A scalar, or what a mapping that stands in a name's place says of itself: `owner: { id: ana }`. */
function scalarOrId(node: ValueNode, keys: readonly string[] = NAMING_KEYS): ScalarNode | undefined {
  if (node.kind === 'scalar') {
    return node;
  }
  const value = node.kind === 'map' ? firstEntryOf(node, keys)?.value : undefined;
  return value?.kind === 'scalar' ? value : undefined;
}

const NAMING_KEYS = ['id', 'key', 'ref', 'login', 'username', 'name', 'title', 'email'];

function firstEntryOf(node: MapNode, keys: readonly string[]): MapEntry | undefined {
  for (const key of keys) {
    const entry = entryOf(node, key);
    if (entry) {
      return entry;
    }
  }
  return undefined;
}

function wrongType(context: ReadContext, field: string, span: Span, expected: string): undefined {
  return report(context, 'WM105', span, `\`${field}\` takes ${expected}. What stands here cannot be read as that.`);
}

function nameOf(context: ReadContext, scalar: ScalarNode): Named {
  const { name, span } = trimmedName(context, scalar);
  return name.startsWith('@')
    ? { name: name.slice(1), span: { start: span.start + 1, end: span.end } }
    : { name, span };
}

/** Where the text stands as it reads, the place is exactly the name's; where escapes stand in it, all between the quotes. */
function trimmedName(context: ReadContext, scalar: ScalarNode): Named {
  const { text, inner } = scalar;
  const name = text.trim();
  if (name.length === text.length || context.text.slice(inner.start, inner.end) !== text) {
    return { name, span: inner };
  }
  const start = inner.start + (text.length - text.trimStart().length);
  return { name, span: { start, end: start + name.length } };
}

function splitAtCommas(context: ReadContext, scalar: ScalarNode): Named[] {
  if (!scalar.text.includes(',') || context.text.slice(scalar.inner.start, scalar.inner.end) !== scalar.text) {
    return [nameOf(context, scalar)];
  }
  let offset = scalar.inner.start;
  return scalar.text.split(',').map((part) => {
    const inner = { start: offset, end: offset + part.length };
    offset = inner.end + 1;
    return nameOf(context, { kind: 'scalar', text: part, span: inner, inner });
  });
}
