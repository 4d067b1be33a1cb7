import type { CommitVia } from '../model/commit';

/** The parts of a commit's message; offsets are of the whole message. */
export interface MessageShape {
  readonly subject: string;
  readonly subjectEnd: number;
  /** True when the subject is the one that git or a forge gives to a merge. */
  readonly isMerge: boolean;
  /** Where the title of a merged pull request ends that stands below the subject; {@link subjectEnd} when none does. */
  readonly titleEnd: number;
  /** Where the paragraph of trailers begins; the message's length when it has none. */
  readonly trailersStart: number;
}

export function shapeOf(message: string, parents: number): MessageShape {
  const start = /^\s*/.exec(message)?.[0].length ?? 0;
  const subjectEnd = lineEndFrom(message, start);
  const subject = message.slice(start, subjectEnd).trim();
  return {
    subject,
    subjectEnd,
    isMerge: MERGE_SUBJECT.test(subject) || (parents > 1 && /^merged?\b/i.test(subject)),
    titleEnd: TITLE_BELOW.test(subject) ? titleEnd(message, subjectEnd) : subjectEnd,
    trailersStart: trailersStart(message, subjectEnd),
  };
}

/** @param isOfOther the subject names an item: what only stands beside it is then no second one that is worked on */
export function viaOf(shape: MessageShape, message: string, offset: number, isOfOther: boolean): CommitVia {
  if (offset < shape.subjectEnd) {
    return shape.isMerge ? 'merge' : 'subject';
  }
  if (offset < shape.titleEnd) {
    return 'merge';
  }
  return offset >= shape.trailersStart && !(isOfOther && isRelatedOnly(message, offset)) ? 'trailer' : 'body';
}

/** `Related: PAY-12` only points to something else that may be of interest, as a sentence does. */
function isRelatedOnly(message: string, offset: number): boolean {
  const line = message.slice(message.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^(?:related(?:-(?:to|issues?))?|relates-to|see(?:-also)?|reference|follow-?up(?:-(?:to|of))?)[ \t]?:/i.test(
    line,
  );
}

/** Words of git, GitHub, GitLab, Gitea, Bitbucket, Azure and Gerrit; a squashed merge keeps them with one parent. */
const MERGE_SUBJECT =
  /^(?:Merge (?:branch|branches|remote-tracking branch|pull request|tag|commit|PR|topic|changes?)\b|Merge "|Merged (?:in|PR)\b|Pull request #\d+:)/;

/** Those of them under which the next line is the pull request's title. */
const TITLE_BELOW = /^(?:Merge pull request #?\d+ from |Merged in \S|Merge branch '[^']*' into ')/;

function titleEnd(message: string, subjectEnd: number): number {
  const title = /\S/g;
  title.lastIndex = subjectEnd;
  const at = title.exec(message)?.index;
  return at === undefined ? subjectEnd : lineEndFrom(message, at);
}

function lineEndFrom(message: string, from: number): number {
  const end = message.indexOf('\n', from);
  return end === -1 ? message.length : end;
}

const TRAILER = /^[A-Za-z0-9][A-Za-z0-9-]*[ \t]?(?::|(?= #\d))/;
const GIT_LINE = /^(?:\(cherry picked from commit [0-9a-f]+\)|Signed-off-by: )/;

/**
 * git's rule: the last paragraph, if it is not the subject's, when all of its lines are `Word: value` or go on with one, or
 * when one is git's own line and at least a quarter are trailers. The files in which a merge had conflicts are none.
 */
function trailersStart(message: string, subjectEnd: number): number {
  const body = message.slice(subjectEnd).trimEnd();
  const gap = body.lastIndexOf('\n\n');
  const crlfGap = body.includes('\r') ? body.lastIndexOf('\n\r\n') : -1;
  const start = Math.max(gap === -1 ? -1 : gap + 2, crlfGap === -1 ? -1 : crlfGap + 3);
  if (start < 1) {
    return message.length;
  }
  let trailers = 0;
  let others = 0;
  let hasGitLine = false;
  if (/^(?:# )?Conflicts:/.test(body.slice(start, start + 20))) {
    return message.length;
  }
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
