/** The parts of an ID that has a prefix and a number: `PAY-12.1` is `PAY`, `12` and `.1`. */
export interface IdParts {
  readonly key: string;
  readonly number: string;
  /** Sub-numbers with their dots, or empty. */
  readonly rest: string;
}

/**
 * A prefix is a letter followed by letters, digits or `_`; it may be of several parts (`E1-F`), of which the last is
 * followed by the number.
 */
const KEYED_ID = /^(\p{L}[\p{L}\p{N}_]*(?:-\p{L}[\p{L}\p{N}_]*)*)-(\d+)((?:\.\d+)*)$/u;

/** undefined: the ID has no prefix-and-number form and can only be recognised as a whole. */
export function splitId(id: string): IdParts | undefined {
  const match = KEYED_ID.exec(id);
  return match ? { key: match[1] ?? '', number: match[2] ?? '', rest: match[3] ?? '' } : undefined;
}

/** Whether a text can be the prefix of IDs. */
export function isKey(text: string): boolean {
  return splitId(`${text}-1`)?.key === text;
}

/** Orders IDs as people count: `PAY-2` before `PAY-12` before `PAY-12.1`. */
export function compareIds(a: string, b: string): number {
  return collator.compare(a, b);
}

const collator = new Intl.Collator('en', { numeric: true });
