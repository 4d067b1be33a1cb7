import assert from 'node:assert/strict';
import type { PageTarget, StoryPage } from '../../../src/protocol/storyPage';
import type { Conduct } from '../../../src/webview/storyPage/conduct';
import { pageView } from '../../../src/webview/storyPage/pageView';
import type { Child, View } from '../../../src/webview/view';

const NOTHING = { rows: [], more: 0 };
const TARGET: PageTarget = { kind: 'rule', code: 'WM203' };

const EMPTY: StoryPage = {
  head: {
    id: 'PAY-12',
    title: 'Refund API',
    kind: 'story',
    category: 'active',
    status: 'in progress',
    description: '',
    lineage: [],
    facts: [],
    sentences: [],
    target: TARGET,
  },
  findings: NOTHING,
  acceptance: [],
  parts: NOTHING,
  evidence: [],
  files: { ...NOTHING, note: 'No commit of it stands.' },
  people: NOTHING,
  decisions: [],
  dependencies: { graph: undefined, needs: [], neededBy: [] },
  risks: NOTHING,
  timeline: NOTHING,
};

const EVIL = '<img src=x onerror=alert(1)>';

const row = {
  key: 'a',
  sign: 'commit',
  label: EVIL,
  facts: [EVIL],
  why: EVIL,
  sure: 'probable',
  target: TARGET,
} as const;

const FULL: StoryPage = {
  ...EMPTY,
  head: { ...EMPTY.head, lineage: [{ name: 'PAY-1', target: TARGET }], description: EVIL, sentences: [EVIL] },
  findings: { rows: [{ ...row, code: { name: 'WM203', target: TARGET } }], more: 3, note: 'A note.' },
  acceptance: [
    { index: 0, text: 'one', done: true },
    { index: 1, text: 'two', done: false },
  ],
  parts: { rows: [row], more: 0 },
  evidence: [{ kind: 'commits', title: 'Commits', rows: [row], more: 0 }],
  decisions: [
    {
      path: 'docs/adr/1.md',
      title: EVIL,
      status: 'accepted',
      why: 'w',
      target: TARGET,
      blocks: [
        { kind: 'heading', level: 2, parts: [{ kind: 'text', text: EVIL }] },
        { kind: 'heading', level: 3, parts: [] },
        { kind: 'paragraph', parts: [{ kind: 'address', href: 'https://a.example', parts: [] }] },
      ],
    },
  ],
  timeline: { rows: [{ ...row, day: '3 Aug', isAhead: true }], more: 0 },
};

/** What the page did, a word each. */
function conductOf(open: Readonly<Record<string, boolean>> = {}): Conduct & { readonly done: string[] } {
  const done: string[] = [];
  return {
    done,
    isOpen: (part, byDefault) => open[part] ?? byDefault,
    setOpen: (part, isOpen) => done.push(`${isOpen ? 'open' : 'close'} ${part}`),
    open: (target, beside) => done.push(`go to ${target.kind}${beside ? ' beside' : ''}`),
    tick: ({ index }, isDone) => done.push(`${isDone ? 'tick' : 'untick'} ${index}`),
    showActions: () => done.push('actions'),
  };
}

function all(children: readonly Child[]): View[] {
  return children.flatMap((child) => (typeof child === 'string' ? [] : [child, ...all(child.children)]));
}

function textOf(child: Child): string {
  return typeof child === 'string' ? child : child.children.map(textOf).join('');
}

const click = (view: View | undefined, ctrlKey = false) => view?.onClick?.({ ctrlKey, metaKey: false });

