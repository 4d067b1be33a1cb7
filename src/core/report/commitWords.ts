import type { Commit, CommitVia } from '../model/commit';
import type { CommitFate, CommitFates, Undo } from '../trace/commitLog';
import type { LinkedCommit } from '../trace/evidence';
import { listing } from '../findings/wording';
import { because } from './linkWords';
import type { Locate } from './locate';

const VIA_WORDS: Readonly<Record<CommitVia, string>> = {
  subject: 'subject',
  body: 'message',
  trailer: 'trailer',
  merge: 'merged branch or its title',
};

/** Why a commit is linked, and what became of it: `Linked because the commit's subject names PAY-12. It was reverted by …` */
export function commitWhy(linked: LinkedCommit, fates: CommitFates, locate: Locate): string {
  const { commit, mention } = linked;
  const places = mention.via.map((via) => VIA_WORDS[via]).join(' and ');
  const [names, says] = mention.via.length > 1 ? ['name', 'say'] : ['names', 'says'];
  const closes = mention.closes ? ` and ${says} that it is finished` : '';
  const link = because(`the commit's ${places} ${names} ${mention.written ?? mention.id}${closes}`, linked, locate);
  return [link, ...fateSentences(commit, fates.fateOf(commit))].join(' ');
}

/** What became of a commit, in few words for a row: `reverted`, `cherry-pick`; empty: it stands. */
export function commitFacts(commit: Commit, fates: CommitFates): string[] {
  const { state, copyOf } = fates.fateOf(commit);
  return [...(state === 'stands' ? [] : [STATE_WORDS[state]]), ...(copyOf ? ['cherry-pick'] : [])];
}

const STATE_WORDS = { reverted: 'reverted', redone: 'reverted and brought back' } as const;

function fateSentences(commit: Commit, { state, by, undoes, copyOf }: CommitFate): string[] {
  const sentences: string[] = [];
  if (by) {
    const how = by.certainty === 'certain' ? '' : 'probably, by what that one says, ';
    const again = state === 'redone' ? 'reverted and brought back' : 'reverted';
    sentences.push(`It was ${how}${again} by ${named(by)}.`);
  }
  if (undoes.length > 0) {
    const how = undoes.every(({ certainty }) => certainty === 'certain') ? '' : 'probably ';
    sentences.push(`It ${how}reverts ${listing(undoes.map(named))}.`);
  }
  const [nearest] = commit.pickedFrom.slice(-1);
  if (copyOf) {
    sentences.push(`It is a cherry-pick of ${short(copyOf.sha)} and counts as one with it.`);
  } else if (nearest !== undefined) {
    sentences.push(`It was picked from ${short(nearest)}.`);
  }
  if (commit.coAuthors.length > 0) {
    sentences.push(`Written together with ${listing(commit.coAuthors.map(({ name }) => name))}.`);
  }
  return sentences;
}

/** `1a2b3c4d5e (Ana Lima, 2026-08-20)` */
function named({ commit: { sha, author, date } }: Undo): string {
  return `${short(sha)} (${[author, date.slice(0, 10)].filter((word) => word !== '').join(', ')})`;
}

function short(sha: string): string {
  return sha.slice(0, 10);
}
