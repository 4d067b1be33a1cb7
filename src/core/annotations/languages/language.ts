import type { Grammar } from './grammar';

/** A row of the table of languages. */
export interface Language {
  /** As in the documentation: `C#`. */
  readonly name: string;
  /** With the dot, in lower case. */
  readonly extensions: readonly string[];
  /** Whole file names, in lower case. */
  readonly fileNames?: readonly string[];
  /** Programs that a `#!` line names. */
  readonly interpreters?: readonly string[];
  readonly grammar: Grammar;
  /** True where nothing is known of the language and its comments are told by habit. */
  readonly guessed?: boolean;
}
