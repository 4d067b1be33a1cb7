import type { Grammar } from './grammar';

/** How the files of a language are read. */
export interface Language {
  /** As GitHub Linguist writes it: `C#`. */
  readonly name: string;
  readonly grammar: Grammar;
  /** True where nothing is known of the language and its comments are told by habit. */
  readonly guessed?: boolean;
  /** True for notebooks, whose cells are texts of their own. */
  readonly notebook?: boolean;
}
