/** What may stand around an ID. */
export interface Boundaries {
  /** Matches at the beginning of a possible ID when what stands before it allows one. */
  readonly before: RegExp;
  /** Matches at its end when what follows allows one. */
  readonly after: RegExp;
}

/** No more of a number (`PAY-123`, `PAY-12.1` for `PAY-12`), no more of a word, no e-mail address. */
const NO_TAIL = '(?![\\p{L}\\p{M}\\p{N}]|\\.\\p{N}|@[\\p{L}\\p{N}])';

/**
 * As the roadmap writes it. A word or number and a `-` or `_` may stand before, as in the branches `fix-PAY-12` and
 * `ana_PAY-12`, unless it looks like the beginning of a longer prefix: `MY-PAY-12`, `E1-PAY-12`. A word may follow:
 * `PAY-12_refunds`.
 */
export const EXACT: Boundaries = {
  before: /(?<![\p{L}\p{M}\p{N}]|\p{Lu}\p{N}{0,9}[-_])/uy,
  after: new RegExp(NO_TAIL, 'uy'),
};

/** As {@link EXACT}, and no further level may follow: `E1-F2-T3` is no `E1-F2`. */
export const LEVEL: Boundaries = {
  before: EXACT.before,
  after: new RegExp(`(?!-\\p{Lu}+\\d)${NO_TAIL}`, 'uy'),
};

/**
 * In another case or with another separator: not as a part of a longer identifier (`PAY_12_LIMIT`, `btn-pay-12`), of an
 * option or a variable (`--pay-12`), of an element, class or file name (`<pay-12>`, `.pay-12`, `pay-12.svg`).
 */
export const SLIPPED: Boundaries = {
  before: /(?<![\p{L}\p{M}\p{N}_$<-]|<\/|(?<!\.)\.)/uy,
  after: new RegExp(`(?!_|\\.\\p{L})${NO_TAIL}`, 'uy'),
};

/** A whole ID made of words: any word that is tied to it makes it another one (`my-login-page`, `login-page-2`). */
export const WORDS: Boundaries = {
  before: /(?<![\p{L}\p{M}\p{N}_$]|[\p{L}\p{M}\p{N}_$][-.])/uy,
  after: /(?![\p{L}\p{M}\p{N}_]|[-.@][\p{L}\p{N}])/uy,
};

/**
 * `#12`: not in another repository (`org/repo#12`), an entity (`&#12;`), an address or a link within a page (`/#12`,
 * `](#12)`, `href="#12"`, `url(#12)`), a longer number (`#12,000`) or word.
 */
export const ISSUE_NUMBER: Boundaries = {
  before: /(?<![\p{L}\p{M}\p{N}_&#/\\$%.=]|=["']|\]\(|url\()/uy,
  after: /(?![\p{L}\p{M}\p{N}_]|[.,]\p{N}|%)/uy,
};

/** Whether the text between two offsets stands within its boundaries. */
export function stands(text: string, start: number, end: number, { before, after }: Boundaries): boolean {
  before.lastIndex = start;
  after.lastIndex = end;
  return before.test(text) && after.test(text);
}
