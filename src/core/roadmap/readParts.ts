import type { Goal, Metric, Named, Person, Release, WorkItem } from '../model/roadmap';
import { readDayRange } from './dateWords';
import { type Declaration, declarationsIn } from './declarations';
import { readDate, readName, readNames, readText } from './fieldValues';
import { readNumber } from './numberValues';
import { type Draft, readItemBase } from './itemBase';
import { type OwnFields, ownFieldsOf } from './ownFields';
import type { ReadContext } from './readContext';
import { readInnerRisks } from './readRisks';
import { readWorkFields, topPlaces, type WorkPlace } from './readWork';
import { statedStatus } from './severalNames';
import type { ValueNode } from './valueNode';

/** What a release or goal gives to the work that its file writes inside it. */
type Given = Pick<WorkPlace, 'release' | 'goal'>;

/** A release or goal, and the work that its file writes inside it: that work belongs to the roadmap's own. */
export interface WithWork<T> {
  readonly item: T;
  readonly work: readonly WorkItem[];
}

/** Releases that stand inside one of these are left in `context.inner`, their work comes with it. */
export function readReleases(
  context: ReadContext,
  field: string,
  node: ValueNode,
  given: Given = {},
): WithWork<Release>[] {
  return declarationsIn(context, field, 'release', node).map((declaration) => {
    const own = ownFieldsOf(context, declaration.node, 'release');
    const item: Draft<Release> = {
      ...readItemBase(context, dated(declaration), own, 'release'),
      kind: 'release',
      status: statedStatus(own),
      start: own.read('start', readDate),
      date: own.read('date', readDate) ?? dateOfWords(declaration),
      freeze: own.read('freeze', readDate),
    };
    item.date ??= dateOfName(item);
    const name = nameOf(item);
    context.releaseNames.add(name.name.toLowerCase()).add(item.title.toLowerCase());
    return { item, work: readInner(context, own, { ...given, release: name }) };
  });
}

export function readGoals(context: ReadContext, field: string, node: ValueNode): WithWork<Goal>[] {
  return declarationsIn(context, field, 'goal', node).map((declaration) => {
    const own = ownFieldsOf(context, declaration.node, 'goal');
    const item: Goal = {
      ...readItemBase(context, declaration, own, 'goal'),
      kind: 'goal',
      metrics: own.readList('metrics', readMetrics),
    };
    return { item, work: readInner(context, own, { goal: nameOf(item) }) };
  });
}

/** A number says nothing by itself, and may count sprints in each of several phases. */
function nameOf(item: Release | Goal): Named {
  return { name: /^\d*$/.test(item.id) ? item.title : item.id, span: item.headline };
}

function readInner(context: ReadContext, own: OwnFields, given: Given): WorkItem[] {
  readInnerRisks(context, own, undefined);
  const releases = own.nodes('releases').flatMap((node) => readReleases(context, 'releases', node, given));
  context.inner.releases.push(...releases.map(({ item }) => item));
  const work = readWorkFields(context, own, topPlaces(given));
  return [...work, ...releases.flatMap((release) => release.work)];
}

export function readTeam(context: ReadContext, field: string, node: ValueNode): Person[] {
  return declarationsIn(context, field, 'person', node).flatMap(({ node: map, key, words, span }): Person[] => {
    const own = ownFieldsOf(context, map, 'person');
    const stated = words?.text.trim().replace(/^@/, '');
    const name = own.read('name', readText) ?? stated ?? key?.text;
    const named = own.read('id', readName);
    const id = named?.name ?? key?.text ?? name;
    if (id === undefined) {
      return [];
    }
    const emails = own.readList('emails', readNames).map((email) => email.name);
    const headline = named?.span ?? key?.span ?? own.spans.get('name')?.value ?? words?.inner ?? span;
    return [{ id, name: name ?? id, emails, capacity: own.read('capacity', readNumber)?.value, span, headline }];
  });
}

function readMetrics(context: ReadContext, field: string, node: ValueNode): Metric[] {
  return declarationsIn(context, field, 'metric', node).flatMap(({ node: map, key, words, span }) => {
    const own = ownFieldsOf(context, map, 'metric');
    const name = own.read('name', readText) ?? key?.text ?? words?.text.trim();
    if (!name) {
      return [];
    }
    return [
      {
        name,
        unit: own.read('unit', readText),
        baseline: own.read('baseline', readNumber),
        target: own.read('target', readNumber),
        current: own.read('current', readNumber),
        asOf: own.read('asOf', readDate),
        span,
      },
    ];
  });
}

/** `v2.0: 2026-10-15` in a mapping of releases: the words are the date, not the title. */
function dated(declaration: Declaration): Declaration {
  return dateOfWords(declaration) ? { ...declaration, words: undefined } : declaration;
}

function dateOfWords({ key, words }: Declaration): Release['date'] {
  const range = key && words ? readDayRange(words.text) : undefined;
  return range && words ? { ...range, text: words.text.trim(), span: words.inner } : undefined;
}

/** A release that is called `2026-Q3` is due in it. */
function dateOfName(release: Release): Release['date'] {
  const text = release.id === '' ? release.title : release.id;
  const range = /\d{4}/.test(text) ? readDayRange(text) : undefined;
  return range && { ...range, text, span: release.headline };
}
