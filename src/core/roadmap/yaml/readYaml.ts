import type { ReadContext } from '../readContext';
import type { ValueNode } from '../valueNode';
import { readBlocks } from './blocks';
import { withoutConflicts } from '../conflicts';
import { readWithLibrary } from './library';

/**
 * Reads the YAML in `context.text` between two offsets. Nearly all of a roadmap is lines of `key: value`, which are read line by
 * line; what is more than that goes to the library, piece by piece. So a large file is quick, and a mistake costs its own piece
 * only. undefined: there is nothing but space and comments.
 */
export function readYamlValues(context: ReadContext, start: number, end: number): ValueNode | undefined {
  const whole = withoutConflicts(context, context.text.slice(start, end), start);
  // Many files start with the mark of a document, which says nothing where there is only one.
  const mark = /^(?:[ \t]*(?:#.*)?\r?\n)*---[ \t]*\r?\n/.exec(whole)?.[0].length ?? 0;
  const source = whole.slice(mark);
  if (isReadByLine(source)) {
    return readBlocks(context, source, start + mark);
  }
  const { value, isBroken, problems } = readWithLibrary(context, whole, start);
  if (!isBroken) {
    context.problems.push(...problems);
    return value;
  }
  return readBlocks(context, withoutMarks(whole), start);
}

/** Marks of documents and lone carriage returns as what they mean here: nothing, and the end of a line. */
function withoutMarks(source: string): string {
  return source
    .replace(/\r(?!\n)/g, '\n')
    .replace(/^(?:---(?=[ \t\r\n]|$)|\.\.\.[ \t]*$|%(?:YAML|TAG) .*$)/gm, (mark) => ' '.repeat(mark.length));
}

/**
 * Whether no piece of the text means something in another: no anchors, no tags, no borders of documents, no keys
 * on lines of their own. Files that start with a bracket
 * are for the library too.
 */
export function isReadByLine(source: string): boolean {
  return (
    !(source.includes('&') && /(?:^|[[{,:-])[ \t]*&[^\s,[\]{}&]/m.test(source)) &&
    !/^(?:---|\.\.\.|%)/m.test(source) &&
    !/^\s*[[{]/.test(source) &&
    !/^[ \t]*(?:- +)*[?:](?:\s|$)/m.test(source) &&
    !(source.includes('!') && /(?:^[ \t]*|[:[{,-][ \t]+)!/m.test(source)) &&
    !/\r(?!\n)/.test(source)
  );
}
