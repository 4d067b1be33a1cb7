import type { Goal, Metric, Named, Person, Release, Risk, WorkItem } from '../model/roadmap';
import { readDayRange } from './dateWords';
import { type Declaration, declarationsIn } from './declarations';
import { readDate, readLevel, readName, readNames, readNumber, readPaths, readStatus, readText } from './fieldValues';
import { type Draft, readItemBase } from './itemBase';
import { type OwnFields, ownFieldsOf } from './ownFields';
import { quoted, type ReadContext, report } from './readContext';
import { readWorkFields, topPlaces } from './readWork';
import { nearestRiskStatus, riskStatusOf } from './statusNames';
import type { ValueNode } from './valueNode';

/** A release or goal, and the work that its file writes inside it: that work belongs to the roadmap's own. */
export interface WithWork<T> {
  readonly item: T;
  readonly work: readonly WorkItem[];
}

export function readReleases(context: ReadContext, field: string, node: ValueNode): WithWork<Release>[] {
  return declarationsIn(context, field, 'release', node).map((declaration) => {
    const own = ownFieldsOf(context, declaration.node, 'release');
    const item: Draft<Release> = {
      ...readItemBase(context, dated(declaration), own, 'release'),
      kind: 'release',
      status: own.read('status', readStatus),
      start: own.read('start', readDate),
      date: own.read('date', readDate) ?? dateOfWords(declaration),
      freeze: own.read('freeze', readDate),
    };
    item.date ??= dateOfName(item);
    const release = { name: item.id === '' ? item.title : item.id, span: item.headline };
    return { item, work: readInnerWork(context, own, { release }) };
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
    const goal = { name: item.id === '' ? item.title : item.id, span: item.headline };
    return { item, work: readInnerWork(context, own, { goal }) };
  });
}

export function readRisks(context: ReadContext, field: string, node: ValueNode): Risk[] {
  return declarationsIn(context, field, 'risk', node).map((declaration) => {
    const own = ownFieldsOf(context, declaration.node, 'risk');
    return {
      ...readItemBase(context, declaration, own, 'risk'),
      kind: 'risk',
      probability: own.read('probability', readLevel),
      impact: own.read('impact', readLevel),
      status: own.read('status', readRiskStatus) ?? 'open',
      owner: own.read('owner', readName),
      mitigation: own.read('mitigation', readName),
      review: own.read('review', readDate),
      items: own.readList('items', readNames),
      code: own.readList('code', readPaths),
    };
  });
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

function readRiskStatus(context: ReadContext, field: string, node: ValueNode): Risk['status'] | undefined {
  const name = readName(context, field, node);
  if (name === undefined) {
    return undefined;
  }
  const status = riskStatusOf(name.name);
  if (status === undefined) {
    const message = `${quoted(name.name)} is no known status of a risk. Use open, mitigating, accepted or closed.`;
    report(context, 'WM105', name.span, message, nearestRiskStatus(name.name));
  }
  return status;
}

function readInnerWork(
  context: ReadContext,
  own: OwnFields,
  given: { readonly release?: Named; readonly goal?: Named },
): WorkItem[] {
  return readWorkFields(context, own, topPlaces(given));
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
