/**
 * Builds the values that core works on without reading any text: `world(story('PAY-12', { status: 'done' }),
 * file('src/a.ts', todo('PAY-12')), commit('PAY-12: refunds'))`. Every span is made up, lies behind the ones made before,
 * and knows what it stands for, so that a test can say `PAY-12 status` instead of counting letters.
 */
import { DEFAULT_TAGS } from '../../src/core/annotations/tags';
import type { Commit, CommitVia } from '../../src/core/model/commit';
import { type DayRange, parseDayRange } from '../../src/core/model/calendar';
import { LineTable } from '../../src/core/model/lineTable';
import type {
  Annotation,
  Certainty,
  FileMarks,
  Mention,
  Reference,
  ReferenceRole,
  Until,
} from '../../src/core/model/marks';
import type { Problem } from '../../src/core/model/problem';
import type {
  DateValue,
  Estimate,
  FieldSpan,
  Goal,
  Item,
  Metric,
  Named,
  NumberValue,
  Person,
  Release,
  Risk,
  RiskStatus,
  Roadmap,
  ScoreField,
  Suppression,
  Verdict,
  WorkItem,
} from '../../src/core/model/roadmap';
import type { Place, Span } from '../../src/core/model/span';
import type { Status, StatusCategory } from '../../src/core/model/status';
import { asWork, createPlan, type Plan } from '../../src/core/trace/plan';
import { Trace } from '../../src/core/trace/trace';

const ROADMAP_PATH = 'roadmap.yaml';

const labels = new WeakMap<Span, string>();
let nextOffset = 0;

function spanOf(label: string): Span {
  const span = { start: nextOffset, end: nextOffset + label.length };
  nextOffset = span.end + 1;
  labels.set(span, label);
  return span;
}

/** `roadmap.yaml: PAY-12 status`; a span that was not built here is shown by its offsets. */
export function placeName({ path, span }: Place): string {
  return `${path}: ${labels.get(span) ?? `${span.start}-${span.end}`}`;
}

/** Fields of an epic, story or task, in the terse forms that roadmap files have. */
export interface WorkFields {
  readonly title?: string;
  /** A category, or `Name=category`. */
  readonly status?: string;
  readonly release?: string;
  readonly epic?: string;
  readonly goal?: string;
  readonly owner?: string;
  readonly start?: string;
  readonly due?: string;
  /** `5`, or `3d`. */
  readonly estimate?: string;
  readonly scores?: Readonly<Partial<Record<ScoreField, number>>>;
  readonly depends?: readonly string[];
  readonly aliases?: readonly string[];
  /** `pay-12`, or `pay-12 in docs/**`. */
  readonly accepts?: readonly string[];
  readonly rejects?: readonly string[];
  readonly acceptance?: readonly string[];
  readonly code?: readonly string[];
  readonly decisions?: readonly string[];
  /** Fields that no table of names knows. */
  readonly extras?: Readonly<Record<string, string>>;
  readonly ignore?: readonly { readonly rule: string; readonly reason?: string; readonly until?: string }[];
  readonly derivedId?: boolean;
}

export function epic(id: string, fields: WorkFields = {}, ...children: readonly WorkItem[]): WorkItem {
  return work('epic', id, fields, children);
}

export function story(id: string, fields: WorkFields = {}, ...children: readonly WorkItem[]): WorkItem {
  return work('story', id, fields, children);
}

export function task(id: string, fields: WorkFields = {}, ...children: readonly WorkItem[]): WorkItem {
  return work('task', id, fields, children);
}

