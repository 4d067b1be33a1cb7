import { SUPPRESSION_WORD } from '../../annotations/suppressions';
import type { Problem } from '../../model/problem';
import type { Roadmap, WorkItem } from '../../model/roadmap';
import type { Span } from '../../model/span';
import { giveDerivedIds } from '../derivedIds';
import { isSyntaxProblem, type ReadContext, tidyProblems } from '../readContext';
import type { MarkdownReading } from '../markdown/readMarkdown';
import { stretchesOf } from '../markdown/rereading';
import { draftsOf } from '../readPlanDocument';
import type { WholeReading } from '../readRoadmap';
import { hasReferences } from '../references';
import { isReadByLine } from '../yaml/readYaml';
import { keepItems } from './keptItems';
import { moveEnd, moveSpans, spansIn } from './movedSpans';
import { readMarkdownUnit, readUnits } from './readUnits';
import { differenceOf, type TextDifference } from './textDifference';
import { type Unit, type UnitList, unitListsOf } from './unitLists';

/** A roadmap cut into the entries that can be read by themselves, and the rest. Changes in place from edit to edit. */
export class PartedRoadmap {
  private isRegular: boolean | undefined;
  private hasDerivedIds: boolean | undefined;
  /** Every span outside of units; undefined until they had to be moved. */
  private otherSpans: ReadonlySet<Span> | undefined;

  private constructor(
    private readonly context: ReadContext,
    private readonly markdown: MarkdownReading | undefined,
    /** Of the text as it is now. */
    private roadmap: Roadmap,
    /** In the file's order. */
    private readonly lists: readonly UnitList[],
    private readonly otherWork: readonly WorkItem[],
    private readonly otherProblems: readonly Problem[],
  ) {}

  /** undefined: nothing in this file can be read by itself. */
  static of({ context, document, markdown }: WholeReading, text: string): PartedRoadmap | undefined {
    const stretches = markdown && stretchesOf(markdown);
    const cannot = context.format === 'markdown' && stretches === undefined;
    // A mistake in the writing may mean something for what follows it.
    if (!document || cannot || context.problems.some(isSyntaxProblem)) {
      return undefined;
    }
    const { roadmap, lists } = document;
    const { inLists, otherWork, otherProblems } = unitListsOf(context, lists, roadmap.work, text, stretches);
    return inLists.length === 0
      ? undefined
      : new PartedRoadmap(context, markdown, roadmap, inLists, otherWork, otherProblems);
  }

  /** The roadmap after an edit that lies within one of the lists. undefined: the whole text has to be read. */
  after(former: string, text: string): Roadmap | undefined {
    this.isRegular ??= this.context.format !== 'yaml' || isReadByLine(former);
    const difference = differenceOf(former, text);
    const touched = this.isRegular ? touchedUnits(this.lists, difference, former.length) : undefined;
    const by = difference.end - difference.formerEnd;
    const mayBeApart =
      touched &&
      !this.isCovered(touched) &&
      !isSaidIn(former, touched.start, touched.end) &&
      !isSaidIn(text, touched.start, touched.end + by);
    const units = mayBeApart && this.readAgain(touched, former, text, touched.end + by);
    if (!units || !this.canMove(touched, former)) {
      return undefined;
    }
    this.moveBehind(touched, by, wordsEnd(text, touched.end + by));
    const { list, first, last } = touched;
    const kept = this.withKeptItems(list.units.slice(first, last + 1), units);
    list.units.splice(first, last - first + 1, ...kept);
    const next = this.joined(kept);
    if (hasReferences(this.context, next)) {
      return undefined;
    }
    this.roadmap = next;
    return next;
  }

  /** What a comment covers is counted in lines, which an edit may add. */
  private isCovered({ start, end }: Touched): boolean {
    const { suppressions = [] } = this.roadmap;
    return suppressions.some(({ covers }) => covers && covers.start < end && covers.end > start);
  }

  private readAgain(touched: Touched, former: string, text: string, end: number) {
    const { list, first, last, start } = touched;
    if (!this.markdown) {
      return readUnits(this.context, list, text, start, end);
    }
    const unit = first === last ? list.units[first] : undefined;
    const isPlain = !NOT_ALONE.test(former.slice(start, touched.end)) && !NOT_ALONE.test(text.slice(start, end));
    return unit && isPlain ? readMarkdownUnit(this.context, this.markdown, list, unit, text, end) : undefined;
  }

  /** In Markdown what will be read again has its places in common with what was read. */
  private withKeptItems(former: readonly Unit[], read: readonly Unit[]): readonly Unit[] {
    if (this.markdown || this.context.bareNames.size > 0) {
      return read;
    }
    const formerItems = former.flatMap(({ items }) => items);
    return read.map((unit) => ({ ...unit, items: keepItems(formerItems, unit.items) }));
  }

