import { t } from './t';

declare const mark: unique symbol;

/** English text that has translations. It is a string, so that it can be had in English, too: for the reference, the command line and files. */
export type Translatable = string & { readonly [mark]: true };

/** Marks a text for translators, where it is written and said in another place. */
export function translatable(english: string): Translatable {
  return english as Translatable;
}

/** The text in the language of the editor. */
export function said(text: Translatable): string {
  return t(text);
}
