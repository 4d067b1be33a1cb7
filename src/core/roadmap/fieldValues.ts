import type { DateValue, Estimate, Named, NumberValue } from '../model/roadmap';
import type { Span } from '../model/span';
import type { Status } from '../model/status';
import { readDayRange } from './dateWords';
import { quoted, type ReadContext, report } from './readContext';
import { categoryOfStatus, nearestStatus } from './statusNames';
import { entryOf, type ListNode, type ScalarNode, type ValueNode } from './valueNode';

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
  if (scalar === undefined || name === undefined || name === '') {
    return undefined;
  }
  const category = categoryOfStatus(name, context.ownStatuses);
  if (category === undefined) {
    const message =
      `${quoted(name)} is no known status. Use planned, active, blocked, done or dropped, ` +
      'a common word such as “in progress”, or add it to `workflow`.';
    report(context, 'WM105', scalar.inner, message, nearestStatus(name, context.ownStatuses));
  }
  return { name, category: category ?? 'planned', span: scalar.inner };
}

/** Working days and points in each unit; a working day has 8 hours, a week 5 days, a month 20. */
const ESTIMATE_UNITS: readonly { pattern: RegExp; unit: Estimate['unit']; factor: number }[] = [
  { pattern: /^(?:p|pts?|points?|sp|story ?points?)?$/, unit: 'points', factor: 1 },
  { pattern: /^(?:h|hrs?|hours?)$/, unit: 'days', factor: 1 / 8 },
  { pattern: /^(?:d|days?|pd|man-?days?|person-?days?)$/, unit: 'days', factor: 1 },
  { pattern: /^(?:w|wks?|weeks?)$/, unit: 'days', factor: 5 },
  { pattern: /^(?:mo|months?)$/, unit: 'days', factor: 20 },
];

/** T-shirt sizes in points. */
const SIZES: ReadonlyMap<string, number> = new Map([
  ['xs', 1],
  ['s', 2],
  ['m', 3],
  ['l', 5],
  ['xl', 8],
  ['xxl', 13],
]);

/** The points of a T-shirt size; undefined for any other text. */
export function pointsOfSize(text: string): number | undefined {
  return SIZES.get(text.trim().toLowerCase());
}

/** `5`, `5pt`, `3d`, `2w` (10 days), `4h` (half a day), or a T-shirt size. */
export function readEstimate(context: ReadContext, field: string, node: ValueNode): Estimate | undefined {
  const scalar = oneScalar(context, field, node);
  if (scalar === undefined || !isStated(scalar.text)) {
    return undefined;
  }
  const text = scalar.text.trim().toLowerCase();
  const size = pointsOfSize(text);
  if (size !== undefined) {
    return { value: size, unit: 'points', span: scalar.inner };
  }
  const match = /^(\d{1,9}(?:\.\d{1,9})?|\.\d{1,9})\s*([a-z -]*)$/.exec(text);
  const unit = match && ESTIMATE_UNITS.find(({ pattern }) => pattern.test(match[2] ?? ''));
  if (!match || !unit) {
    const how = 'Write points (5 or 5pt) or working time (3d, 2w, 4h).';
    return report(context, 'WM105', scalar.span, `${quoted(scalar.text)} is no estimate. ${how}`);
  }
  return { value: Number(match[1]) * unit.factor, unit: unit.unit, span: scalar.inner };
}

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
  const word = scalar.text
    .trim()
    .toLowerCase()
    .replace(/[-_\s]+/g, ' ');
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
function scalarOrId(node: ValueNode): ScalarNode | undefined {
  if (node.kind === 'scalar') {
    return node;
  }
  const value = node.kind === 'map' ? entryOf(node, 'id', 'key', 'name', 'title')?.value : undefined;
  return value?.kind === 'scalar' ? value : undefined;
}

/** Whether a problem is that a list or mapping stands where the schema wants something else. */
export function isWrongType(message: string): boolean {
  return /^`[^`]*` takes (?:one value|a list of \w+)[,.]/.test(message);
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
