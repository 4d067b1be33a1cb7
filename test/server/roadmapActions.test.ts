import assert from 'node:assert/strict';
import { join } from 'node:path';
import {
  type CodeAction,
  CodeActionKind,
  CodeActionRequest,
  CodeActionResolveRequest,
  type TextDocumentEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { pollUntil } from '../support/pollUntil';
import { withTempRepo } from '../support/tempRepo';
import { fileUri, type TestServer, withServer } from '../support/testServer';

const MARKDOWN = `---
workflow: { in-review: active, gold: done }
---
# Acme

- [ ] [PAY-012] Refund API (owner: @ana)
- 🚧 Reminders
  - [x] Ledger

Words.
`;

const YAML = `stories:
  - id: AUTH-3
    title: Sign in # keep
    status: in progress
    acceptance:
      - A password is enough
      - { text: Twice is once, done: true }
`;

interface Scene {
  readonly server: TestServer;
  readonly markdown: string;
  readonly yaml: string;
}

/** Two roadmap files of one plan; the Markdown one is open. */
function withRoadmaps(body: (scene: Scene) => Promise<void>): Promise<void> {
  return withTempRepo(async (repo) => {
    repo.write({ 'ROADMAP.md': MARKDOWN, 'docs/roadmap.yaml': YAML });
    await withServer([repo.path], {}, async (server) => {
      const markdown = fileUri(join(repo.path, 'ROADMAP.md'));
      await server.open(markdown, MARKDOWN);
      await body({ server, markdown, yaml: fileUri(join(repo.path, 'docs/roadmap.yaml')) });
    });
  });
}

async function actionsAt({ client, diagnosticsOf }: TestServer, uri: string, line: number, only?: string) {
  const place = { line, character: 4 };
  const answer = await client.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range: { start: place, end: place },
    context: {
      diagnostics: diagnosticsOf(uri).filter(({ range }) => range.start.line === line),
      ...(only && { only: [only] }),
    },
  });
  return (answer ?? []) as CodeAction[];
}

async function textAfter(server: TestServer, uri: string, line: number, title: string, text: string): Promise<string> {
  const action = (await actionsAt(server, uri, line)).find((each) => each.title === title);
  assert.ok(action, title);
  assert.equal(action.edit, undefined, 'the edit is made when it is picked');
  const { edit } = await server.client.sendRequest(CodeActionResolveRequest.type, action);
  const [change] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
  assert.equal(change?.textDocument.uri, uri);
  const document = TextDocument.create(uri, 'plaintext', 0, text);
  const edits = change.edits.map((each) => ({ range: each.range, newText: 'newText' in each ? each.newText : '' }));
  return TextDocument.applyEdits(document, edits);
}

const titles = (actions: readonly CodeAction[]) => actions.map(({ title }) => title);

