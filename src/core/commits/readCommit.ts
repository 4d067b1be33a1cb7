import type { IdFinder } from '../ids/idFinder';
import type { Commit, CommitMention, CommitVia, Undoing } from '../model/commit';
import type { Mention } from '../model/marks';
import { mergedBranchMentions } from './branchItem';
import { closedAt } from './closing';
import { type MessageShape, shapeOf, viaOf } from './messageShape';
import { coAuthors, pickedFrom } from './origins';
import { undoingOf } from './undoing';

/** A commit as git tells it: nothing interpreted. */
export interface RawCommit {
  /** 40 or 64 hexadecimal digits. */
  readonly sha: string;
  /** In git's order; none for a first commit, more than one for a merge. */
  readonly parents: readonly string[];
  /** With `.mailmap` applied, as is {@link email}. */
  readonly author: string;
  readonly email: string;
  /** Author date, ISO 8601 with the author's own offset; empty when the commit's date is damaged. */
  readonly date: string;
  /** The committer's date in seconds of the epoch; 0 when it is damaged. */
  readonly committed: number;
  /** Subject, body and trailers as written. */
  readonly message: string;
}

/**
 * Finds the items that a commit's message names, and what it takes back; undefined: neither, so nothing of it needs to be
 * kept.
 *
 * @implements WAY-12
 */
export function readCommit(raw: RawCommit, finder: IdFinder): Commit | undefined {
  const found = finder.find(raw.message);
  const mayUndo = speaksOfUndoing(raw.message);
  const mayMerge = raw.message.startsWith('Merge');
  if (found.length === 0 && !mayUndo && !mayMerge) {
    return undefined;
  }
  const shape = shapeOf(raw.message, raw.parents.length);
  const undoes = mayUndo ? undoingOf(raw.message, shape.subject) : undefined;
  const mentions = mentionsOf(raw.message, shape, undoes, finder, found);
  if (mentions.length === 0 && !undoes) {
    return undefined;
  }
  return {
    sha: raw.sha,
    date: raw.date,
    committed: raw.committed,
    author: raw.author,
    email: raw.email,
    coAuthors: coAuthors(raw.message),
    subject: shape.subject,
    mentions,
    undoes,
    pickedFrom: pickedFrom(raw.message),
  };
}

/** Every message of a history is asked. A search is the faster, the rarer the first letter of what is searched for. */
function speaksOfUndoing(message: string): boolean {
  const head = message.slice(0, LONGEST_HEAD);
  return (message.includes('vert') && message.includes('evert')) || head.includes('eapply') || head.includes('eland');
}

/** Room for a key or kind before the verb of a subject. */
const LONGEST_HEAD = 120;

const BY_STRENGTH: readonly CommitVia[] = ['trailer', 'subject', 'merge', 'body'];

function mentionsOf(
  message: string,
  shape: MessageShape,
  undoes: Undoing | undefined,
  finder: IdFinder,
  found: readonly Mention[],
): CommitMention[] {
  const byId = new Map<string, Named>();
  const closed = closedAt(message, found);
  const isOfItem = found.some(({ span }) => span.start < shape.subjectEnd);
  const add = (mention: Mention, via: CommitVia, closes: boolean): void => {
    const { id, written, certainty } = mention;
    const known = byId.get(id) ?? { via: new Set(), closes: false, certain: false, implied: true, written };
    byId.set(id, known);
    known.via.add(via);
    known.closes ||= closes;
    known.certain ||= certainty === 'certain';
    known.implied &&= mention.implied === true;
  };
  for (const each of found) {
    const mention = isPullNumber(message, shape, each) ? { ...each, certainty: 'probable' as const } : each;
    // The subject of a revert only repeats what the other commit said.
    const isRepeated = undoes?.isFormal === true && mention.span.start < shape.subjectEnd;
    add(mention, viaOf(shape, message, mention.span.start, isOfItem), closed.has(mention.span.start) && !isRepeated);
  }
  if (shape.isMerge) {
    for (const mention of mergedBranchMentions(shape.subject, finder)) {
      add(mention, 'merge', false);
    }
  }
  return Array.from(byId, ([id, { via, closes, certain, implied, written }]) => ({
    id,
    via: BY_STRENGTH.filter((place) => via.has(place)),
    closes,
    certainty: certain ? 'certain' : 'probable',
    ...(!certain && { written }),
    ...(implied && { implied: true as const }),
  }));
}

/** What is gathered of one ID. */
interface Named {
  readonly via: Set<CommitVia>;
  closes: boolean;
  certain: boolean;
  implied: boolean;
  /** The first one. */
  readonly written: string;
}

/** `Retry (#45)`: forges put the number of the pull request at the end of a squashed commit's subject. */
function isPullNumber(message: string, { subjectEnd }: MessageShape, { id, span }: Mention): boolean {
  return (
    id.startsWith('#') &&
    span.end < subjectEnd &&
    message.charAt(span.start - 1) === '(' &&
    PULL_NUMBERS.test(message.slice(span.start - 1, subjectEnd))
  );
}

const PULL_NUMBERS = /^(?:\(#\d{1,9}\)\s*)+$/;
