import type { Certainty } from './marks';

/** Where in a commit an ID was found. */
export type CommitVia = 'subject' | 'body' | 'trailer' | 'merge';

/** One item that a commit names; several places of the same ID are one mention. */
export interface CommitMention {
  readonly id: string;
  /** In order of strength: trailer, subject, merge, body. Never empty. */
  readonly via: readonly CommitVia[];
  /** True when the commit says that it finishes the item (`Closes: PAY-12`, `fixes PAY-12`, `PAY-12 #done`). */
  readonly closes: boolean;
  readonly certainty: Certainty;
  /** As the message has it first, where it is only probable. */
  readonly written?: string;
  /** It only lies between the ends of a range. */
  readonly implied?: true;
}

/** Somebody whom a `Co-authored-by:` trailer names. As written: git applies `.mailmap` to authors, not to trailers. */
export interface CoAuthor {
  readonly name: string;
  readonly email: string;
}

/** What a message says that its commit takes back. Which commits these are is the trace's business. */
export interface Undoing {
  /** Hashes of 7 to 64 digits, as written. */
  readonly shas: readonly string[];
  /** Numbers of pull requests (`Reverts acme/pay#45`). */
  readonly pulls: readonly number[];
  /** The subject of what is taken back, without pull request numbers; undefined = none is told. */
  readonly subject: string | undefined;
  /** True when the subject has the form that git and forges give to a revert, so that nothing else can be meant. */
  readonly isFormal: boolean;
}

/** What is kept of a commit that names an item or takes another commit back. */
export interface Commit {
  /** 40 or 64 hexadecimal digits. */
  readonly sha: string;
  /** Author date, ISO 8601 with the author's own offset. */
  readonly date: string;
  /** When it was put where it is (the committer's date), in seconds of the epoch: what the order of a history goes by. */
  readonly committed: number;
  readonly author: string;
  readonly email: string;
  readonly coAuthors: readonly CoAuthor[];
  readonly subject: string;
  /** Empty for a revert that names no item: it may take back a commit that does. */
  readonly mentions: readonly CommitMention[];
  /** undefined = it is no revert. */
  readonly undoes: Undoing | undefined;
  /** The commits that this one was picked from, as written, the nearest last; empty = it is no cherry-pick. */
  readonly pickedFrom: readonly string[];
}
