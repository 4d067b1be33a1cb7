import { t } from '../../core/words/t';
import type { Grouping } from '../../core/backlog/view';

/** `release`: what rows are grouped by, within a sentence. */
export function groupingWord(grouping: Grouping): string {
  const words: Readonly<Record<Grouping, string>> = {
    epic: t('epic'),
    release: t('release'),
    status: t('status'),
    owner: t('owner'),
    goal: t('goal'),
  };
  return words[grouping];
}
