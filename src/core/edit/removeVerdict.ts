import type { Verdict } from '../model/roadmap';
import { endOfLine, startOfLine } from '../model/lineEnds';
import { deletion, type TextChange } from './textChange';
import { type ItemContext, verdictField, withQuotes } from './verdictField';

/** Ways to take a verdict out of its item, the nicest first. Which of them is right, reading the result tells. */
export function* waysToRemove(context: ItemContext, verdict: Verdict): Iterable<readonly TextChange[]> {
  const { text, format } = context;
  const { start, end } = withQuotes(text, verdict);
  const value = verdictField(context, verdict.accepted)?.value ?? { start, end };
  const commaBehind = /^\s*,[ \t]*/.exec(text.slice(end, value.end))?.[0].length;
  if (commaBehind !== undefined) {
    yield [deletion(start, end + commaBehind)];
  }
  const commaBefore = /,\s*$/.exec(text.slice(value.start, start))?.[0].length;
  if (commaBefore !== undefined) {
    yield [deletion(start - commaBefore, end)];
  }
  if (format === 'markdown') {
    yield* waysToRemoveNote(context, verdict);
    return;
  }
  if (text.charAt(value.start) === '-') {
    const lineBreak = /^(?:\r\n|\r|\n)/.exec(text.slice(endOfLine(text, end)))?.[0].length ?? 0;
    yield [deletion(startOfLine(text, start), endOfLine(text, end) + lineBreak)];
  }
  yield [text.charAt(value.start) === '[' ? deletion(start, end) : { span: { start, end }, text: '[]' }];
}

/** The only entry goes with its name and with the marks around it. */
function* waysToRemoveNote(context: ItemContext, verdict: Verdict): Iterable<readonly TextChange[]> {
  const { text } = context;
  const field = verdictField(context, verdict.accepted);
  const start = field?.key?.start ?? verdict.span.start;
  const end = field?.value.end ?? verdict.span.end;
  const from = startOfLine(text, start);
  const before = text.slice(from, start);
  const behind = text.slice(end, endOfLine(text, end));
  for (const [open, close] of [
    [/[ \t]*[`(]\s*$/, /^\s*[`)]/],
    [/,\s*$/, /^/],
    [/$/, /^\s*,\s*/],
  ] as const) {
    const left = open.exec(before);
    const right = close.exec(behind);
    if (left && right) {
      yield [deletion(from + left.index, end + right[0].length)];
    }
  }
}
