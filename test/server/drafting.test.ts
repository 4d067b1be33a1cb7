import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import { readRoadmap } from '../../src/core/roadmap/readRoadmap';
import { COMMANDS } from '../../src/protocol/contributions';
import { type DraftAnswer, type DraftParams, DraftRequest } from '../../src/protocol/drafting';
import { type TempRepo, withTempRepo } from '../support/tempRepo';
import { fileUri, type TestServerOptions, withServer } from '../support/testServer';

type Say = (params?: Partial<DraftParams>) => Promise<DraftAnswer>;

/** A conversation about a folder with TODOs in two parts and commits of one key. */
function talk(body: (repo: TempRepo, say: Say) => Promise<void>, options: TestServerOptions = {}): Promise<void> {
  return withTempRepo(async (repo) => {
    repo.write({ 'a/x.ts': '// TODO: one\n', 'b/x.ts': '// TODO: two\n' });
    [1, 2, 3].forEach((number) => repo.commit(`PAY-${number}: story ${number}`));
    await withServer([repo.path], options, ({ client }) =>
      body(repo, (params) => client.sendRequest(DraftRequest, { folder: fileUri(repo.path), ...params })),
    );
  });
}

function rowsOf(answer: DraftAnswer) {
  assert.ok('rows' in answer, JSON.stringify(answer));
  return answer;
}

function madeOf(answer: DraftAnswer): string {
  assert.ok('text' in answer, JSON.stringify(answer));
  assert.deepEqual(readRoadmap('roadmap.yaml', answer.text)?.problems, []);
  return answer.text;
}

describe('a conversation about a first roadmap', () => {
  it('says below each choice what was found', () =>
    talk(async (_repo, say) => {
      const { rows } = rowsOf(await say());
      assert.deepEqual(
        rows.map(({ label, detail }) => `${label}: ${detail}`),
        [
          'The headings and TODOs of this repository: 2 TODOs in 2 folders',
          'Keys found in commit messages: PAY: 3 commits name 3 stories',
          'An empty template: One of each thing, to write over',
          'An import: What Jira, Linear, GitHub, Backlog or a spreadsheet exported as CSV or JSON',
        ],
      );
      assert.deepEqual(rows.at(-1)?.next, { command: COMMANDS.importRoadmap });
    }));

  it('lets the person pick among several groups, and makes a text that is written nowhere', () =>
    talk(async (repo, say) => {
      const asked = await say({ from: 'repository' });
      assert.ok('groups' in asked, JSON.stringify(asked));
      assert.deepEqual(
        asked.groups.map(({ label, isPicked }) => `${label} ${isPicked}`),
        ['a/ true', 'b/ true'],
      );
      const text = madeOf(await say({ ...asked.next, groups: [asked.groups[1]?.group ?? ''] }));
      assert.match(text, /title: Two/);
      assert.doesNotMatch(text, /title: One/);
      assert.equal(existsSync(join(repo.path, 'roadmap.yaml')), false);
    }));

  it('does not ask where there is one group only', () =>
    talk(async (_repo, say) => {
      assert.match(madeOf(await say({ from: 'commits' })), /id: PAY-3\n {4}title: Story 3/);
    }));

  it('makes a template that is itself without problems', () =>
    talk(async (_repo, say) => {
      const roadmap = readRoadmap('roadmap.yaml', madeOf(await say({ from: 'template' })));
      assert.equal(roadmap?.work[0]?.children.length, 2);
    }));

  it('leaves commits out where the workspace is not trusted, and says why', () =>
    talk(
      async (_repo, say) => {
        const { rows, placeHolder } = rowsOf(await say());
        assert.ok(!rows.some(({ label }) => label.includes('commit')), JSON.stringify(rows));
        assert.match(placeHolder, /not trusted, so git was not started/);
      },
      { trusted: false },
    ));

  it('never makes a second roadmap', () =>
    talk(async (repo, say) => {
      repo.write({ 'roadmap.yaml': 'product: Mine\n' });
      const answer = await say({ from: 'template' });
      assert.deepEqual(answer, {
        existing: fileUri(join(repo.path, 'roadmap.yaml')),
        sentence: 'There is a roadmap already: roadmap.yaml.',
      });
    }));

  it('says so where nothing is picked, and where the folder is gone', () =>
    talk(async (_repo, say) => {
      assert.match(JSON.stringify(await say({ from: 'repository', groups: [] })), /Nothing was picked/);
      assert.match(JSON.stringify(await say({ folder: 'file:///gone' })), /no longer open/);
    }));

  it('ends when the person does not want to wait', () =>
    withTempRepo((repo) =>
      withServer([repo.path], {}, async ({ client }) => {
        const source = new CancellationTokenSource();
        const asked = client.sendRequest(DraftRequest, { folder: fileUri(repo.path) }, source.token);
        source.cancel();
        await assert.rejects(asked);
      }),
    ));
});
