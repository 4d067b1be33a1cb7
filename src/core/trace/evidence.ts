import type { Day } from '../model/calendar';
import type { Commit, CommitMention } from '../model/commit';
import type { Annotation, Certainty, FileMarks, Mention, Reference } from '../model/marks';
import type { Verdict } from '../model/roadmap';

/** How sure a link is, and why. */
interface Link {
  /** `certain` also where a person accepted what is only probable by itself. */
  readonly certainty: Certainty;
  /** The entry of the roadmap that accepts the link; missing: none does, or none needs to. */
  readonly accepted?: Verdict;
}

/** An annotation and the mention that links it. */
export interface LinkedAnnotation extends Link {
  readonly file: FileMarks;
  readonly annotation: Annotation;
  readonly mention: Mention;
}

export interface LinkedReference extends Link {
  readonly file: FileMarks;
  readonly reference: Reference;
}

export interface LinkedCommit extends Link {
  readonly commit: Commit;
  /** On which it was written, as its author's calendar showed it; undefined: its date cannot be read. */
  readonly day: Day | undefined;
  readonly mention: CommitMention;
}

/**
 * Whether the commit is work on what the link names: a message that names another item where its own stands mentions this one
 * in its body only in passing.
 */
export function isAbout({ commit, mention }: LinkedCommit): boolean {
  return !isInBody(mention) || commit.mentions.every(isInBody);
}

function isInBody({ via }: CommitMention): boolean {
  return via.every((place) => place === 'body');
}

/** Everything in code and history that names one ID or item. Made by {@link createEvidence}. */
export interface Evidence {
  /** By path, then by place. */
  readonly annotations: readonly LinkedAnnotation[];
  /** By path, then by place. */
  readonly references: readonly LinkedReference[];
  /** Newest first, reverts and reverted ones included. */
  readonly commits: readonly LinkedCommit[];
  /** The latest day on which one of the commits was written; undefined: of none it is known. */
  readonly lastDay: Day | undefined;
  /** Whether a commit says that it finishes what it names. */
  readonly isClosed: boolean;
  /** Whether a reference is {@link isTestEvidence}. */
  readonly isTested: boolean;
}

/** @param pieces in the orders that {@link Evidence} promises */
export function createEvidence(pieces: Pick<Evidence, 'annotations' | 'references' | 'commits'>): Evidence {
  const { annotations, references, commits } = pieces;
  let lastDay: Day | undefined;
  let isClosed = false;
  for (const { day, mention } of commits) {
    isClosed ||= mention.closes;
    lastDay = lastDay === undefined || (day !== undefined && day > lastDay) ? day : lastDay;
  }
  const isTested = references.some(({ reference }) => isTestEvidence(reference));
  return { annotations, references, commits, lastDay, isClosed, isTested };
}

/** An ID of the roadmap's own keys that no roadmap declares, with all that names it for certain. */
export interface UnknownId {
  readonly id: string;
  readonly evidence: Evidence;
}

/**
 * A reference that says that the item is tested: it stands in a test file or in a test among other code, or calls itself one
 * (`@verifies PAY-12`).
 */
export function isTestEvidence({ role, via, within }: Reference): boolean {
  return role === 'test' || via === 'verifies' || (within !== undefined && TEST_FUNCTION.test(within));
}

/** `tests.test_refund`, `RefundTest.retries`, `should_refund_test`. */
const TEST_FUNCTION = /(?:^|[._])tests?(?:$|[._])|(?:^|\.)Test\p{Lu}|\p{Ll}Tests?(?:$|\.)/u;

export const NO_EVIDENCE = createEvidence({ annotations: [], references: [], commits: [] });

/** Keeps of each kind of evidence what fits. */
export function filterEvidence(
  { annotations, references, commits }: Evidence,
  keep: (link: LinkedAnnotation | LinkedReference | LinkedCommit) => boolean,
): Evidence {
  return createEvidence({
    annotations: annotations.filter(keep),
    references: references.filter(keep),
    commits: commits.filter(keep),
  });
}

/** What a person may decide on: a link that is only probable by itself. */
export interface OpenLink {
  readonly state: 'probable' | 'accepted';
  /** The ID as the text has it. */
  readonly written: string;
  /** The file's path, or the commit's hash, shortened. */
  readonly where: string;
}

/** undefined: the link is certain by itself, so there is nothing to decide. */
export function openLinkOf(link: LinkedAnnotation | LinkedReference | LinkedCommit): OpenLink | undefined {
  if (link.certainty === 'certain' && !link.accepted) {
    return undefined;
  }
  const { id, written = id } = mentionOf(link);
  const where = 'commit' in link ? link.commit.sha.slice(0, 12) : link.file.path;
  return { state: link.accepted ? 'accepted' : 'probable', written, where };
}

/** What of a link names the ID. */
export function mentionOf(link: LinkedAnnotation | LinkedReference | LinkedCommit): Mention | CommitMention {
  return 'reference' in link ? link.reference.mention : link.mention;
}
