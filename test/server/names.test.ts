import assert from 'node:assert/strict';
import { join } from 'node:path';
import {
  DefinitionRequest,
  type DocumentHighlight,
  DocumentHighlightKind,
  DocumentHighlightRequest,
  type Location,
  type Position,
  ReferencesRequest,
  TextDocumentContentRequest,
} from 'vscode-languageserver-protocol/node';
import { withTempRepo } from '../support/tempRepo';
import { fileUri, type TestServer, type TestServerOptions, withServer } from '../support/testServer';

const ROADMAP = `keys: [PAY]
stories:
  - { id: PAY-12, title: Refund API }
  - { id: PAY-13, title: Receipts, depends: [PAY-12] }
`;

const FILES: Readonly<Record<string, string>> = {
  'roadmap.yaml': ROADMAP,
  'src/refund.ts': '// TODO(PAY-12): retry as PAY-12 says\nexport const refund = 1;\n',
  'src/refund.py': 'def refund():\n    """Pays back, see PAY-12."""\n',
  'test/refund.test.ts': '// @verifies PAY-12\n',
  'docs/refunds.md': '# Refunds\n\nPart of PAY-12.\n',
};

interface Session {
  readonly server: TestServer;
  readonly at: (path: string, words: string, shift?: number) => Promise<At>;
  readonly pathOf: (uri: string) => string;
  readonly shas: readonly string[];
}

interface At {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

function withFolder(body: (session: Session) => Promise<void>, options: TestServerOptions = {}): Promise<void> {
  return withTempRepo(async (repo) => {
    repo.write(FILES);
    const first = repo.commit('PAY-12: refunds\n\nOf whole bookings.');
    repo.write({ 'src/ledger.ts': 'export const ledger = 1;\n' });
    const second = repo.commit('Keep a ledger\n\nRefs: PAY-12');
    await withServer([repo.path], options, (server) => {
      const uri = (path: string) => fileUri(join(repo.path, path));
      return body({
        server,
        shas: [second, first],
        pathOf: (each) => each.replace(uri(''), '').replace(/^\//, ''),
        at: async (path, words, shift = 1) => {
          const text = FILES[path] ?? '';
          await server.open(uri(path), text);
          const before = text.slice(0, text.indexOf(words) + shift).split('\n');
          const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
          return { textDocument: { uri: uri(path) }, position };
        },
      });
    });
  });
}

async function referencesAt({ server, at }: Session, path: string): Promise<Location[]> {
  const asked = { ...(await at(path, 'PAY-12')), context: { includeDeclaration: true } };
  return (await server.client.sendRequest(ReferencesRequest.type, asked)) ?? [];
}

const isCommit = ({ uri }: Location) => uri.startsWith('waymark:');

describe('Names of the plan in any file', () => {
  for (const path of Object.keys(FILES)) {
    it(`lead from ${path} to the declaration`, () =>
      withFolder(async ({ server, at, pathOf }) => {
        const answer = await server.client.sendRequest(DefinitionRequest.type, await at(path, 'PAY-12'));
        const [target] = Array.isArray(answer) ? answer : [];
        assert.ok(target && 'uri' in target);
        assert.equal(`${pathOf(target.uri)}:${target.range.start.line}`, 'roadmap.yaml:2');
      }));
  }

  it('are listed wherever they stand, from code as from the roadmap, and behind them the commits', () =>
    withFolder(async (session) => {
      const fromCode = await referencesAt(session, 'src/refund.ts');
      const places = fromCode
        .filter((each) => !isCommit(each))
        .map(({ uri, range }) => {
          return `${session.pathOf(uri)}:${range.start.line}:${range.start.character}`;
        });
      assert.deepEqual(places, [
        'roadmap.yaml:2:10',
        'roadmap.yaml:3:45',
        'docs/refunds.md:2:8',
        'src/refund.py:1:22',
        'src/refund.ts:0:8',
        'src/refund.ts:0:26',
        'test/refund.test.ts:0:13',
      ]);
      assert.deepEqual(await referencesAt(session, 'roadmap.yaml'), fromCode);
      assert.deepEqual(
        fromCode.filter(isCommit).map(({ uri }) => /sha(?:=|%3D)([0-9a-f]{40})/.exec(uri)?.[1]),
        session.shas,
      );
    }));

  it('lead in the document of a commit to the ID in its subject, else to the subject', () =>
    withFolder(async (session) => {
      const commits = (await referencesAt(session, 'docs/refunds.md')).filter(isCommit);
      const words: string[] = [];
      for (const { uri, range } of commits) {
        const { text } = await session.server.client.sendRequest(TextDocumentContentRequest.type, { uri });
        assert.match(text, /^\+/m, 'the changes are there');
        words.push((text.split('\n')[range.start.line] ?? '').slice(range.start.character, range.end.character));
      }
      assert.deepEqual(words, ['Keep a ledger', 'PAY-12']);
    }));

  it('have no commits in a workspace that is not trusted', () =>
    withFolder(
      async (session) => {
        const references = await referencesAt(session, 'src/refund.ts');
        assert.equal(references.filter(isCommit).length, 0);
        assert.equal(references.length, 7);
      },
      { trusted: false },
    ));

  it('are highlighted in their own file', () =>
    withFolder(async ({ server, at }) => {
      const highlights = async (path: string, words = 'PAY-12') =>
        server.client.sendRequest(DocumentHighlightRequest.type, await at(path, words));
      const shown = (all: DocumentHighlight[] | null) =>
        all?.map(({ range, kind }) => [range.start.line, range.start.character, kind]);
      const { Read, Write } = DocumentHighlightKind;
      assert.deepEqual(shown(await highlights('src/refund.ts')), [
        [0, 8, Read],
        [0, 26, Read],
      ]);
      assert.deepEqual(shown(await highlights('roadmap.yaml')), [
        [2, 10, Write],
        [3, 45, Read],
      ]);
      assert.equal(await highlights('src/refund.ts', 'refund ='), null);
    }));
});
