import { isSpan, type Span } from '../../model/span';

/** Every span in some values, each once, also where several of them share it. */
export function spansIn(values: readonly unknown[]): readonly Span[] {
  const spans = new Set<Span>();
  values.forEach((value) => collect(value, spans));
  return [...spans];
}

/**
 * Moves spans to where their text stands now. They are the same objects afterwards, so that everything that speaks of these
 * places (an item, its fields, a finding) moves along without being made again.
 */
export function moveSpans(spans: readonly Span[], by: number): void {
  for (const span of spans as readonly Moving[]) {
    span.start += by;
    span.end += by;
  }
}

/** Puts a span where another one is. */
export function moveTo(span: Span, place: Span): void {
  (span as Moving).start = place.start;
  (span as Moving).end = place.end;
}

/** Lets a span end elsewhere, because what stands in it is longer or shorter now. */
export function moveEnd(span: Span, end: number): void {
  (span as Moving).end = end;
}

type Moving = { -readonly [Key in keyof Span]: Span[Key] };

function collect(value: unknown, spans: Set<Span>): void {
  if (typeof value !== 'object' || value === null) {
    return;
  }
  if (isSpan(value)) {
    spans.add(value);
  }
  if (Array.isArray(value)) {
    for (const each of value) {
      collect(each, spans);
    }
  } else if (value instanceof Map) {
    for (const each of value.values()) {
      collect(each, spans);
    }
  } else {
    for (const key in value) {
      const each: unknown = (value as Record<string, unknown>)[key];
      if (typeof each === 'object') {
        collect(each, spans);
      }
    }
  }
}
