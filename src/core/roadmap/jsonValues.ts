import { t } from '../words/t';
import { type Node, type ParseError, type ParseErrorCode, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Span } from '../model/span';
import { type ReadContext, report } from './readContext';
import { BrokenFlow } from './yaml/brokenFlow';
import { withoutConflicts } from './conflicts';
import { finishedEntries } from './yaml/entries';
import { DEEPEST_NESTING, emptyAt, type MapEntry, type ValueNode } from './valueNode';

/**
 * Reads JSON, with comments and trailing commas too. Where it is not right it is read as it was most likely meant, with one problem
 * for each mistake. undefined: there is nothing but space and comments.
 */
export function readJsonValues(context: ReadContext, start: number): ValueNode | undefined {
  return readJsonSource(context, withoutConflicts(context, context.text.slice(start), start), start);
}

/** The values between two offsets, which commas separate, as a list that a field of the file holds. */
export function readJsonEntries(context: ReadContext, start: number, end: number): ValueNode | undefined {
  const before = '{"":[';
  const file = readJsonSource(context, `${before}${context.text.slice(start, end)}]}`, start - before.length);
  return file?.kind === 'map' ? file.entries[0]?.value : undefined;
}

function readJsonSource(context: ReadContext, source: string, start: number): ValueNode | undefined {
  const tooDeep = firstTooDeep(source);
  if (tooDeep !== undefined) {
    const span = { start: start + tooDeep, end: start + tooDeep + 1 };
    report(context, 'WM101', span, t('This is nested too deeply to be read. Take it out of some levels.'));
    return undefined;
  }
  const errors: ParseError[] = [];
  const root = parseTree(source, errors, { allowTrailingComma: true, allowEmptyContent: true });
  if (errors.length === 0) {
    return root && convert(context, start, root);
  }
  const before = context.problems.length;
  const value = readBroken(context, source, start);
  const [first] = errors;
  if (first && context.problems.length === before) {
    report(context, 'WM101', visibleSpan(start, source, first.offset, first.length), explain(first.error));
  }
  return value;
}

function readBroken(context: ReadContext, source: string, base: number): ValueNode | undefined {
  const first = /^(?:\s|\/\/.*|\/\*[^]*?(?:\*\/|$))*/.exec(source)?.[0].length ?? 0;
  if (first >= source.length) {
    return undefined;
  }
  const { value, end } = new BrokenFlow(context, source, base, 'json', source.length).read(first);
  const rest = /^\s*/.exec(source.slice(end))?.[0].length ?? 0;
  if (end + rest < source.length && (value.kind === 'map' || value.kind === 'list')) {
    const message = t('The roadmap ends before this. Remove what follows, or a bracket too many before it.');
    report(context, 'WM101', visibleSpan(base, source, end + rest, source.length), message);
  }
  return value;
}

function convert(context: ReadContext, base: number, node: Node): ValueNode {
  const span = { start: base + node.offset, end: base + node.offset + node.length };
  const children = node.children ?? [];
  switch (node.type) {
    case 'object':
      return { kind: 'map', entries: convertEntries(context, base, children), span };
    case 'array':
      return { kind: 'list', items: children.map((child) => convert(context, base, child)), span };
    case 'string': {
      const closed = node.length > 1 && context.text[span.end - 1] === '"';
      const inner = { start: Math.min(span.start + 1, span.end), end: closed ? span.end - 1 : span.end };
      return { kind: 'scalar', text: String(node.value), span, inner };
    }
    case 'null':
      return emptyAt(span.start);
    default:
      return { kind: 'scalar', text: context.text.slice(span.start, span.end), span, inner: span };
  }
}

function convertEntries(context: ReadContext, base: number, properties: readonly Node[]): readonly MapEntry[] {
  const entries = properties.flatMap(({ children, offset, length }): MapEntry[] => {
    const [keyNode, valueNode] = children ?? [];
    const key = keyNode && convert(context, base, keyNode);
    if (key?.kind !== 'scalar') {
      return [];
    }
    const value = valueNode ? convert(context, base, valueNode) : emptyAt(base + offset + length);
    return [{ key: key.text, keySpan: key.inner, value }];
  });
  return finishedEntries(context, entries);
}

/** The parser calls itself for each level; this goes before it, so that no file can exhaust the stack. */
function firstTooDeep(source: string): number | undefined {
  let depth = 0;
  for (const { 0: token, index } of source.matchAll(/"(?:[^"\\\r\n]|\\.)*"?|\/\/.*|\/\*[^]*?(?:\*\/|$)|[[\]{}]/g)) {
    if (token === '[' || token === '{') {
      depth += 1;
      if (depth > DEEPEST_NESTING) {
        return index;
      }
    } else if (token === ']' || token === '}') {
      depth -= 1;
    }
  }
  return undefined;
}

function visibleSpan(base: number, source: string, offset: number, length: number): Span {
  const start = Math.min(offset, source.length);
  const [line = ''] = /^[^\r\n]*/.exec(source.slice(start, Math.min(start + length, source.length))) ?? [];
  return { start: base + start, end: base + start + line.length };
}

function explain(error: ParseErrorCode): string {
  switch (printParseErrorCode(error)) {
    case 'CommaExpected':
      return t('A comma is missing before this.');
    case 'ColonExpected':
      return t('A colon is missing: write `"name": value`.');
    case 'PropertyNameExpected':
      return t('The name of a field belongs here, in double quotes.');
    case 'ValueExpected':
      return t('A value is missing here.');
    case 'CloseBraceExpected':
      return t('A bracket `{` is never closed. Add `}`.');
    case 'CloseBracketExpected':
      return t('A bracket `[` is never closed. Add `]`.');
    case 'UnexpectedEndOfString':
      return t('A double quote is never closed. Add the closing one.');
    case 'UnexpectedEndOfComment':
      return t('A comment is never closed. Add `*/`.');
    case 'InvalidEscapeCharacter':
    case 'InvalidUnicode':
      return t('A backslash starts a code, and this is none. Write `\\\\` for a backslash.');
    case 'InvalidNumberFormat':
    case 'UnexpectedEndOfNumber':
      return t('This number is not complete.');
    case 'EndOfFileExpected':
      return t('The roadmap ends before this. Remove what follows, or a bracket too many before it.');
    default:
      return t('This is not JSON: words stand in double quotes.');
  }
}
