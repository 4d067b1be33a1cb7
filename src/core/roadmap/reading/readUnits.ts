import type { WorkItem } from '../../model/roadmap';
import { readJsonEntries } from '../jsonValues';
import { isLoose } from '../looseIds';
import { isSyntaxProblem, type ReadContext, silentContext } from '../readContext';
import { readsAcross } from '../readPlanDocument';
import { readWork } from '../readWork';
import type { ValueNode } from '../valueNode';
import { isReadByLine, readYamlValues } from '../yaml/readYaml';
import { sortedProblems, type Unit, type UnitList, unitListOf } from './unitLists';

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
  const part: ReadContext = { ...silentContext(context), text, releaseNames: context.releaseNames };
  const node = entriesBetween(part, start, end);
  if (node?.kind !== 'list' || part.problems.some(isSyntaxProblem)) {
    return undefined;
  }
  const work = readWork(part, field, node, place);
  part.bareNames.forEach((item) => context.bareNames.add(item));
  if (readsAcross(part) || work.some(holdsLooseId)) {
    return undefined;
  }
  const read = unitListOf(part, { field, place, node }, { text, work, problems: sortedProblems(part.problems), end });
  return read?.units[0]?.start === start && read.column === column ? read.units : undefined;
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