function work(kind: WorkItem['kind'], id: string, fields: WorkFields, children: readonly WorkItem[]): WorkItem {
  const headline = spanOf(id);
  const named = (field: string, value: string | undefined) =>
    value === undefined ? undefined : name(id, field, value);
  return {
    ...base(id, headline, fields),
    kind,
    derivedId: fields.derivedId ?? false,
    status: statusOf(id, fields.status),
    description: undefined,
    goal: named('goal', fields.goal),
    release: named('release', fields.release),
    epic: named('epic', fields.epic),
    owner: named('owner', fields.owner),
    start: date(id, 'start', fields.start),
    due: date(id, 'due', fields.due),
    estimate: estimateOf(id, fields.estimate),
    scores: Object.fromEntries(
      Object.entries(fields.scores ?? {}).map(([field, value]) => [field, number(id, field, value)]),
    ),
    labels: [],
    depends: names(id, 'depends', fields.depends),
    aliases: names(id, 'aliases', fields.aliases),
    verdicts: [...verdicts(id, true, fields.accepts), ...verdicts(id, false, fields.rejects)],
    code: names(id, 'code', fields.code),
    decisions: names(id, 'decisions', fields.decisions),
    acceptance: (fields.acceptance ?? []).map((text) => ({
      text,
      done: false,
      span: spanOf(`${id} acceptance ${text}`),
    })),
    link: undefined,
    children,
    fields: fieldSpans(id, fields),
    extras: Object.entries(fields.extras ?? {}).map(([field, text]) => ({
      name: field,
      text,
      key: spanOf(`${id} ${field}`),
      value: spanOf(`${id} ${field} ${text}`),
    })),
    ignore: (fields.ignore ?? []).map(
      (entry): Suppression => ({
        rule: entry.rule,
        reason: entry.reason,
        until: date(id, 'ignore', entry.until),
        span: spanOf(`${id} ignore ${entry.rule}`),
      }),
    ),
  };
}

export function release(
  id: string,
  fields: { readonly date?: string; readonly start?: string; readonly freeze?: string; readonly status?: string } = {},
): Release {
  return {
    ...base(id, spanOf(id), { title: id }),
    kind: 'release',
    status: statusOf(id, fields.status),
    start: date(id, 'start', fields.start),
    date: date(id, 'date', fields.date),
    freeze: date(id, 'freeze', fields.freeze),
    fields: fieldSpans(id, fields),
  };
}

export function goal(id: string, title = `Goal ${id}`, ...metrics: readonly Metric[]): Goal {
  return { ...base(id, spanOf(id), { title }), kind: 'goal', metrics };
}

/** `metric('refund time', { unit: 'h', baseline: 72, target: 24, current: 41, asOf: '2026-08-20' })`. */
export function metric(
  title: string,
  fields: {
    readonly unit?: string;
    readonly baseline?: number;
    readonly target?: number;
    readonly current?: number;
    readonly asOf?: string;
  },
): Metric {
  const valueOf = (field: string, value: number | undefined) =>
    value === undefined ? undefined : number(title, field, value);
  return {
    name: title,
    unit: fields.unit,
    baseline: valueOf('baseline', fields.baseline),
    target: valueOf('target', fields.target),
    current: valueOf('current', fields.current),
    asOf: date(title, 'asOf', fields.asOf),
    span: spanOf(`metric ${title}`),
  };
}

export function risk(
  id: string,
  fields: {
    readonly probability?: number;
    readonly impact?: number;
    readonly status?: RiskStatus;
    readonly owner?: string;
    readonly mitigation?: string;
    readonly review?: string;
    readonly items?: readonly string[];
    readonly code?: readonly string[];
  } = {},
): Risk {
  return {
    ...base(id, spanOf(id), { title: `Risk ${id}` }),
    kind: 'risk',
    probability: fields.probability === undefined ? undefined : number(id, 'probability', fields.probability),
    impact: fields.impact === undefined ? undefined : number(id, 'impact', fields.impact),
    status: fields.status ?? 'open',
    owner: fields.owner === undefined ? undefined : name(id, 'owner', fields.owner),
    mitigation: fields.mitigation === undefined ? undefined : name(id, 'mitigation', fields.mitigation),
    review: date(id, 'review', fields.review),
    items: names(id, 'items', fields.items),
    code: names(id, 'code', fields.code),
    fields: fieldSpans(id, fields),
  };
}

/** @param capacity points a sprint */
export function person(id: string, fullName = id, capacity?: number): Person {
  return {
    id,
    name: fullName,
    emails: [`${id}@example.org`],
    capacity,
    span: spanOf(id),
    headline: spanOf(id),
  };
}

/** What a roadmap file has beside items and people. */
export interface RoadmapFields {
  readonly path?: string;
  readonly keys?: readonly string[];
  readonly problems?: readonly (Omit<Problem, 'span'> & { readonly at: string })[];
  readonly scoring?: string;
  readonly weights?: Readonly<Record<string, number>>;
}

