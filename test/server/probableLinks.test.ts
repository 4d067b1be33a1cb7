import assert from 'node:assert/strict';
import { join } from 'node:path';
import {
  type CodeAction,
  CodeActionKind,
  CodeActionRequest,
  CodeActionResolveRequest,
  CodeLensRequest,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { JudgeLinkRequest, type TreeNode, TreeRequest } from '../../src/protocol/messages';
import { pollUntil } from '../support/pollUntil';
import { type TempRepo, withTempRepo } from '../support/tempRepo';
import { fileUri, type TestServer, withServer } from '../support/testServer';

const ROADMAP = `# The plan
stories:
  - id: PAY-12
    title: Refund API # keep
`;

const SOURCE = `// TODO(pay-12): retry
export const refund = 1; // see PAY-12
`;

function withPlan(body: (repo: TempRepo, server: TestServer) => Promise<void>): Promise<void> {
  return withTempRepo(async (repo) => {
    repo.write({ 'roadmap.yaml': ROADMAP, 'src/refund.ts': SOURCE });
    repo.commit('pay-12: refunds');
    await withServer([repo.path], {}, (server) => body(repo, server));
  });
}

const uriIn = (repo: TempRepo, path: string) => fileUri(join(repo.path, path));

function at(line: number, character: number) {
  return { start: { line, character }, end: { line, character } };
}

async function actionsAt(server: TestServer, uri: string, line: number, character: number, only?: string) {
  const answer = await server.client.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range: at(line, character),
    context: { diagnostics: server.diagnosticsOf(uri), ...(only && { only: [only] }) },
  });
  return (answer ?? []) as CodeAction[];
}

async function resolved(server: TestServer, actions: readonly CodeAction[], title: string): Promise<CodeAction> {
  const action = actions.find((each) => each.title === title);
  assert.ok(action, title);
  return server.client.sendRequest(CodeActionResolveRequest.type, action);
}

/** What becomes of a text, and of which version of it the edit speaks. */
function edited(edit: WorkspaceEdit | undefined, uri: string, text: string): [text: string, version: number | null] {
  const [change] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
  assert.equal(change?.textDocument.uri, uri);
  const document = TextDocument.create(uri, 'plaintext', 0, text);
  const edits = change.edits.map((each) => ({ range: each.range, newText: 'newText' in each ? each.newText : '' }));
  return [TextDocument.applyEdits(document, edits), change.textDocument.version];
}

async function evidenceRows(server: TestServer, group: string): Promise<TreeNode[]> {
  const rows = async (parent?: string) =>
    server.client.sendRequest(TreeRequest, { view: 'roadmap', ...(parent && { parent }) });
  const [story] = await rows();
  const groups = await rows(story?.id);
  const found = groups.find(({ label }) => label === group);
  return found ? rows(found.id) : [];
}

