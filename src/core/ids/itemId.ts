import { issueNumberOf } from './canonicalId';

/** The parts of an ID that has a prefix and a number: `PAY-12.1` is `PAY`, `12` and `.1`. */
export interface IdParts {
  readonly key: string;
  readonly number: string;
  /** Sub-numbers with their dots, or empty. */
  readonly rest: string;
}

/**
 * A prefix is a letter followed by letters, digits or `_`; it may be of several parts (`REQ-AUTH`), of which the last is
 * followed by the number.
 */
const KEYED_ID = /^(\p{L}[\p{L}\p{M}\p{N}_]*(?:-\p{L}[\p{L}\p{M}\p{N}_]*)*)-(\d+)((?:\.\d+)*)$/u;

/** undefined: the ID has no such form, see {@link splitLevels}, or can only be recognised as a whole. */
export function splitId(id: string): IdParts | undefined {
  const match = KEYED_ID.exec(id);
  return match ? { key: match[1] ?? '', number: match[2] ?? '', rest: match[3] ?? '' } : undefined;
}

/** Each level has its letters and its number: `E1-F2`, `EPIC1-STORY2-TASK3.1`. */
const LEVELS = /^((?:\p{L}+\d+(?:\.\d+)*-)+\p{L}+)(\d+)((?:\.\d+)*)$/u;

/** The parts of an ID of several levels: `E1-F2` is `E1-F` and `2`, with nothing between them. undefined: it is none. */
export function splitLevels(id: string): IdParts | undefined {
  const match = LEVELS.exec(id);
  return match ? { key: match[1] ?? '', number: match[2] ?? '', rest: match[3] ?? '' } : undefined;
}

/** Whether a text has a form that only IDs have: a prefix and a number, or an issue number. */
export function looksLikeId(text: string): boolean {
  return splitId(text) !== undefined || issueNumberOf(text) !== undefined;
}

/** Whether a text can be the prefix of IDs. */
export function isKey(text: string): boolean {
  return splitId(`${text}-1`)?.key === text;
}

/** Orders IDs as people count: `PAY-2` before `PAY-12` before `PAY-12.1`. */
export function compareIds(a: string, b: string): number {
  collator ??= new Intl.Collator('en', { numeric: true });
  return collator.compare(a, b);
}

/** Made when it is first needed: it takes milliseconds, which a start without it saves. */
let collator: Intl.Collator | undefined;
