/** Where a comment's own words lie in a text, and how it was written. */
export interface RawComment {
  readonly start: number;
  readonly end: number;
  /** Behind the opening sign. */
  readonly innerStart: number;
  /** Before the closing sign, if there is one. */
  readonly innerEnd: number;
  /**
   * `line` ends with its line, so that the next one may continue it. `example` and `inline` are what a document shows as
   * code, as a block or within a line: no comments, told so that nothing is found in them.
   */
  readonly style: 'line' | 'block' | 'example' | 'inline';
}

/** What a rule may ask about the place where its opening letters stand. */
export interface LexPoint {
  readonly text: string;
  readonly index: number;
  /** All comments that ended before `index`, in order. */
  readonly comments: readonly RawComment[];
}

/**
 * One kind of token that can hold letters which look like a comment, or is one. A token is read forward only and is never
 * read again, which keeps every language linear.
 */
export interface Rule {
  /** RegExp source of the letters that begin the token; no capturing groups. `^` is the beginning of a line. */
  readonly open: string;
  /** Decides where the same letters can mean something else; false: the first letter is passed over. */
  readonly when?: (point: LexPoint) => boolean;
  /**
   * Where the token ends; no such function: it is no more than its opening letters. May point behind the text's end.
   * undefined: these letters open no such token after all, and the first of them is passed over.
   */
  readonly end?: (text: string, inside: number, index: number) => number | undefined;
  /** Set on comments, with the closing sign that is not part of the comment's words. */
  readonly comment?: { readonly style: RawComment['style']; readonly close?: string };
  /** Where a token of comments may be none, as a string that is no documentation; it is passed over then. */
  readonly isComment?: (point: LexPoint, end: number) => boolean;
  /** Reads on in another mode until a rule of it leaves. */
  readonly enter?: string;
  /** As `enter`, but in place of the present mode. */
  readonly become?: string;
  readonly leave?: boolean;
  /** Counts brackets of the present mode: it is left by the closing bracket that has no partner in it. */
  readonly bracket?: 'open' | 'close';
  /** What begins on the next line, after which the rest of this line is read; undefined: these letters begin nothing. */
  readonly body?: (text: string, inside: number, index: number) => Body | undefined;
  /** The grammar in which what lies between the opening letters and the end is read. */
  readonly embed?: (opened: string) => Grammar;
}

/** Lines that are no code, from the line after the one that announces them on: a here-document. */
export interface Body {
  /** Two bodies with the same key end alike. */
  readonly key: string;
  /** `from` is the end of the announcing line; undefined: nothing ends it, so there is none, and its text is code. */
  readonly endFrom: (text: string, from: number) => number | undefined;
}

/** How the comments of a language are told from everything else. */
export interface Grammar {
  /** True for a document: all that is not an example is read as prose. */
  readonly prose?: boolean;
  /** Rules by mode; reading begins in `code`. */
  readonly modes: Readonly<Record<string, readonly Rule[]>>;
  /** The modes that hold code, where these are others than `code` and `braces`; in the rest all is text of a string or page. */
  readonly codeModes?: readonly string[];
  /** A text that ends inside one of these modes was misread, and is read again by `fallback`, which has none. */
  readonly suspect?: { readonly modes: readonly string[]; readonly fallback: Grammar };
}