describe('A probable link', () => {
  it('has quick fixes that correct it, accept it or reject it, here or everywhere', () =>
    withPlan(async (repo, server) => {
      const uri = uriIn(repo, 'src/refund.ts');
      const actions = await actionsAt(server, uri, 0, 10);
      assert.deepEqual(
        actions.map(({ title, kind, isPreferred = false, diagnostics }) => [
          title,
          kind,
          isPreferred,
          diagnostics?.map(({ code }) => code),
        ]),
        [
          ['Write PAY-12', 'quickfix', true, ['WM211']],
          ['Accept "pay-12" as PAY-12 in this file', 'quickfix', false, ['WM211']],
          ['Accept "pay-12" as PAY-12 everywhere', 'quickfix', false, ['WM211']],
          ['Reject "pay-12" as PAY-12 in this file', 'quickfix', false, ['WM211']],
          ['Reject "pay-12" as PAY-12 everywhere', 'quickfix', false, ['WM211']],
          ['Mark PAY-12 as done', 'refactor.rewrite', false, undefined],
        ],
      );
      assert.deepEqual(await actionsAt(server, uri, 1, 35), []);
      const rewriting = await actionsAt(server, uri, 0, 10, CodeActionKind.Refactor);
      assert.deepEqual(
        rewriting.map(({ title }) => title),
        ['Mark PAY-12 as done'],
      );
      const { edit } = await resolved(server, actions, 'Write PAY-12');
      assert.deepEqual(edited(edit, uri, SOURCE), [SOURCE.replace('pay-12', 'PAY-12'), null]);
    }));

  it('is remembered as accepted in the roadmap, whose every other letter stays, and then is certain', () =>
    withPlan(async (repo, server) => {
      const uri = uriIn(repo, 'src/refund.ts');
      const roadmapUri = uriIn(repo, 'roadmap.yaml');
      const actions = await actionsAt(server, uri, 0, 10);
      const action = await resolved(server, actions, 'Accept "pay-12" as PAY-12 in this file');
      const [text, version] = edited(action.edit, roadmapUri, ROADMAP);
      assert.deepEqual([text, version], [`${ROADMAP}    accepts: [pay-12 in src/refund.ts]\n`, null]);

      await server.open(roadmapUri, text);
      await pollUntil('the finding is gone', () => server.diagnosticsOf(uri).length === 0);
      const [row] = await evidenceRows(server, 'Annotations');
      assert.match(row?.tooltip ?? '', /which roadmap\.yaml&#58;5 accepts/);
      assert.equal(row?.context, 'acceptedLink');

      const everywhere = await resolved(server, actions, 'Reject "pay-12" as PAY-12 everywhere');
      const [next, nextVersion] = edited(everywhere.edit, roadmapUri, text);
      assert.deepEqual([next, nextVersion], [`${text}    rejects: [pay-12]\n`, 1]);
    }));

  it('is called probable in its row and above its line', () =>
    withPlan(async (repo, server) => {
      const [row] = await evidenceRows(server, 'Annotations');
      assert.match(row?.description ?? '', /^probable · /);
      const textDocument = { uri: uriIn(repo, 'src/refund.ts') };
      const lenses = await server.client.sendRequest(CodeLensRequest.type, { textDocument });
      assert.match(lenses?.[0]?.command?.title ?? '', /^probably PAY-12 Refund API · /);
    }));

  it('is left out when it is rejected, commits included', () =>
    withPlan(async (repo, server) => {
      const [commit] = await evidenceRows(server, 'Commits');
      assert.ok(commit?.link);
      assert.equal(commit.context, 'probableLink');
      assert.match(commit.description ?? '', /^probable · /);
      const { where: _, ...link } = commit.link;
      const result = await server.client.sendRequest(JudgeLinkRequest, { ...link, accepted: false });
      assert.ok('edit' in result);
      const [text] = edited(result.edit, uriIn(repo, 'roadmap.yaml'), ROADMAP);
      await server.open(uriIn(repo, 'roadmap.yaml'), text);
      await pollUntil('the finding is gone', () => server.diagnosticsOf(uriIn(repo, 'src/refund.ts')).length === 0);
      assert.deepEqual(await evidenceRows(server, 'Commits'), []);
      assert.deepEqual(await evidenceRows(server, 'Annotations'), []);
      assert.equal((await evidenceRows(server, 'References')).length, 1);
    }));

  it('is answered with a sentence where the roadmap cannot be changed safely', () =>
    withPlan(async (repo, server) => {
      const uri = uriIn(repo, 'src/refund.ts');
      const actions = await actionsAt(server, uri, 0, 10);
      // The same story stands under both epics, so a change of one would be a change of two.
      const shared = 'epics:\n  - stories: &all [{ id: PAY-12 }]\n  - stories: *all\n';
      await server.open(uriIn(repo, 'roadmap.yaml'), shared);
      const action = await resolved(server, actions, 'Accept "pay-12" as PAY-12 in this file');
      assert.equal(action.edit, undefined);
      await pollUntil('the person is told', () => server.messages.length > 0);
      assert.match(
        server.messages[0] ?? '',
        /cannot be changed safely: .* aliases .*\. Write `accepts: pay-12 in src\/refund\.ts` there/,
      );
    }));
});
