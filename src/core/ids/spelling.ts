/** The text with composed and with decomposed letters: files hold both, and people see no difference. */
export function writtenFormsOf(text: string): string[] {
  return [...new Set([text, text.normalize('NFC'), text.normalize('NFD')])];
}

/** `PAY`, `pay`, `Pay`. */
export function caseFormsOf(key: string): string[] {
  const lower = key.toLowerCase();
  const cases = [key, lower, key.toUpperCase(), key.charAt(0).toUpperCase() + lower.slice(1)];
  return [...new Set(cases.flatMap(writtenFormsOf))];
}
