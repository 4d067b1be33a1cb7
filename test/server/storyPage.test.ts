import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { TextDocumentEdit } from 'vscode-languageserver-protocol';
import type { LinksParams } from '../../src/protocol/messages';
import {
  type StoryPage,
  StoryPageRequest,
  StoryPagesChangedNotification,
  type TickCriterionParams,
  TickCriterionRequest,
} from '../../src/protocol/storyPage';
import { pollUntil } from '../support/pollUntil';
import { withTempRepo } from '../support/tempRepo';
import { fileUri, type TestServer, withServer } from '../support/testServer';

const ROADMAP = `stories:
  - id: PAY-11
    title: Ledger
    status: done
  - id: PAY-12
    title: Refund API
    status: active
    depends: [PAY-11]
    decisions: [docs/adr/0001-ledger.md, linked/secret.md]
    acceptance:
      - A refund is paid once
      - It is paid within a day
`;

interface PageWorld {
  readonly server: TestServer;
  readonly folder: string;
  readonly uri: (path: string) => string;
  readonly page: () => Promise<StoryPage>;
}

function withPage(body: (world: PageWorld) => Promise<void>): Promise<void> {
  return withTempRepo(async (repo) => {
    repo.write({
      'roadmap.yaml': ROADMAP,
      'src/refund.ts': 'start();\n// TODO(PAY-12): retry\n',
      'docs/adr/0001-ledger.md': '# 1. One ledger\n\nStatus: accepted\n',
    });
    repo.commit('PAY-12: pay out');
    const folder = fileUri(repo.path);
    const outside = join(repo.path, '..', `${basename(repo.path)} outside`);
    mkdirSync(outside);
    writeFileSync(join(outside, 'secret.md'), '# Secret\n');
    symlinkSync(outside, join(repo.path, 'linked'));
    try {
      await withServer([repo.path], {}, async (server) => {
        const page = async () => {
          const result = await server.client.sendRequest(StoryPageRequest, { folder, id: 'PAY-12' });
          assert.ok('page' in result, 'there is a page');
          assert.equal(result.title, 'PAY-12 Refund API');
          return result.page;
        };
        await body({ server, folder, uri: (path) => `${folder}/${path}`, page });
      });
    } finally {
      rmSync(outside, { recursive: true });
    }
  });
}

describe('The page of a story', () => {
  it('tells what the folder knows, and where each click leads', () =>
    withPage(async ({ uri, page }) => {
      const files = (each: StoryPage) => each.files.rows.map(({ label }) => label);
      await pollUntil('what the commit changed is known', async () => files(await page()).length === 2);
      const shown = await page();
      assert.deepEqual(files(shown), ['docs/adr/0001-ledger.md', 'src/refund.ts']);
      assert.deepEqual(
        shown.evidence.map(({ kind }) => kind),
        ['annotations', 'commits'],
      );
      const [annotation] = shown.evidence[0]?.rows ?? [];
      assert.deepEqual(annotation?.target, {
        kind: 'open',
        open: {
          uri: uri('src/refund.ts'),
          range: { start: { line: 1, character: 3 }, end: { line: 1, character: 22 } },
        },
      });
      assert.equal(shown.dependencies.needs[0]?.target?.kind, 'story');
      assert.deepEqual(
        shown.timeline.rows.map(({ label }) => label),
        ['Added to the roadmap'],
      );
    }));

  it('leads to the ways out of what is found, and to what can be decided about a link', () =>
    withPage(async ({ server, folder, uri, page }) => {
      await server.open(uri('src/refund.ts'), 'start();\n// pay-12 and PAY-12\n');
      const rows = async () => (await page()).evidence.flatMap((group) => group.rows);
      await pollUntil('the open text is told', async () => (await rows()).some(({ sure }) => sure === 'probable'));
      const probable = (await rows()).find(({ sure }) => sure === 'probable');
      const link = { folder, item: 'PAY-12', written: 'pay-12', where: 'src/refund.ts' };
      assert.deepEqual(
        probable?.actions?.map(({ target }) => target),
        [
          { kind: 'judge', accepted: true, link },
          { kind: 'judge', accepted: false, link },
        ],
      );
      await pollUntil('something is found', async () => (await page()).findings.rows.length > 0);
      const [finding] = (await page()).findings.rows;
      assert.ok(finding?.target?.kind === 'open');
      assert.deepEqual(finding.actions, [{ label: 'Fix…', target: { ...finding.target, kind: 'fixes' } }]);
    }));

  it('has the text of decisions as it is on the screen, and of no file that only a link leads to', () =>
    withPage(async ({ server, uri, page }) => {
      const told = async () => (await page()).decisions.map(({ title, status, note }) => [title, status ?? note]);
      assert.deepEqual(await told(), [
        ['1. One ledger', 'accepted'],
        ['secret.md', 'This file cannot be read.'],
      ]);
      await server.open(uri('docs/adr/0001-ledger.md'), '# 1. Two ledgers\n\nStatus: rejected\n');
      await pollUntil('the open text is told', async () => (await told())[0]?.join() === '1. Two ledgers,rejected');
    }));

  it('says that a story is gone, and tells of every change that there may be another page', () =>
    withPage(async ({ server, folder, uri }) => {
      const answers: string[] = [];
      const ask = async (params: LinksParams) => {
        const result = await server.client.sendRequest(StoryPageRequest, params);
        return 'sentence' in result ? result.sentence : 'a page';
      };
      server.client.onNotification(StoryPagesChangedNotification, async () => {
        answers.push(await ask({ folder, id: 'PAY-12' }));
      });
      await server.open(uri('roadmap.yaml'), ROADMAP.replaceAll('PAY-12', 'PAY-13'));
      const gone = 'No roadmap declares PAY-12 any more.';
      await pollUntil('whoever asks when told learns it', () => answers.includes(gone));
      assert.equal(await ask({ folder: 'file:///nowhere', id: 'PAY-12' }), gone);
    }));
});

describe('The acceptance list of a story', () => {
  const tick = ({ server, folder }: PageWorld, params: Partial<TickCriterionParams>) =>
    server.client.sendRequest(TickCriterionRequest, {
      folder,
      id: 'PAY-12',
      criterion: 1,
      text: 'It is paid within a day',
      done: true,
      ...params,
    });

  it('is ticked by one edit of its line', () =>
    withPage(async (world) => {
      const result = await tick(world, {});
      assert.ok('edit' in result);
      const [change] = (result.edit.documentChanges ?? []) as TextDocumentEdit[];
      assert.equal(change?.textDocument.uri, world.uri('roadmap.yaml'));
      const lines = change.edits.map(({ range }) => [range.start.line, range.end.line]);
      assert.deepEqual(lines, [[11, 11]]);
      assert.equal(readFileSync(new URL(world.uri('roadmap.yaml')), 'utf8'), ROADMAP);
    }));

  it('is left alone where another criterion stands there by now', () =>
    withPage(async (world) => {
      for (const params of [{ criterion: 0 }, { criterion: 7 }, { text: 'Something else' }]) {
        assert.deepEqual(await tick(world, params), {
          refusal: 'The acceptance list of PAY-12 Refund API is another one by now, so nothing was changed.',
        });
      }
      assert.deepEqual(await tick(world, { id: 'PAY-99' }), {
        refusal: 'No roadmap declares PAY-99 any more, so nothing was changed.',
      });
    }));
});