/** One roadmap file; its items stand in it in the order given. */
export function roadmap(fields: RoadmapFields, ...content: readonly (Item | Person)[]): Roadmap {
  const path = fields.path ?? ROADMAP_PATH;
  const items = content.filter((each) => 'kind' in each);
  return {
    path,
    format: 'yaml',
    product: 'Product',
    vision: undefined,
    keys: fields.keys?.map((key) => name('keys', '', key)),
    workflow: new Map(),
    scoring: fields.scoring === undefined ? undefined : name('scoring', '', fields.scoring),
    weights: fields.weights ?? {},
    rules: [],
    components: [],
    holidays: [],
    team: content.filter((each): each is Person => !('kind' in each)),
    goals: items.filter((item) => item.kind === 'goal').map((item) => ({ ...item, path })),
    releases: items.filter((item) => item.kind === 'release').map((item) => ({ ...item, path })),
    work: items.flatMap((item) => asWork(item) ?? []).map((item) => at(path, item)),
    risks: items.filter((item) => item.kind === 'risk').map((item) => ({ ...item, path })),
    extras: [],
    fields: [],
    problems: (fields.problems ?? []).map(({ at: label, ...problem }) => ({ ...problem, span: spanOf(label) })),
  };
}

/** A plan of one roadmap file. */
export function plan(...content: readonly (Item | Person)[]): Plan {
  return createPlan([roadmap({}, ...content)]);
}

/** One annotation, reference or commit mention that the builder makes a value of. */
export type Mark = { readonly annotation: Annotation } | { readonly reference: Reference };

interface AnnotationFields {
  readonly tag?: string;
  readonly message?: string;
  readonly certainty?: Certainty;
  /** The ID as the text has it, where that differs: the mention is then probable. */
  readonly written?: string;
  /** What is written is certain all the same: `GH-5` for `#5`. */
  readonly sure?: boolean;
  /** The IDs only lie in a range. */
  readonly implied?: boolean;
  /** `2026-09-30`, or the name of a release or item. */
  readonly until?: string;
}

/** `todo('PAY-12')`, `todo('PAY-12 PAY-13', { tag: 'FIXME' })`, `todo('')`. */
export function todo(ids: string, fields: AnnotationFields = {}): Mark {
  const { tag = 'TODO', message = 'retry', certainty = 'certain' } = fields;
  const span = spanOf(`${tag} ${ids}`.trim());
  return {
    annotation: {
      tag,
      kind: DEFAULT_TAGS.find((known) => known.name === tag)?.kind ?? 'task',
      severity: 'information',
      span,
      tagSpan: spanOf(`${tag} tag`),
      message,
      mentions: ids
        .split(' ')
        .filter(Boolean)
        .map((id) => mention(id, fields)),
      owner: undefined,
      until: untilOf(fields.until),
      priority: undefined,
      certainty,
    },
  };
}

function untilOf(text: string | undefined): Until | undefined {
  return text === undefined
    ? undefined
    : { text, span: spanOf(`until ${text}`), days: parseDayRange(text), id: undefined };
}

export function reference(
  id: string,
  fields: { readonly role?: ReferenceRole; readonly via?: Reference['via']; readonly written?: string } = {},
): Mark {
  return {
    reference: { mention: mention(id, fields), role: fields.role ?? 'code', via: fields.via ?? 'bare' },
  };
}

export function file(path: string, ...marks: readonly Mark[]): FileMarks {
  return {
    path,
    annotations: marks.flatMap((mark) => ('annotation' in mark ? [mark.annotation] : [])),
    references: marks.flatMap((mark) => ('reference' in mark ? [mark.reference] : [])),
    lines: LineTable.of(''),
  };
}

interface CommitFields {
  /** The day, noon UTC. */
  readonly on?: string;
  readonly by?: string;
  readonly via?: CommitVia;
  readonly closes?: boolean;
  readonly certainty?: Certainty;
  readonly reverts?: Commit;
  readonly pickedFrom?: Commit;
  /** IDs that the commit names beside those of the subject. */
  readonly names?: readonly string[];
}

let commits = 0;

