import { t } from '../words/t';
import type { Item, Release, Risk, Roadmap, RoadmapField, WorkItem } from '../model/roadmap';
import { scoringProblem } from '../planning/scoreFormula';
import { giveDerivedIds } from './derivedIds';
import { fieldAlways } from './fields';
import { readName, readNames, readText } from './fieldValues';
import { readNumber } from './numberValues';
import type { Draft } from './itemBase';
import { looseIdsMadeDerived } from './looseIds';
import { type OwnFields, ownFieldsOf } from './ownFields';
import { unwrapped } from './planShape';
import { type ReadContext, report, tidyProblems } from './readContext';
import { readGoals, readReleases, readTeam, type WithWork } from './readParts';
import { readComponents, readDays, readRuleWishes } from './readSettings';
import { readRisks } from './readRisks';
import { hasReferences, withoutReferences } from './references';
import { readWorkFields, topPlaces, type WorkPlace } from './readWork';
import { readWorkflow } from './readWorkflow';
import { fieldOf, isListOfThings } from './shapes';
import type { ListNode, MapNode } from './valueNode';

/** A list of work at the top of a file, each of whose entries can be read again by itself. */
export interface WorkList {
  /** The canonical name of the field that holds it. */
  readonly field: string;
  readonly place: WorkPlace;
  readonly node: ListNode;
  /** Where the next field of the file begins; undefined: none follows. */
  readonly next: number | undefined;
}

/** A file as read, with what is needed to read a part of it again. */
export interface PlanDocument {
  readonly roadmap: Roadmap;
  /** Empty where what one entry says changes what is read of another. */
  readonly lists: readonly WorkList[];
}

/** Makes a roadmap of a file's mapping, whichever of the written forms it came from. */
export function readPlanDocument(context: ReadContext, document: MapNode): PlanDocument {
  const top = unwrapped(context, document);
  const own = ownFieldsOf(context, top, 'roadmap');
  const workflow = readWorkflow(context, own.nodes('workflow'));
  const releases = [...own.readList('releases', readReleases), ...releasesInGroups(context, own)];
  const goals = own.readList('goals', readGoals);
  const risks = own.readList('risks', readRisks);
  const work = [
    ...readWorkFields(context, own, topPlaces()),
    ...[...releases, ...goals].flatMap((part) => part.work),
  ].sort(byPlace);
  const roadmap: Roadmap = {
    path: context.path,
    format: context.format,
    product: own.read('product', readText),
    vision: own.read('vision', readText),
    keys: own.nodes('keys').length > 0 ? own.readList('keys', readNames) : undefined,
    workflow,
    ...readScoring(context, own),
    rules: own.readList('rules', readRuleWishes),
    components: own.readList('components', readComponents),
    holidays: own.readList('holidays', readDays),
    team: own.readList('team', readTeam),
    goals: goals.map((part) => part.item),
    releases: inOrder<Release>(
      releases.map((part) => part.item),
      context.inner.releases,
    ),
    work,
    risks: inOrder<Risk>(risks, context.inner.risks),
    fields: fieldsOf(own, top),
    extras: own.extras,
    problems: tidyProblems(context.problems),
  };
  const isCrossed = looseIdsMadeDerived(roadmap) || readsAcross(context) || hasReferences(context, roadmap);
  giveDerivedIds(roadmap);
  return { roadmap: withoutReferences(context, roadmap), lists: isCrossed ? [] : workListsOf(own, top) };
}

/** Whether things that stand inside others were put into the roadmap's own lists. */
export function readsAcross({ inner }: ReadContext): boolean {
  return inner.releases.length > 0 || inner.risks.length > 0;
}

function workListsOf(own: OwnFields, { entries }: MapNode): WorkList[] {
  const starts = entries.flatMap(({ keySpan }) => keySpan?.start ?? []).sort((a, b) => a - b);
  return [...topPlaces()].flatMap(([field, place]) =>
    own.nodes(field).flatMap((node) => {
      const next = starts.find((start) => start >= node.span.end);
      // Some names only list work where the entries look so, which an edit of one entry may change.
      const isAlways = entries.some(({ key, value }) => value === node && fieldAlways('roadmap', key)?.name === field);
      return node.kind === 'list' && isAlways ? [{ field, place, node, next }] : [];
    }),
  );
}

function fieldsOf(own: OwnFields, { entries }: MapNode): readonly RoadmapField[] {
  return entries.flatMap((entry) => {
    const { keySpan, value } = entry;
    const spec = keySpan && fieldOf('roadmap', entry);
    const counts = spec && (isListOfThings(spec) || own.entry(spec.name) === entry);
    return counts ? [{ name: spec.name, key: keySpan, value: isListOfThings(spec) ? undefined : value.span }] : [];
  });
}

/** `v2.0: [ … ]` at the top of the file. */
function releasesInGroups(context: ReadContext, own: OwnFields): WithWork<Release>[] {
  return own.groups.flatMap(({ kind, entry }) =>
    kind === 'release'
      ? readReleases(context, 'releases', { kind: 'map', entries: [entry], span: entry.value.span })
      : [],
  );
}

function inOrder<T extends Item>(own: readonly T[], inner: readonly T[]): readonly T[] {
  return inner.length === 0 ? own : [...own, ...inner].sort(byPlace);
}

function byPlace(a: Item, b: Item): number {
  return a.span.start - b.span.start;
}

function readScoring(context: ReadContext, own: OwnFields): Pick<Roadmap, 'scoring' | 'weights'> {
  const scoring = own.read('scoring', readName);
  const weights = readWeights(context, own);
  // Under another name it may be words about how a team ranks.
  const problem = own.entry('scoring')?.key === 'scoring' ? scoringProblem({ scoring, weights }) : undefined;
  if (scoring && problem) {
    const { name, span } = scoring;
    const isPlain = span.end - span.start === name.length;
    const place = isPlain ? { start: span.start + problem.start, end: span.start + problem.end } : span;
    // What ends too early has nothing at its end that could be shown.
    report(context, 'WM105', place.start < place.end ? place : span, problem.message);
  }
  return { scoring, weights };
}

function readWeights(context: ReadContext, own: OwnFields): Readonly<Record<string, number>> {
  const entries = own.nodes('weights').flatMap((node) => {
    if (node.kind !== 'map') {
      const message = t('`weights` takes a number for each field: `{ impact: 3, feedback: 2 }`.');
      return report(context, 'WM105', node.span, message) ?? [];
    }
    return node.entries.flatMap(({ key, value }) => {
      const weight = readNumber(context, 'weights', value);
      return weight ? [[key.trim(), weight.value] as const] : [];
    });
  });
  return Object.fromEntries(entries);
}

/** Everything that may have a derived ID, in the order in which they are given. */
export function draftsOf({ goals, releases, work, risks }: Roadmap): Draft<Item>[] {
  const withChildren = (items: readonly WorkItem[]): WorkItem[] =>
    items.flatMap((item) => [item, ...withChildren(item.children)]);
  return [...goals, ...releases, ...withChildren(work), ...risks];
}
