import type { CoAuthor } from '../model/commit';

const NONE: readonly never[] = [];

/** The commits that a message says it was picked from, the nearest last. */
export function pickedFrom(message: string): readonly string[] {
  return message.includes('ked from') || message.includes('kported from')
    ? Array.from(message.matchAll(PICKED), ([, sha = '']) => sha)
    : NONE;
}

/** `git cherry-pick -x` writes the first form. */
const PICKED = /^[ \t]{0,9}\(?(?:cherry[- ]picked|backported) from (?:commit )?([0-9a-f]{7,64})\b/gim;

/** Whom the trailers name as authors beside the author; who reviewed, tested or signed is none. */
export function coAuthors(message: string): readonly CoAuthor[] {
  if (!message.includes('-by:') && !message.includes('-By:')) {
    return NONE;
  }
  const byEmail = new Map<string, CoAuthor>();
  for (const [, name = '', email = ''] of message.matchAll(CO_AUTHOR)) {
    const known = email.trim().toLowerCase();
    if (!byEmail.has(known)) {
      byEmail.set(known, { name: name.trim() || email.trim(), email: email.trim() });
    }
  }
  return [...byEmail.values()];
}

const CO_AUTHOR = /^co-(?:authored|developed)-by:([^<\n]*)<([^>\n]+)>/gim;
