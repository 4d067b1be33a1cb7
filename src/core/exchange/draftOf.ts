import type {
  Acceptance,
  DateValue,
  Estimate,
  ExtraField,
  Goal,
  Item,
  Metric,
  Named,
  NumberValue,
  Person,
  Release,
  Risk,
  Roadmap,
  ScoreField,
  Suppression,
  Verdict,
  WorkItem,
} from '../model/roadmap';
import { type Draft, type DraftItem, type Fields, fieldsOf, inWrittenOrder, type Value } from './draft';
import { extraValue } from './extraValue';

/** All that roadmaps say, as one: of what two of them say of the whole (a vision, a person) the first counts. */
export function draftOf(roadmaps: readonly Roadmap[]): Draft {
  const first = <T>(pick: (roadmap: Roadmap) => T | undefined) =>
    roadmaps.map(pick).find((value) => value !== undefined);
  const all = <T>(pick: (roadmap: Roadmap) => readonly T[]) => roadmaps.flatMap(pick);
  const keys = all((roadmap) => roadmap.keys ?? []).map(({ name }) => name);
  return {
    fields: fieldsOf([
      ['product', first(({ product }) => product)],
      ['vision', first(({ vision }) => vision)],
      ['keys', [...new Set(keys)]],
      ['workflow', firstOfEach(all(({ workflow }) => [...workflow]))],
      ['scoring', first(({ scoring }) => scoring)?.name],
      ['weights', firstOfEach(all(({ weights }) => Object.entries(weights)))],
      ['team', uniqueById(all(({ team }) => team)).map(personFields)],
      ['goals', uniqueById(all(({ goals }) => goals)).map(goalFields)],
      ['releases', uniqueById(all(({ releases }) => releases)).map(releaseFields)],
      ['risks', all(({ risks }) => risks).map(riskFields)],
    ]),
    work: draftItems(all(({ work }) => work)),
  };
}

/** An entry that says nothing at all is none. */
function draftItems(items: readonly WorkItem[]): readonly DraftItem[] {
  const drafts = items.map(draftItem);
  return inWrittenOrder(
    drafts.filter((each) => each.id || each.title || each.fields.size > 0 || each.children.length > 0),
  );
}

function draftItem(item: WorkItem): DraftItem {
  return {
    kind: item.kind,
    id: item.derivedId ? undefined : item.id,
    title: item.title === item.id && !item.fields.has('title') ? '' : item.title,
    fields: workFields(item),
    children: draftItems(item.children),
  };
}

const SCORES: readonly ScoreField[] = [
  'impact',
  'feedback',
  'feasibility',
  'reach',
  'confidence',
  'effort',
  'value',
  'urgency',
];

function workFields(item: WorkItem): Fields {
  return fieldsOf([
    ['status', item.status?.name],
    ['story', item.description],
    ['goal', item.goal?.name],
    ['release', item.release?.name],
    ['epic', item.epic?.name],
    ['owner', item.owner?.name],
    ['start', item.start?.text],
    ['due', item.due?.text],
    ['estimate', item.estimate && estimateValue(item.estimate)],
    ...SCORES.map((name) => [name, item.scores[name]?.value] as const),
    ['labels', namesOf(item.labels)],
    ['depends', namesOf(item.depends)],
    ['aliases', namesOf(item.aliases)],
    ['accepts', verdictsOf(item.verdicts, true)],
    ['rejects', verdictsOf(item.verdicts, false)],
    ['code', namesOf(item.code)],
    ['decisions', namesOf(item.decisions)],
    ['acceptance', item.acceptance.map(criterionValue)],
    ['link', item.link?.name],
    ...commonFields(item),
  ]);
}

function releaseFields(release: Release): Fields {
  return fieldsOf([
    ...identity(release),
    ['status', release.status?.name],
    ['start', release.start?.text],
    // A release that is called `2026-Q3` need not say it twice.
    ['date', isOwnName(release, release.date) ? undefined : release.date?.text],
    ['freeze', release.freeze?.text],
    ...commonFields(release),
  ]);
}

