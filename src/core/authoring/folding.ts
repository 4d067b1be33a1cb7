import type { Roadmap } from '../model/roadmap';
import type { Span } from '../model/span';
import { lineAfter, lineAt, skipBlanks, type TextLine } from './textLines';
import { itemsOf } from './outline';

/** A stretch of lines that can be folded away behind its first one; numbers of lines, both included. */
export interface Fold {
  readonly first: number;
  readonly last: number;
  readonly isComment: boolean;
}

/** What can be folded in YAML: whatever is indented below a line, and comments of several lines. Linear in the text. */
export function foldsOfYaml(text: string): readonly Fold[] {
  const folds: Fold[] = [];
  /** Lines that may hold what follows, each indented deeper than the one before. */
  const open: { line: number; indent: number; isDash: boolean }[] = [];
  let number = 0;
  let lastWords = -1;
  let comment: number | undefined;
  const closeComment = (end: number) => {
    if (comment !== undefined && end > comment) {
      folds.push({ first: comment, last: end, isComment: true });
    }
    comment = undefined;
  };
  for (const line of linesOf(text)) {
    const content = skipBlanks(text, line.start, line.end);
    const isComment = text[content] === '#' && content < line.end;
    if (isComment) {
      comment ??= number;
    } else {
      closeComment(number - 1);
    }
    if (content < line.end && !isComment) {
      const indent = content - line.start;
      const isDash = text[content] === '-' && /^-(?:\s|$)/.test(text.slice(content, content + 2));
      for (let top = open.at(-1); top && !isInside(top, indent, isDash); top = open.at(-1)) {
        open.pop();
        if (lastWords > top.line) {
          folds.push({ first: top.line, last: lastWords, isComment: false });
        }
      }
      open.push({ line: number, indent, isDash });
      lastWords = number;
    }
    number++;
  }
  closeComment(number - 1);
  for (const { line } of open) {
    if (lastWords > line) {
      folds.push({ first: line, last: lastWords, isComment: false });
    }
  }
  return folds.sort((a, b) => a.first - b.first);
}

/** A list may stand as deep as the key that holds it. */
function isInside(top: { indent: number; isDash: boolean }, indent: number, isDash: boolean): boolean {
  return indent > top.indent || (indent === top.indent && isDash && !top.isDash);
}

/** The spans of the items that have several lines: what Markdown can fold. */
export function itemSpans(roadmap: Roadmap): readonly Span[] {
  return itemsOf(roadmap).map(({ span }) => span);
}

function* linesOf(text: string): Generator<TextLine> {
  const within = { start: 0, end: text.length };
  for (let line: TextLine | undefined = lineAt(text, 0, within); line; line = lineAfter(text, line, within)) {
    yield line;
  }
}
