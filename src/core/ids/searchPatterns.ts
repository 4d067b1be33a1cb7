import { caseFormsOf, writtenFormsOf } from './spelling';
import type { Vocabulary } from './vocabulary';

/** A fixed string, of which case counts, and what stands directly behind it wherever an ID is meant. */
export interface SearchPattern {
  readonly text: string;
  /** `digit` is one of 0 to 9. */
  readonly next: 'digit' | 'anything';
}

/** What every text that names an ID of the vocabulary holds at least one of. */
export function searchPatternsOf({ keys, levels, literals, issueNumbers }: Vocabulary): SearchPattern[] {
  const prefixes = [
    ...[...keys, ...(issueNumbers ? ['GH'] : [])].flatMap((key) => [
      ...caseFormsOf(key).map((form) => `${form}-`),
      ...writtenFormsOf(key).flatMap((form) => [`${form}_`, `${form} `]),
    ]),
    ...levels.flatMap((key) => [...caseFormsOf(key), ...writtenFormsOf(key).map((form) => form.replaceAll('-', '_'))]),
  ];
  const patterns = [
    ...prefixes.map((text): SearchPattern => ({ text, next: 'digit' })),
    ...literals.flatMap(writtenFormsOf).map((text): SearchPattern => ({ text, next: 'anything' })),
    // With a digit each, because `#` alone is in nearly every file.
    ...(issueNumbers ? [...'123456789'] : []).map((digit): SearchPattern => ({ text: `#${digit}`, next: 'anything' })),
  ];
  return [...new Map(patterns.map((pattern) => [pattern.text, pattern])).values()];
}
