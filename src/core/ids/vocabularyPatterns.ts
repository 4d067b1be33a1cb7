import { anywhere, distinctPatterns, type SearchPattern } from './searchPattern';
import { caseFormsOf, levelFormsOf, separatedKeys, writtenFormsOf } from './spelling';
import type { Vocabulary } from './vocabulary';

/** What every text that names an ID of the vocabulary holds at least one of. */
export function vocabularyPatterns({ keys, levels, literals, issueNumbers }: Vocabulary): SearchPattern[] {
  const prefixes = [
    ...separatedKeys({ keys, issueNumbers }).flatMap((key) => [
      ...caseFormsOf(key).map((form) => `${form}-`),
      ...writtenFormsOf(key).flatMap((form) => [`${form}_`, `${form} `]),
    ]),
    ...levels.flatMap(levelFormsOf),
  ];
  return distinctPatterns([
    ...prefixes.map((text): SearchPattern => ({ text, before: 'anything', next: 'digit' })),
    ...literals.flatMap(writtenFormsOf).map(anywhere),
    // With a digit each, because `#` alone is in nearly every file.
    ...(issueNumbers ? [...'123456789'] : []).map((digit) => anywhere(`#${digit}`)),
  ]);
}
