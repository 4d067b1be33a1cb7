import assert from 'node:assert/strict';
import { type CodeAction, CodeActionRequest, type Diagnostic } from 'vscode-languageserver-protocol';
import { MentionStoryRequest } from '../../src/protocol/work';
import { pollUntil } from '../support/pollUntil';
import { type TempRepo, withTempRepo } from '../support/tempRepo';
import { fileUri, type TestServer, withServer } from '../support/testServer';

const ROADMAP = `keys: [PAY]
stories:
  - { id: PAY-12, title: Refund API, status: active, code: [src/refunds] }
  - { id: PAY-13, title: Receipts, status: planned }
  - { id: PAY-14, title: Ledger, status: done, code: [src/ledger] }
`;

const BOX = 'vscode-scm:git/scm0/input?rootUri=x';

function withMessages(
  branch: string,
  prepare: (repo: TempRepo) => void,
  body: (server: TestServer, repo: TempRepo) => Promise<void>,
): Promise<void> {
  return withTempRepo(async (repo) => {
    repo.write({ 'roadmap.yaml': ROADMAP });
    repo.commit('Begin');
    repo.git('switch', '-q', '-C', branch);
    prepare(repo);
    await withServer([repo.path], {}, (server) => body(server, repo));
  });
}

const nothing = (): void => {};

const messagesOf = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ message }) => message);

async function told(server: TestServer, uri: string, what: RegExp): Promise<readonly Diagnostic[]> {
  return pollUntil(`${what} is told`, () => {
    const diagnostics = server.diagnosticsOf(uri);
    return diagnostics.some(({ message }) => what.test(JSON.stringify(message))) ? diagnostics : undefined;
  });
}

async function actionsAt(server: TestServer, uri: string): Promise<readonly CodeAction[]> {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const params = { textDocument: { uri }, range, context: { diagnostics: [] } };
  return ((await server.client.sendRequest(CodeActionRequest.type, params)) ?? []) as CodeAction[];
}

describe('The box for a commit message', () => {
  it('tells unknown and misspelt IDs as they are typed, and no more once they are mended', () =>
    withMessages('main', nothing, async (server) => {
      await server.open(BOX, 'PAY-122: refunds', 'scminput');
      const [unknown] = await told(server, BOX, /PAY-122/);
      assert.equal(unknown?.message, 'No roadmap declares PAY-122. Did you mean PAY-12?');
      assert.deepEqual(unknown.range, { start: { line: 0, character: 0 }, end: { line: 0, character: 7 } });
      const [fix] = await actionsAt(server, BOX);
      assert.deepEqual(
        [fix?.title, fix?.kind, fix?.isPreferred, fix?.edit?.changes?.[BOX]],
        ['Write PAY-12', 'quickfix', true, [{ range: unknown.range, newText: 'PAY-12' }]],
      );
      await server.change(BOX, 'pay-12: refunds');
      assert.equal((await told(server, BOX, /pay-12/)).length, 1);
      await server.change(BOX, 'PAY-12: refunds');
      await pollUntil('nothing is wrong', () => server.diagnosticsOf(BOX).length === 0);
    }));

  it('misses the story of the branch, but not in an empty message, where it can be written all the same', () =>
    withMessages('feature/PAY-13-receipts', nothing, async (server, repo) => {
      await server.open(BOX, '', 'scminput');
      assert.deepEqual(
        (await actionsAt(server, BOX)).map(({ title, kind }) => [title, kind]),
        [['PAY-13 Receipts: write its ID here', 'refactor.rewrite']],
      );
      assert.deepEqual(server.diagnosticsOf(BOX), []);
      await server.change(BOX, 'Print them');
      await told(server, BOX, /although the branch is that of PAY-13/);
      const folder = fileUri(repo.path);
      assert.deepEqual(await server.client.sendRequest(MentionStoryRequest, { folder, text: 'fix: print' }), {
        text: 'fix: PAY-13 print',
      });
      assert.deepEqual(await server.client.sendRequest(MentionStoryRequest, { folder, text: 'PAY-13: print' }), {
        refusal: 'The message names PAY-13 already.',
      });
    }));

  it('misses the open story that staged files belong to, as soon as they are staged, and follows the roadmap', () =>
    withMessages(
      'main',
      (repo) => repo.write({ 'src/refunds/a.ts': '\n', 'src/ledger/b.ts': '\n', 'c.ts': '// TODO(PAY-13): x\n' }),
      async (server, repo) => {
        repo.git('add', 'src/ledger/b.ts');
        await server.open(BOX, 'Tidy up', 'scminput');
        await pollUntil('it is checked', () => server.published.has(BOX));
        assert.deepEqual(server.diagnosticsOf(BOX), []);
        repo.git('add', 'src/refunds/a.ts');
        await server.change(BOX, 'Tidy');
        await told(server, BOX, /although the staged files belong to PAY-12\./);
        repo.git('add', 'c.ts');
        await server.change(BOX, 'Tidy up');
        await told(server, BOX, /although the staged files belong to PAY-12 and PAY-13\./);
        const roadmap = `${fileUri(repo.path)}/roadmap.yaml`;
        await server.open(roadmap, ROADMAP.replace('status: active', 'status: done'));
        await told(server, BOX, /although the staged files belong to PAY-13\./);
      },
    ));

  it('checks the file that git opens too, without its comments', () =>
    withMessages('PAY-13-receipts', nothing, async (server, repo) => {
      const uri = `${fileUri(repo.path)}/.git/COMMIT_EDITMSG`;
      await server.open(uri, '\n# On branch PAY-99\n', 'git-commit');
      await pollUntil('it is checked', () => server.published.has(uri));
      assert.deepEqual(messagesOf(server.diagnosticsOf(uri)), []);
      await server.change(uri, 'Print pay-12\n# On branch PAY-99\n');
      assert.equal((await told(server, uri, /pay-12/)).length, 1);
      await server.close(uri);
      await pollUntil('it is closed', () => server.diagnosticsOf(uri).length === 0);
    }));

  it('leaves other documents alone', () =>
    withMessages('main', nothing, async (server) => {
      await server.open('untitled:a', 'PAY-122: refunds', 'plaintext');
      await server.open(BOX, 'PAY-122: refunds', 'scminput');
      await told(server, BOX, /PAY-122/);
      assert.equal(server.published.has('untitled:a'), false);
    }));
});
