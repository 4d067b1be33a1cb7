import { isKey, splitId } from './itemId';

/**
 * The IDs that may be looked for in texts: the roadmap's own prefixes, and the IDs that have no prefix-and-number form.
 * Nothing else is ever taken for an ID, because a general pattern finds `SHA-256` and `UTF-8`.
 */
export interface Vocabulary {
  /** Prefixes such as `PAY`, in the roadmap's spelling, sorted. */
  readonly keys: readonly string[];
  /** Whole IDs such as `login-page`, sorted. */
  readonly literals: readonly string[];
}

/**
 * An ID that is an ordinary word (`login`) or number stands in every second comment and names nothing there: a literal holds
 * letters and something else (`login-page`, `F1.2`), or begins with a sign (`#1234`).
 */
const UNLIKE_PROSE = /^#|\p{L}.*[^\p{L}\p{M}]|[^\p{L}\p{M}].*\p{L}/u;

/** A literal shorter than this (`R1`, `G2`) is too often something else: a register, a grid cell, a type parameter. */
const SHORTEST_LITERAL = 4;

/**
 * @param listedKeys the prefixes that roadmaps list under `keys`; what cannot be one is left out
 * @param ids every ID and alias of an epic, story or task that a person wrote (derived IDs are never looked for)
 */
export function vocabularyOf(listedKeys: Iterable<string>, ids: Iterable<string>): Vocabulary {
  const keys = new Set([...listedKeys].filter(isKey));
  const literals = new Set<string>();
  for (const id of ids) {
    const parts = splitId(id);
    if (parts) {
      keys.add(parts.key);
    } else if (id.length >= SHORTEST_LITERAL && UNLIKE_PROSE.test(id)) {
      literals.add(id);
    }
  }
  return { keys: [...keys].sort(), literals: [...literals].sort() };
}

/** Two vocabularies with the same signature recognise the same IDs, so nothing needs to be read again. */
export function vocabularySignature(vocabulary: Vocabulary): string {
  return JSON.stringify([vocabulary.keys, vocabulary.literals]);
}
