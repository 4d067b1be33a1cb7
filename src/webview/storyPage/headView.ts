import type { StoryPage } from '../../protocol/storyPage';
import { h, type View } from '../view';
import type { Conduct } from './conduct';
import { link } from './parts';
import { signView } from './signs';
import { words } from './words';

/** What the item is, where it belongs and how it stands. */
export function headView(head: StoryPage['head'], conduct: Conduct): View {
  const { id, title, kind, category, status, description, facts, sentences, target } = head;
  return h(
    'header',
    { key: 'head', class: 'head' },
    ...lineageView(head, conduct),
    h(
      'h1',
      {},
      signView(category),
      ...(id === '' ? [] : [h('span', { key: 'id', class: 'id' }, id), ' ']),
      h('span', { key: 'title' }, title),
    ),
    h(
      'div',
      { key: 'line', class: 'head-line' },
      h('span', { key: 'status', class: `status status-${category}` }, status),
      h('span', { key: 'kind', class: 'kind' }, kind),
      h('span', { key: 'space', class: 'space' }),
      h(
        'button',
        {
          key: 'open',
          type: 'button',
          class: 'button',
          onClick: ({ ctrlKey, metaKey }) => conduct.open(target, ctrlKey || metaKey),
        },
        words.openInRoadmap,
      ),
      h(
        'button',
        { key: 'actions', type: 'button', class: 'button', onClick: () => conduct.showActions() },
        words.actions,
      ),
    ),
    ...(description === '' ? [] : [h('p', { key: 'description', class: 'description' }, description)]),
    h(
      'dl',
      { key: 'facts', class: 'fact-list', 'aria-label': words.facts },
      ...facts.map(({ label, value, tone }) =>
        h('div', { key: label }, h('dt', {}, label), h('dd', { class: tone === undefined ? false : tone }, value)),
      ),
    ),
    ...(sentences.length === 0
      ? []
      : [h('div', { key: 'outlook', class: 'outlook' }, ...sentences.map((sentence) => h('p', {}, sentence)))]),
  );
}

function lineageView({ lineage }: StoryPage['head'], conduct: Conduct): View[] {
  return lineage.length === 0
    ? []
    : [
        h(
          'nav',
          { key: 'lineage', class: 'lineage', 'aria-label': words.partOf },
          h('ol', {}, ...lineage.map(({ name, target }) => h('li', { key: name }, link(name, target, conduct)))),
        ),
      ];
}
