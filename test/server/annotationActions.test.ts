import assert from 'node:assert/strict';
import { join } from 'node:path';
import {
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  CodeActionTriggerKind,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { AnnotateRequest, type FixParams, FixRequest, type FixResult } from '../../src/protocol/fixes';
import { type TreeNode, TreeRequest } from '../../src/protocol/messages';
import { RowActionRequest } from '../../src/protocol/rowActions';
import { type TempRepo, withTempRepo } from '../support/tempRepo';
import { fileUri, type TestServer, withServer } from '../support/testServer';

const ROADMAP = `epics:
  - id: PAY-1
    title: Refunds
    stories:
      - id: PAY-10
        title: Retry
        status: active
  - id: PAY-2
    title: Vouchers
    stories:
      - id: PAY-20
        title: Print
        status: planned
`;
const CODE = `// TODO: round up. Cents matter
// TODO(PAY-10): x
// TODO(PAY-99): y
const a = 1;
`;

function withCode(body: (server: TestServer, repo: TempRepo, uri: string) => Promise<void>): Promise<void> {
  return withTempRepo(async (repo) => {
    repo.write({ 'roadmap.yaml': ROADMAP, 'src/a.ts': CODE });
    repo.commit('Begin');
    await withServer([repo.path], { askCommand: 'test.ask' }, async (server) => {
      const uri = fileUri(join(repo.path, 'src/a.ts'));
      await server.open(uri, CODE);
      await body(server, repo, uri);
    });
  });
}

async function actionsAt(
  { client }: TestServer,
  uri: string,
  line: number,
  triggerKind: CodeActionTriggerKind = CodeActionTriggerKind.Automatic,
): Promise<readonly CodeAction[]> {
  const at = { line, character: 4 };
  const context = { diagnostics: [], triggerKind };
  const found = await client.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range: { start: at, end: at },
    context,
  });
  return (found ?? []) as CodeAction[];
}

const titlesOf = (actions: readonly CodeAction[]) =>
  actions.map(({ title }) => title).filter((title) => !title.startsWith('Ignore '));

