import type { IdFinder } from '../ids/idFinder';
import type { Commit, CommitMention, CommitVia } from '../model/commit';
import type { Mention } from '../model/marks';

/** A commit as git tells it. */
export interface RawCommit {
  /** 40 or 64 hexadecimal digits. */
  readonly sha: string;
  readonly parents: readonly string[];
  readonly author: string;
  readonly email: string;
  /** Author date, ISO 8601 with the author's own offset. */
  readonly date: string;
  /** Subject, body and trailers as written. */
  readonly message: string;
}

/** Finds the items that a commit's message names; undefined: it names none, so nothing of it needs to be kept. */
export function readCommit(raw: RawCommit, finder: IdFinder): Commit | undefined {
  const found = finder.find(raw.message);
  if (found.length === 0) {
    return undefined;
  }
  const message = shapeOf(raw);
  const byId = new Map<string, { via: Set<CommitVia>; closes: boolean; certain: boolean }>();
  const closed = closedAt(raw.message, found);
  for (const mention of found) {
    let known = byId.get(mention.id);
    if (!known) {
      known = { via: new Set(), closes: false, certain: false };
      byId.set(mention.id, known);
    }
    known.via.add(viaOf(message, mention.span.start));
    known.closes ||= !message.isRevert && closed.has(mention.span.start);
    known.certain ||= mention.certainty === 'certain';
  }
  return {
    sha: raw.sha,
    date: raw.date,
    author: raw.author,
    email: raw.email,
    subject: message.subject,
    mentions: Array.from(
      byId,
      ([id, { via, closes, certain }]): CommitMention => ({
        id,
        via: BY_STRENGTH.filter((place) => via.has(place)),
        closes,
        certainty: certain ? 'certain' : 'probable',
      }),
    ),
    reverts: message.reverts,
  };
}

const BY_STRENGTH: readonly CommitVia[] = ['trailer', 'subject', 'merge', 'body'];

interface MessageShape {
  readonly subject: string;
  readonly subjectEnd: number;
  /** True when the subject is the one that git or a forge gives to a merge. */
  readonly isMerge: boolean;
  /** Where the paragraph of trailers begins; the message's length when it has none. */
  readonly trailersStart: number;
  readonly reverts: string | undefined;
  readonly isRevert: boolean;
}

function shapeOf({ message, parents }: RawCommit): MessageShape {
  const start = /^\s*/.exec(message)?.[0].length ?? 0;
  const subjectEnd = lineEndFrom(message, start);
  const subject = message.slice(start, subjectEnd).trim();
  const reverts = /\bThis reverts commit ([0-9a-f]{7,64})\b/.exec(message)?.[1];
  return {
    subject,
    subjectEnd,
    isMerge: MERGE_SUBJECT.test(subject) || (parents.length > 1 && /^merged?\b/i.test(subject)),
    trailersStart: trailersStart(message, subjectEnd),
    reverts,
    isRevert: reverts !== undefined || /^revert\b/i.test(subject),
  };
}

/** git's, GitHub's, Bitbucket's and Azure's words; a squashed or rebased merge keeps them on a commit with one parent. */
const MERGE_SUBJECT =
  /^(?:Merge (?:branch|branches|remote-tracking branch|pull request|tag|commit|PR)\b|Merged (?:in|PR)\b|Pull request #\d+:)/;

function viaOf(message: MessageShape, offset: number): CommitVia {
  if (offset < message.subjectEnd) {
    return message.isMerge ? 'merge' : 'subject';
  }
  return offset >= message.trailersStart ? 'trailer' : 'body';
}

function lineEndFrom(message: string, from: number): number {
  const end = message.indexOf('\n', from);
  return end === -1 ? message.length : end;
}

const TRAILER = /^[A-Za-z0-9][A-Za-z0-9-]*[ \t]?(?::|(?= #))/;
const GIT_LINE = /^(?:\(cherry picked from commit [0-9a-f]+\)|Signed-off-by: )/;

/**
 * git's rule: the last paragraph, if it is not the subject's, when all of its lines are `Word: value` or go on with one, or
 * when one is git's own line and at least a quarter are trailers.
 */
function trailersStart(message: string, subjectEnd: number): number {
  const body = message.slice(subjectEnd).trimEnd();
  const gap = body.lastIndexOf('\n\n');
  const crlfGap = body.lastIndexOf('\n\r\n');
  const start = Math.max(gap === -1 ? -1 : gap + 2, crlfGap === -1 ? -1 : crlfGap + 3);
  if (start < 1) {
    return message.length;
  }
  let trailers = 0;
  let others = 0;
  let hasGitLine = false;
  for (const line of body.slice(start).split('\n')) {
    if (GIT_LINE.test(line)) {
      hasGitLine = true;
      trailers++;
    } else if (TRAILER.test(line)) {
      trailers++;
    } else if (!(trailers > 0 && /^[ \t]+\S/.test(line))) {
      others++;
    }
  }
  const isBlock = trailers > 0 && (others === 0 || (hasGitLine && trailers * 3 >= others));
  return isBlock ? subjectEnd + start : message.length;
}

/**
 * Words by which a commit says that it finishes what it names; also as a trailer's name. `fix:` is a kind of commit, and
 * "partly fixes" finishes nothing.
 */
const CLOSING =
  /(?<!\b(?:not|never|partial(?:ly)?|partly|would|could|should|might|may)[ \t]|n't[ \t])(?<![\p{L}\p{N}_-])(?:(?:clos(?:e|es|ed|ing)|fix(?:es|ed|ing)|resolv(?:e|es|ed|ing)|complet(?:es|ed)|finish(?:es|ed)?)(?:\s*:\s*|\s+)|fix\s+)(?:(?:issues?|story|stories|tasks?|tickets?|bugs?)\s+)?[[(#]*$/iu;

/** What may stand between the IDs of one list. */
const LIST = /^[\])]*[ \t]*(?:,|;|&|\+|\/|,?[ \t]+and\b|[ \t]|\r?\n[ \t]+)*[ \t]*[[(#]*$/i;

/** Letters before an ID among which a closing word is looked for. */
const FARTHEST_WORD = 40;

/** Where the IDs begin that a closing word stands before, itself or before others of the same list. */
function closedAt(message: string, found: readonly Mention[]): ReadonlySet<number> {
  const closed = new Set<number>();
  let last: Mention | undefined;
  for (const mention of found) {
    const { start } = mention.span;
    const before = message.slice(Math.max(last?.span.end ?? 0, start - FARTHEST_WORD), start);
    const isListed =
      last !== undefined && closed.has(last.span.start) && LIST.test(message.slice(last.span.end, start));
    if (isListed || CLOSING.test(before)) {
      closed.add(start);
    }
    last = mention;
  }
  return closed;
}
