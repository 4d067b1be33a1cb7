import type { PageRow, PageRows, PageTarget } from '../../protocol/storyPage';
import { type Child, h, type View } from '../view';
import type { Conduct } from './conduct';
import { signView } from './signs';
import { words } from './words';

/** Words that lead somewhere; alone where they lead nowhere. */
export function link(label: string, target: PageTarget | undefined, conduct: Conduct, more: string = ''): View {
  return target === undefined
    ? h('span', { class: `words ${more}`.trim() }, label)
    : h(
        'button',
        {
          type: 'button',
          class: `link ${more}`.trim(),
          onClick: ({ ctrlKey, metaKey }) => conduct.open(target, ctrlKey || metaKey),
        },
        label,
      );
}

/** A part of the page under a heading that opens and closes it. */
export function section(
  { key, title, count, isOpenByDefault = true }: SectionHead,
  conduct: Conduct,
  children: () => readonly Child[],
): View {
  const isOpen = conduct.isOpen(key, isOpenByDefault);
  const [heading, body] = [`heading-${key}`, `body-${key}`];
  return h(
    'section',
    { key, class: 'section', 'aria-labelledby': heading },
    h(
      'h2',
      { id: heading },
      h(
        'button',
        {
          type: 'button',
          class: 'toggle',
          'aria-expanded': String(isOpen),
          'aria-controls': body,
          onClick: () => conduct.setOpen(key, !isOpen),
        },
        chevron(isOpen),
        h('span', { key: 'title' }, title),
        count === undefined || count === '' ? [] : [h('span', { key: 'count', class: 'count' }, count)],
      ),
    ),
    h('div', { id: body, class: 'body', hidden: !isOpen }, isOpen ? children() : []),
  );
}

interface SectionHead {
  readonly key: string;
  readonly title: string;
  /** Behind the title; empty: nothing. */
  readonly count?: string;
  readonly isOpenByDefault?: boolean;
}

export function chevron(isOpen: boolean): View {
  return h(
    'svg',
    { key: 'chevron', class: 'chevron', viewBox: '0 0 16 16', width: '16', height: '16', 'aria-hidden': 'true' },
    h('path', { class: 'sign-lines', d: isOpen ? 'M4 6l4 4l4-4' : 'M6 4l4 4l-4 4' }),
  );
}

/** One plain sentence where there is nothing else, or about what there is. */
export function note(sentence: string): View {
  return h('p', { key: 'note', class: 'note' }, sentence);
}

/** All rows, or why there are none. */
export function rowsView(rows: PageRows, empty: string, conduct: Conduct): View[] {
  return listView(rows, empty, rowList(rows.rows, conduct));
}

/** The same around a list of any kind. */
export function listView({ rows, more, note: sentence }: PageRows, empty: string, list: View): View[] {
  if (rows.length === 0) {
    return [note(sentence ?? empty)];
  }
  return [
    list,
    ...(more > 0 ? [h('p', { key: 'more', class: 'note' }, words.more(more))] : []),
    ...(sentence === undefined ? [] : [note(sentence)]),
  ];
}

export function rowList(rows: readonly PageRow[], conduct: Conduct): View {
  return h('ul', { key: 'rows', class: 'rows' }, ...rows.map((row) => rowView(row, conduct)));
}

function rowView({ key, sign, label, facts, why, sure, code, target, actions = [] }: PageRow, conduct: Conduct): View {
  return h(
    'li',
    { key, class: 'row' },
    signView(sign),
    h(
      'div',
      { class: 'row-words' },
      h(
        'div',
        { class: 'row-line' },
        link(label, target, conduct),
        ...(sure === undefined ? [] : [h('span', { key: 'sure', class: 'badge' }, words[sure])]),
        ...(code === undefined ? [] : [link(code.name, code.target, conduct, 'code-link')]),
        ...factsView(facts),
        ...actions.map((action) => link(action.label, action.target, conduct, 'row-action')),
      ),
      ...(why === undefined ? [] : [h('div', { key: 'why', class: 'why' }, why)]),
    ),
  );
}

/** Further words behind the first ones. */
export function factsView(facts: readonly string[]): View[] {
  return facts.length === 0 ? [] : [h('span', { key: 'facts', class: 'facts' }, facts.join(' · '))];
}
