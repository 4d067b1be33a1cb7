import type { FieldSpan, Verdict } from '../model/roadmap';
import { endOfLine, startOfLine } from '../model/lineEnds';
import { insertion, type TextChange } from './textChange';
import { entryText, fieldName, type ItemContext, lineBreakAfter, verdictField, withQuotes } from './verdictField';

/** Ways to write a verdict into its item, the nicest first. Which of them is right, reading the result tells. */
export function* waysToAdd(context: ItemContext, verdict: Verdict): Iterable<readonly TextChange[]> {
  const field = verdictField(context, verdict.accepted);
  if (field) {
    yield* waysToExtend(context, field, verdict);
  } else if (context.format === 'markdown') {
    yield* waysToNote(context, verdict);
  } else {
    yield* waysToInsert(context, verdict);
  }
}

/** The field is there: one entry more. */
function* waysToExtend(
  context: ItemContext,
  { key, value }: FieldSpan,
  verdict: Verdict,
): Iterable<readonly TextChange[]> {
  const { text, format, item } = context;
  const entry = format === 'markdown' ? entryText(verdict) : quoted(verdict, format);
  const last = item.verdicts.findLast(
    (each) => each.accepted === verdict.accepted && each.span.start >= value.start && each.span.end <= value.end,
  );
  const first = text.charAt(value.start);
  if (last && first === '-' && format === 'yaml') {
    const indent = text.slice(startOfLine(text, value.start), value.start);
    yield [insertion(endOfLine(text, last.span.end), `${lineBreakAfter(text, last.span.end)}${indent}- ${entry}`)];
  } else if (last && (first === '[' || format === 'markdown')) {
    yield [insertion(withQuotes(text, last).end, `, ${entry}`)];
  } else if (first === '[') {
    yield [insertion(value.start + 1, entry)];
  } else if (last) {
    yield [insertion(value.start, '['), insertion(value.end, `, ${entry}]`)];
  } else if (key && format === 'json') {
    yield [{ span: { start: value.start, end: value.start + 'null'.length }, text: `[${entry}]` }];
  } else if (key) {
    yield [insertion(text.indexOf(':', key.end) + 1, ` [${entry}]`)];
  }
}

/** Behind the title, on the item's own line. Within a code span nothing of it can be taken for a mark of Markdown. */
function* waysToNote({ text, item }: ItemContext, verdict: Verdict): Iterable<readonly TextChange[]> {
  const note = ` \`${fieldName(verdict.accepted)}: ${entryText(verdict)}\``;
  const ends = [item.fields.get('title'), item.fields.get('id')].map((field) => field?.value.end ?? item.headline.end);
  for (const at of new Set(ends)) {
    yield [insertion(at, note)];
  }
  yield [insertion(text.slice(0, endOfLine(text, item.headline.end)).trimEnd().length, note)];
}

/** A field more: in a bracketed mapping behind its ID, else on a line of its own below the item's last short field. */
function* waysToInsert(context: ItemContext, verdict: Verdict): Iterable<readonly TextChange[]> {
  const { text, item, format } = context;
  const entry = quoted(verdict, format);
  const keyed = [...item.fields.values()].filter((field) => field.key !== undefined);
  const anchor = item.fields.get('id')?.key ? item.fields.get('id') : keyed[0];
  if (anchor && format === 'json') {
    const indent = /^[ \t]*$/.exec(
      text.slice(startOfLine(text, anchor.value.start), (anchor.key?.start ?? 1) - 1),
    )?.[0];
    const gap = indent === undefined ? ' ' : `${lineBreakAfter(text, anchor.value.end)}${indent}`;
    yield [insertion(anchor.value.end, `,${gap}"${fieldName(verdict.accepted)}": [${entry}]`)];
    return;
  }
  const field = `${fieldName(verdict.accepted)}: [${entry}]`;
  if (anchor && text.charAt(item.span.end - 1) === '}') {
    yield [insertion(anchor.value.end, `, ${field}`)];
  }
  for (const each of keyed.sort((a, b) => b.value.end - a.value.end)) {
    const line = ownLine(text, each);
    if (line) {
      yield [insertion(line.end, `${lineBreakAfter(text, line.end)}${line.indent}${field}`)];
      return;
    }
  }
}

/** The end of the line of a field that stands on one line of its own, and the indentation of its mapping. */
function ownLine(
  text: string,
  { key, value }: FieldSpan,
): { readonly end: number; readonly indent: string } | undefined {
  const end = endOfLine(text, value.end);
  const start = startOfLine(text, key?.start ?? value.start);
  const before = /^( *(?:- +)*)["']?$/.exec(text.slice(start, key?.start ?? value.start));
  const isAlone = /^[ \t]*(?:#.*)?$/.test(text.slice(value.end, end));
  return before && isAlone && startOfLine(text, value.end) === start
    ? { end, indent: (before[1] ?? '').replaceAll('-', ' ') }
    : undefined;
}

/** Plain where every reader of YAML takes it for words, also in brackets. */
const PLAIN = /^[\p{L}_][\p{L}\p{M}\p{N}_./* -]*$/u;

function quoted(verdict: Verdict, format: ItemContext['format']): string {
  const entry = entryText(verdict);
  return format === 'yaml' && PLAIN.test(entry) ? entry : JSON.stringify(entry);
}
