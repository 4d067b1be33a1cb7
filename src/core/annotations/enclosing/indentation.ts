import type { Span } from '../../model/span';
import { endOfPassed, type Passed } from './passed';

/** How a language whose blocks are indented says what they are. */
export interface IndentShape {
  /** At the first letter of a line; has the group `name`. */
  readonly declares: RegExp;
  /** A line that goes on with what is above it, although it is indented no further. */
  readonly continues: RegExp;
  /** What may stand between a comment and the declaration that it is written above. */
  readonly decorates?: RegExp;
  /** How a comment begins that can be written above a declaration. */
  readonly commentSign: string;
}

export const PYTHON_SHAPE: IndentShape = {
  declares: /(?:async[ \t]+)?(?:def|class)[ \t]+(?<name>\w+)/y,
  continues: /[)\]}]/y,
  decorates: /@/y,
  commentSign: '#',
};

export const RUBY_SHAPE: IndentShape = {
  declares:
    /(?:(?:private|protected|public|private_class_method|memoize)[ \t]+)?(?:class|module|def)[ \t]+(?:self\.)?(?<name>(?!<<)[\w:]+[?!=]?)/y,
  continues: /[)\]}]|(?:rescue|ensure|else|elsif|when|in|private|protected|public)\b/y,
  commentSign: '#',
};

export const ELIXIR_SHAPE: IndentShape = {
  declares: /(?:defmodule|defprotocol|defimpl|defmacrop?|defp?)[ \t]+(?<name>[\w.]+[?!]?)/y,
  continues: /[)\]}]|(?:rescue|after|catch|else)\b/y,
  decorates: /@/y,
  commentSign: '#',
};

export const LUA_SHAPE: IndentShape = {
  declares: /(?:local[ \t]+)?(?:function[ \t]+(?<name>[\w.:]+)|(?<assigned>[\w.]+)[ \t]*=[ \t]*function\b)/y,
  continues: /[)\]}]|(?:else|elseif)\b/y,
  commentSign: '-',
};

interface Block {
  readonly indent: number;
  readonly name: string;
}

const MOST_NAMES = 4;
const TAB = 8;

/**
 * As `namesByBraces`, from the indentation alone. Where the code is not indented as people indent it, nothing is said.
 */
export function namesByIndentation(
  text: string,
  passed: Passed,
  comments: readonly Span[],
  shape: IndentShape,
): (string | undefined)[] {
  const names: (string | undefined)[] = comments.map(() => undefined);
  let blocks: Block[] = [];
  let next = 0;
  for (let start = 0; start < text.length && next < comments.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const { at, indent } = firstLetter(text, start, end);
    const startsInside = endOfPassed(passed, start);
    if (startsInside === undefined && at < end && endOfPassed(passed, at) === undefined) {
      blocks = afterLine(text, at, indent, blocks, shape);
    }
    for (; next < comments.length && (comments[next]?.start ?? 0) <= end; next++) {
      const comment = comments[next];
      if (comment) {
        const ownLine = comment.start === at;
        const around = ownLine ? blocks.filter((block) => block.indent < indent) : blocks;
        const own = ownLine ? nameBelow(text, comment, indent, passed, shape) : undefined;
        const all = [...around.map(({ name }) => name), ...(own === undefined ? [] : [own])];
        names[next] = all.length === 0 ? undefined : all.slice(-MOST_NAMES).join('.');
      }
    }
    start = end + 1;
  }
  return names;
}

function firstLetter(text: string, start: number, end: number): { readonly at: number; readonly indent: number } {
  let indent = 0;
  let at = start;
  for (; at < end; at++) {
    const letter = text.charAt(at);
    if (letter === '\t') {
      indent += TAB - (indent % TAB);
    } else if (letter === ' ') {
      indent++;
    } else {
      break;
    }
  }
  return { at: text.charAt(at) === '\r' ? end : at, indent };
}

/** The blocks that are open behind a line of code, which may end some and begin one. */
function afterLine(text: string, at: number, indent: number, blocks: Block[], shape: IndentShape): Block[] {
  if (matches(shape.continues, text, at)) {
    return blocks;
  }
  const name = nameAt(text, at, shape);
  const last = blocks.at(-1);
  if (name === undefined && (last === undefined || last.indent < indent)) {
    return blocks;
  }
  const open = blocks.filter((block) => block.indent < indent);
  return name === undefined ? open : [...open, { indent, name }];
}

function matches(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

function nameAt(text: string, at: number, { declares }: IndentShape): string | undefined {
  declares.lastIndex = at;
  const { name, assigned } = declares.exec(text)?.groups ?? {};
  return (name ?? assigned)?.replace(/::?/g, '.');
}

const FARTHEST_LINES = 20;

/** The name that the next line of code declares, where no empty line comes between and it is indented alike. */
function nameBelow(
  text: string,
  comment: Span,
  indent: number,
  passed: Passed,
  shape: IndentShape,
): string | undefined {
  if (!text.startsWith(shape.commentSign, comment.start)) {
    return undefined;
  }
  let start = text.indexOf('\n', comment.end) + 1;
  for (let lines = 0; start > 0 && start < text.length && lines < FARTHEST_LINES; lines++) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const line = firstLetter(text, start, end);
    if (line.at >= end) {
      return undefined;
    }
    const isComment = endOfPassed(passed, line.at) !== undefined;
    if (!isComment && !(shape.decorates && matches(shape.decorates, text, line.at))) {
      return line.indent === indent ? nameAt(text, line.at, shape) : undefined;
    }
    start = newline + 1;
  }
  return undefined;
}
