import { anywhere, distinctPatterns, type SearchPattern } from './searchPattern';
import { caseFormsOf, writtenFormsOf } from './spelling';
import type { Vocabulary } from './vocabulary';

/** What every text that names an ID of the vocabulary holds at least one of. */
export function vocabularyPatterns({ keys, levels, literals, issueNumbers }: Vocabulary): SearchPattern[] {
  const prefixes = [
    ...[...keys, ...(issueNumbers ? ['GH'] : [])].flatMap((key) => [
      ...caseFormsOf(key).map((form) => `${form}-`),
      ...writtenFormsOf(key).flatMap((form) => [`${form}_`, `${form} `]),
    ]),
    ...levels.flatMap((key) => [...caseFormsOf(key), ...writtenFormsOf(key).map((form) => form.replaceAll('-', '_'))]),
  ];
  return distinctPatterns([
    ...prefixes.map((text): SearchPattern => ({ text, before: 'anything', next: 'digit' })),
    ...literals.flatMap(writtenFormsOf).map(anywhere),
    // With a digit each, because `#` alone is in nearly every file.
    ...(issueNumbers ? [...'123456789'] : []).map((digit) => anywhere(`#${digit}`)),
  ]);
}
