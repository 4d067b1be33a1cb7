import type { Vocabulary } from './vocabulary';

/** The text with composed and with decomposed letters: files hold both, and people see no difference. */
export function writtenFormsOf(text: string): string[] {
  return [...new Set([text, text.normalize('NFC'), text.normalize('NFD')])];
}

/** The prefix that issue numbers have beside `#`. */
export const ISSUE_KEY = 'GH';

/** The prefixes that are followed by a separator. */
export function separatedKeys({ keys, issueNumbers }: Pick<Vocabulary, 'keys' | 'issueNumbers'>): readonly string[] {
  return issueNumbers ? [...keys, ISSUE_KEY] : keys;
}

/** A prefix of several levels (`E1-F`) in all cases, and with `_` between its levels. */
export function levelFormsOf(key: string): string[] {
  return [...caseFormsOf(key), ...writtenFormsOf(key).map((form) => form.replaceAll('-', '_'))];
}

/** `PAY`, `pay`, `Pay`. */
export function caseFormsOf(key: string): string[] {
  const lower = key.toLowerCase();
  const cases = [key, lower, key.toUpperCase(), key.charAt(0).toUpperCase() + lower.slice(1)];
  return [...new Set(cases.flatMap(writtenFormsOf))];
}
