const ISSUE_NUMBER = /^(?:#|gh-)([1-9]\d{0,4})$/i;

/** The number of `#12` and `GH-12`, two ways to write the same; undefined for any other ID. */
export function issueNumberOf(id: string): string | undefined {
  return ISSUE_NUMBER.exec(id)?.[1];
}

/** Whether a prefix that a roadmap lists says that it uses issue numbers. */
export function isIssueKey(key: string): boolean {
  return /^(?:#|gh)$/i.test(key);
}

/**
 * One spelling for all that are the same ID: `#12` for `GH-12`, and composed letters for decomposed ones. Two IDs are one
 * exactly when this is the same.
 */
export function canonicalId(id: string): string {
  // Asked for every ID of a plan again and again, so no pattern is tried of which one letter tells that it does not fit.
  const number = BEGINNINGS_OF_ISSUES.includes(id.charAt(0)) ? issueNumberOf(id) : undefined;
  if (number !== undefined) {
    return `#${number}`;
  }
  return isPlain(id) ? id : id.normalize('NFC');
}

const BEGINNINGS_OF_ISSUES = '#gG';
const FIRST_PLAIN = 0x21;
const LAST_PLAIN = 0x7e;

/** Whether no letter of it can be composed of several. */
function isPlain(id: string): boolean {
  for (let at = 0; at < id.length; at++) {
    const code = id.charCodeAt(at);
    if (code < FIRST_PLAIN || code > LAST_PLAIN) {
      return false;
    }
  }
  return true;
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
