import assert from 'node:assert/strict';
import {
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  type Diagnostic,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { createSampleWorkspace } from '../../src/engine/sample/createSample';
import { dayOf } from '../../src/core/model/calendar';
import { type FixParams, FixRequest } from '../../src/protocol/fixes';
import { pollUntil } from '../support/pollUntil';
import { withTempFolder } from '../support/tempRepo';
import { type TestServer, withServer } from '../support/testServer';

/** What is typed where nothing can be picked: the first of these that is no wrong answer. */
const TYPED = ['2027-03-01', '7', 'ZZZ-700', 'Something in words'];

/** Rules of the sample whose findings come last, since they rest on what is read in the background. */
const LAST = ['WM214', 'WM308', 'WM309', 'WM501'];

describe('In the sample workspace', () => {
  it('every finding has a way out beside suppression, and each that is offered can be made', async function () {
    this.timeout(120_000);
    await withTempFolder(async (folder) => {
      await createSampleWorkspace(folder, { today: '2026-09-01' });
      await withServer(
        [folder],
        { today: dayOf(2026, 9, 1) ?? 0, askCommand: 'test.ask', createsFiles: true },
        async (server) => {
          await pollUntil('the last rules have joined', () =>
            LAST.every((code) => findingsOf(server).some(({ diagnostic }) => diagnostic.code === code)),
          );
          const found = findingsOf(server);
          assert.ok(found.length > 15);
          for (const { uri, diagnostic } of found) {
            const actions = await actionsOf(server, uri, diagnostic);
            const own = actions.filter(({ title }) => !title.startsWith('Ignore '));
            assert.ok(own.length > 0, `${diagnostic.code} has a way out of its own`);
            for (const action of actions) {
              const edit = await editOf(server, action);
              assert.ok((edit?.documentChanges ?? []).length > 0, `${diagnostic.code}: ${action.title}`);
            }
          }
          assert.deepEqual(server.messages, []);
        },
      );
    });
  });
});

function findingsOf({ published }: TestServer): { uri: string; diagnostic: Diagnostic }[] {
  return [...published].flatMap(([uri, diagnostics]) => diagnostics.map((diagnostic) => ({ uri, diagnostic })));
}

async function actionsOf({ client }: TestServer, uri: string, diagnostic: Diagnostic): Promise<CodeAction[]> {
  const answer = await client.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range: diagnostic.range,
    context: { diagnostics: [diagnostic], only: ['quickfix'] },
  });
  return ((answer ?? []) as CodeAction[]).filter(({ diagnostics }) =>
    diagnostics?.some(({ code }) => code === diagnostic.code),
  );
}

async function editOf({ client }: TestServer, action: CodeAction): Promise<WorkspaceEdit | undefined> {
  if (!action.command) {
    return (await client.sendRequest(CodeActionResolveRequest.type, action)).edit;
  }
  const params = action.command.arguments?.[0] as FixParams;
  const asked = await client.sendRequest(FixRequest, params);
  assert.ok('question' in asked);
  const picked = asked.rows.flatMap(({ answer }) => answer ?? []).slice(0, 3);
  const refusals: string[] = [];
  for (const answer of [...picked, ...(picked.length === 0 ? TYPED : [])]) {
    const result = await client.sendRequest(FixRequest, { ...params, answer });
    if ('edit' in result && (result.edit.documentChanges ?? []).length > 0) {
      return result.edit;
    }
    refusals.push('refusal' in result ? result.refusal : `${answer} changes nothing`);
  }
  assert.fail(`${action.title}: ${refusals.join('; ')}`);
}
