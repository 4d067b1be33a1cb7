import { isIssueKey, issueNumberOf } from './canonicalId';
import { isKey, splitId, splitLevels } from './itemId';

/**
 * The IDs that may be looked for in texts: the roadmap's own prefixes, and the IDs that have no prefix-and-number form.
 * Nothing else is ever taken for an ID, because a general pattern finds `SHA-256` and `UTF-8`. Letters are composed (NFC).
 */
export interface Vocabulary {
  /** Prefixes such as `PAY`, in the roadmap's spelling, sorted. */
  readonly keys: readonly string[];
  /** Prefixes that a number follows at once, such as `E1-F` of `E1-F2`, sorted. */
  readonly levels: readonly string[];
  /** Whole IDs such as `login-page`, sorted. */
  readonly literals: readonly string[];
  /** Whether `#12` and `GH-12` are IDs, which name the same. */
  readonly issueNumbers: boolean;
}

/**
 * An ID that is an ordinary word (`login`) or number stands in every second comment and names nothing there: a literal holds
 * letters and something else (`login-page`, `F1.2`), or begins with a sign (`#123456`).
 */
const UNLIKE_PROSE = /^#|\p{L}.*[^\p{L}\p{M}]|[^\p{L}\p{M}].*\p{L}/u;

/** A literal shorter than this (`R1`, `G2`) is too often something else: a register, a grid cell, a type parameter. */
const SHORTEST_LITERAL = 4;

/**
 * @param listedKeys the prefixes that roadmaps list under `keys`; what cannot be one is left out
 * @param ids every ID and alias of an epic, story or task that a person wrote (derived IDs are never looked for)
 */
export function vocabularyOf(listedKeys: Iterable<string>, ids: Iterable<string>): Vocabulary {
  const listed = Array.from(listedKeys, (key) => key.normalize('NFC'));
  const keys = new Set(listed.filter((key) => isKey(key) && !isIssueKey(key)));
  const levels = new Set<string>();
  const literals = new Set<string>();
  let issueNumbers = listed.some(isIssueKey);
  for (const written of ids) {
    const id = written.normalize('NFC');
    const keyed = splitId(id);
    const leveled = splitLevels(id);
    if (issueNumberOf(id) !== undefined) {
      issueNumbers = true;
    } else if (keyed) {
      keys.add(keyed.key);
    } else if (leveled) {
      levels.add(leveled.key);
    } else if (id.length >= SHORTEST_LITERAL && UNLIKE_PROSE.test(id)) {
      literals.add(id);
    }
  }
  return { keys: [...keys].sort(), levels: [...levels].sort(), literals: [...literals].sort(), issueNumbers };
}

/** Two vocabularies with the same signature recognise the same IDs, so nothing needs to be read again. */
export function vocabularySignature(vocabulary: Vocabulary): string {
  const { keys, levels, literals, issueNumbers } = vocabulary;
  return JSON.stringify([keys, levels, literals, issueNumbers]);
}
