import { startOfLine } from '../../model/lineEnds';
import type { Problem } from '../../model/problem';
import type { WorkItem } from '../../model/roadmap';
import type { Span } from '../../model/span';
import type { Stretch } from '../markdown/rereading';
import type { ReadContext } from '../readContext';
import type { WorkList } from '../readPlanDocument';
import type { WorkPlace } from '../readWork';

/** One entry of a list of work, with all that it holds: what is read again when something in it changes. */
export interface Unit {
  start: number;
  /** In YAML and Markdown where what follows begins, in JSON behind the bracket. */
  end: number;
  readonly items: readonly WorkItem[];
  readonly problems: readonly Problem[];
  /** In Markdown: what its place in the file says of it. */
  readonly stretch?: Stretch;
  /** Every span of its items and problems that stands in it; undefined until they had to be moved. */
  spans: readonly Span[] | undefined;
}

/** A list at the top of the file whose entries can be read one without the other. */
export interface UnitList {
  readonly field: string;
  readonly place: WorkPlace;
  /** Spaces before each dash in YAML; 0 in JSON. */
  readonly column: number;
  readonly units: Unit[];
}

/** What of a roadmap stands in units, list by list in the file's order, and what does not. */
interface Division {
  readonly inLists: readonly UnitList[];
  readonly otherWork: readonly WorkItem[];
  readonly otherProblems: readonly Problem[];
}

/** @param stretches of a Markdown file, where its items stand; undefined: the lists tell */
export function unitListsOf(
  context: ReadContext,
  lists: readonly WorkList[],
  work: readonly WorkItem[],
  text: string,
  stretches: readonly Stretch[] | undefined,
): Division {
  let [otherWork, otherProblems] = [work, sortedProblems(context.problems)];
  const inLists: UnitList[] = [];
  for (const list of lists) {
    const end = list.next === undefined ? text.length : startOfLine(text, list.next);
    const content = { text, work: otherWork, problems: otherProblems, end };
    const found = stretches
      ? { ...list, column: 0, units: unitsOfStretches(stretches, otherWork, otherProblems) }
      : unitListOf(context, list, content);
    if (found && found.units.length > 0) {
      inLists.push(found);
      otherWork = without(
        otherWork,
        found.units.flatMap(({ items }) => items),
      );
      otherProblems = without(
        otherProblems,
        found.units.flatMap(({ problems }) => problems),
      );
    }
  }
  return { inLists: inLists.sort((a, b) => startOf(a) - startOf(b)), otherWork, otherProblems };
}

/** What may stand in a list's units: items and problems in the file's order, and where the text behind the last entry ends. */
export interface UnitContent {
  readonly text: string;
  readonly work: readonly WorkItem[];
  readonly problems: readonly Problem[];
  readonly end: number;
}

/** undefined: the entries are not all mappings, or in YAML do not all begin on a line of their own in one column. */
export function unitListOf(
  { format }: Pick<ReadContext, 'format'>,
  { node, field, place }: Omit<WorkList, 'next'>,
  { text, work, problems, end }: UnitContent,
): UnitList | undefined {
  if (node.items.some((item) => item.kind !== 'map')) {
    return undefined;
  }
  const inYaml = format === 'yaml';
  const starts = node.items.map(({ span }) => (inYaml ? startOfLine(text, span.start) : span.start));
  const columns = node.items.map(({ span }, index) => (inYaml ? dashColumn(text, starts[index] ?? 0, span.start) : 0));
  const [column] = columns;
  if (column === undefined || columns.some((each) => each !== column)) {
    return undefined;
  }
  const takeItems = takeUpTo(work);
  const takeProblems = takeUpTo(problems);
  const units = starts.map((start, index): Unit => {
    const stop = inYaml ? (starts[index + 1] ?? end) : (node.items[index]?.span.end ?? start);
    const items = takeItems(start, stop);
    return { start, end: stop, items, problems: takeProblems(start, stop), spans: undefined };
  });
  return { field, place, column, units };
}

export function unitsOfStretches(
  stretches: readonly Stretch[],
  work: readonly WorkItem[],
  problems: readonly Problem[],
): Unit[] {
  const takeItems = takeUpTo(work);
  const takeProblems = takeUpTo(problems);
  return stretches.map((stretch): Unit => {
    const { start, end } = stretch;
    const items = takeItems(start, end);
    return { start, end, items, problems: takeProblems(start, end), stretch, spans: undefined };
  });
}

/** undefined: something else than a dash and spaces stands before the entry. */
function dashColumn(text: string, from: number, to: number): number | undefined {
  return /^( *)- +$/.exec(text.slice(from, to))?.[1]?.length;
}

/** Hands out sorted things by where they stand; each call's stretch lies behind that of the call before. */
function takeUpTo<T extends { readonly span: Span }>(things: readonly T[]): (start: number, end: number) => T[] {
  let at = 0;
  return (start, end) => {
    const taken: T[] = [];
    for (let thing = things[at]; thing && thing.span.start < end; thing = things[++at]) {
      if (thing.span.start >= start) {
        taken.push(thing);
      }
    }
    return taken;
  };
}

function without<T>(all: readonly T[], taken: readonly T[]): readonly T[] {
  const gone = new Set(taken);
  return all.filter((each) => !gone.has(each));
}

export function sortedProblems(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort((a, b) => a.span.start - b.span.start);
}

function startOf({ units }: UnitList): number {
  return units[0]?.start ?? 0;
}
