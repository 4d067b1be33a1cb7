import type { Certainty } from './marks';

/** Where in a commit an ID was found. */
export type CommitVia = 'subject' | 'body' | 'trailer' | 'merge';

/** One item that a commit names; several places of the same ID are one mention. */
export interface CommitMention {
  readonly id: string;
  /** In order of strength: trailer, subject, merge, body. Never empty. */
  readonly via: readonly CommitVia[];
  /** True when the commit says that it finishes the item (`Closes: PAY-12`, `fixes PAY-12`). */
  readonly closes: boolean;
  readonly certainty: Certainty;
}

/** What is kept of a commit that names an item. */
export interface Commit {
  /** 40 or 64 hexadecimal digits. */
  readonly sha: string;
  /** Author date, ISO 8601 with the author's own offset. */
  readonly date: string;
  readonly author: string;
  readonly email: string;
  readonly subject: string;
  readonly mentions: readonly CommitMention[];
  /** The commit that this one takes back (`This reverts commit …`); undefined = it is no revert. */
  readonly reverts: string | undefined;
}