describe('Actions at an item of a roadmap', () => {
  it('are a tick and the other statuses in the words of its file', () =>
    withRoadmaps(async ({ server, markdown }) => {
      const actions = await actionsAt(server, markdown, 5);
      assert.deepEqual(titles(actions), [
        'Tick',
        'Mark as in-review',
        'Mark as blocked',
        'Mark as gold',
        'Mark as dropped',
      ]);
      assert.ok(actions.every(({ kind }) => kind === CodeActionKind.RefactorRewrite));
      const done = await textAfter(server, markdown, 5, 'Tick', MARKDOWN);
      assert.equal(done, MARKDOWN.replace('[ ]', '[x]'));
      const reviewed = await textAfter(server, markdown, 5, 'Mark as in-review', MARKDOWN);
      assert.equal(reviewed, MARKDOWN.replace('@ana)', '@ana, status: in-review)'));
    }));

  it('speak in the words of the folder where each file is one item', () =>
    withTempRepo(async (repo) => {
      const text = '---\nid: TASK-1\ntitle: Refunds\nstatus: Building\n---\n';
      repo.write({
        'backlog/config.yml': 'project_name: Acme\nstatuses: [Inbox, Building, Out of the door]\n',
        'backlog/tasks/task-1.md': text,
      });
      await withServer([repo.path], {}, async (server) => {
        const uri = fileUri(join(repo.path, 'backlog/tasks/task-1.md'));
        await server.open(uri, text);
        assert.deepEqual(titles(await actionsAt(server, uri, 1)), [
          'Mark as Inbox',
          'Mark as blocked',
          'Mark as Out of the door',
          'Mark as dropped',
        ]);
        assert.equal(
          await textAfter(server, uri, 1, 'Mark as Out of the door', text),
          text.replace('Building', 'Out of the door'),
        );
      });
    }));

  it('give an ID: the next free one, where the other items have theirs', () =>
    withRoadmaps(async ({ server, markdown }) => {
      await pollUntil('the finding is there', () =>
        server.diagnosticsOf(markdown).some(({ code }) => code === 'WM108'),
      );
      const [give] = await actionsAt(server, markdown, 6);
      assert.equal(give?.title, 'Give this item an ID: PAY-013');
      assert.equal(give.kind, CodeActionKind.QuickFix);
      assert.equal(give.isPreferred, true);
      assert.equal(
        await textAfter(server, markdown, 6, give.title, MARKDOWN),
        MARKDOWN.replace('Reminders', '[PAY-013] Reminders'),
      );
    }));

  it('give the very first ID of a plan, made of its name', () =>
    withTempRepo(async (repo) => {
      const text = '# Birdhouse Roadmap\n\n## 🏡 Garden\n\n- 🚧 Share a garden\n- Export to CSV — later\n';
      repo.write({ 'ROADMAP.md': text });
      await withServer([repo.path], {}, async (server) => {
        const uri = fileUri(join(repo.path, 'ROADMAP.md'));
        await server.open(uri, text);
        assert.equal(
          await textAfter(server, uri, 4, 'Give this item an ID: BIRD-1', text),
          text.replace('Share', 'BIRD-1 Share'),
        );
      });
    }));

  it('stand at the innermost item of a line, and nowhere else', () =>
    withRoadmaps(async ({ server, markdown }) => {
      const task = await actionsAt(server, markdown, 7);
      assert.deepEqual(titles(task).slice(0, 2), ['Give this item an ID: PAY-013', 'Untick']);
      assert.deepEqual(await actionsAt(server, markdown, 9), []);
    }));

  it('stand at every line of an item that is a field of it, in a file that nobody has open', () =>
    withRoadmaps(async ({ server, yaml }) => {
      for (const line of [1, 2, 3]) {
        assert.deepEqual(titles(await actionsAt(server, yaml, line)), [
          'Mark as planned',
          'Mark as blocked',
          'Mark as done',
          'Mark as dropped',
        ]);
      }
    }));

  it('tick a criterion', () =>
    withRoadmaps(async ({ server, yaml }) => {
      assert.ok(titles(await actionsAt(server, yaml, 5)).includes('Tick this criterion'));
      assert.ok(titles(await actionsAt(server, yaml, 6)).includes('Untick this criterion'));
      assert.equal(
        await textAfter(server, yaml, 6, 'Untick this criterion', YAML),
        YAML.replace('done: true', 'done: false'),
      );
      assert.equal(
        await textAfter(server, yaml, 3, 'Mark as done', YAML),
        YAML.replace('status: in progress', 'status: done'),
      );
    }));

  it('are left out when another kind is asked for', () =>
    withRoadmaps(async ({ server, markdown }) => {
      assert.deepEqual(await actionsAt(server, markdown, 5, CodeActionKind.QuickFix), []);
      assert.equal((await actionsAt(server, markdown, 5, CodeActionKind.Refactor)).length, 5);
    }));

  it('are answered with a sentence where the roadmap is another one by then', () =>
    withRoadmaps(async ({ server, markdown }) => {
      const [tick] = await actionsAt(server, markdown, 5);
      assert.ok(tick);
      await server.change(markdown, '# Acme\n\n- PAY-14 Cards\n');
      const { edit } = await server.client.sendRequest(CodeActionResolveRequest.type, tick);
      assert.equal(edit, undefined);
      await pollUntil('the person is told', () => server.messages.length > 0);
      assert.equal(server.messages[0], 'PAY-012 does not stand in ROADMAP.md any more, so nothing was changed.');
    }));
});
