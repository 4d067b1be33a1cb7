import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { TextDocumentEdit } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { EditRoadmapRequest, type RoadmapEditRequested } from '../../src/protocol/roadmapEdits';
import { withTempRepo } from '../support/tempRepo';
import { fileUri, type TestServer, withServer } from '../support/testServer';

const ROADMAP = `# The plan
stories:
  - id: PAY-12
    title: Refund API # keep
  - id: PAY-13
    title: Ledger
`;

const RISKS = `risks:
  - { id: R1, title: Slow, mitigation: PAY-12 }
`;

interface Plan {
  readonly server: TestServer;
  readonly uriOf: (path: string) => string;
  ask(edit: RoadmapEditRequested): Promise<readonly TextDocumentEdit[] | string>;
}

function withPlan(body: (plan: Plan) => Promise<void>): Promise<void> {
  return withTempRepo(async (repo) => {
    repo.write({ 'roadmap.yaml': ROADMAP, 'docs/roadmap.yaml': RISKS });
    await withServer([repo.path], {}, (server) =>
      body({
        server,
        uriOf: (path) => fileUri(join(repo.path, path)),
        ask: async (edit) => {
          const answer = await server.client.sendRequest(EditRoadmapRequest, { folder: fileUri(repo.path), edit });
          return 'refusal' in answer ? answer.refusal : ((answer.edit.documentChanges ?? []) as TextDocumentEdit[]);
        },
      }),
    );
  });
}

function applied(edit: TextDocumentEdit | undefined, text: string): string {
  const edits = (edit?.edits ?? []).map((each) => ({
    range: each.range,
    newText: 'newText' in each ? each.newText : '',
  }));
  return TextDocument.applyEdits(TextDocument.create('file:///a', 'yaml', 0, text), edits);
}

describe('An edit of the roadmap that a client asks for', () => {
  it('comes back as the changes of each file that it concerns', () =>
    withPlan(async ({ ask, uriOf }) => {
      const edits = await ask({ kind: 'renameItem', item: { id: 'PAY-12' }, newId: 'PAY-99' });
      assert.ok(typeof edits !== 'string');
      const of = (path: string) => edits.find(({ textDocument }) => textDocument.uri === uriOf(path));
      assert.equal(
        applied(of('roadmap.yaml'), ROADMAP),
        ROADMAP.replace('id: PAY-12', 'id: PAY-99').replace('# keep\n', '# keep\n    aliases: [PAY-12]\n'),
      );
      assert.equal(applied(of('docs/roadmap.yaml'), RISKS), RISKS.replace('PAY-12', 'PAY-99'));
    }));

  it('is made for the text on the screen and names its version, so that it can meet no other', () =>
    withPlan(async ({ ask, server, uriOf }) => {
      const typed = ROADMAP.replace('Ledger', 'The ledger');
      await server.open(uriOf('roadmap.yaml'), ROADMAP);
      await server.change(uriOf('roadmap.yaml'), typed);
      const edits = await ask({ kind: 'moveItem', item: { id: 'PAY-13' }, to: {} });
      assert.ok(typeof edits !== 'string');
      assert.equal(edits[0]?.textDocument.version, 2);
      assert.match(applied(edits[0], typed), /stories:\n {2}- id: PAY-13\n {4}title: The ledger\n {2}- id: PAY-12\n/);
    }));

  it('takes days as people write them, and adds, sets and ticks', () =>
    withPlan(async ({ ask }) => {
      const texts: string[] = [];
      const requests: readonly RoadmapEditRequested[] = [
        { kind: 'suppress', item: { id: 'PAY-13' }, rule: 'WM203', reason: 'elsewhere', until: '2026-12-31' },
        { kind: 'setField', item: { id: 'PAY-13', path: 'roadmap.yaml' }, field: 'owner', value: 'ana' },
        { kind: 'tick', item: { id: 'PAY-13' }, done: true },
        { kind: 'addItem', path: 'roadmap.yaml', itemKind: 'story', to: { after: 'PAY-13' }, title: 'More' },
      ];
      for (const request of requests) {
        const edits = await ask(request);
        assert.ok(typeof edits !== 'string');
        texts.push(
          applied(edits[0], ROADMAP)
            .slice(ROADMAP.length - 1)
            .trim(),
        );
      }
      assert.deepEqual(texts, [
        'ignore: [{ rule: WM203, reason: elsewhere, until: 2026-12-31 }]',
        'owner: ana',
        'status: done',
        '- title: More',
      ]);
    }));

  it('is answered with a sentence when it cannot be made', () =>
    withPlan(async ({ ask, server }) => {
      assert.equal(
        await ask({ kind: 'tick', item: { id: 'PAY-77' }, done: true }),
        'No roadmap declares PAY-77 any more, so nothing was changed.',
      );
      assert.equal(
        await ask({ kind: 'suppress', item: { id: 'PAY-13' }, rule: 'WM203', reason: 'x', until: 'soon' }),
        '`soon` is not a day of the calendar. Write it as 2026-08-28.',
      );
      const elsewhere = {
        folder: 'file:///elsewhere',
        edit: { kind: 'tick', item: { id: 'PAY-13' }, done: true },
      } as const;
      assert.deepEqual(await server.client.sendRequest(EditRoadmapRequest, elsewhere), {
        refusal: 'The folder of this roadmap is no longer open, so nothing was changed.',
      });
    }));
});
