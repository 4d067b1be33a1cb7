import type { Span } from '../../model/span';
import type { Language } from '../languages/language';
import { type BraceShape, namesByBraces } from './braces';
import {
  C_HEADS,
  CSHARP_HEADS,
  GO_HEADS,
  JAVA_HEADS,
  JAVASCRIPT_HEADS,
  KOTLIN_HEADS,
  PHP_HEADS,
  RUST_HEADS,
  SCALA_HEADS,
  SWIFT_HEADS,
} from './heads';
import { ELIXIR_SHAPE, type IndentShape, LUA_SHAPE, namesByIndentation, PYTHON_SHAPE, RUBY_SHAPE } from './indentation';
import type { Passed } from './passed';

const JAVASCRIPT: BraceShape = { read: JAVASCRIPT_HEADS, lines: true };
const JAVA: BraceShape = { read: JAVA_HEADS, lines: false };
const C: BraceShape = { read: C_HEADS, lines: false, prototypes: true, directives: true };

/** By the name of the language in the table of languages; others have no shape from which names are told cheaply. */
const BRACES: Readonly<Record<string, BraceShape>> = {
  JavaScript: JAVASCRIPT,
  TypeScript: JAVASCRIPT,
  TSX: JAVASCRIPT,
  Java: JAVA,
  Dart: JAVA,
  'C#': { read: CSHARP_HEADS, lines: false, directives: true },
  C,
  'C++': C,
  Kotlin: { read: KOTLIN_HEADS, lines: true },
  Swift: { read: SWIFT_HEADS, lines: true, directives: true },
  Scala: { read: SCALA_HEADS, lines: true },
  Go: { read: GO_HEADS, lines: true, receiver: true },
  Rust: { read: RUST_HEADS, lines: false },
  PHP: { read: PHP_HEADS, lines: false },
};

const INDENTATION: Readonly<Record<string, IndentShape>> = {
  Python: PYTHON_SHAPE,
  Ruby: RUBY_SHAPE,
  Crystal: RUBY_SHAPE,
  Elixir: ELIXIR_SHAPE,
  Lua: LUA_SHAPE,
};

/** Whether anything can be told of what encloses a comment in this language. */
export function tellsEnclosing({ name }: Language): boolean {
  return Object.hasOwn(BRACES, name) || Object.hasOwn(INDENTATION, name);
}

/**
 * The functions and classes that enclose comments: `PaymentGateway.refund`, told from the shape of the code alone. Takes time
 * linear in the text.
 *
 * @param passed what `lex` passed over as no code
 * @param comments in order
 * @returns one name a comment; undefined where nothing with a name encloses it, or where it is doubtful
 */
export function enclosingNames(
  text: string,
  language: Language,
  passed: Passed,
  comments: readonly Span[],
): readonly (string | undefined)[] {
  const braces = Object.hasOwn(BRACES, language.name) ? BRACES[language.name] : undefined;
  const indentation = Object.hasOwn(INDENTATION, language.name) ? INDENTATION[language.name] : undefined;
  if (braces) {
    return namesByBraces(text, passed, comments, braces);
  }
  return indentation ? namesByIndentation(text, passed, comments, indentation) : comments.map(() => undefined);
}
