import { endOfLine } from '../../model/lineEnds';
import type { WorkItem } from '../../model/roadmap';
import type { Scene } from '../scene';
import { insertion, type TextChange } from '../textChange';
import { lineBreakAfter } from '../lineBreak';
import type { Ways } from '../writer';

/** Ways to tick a criterion of a list, or of a block of fields, or to take the tick away. */
export function* waysToTickCriterion({ text }: Scene, { acceptance }: WorkItem, index: number, done: boolean): Ways {
  const span = acceptance[index]?.span;
  if (!span) {
    return;
  }
  const line = text.slice(span.start, endOfLine(text, span.start));
  const [, sign = '', box] = /^([ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]+)(\[[ xX]\](?=\s|$))?/.exec(line) ?? [];
  const at = span.start + sign.length;
  if (box !== undefined) {
    yield [{ span: { start: at + 1, end: at + 2 }, text: done ? 'x' : ' ' }];
  } else if (sign !== '') {
    yield [insertion(at, done ? '[x] ' : '[ ] ')];
  }
  yield* waysToSetDone(text, text.slice(span.start, span.end), span.start, done);
}

/** In a block of fields: `{ text: Twice is once, done: true }`, or words that have no state yet. */
function* waysToSetDone(
  text: string,
  criterion: string,
  start: number,
  done: boolean,
): Iterable<readonly TextChange[]> {
  const state = /(["']?(?:done|met|checked|complete|completed|passed)["']?[ \t]*:[ \t]*)(["']?[\w]+["']?)/i.exec(
    criterion,
  );
  if (state) {
    const from = start + state.index + (state[1]?.length ?? 0);
    yield [{ span: { start: from, end: from + (state[2]?.length ?? 0) }, text: String(done) }];
  } else if (!/[\r\n]/.test(criterion)) {
    const end = start + criterion.length;
    yield [insertion(start, '{ text: '), insertion(end, `, done: ${done} }`)];
  }
  const lineEnd = endOfLine(text, start);
  const indent = /[^\r\n]*$/.exec(text.slice(Math.max(0, start - 200), start))?.[0].replace(/\S/g, ' ') ?? '';
  yield [insertion(lineEnd, `${lineBreakAfter(text, start)}${indent}done: ${done}`)];
}
