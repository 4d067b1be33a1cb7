import type { Roadmap } from '../model/roadmap';
import type { Span } from '../model/span';
import { holds, namesIn } from './names';
import { itemsOf } from './outline';

/** The stretches around an offset, from a word to the whole file; each holds the one before and is longer. */
export function selectionsAround(roadmap: Roadmap, text: string, offset: number): readonly Span[] {
  const around = itemsOf(roadmap).filter(({ span }) => holds(span, offset));
  const fields = around.flatMap(({ fields: own }) =>
    [...own.values()].flatMap(({ key, value }) => [
      ...(key ? [key, { start: Math.min(key.start, value.start), end: Math.max(key.end, value.end) }] : []),
      value,
    ]),
  );
  const names = Array.from(namesIn(roadmap), ({ span }) => span);
  const all = [
    wordAt(text, offset),
    ...names,
    ...fields,
    ...around.map(({ span }) => span),
    { start: 0, end: text.length },
  ];
  const holding = all.filter((span) => holds(span, offset) && span.end > span.start && span.end <= text.length);
  const growing: Span[] = [];
  for (const span of holding.sort((a, b) => a.end - a.start - (b.end - b.start))) {
    const inner = growing.at(-1);
    if (
      !inner ||
      (span.start <= inner.start && inner.end <= span.end && span.end - span.start > inner.end - inner.start)
    ) {
      growing.push(span);
    }
  }
  return growing;
}

const LONGEST_WORD = 200;

function wordAt(text: string, offset: number): Span {
  const before = /[\p{L}\p{N}_]*$/u.exec(text.slice(Math.max(0, offset - LONGEST_WORD), offset))?.[0].length ?? 0;
  const after = /^[\p{L}\p{N}_]*/u.exec(text.slice(offset, offset + LONGEST_WORD))?.[0].length ?? 0;
  return { start: offset - before, end: offset + after };
}
