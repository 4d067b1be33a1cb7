import { t } from '../words/t';
import type { Commit, CommitVia } from '../model/commit';
import type { CommitFate, CommitFates, Undo } from '../trace/commitLog';
import type { LinkedCommit } from '../trace/evidence';
import { listing } from '../findings/wording';
import { because } from './linkWords';
import type { Locate } from './locate';

const VIA_WORDS: Readonly<Record<CommitVia, () => string>> = {
  subject: () => t('subject'),
  body: () => t('message'),
  trailer: () => t('trailer'),
  merge: () => t('merged branch or its title'),
};

/** Why a commit is linked, and what became of it: `Linked because the commit's subject names PAY-12. It was reverted by …` */
export function commitWhy(linked: LinkedCommit, fates: CommitFates, locate: Locate): string {
  const { commit, mention } = linked;
  return [because(reasonOf(mention), linked, locate), ...fateSentences(commit, fates.fateOf(commit))].join(' ');
}

function reasonOf({ via, closes, id, written = id }: LinkedCommit['mention']): string {
  const places = via.map((each) => VIA_WORDS[each]()).reduce((all, place) => t('{0} and {1}', all, place));
  if (via.length > 1) {
    return closes
      ? t("the commit's {0} name {1} and say that it is finished", places, written)
      : t("the commit's {0} name {1}", places, written);
  }
  return closes
    ? t("the commit's {0} names {1} and says that it is finished", places, written)
    : t("the commit's {0} names {1}", places, written);
}

/** What became of a commit, in few words for a row: `reverted`, `cherry-pick`; empty: it stands. */
export function commitFacts(commit: Commit, fates: CommitFates): string[] {
  const { state, copyOf } = fates.fateOf(commit);
  return [
    ...(state === 'stands' ? [] : [state === 'reverted' ? t('reverted') : t('reverted and brought back')]),
    ...(copyOf ? [t('cherry-pick')] : []),
  ];
}

function fateSentences(commit: Commit, { state, by, undoes, copyOf }: CommitFate): string[] {
  const sentences: string[] = [];
  if (by) {
    sentences.push(undoneBy(named(by), by.certainty === 'certain', state === 'redone'));
  }
  if (undoes.length > 0) {
    const undone = listing(undoes.map(named));
    const isCertain = undoes.every(({ certainty }) => certainty === 'certain');
    sentences.push(isCertain ? t('It reverts {0}.', undone) : t('It probably reverts {0}.', undone));
  }
  const [nearest] = commit.pickedFrom.slice(-1);
  if (copyOf) {
    sentences.push(t('It is a cherry-pick of {0} and counts as one with it.', short(copyOf.sha)));
  } else if (nearest !== undefined) {
    sentences.push(t('It was picked from {0}.', short(nearest)));
  }
  if (commit.coAuthors.length > 0) {
    sentences.push(t('Written together with {0}.', listing(commit.coAuthors.map(({ name }) => name))));
  }
  return sentences;
}

function undoneBy(commit: string, isCertain: boolean, isRedone: boolean): string {
  if (isCertain) {
    return isRedone ? t('It was reverted and brought back by {0}.', commit) : t('It was reverted by {0}.', commit);
  }
  return isRedone
    ? t('It was probably, by what that one says, reverted and brought back by {0}.', commit)
    : t('It was probably, by what that one says, reverted by {0}.', commit);
}

/** `1a2b3c4d5e (Ana Lima, 2026-08-20)` */
function named({ commit: { sha, author, date } }: Undo): string {
  return `${short(sha)} (${[author, date.slice(0, 10)].filter((word) => word !== '').join(', ')})`;
}

function short(sha: string): string {
  return sha.slice(0, 10);
}
