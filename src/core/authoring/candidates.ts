import { t } from '../words/t';
import { RULES } from '../findings/registry';
import { escapeMarkdown } from '../report/markdown';
import { RULE_SEVERITIES } from '../model/finding';
import { RISK_STATUSES } from '../roadmap/statusNames';
import { STATUS_CATEGORIES } from '../model/status';
import type { Plan } from '../trace/plan';
import type { CompletionKind, Surroundings } from './completion';
import { dependencyCandidates, itemCandidates } from './itemCandidates';
import type { ValuePlace } from './place';
import { SCORING_WORDS } from '../planning/scoreFormula';
import { SCHEMA_STATUSES } from '../roadmap/jsonSchema';
import { statusCandidates } from './statusCandidates';
import { said } from '../words/translatable';

/** A value that fits a place. */
export interface Candidate {
  /** What is written. */
  readonly name: string;
  /** What a person knows it by besides, and may type instead. */
  readonly words: string | undefined;
  readonly kind: CompletionKind;
  readonly detail: string | undefined;
  readonly documentation: string | undefined;
  /** Nothing declares it: it is known only because it is written somewhere, which may be right here. */
  readonly isOnlyUsed?: true;
}

/** The values that fit a place, best first; none where any words may stand. Of many items only some, see {@link itemCandidates}. */
export function candidatesFor(place: ValuePlace, typed: string, around: Surroundings): readonly Candidate[] {
  const { plan, hasSchema } = around;
  const isSchemaStatus = (name: string) => hasSchema && SCHEMA_STATUSES.includes(name);
  switch (place.field.type) {
    case 'status':
      return statusCandidates(plan).filter(({ name }) => !isSchemaStatus(name));
    case 'riskStatus':
      return hasSchema ? [] : words(RISK_STATUSES);
    case 'workflow':
      return hasSchema ? [] : words(STATUS_CATEGORIES);
    case 'severity':
      return hasSchema ? [] : words(RULE_SEVERITIES);
    case 'yesNo':
      return hasSchema && place.notation === 'json' ? [] : words(['true', 'false']);
    case 'level':
    case 'share':
      return hasSchema ? [] : words(['low', 'medium', 'high']);
    default:
      return named(place, typed, around);
  }
}

function named(
  { field, notation, word, owner }: ValuePlace,
  typed: string,
  around: Surroundings,
): readonly Candidate[] {
  const { plan } = around;
  switch (field.name) {
    case 'depends':
      return dependencyCandidates(around, typed);
    case 'mitigation':
      return itemCandidates(around, typed, () => true);
    case 'items':
      return owner === 'risk' ? itemCandidates(around, typed, () => true) : [];
    case 'epic':
      return itemCandidates(around, typed, ({ kind }) => kind === 'epic');
    case 'release':
      return releases(plan);
    case 'goal':
      return owner === 'metric' ? [] : goals(plan);
    case 'owner':
      return people(plan).filter(({ name }) => notation !== 'markdown' || word.start === word.end || !/\s/.test(name));
    case 'labels':
      return words(count(plan.workItems.flatMap(({ labels }) => labels.map(({ name }) => name)))).map((label) => ({
        ...label,
        isOnlyUsed: true,
      }));
    case 'keys':
      return words(
        count(plan.workItems.flatMap(({ id, derivedId }) => (derivedId ? [] : (/^(.+)-\d/.exec(id)?.[1] ?? [])))),
      );
    case 'scoring':
      return words(SCORING_WORDS);
    case 'type':
      return words(['epic', 'story', 'task']);
    case 'rule':
      return owner === 'suppression' || owner === 'rule'
        ? RULES.map(({ code, title }) => ({ ...oneWord(code), words: said(title), documentation: undefined }))
        : [];
    default:
      return [];
  }
}

function releases(plan: Plan): Candidate[] {
  const declared = plan.releases.map(
    (release): Candidate => ({
      name: release.derivedId ? release.title : release.id,
      words: release.derivedId || release.title === release.id ? undefined : release.title,
      kind: 'release',
      detail: release.date ? t('due {0}', release.date.text) : undefined,
      documentation: undefined,
    }),
  );
  const used = count(plan.workItems.flatMap(({ release }) => release?.name ?? []));
  return [...declared, ...undeclared(used, (name) => plan.findRelease(name) !== undefined, 'release')];
}

function goals(plan: Plan): Candidate[] {
  const declared = plan.goals.map(
    (goal): Candidate => ({
      name: goal.derivedId ? goal.title : goal.id,
      words: goal.derivedId || goal.title === goal.id ? undefined : goal.title,
      kind: 'goal',
      detail: undefined,
      documentation: goal.metrics.map(({ name }) => escapeMarkdown(name)).join('\n\n') || undefined,
    }),
  );
  const known = new Set(plan.goals.flatMap(({ id, title }) => [id.toLowerCase(), title.toLowerCase()]));
  const used = count(plan.workItems.flatMap(({ goal }) => goal?.name ?? []));
  return [...declared, ...undeclared(used, (name) => known.has(name.toLowerCase()), 'goal')];
}

function people(plan: Plan): Candidate[] {
  const declared = plan.team.map(
    (person): Candidate => ({
      name: person.id,
      words: person.name === person.id ? undefined : person.name,
      kind: 'person',
      detail: undefined,
      documentation: undefined,
    }),
  );
  const used = count([...plan.workItems, ...plan.risks].flatMap(({ owner }) => owner?.name ?? []));
  return [...declared, ...undeclared(used, (name) => plan.findPerson(name) !== undefined, 'person')];
}

function undeclared(used: readonly string[], isDeclared: (name: string) => boolean, kind: CompletionKind): Candidate[] {
  return used
    .filter((name) => !isDeclared(name))
    .map((name) => ({
      name,
      words: undefined,
      kind,
      detail: t('used, not declared'),
      documentation: undefined,
      isOnlyUsed: true,
    }));
}

/** Each once, the most used first. */
function count(names: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const name of names) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
}

function words(names: readonly string[]): Candidate[] {
  return names.map(oneWord);
}

function oneWord(name: string): Candidate {
  return { name, words: undefined, kind: 'word', detail: undefined, documentation: undefined };
}
