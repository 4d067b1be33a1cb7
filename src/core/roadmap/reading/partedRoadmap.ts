import type { Problem } from '../../model/problem';
import type { Roadmap, WorkItem } from '../../model/roadmap';
import type { Span } from '../../model/span';
import { giveDerivedIds } from '../derivedIds';
import { isSyntaxProblem, type ReadContext, tidyProblems } from '../readContext';
import { draftsOf, type PlanDocument } from '../readPlanDocument';
import { hasReferences } from '../references';
import { isReadByLine } from '../yaml/readYaml';
import { moveSpans, spansIn } from './movedSpans';
import { readUnits } from './readUnits';
import { differenceOf, type TextDifference } from './textDifference';
import { type Unit, type UnitList, unitListsOf } from './unitLists';

/** A roadmap cut into the entries that can be read by themselves, and the rest. Changes in place from edit to edit. */
export class PartedRoadmap {
  private isRegular: boolean | undefined;
  private hasDerivedIds: boolean | undefined;
  /** Every span outside of units; undefined until they had to be moved. */
  private otherSpans: readonly Span[] | undefined;

  private constructor(
    private readonly context: ReadContext,
    /** Of the text as it is now. */
    private roadmap: Roadmap,
    /** In the file's order. */
    private readonly lists: readonly UnitList[],
    private readonly otherWork: readonly WorkItem[],
    private readonly otherProblems: readonly Problem[],
  ) {}

  /** undefined: nothing in this file can be read by itself. */
  static of(context: ReadContext, { roadmap, lists }: PlanDocument, text: string): PartedRoadmap | undefined {
    // A mistake in the writing may mean something for what follows it.
    if (context.format === 'markdown' || context.problems.some(isSyntaxProblem)) {
      return undefined;
    }
    const { inLists, otherWork, otherProblems } = unitListsOf(context, lists, roadmap.work, text);
    return inLists.length === 0 ? undefined : new PartedRoadmap(context, roadmap, inLists, otherWork, otherProblems);
  }

  /** The roadmap after an edit that lies within one of the lists. undefined: the whole text has to be read. */
  after(former: string, text: string): Roadmap | undefined {
    this.isRegular ??= this.context.format === 'json' || isReadByLine(former);
    const difference = differenceOf(former, text);
    const list = this.isRegular ? this.lists.find((each) => touchedUnits(each, difference, former.length)) : undefined;
    const touched = list && touchedUnits(list, difference, former.length);
    const units =
      touched &&
      readUnits(this.context, list, text, touched.start, touched.end + difference.end - difference.formerEnd);
    if (!units) {
      return undefined;
    }
    this.moveBehind(touched.end, difference.end - difference.formerEnd);
    list.units.splice(touched.first, touched.last - touched.first + 1, ...units);
    const next = this.joined(units);
    if (hasReferences(this.context, next)) {
      return undefined;
    }
    this.roadmap = next;
    return next;
  }

  /** Everything that stands at an offset or behind it. */
  private moveBehind(from: number, by: number): void {
    if (by === 0) {
      return;
    }
    for (const { units } of this.lists) {
      for (const unit of units) {
        if (unit.start >= from) {
          unit.spans ??= spansIn([unit.items, unit.problems]);
          moveSpans(unit.spans, by);
          unit.start += by;
          unit.end += by;
        }
      }
    }
    const { team, keys, scoring, goals, releases, risks, fields, extras } = this.roadmap;
    this.otherSpans ??= spansIn([
      team,
      keys,
      scoring,
      goals,
      releases,
      risks,
      fields,
      extras,
      this.otherWork,
      this.otherProblems,
    ]);
    moveSpans(
      this.otherSpans.filter((span) => span.start >= from),
      by,
    );
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

/** Units from the first to the last that an edit can have changed, with where they stand in the former text. */
interface Touched {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
}

/** What separates the first from what is before and the last from what follows must be as it was: a line's beginning, a bracket. */
function touchedUnits(
  { units }: UnitList,
  { from, formerEnd }: TextDifference,
  formerLength: number,
): Touched | undefined {
  const first = units.findLastIndex((unit) => unit.start < from);
  const last = units.findIndex(({ end }) => end > formerEnd || (end === formerEnd && end === formerLength));
  const [start, end] = [units[first]?.start, units[last]?.end];
  return start === undefined || end === undefined || last < first ? undefined : { first, last, start, end };
}

function holdsDerivedId(items: readonly WorkItem[]): boolean {
  return items.some((item) => item.derivedId || holdsDerivedId(item.children));
}
