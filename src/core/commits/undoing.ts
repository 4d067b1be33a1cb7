import type { Undoing } from '../model/commit';

/**
 * What a message says that its commit takes back: in git's words (`This reverts commit …`), in the subject (`Revert "…"`,
 * `Reapply "…"`, `revert: …`), or by the number of a pull request. undefined: nothing.
 */
export function undoingOf(message: string, subject: string): Undoing | undefined {
  const said = undoneSubject(subject);
  const shas: string[] = [];
  const pulls: number[] = [];
  const at = message.search(/^revert|\bthis reverts/im);
  if (at !== -1 && !(said === undefined && isSquashed(message.slice(0, at)))) {
    for (const [, list = ''] of message.matchAll(TAKEN_BACK)) {
      shas.push(...(list.match(/[0-9a-f]{7,64}/g) ?? []));
    }
    // Elsewhere it is a remark: "Reverts #45, but keeps …".
    for (const [, number = ''] of said ? message.matchAll(TAKEN_BACK_PULL) : []) {
      pulls.push(Number(number));
    }
  }
  if (said && shas.length === 0 && /^[0-9a-f]{7,64}$/.test(said.subject)) {
    shas.push(said.subject);
  }
  if (said === undefined && shas.length === 0 && pulls.length === 0) {
    return undefined;
  }
  return { shas, pulls, subject: said?.subject, isFormal: said?.isFormal ?? false };
}

/** A subject as reverts quote it: forges put the number of the pull request behind it before, after, or never. */
export function comparableSubject(subject: string): string {
  return subject.includes('(#') ? subject.replace(/ ?\(#\d+\)/g, '').trim() : subject.trim();
}

/** Not `reverts part of commit …`; in `reverts commit …, reversing changes made to …` only the first is taken back. */
const TAKEN_BACK =
  /(?:\bThis reverts commits? |^Reverts? (?:commits? )?)([0-9a-f]{7,64}\b(?:(?:, | and |, and )[0-9a-f]{7,64}\b)*)/gim;

const TAKEN_BACK_PULL =
  /^Reverts? (?:merge of )?(?:https?:\/\/\S{1,200}\/pull\/|[\w.-]{0,100}(?:\/[\w.-]{1,100})?#)(\d{1,9})\b/gim;

/** The kind of a conventional commit with its scope, a key, or words in brackets may stand before. */
const REVERT_SUBJECT =
  /^([\p{L}\p{N}_.#-]{1,40}(?:\([^()]{1,60}\))?: ?|\[[^\]]{1,60}\]:? ?)?(revert(?:s|ed)?|reapply|reland)\b(\([^()]{1,60}\):)?(:?) *(.*)$/iu;

interface UndoneSubject {
  readonly subject: string;
  readonly isFormal: boolean;
}

function undoneSubject(subject: string): UndoneSubject | undefined {
  const [, before = '', verb = '', scope, colon, rest = ''] = REVERT_SUBJECT.exec(subject) ?? [];
  if (verb === '') {
    return undefined;
  }
  const quoted = insideQuotes(rest);
  const text = comparableSubject(quoted ?? rest);
  const isBack = !/^revert/i.test(verb);
  // What is applied again was taken back by a commit with this subject.
  const named = isBack ? `Revert "${text}"` : scope === undefined ? text : `${scope} ${text}`;
  // A number before it is that of the item which the revert is for.
  const isFormal = !/\d/.test(before) && (quoted !== undefined || colon === ':' || scope !== undefined);
  return { subject: named, isFormal };
}

/** Subjects may hold quotes themselves, so the last one counts. undefined: the text does not begin with one. */
function insideQuotes(text: string): string | undefined {
  const close = { '"': '"', "'": "'", '“': '”' }[text.charAt(0)];
  const end = close === undefined ? -1 : text.lastIndexOf(close);
  return end > 0 ? text.slice(1, end) : undefined;
}

/** A squashed branch tells all its messages; what it reverted on its way concerns nobody else. */
function isSquashed(messageBefore: string): boolean {
  return /^(?:\* \S|commit [0-9a-f]{7,64}$)/m.test(messageBefore);
}
