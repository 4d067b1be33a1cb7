import type { PageGraph, StoryPage } from '../../protocol/storyPage';
import { h, type View } from '../view';
import type { Conduct } from './conduct';
import { note, rowList } from './parts';
import { signView } from './signs';
import { words } from './words';

/** Space around the boxes, for their borders. */
const MARGIN = 2;

/** So many letters surely fit into a box. */
const LONGEST_TITLE = 26;

/** The neighbourhood as a picture, and the same as lists, which keyboard and screen reader go through. */
export function dependenciesView({ graph, needs, neededBy }: StoryPage['dependencies'], conduct: Conduct): View[] {
  if (needs.length === 0 && neededBy.length === 0) {
    return [note(words.noDependencies)];
  }
  const picture = graph
    ? [
        graphView(
          graph,
          words.graph(
            needs.map(({ label }) => label),
            neededBy.map(({ label }) => label),
          ),
          conduct,
        ),
      ]
    : [];
  return [
    ...picture,
    ...(graph && graph.hidden > 0 ? [h('p', { key: 'hidden', class: 'note' }, words.hidden(graph.hidden))] : []),
    h(
      'div',
      { key: 'lists', class: 'columns' },
      ...(
        [
          ['needs', words.needs, needs],
          ['neededBy', words.neededBy, neededBy],
        ] as const
      ).flatMap(([key, title, rows]) =>
        rows.length === 0 ? [] : [h('div', { key }, h('h3', {}, title), rowList(rows, conduct))],
      ),
    ),
  ];
}

function graphView(graph: PageGraph, label: string, conduct: Conduct): View {
  const { width, height, nodes, edges } = graph;
  const [wide, high] = [width + 2 * MARGIN, height + 2 * MARGIN];
  return h(
    'svg',
    {
      key: 'graph',
      class: 'graph',
      role: 'img',
      'aria-label': label,
      width: String(wide),
      height: String(high),
      viewBox: `${-MARGIN} ${-MARGIN} ${wide} ${high}`,
    },
    ...edges.map(({ key, from, to }) => {
      const middle = (from.x + to.x) / 2;
      const [x, y] = [to.x - 1, to.y];
      return h(
        'g',
        { key: `edge ${key}`, class: 'edge' },
        h('path', { d: `M${from.x} ${from.y}C${middle} ${from.y} ${middle} ${to.y} ${x} ${y}` }),
        h('path', { d: `M${x - 5} ${y - 4}L${x} ${y}L${x - 5} ${y + 4}` }),
      );
    }),
    ...nodes.map((node) => nodeView(node, graph, conduct)),
  );
}

function nodeView(node: PageGraph['nodes'][number], { nodeWidth, nodeHeight }: PageGraph, conduct: Conduct): View {
  const { key, name, title, category, status, x, y, isSelf, target } = node;
  const whole = `${name} ${title}`.trim();
  return h(
    'g',
    {
      key,
      class: isSelf ? 'node self' : 'node',
      transform: `translate(${x} ${y})`,
      ...(!isSelf && {
        onClick: (event: { readonly ctrlKey: boolean; readonly metaKey: boolean }) =>
          conduct.open(target, event.ctrlKey || event.metaKey),
      }),
    },
    h('title', {}, `${whole}, ${status}`),
    h('rect', { width: String(nodeWidth), height: String(nodeHeight), rx: '4' }),
    h('g', { key: 'sign', transform: 'translate(10 7)' }, signView(category)),
    h('text', { key: 'name', class: 'node-name', x: '32', y: '19' }, shortened(name === '' ? title : name, 18)),
    h(
      'text',
      { key: 'title', class: 'node-title', x: '10', y: '37' },
      shortened(name === '' ? status : title, LONGEST_TITLE),
    ),
  );
}

function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
}
