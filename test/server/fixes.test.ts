import assert from 'node:assert/strict';
import { join, relative } from 'node:path';
import {
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { dayOf } from '../../src/core/model/calendar';
import { type FixParams, FixRequest, type FixResult } from '../../src/protocol/fixes';
import { pollUntil } from '../support/pollUntil';
import { type TempRepo, withTempRepo } from '../support/tempRepo';
import { fileUri, type TestServer, type TestServerOptions, withServer } from '../support/testServer';
import { FIX_CASES, type FixCase } from './fixCases';
import { PLAN_FIX_CASES } from './planFixCases';

const TODAY = dayOf(2026, 9, 1) ?? 0;
const CODES = ['WM203', 'WM206', 'WM210', 'WM213', 'WM401', 'WM402', 'WM406', 'WM408', 'WM603', 'WM604', 'WM606'];
const OPTIONS: TestServerOptions = {
  today: TODAY,
  askCommand: 'test.ask',
  createsFiles: true,
  settings: { findings: { severity: Object.fromEntries(CODES.map((code) => [code, 'warning'])) } },
};

describe('A fix', () => {
  for (const each of [...FIX_CASES, ...PLAN_FIX_CASES]) {
    it(`of ${each.code} in ${each.at}: ${each.title}${each.answer ?? ''}`, () =>
      withTempRepo((repo) => check(repo, each)));
  }

  it('that needs an answer is left out for a client that cannot ask', () =>
    withTempRepo(async (repo) => {
      const texts = { 'roadmap.yaml': 'stories: [{ id: PAY-12, due: 2026-08-01, status: planned }]\n' };
      repo.write(texts);
      const { askCommand: _, ...options } = OPTIONS;
      await withServer([repo.path], options, async (server) => {
        const titles = (await actionsOf(server, repo, 'roadmap.yaml', 'WM301')).map(({ title }) => title);
        assert.deepEqual(titles, ['Mark PAY-12 as done', 'Move the due date of PAY-12 to 8 Sep, in a week']);
      });
    }));

  it('refuses an answer that is none, and an edit of a text that is another one by then', () =>
    withTempRepo(async (repo) => {
      const source = '// TODO(PAY-12): retry\n';
      repo.write({ 'roadmap.yaml': 'stories: [{ id: PAY-12, due: 2026-08-01, status: done }]\n', 'src/a.ts': source });
      await withServer([repo.path], OPTIONS, async (server) => {
        const uri = fileUri(join(repo.path, 'src/a.ts'));
        await server.open(uri, source);
        const actions = await actionsOf(server, repo, 'src/a.ts', 'WM203');
        const ignore = paramsOf(actions.find(({ title }) => title === 'Ignore WM203 for PAY-12…'));
        const answered = await server.client.sendRequest(FixRequest, { ...ignore, answer: '  ' });
        assert.deepEqual(answered, {
          refusal: 'A reason is needed: it is written down for those who come later.',
        });
        await server.change(uri, `\n${source}`);
        const remove = actions.find(({ title }) => title === 'Remove this TODO');
        assert.ok(remove);
        const { edit } = await server.client.sendRequest(CodeActionResolveRequest.type, remove);
        assert.equal(edit, undefined);
        await pollUntil('the person is told', () => server.messages.length > 0);
        assert.match(server.messages[0] ?? '', /^src\/a\.ts was changed meanwhile/);
      });
    }));

  it('that makes a file says so to a client that cannot', () =>
    withTempRepo(async (repo) => {
      repo.write({ 'backlog/config.yml': 'project_name: Acme\n', 'src/a.ts': '// TODO(TASK-9): x\n' });
      repo.write({ 'backlog/tasks/task-1 - A.md': '---\nid: task-1\ntitle: A\nstatus: To Do\n---\n' });
      await withServer([repo.path], { ...OPTIONS, createsFiles: false }, async (server) => {
        const actions = await actionsOf(server, repo, 'src/a.ts', 'WM201');
        const add = actions.find(({ title }) => title === 'Add TASK-9 to the roadmap');
        assert.ok(add);
        const { edit } = await server.client.sendRequest(CodeActionResolveRequest.type, add);
        assert.equal(edit, undefined);
        await pollUntil('the person is told', () => server.messages.length > 0);
        assert.equal(
          server.messages[0],
          'This editor makes no files for others. Make backlog/tasks/task-9 - X.md yourself.',
        );
      });
    }));

  it('of one kind is made everywhere at once', () =>
    withTempRepo(async (repo) => {
      const texts: Record<string, string> = {
        'roadmap.yaml': 'stories: [{ id: PAY-12, status: done }]\n',
        'src/a.ts': '// TODO(PAY-12): a\nconst a = 1; // FIXME(PAY-12): b\n',
        'src/b.py': '# TODO(PAY-12): c\nb = 1\n',
      };
      repo.write(texts);
      await withServer([repo.path], OPTIONS, async (server) => {
        const actions = await actionsOf(server, repo, 'src/a.ts', 'WM203');
        const here = actions.find(({ title }) => title === 'Remove all finished annotations in this file (2)');
        const all = actions.find(({ title }) => title === 'Remove all finished annotations in all files');
        assert.ok(here && all);
        const inFile = await server.client.sendRequest(CodeActionResolveRequest.type, here);
        assert.deepEqual(applied(repo, texts, inFile.edit), { ...texts, 'src/a.ts': 'const a = 1;\n' });
        const everywhere = await server.client.sendRequest(CodeActionResolveRequest.type, all);
        assert.deepEqual(applied(repo, texts, everywhere.edit), {
          ...texts,
          'src/a.ts': 'const a = 1;\n',
          'src/b.py': 'b = 1\n',
        });
      });
    }));

  it('that is safe is made on save, and no other', () =>
    withTempRepo(async (repo) => {
      const texts = { 'roadmap.yaml': 'stories: [{ id: PAY-12, titel: Refunds, due: 2026-08-01, release: v1 }]\n' };
      repo.write(texts);
      await withServer([repo.path], OPTIONS, async (server) => {
        const ask = (only: string) =>
          server.client.sendRequest(CodeActionRequest.type, {
            textDocument: { uri: fileUri(join(repo.path, 'roadmap.yaml')) },
            range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } },
            context: { diagnostics: [], only: [only] },
          });
        const [action, ...others] = ((await ask('source.fixAll')) ?? []) as CodeAction[];
        assert.deepEqual(others, []);
        assert.equal(action?.kind, 'source.fixAll.waymark');
        const { edit } = await server.client.sendRequest(CodeActionResolveRequest.type, action);
        assert.deepEqual(applied(repo, texts, edit), {
          'roadmap.yaml': texts['roadmap.yaml'].replace('titel', 'title'),
        });
      });
    }));
});

