import { t } from '../words/t';
import type { Holder, NextUp } from '../backlog/nextUp';
import type { RankMove } from '../backlog/rankChange';
import { count, headline, listing } from '../findings/wording';

/** `▲ 3`, `▼ 1`, `new`: what happened to a place since the last ranking. */
export function moveSign(move: RankMove): string {
  return move === 'new' ? t('new') : `${move > 0 ? '▲' : '▼'} ${Math.abs(move)}`;
}

/** `moved up by 3`: the same for who hears or reads it as a sentence. */
export function moveWords(move: RankMove): string {
  if (move === 'new') {
    return t('new in this list');
  }
  return move > 0 ? t('moved up by {0}', move) : t('moved down by {0}', -move);
}

/** Why nothing is ready, in one or two sentences; undefined: something is. */
export function whyNothingIsReady({ ready, held, active, blocked, finished }: NextUp): string | undefined {
  if (ready.length > 0) {
    return undefined;
  }
  if (held.length > 0) {
    const those = count(held.length, 'planned story waits');
    return t('Nothing is ready to be started. {0}: {1}.', those, listing(holdersOf(held), 3));
  }
  const others = [
    ...(active > 0 ? [count(active, 'story is in progress')] : []),
    ...(blocked > 0 ? [count(blocked, 'one is blocked')] : []),
    ...(finished > 0 ? [count(finished, 'one is finished')] : []),
  ];
  return others.length > 0
    ? t('Nothing is ready to be started: no story is planned. {0}.', capital(listing(others, 3)))
    : t('Nothing is ready to be started: the plan has no stories yet.');
}

/** `3 for PAY-11 Ledger`, those that hold up the most first. */
function holdersOf(held: NextUp['held']): string[] {
  const counts = new Map<string, number>();
  for (const { by } of held) {
    const words = holderWords(by);
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([words, number]) => `${held.length > 1 ? `${number} ` : ''}${words}`);
}

function holderWords(by: Holder): string {
  switch (by.kind) {
    case 'dependency':
      return t('for {0}', headline(by.item));
    case 'unknown':
      return t('for {0}, which no roadmap declares', by.name);
    case 'blocked':
      return t('for {0}, which is blocked', headline(by.item));
  }
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
