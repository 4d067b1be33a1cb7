import { t } from '../words/t';
import { splitId, splitLevels } from '../ids/itemId';
import type { DateValue, Estimate, Named } from '../model/roadmap';
import type { Status, StatusCategory } from '../model/status';
import { readDayRange } from './dateWords';
import { estimateOf } from './estimateWords';
import { signAt } from './markdown/signs';
import { readShare } from './numberValues';
import { firstEntryOf, isStated, oneScalar, scalarOrId, wrongType } from './oneValue';
import { quoted, type ReadContext, report } from './readContext';
import { categoryOfStatus, categoryOfStatusField, nearestStatus } from './statusNames';
import { entryOf, type MapNode, type ScalarNode, type ValueNode } from './valueNode';

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

/** Names of a list, or of one text where commas part them; each with its own place. Quotes in a list keep a name with commas whole. */
export function readNames(context: ReadContext, field: string, node: ValueNode): Named[] {
  const nodes = node.kind === 'list' ? node.items : [node];
  return nodes.flatMap((each) => {
    const scalar = scalarOrId(each);
    if (scalar === undefined) {
      return each.kind === 'empty' ? [] : (wrongType(context, field, each.span, t('a list of names')) ?? []);
    }
    const isWhole = node.kind === 'list' && scalar.inner.start > scalar.span.start;
    return (isWhole ? [nameOf(context, scalar)] : splitAtCommas(context, scalar)).filter(({ name }) => isStated(name));
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
    return readNames(context, field, node).map(withoutRemark).flatMap(withoutSentence);
  }
  const named = firstEntryOf(node, DEPENDENCY_KEYS)?.value;
  if (named) {
    const type = entryOf(node, 'type', 'kind', 'relation')?.value;
    const isRelation = type?.kind === 'scalar' && /^(?:relate|duplicate|see)/i.test(type.text.trim());
    return isRelation ? [] : readNames(context, field, named).map(withoutRemark);
  }
  return node.entries.flatMap(({ key, keySpan }) => (keySpan ? [{ name: key.trim(), span: keySpan }] : []));
}

/** `PAY-11 (needs its ledger)` and `PAY-11 from Payouts` name PAY-11. Titles may end in parentheses too, so what stands before them must look like an ID. */
function withoutRemark(named: Named): Named {
  const [, id] =
    /^(#?[\p{Lu}\p{N}][\p{L}\p{N}._-]*\d[\p{L}\p{N}._-]*)\s+(?:\([^()]*\)?|(?:from|of|in) .*)$/u.exec(named.name) ?? [];
  const looksLikeId =
    id !== undefined && (/^(?:#?\d+|\p{Lu}{1,5}\d[\d.]*)$/u.test(id) || splitId(id) || splitLevels(id));
  return looksLikeId ? { name: id, span: { start: named.span.start, end: named.span.start + id.length } } : named;
}

/** The last of a list in a sentence: `and PAY-12`, `PAY-12.`, `E19 and E20` */
function withoutSentence(named: Named): Named[] {
  const [, and = '', first = '', between = '', second] =
    /^(and\s+)?(\S*[^\s.])(?:(\s+(?:and|&)\s+)(\S*[^\s.]))?\.?$/i.exec(named.name) ?? [];
  const areIds = [first, second].every((name) => name === undefined || /\d$/.test(name));
  if (first === '' || (second !== undefined && !areIds)) {
    return [named];
  }
  const start = named.span.start + and.length;
  const ids = [{ name: first, at: start }];
  if (second !== undefined) {
    ids.push({ name: second, at: start + first.length + between.length });
  }
  return ids.map(({ name, at }) => ({ name, span: { start: at, end: at + name.length } }));
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
  return lines.length > 0 ? lines : (wrongType(context, field, node.span, t('a list of names')) ?? []);
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
      return each.kind === 'empty' ? [] : (wrongType(context, field, each.span, t('a list of paths')) ?? []);
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
    const message = t(
      '{0} is not a day of the calendar. Write a date as 2026-08-28, a month as 2026-08 or a quarter as 2026-Q3.',
      quoted(scalar.text),
    );
    return report(context, 'WM105', scalar.span, message);
  }
  return { first: range.first, last: range.last, text: scalar.text.trim(), span: scalar.inner };
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
    const message = t(
      '{0} is no known status. Use planned, active, blocked, done or dropped, a common word such as “in progress”, or add it to `workflow`.',
      quoted(name),
    );
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
    return node.kind === 'map' && scalar === undefined
      ? wrongType(context, field, node.span, t('one value'))
      : undefined;
  }
  const estimate = estimateOf(scalar.text);
  if (estimate === undefined) {
    const message = t('{0} is no estimate. Write points (5 or 5pt) or working time (3d, 2w, 4h).', quoted(scalar.text));
    return report(context, 'WM105', scalar.span, message);
  }
  return { value: estimate.value, unit: estimate.unit, span: scalar.inner };
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

const YES = new Set(['true', 'yes', 'y', 'x', 'on', '1', 'done']);
const NO = new Set(['false', 'no', 'n', 'off', '0', 'open']);

/** Whether a text says yes or no, or a day, which says when and so that it is. */
export function saysYesOrNo(text: string): boolean {
  const word = text.trim().toLowerCase();
  return YES.has(word) || NO.has(word) || readDayRange(word) !== undefined;
}

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
  return report(context, 'WM105', scalar.span, t('`{0}` takes true or false, not {1}.', field, quoted(scalar.text)));
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
  // Commas in parentheses part nothing: `PAY-11 (its API, not its page), AUTH-3`.
  return (scalar.text.match(/(?:\([^()]*\)|[^,])*(?:,|$)/g) ?? []).map((found) => {
    const part = found.endsWith(',') ? found.slice(0, -1) : found;
    const inner = { start: offset, end: offset + part.length };
    offset = inner.end + 1;
    return nameOf(context, { kind: 'scalar', text: part, span: inner, inner });
  });
}
