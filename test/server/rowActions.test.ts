import assert from 'node:assert/strict';
import {
  DidOpenTextDocumentNotification,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { BacklogWishes } from '../../src/protocol/backlogView';
import { type TreeNode, TreeRequest } from '../../src/protocol/messages';
import {
  AddItemRequest,
  MoveRowsRequest,
  RevealRequest,
  type RowActionParams,
  RowActionRequest,
  RowLinksRequest,
} from '../../src/protocol/rowActions';
import { withTempRepo } from '../support/tempRepo';
import { fileUri, type TestServer, withServer } from '../support/testServer';

const ROADMAP = `workflow: { in-review: active }
team:
  - { id: ana, name: Ana Lima, emails: [ana@acme.example] }
  - { id: ben, name: Ben }
releases: [{ id: v1, title: First }, { id: v2, date: 2030-01-01 }]
goals: [{ id: G1, title: Fast }]
epics:
  - id: PAY-1
    title: Refunds # keep
    stories:
      - { id: PAY-12, title: API, owner: ben, status: in-review }
      - id: PAY-13
        title: Screen
        release: v1
        tasks: [{ id: PAY-13.1, title: Button }]
      - { id: PAY-14, title: Mail }
  - id: PAY-2
    title: Books
    stories:
      - { id: PAY-21, title: Ledger }
`;

interface Plan {
  readonly server: TestServer;
  /** IDs of the rows of items. */
  readonly rows: (...ids: string[]) => string[];
  readonly rowsOf: (backlog: BacklogWishes) => Promise<TreeNode[]>;
  /** What becomes of the roadmap; or the sentence that says why nothing does. */
  readonly act: (action: RowActionParams['action'], ids: readonly string[], answer?: string) => Promise<string>;
  readonly move: (ids: readonly string[], target: string, wishes?: BacklogWishes) => Promise<string>;
}

function withPlan(body: (plan: Plan) => Promise<void>, files: Readonly<Record<string, string>> = {}): Promise<void> {
  return withTempRepo(async (repo) => {
    repo.write({ 'roadmap.yaml': ROADMAP, ...files });
    repo.git('config', 'user.email', 'ana@acme.example');
    await withServer([repo.path], {}, async (server) => {
      const rows = (...ids: string[]) => ids.map((id) => JSON.stringify([fileUri(repo.path), 'item', id]));
      const applied = (result: { edit: WorkspaceEdit } | { refusal: string } | { question: string }) => {
        if ('question' in result) {
          return result.question;
        }
        return 'refusal' in result ? result.refusal : textAfter(result.edit);
      };
      await body({
        server,
        rows,
        rowsOf: (backlog) => server.client.sendRequest(TreeRequest, { view: 'roadmap', backlog }),
        act: async (action, ids, answer = '') =>
          applied(await server.client.sendRequest(RowActionRequest, { action, rows: rows(...ids), answer })),
        move: async (ids, target, wishes = {}) =>
          applied(await server.client.sendRequest(MoveRowsRequest, { rows: rows(...ids), target, wishes })),
      });
    });
  });
}

/** One document is changed, once. */
function textAfter({ documentChanges = [] }: WorkspaceEdit): string {
  const [change, ...others] = documentChanges as TextDocumentEdit[];
  assert.deepEqual(others, []);
  const edits = (change?.edits ?? []).map((each) => ({
    range: each.range,
    newText: 'newText' in each ? each.newText : '',
  }));
  return TextDocument.applyEdits(TextDocument.create('file:///a', 'yaml', 0, ROADMAP), edits);
}

const changed = (...changes: readonly (readonly [from: string, to: string])[]) =>
  changes.reduce((text, [from, to]) => {
    assert.ok(text.includes(from), from);
    return text.replace(from, to);
  }, ROADMAP);

describe('An action on rows of the Roadmap view', () => {
  it('is the same on rows of Next up', () =>
    withPlan(async ({ server: { client } }) => {
      const [first] = await client.sendRequest(TreeRequest, { view: 'nextUp' });
      assert.deepEqual([first?.label, first?.context], ['PAY-13 Screen', 'plannedItem']);
      const params = { action: 'setOwner', rows: [first?.id ?? ''], answer: 'ben' } as const;
      const result = await client.sendRequest(RowActionRequest, params);
      assert.ok('edit' in result);
      assert.equal(
        textAfter(result.edit),
        changed(['        title: Screen\n', '        title: Screen\n        owner: ben\n']),
      );
    }));

  it('adds an epic or a story that is part of nothing, and says which it is', () =>
    withPlan(async ({ server: { client }, rows }) => {
      const [folder = ''] = JSON.parse(rows('')[0] ?? '');
      const add = (kind: 'epic' | 'story', answer?: string) =>
        client.sendRequest(AddItemRequest, { folder, kind, ...(answer !== undefined && { answer }) });
      assert.deepEqual(await add('epic'), { question: 'New epic', placeHolder: 'Its title', rows: [] });
      assert.deepEqual(await add('story', '  '), { refusal: 'Nothing is written here yet.' });
      for (const [kind, text] of [
        ['epic', `${ROADMAP}  - id: PAY-22\n    title: Yearly report\n`],
        ['story', `${ROADMAP}stories:\n  - id: PAY-22\n    title: Yearly report\n`],
      ] as const) {
        const result = await add(kind, ' Yearly   report');
        assert.ok('edit' in result, kind);
        assert.equal(textAfter(result.edit), text);
        assert.deepEqual(result.adds, { folder, id: 'PAY-22' });
      }
    }));

  it('copies links to the lines of items, in the order of the plan', () =>
    withPlan(async ({ server: { client }, rows }) => {
      assert.equal(
        await client.sendRequest(RowLinksRequest, rows('PAY-21', 'PAY-1')),
        '[PAY-1 Refunds](roadmap.yaml#L8)\n[PAY-21 Ledger](roadmap.yaml#L20)',
      );
    }));

  it('leads to the row of an item that an edit added a moment ago', () =>
    withPlan(async ({ server: { client }, rows }) => {
      const [folder = ''] = JSON.parse(rows('')[0] ?? '');
      const uri = `${folder}/roadmap.yaml`;
      const text = ROADMAP.replace('title: Ledger }', 'title: Ledger }\n      - { id: PAY-22, title: New }');
      await client.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId: 'yaml', version: 1, text },
      });
      const labels = async (id: string, wishes: BacklogWishes) => {
        const result = await client.sendRequest(RevealRequest, { of: { folder, id }, wishes });
        return result.sentence ?? result.rows.map(({ label }) => label).join(' > ');
      };
      assert.equal(await labels('PAY-22', {}), 'PAY-2 Books > PAY-22 New');
      assert.equal(await labels('PAY-99', {}), 'No roadmap declares PAY-99 any more.');
      assert.equal(
        await labels('PAY-22', { words: 'mail' }),
        'PAY-22 New is left out by the filter of the Roadmap view.',
      );
    }));

  it('sets the status of all selected in one edit, in the words of the file', () =>
    withPlan(async ({ act }) => {
      assert.equal(
        await act('setStatus', ['PAY-14', 'PAY-21'], 'active'),
        changed(
          ['title: Mail }', 'title: Mail, status: in-review }'],
          ['title: Ledger }', 'title: Ledger, status: in-review }'],
        ),
      );
    }));

  it('sets owner and release, or takes them away', () =>
    withPlan(async ({ act, server, rows }) => {
      assert.equal(
        await act('setOwner', ['PAY-12', 'PAY-14'], 'ana'),
        changed(['owner: ben', 'owner: ana'], ['title: Mail }', 'title: Mail, owner: ana }']),
      );
      const asked = await server.client.sendRequest(RowActionRequest, { action: 'setRelease', rows: rows('PAY-13') });
      assert.ok('rows' in asked);
      assert.deepEqual(
        asked.rows.map(({ label, description = '' }) => `${label}: ${description}`),
        ['v1: First · chosen', 'v2: due 1 Jan 2030', 'Another one…: ', 'None: Takes the release away'],
      );
      const none = asked.rows.at(-1)?.answer;
      assert.equal(await act('setRelease', ['PAY-13'], none), changed(['        release: v1\n', '']));
    }));

  it('asks what it needs to know, with what is likely first', () =>
    withPlan(async ({ server, rows }) => {
      const asked = async (action: RowActionParams['action'], ...ids: string[]) => {
        const result = await server.client.sendRequest(RowActionRequest, { action, rows: rows(...ids) });
        assert.ok('question' in result);
        return `${result.question}: ${result.rows.map(({ label }) => label).join(', ')}${result.value ?? ''}`;
      };
      assert.equal(
        await asked('setStatus', 'PAY-12', 'PAY-14'),
        'Status of 2 items: planned, in-review, blocked, done, dropped',
      );
      assert.equal(
        await asked('setOwner', 'PAY-12'),
        'Owner of PAY-12 API: Ana Lima (me), Ben, Somebody else…, Nobody',
      );
      assert.equal(await asked('rename', 'PAY-12'), 'Title of PAY-12 API: API');
      assert.equal(await asked('addBelow', 'PAY-1'), 'New story in PAY-1 Refunds: ');
      assert.equal(await asked('addBelow', 'PAY-12'), 'New task in PAY-12 API: ');
    }));

  it('adds a story as the last of an epic, under the next free ID, and renames', () =>
    withPlan(async ({ act }) => {
      assert.equal(
        await act('addBelow', ['PAY-2'], ' Yearly   report '),
        `${ROADMAP}      - { id: PAY-22, title: Yearly report }\n`,
      );
      assert.equal(await act('rename', ['PAY-1'], 'Paying back'), changed(['title: Refunds', 'title: Paying back']));
      assert.equal(await act('rename', ['PAY-1'], ' '), 'Nothing is written here yet.');
    }));

  it('moves all selected to an epic, as if they were dropped on it', () =>
    withPlan(async ({ act, server, rows }) => {
      const asked = await server.client.sendRequest(RowActionRequest, { action: 'moveToEpic', rows: rows('PAY-14') });
      assert.ok('rows' in asked);
      assert.deepEqual(
        asked.rows.map(({ label }) => label),
        ['PAY-1 Refunds', 'PAY-2 Books'],
      );
      const line = '      - { id: PAY-14, title: Mail }\n';
      assert.equal(await act('moveToEpic', ['PAY-14'], 'PAY-2'), `${changed([line, ''])}${line}`);
    }));

  it('ticks and unticks a task', () =>
    withPlan(async ({ act }) => {
      assert.equal(await act('tick', ['PAY-13.1']), changed(['title: Button }', 'title: Button, status: done }']));
      assert.equal(await act('untick', ['PAY-13.1']), ROADMAP);
    }));

  it('is refused for rows that are gone, and for one of two with the same ID', () =>
    withPlan(
      async ({ act }) => {
        assert.equal(
          await act('setOwner', ['PAY-99'], 'ana'),
          'No roadmap has these rows any more, so nothing was changed.',
        );
        assert.equal(
          await act('setOwner', ['PAY-5 (2)'], 'ana'),
          'PAY-5 stands in docs/roadmap.yaml more than once, so that nobody can tell which is meant. Give one of them another ID first.',
        );
      },
      { 'docs/roadmap.yaml': 'stories: [{ id: PAY-5, title: One }, { id: PAY-5, title: Two }]\n' },
    ));
});

