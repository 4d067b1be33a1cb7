import type { Span } from '../model/span';
import type { Step } from './structure';
import { lineAfter, lineAt, lineBefore, skipBlanks, type TextLine } from './textLines';
import { readYamlLine, type YamlLine } from './yamlLine';

/** One step of the way that leads to a place, and what stands behind it on its own line. */
export interface WayStep {
  /** undefined: a bracket that stands alone on its line, which may enclose all below it. */
  readonly step: Step | undefined;
  /** Of the key, dash or bracket. */
  readonly column: number;
  /** Where that which stands behind it begins; the line's end when nothing does. */
  readonly value: number;
  readonly line: YamlLine;
}

/** What leads to a column of a line, from the top of the file: of the lines above each that is indented less than all between. */
export function wayTo(text: string, within: Span, line: YamlLine, column: number): readonly WayStep[] {
  const steps: WayStep[] = [];
  let need = column;
  let isEntry = false;
  const enter = (entered: WayStep) => {
    steps.push(entered);
    need = entered.column;
    isEntry = entered.step === 'entry';
  };
  for (const dash of line.dashes.toReversed()) {
    enter({ step: 'entry', column: dash - line.start, value: line.end, line });
  }
  for (const above of linesAbove(text, line, within, () => need)) {
    if (need === 0 && !isEntry) {
      break;
    }
    const indent = indentOf(text, above);
    // Beside the place, only the key of a list whose dashes stand as deep as itself leads to it.
    if (indent > need || (indent === need && !(isEntry && text[above.start + indent] !== '-'))) {
      continue;
    }
    const parts = readYamlLine(text, above);
    const content = parts.content - parts.start;
    if (parts.key && (content < need || (content === need && isEntry))) {
      enter({ step: { key: parts.key.text }, column: content, value: parts.value, line: parts });
    } else if (parts.dashes.length === 0 && content < need && '[{'.includes(text[parts.content] ?? ' ')) {
      enter({ step: undefined, column: content, value: parts.content, line: parts });
    }
    for (const dash of parts.dashes.toReversed()) {
      if (dash - parts.start < need) {
        enter({ step: 'entry', column: dash - parts.start, value: parts.key ? parts.end : parts.content, line: parts });
      }
    }
  }
  return steps.toReversed();
}

/** The other lines of the mapping whose keys stand in this column; behind a dash it begins, so nothing above is part of it. */
export function keysBeside(text: string, within: Span, line: YamlLine, column: number): string[] {
  const keys: string[] = [];
  const collect = (lines: Iterable<TextLine>) => {
    for (const other of lines) {
      const indent = indentOf(text, other);
      const parts = indent <= column ? readYamlLine(text, other) : undefined;
      if (parts?.key && parts.content - parts.start === column) {
        keys.push(parts.key.text);
      }
      if (indent < column) {
        return;
      }
    }
  };
  if (line.dashes.length === 0) {
    collect(linesAbove(text, line, within, () => column));
  }
  collect(untilLess(text, linesBelow(text, line, within), column));
  return keys;
}

/** The words of the other entries of the list whose dashes stand in this column. */
export function entriesBeside(text: string, within: Span, line: TextLine, column: number): string[] {
  const entries: string[] = [];
  const collect = (lines: Iterable<TextLine>) => {
    for (const other of untilLess(text, lines, column)) {
      if (indentOf(text, other) === column) {
        const parts = readYamlLine(text, other);
        if (parts.dashes.length === 0) {
          return;
        }
        entries.push(text.slice(parts.content, parts.comment));
      }
    }
  };
  collect(linesAbove(text, line, within, () => column));
  collect(linesBelow(text, line, within));
  return entries;
}

function* untilLess(text: string, lines: Iterable<TextLine>, column: number): Iterable<TextLine> {
  for (const line of lines) {
    if (indentOf(text, line) < column) {
      return;
    }
    yield line;
  }
}

/**
 * Upwards, without blank lines and comments, up to where the document begins.
 *
 * @param deepest asked again for each line: lines that are indented deeper are passed by, which is most of what lies above a
 * place in a long file
 */
function* linesAbove(text: string, from: TextLine, within: Span, deepest: () => number): Iterable<TextLine> {
  let deeper = '';
  for (let line = lineBefore(text, from, within); line; line = lineBefore(text, line, within)) {
    deeper = deeper.length === deepest() + 1 ? deeper : ' '.repeat(deepest() + 1);
    let { start } = line;
    while (start > within.start && text.startsWith(deeper, start)) {
      start = start < 2 ? within.start : Math.max(within.start, text.lastIndexOf('\n', start - 2) + 1);
    }
    line = start === line.start ? line : lineAt(text, start, within);
    if (isDocumentMark(text, line)) {
      return;
    }
    if (hasWords(text, line)) {
      yield line;
    }
  }
}

function* linesBelow(text: string, from: TextLine, within: Span): Iterable<TextLine> {
  for (let line = lineAfter(text, from, within); line; line = lineAfter(text, line, within)) {
    if (isDocumentMark(text, line)) {
      return;
    }
    if (hasWords(text, line)) {
      yield line;
    }
  }
}

function indentOf(text: string, line: TextLine): number {
  return skipBlanks(text, line.start, line.end) - line.start;
}

function hasWords(text: string, line: TextLine): boolean {
  const content = skipBlanks(text, line.start, line.end);
  return content < line.end && text[content] !== '#';
}

function isDocumentMark(text: string, { start, end }: TextLine): boolean {
  const mark = end - start >= 3 ? text.slice(start, start + 3) : '';
  return (mark === '---' || mark === '...') && (end - start === 3 || /\s/.test(text[start + 3] ?? ''));
}
