import type { IdFinder } from '../ids/idFinder';
import { LineTable } from '../model/lineTable';
import type { Annotation, Certainty, CodeSuppression, FileMarks, Mention, Reference } from '../model/marks';
import type { Span } from '../model/span';
import { annotationsOf } from './annotations';
import { firstFrom } from './ascending';
import { type Comment, findCommentsHolding, findCommentsInCells } from './comments';
import { enclosingNames, tellsEnclosing } from './enclosing/enclosing';
import { languageOf } from './languages/detect';
import { readNotebook } from './languages/notebook';
import type { OwnPatterns } from './ownPatterns';
import { NO_PATTERN_MARKS, patternMarksOf, placesOfIds } from './patternMarks';
import { referencesOf } from './references';
import { roleOf } from './roles';
import { placesOfSuppressions, suppressionsOf } from './suppressions';
import type { TagSet, TagWord } from './tags';

/** What is looked for. */
export interface ScanOptions {
  readonly finder: IdFinder;
  readonly tags: TagSet;
  /** undefined: a person has none of their own. */
  readonly patterns?: OwnPatterns | undefined;
}

const NO_LINES = LineTable.of('');

/**
 * Finds the annotations and references of one text, in time linear in its length and never throwing. A text that holds no
 * word of either is only searched, not read.
 *
 * @param path relative to the folder, separated by `/`; tells the language and whether it is a test or a document
 *
 * @implements WAY-11
 */
export function scanFile(path: string, whole: string, options: ScanOptions): FileMarks {
  const { finder, tags, patterns } = options;
  const notebook = path.endsWith('.ipynb') ? readNotebook(whole) : undefined;
  const text = notebook?.text ?? whole;
  const words = tags.find(text);
  const found = finder.find(text).filter(({ span, certainty }) => certainty === 'certain' || !isInName(text, span));
  const places = patterns && patterns.count > 0 ? placesOfIds(text, finder) : [];
  const ignored = placesOfSuppressions(text);
  const isAnything = words.length + found.length + places.length + ignored.length > 0;
  const language = isAnything ? languageOf(path, text) : undefined;
  if (!language) {
    return { path, annotations: [], references: [], lines: NO_LINES };
  }
  const certainty = language.guessed ? 'probable' : 'certain';
  const mentions = language.guessed ? found.map((mention): Mention => ({ ...mention, certainty })) : found;
  const offsets = offsetsOf(words, mentions, [...places, ...ignored]);
  const passed = tellsEnclosing(language) ? [] : undefined;
  const comments = notebook
    ? findCommentsInCells(notebook, offsets)
    : findCommentsHolding(text, language, offsets, passed);
  const isNotebook = notebook !== undefined;
  const marks = marksIn(comments, { path, text, isNotebook, words, mentions, places, certainty, ...options });
  const lines = linesOf(whole, marks);
  const names =
    passed && marks.comments.length > 0 ? enclosingNames(text, language, passed, marks.comments) : undefined;
  return { path, ...(names ? withEnclosing(marks, names) : marksOnly(marks)), lines };
}

/**
 * A slip within a path or a longer name with dashes is that name: `tickets/pay-12.html`, `pay-12-refunds`. Branches are called so
 * too, but files speak of documents.
 */
function isInName(text: string, { start, end }: Span): boolean {
  return (
    /[\p{L}_.~:/-]\/$/u.test(text.slice(Math.max(0, start - 2), start)) || /^-\p{L}/u.test(text.slice(end, end + 3))
  );
}

/** What was found in a text before it is known which of it stands in comments. */
interface Candidates extends ScanOptions {
  readonly path: string;
  readonly text: string;
  readonly isNotebook: boolean;
  readonly words: readonly TagWord[];
  readonly mentions: readonly Mention[];
  /** Where an own pattern may match. */
  readonly places: readonly number[];
  readonly certainty: Certainty;
}

interface Marks {
  readonly suppressions: readonly CodeSuppression[];
  readonly annotations: readonly Annotation[];
  readonly references: readonly Reference[];
  /** The comments that hold any of them. */
  readonly comments: readonly Span[];
}