/** Makes the fix as a client does, and waits until the finding is gone. */
async function check(repo: TempRepo, { code, at, title, answer, files, commits = [], after }: FixCase): Promise<void> {
  repo.git('config', 'user.name', 'Ana Lima');
  repo.git('config', 'user.email', 'ana@acme.example');
  repo.write(files);
  repo.commit('Begin', { date: '2026-01-05T12:00:00+00:00' });
  for (const message of commits) {
    repo.commit(message, { date: '2026-03-02T12:00:00+00:00' });
  }
  await withServer([repo.path], OPTIONS, async (server) => {
    const actions = await actionsOf(server, repo, at, code);
    const action = actions.find((each) => each.title === title);
    assert.ok(action, actions.map((each) => each.title).join('\n'));
    const edit = await editOf(server, action, answer);
    const texts = applied(repo, files, edit);
    assert.deepEqual(texts, { ...files, ...after });
    const before = findings(server, repo, at, code).length;
    for (const path of Object.keys(after)) {
      if (files[path] === undefined) {
        // An editor makes the file at once, and its text is saved by the person.
        repo.write({ [path]: '' });
        const uri = fileUri(join(repo.path, path));
        await server.client.sendNotification(DidChangeWatchedFilesNotification.type, {
          changes: [{ uri, type: FileChangeType.Created }],
        });
      }
      await server.open(fileUri(join(repo.path, path)), texts[path] ?? '');
    }
    await pollUntil('the finding is gone', () => findings(server, repo, at, code).length < before);
  });
}

async function editOf({ client }: TestServer, action: CodeAction, answer: string | undefined) {
  if (answer === undefined) {
    assert.equal(action.edit, undefined, 'the edit is made when it is picked');
    return (await client.sendRequest(CodeActionResolveRequest.type, action)).edit;
  }
  const params = paramsOf(action);
  const asked: FixResult = await client.sendRequest(FixRequest, params);
  assert.ok('question' in asked && asked.question !== '');
  const row = asked.rows.find((each) => each.answer === answer || each.label === answer);
  const mayType = asked.rows.length === 0 || asked.rows.some((each) => each.answer === undefined);
  assert.ok(row || mayType, 'the answer is one that can be given');
  const result = await client.sendRequest(FixRequest, { ...params, answer: row?.answer ?? answer });
  assert.ok('edit' in result, 'refusal' in result ? result.refusal : '');
  return result.edit;
}

function paramsOf(action: CodeAction | undefined): FixParams {
  assert.equal(action?.command?.command, 'test.ask');
  return action.command.arguments?.[0] as FixParams;
}

function findings({ diagnosticsOf }: TestServer, repo: TempRepo, path: string, code: string) {
  return diagnosticsOf(fileUri(join(repo.path, path))).filter((each) => each.code === code);
}

/** What is offered at the first finding of the code. */
async function actionsOf(server: TestServer, repo: TempRepo, path: string, code: string): Promise<CodeAction[]> {
  const [finding] = await pollUntil(`${code} is found`, () => {
    const found = findings(server, repo, path, code);
    return found.length > 0 ? found : undefined;
  });
  assert.ok(finding);
  const answer = await server.client.sendRequest(CodeActionRequest.type, {
    textDocument: { uri: fileUri(join(repo.path, path)) },
    range: finding.range,
    context: { diagnostics: [finding], only: ['quickfix'] },
  });
  return ((answer ?? []) as CodeAction[]).filter((action) => action.diagnostics?.some((each) => each.code === code));
}

/** The texts as the client has them then. */
function applied(repo: TempRepo, texts: Readonly<Record<string, string>>, edit: WorkspaceEdit | undefined) {
  const result: Record<string, string> = { ...texts };
  for (const change of edit?.documentChanges ?? []) {
    if ('kind' in change) {
      assert.ok(change.kind === 'create');
      result[relative(repo.path, URI.parse(change.uri).fsPath)] = '';
      continue;
    }
    const { textDocument, edits } = change;
    const path = Object.keys(result).find((each) => fileUri(join(repo.path, each)) === textDocument.uri);
    assert.ok(path !== undefined, textDocument.uri);
    const document = TextDocument.create(textDocument.uri, 'plaintext', 0, result[path] ?? '');
    result[path] = TextDocument.applyEdits(
      document,
      edits.map((each) => ({ range: each.range, newText: 'newText' in each ? each.newText : '' })),
    );
  }
  return result;
}
