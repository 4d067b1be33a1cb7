import { t } from './t';
import type { Severity } from '../model/finding';
import type { ReferenceRole } from '../model/marks';
import type { ItemKind, RiskStatus } from '../model/roadmap';
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

/** `A story`: what an item is, where a sentence begins with it. */
export function aKind(kind: ItemKind): string {
  const words: Readonly<Record<ItemKind, string>> = {
    epic: t('An epic'),
    story: t('A story'),
    task: t('A task'),
    release: t('A release'),
    goal: t('A goal'),
    risk: t('A risk'),
  };
  return words[kind];
}

/** `a story`: the same within a sentence. */
export function aKindWithin(kind: ItemKind): string {
  const words: Readonly<Record<ItemKind, string>> = {
    epic: t('an epic'),
    story: t('a story'),
    task: t('a task'),
    release: t('a release'),
    goal: t('a goal'),
    risk: t('a risk'),
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

/** `active`: a category by its own name. */
export function stateWord(category: StatusCategory): string {
  return category === 'active' ? t('active') : categoryWord(category);
}

/** `mitigating`: how a risk is dealt with. */
export function riskStatusWord(status: RiskStatus): string {
  const words: Readonly<Record<RiskStatus, string>> = {
    open: t('open'),
    mitigating: t('mitigating'),
    accepted: t('accepted'),
    closed: t('closed'),
  };
  return words[status];
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
