import { t } from '../words/t';
import { isWork } from '../edit/items';
import type { ItemAddress } from '../edit/roadmapEdit';
import type { Finding } from '../model/finding';
import type { Annotation, FileMarks, Mention } from '../model/marks';
import type { Item, WorkItem } from '../model/roadmap';
import type { Span } from '../model/span';
import { formatDay, formatDayShort } from '../model/calendar';
import type { FixContext, Question } from './fix';

/** What the finding is about; undefined: nothing that a roadmap declares. */
export function itemOf({ item }: Finding, { trace }: FixContext): Item | undefined {
  return item === undefined ? undefined : trace.plan.find(item);
}

export function workOf(finding: Finding, context: FixContext): WorkItem | undefined {
  const item = itemOf(finding, context);
  return isWork(item) ? item : undefined;
}

export function addressOf({ path, id }: Item): ItemAddress {
  return { path, id };
}

/** The items that the finding's related places show, in their order. */
export function relatedWork({ related }: Finding, { trace }: FixContext): readonly WorkItem[] {
  return related.flatMap((each) => {
    const at = 'place' in each ? each.place : undefined;
    const isThere = ({ path, headline }: WorkItem) => path === at?.path && headline.start === at.span.start;
    return (at && trace.plan.workItems.find(isThere)) ?? [];
  });
}

/** A finding's mark in a source file. */
export interface FoundMark<Mark> {
  readonly file: FileMarks;
  readonly mark: Mark;
}

/** The annotation at which the finding stands; undefined: it stands elsewhere. */
export function annotationOf({ place }: Finding, { trace }: FixContext): FoundMark<Annotation> | undefined {
  const file = trace.files.get(place.path);
  const mark = file?.annotations.find(({ span }) => holds(span, place.span));
  return file && mark && { file, mark };
}

/** The mention at which the finding stands. */
export function mentionOf({ place }: Finding, { trace }: FixContext): FoundMark<Mention> | undefined {
  const file = trace.files.get(place.path);
  const mark = file && mentionsOf(file).find(({ span }) => isSame(span, place.span));
  return file && mark && { file, mark };
}

function mentionsOf(file: FileMarks): readonly Mention[] {
  return [...file.annotations.flatMap(({ mentions }) => mentions), ...file.references.map(({ mention }) => mention)];
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

const WEEK = 7;

/** Days that a person may mean, as answers. */
export function likelyDays({ today }: FixContext): NonNullable<Question['likely']> {
  return (
    [
      [WEEK, (day: string) => t('In a week, {0}', day)],
      [2 * WEEK, (day: string) => t('In two weeks, {0}', day)],
      [4 * WEEK, (day: string) => t('In four weeks, {0}', day)],
    ] as const
  ).map(([days, label]) => {
    const to = today + days;
    return { label: label(formatDayShort(to, today)), answer: formatDay(to) };
  });
}

const LONGEST_WORDS = 60;

/** As much of a text as fits into a menu. */
export function short(words: string): string {
  const line = words.trim().replace(/\s+/g, ' ');
  return line.length > LONGEST_WORDS ? `${line.slice(0, LONGEST_WORDS - 1)}…` : line;
}
