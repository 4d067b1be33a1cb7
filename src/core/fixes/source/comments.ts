import { languageOf } from '../../annotations/languages/detect';
import type { RawComment } from '../../annotations/languages/grammar';
import { lex } from '../../annotations/languages/lexer';
import type { Language } from '../../annotations/languages/language';

/** The comments of a text as they are written, sign by sign; a document's prose is none. */
export interface WrittenComments {
  readonly comments: readonly RawComment[];
  readonly language: Language;
}

/** undefined: the file has no comments, or they are packed into strings, as a notebook's are. */
export function writtenComments(path: string, text: string): WrittenComments | undefined {
  const language = languageOf(path, text);
  if (!language || language.notebook) {
    return undefined;
  }
  const isComment = ({ style }: RawComment) => style === 'line' || style === 'block';
  return { comments: lex(text, language.grammar).filter(isComment), language };
}
