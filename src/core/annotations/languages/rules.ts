import { endOfLine } from '../../model/lineEnds';
import { escapePattern } from '../../ids/escapePattern';
import type { Body, Grammar, Rule } from './grammar';

/** A language that is read in one way throughout, in which no token holds code. */
export function grammar(...code: readonly Rule[]): Grammar {
  return { modes: { code } };
}

/** A comment from its sign to the end of the line. `sign` is RegExp source. */
export function lineComment(sign: string): Rule {
  return { open: sign, end: endOfLine, comment: { style: 'line' } };
}

/** A comment that has its line to itself but for white space before. `sign` is RegExp source. */
export function ownLineComment(sign: string): Rule {
  return lineComment(`${sign}(?<=^[ \\t]{0,200}${sign})`);
}

/** A comment between two signs that does not nest. `open` is RegExp source, `close` is plain text. */
export function blockComment(open: string, close: string): Rule {
  return { open, end: (text, inside) => endAt(text, inside, close), comment: { style: 'block', close } };
}

/** A comment that may hold further ones. Both signs are plain text. */
export function nestedComment(open: string, close: string): Rule {
  const signs = new RegExp(`${escapePattern(open)}|${escapePattern(close)}`, 'g');
  const end = (text: string, inside: number) => {
    let depth = 1;
    signs.lastIndex = inside;
    for (let sign = signs.exec(text); sign; sign = signs.exec(text)) {
      depth += sign[0] === open ? 1 : -1;
      if (depth === 0) {
        return signs.lastIndex;
      }
    }
    return text.length;
  };
  return { open: escapePattern(open), end, comment: { style: 'block', close } };
}

/** How the text of a quoted token ends. */
interface QuoteOptions {
  /** RegExp source of the opening where it is more than the quote. */
  readonly opens?: string;
  /** The letter that takes the meaning from the next one; default `\`, empty for none. */
  readonly escape?: string;
  /** Default: the token ends with its line at the latest, so that a lost quote harms one line only. */
  readonly multiline?: boolean;
  /** A doubled quote does not end the token; only needed where `opens` keeps the second one from opening a token. */
  readonly doubled?: boolean;
}

/** A token between two equal quotes of one letter. A doubled quote mostly needs no option: it reads as two tokens. */
export function quoted(quote: string, options: QuoteOptions = {}): Rule {
  const { opens = escapePattern(quote), escape = '\\', multiline = false, doubled = false } = options;
  return {
    open: opens,
    end(text, inside) {
      const close = (from: number) => endOfQuoted(text, from, quote, escape, multiline);
      let end = close(inside);
      if (doubled) {
        while (text.charAt(end) === quote) {
          end = close(end + 1);
        }
      }
      return end;
    },
  };
}

function endOfQuoted(text: string, inside: number, quote: string, escape: string, multiline: boolean): number {
  const quoteCode = quote.charCodeAt(0);
  const escapeCode = escape === '' ? -1 : escape.charCodeAt(0);
  for (let at = inside; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quoteCode) {
      return at + 1;
    }
    if (code === escapeCode) {
      at++;
    } else if (!multiline && (code === LINE_FEED || code === CARRIAGE_RETURN)) {
      return at;
    }
  }
  return text.length;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** A token from `open` (RegExp source) to `close` (plain text); letters behind a `\` do not close it. */
export function longQuoted(open: string, close: string, escaped = true): Rule {
  if (!escaped) {
    return { open, end: (text, inside) => endAt(text, inside, close) };
  }
  const stop = new RegExp(`\\\\[^]|${escapePattern(close)}`, 'g');
  const end = (text: string, inside: number) => {
    stop.lastIndex = inside;
    for (let match = stop.exec(text); match; match = stop.exec(text)) {
      if (match[0] === close) {
        return stop.lastIndex;
      }
    }
    return text.length;
  };
  return { open, end };
}

/** A token that is wholly described by a pattern, and is no comment. */
export function token(pattern: string): Rule {
  return { open: pattern };
}

/** The rules of a mode in which a string is read that can hold code; `codeStart` is RegExp source. */
export function interpolating(close: string, codeStart: string, options: { readonly multiline: boolean }): Rule[] {
  const rules: Rule[] = [
    { open: codeStart, enter: 'braces' },
    { open: '\\\\[^]' },
    { open: escapePattern(close), leave: true },
  ];
  return options.multiline ? rules : [...rules, { open: '(?=[\\r\\n])', leave: true }];
}

/** Code between brackets inside a string: left by the bracket that closes it. */
export function bracketed(code: readonly Rule[], open = '{', close = '}'): Rule[] {
  return [...code, { open: escapePattern(open), bracket: 'open' }, { open: escapePattern(close), bracket: 'close' }];
}

/** Everything from the opening letters to the end of the text. */
export function restOfText(open: string): Rule {
  return { open, end: (text) => text.length };
}

/**
 * What announces a here-document. `open` is RegExp source; `pattern` is tried where it matched and has the group `word`, and
 * `mark` for what lets the closing word be indented.
 */
export function heredoc(open: string, pattern: RegExp, indented: boolean | 'marked'): Rule {
  const opening = new RegExp(pattern.source, 'y');
  return {
    open,
    body(text, _inside, index) {
      opening.lastIndex = index;
      const { word, mark } = opening.exec(text)?.groups ?? {};
      return heredocBody(word, indented === 'marked' ? mark !== undefined : indented, '[ \\t]*\\r?$');
    },
  };
}

/** A pattern may not grow with the text. */
const LONGEST_WORD = 100;

/** Ends with a line of just the word; `after` is RegExp source of what may follow it. */
export function heredocBody(word: string | undefined, indented: boolean, after: string): Body | undefined {
  if (word === undefined || word.length > LONGEST_WORD) {
    return undefined;
  }
  return {
    key: word,
    endFrom(text, from) {
      const last = new RegExp(`\\n${indented ? '[ \\t]*' : ''}${escapePattern(word)}${after}`, 'gmu');
      last.lastIndex = from;
      return last.exec(text) ? last.lastIndex : undefined;
    },
  };
}

export function endAt(text: string, from: number, close: string): number {
  const at = text.indexOf(close, from);
  return at === -1 ? text.length : at + close.length;
}