/** A commit that names the IDs of its subject. */
export function commit(subject: string, fields: CommitFields = {}): Commit {
  const { by = 'Ana Lima', via = 'subject', closes = false, certainty = 'certain' } = fields;
  commits += 1;
  const ids = new Set([...(subject.match(/\b[A-Z]+-\d+(?:\.\d+)*/g) ?? []), ...(fields.names ?? [])]);
  return {
    // Unlike in their first letters, as hashes are.
    sha: String(commits).padStart(8, '0').split('').reverse().join('').padEnd(40, '0'),
    date: `${fields.on ?? '2026-08-20'}T12:00:00+00:00`,
    committed: Date.parse(fields.on ?? '2026-08-20') / 1000,
    author: by,
    email: `${by.toLowerCase().replace(' ', '.')}@example.org`,
    subject,
    mentions: [...ids].map((id) => ({ id, via: [via], closes, certainty })),
    undoes: fields.reverts && { shas: [fields.reverts.sha], pulls: [], subject: undefined, isFormal: true },
    coAuthors: [],
    pickedFrom: fields.pickedFrom ? [fields.pickedFrom.sha] : [],
  };
}

/** The join of everything given: roadmaps as they are, loose items in one roadmap file of their own, commits newest first. */
export function world(...content: readonly (Item | Person | Roadmap | FileMarks | Commit)[]): Trace {
  const trace = new Trace();
  const loose = content.filter((each) => 'kind' in each || 'emails' in each);
  const roadmaps = content.filter((each) => 'format' in each);
  trace.setRoadmaps(loose.length > 0 ? [...roadmaps, roadmap({}, ...loose)] : roadmaps);
  for (const marks of content.filter((each) => 'annotations' in each)) {
    trace.replaceFile(marks.path, marks);
  }
  const history = content.filter((each) => 'sha' in each);
  trace.addCommits(history, history.length);
  return trace;
}

function base(id: string, headline: Span, fields: { readonly title?: string }) {
  return {
    id,
    derivedId: false,
    title: fields.title ?? `Title of ${id}`,
    path: ROADMAP_PATH,
    span: headline,
    headline,
    fields: new Map<string, FieldSpan>(),
    extras: [],
    ignore: [] as readonly Suppression[],
  };
}

/** The value of a field stands where the field's own value object says, so only those that have none get a span here. */
function fieldSpans(id: string, fields: object): ReadonlyMap<string, FieldSpan> {
  const stated = Object.entries(fields).filter(([, value]) => value !== undefined);
  return new Map(stated.map(([field]) => [field, { key: undefined, value: spanOf(`${id} ${field}`) }]));
}

function at(path: string, item: WorkItem): WorkItem {
  return { ...item, path, children: item.children.map((child) => at(path, child)) };
}

function statusOf(id: string, text: string | undefined): Status | undefined {
  if (text === undefined) {
    return undefined;
  }
  const [first = '', category = first] = text.split('=');
  return { name: first, category: category as StatusCategory, span: spanOf(`${id} status`) };
}

function name(id: string, field: string, value: string): Named {
  return { name: value, span: spanOf([id, field, value].filter(Boolean).join(' ')) };
}

function names(id: string, field: string, values: readonly string[] | undefined): Named[] {
  return (values ?? []).map((value) => name(id, field, value));
}

function verdicts(id: string, accepted: boolean, texts: readonly string[] = []): Verdict[] {
  return texts.map((text) => {
    const [written = '', where] = text.split(' in ');
    return {
      accepted,
      written,
      where,
      path: ROADMAP_PATH,
      span: spanOf(`${id} ${accepted ? 'accepts' : 'rejects'} ${text}`),
    };
  });
}

function number(id: string, field: string, value: number): NumberValue {
  return { value, span: spanOf(`${id} ${field}`) };
}

function date(id: string, field: string, text: string | undefined): DateValue | undefined {
  return text === undefined ? undefined : { ...days(text), text, span: spanOf(`${id} ${field}`) };
}

/** Throws for a text that is no date: the test would test something else than it says. */
export function days(text: string): DayRange {
  const range = parseDayRange(text);
  if (!range) {
    throw new Error(`${text} is no date.`);
  }
  return range;
}

function estimateOf(id: string, text: string | undefined): Estimate | undefined {
  return text === undefined
    ? undefined
    : { ...number(id, 'estimate', Number.parseFloat(text)), unit: text.endsWith('d') ? 'days' : 'points' };
}

function mention(
  id: string,
  { written = id, sure = written === id, implied = false }: Pick<AnnotationFields, 'written' | 'sure' | 'implied'>,
): Mention {
  return {
    id,
    written,
    span: spanOf(id),
    certainty: sure ? 'certain' : 'probable',
    ...(implied && { implied: true as const }),
  };
}
