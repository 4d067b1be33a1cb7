import type { Holder, NextUp } from '../backlog/nextUp';
import type { RankMove } from '../backlog/rankChange';
import { count, headline, listing } from '../findings/wording';

/** `▲ 3`, `▼ 1`, `new`: what happened to a place since the last ranking. */
export function moveSign(move: RankMove): string {
  return move === 'new' ? 'new' : `${move > 0 ? '▲' : '▼'} ${Math.abs(move)}`;
}

/** `moved up by 3`: the same for who hears or reads it as a sentence. */
export function moveWords(move: RankMove): string {
  return move === 'new' ? 'new in this list' : `moved ${move > 0 ? 'up' : 'down'} by ${Math.abs(move)}`;
}

/** Why nothing is ready, in one or two sentences; undefined: something is. */
export function whyNothingIsReady({ ready, held, active, blocked, finished }: NextUp): string | undefined {
  if (ready.length > 0) {
    return undefined;
  }
  if (held.length > 0) {
    const those =
      held.length === 1
        ? 'The one planned story waits'
        : `All ${count(held.length, 'planned story', 'planned stories')} wait`;
    return `Nothing is ready to be started. ${those}: ${listing(holdersOf(held), 3)}.`;
  }
  const others = [
    ...(active > 0 ? [`${count(active, 'story is', 'stories are')} in progress`] : []),
    ...(blocked > 0 ? [`${count(blocked, 'is', 'are')} blocked`] : []),
    ...(finished > 0 ? [`${count(finished, 'is', 'are')} finished`] : []),
  ];
  return others.length > 0
    ? `Nothing is ready to be started: no story is planned. ${capital(listing(others, 3))}.`
    : 'Nothing is ready to be started: the plan has no stories yet.';
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
      return `for ${headline(by.item)}`;
    case 'unknown':
      return `for ${by.name}, which no roadmap declares`;
    case 'blocked':
      return `for ${headline(by.item)}, which is blocked`;
  }
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
