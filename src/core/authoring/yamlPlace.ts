import type { Span } from '../model/span';
import type { FieldOwner } from '../roadmap/fields';
import { flowPlace } from './flowPlace';
import { type AuthoringPlace, isQuote, type Quote } from './place';
import { canonicalNames, type Inside, insideOf, type Step } from './structure';
import { isBlank, lineAt, lineBefore, skipBlanks, trimBlanks } from './textLines';
import { endOfQuoted, plainWords, readYamlLine, type YamlKey, type YamlLine } from './yamlLine';
import { entriesBeside, keysBeside, type WayStep, wayTo } from './yamlWay';

/**
 * The place of an offset in YAML, told from the indentation of the lines around it, so that it is known also where the text
 * does not parse. Takes time in proportion to the lines above. undefined where nothing is to be said: in comments, in words
 * that go over several lines, and under keys that no table knows.
 */
export function yamlPlace(text: string, within: Span, top: FieldOwner, offset: number): AuthoringPlace | undefined {
  const line = readYamlLine(text, lineAt(text, offset, within));
  const lastDash = line.dashes.at(-1);
  const content = line.content === line.end ? offset : line.content;
  if (offset < content || (lastDash !== undefined && offset <= lastDash + 1)) {
    return undefined;
  }
  const way = wayTo(text, within, line, content - line.start);
  const target: Target = { text, within, top, offset, line, content, way };
  const opened = placeInOpened(target);
  if (opened !== 'nothing') {
    return opened;
  }
  if (offset > line.comment && !isIssueNumber(text, line.comment, offset)) {
    return undefined;
  }
  return line.key && offset > line.key.span.end ? placeBehindKey(target, line.key) : placeAtHead(target);
}

interface Target {
  readonly text: string;
  readonly within: Span;
  readonly top: FieldOwner;
  readonly offset: number;
  readonly line: YamlLine;
  /** Where the line's words begin, or would. */
  readonly content: number;
  readonly way: readonly WayStep[];
}

/** The place where a line above holds brackets or words that go on here; `nothing`: none does. */
function placeInOpened(target: Target): AuthoringPlace | 'nothing' | undefined {
  const { text, line } = target;
  const steps: Step[] = [];
  for (const { step, value: from, line: at, column } of target.way) {
    if (step !== undefined) {
      steps.push(step);
    }
    const value = at.start === line.start ? at.end : skipTags(text, from, at.comment);
    if (value >= at.comment) {
      continue;
    }
    const found = '[{'.includes(text[value] ?? ' ') ? placeInFlow(target, value, steps, column) : undefined;
    if (step === undefined && found === 'closed') {
      continue;
    }
    return found === 'closed' ? undefined : found;
  }
  return 'nothing';
}

function placeInFlow({ text, top, within, offset }: Target, from: number, steps: readonly Step[], floor: number) {
  return flowPlace(text, { from, steps, top, json: false, floor, limit: within.end }, offset);
}

function indentOf({ dashes, content, start }: YamlLine): number {
  return (dashes[0] ?? content) - start;
}

/** An anchor or a tag stands before a value. */
function skipTags(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (text[at] === '&' || text[at] === '!')) {
    while (at < end && !isBlank(text[at])) {
      at++;
    }
    at = skipBlanks(text, at, end);
  }
  return at;
}

function placeBehindKey(target: Target, key: YamlKey): AuthoringPlace | undefined {
  const { text, offset, line, way } = target;
  if (offset <= key.colon) {
    return undefined;
  }
  const steps = [...stepsOf(way), { key: key.text }];
  const value = skipTags(text, line.value, line.end);
  if (value < offset && '[{'.includes(text[value] ?? ' ')) {
    const found = placeInFlow(target, value, steps, indentOf(line));
    return found === 'closed' ? undefined : found;
  }
  const inside = insideOf(steps, target.top);
  const typed =
    inside?.at === 'value' && !inside.inList ? typedValue(target, value, inside.field.type === 'names') : undefined;
  if (!typed || inside?.at !== 'value') {
    return undefined;
  }
  const before = offset === key.colon + 1 && typed.word.start === offset ? ' ' : '';
  return { kind: 'value', owner: inside.owner, field: inside.field, notation: 'block', ...typed, before };
}