/** New words of each file, by the end of its path. */
function wordsOf({ documentChanges = [] }: WorkspaceEdit): Record<string, string> {
  return Object.fromEntries(
    documentChanges.flatMap((change) =>
      'edits' in change
        ? [
            [
              change.textDocument.uri.replace(/^.*\//, ''),
              change.edits.map((each) => ('newText' in each ? each.newText : '')).join('|'),
            ],
          ]
        : [],
    ),
  );
}

function editOf(result: FixResult): WorkspaceEdit {
  assert.ok('edit' in result, JSON.stringify(result));
  return result.edit;
}

const paramsOf = (action: CodeAction | undefined) => action?.command?.arguments?.[0] as FixParams;

describe('On the line of an annotation', () => {
  it('a story is made of one that names none, where its file works, and both files change at once', () =>
    withCode(async (server, _repo, uri) => {
      const actions = await actionsAt(server, uri, 0);
      assert.deepEqual(titlesOf(actions), [
        'Create story PAY-21 from this TODO under PAY-1 Refunds',
        'Create story PAY-21 from this TODO…',
        'Link this TODO to a story…',
      ]);
      const [create, createElsewhere] = actions;
      assert.ok(create);
      const { edit } = await server.client.sendRequest(CodeActionResolveRequest.type, create);
      assert.deepEqual(wordsOf(edit ?? {}), {
        'roadmap.yaml': '\n      - id: PAY-21\n        title: Round up',
        'a.ts': '(PAY-21)',
      });
      const fix = paramsOf(createElsewhere);
      const asked = await server.client.sendRequest(FixRequest, fix);
      assert.ok('rows' in asked);
      assert.deepEqual(
        asked.rows.map(({ label }) => label),
        ['PAY-1 Refunds', 'PAY-2 Vouchers', 'No epic'],
      );
      const answered = await server.client.sendRequest(FixRequest, { ...fix, answer: 'PAY-2' });
      assert.match(wordsOf(editOf(answered))['roadmap.yaml'] ?? '', /PAY-21/);
    }));

  it('what can be done with its story, or with the unknown ID, is offered without any finding', () =>
    withCode(async (server, _repo, uri) => {
      assert.deepEqual(titlesOf(await actionsAt(server, uri, 1)), [
        'Mark PAY-10 as done',
        'Link this TODO to another story than PAY-10…',
      ]);
      const titles = titlesOf(await actionsAt(server, uri, 2));
      assert.ok(titles.includes('Add PAY-99 to the roadmap under PAY-1 Refunds'), titles.join());
    }));

  it('the row of *Unplanned* offers the same', () =>
    withCode(async ({ client }, repo) => {
      const under = async (label: string, rows: readonly TreeNode[]) => {
        const parent = rows.find((row) => row.label === label)?.id;
        assert.ok(parent, `${label} among ${rows.map((row) => row.label).join()}`);
        return client.sendRequest(TreeRequest, { view: 'unplanned', parent });
      };
      const top = await client.sendRequest(TreeRequest, { view: 'unplanned' });
      const [row] = await under('a.ts', await under('Annotations with no story', top));
      assert.equal(row?.context, 'unplannedAnnotation');
      const params = { action: 'createStory' as const, rows: [row?.id ?? ''] };
      const asked = await client.sendRequest(RowActionRequest, params);
      assert.ok('question' in asked, JSON.stringify(asked));
      assert.match(asked.question, /The epic that PAY-21 belongs to: Round up/);
      const made = await client.sendRequest(RowActionRequest, { ...params, answer: 'PAY-1' });
      assert.equal(wordsOf(editOf(made))['a.ts'], '(PAY-21)');
      const linked = await client.sendRequest(RowActionRequest, { ...params, action: 'linkToStory', answer: 'PAY-20' });
      assert.equal(wordsOf(editOf(linked))['a.ts'], '(PAY-20)');
      repo.write({ 'src/a.ts': '' });
      const gone = await client.sendRequest(RowActionRequest, { ...params, rows: ['nonsense'] });
      assert.ok('refusal' in gone);
    }));
});

describe('On any line of code', () => {
  it('an annotation for a story can be inserted when a person asks for actions, and no sign is shown else', () =>
    withCode(async (server, _repo, uri) => {
      assert.deepEqual(titlesOf(await actionsAt(server, uri, 3)), []);
      const [insert] = await actionsAt(server, uri, 3, CodeActionTriggerKind.Invoked);
      assert.equal(insert?.title, 'Insert an annotation for a story…');
      const asked = await server.client.sendRequest(FixRequest, paramsOf(insert));
      assert.ok('rows' in asked);
      assert.equal(asked.rows[0]?.answer, 'PAY-10', 'the story that the file names is the likeliest');
      const made = await server.client.sendRequest(FixRequest, { ...paramsOf(insert), answer: 'PAY-20' });
      assert.deepEqual(wordsOf(editOf(made)), { 'a.ts': '// TODO(PAY-20): \n' });
    }));

  it('the command does the same, and says where the person goes on writing', () =>
    withCode(async ({ client }, _repo, uri) => {
      const made = await client.sendRequest(AnnotateRequest, { uri, line: 3, answer: 'PAY-20' });
      assert.ok('edit' in made);
      assert.deepEqual(made.cursor, { uri, position: { line: 3, character: '// TODO(PAY-20): '.length } });
    }));

  it('it says so where there is no code', () =>
    withCode(async (server, repo) => {
      const uri = fileUri(join(repo.path, 'roadmap.yaml'));
      await server.open(uri, ROADMAP);
      assert.match(JSON.stringify(await server.client.sendRequest(AnnotateRequest, { uri, line: 0 })), /is no code/);
      const elsewhere = await server.client.sendRequest(AnnotateRequest, { uri: 'file:///x.ts', line: 0 });
      assert.match(JSON.stringify(elsewhere), /Open a file of code in the folder first/);
    }));
});