  /** Whether nothing else stands in the units, and what begins before and ends in them ends with their last words, as a section does. */
  private canMove({ start, end }: Touched, former: string): boolean {
    const last = wordsEnd(former, end);
    return [...this.others].every(
      (span) => span.start >= end || span.end <= start || (span.start < start && span.end >= last),
    );
  }

  private get others(): ReadonlySet<Span> {
    this.otherSpans ??= this.spansOutsideOfUnits();
    return this.otherSpans;
  }

  /**
   * Everything that stands behind the units, and the ends of what they stand in.
   *
   * @param last where the last words of the units end now
   */
  private moveBehind({ start, end }: Touched, by: number, last: number): void {
    const behind = this.lists.flatMap(({ units }) => units.filter((unit) => unit.start >= end));
    for (const unit of by === 0 ? [] : behind) {
      unit.spans ??= spansIn([unit.items, unit.problems]).filter((span) => !this.others.has(span));
      moveSpans(unit.spans, by);
      unit.start += by;
      unit.end += by;
    }
    for (const span of this.others) {
      if (span.start >= end) {
        moveSpans([span], by);
      } else if (span.start < start && span.end > start) {
        moveEnd(span, span.end < end ? last : span.end + by);
      }
    }
  }

  /** Some of them are spoken of in units: what a heading above says of many items stands in none of them. */
  private spansOutsideOfUnits(): ReadonlySet<Span> {
    const { team, keys, scoring, rules, components, holidays, suppressions, goals, releases, risks, fields, extras } =
      this.roadmap;
    const { otherWork, otherProblems, lists } = this;
    const above = lists.flatMap(({ units }) => units.flatMap(({ stretch }) => stretch?.top.given ?? []));
    const said = [keys, scoring, rules, components, holidays, suppressions];
    const own = [...said, team, goals, releases, risks, fields, extras, otherWork, otherProblems];
    return new Set(spansIn([own, [...new Set(above)]]));
  }

  private joined(read: readonly Unit[]): Roadmap {
    const { lists, otherWork, otherProblems, roadmap } = this;
    const units = lists.flatMap((list) => list.units);
    const work = units.flatMap(({ items }) => items);
    const problems = units.flatMap((unit) => unit.problems);
    const next: Roadmap = {
      ...roadmap,
      work: otherWork.length === 0 ? work : [...work, ...otherWork].sort((a, b) => a.span.start - b.span.start),
      problems: tidyProblems([...otherProblems, ...problems]),
    };
    this.hasDerivedIds ??= draftsOf(roadmap).some((draft) => draft.derivedId);
    this.hasDerivedIds ||= read.some(({ items }) => holdsDerivedId(items));
    if (this.hasDerivedIds) {
      giveDerivedIds(next);
    }
    return next;
  }
}

/**
 * Markdown that only means something in the whole text: line breaks of two letters and one side of a merge, which are read by
 * way of another text, and fences, which may stand open.
 */
const NOT_ALONE = /\r|<<<<<<<|>>>>>>>|```|~~~/;

/** Units of one list from the first to the last that an edit can have changed, with where they stand in the former text. */
interface Touched {
  readonly list: UnitList;
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
}

/**
 * What separates the first from what is before and the last from what follows must be as it was: a line's beginning, a bracket.
 * undefined: the edit does not lie within one list.
 */
function touchedUnits(
  lists: readonly UnitList[],
  { from, formerEnd }: TextDifference,
  formerLength: number,
): Touched | undefined {
  for (const list of lists) {
    const { units } = list;
    const first = units.findLastIndex((unit) => unit.start < from);
    const last = units.findIndex(({ end }) => end > formerEnd || (end === formerEnd && end === formerLength));
    const [start, end] = [units[first]?.start, units[last]?.end];
    if (start !== undefined && end !== undefined && last >= first) {
      return { list, first, last, start, end };
    }
  }
  return undefined;
}

/** Where the last word before an offset ends. */
function wordsEnd(text: string, end: number): number {
  let at = end;
  while (at > 0 && /\s/.test(text[at - 1] ?? '')) {
    at -= 1;
  }
  return at;
}

/** A comment that suppresses something speaks of lines, not of the entry that it stands in. */
function isSaidIn(text: string, start: number, end: number): boolean {
  return text.slice(start, end).includes(SUPPRESSION_WORD);
}

function holdsDerivedId(items: readonly WorkItem[]): boolean {
  return items.some((item) => item.derivedId || holdsDerivedId(item.children));
}