function marksIn(comments: Iterable<Comment>, candidates: Candidates): Marks {
  const { path, text, isNotebook, words, mentions, places, certainty, finder, tags, patterns } = candidates;
  const annotations: Annotation[] = [];
  const references: Reference[] = [];
  const marked: Span[] = [];
  const suppressions: CodeSuppression[] = [];
  const nextWords = takeWithin(words, (word) => word);
  const nextMentions = takeWithin(mentions, (mention) => mention.span);
  const role = roleOf(path);
  for (const comment of comments) {
    const before = annotations.length + references.length;
    const ownWords = nextWords(comment);
    const plainMentions = nextMentions(comment);
    const byPattern = patterns
      ? patternMarksOf(text, comment, places, { patterns, finder, tags }, certainty)
      : NO_PATTERN_MARKS;
    const ownMentions = withFirst(byPattern.mentions, plainMentions, (mention) => mention.span);
    const plain = annotationsOf(text, comment, ownWords, ownMentions, certainty);
    const own = withFirst(byPattern.annotations, plain, (annotation) => annotation.span);
    annotations.push(...own);
    // The documents among the cells of a notebook are none of its code.
    const ownRole = isNotebook && comment.prose ? 'doc' : role;
    const asked = { role: ownRole, byPattern: new Set(byPattern.mentions) };
    references.push(...referencesOf(text, comment, ownMentions, own, asked));
    suppressions.push(...suppressionsOf(text, comment, ownMentions));
    if (annotations.length + references.length > before) {
      marked.push(comment.span);
    }
  }
  return { annotations, references, suppressions, comments: marked };
}

function marksOnly({ annotations, references, suppressions }: Marks): Omit<FileMarks, 'path' | 'lines'> {
  return { annotations, references, ...(suppressions.length > 0 && { suppressions }) };
}

/** @param names the function or class around each comment with marks, see {@link enclosingNames} */
function withEnclosing(marks: Marks, names: ReturnType<typeof enclosingNames>): Omit<FileMarks, 'path' | 'lines'> {
  const { annotations, references, comments } = marks;
  const within = (at: Span) => names[firstFrom(comments, at.start + 1, (comment) => comment.end)];
  return {
    ...marksOnly(marks),
    annotations: annotations.map((annotation) => annotationWithin(annotation, within(annotation.span))),
    references: references.map((reference) => referenceWithin(reference, within(reference.mention.span))),
  };
}

/**
 * Field by field: of what is made by a spread with a field more each object has a hidden class of its own on Node 20, and the
 * fields of thousands of such objects are read several times as slowly.
 */
function annotationWithin(annotation: Annotation, within: string | undefined): Annotation {
  const { tag, kind, severity, span, tagSpan, message, mentions, owner, until, priority, certainty } = annotation;
  return { tag, kind, severity, span, tagSpan, message, mentions, owner, until, priority, certainty, within };
}

function referenceWithin({ mention, role, via }: Reference, within: string | undefined): Reference {
  return { mention, role, via, within };
}

function offsetsOf(words: readonly TagWord[], mentions: readonly Mention[], places: readonly number[]): number[] {
  const starts = [...words.map((word) => word.start), ...mentions.map((mention) => mention.span.start)];
  return [...starts, ...places].sort((a, b) => a - b);
}

/** All of both in order, without those of the second that overlap one of the first. */
function withFirst<T>(first: readonly T[], second: readonly T[], spanOf: (item: T) => Span): readonly T[] {
  if (first.length === 0) {
    return second;
  }
  const others = second.filter((item) => {
    const { start, end } = spanOf(item);
    const near = first[firstFrom(first, start + 1, (other) => spanOf(other).end)];
    return near === undefined || spanOf(near).start >= end;
  });
  return [...first, ...others].sort((a, b) => spanOf(a).start - spanOf(b).start);
}

/** Hands out, comment by comment, what lies in its lines and outside of its examples; both are walked through once. */
function takeWithin<T>(items: readonly T[], spanOf: (item: T) => Span): (comment: Comment) => T[] {
  let next = 0;
  return ({ span, parts, examples }) => {
    const taken: T[] = [];
    let part = 0;
    let example = 0;
    for (; next < items.length; next++) {
      const item = items[next];
      const at = item === undefined ? undefined : spanOf(item);
      if (item === undefined || at === undefined || at.start >= span.end) {
        break;
      }
      part = firstEndingFrom(parts, part, at.end);
      example = firstEndingFrom(examples, example, at.end);
      if (
        (parts[part]?.start ?? Number.POSITIVE_INFINITY) <= at.start &&
        !((examples[example]?.start ?? at.end) < at.end)
      ) {
        taken.push(item);
      }
    }
    return taken;
  };
}

function firstEndingFrom(spans: readonly Span[], from: number, end: number): number {
  let index = from;
  while (index < spans.length && (spans[index]?.end ?? 0) < end) {
    index++;
  }
  return index;
}

/** Only the lines that are asked for, so that the marks of thousands of files are cheap to hold. */
function linesOf(text: string, { annotations, references, suppressions }: Marks): LineTable {
  if (annotations.length + references.length + suppressions.length === 0) {
    return NO_LINES;
  }
  const spans = [
    ...annotations.flatMap(({ span, tagSpan, until, mentions }) => [
      span,
      tagSpan,
      ...(until ? [until.span] : []),
      ...mentions.map((mention) => mention.span),
    ]),
    ...references.map(({ mention }) => mention.span),
    ...suppressions.flatMap(({ span, rules }) => [span, ...rules.map((rule) => rule.span)]),
  ];
  return LineTable.of(text).keepOnly(spans.flatMap(({ start, end }) => [start, end]));
}
