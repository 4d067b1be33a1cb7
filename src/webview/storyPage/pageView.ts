import type { PageDecision, PageRows, StoryPage, TimelineRow } from '../../protocol/storyPage';
import { h, type View } from '../view';
import type { Conduct } from './conduct';
import { blocksView } from './documentView';
import { dependenciesView } from './graphView';
import { headView } from './headView';
import { chevron, factsView, link, listView, note, rowsView, section } from './parts';
import { signView } from './signs';
import { words } from './words';

/** The whole page, evidence first. */
export function pageView(page: StoryPage, conduct: Conduct): View[] {
  const { findings, acceptance, parts, evidence, files, people, decisions, dependencies, risks, timeline } = page;
  const links = evidence.reduce((sum, each) => sum + countOf(each), 0);
  const listed = (key: string, title: string, rows: PageRows, empty: string) =>
    section({ key, title, count: countWords(countOf(rows)) }, conduct, () => rowsView(rows, empty, conduct));
  const done = acceptance.filter((each) => each.done).length;
  return [
    headView(page.head, conduct),
    listed('findings', words.findings, findings, words.noFindings),
    section(
      {
        key: 'acceptance',
        title: words.acceptance,
        count: acceptance.length === 0 ? '' : words.progress(done, acceptance.length),
      },
      conduct,
      () => acceptanceView(acceptance, conduct),
    ),
    ...(countOf(parts) === 0 ? [] : [listed('parts', words.parts, parts, '')]),
    section({ key: 'evidence', title: words.evidence, count: countWords(links) }, conduct, () =>
      evidence.length === 0
        ? [note(words.noEvidence)]
        : evidence.map((group) =>
            h('div', { key: group.kind, class: 'group' }, groupHeading(group), ...rowsView(group, '', conduct)),
          ),
    ),
    listed('files', words.files, files, ''),
    listed('people', words.people, people, words.noPeople),
    section({ key: 'decisions', title: words.decisions, count: countWords(decisions.length) }, conduct, () =>
      decisions.length === 0
        ? [note(words.noDecisions)]
        : decisions.map((decision) => decisionView(decision, decisions.length === 1, conduct)),
    ),
    section(
      {
        key: 'dependencies',
        title: words.dependencies,
        count: countWords(dependencies.needs.length + dependencies.neededBy.length),
      },
      conduct,
      () => dependenciesView(dependencies, conduct),
    ),
    listed('risks', words.risks, risks, words.noRisks),
    section({ key: 'timeline', title: words.timeline, count: countWords(countOf(timeline)) }, conduct, () =>
      timelineView(timeline, conduct),
    ),
  ];
}

function countOf({ rows, more }: PageRows): number {
  return rows.length + more;
}

function countWords(count: number): string {
  return count === 0 ? '' : String(count);
}

function groupHeading(group: PageRows & { readonly title: string }): View {
  return h('h3', {}, group.title, ' ', h('span', { class: 'count' }, String(countOf(group))));
}

function acceptanceView(acceptance: StoryPage['acceptance'], conduct: Conduct): View[] {
  if (acceptance.length === 0) {
    return [note(words.noAcceptance)];
  }
  const entries = acceptance.map((criterion) => {
    const { index, text, done } = criterion;
    return h(
      'li',
      { key: String(index) },
      h(
        'label',
        { class: done ? 'criterion done' : 'criterion' },
        h('input', { type: 'checkbox', checked: done, onClick: () => conduct.tick(criterion, !done) }),
        h('span', {}, text),
      ),
    );
  });
  return [h('ul', { class: 'criteria' }, ...entries)];
}

function decisionView(decision: PageDecision, isOnly: boolean, conduct: Conduct): View {
  const { path, title, status, why, target, blocks, note: sentence } = decision;
  const part = `decision ${path}`;
  const hasText = blocks.length > 0;
  const isOpen = hasText && conduct.isOpen(part, isOnly);
  const body = `text-${path}`;
  const toggle = h(
    'button',
    {
      key: 'toggle',
      type: 'button',
      class: 'toggle',
      'aria-expanded': String(isOpen),
      'aria-controls': body,
      onClick: () => conduct.setOpen(part, !isOpen),
    },
    chevron(isOpen),
    h('span', { key: 'title' }, title),
  );
  return h(
    'article',
    { key: path, class: 'decision' },
    h('h3', {}, hasText ? toggle : h('span', { key: 'title', class: 'words' }, title)),
    h(
      'div',
      { class: 'row-line' },
      ...(status === undefined ? [] : [h('span', { key: 'status', class: 'badge' }, status)]),
      link(path, target, conduct),
    ),
    h('div', { class: 'why' }, why),
    h('div', { key: 'body', id: body, class: 'document', hidden: !isOpen }, isOpen ? blocksView(blocks, conduct) : []),
    ...(sentence === undefined ? [] : [note(sentence)]),
  );
}

function timelineView(timeline: StoryPage['timeline'], conduct: Conduct): View[] {
  const moments = timeline.rows.map((row) => momentView(row, conduct));
  return listView(timeline, words.noTimeline, h('ol', { key: 'timeline', class: 'timeline' }, ...moments));
}

function momentView({ key, sign, label, facts, day, isAhead, target }: TimelineRow, conduct: Conduct): View {
  return h(
    'li',
    { key, class: isAhead ? 'moment ahead' : 'moment' },
    h('span', { key: 'day', class: 'day' }, day),
    signView(sign),
    h(
      'span',
      { key: 'words', class: 'row-line' },
      link(label, target, conduct),
      ...factsView(isAhead ? [words.ahead, ...facts] : facts),
    ),
  );
}
