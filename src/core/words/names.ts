import { t } from '@vscode/l10n';
import type { Severity } from '../model/finding';
import type { ReferenceRole } from '../model/marks';
import type { ItemKind } from '../model/roadmap';
import type { StatusCategory } from '../model/status';

/** `story`: what an item is, within a sentence. */
export function kindWord(kind: ItemKind): string {
  const words: Readonly<Record<ItemKind, string>> = {
    epic: t('epic'),
    story: t('story'),
    task: t('task'),
    release: t('release'),
    goal: t('goal'),
    risk: t('risk'),
  };
  return words[kind];
}

/** `in progress`: the words for a category where a team has none of its own. */
export function categoryWord(category: StatusCategory): string {
  const words: Readonly<Record<StatusCategory, string>> = {
    planned: t('planned'),
    active: t('in progress'),
    blocked: t('blocked'),
    done: t('done'),
    dropped: t('dropped'),
  };
  return words[category];
}

/** `warning`: how much a finding or an annotation matters. */
export function severityWord(severity: Severity): string {
  const words: Readonly<Record<Severity, string>> = {
    error: t('error'),
    warning: t('warning'),
    information: t('information'),
    hint: t('hint'),
  };
  return words[severity];
}

/** `test`: what the file of a reference is for. */
export function roleWord(role: ReferenceRole): string {
  const words: Readonly<Record<ReferenceRole, string>> = { code: t('code'), test: t('test'), doc: t('doc') };
  return words[role];
}
