import type { WorkItem } from '../../model/roadmap';
import { readJsonEntries } from '../jsonValues';
import { isLoose } from '../looseIds';
import type { MarkdownReading } from '../markdown/readMarkdown';
import { readStretch } from '../markdown/rereading';
import { isSyntaxProblem, type ReadContext, silentContext } from '../readContext';
import { readsAcross } from '../readPlanDocument';
import { readWork, type WorkPlace } from '../readWork';
import type { ListNode, ValueNode } from '../valueNode';
import { isReadByLine, readYamlValues } from '../yaml/readYaml';
import { sortedProblems, type Unit, type UnitList, unitListOf, unitsOfStretches } from './unitLists';

/**
 * Reads a stretch of text that holds entries of a list, and nothing else.
 *
 * @returns undefined when what stands there is more or less than such entries, or has a mistake in its writing, which may mean
 * something for what follows it, and when it says something that belongs elsewhere in the roadmap
 */
export function readUnits(
  context: ReadContext,
  { field, place, column }: UnitList,
  text: string,
  start: number,
  end: number,
): readonly Unit[] | undefined {
  const part = partContext(context, text);
  const node = entriesBetween(part, start, end);
  const work = node?.kind === 'list' ? workOf(context, part, field, node, place) : undefined;
  if (node?.kind !== 'list' || !work) {
    return undefined;
  }
  const read = unitListOf(part, { field, place, node }, { text, work, problems: sortedProblems(part.problems), end });
  return read?.units[0]?.start === start && read.column === column ? read.units : undefined;
}

/** As {@link readUnits}, for one unit of a Markdown file. */
export function readMarkdownUnit(
  context: ReadContext,
  markdown: MarkdownReading,
  { field, place }: UnitList,
  { start, stretch, end: formerEnd }: Unit,
  text: string,
  end: number,
): readonly Unit[] | undefined {
  const part = partContext(context, text);
  const own = { ...markdown, context: { ...markdown.context, ...part } };
  const stretches = stretch && readStretch(own, { ...stretch, start, end: formerEnd }, text, end);
  const items = stretches?.map(({ top }) => top.item) ?? [];
  const work = workOf(context, part, field, { kind: 'list', items, span: { start, end } }, place);
  return stretches && work && unitsOfStretches(stretches, work, sortedProblems(part.problems));
}

function partContext(context: ReadContext, text: string): ReadContext {
  return { ...silentContext(context), text, releaseNames: context.releaseNames };
}

/** undefined: something of it belongs elsewhere in the roadmap, or has a mistake in its writing. */
function workOf(
  context: ReadContext,
  part: ReadContext,
  field: string,
  node: ListNode,
  place: WorkPlace,
): readonly WorkItem[] | undefined {
  const work = readWork(part, field, node, place);
  part.bareNames.forEach((item) => context.bareNames.add(item));
  const isOwn = !readsAcross(part) && !work.some(holdsLooseId) && !part.problems.some(isSyntaxProblem);
  return isOwn ? work : undefined;
}

/** An ID that is one only if no other entry has it. */
function holdsLooseId(item: WorkItem): boolean {
  return isLoose(item) || item.children.some(holdsLooseId);
}

function entriesBetween(context: ReadContext, start: number, end: number): ValueNode | undefined {
  if (context.format === 'json') {
    return readJsonEntries(context, start, end);
  }
  return isReadByLine(context.text.slice(start, end)) ? readYamlValues(context, start, end) : undefined;
}