describe('Rows of the Roadmap view that are dropped', () => {
  const mail = '      - { id: PAY-14, title: Mail }\n';
  const api = '      - { id: PAY-12, title: API, owner: ben, status: in-review }\n';
  const ledger = '      - { id: PAY-21, title: Ledger }\n';

  for (const [what, ids, target, text] of [
    ['on a story further up stand before it', ['PAY-14'], 'PAY-12', changed([mail, ''], [api, `${mail}${api}`])],
    ['on a story further down stand behind it', ['PAY-12'], 'PAY-14', changed([api, ''], [mail, `${mail}${api}`])],
    [
      'on an epic become its last',
      ['PAY-12', 'PAY-14'],
      'PAY-2',
      changed([api, ''], [mail, ''], [ledger, `${ledger}${api}${mail}`]),
    ],
    [
      'on a story of another epic stand before it',
      ['PAY-14'],
      'PAY-21',
      changed([mail, ''], [ledger, `${mail}${ledger}`]),
    ],
    [
      'on what cannot hold them stay',
      ['PAY-12'],
      'PAY-13.1',
      'A story cannot be moved onto a task. Drop it on one of its own kind, or on what can hold it.',
    ],
    [
      'in another file stay',
      ['PAY-12'],
      'X-1',
      'PAY-12 API stands in roadmap.yaml and X-1 Else in docs/roadmap.yaml, so it cannot be moved there. Move its lines yourself.',
    ],
  ] as const) {
    it(what, () =>
      withPlan(
        async ({ move, rows }) => {
          assert.equal(await move(ids, rows(target)[0] ?? ''), text);
        },
        { 'docs/roadmap.yaml': 'epics: [{ id: X-1, title: Else }]\n' },
      ),
    );
  }

  it('stay in their order where that is not the one that is shown', () =>
    withPlan(async ({ move, rows }) => {
      assert.match(
        await move(['PAY-14'], rows('PAY-12')[0] ?? '', { sorting: 'due' }),
        /^The rows stand in another order/,
      );
    }));

  for (const [grouping, label, text] of [
    ['release', 'v2', changed(['title: Mail }', 'title: Mail, release: v2 }'])],
    ['owner', 'Ana Lima', changed(['title: Mail }', 'title: Mail, owner: ana }'])],
    ['status', 'In progress', changed(['title: Mail }', 'title: Mail, status: in-review }'])],
  ] as const) {
    it(`on a group by ${grouping} say so, all in one edit`, () =>
      withPlan(async ({ move, rowsOf }) => {
        const group = (await rowsOf({ grouping })).find((row) => row.label === label);
        assert.equal(await move(['PAY-14'], group?.id ?? '', { grouping }), text);
      }));
  }

  it('on an item of another group join that', () =>
    withPlan(async ({ move, rows }) => {
      const [target = ''] = rows('PAY-13');
      assert.equal(
        await move(['PAY-14'], target, { grouping: 'release' }),
        changed(['title: Mail }', 'title: Mail, release: v1 }']),
      );
    }));
});