describe('The page of a story as elements', () => {
  it('says in one plain sentence of each part why it is empty', () => {
    const notes = all(pageView(EMPTY, conductOf())).filter(({ attributes }) => attributes['class'] === 'note');
    assert.deepEqual(notes.map(textOf), [
      'Nothing is found to be wrong.',
      'No acceptance criterion is written yet.',
      'Nothing names it yet: no comment, no document and no commit.',
      'No commit of it stands.',
      'Nobody owns it yet, and nobody worked on it.',
      'No decision is named for it, and none names it.',
      'It needs nothing else, and nothing else needs it.',
      'No declared risk names it.',
      'Nothing happened yet.',
    ]);
  });

  it('has headings without a gap, from the title down to those of documents', () => {
    const levels = all(pageView(FULL, conductOf())).flatMap(({ tag }) => (/^h\d$/.test(tag) ? [Number(tag[1])] : []));
    assert.equal(levels[0], 1);
    assert.ok(levels.includes(5));
    levels.forEach((level, index) => assert.ok(level <= (levels[index - 1] ?? 0) + 1, levels.join(' ')));
  });

  it('has words of the workspace as text alone', () => {
    const views = all(pageView(FULL, conductOf()));
    const attributes = views.flatMap((view) => Object.values(view.attributes));
    assert.ok(views.some((view) => view.children.includes(EVIL)));
    assert.ok(!attributes.some((value) => typeof value === 'string' && value.includes('onerror')));
    assert.deepEqual(
      views.flatMap(({ tag }) => (['script', 'img', 'iframe', 'style', 'link'].includes(tag) ? [tag] : [])),
      [],
    );
  });

  it('has everything that can be clicked where a keyboard comes to', () => {
    const clickable = all(pageView(FULL, conductOf())).filter(({ onClick }) => onClick !== undefined);
    assert.ok(clickable.length > 10);
    assert.deepEqual([...new Set(clickable.map(({ tag }) => tag))].sort(), ['button', 'input']);
  });

  it('goes where a link leads, beside where the key for that is held', () => {
    const conduct = conductOf();
    const link = all(pageView(FULL, conduct)).find((view) => view.attributes['class'] === 'link code-link');
    click(link);
    click(link, true);
    assert.deepEqual(conduct.done, ['go to rule', 'go to rule beside']);
  });

  it('does what a row offers to do about it', () => {
    const conduct = conductOf();
    const actions = [{ label: 'Fix…', target: { kind: 'fixes', open: { uri: 'file:///a.ts' } } }] as const;
    const views = all(pageView({ ...EMPTY, findings: { rows: [{ ...row, actions }], more: 0 } }, conduct));
    const [action, ...others] = views.filter(({ attributes }) => attributes['class'] === 'link row-action');
    assert.deepEqual([action?.tag, action && textOf(action), others], ['button', 'Fix…', []]);
    click(action);
    assert.deepEqual(conduct.done, ['go to fixes']);
  });

  it('ticks and unticks criteria by their boxes', () => {
    const conduct = conductOf();
    const boxes = all(pageView(FULL, conduct)).filter(({ tag }) => tag === 'input');
    assert.deepEqual(
      boxes.map(({ attributes }) => attributes['checked']),
      [true, false],
    );
    boxes.forEach((box) => click(box));
    assert.deepEqual(conduct.done, ['untick 0', 'tick 1']);
  });

  it('shows nothing of a part that is closed, and opens and closes by its heading', () => {
    const conduct = conductOf({ timeline: false });
    const views = all(pageView(FULL, conduct));
    const timeline = views.find(({ key }) => key === 'timeline');
    const [toggle, body] = all(timeline ? [timeline] : []).filter(({ attributes }) =>
      ['toggle', 'body'].includes(String(attributes['class'])),
    );
    assert.deepEqual(
      [toggle?.attributes['aria-expanded'], body?.attributes['hidden'], body?.children],
      ['false', true, []],
    );
    click(toggle);
    assert.deepEqual(conduct.done, ['open timeline']);
  });

  it('shows at once the text of the only decision, and of several only what each is', () => {
    const [decision] = FULL.decisions;
    assert.ok(decision);
    const two = { ...FULL, decisions: [decision, { ...decision, path: 'docs/adr/2.md' }] };
    const documents = (page: StoryPage) =>
      all(pageView(page, conductOf())).filter(({ attributes }) => attributes['class'] === 'document');
    assert.deepEqual(
      documents(FULL).map(({ children }) => children.length),
      [3],
    );
    assert.deepEqual(
      documents(two).map(({ children }) => children.length),
      [0, 0],
    );
  });

  it('says how many rows are not shown, and on what the rows rest', () => {
    const notes = all(pageView(FULL, conductOf())).filter(({ attributes }) => attributes['class'] === 'note');
    assert.deepEqual(notes.slice(0, 2).map(textOf), ['3 more are not shown.', 'A note.']);
  });
});
