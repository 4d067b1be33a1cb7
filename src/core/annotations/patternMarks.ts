import { escapePattern } from '../ids/escapePattern';
import type { IdFinder } from '../ids/idFinder';
import type { Annotation, Certainty, Mention } from '../model/marks';
import type { Span } from '../model/span';
import { firstFrom } from './ascending';
import type { Comment } from './comments';
import type { OwnPatterns, PatternMatch } from './ownPatterns';
import type { TagSet } from './tags';

/** What patterns of a person's own find in one comment. */
export interface PatternMarks {
  /** Of matches without a tag, in order, never overlapping. */
  readonly mentions: readonly Mention[];
  /** Of matches with a tag, in order, never overlapping. */
  readonly annotations: readonly Annotation[];
}

export const NO_PATTERN_MARKS: PatternMarks = { mentions: [], annotations: [] };

/**
 * @param offsets where {@link placesOfIds} found what may be an ID: other lines are not looked at
 * @param certainty of the text
 */
export function patternMarksOf(
  text: string,
  comment: Comment,
  offsets: readonly number[],
  { patterns, finder, tags }: { readonly patterns: OwnPatterns; readonly finder: IdFinder; readonly tags: TagSet },
  certainty: Certainty,
): PatternMarks {
  const mentions: Mention[] = [];
  const annotations: Annotation[] = [];
  for (const line of linesHolding(comment, offsets)) {
    for (const match of patterns.find(text, line)) {
      const mention = mentionAt(text, match.id, finder, certainty);
      if (mention && !isExample(comment, match.id)) {
        if (match.tag) {
          annotations.push(annotationOf(text, line, match, match.tag, mention, tags, certainty));
        } else {
          mentions.push(mention);
        }
      }
    }
  }
  return { mentions: apart(mentions), annotations: apart(annotations) };
}

function isExample({ examples }: Comment, { start, end }: Span): boolean {
  const next = examples[firstFrom(examples, start + 1, (example) => example.end)];
  return next !== undefined && next.start < end;
}

/** Where a text may name an ID, whatever stands around it: there a pattern may say that it does. In order. */
export function placesOfIds(text: string, finder: IdFinder): number[] {
  let pattern = placePatterns.get(finder);
  if (!pattern) {
    const forms = finder.searchPatterns.map(
      ({ text: form, next }) => escapePattern(form) + (next === 'digit' ? '\\d' : ''),
    );
    pattern = new RegExp(forms.join('|') || '(?!)', 'g');
    placePatterns.set(finder, pattern);
  }
  const places: number[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    places.push(match.index);
  }
  return places;
}

const placePatterns = new WeakMap<IdFinder, RegExp>();

function linesHolding({ span, parts }: Comment, offsets: readonly number[]): Span[] {
  const lines: Span[] = [];
  let next = firstFrom(offsets, span.start, (offset) => offset);
  for (const part of (offsets[next] ?? span.end) < span.end ? parts : []) {
    while ((offsets[next] ?? Number.POSITIVE_INFINITY) < part.start) {
      next++;
    }
    if ((offsets[next] ?? Number.POSITIVE_INFINITY) < part.end) {
      lines.push(part);
    }
  }
  return lines;
}

/** undefined: the text is no ID that the roadmap's words make known, and so names nothing. */
function mentionAt(text: string, span: Span, finder: IdFinder, certainty: Certainty): Mention | undefined {
  const written = text.slice(span.start, span.end);
  const [mention, ...others] = finder.find(written);
  return mention?.written === written && others.length === 0
    ? { ...mention, span, certainty: certainty === 'probable' ? 'probable' : mention.certainty }
    : undefined;
}

function annotationOf(
  text: string,
  line: Span,
  match: PatternMatch,
  tagSpan: Span,
  mention: Mention,
  tags: TagSet,
  certainty: Certainty,
): Annotation {
  const name = text.slice(tagSpan.start, tagSpan.end).toUpperCase();
  const known = tags.tags.find((tag) => tag.name === name);
  const message = match.message ?? { start: Math.max(tagSpan.end, match.id.end), end: line.end };
  const words = text.slice(message.start, message.end);
  return {
    tag: name,
    kind: known?.kind ?? 'task',
    severity: known?.severity ?? 'information',
    span: {
      start: Math.min(tagSpan.start, match.id.start, message.start),
      end: Math.max(tagSpan.end, match.id.end, message.end),
    },
    tagSpan,
    message: (match.message ? words : words.replace(/^[\s\])}>:,;-]+/, '')).replace(/\s+/g, ' ').trim(),
    mentions: [mention],
    owner: undefined,
    until: undefined,
    priority: undefined,
    certainty,
  };
}

/** In order, without those that overlap one before: two patterns may find the same. */
function apart<T extends { readonly span: Span }>(found: readonly T[]): T[] {
  const kept: T[] = [];
  for (const mark of [...found].sort((a, b) => a.span.start - b.span.start)) {
    if (mark.span.start >= (kept.at(-1)?.span.end ?? 0)) {
      kept.push(mark);
    }
  }
  return kept;
}