/** A line without a key: the beginning of one, an entry of a list, or an empty line. */
function placeAtHead(target: Target): AuthoringPlace | undefined {
  const { text, within, offset, line, way, content } = target;
  const steps = stepsOf(way);
  if (content < offset && '[{'.includes(text[content] ?? ' ')) {
    const found = placeInFlow(target, content, steps, indentOf(line));
    return found === 'closed' ? undefined : found;
  }
  const inside = insideOf(steps, target.top);
  if (inside?.at === 'value') {
    return entryPlace(target, inside);
  }
  if (inside?.at !== 'fields' && inside?.at !== 'things') {
    return undefined;
  }
  const typed = line.key ? { word: line.key.span, quote: undefined } : typedValue(target, content, false);
  if (!typed || offset < typed.word.start || /\s/.test(text.slice(typed.word.start, typed.word.end))) {
    return undefined;
  }
  const { word, quote } = typed;
  const isEntry = inside.at === 'things';
  const column = content - line.start + (isEntry ? 2 : 0);
  const goesOn = isEntry && isBelowFirstKey(target, column);
  const present = isEntry && !goesOn ? [] : keysBeside(text, within, line, column);
  return {
    kind: 'key',
    owner: inside.owner,
    notation: 'block',
    word,
    quote,
    present: canonicalNames(inside.owner, present),
    hasColon: line.key !== undefined || text[offset] === ':',
    before: goesOn ? '  ' : isEntry ? '- ' : '',
    column,
  };
}

/** Below `- id: PAY-12` an editor puts the cursor under the dash; what is typed there is the item's next field. */
function isBelowFirstKey({ text, within, line }: Target, column: number): boolean {
  const above = lineBefore(text, line, within);
  const parts = above && readYamlLine(text, above);
  return parts?.key !== undefined && parts.dashes.length > 0 && parts.content - parts.start === column;
}

/** An entry of a list of names: behind its dash, or where the dash is still to be written. */
function entryPlace(
  target: Target,
  { owner, field, inList }: Extract<Inside, { at: 'value' }>,
): AuthoringPlace | undefined {
  const { text, within, line, content, way } = target;
  const dash = way.at(-1);
  const isList = LISTS.has(field.type);
  const typed = line.key ? undefined : typedValue(target, content, false);
  if (!typed || !isList || (inList && dash?.line.start !== line.start)) {
    return undefined;
  }
  const entries = inList && dash ? entriesBeside(text, within, line, dash.column) : [];
  const listed = entries.map(plainWords);
  return { kind: 'value', owner, field, notation: 'block', ...typed, listed, before: inList ? '' : '- ' };
}

const LISTS: ReadonlySet<string> = new Set(['names', 'paths']);

interface TypedValue {
  readonly word: Span;
  readonly quote: Quote | undefined;
  readonly listed: readonly string[];
}

/**
 * The words at the offset, of a value that begins here and ends with its line.
 *
 * @param isList commas part them
 */
function typedValue({ text, offset, line }: Target, from: number, isList: boolean): TypedValue | undefined {
  const start = Math.min(from, offset);
  const first = text[start];
  if (start < offset && (first === '|' || first === '>')) {
    return undefined;
  }
  if (isQuote(first) && start < line.end) {
    const close = endOfQuoted(text, start, line.end);
    if (offset === start || (close !== undefined && offset > close)) {
      return undefined;
    }
    return { ...segmentAt(text, { start: start + 1, end: close ?? line.end }, offset, isList), quote: first };
  }
  // What is not yet a number of an issue is a comment.
  const end = isIssueNumber(text, start, offset) ? offset : trimBlanks(text, Math.max(line.comment, offset), offset);
  return { ...segmentAt(text, { start, end }, offset, isList), quote: undefined };
}

function segmentAt(text: string, { start, end }: Span, offset: number, isList: boolean) {
  if (!isList) {
    return { word: { start, end }, listed: [] };
  }
  const before = text.slice(start, offset).split(',');
  const after = text.slice(offset, end).split(',');
  const word = {
    start: skipBlanks(text, offset - (before.at(-1)?.length ?? 0), offset),
    end: trimBlanks(text, offset + (after[0]?.length ?? 0), offset),
  };
  return { word, listed: [...before.slice(0, -1), ...after.slice(1)].map((each) => each.trim()) };
}

/** `#`, or `#12`: in a place of IDs the number of an issue whose quotes are still to be written. */
function isIssueNumber(text: string, from: number, offset: number): boolean {
  return offset > from && offset - from < 12 && /^#\d*$/.test(text.slice(from, offset));
}

function stepsOf(way: readonly WayStep[]): Step[] {
  return way.flatMap(({ step }) => step ?? []);
}
