import type { WorkItem } from '../model/roadmap';
import type { StatusCategory } from '../model/status';
import { dependantPlaces, dependenciesOf } from '../planning/dependencies';
import { categoryOf } from '../planning/progress';
import { statusWords } from '../report/itemWords';
import type { Plan } from '../trace/plan';
import type { PageQuestion } from './question';

/** A box of the graph; places and sizes are in pixels from the top left. */
export interface GraphNode<T> {
  /** The item's ID. */
  readonly key: string;
  readonly name: string;
  readonly title: string;
  readonly category: StatusCategory;
  readonly status: string;
  readonly x: number;
  readonly y: number;
  readonly isSelf: boolean;
  readonly target: T;
}

/** From what is needed to what needs it, from the right side of one box to the left side of another. */
export interface GraphEdge {
  readonly key: string;
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
}

/** What an item needs on its left, what needs it on its right, in columns. */
export interface DependencyGraph<T> {
  readonly width: number;
  readonly height: number;
  readonly nodeWidth: number;
  readonly nodeHeight: number;
  readonly nodes: readonly GraphNode<T>[];
  readonly edges: readonly GraphEdge[];
  /** Items that are near enough, and for which there is no room. */
  readonly hidden: number;
}

const NODE = { width: 176, height: 46 } as const;
const GAP = { x: 44, y: 12 } as const;

/** Steps away from the item, and boxes in one column: more is a plan, not a neighbourhood. */
const MOST_STEPS = 2;
const MOST_IN_COLUMN = 5;

/** undefined: nothing is needed by the item, nor needs it. */
export function dependencyGraph<T>(item: WorkItem, question: PageQuestion<T>): DependencyGraph<T> | undefined {
  const { plan } = question.trace;
  const seen = new Set([item]);
  const before = columnsFrom(item, seen, (each) => dependenciesOf(each, plan));
  const after = columnsFrom(item, seen, (each) => dependantsOf(each, plan));
  const all = [...before.reverse(), [item], ...after];
  if (all.length === 1) {
    return undefined;
  }
  const columns = all.map((column) => column.slice(0, MOST_IN_COLUMN));
  const height = Math.max(...columns.map((column) => heightOf(column.length)));
  const nodes = columns.flatMap((column, at) =>
    column.map((each, row): GraphNode<T> => {
      const top = (height - heightOf(column.length)) / 2;
      return {
        key: each.id,
        name: each.derivedId ? '' : each.id,
        title: each.title,
        category: categoryOf(each, plan),
        status: statusWords(each, question.trace),
        x: at * (NODE.width + GAP.x),
        y: top + row * (NODE.height + GAP.y),
        isSelf: each === item,
        target: question.targetOf({ kind: 'story', item: each }),
      };
    }),
  );
  const places = new Map(columns.flat().map((each, index) => [each, nodes[index]]));
  return {
    width: columns.length * NODE.width + (columns.length - 1) * GAP.x,
    height,
    nodeWidth: NODE.width,
    nodeHeight: NODE.height,
    nodes,
    edges: edgesBetween(places, plan),
    hidden: all.flat().length - nodes.length,
  };
}

/** What the item waits for, and what waits for it, as far as it is declared. */
export function dependantsOf(item: WorkItem, plan: Plan): readonly WorkItem[] {
  const place = plan.placeOf(item);
  const places = place === undefined ? [] : (dependantPlaces(plan).get(place) ?? []);
  return places.flatMap((each) => plan.workItems[each] ?? []);
}

/** Items by their steps from the first one, without those that were seen before: a circle ends where it began. */
function columnsFrom(
  item: WorkItem,
  seen: Set<WorkItem>,
  nextOf: (item: WorkItem) => readonly WorkItem[],
): (readonly WorkItem[])[] {
  const columns: (readonly WorkItem[])[] = [];
  for (let column: readonly WorkItem[] = [item]; columns.length < MOST_STEPS; ) {
    column = [...new Set(column.flatMap(nextOf))].filter((each) => !seen.has(each));
    if (column.length === 0) {
      break;
    }
    column.forEach((each) => seen.add(each));
    columns.push(column);
  }
  return columns;
}

/** Edges that run from a column to one on its right: those of a circle would only run back over the boxes. */
function edgesBetween<T>(places: ReadonlyMap<WorkItem, GraphNode<T> | undefined>, plan: Plan): GraphEdge[] {
  return [...places].flatMap(([item, to]) =>
    dependenciesOf(item, plan).flatMap((needed) => {
      const from = places.get(needed);
      return from && to && from.x < to.x
        ? [
            {
              key: `${from.key} ${to.key}`,
              from: { x: from.x + NODE.width, y: from.y + NODE.height / 2 },
              to: { x: to.x, y: to.y + NODE.height / 2 },
            },
          ]
        : [];
    }),
  );
}

function heightOf(rows: number): number {
  return rows * NODE.height + (rows - 1) * GAP.y;
}
