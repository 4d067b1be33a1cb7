/**
 * One shortest circle of every knot of a graph, as the nodes on it, beginning with the one that `nodes` lists first.
 * A knot is a strongly connected component with an edge in it; a node that leads to itself is one.
 */
export function findCycles<Node extends object | number>(
  nodes: readonly Node[],
  next: (node: Node) => readonly Node[],
): Node[][] {
  return findKnots(nodes, next).flatMap((knot) => shortestCycle(knot, next) ?? []);
}

/** All knots of a graph: every node of one can be reached from each of its others. In the order of `nodes`, also within each. */
export function findKnots<Node extends object | number>(
  nodes: readonly Node[],
  next: (node: Node) => readonly Node[],
): Node[][] {
  const order = new Map(nodes.map((node, index) => [node, index]));
  const position = (node: Node) => order.get(node) ?? Number.POSITIVE_INFINITY;
  return components(nodes, next)
    .filter(([first, second]) => second !== undefined || (first !== undefined && next(first).includes(first)))
    .map((component) => [...component].sort((a, b) => position(a) - position(b)))
    .sort(([a], [b]) => (a === undefined || b === undefined ? 0 : position(a) - position(b)));
}

/** Tarjan's strongly connected components, with a stack of its own: chains may be longer than the call stack is deep. */
function components<Node extends object | number>(
  nodes: readonly Node[],
  next: (node: Node) => readonly Node[],
): Node[][] {
  interface Frame {
    readonly node: Node;
    readonly index: number;
    readonly ahead: Iterator<Node>;
    low: number;
  }
  const indexes = new Map<Node, number>();
  const open: Node[] = [];
  const isOpen = new Set<Node>();
  const found: Node[][] = [];
  const enter = (node: Node): Frame => {
    const index = indexes.size;
    indexes.set(node, index);
    open.push(node);
    isOpen.add(node);
    return { node, index, ahead: next(node)[Symbol.iterator](), low: index };
  };
  for (const start of nodes) {
    const path = indexes.has(start) ? [] : [enter(start)];
    for (let frame = path.at(-1); frame; frame = path.at(-1)) {
      const step = frame.ahead.next();
      if (step.done) {
        path.pop();
        const caller = path.at(-1);
        if (caller) {
          caller.low = Math.min(caller.low, frame.low);
        }
        if (frame.low === frame.index) {
          const component = open.splice(open.lastIndexOf(frame.node));
          component.forEach((node) => isOpen.delete(node));
          found.push(component);
        }
      } else if (!indexes.has(step.value)) {
        path.push(enter(step.value));
      } else if (isOpen.has(step.value)) {
        frame.low = Math.min(frame.low, indexes.get(step.value) ?? frame.low);
      }
    }
  }
  return found;
}

/** @returns in brackets, so that `flatMap` keeps it whole; undefined for a single node that does not lead to itself */
function shortestCycle<Node extends object | number>(
  component: readonly Node[],
  next: (node: Node) => readonly Node[],
): [Node[]] | undefined {
  const [start] = component;
  if (start === undefined) {
    return undefined;
  }
  const inside = new Set(component);
  const cameFrom = new Map<Node, Node>();
  const queue: Node[] = [start];
  for (const node of queue) {
    for (const neighbour of next(node)) {
      if (neighbour === start) {
        return [pathTo(node, start, cameFrom)];
      }
      if (inside.has(neighbour) && !cameFrom.has(neighbour)) {
        cameFrom.set(neighbour, node);
        queue.push(neighbour);
      }
    }
  }
  return undefined;
}

function pathTo<Node extends object | number>(end: Node, start: Node, cameFrom: ReadonlyMap<Node, Node>): Node[] {
  const path = [end];
  for (let at: Node | undefined = end; at !== start; ) {
    at = cameFrom.get(at);
    if (at === undefined) {
      break;
    }
    path.unshift(at);
  }
  return path;
}