function isOwnName(release: Release, date: DateValue | undefined): boolean {
  return date?.text === release.id || date?.text === release.title;
}

function goalFields(goal: Goal): Fields {
  return fieldsOf([...identity(goal), ['metrics', goal.metrics.map(metricFields)], ...commonFields(goal)]);
}

function metricFields(metric: Metric): Fields {
  return fieldsOf([
    ['name', metric.name],
    ['unit', metric.unit],
    ['baseline', numberOf(metric.baseline)],
    ['target', numberOf(metric.target)],
    ['current', numberOf(metric.current)],
    ['asOf', metric.asOf?.text],
  ]);
}

function riskFields(risk: Risk): Fields {
  return fieldsOf([
    ...identity(risk),
    ['probability', numberOf(risk.probability)],
    ['impact', numberOf(risk.impact)],
    ['status', risk.fields.has('status') ? risk.status : undefined],
    ['owner', risk.owner?.name],
    ['mitigation', risk.mitigation?.name],
    ['review', risk.review?.text],
    ['items', namesOf(risk.items)],
    ['code', namesOf(risk.code)],
    ...commonFields(risk),
  ]);
}

function personFields({ id, name, emails, capacity }: Person): Fields {
  return fieldsOf([
    ['id', id],
    ['name', name === id ? undefined : name],
    ['emails', emails],
    ['capacity', capacity],
  ]);
}

function identity(item: Item): readonly (readonly [string, Value | undefined])[] {
  return [
    ['id', item.derivedId ? undefined : item.id],
    ['title', item.title === item.id && !item.derivedId ? undefined : item.title],
  ];
}

function commonFields({ ignore, extras, fields }: Item): readonly (readonly [string, Value | undefined])[] {
  // What a known field could not read is no extra of that name: it would be read as the field again.
  const own = extras.filter(({ name }) => !fields.has(name));
  return [
    ['ignore', ignore.map(suppressionFields)],
    ...own.map(({ name, text }: ExtraField) => [name, extraValue(text.trim())] as const),
  ];
}

function suppressionFields({ rule, reason, until }: Suppression): Fields {
  return fieldsOf([
    ['rule', rule],
    ['reason', reason],
    ['until', until?.text],
  ]);
}

function criterionValue({ text, done }: Acceptance): Value {
  return done
    ? fieldsOf([
        ['text', text],
        ['done', true],
      ])
    : text;
}

function verdictsOf(verdicts: readonly Verdict[], accepted: boolean): readonly string[] {
  return verdicts
    .filter((verdict) => verdict.accepted === accepted)
    .map(({ written, where }) => (where === undefined ? written : `${written} in ${where}`));
}

const HOURS_A_DAY = 8;

/** `5` points, `3d`, `4h`: the shortest form that reads as the same amount. */
function estimateValue({ value, unit }: Estimate): Value {
  if (unit === 'points') {
    return value;
  }
  const hours = Math.round(value * HOURS_A_DAY * 100) / 100;
  return Number.isInteger(value) || hours / HOURS_A_DAY !== value ? `${value}d` : `${hours}h`;
}

function numberOf(number: NumberValue | undefined): number | undefined {
  return number?.value;
}

function namesOf(names: readonly Named[]): readonly string[] {
  return names.map(({ name }) => name);
}

function firstOfEach(entries: readonly (readonly [string, Value])[]): Fields {
  const first = new Map<string, Value>();
  for (const [name, value] of entries) {
    first.set(name, first.get(name) ?? value);
  }
  return first;
}

function uniqueById<T extends { readonly id: string }>(items: readonly T[]): readonly T[] {
  const ids = new Set<string>();
  return items.filter(({ id }) => !ids.has(id) && ids.add(id));
}
