import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DiagnosticSeverity } from 'vscode-languageserver-protocol/node';
import { type TreeNode, TreeRequest } from '../../src/protocol/messages';
import { withTempRepo } from '../support/tempRepo';
import { fileUri, type TestServer, withServer } from '../support/testServer';

const ROADMAP = `releases: [{ id: v1.0, date: 2024-01-01 }]
epics:
  - id: PAY-1
    title: Refunds
    stories:
      - { id: PAY-12, title: Refund API, due: 2024-01-01, release: v1.0, status: active }
      - { id: PAY-13, title: Ledger, due: 2024-01-01, status: active }
risks: [{ id: R1, title: Slow, owner: ana, review: 2024-01-01 }]
`;

function rowsUnder({ client }: TestServer, parent?: TreeNode): Promise<TreeNode[]> {
  return client.sendRequest(TreeRequest, { view: 'roadmap', ...(parent && { parent: parent.id }) });
}

describe('Findings in the Roadmap view', () => {
  it('are counted on what their item is part of', () =>
    withTempRepo(async (repo) => {
      repo.write({ 'roadmap.yaml': ROADMAP });
      await withServer([repo.path], {}, async (server) => {
        const [epic] = await rowsUnder(server);
        assert.match(epic?.description ?? '', /^2 findings below · 0\/2 done$/);
        const [story] = await rowsUnder(server, epic);
        assert.match(story?.description ?? '', /· 1 finding$/);
      });
    }));

  it('have a row of their own where they are about a release, a risk or the file', () =>
    withTempRepo(async (repo) => {
      repo.write({ 'roadmap.yaml': ROADMAP });
      await withServer([repo.path], {}, async (server) => {
        const last = (await rowsUnder(server)).at(-1);
        assert.deepEqual([last?.label, last?.description], ['Findings on the plan', '2']);
        const findings = await rowsUnder(server, last);
        assert.deepEqual(
          findings.map(({ description }) => description),
          ['WM302', 'WM603'],
        );
        assert.equal(findings[0]?.open?.uri, fileUri(join(repo.path, 'roadmap.yaml')));
      });
    }));

  it('have no such row where there are none', () =>
    withTempRepo(async (repo) => {
      repo.write({ 'roadmap.yaml': 'stories: [{ id: PAY-12, title: Refunds }]\n' });
      await withServer([repo.path], {}, async (server) => {
        assert.deepEqual(
          (await rowsUnder(server)).map(({ label }) => label),
          ['PAY-12 Refunds'],
        );
      });
    }));
});

describe('Findings in the Problems panel', () => {
  it('are the hundred most severe ones of a file, and a line that counts the others', () =>
    withTempRepo(async (repo) => {
      const todos = Array.from({ length: 149 }, (_, index) => `// TODO(PAY-${800 + index}): x\n`);
      repo.write({ 'roadmap.yaml': 'stories: [{ id: PAY-12 }]\n', 'a.ts': `// TODO(pay-12): x\n${todos.join('')}` });
      await withServer([repo.path], {}, async ({ diagnosticsOf }) => {
        const told = diagnosticsOf(fileUri(join(repo.path, 'a.ts')));
        assert.equal(told.length, 101);
        assert.ok(told.slice(0, 100).every(({ severity }) => severity === DiagnosticSeverity.Information));
        const message = told[100]?.message;
        assert.match(
          typeof message === 'string' ? message : '',
          /^50 more findings in this file: .*`waymark check` lists all\.$/,
        );
      });
    }));
});
