import type { Annotation, Certainty, Mention } from '../model/marks';
import type { Span } from '../model/span';
import { mentionsWithin } from './ascending';
import type { Comment } from './comments';
import { plainMessage, readHeader } from './header';
import { isTag } from './tagPosition';
import type { TagWord } from './tags';
import { untilWithin } from './until';

/** Reads the annotations of one comment. `words` and `mentions` are the comment's own, in order. */
export function annotationsOf(
  text: string,
  comment: Comment,
  words: readonly TagWord[],
  mentions: readonly Mention[],
  certainty: Certainty,
): Annotation[] {
  const tags = tagsOf(text, comment, words);
  return tags.flatMap((tag, index) => read(text, comment, tag, tags[index + 1], mentions, certainty) ?? []);
}

interface PlacedTag {
  readonly word: TagWord;
  /** Index of the line of the comment. */
  readonly line: number;
  readonly part: Span;
}

function tagsOf(text: string, comment: Comment, words: readonly TagWord[]): PlacedTag[] {
  const tags: PlacedTag[] = [];
  let line = 0;
  for (const word of words) {
    while (line < comment.parts.length - 1 && (comment.parts[line]?.end ?? 0) < word.end) {
      line++;
    }
    const part = comment.parts[line];
    if (part && part.start <= word.start && word.end <= part.end && isTag(text, word, part, comment)) {
      tags.push({ word, line, part });
    }
  }
  return tags;
}

function read(
  text: string,
  comment: Comment,
  { word, line, part }: PlacedTag,
  next: PlacedTag | undefined,
  mentions: readonly Mention[],
  certainty: Certainty,
): Annotation | undefined {
  const lineEnd = Math.min(
    suppressionBehind(text, word.end, Math.min(part.end, next?.word.start ?? part.end)) ?? part.end,
    next?.word.start ?? part.end,
    closingBracket(text, word, part) ?? part.end,
  );
  const header = readHeader(text, word.end, lineEnd, mentionsWithin(mentions, word.end, lineEnd));
  const first = trimEnd(text, { start: header.end, end: lineEnd }, next?.line === line);
  const item = !comment.prose && first.start === first.end ? itemBelow(text, comment, line, next) : undefined;
  const parts = [first, ...(item ? [item] : [])];
  if (lineEnd === part.end) {
    parts.push(...followingLines(text, comment, item ? line + 1 : line, next));
  }
  const end = parts.findLast((stretch) => stretch.end > stretch.start)?.end ?? header.end;
  const own = mentionsWithin(mentions, word.end, end);
  const until = header.until ?? untilWithin(text, parts, own);
  const named = own.filter(({ span }) => !isWithin(span, until?.span));
  const message = plainMessage(text, parts, named, { remarks: header.remarks, until });
  if (comment.prose && message === '' && named.length === 0) {
    return undefined;
  }
  return {
    tag: word.tag.name,
    kind: word.tag.kind,
    severity: word.tag.severity,
    span: { start: word.start, end },
    tagSpan: { start: word.start, end: word.end },
    message,
    mentions: [...named].sort(certainFirst),
    owner: header.owner,
    until,
    priority: header.priority,
    certainty,
  };
}

/** A comment that accepts a finding may stand behind an annotation, which ends where it begins. */
function suppressionBehind(text: string, start: number, end: number): number | undefined {
  const at = text.slice(start, Math.min(end, start + FARTHEST_BRACKET)).search(/\swaymark-ignore(?:-file)?\s+WM\d/);
  return at < 0 ? undefined : start + at;
}

const FARTHEST_BRACKET = 1_000;

/** `… (TODO: round up) …`: a tag behind a bracket has its message inside of it. */
function closingBracket(text: string, word: TagWord, part: Span): number | undefined {
  const close = { '(': ')', '[': ']', '{': '}' }[text.charAt(word.start - 1)];
  if (close === undefined) {
    return undefined;
  }
  let depth = 1;
  for (let at = word.end; at < Math.min(part.end, word.end + FARTHEST_BRACKET); at++) {
    const letter = text.charAt(at);
    if (letter === text.charAt(word.start - 1)) {
      depth++;
    } else if (letter === close && --depth === 0) {
      // `[TODO] message` and `(TODO) message` have it behind the bracket.
      return at === word.end ? undefined : at;
    }
  }
  return undefined;
}

/** A message of more lines than this is something else, commented-out code for one. */
const MOST_LINES = 12;

function followingLines(text: string, comment: Comment, line: number, next: PlacedTag | undefined): Span[] {
  const lines: Span[] = [];
  for (const part of comment.parts.slice(line + 1, line + MOST_LINES)) {
    const tag = next && next.word.start < part.end ? next : undefined;
    const stretch = tag ? trimEnd(text, { start: part.start, end: tag.word.start }, true) : part;
    if (endsMessage(text.slice(stretch.start, stretch.end))) {
      break;
    }
    lines.push(stretch);
    if (tag) {
      break;
    }
  }
  return lines;
}

const BULLET = /^(?:[-*+•]|\d{1,3}[.)])\s+(?=[\p{L}\p{N}])/u;

/** `TODO:` alone above a list: its first item says what it is about. */
function itemBelow(text: string, comment: Comment, line: number, next: PlacedTag | undefined): Span | undefined {
  const part = comment.parts[line + 1];
  if (!part || next?.line === line || next?.line === line + 1) {
    return undefined;
  }
  const bullet = BULLET.exec(text.slice(part.start, part.end))?.[0];
  return bullet === undefined ? undefined : { start: part.start + bullet.length, end: part.end };
}

/** A blank or drawn line, an item of a list, a doc tag, a block of markup, an example, code. */
function endsMessage(line: string): boolean {
  return (
    !/[\p{L}\p{N}]/u.test(line) ||
    /^(?:waymark-ignore|[-*+•]\s|\d{1,3}[.)]\s|[@\\:]\p{L}|<\/?\p{L}|\[\p{L}+->|`{3})/u.test(line) ||
    /[;{}(]$|^['"`].*,$/.test(line)
  );
}

/** Cuts white space; before another tag also the bullet or bracket that leads to it. */
function trimEnd(text: string, { start, end }: Span, beforeTag: boolean): Span {
  const cut = beforeTag ? /[\s([{*@#•-]/ : /\s/;
  let last = Math.max(start, end);
  while (last > start && cut.test(text.charAt(last - 1))) {
    last--;
  }
  return { start, end: last };
}

function isWithin(inner: Span, outer: Span | undefined): boolean {
  return outer !== undefined && outer.start <= inner.start && inner.end <= outer.end;
}

function certainFirst(a: Mention, b: Mention): number {
  return Number(a.certainty === 'probable') - Number(b.certainty === 'probable');
}
