const ISSUE_NUMBER = /^(?:#|gh-)([1-9]\d{0,4})$/i;

/** The number of `#12` and `GH-12`, two ways to write the same; undefined for any other ID. */
export function issueNumberOf(id: string): string | undefined {
  return ISSUE_NUMBER.exec(id)?.[1];
}

/** Whether a prefix that a roadmap lists says that it uses issue numbers. */
export function isIssueKey(key: string): boolean {
  return /^(?:#|gh)$/i.test(key);
}

const PLAIN = /^[\x21-\x7e]*$/;

/**
 * One spelling for all that are the same ID: `#12` for `GH-12`, and composed letters for decomposed ones. Two IDs are one
 * exactly when this is the same.
 */
export function canonicalId(id: string): string {
  // Asked for every ID of a plan again and again, and few of them begin so.
  const number = /^[#g]/i.test(id) ? issueNumberOf(id) : undefined;
  if (number !== undefined) {
    return `#${number}`;
  }
  return PLAIN.test(id) ? id : id.normalize('NFC');
}

/** The canonical ID without leading zeros in its numbers: `PAY-7` for `PAY-007`. */
export function unpaddedId(id: string): string {
  return canonicalId(id).replace(/(?<!\d)0+(?=\d)/g, '');
}

/** Whether a text is the ID in some letter case, with some separator, with or without leading zeros. */
export function isSpellingOf(text: string, id: string): boolean {
  return looseForm(text) === looseForm(id);
}

function looseForm(text: string): string {
  return unpaddedId(text.toLowerCase().replace(/[_ ]/g, '-'));
}
