import { Composer, CST, type Document, Lexer, Parser } from 'yaml';
import { DEEPEST_NESTING } from '../valueNode';

/**
 * The documents of a text, each with what the library finds wrong in it. Never throws: the library calls itself for each level
 * of nesting, so what lies far below the deepest level that is read is left out.
 */
export function parseDocuments(source: string): Document.Parsed[] {
  const composer = new Composer({
    prettyErrors: false,
    logLevel: 'silent',
    // The library compares each key with all others, which takes minutes for 10,000 items keyed by ID.
    uniqueKeys: false,
  });
  return [...composer.compose(withoutDepths(tokensOf(source)))];
}

/** Far more than is read, and far less than the stack can hold. */
const MOST_OPEN = 1_000;

/** As the library's own `parse`, but ends where too much stands open. */
function* tokensOf(source: string): Generator<CST.Token> {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(source)) {
    yield* parser.next(lexeme);
    if (parser.stack.length > MOST_OPEN) {
      break;
    }
  }
  yield* parser.end();
}

function* withoutDepths(tokens: Iterable<CST.Token>): Generator<CST.Token> {
  for (const token of tokens) {
    if (token.type === 'document') {
      emptyTooDeep(token.value);
    }
    yield token;
  }
}

/**
 * Walks level by level, without calling itself. The library tries every level again when the stack ends, which takes for ever.
 * One level more than is read stays, so that the reader meets it and says so.
 */
function emptyTooDeep(root: CST.Token | undefined): void {
  let level: (CST.Token | null | undefined)[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    const collections = level.filter((token) => CST.isCollection(token));
    if (depth > DEEPEST_NESTING + 1) {
      for (const collection of collections) {
        collection.items.length = 0;
      }
    }
    level = collections.flatMap(({ items }) => items.flatMap((item: CST.CollectionItem) => [item.key, item.value]));
  }
}
