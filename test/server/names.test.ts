import assert from 'node:assert/strict';
import { join } from 'node:path';
import {
  DefinitionRequest,
  type DocumentHighlight,
  DocumentHighlightKind,
  DocumentHighlightRequest,
  type Location,
  type Position,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  TextDocumentContentRequest,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
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
  readonly files: Readonly<Record<string, string>>;
}

interface At {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

function withFolder(
  body: (session: Session) => Promise<void>,
  options: TestServerOptions = {},
  files: Readonly<Record<string, string>> = FILES,
): Promise<void> {
  return withTempRepo(async (repo) => {
    repo.write(files);
    const first = repo.commit('PAY-12: refunds\n\nOf whole bookings.');
    repo.write({ 'src/ledger.ts': 'export const ledger = 1;\n' });
    const second = repo.commit('Keep a ledger\n\nRefs: PAY-12');
    await withServer([repo.path], options, (server) => {
      const uri = (path: string) => fileUri(join(repo.path, path));
      return body({
        server,
        shas: [second, first],
        files,
        pathOf: (each) => each.replace(uri(''), '').replace(/^\//, ''),
        at: async (path, words, shift = 1) => {
          const text = files[path] ?? '';
          await server.open(uri(path), text);
          const before = text.slice(0, text.indexOf(words) + shift).split('\n');
          const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
          return { textDocument: { uri: uri(path) }, position };
        },
      });
    });
  });
}

/** The texts of files once an edit is made, in words; of what a person must agree to `agreed` tells. */
function changed(edit: WorkspaceEdit | null, session: Session, agreed = true): Readonly<Record<string, string>> {
  const changes = (edit?.documentChanges ?? []).filter((each): each is TextDocumentEdit => 'edits' in each);
  return Object.fromEntries(
    changes.map(({ textDocument, edits }) => {
      const path = session.pathOf(textDocument.uri);
      const document = TextDocument.create(textDocument.uri, '', 1, session.files[path] ?? '');
      const made = edits.filter((each): each is TextEdit => agreed || !('annotationId' in each));
      return [path, TextDocument.applyEdits(document, made)];
    }),
  );
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

describe('Symbols of the workspace', () => {
  it('are what the plan declares, by words of ID and title, with the place and what each is part of', () =>
    withFolder(
      async ({ server, pathOf }) => {
        const symbols = await server.client.sendRequest(WorkspaceSymbolRequest.type, { query: 'refund' });
        const shown = (symbols ?? []).map(({ name, containerName, location }) =>
          [name, containerName, 'range' in location && `${pathOf(location.uri)}:${location.range.start.line}`].join(
            ' | ',
          ),
        );
        assert.deepEqual(shown, [
          'PAY-1 Refunds |  | roadmap.yaml:3',
          'PAY-12 Refund API | PAY-1 Refunds | roadmap.yaml:6',
        ]);
        const [release] = (await server.client.sendRequest(WorkspaceSymbolRequest.type, { query: 'v1.0' })) ?? [];
        assert.equal(release?.name, 'v1.0 First');
        const none = await server.client.sendRequest(WorkspaceSymbolRequest.type, { query: 'nobody plans this' });
        assert.deepEqual(none, []);
      },
      {},
      {
        'roadmap.yaml': `releases: [{ id: v1.0, title: First }]
keys: [PAY]
epics:
  - id: PAY-1
    title: Refunds
    stories:
      - { id: PAY-12, title: Refund API }
`,
      },
    ));
});

describe('Renaming an ID in any file', () => {
  const RENAMES: TestServerOptions = { renames: true };
  const rename = async ({ server, at }: Session, path: string, newName: string, words = 'PAY-12') =>
    server.client.sendRequest(RenameRequest.type, { ...(await at(path, words)), newName });

  it('is prepared with the ID that stands there, and refused with one sentence where none does', () =>
    withFolder(async ({ server, at }) => {
      assert.deepEqual(
        await server.client.sendRequest(PrepareRenameRequest.type, await at('docs/refunds.md', 'PAY-12')),
        {
          range: { start: { line: 2, character: 8 }, end: { line: 2, character: 14 } },
          placeholder: 'PAY-12',
        },
      );
      const elsewhere = await at('docs/refunds.md', 'Refunds');
      await assert.rejects(server.client.sendRequest(PrepareRenameRequest.type, elsewhere), {
        message: 'No ID of the roadmap stands here.',
      });
    }, RENAMES));

  it('changes the roadmap, code, tests and documents in one edit that names the versions of open texts', () =>
    withFolder(async (session) => {
      const edit = await rename(session, 'src/refund.ts', 'PAY-20');
      const after = changed(edit, session);
      assert.deepEqual(Object.keys(after).sort(), Object.keys(FILES).sort());
      assert.equal(
        after['roadmap.yaml'],
        ROADMAP.replace('PAY-12, title: Refund API', 'PAY-20, title: Refund API, aliases: [PAY-12]').replace(
          'depends: [PAY-12]',
          'depends: [PAY-20]',
        ),
      );
      for (const path of Object.keys(FILES).filter((each) => each !== 'roadmap.yaml')) {
        assert.equal(after[path], FILES[path]?.replaceAll('PAY-12', 'PAY-20'), path);
      }
      const versions = Object.fromEntries(
        (edit?.documentChanges ?? []).flatMap((each) =>
          'edits' in each ? [[session.pathOf(each.textDocument.uri), each.textDocument.version]] : [],
        ),
      );
      assert.equal(versions['src/refund.ts'], 1);
      assert.equal(versions['docs/refunds.md'], null);
    }, RENAMES));

  it('is refused with one sentence where the new ID is another item’s, or none', () =>
    withFolder(async (session) => {
      await assert.rejects(rename(session, 'roadmap.yaml', 'PAY-13'), {
        message: 'PAY-13 belongs to “Receipts” in roadmap.yaml. Choose another ID.',
      });
      await assert.rejects(rename(session, 'roadmap.yaml', 'two words'), /cannot be an ID/);
    }, RENAMES));

  const DOUBTFUL = { ...FILES, 'docs/refunds.md': 'Part of pay-12.\n' };

  it('asks a person before it changes what is only probable', () =>
    withFolder(
      async (session) => {
        const edit = await rename(session, 'src/refund.ts', 'PAY-20');
        assert.equal(changed(edit, session, false)['docs/refunds.md'], 'Part of pay-12.\n');
        assert.equal(changed(edit, session)['docs/refunds.md'], 'Part of PAY-20.\n');
        assert.deepEqual(
          Object.values(edit?.changeAnnotations ?? {}).map(({ needsConfirmation }) => needsConfirmation),
          [true],
        );
      },
      RENAMES,
      DOUBTFUL,
    ));

  it('leaves what is only probable alone where the client cannot ask', () =>
    withFolder(
      async (session) => {
        const edit = await rename(session, 'src/refund.ts', 'PAY-20');
        assert.equal(changed(edit, session)['docs/refunds.md'], undefined);
        assert.equal(edit?.changeAnnotations, undefined);
      },
      {},
      DOUBTFUL,
    ));

  const ITEM_FILES = {
    'stories/PAY-12-refund-api.md': '---\nid: PAY-12\ntitle: Refund API\nstatus: planned\n---\nWords.\n',
    'stories/PAY-13-receipts.md': '---\nid: PAY-13\ntitle: Receipts\nstatus: planned\ndepends: [PAY-12]\n---\n',
    'stories/PAY-22-refund-api.md': 'Notes beside the plan.\n',
    'src/refund.ts': '// TODO(PAY-12): retry\n',
  };
  const movesOf = (edit: WorkspaceEdit | null, { pathOf }: Session) =>
    (edit?.documentChanges ?? []).flatMap((each) =>
      'kind' in each && each.kind === 'rename' ? [[pathOf(each.oldUri), pathOf(each.newUri)]] : [],
    );

  it('gives the item’s own file the new name too, after its text', () =>
    withFolder(
      async (session) => {
        const edit = await rename(session, 'src/refund.ts', 'PAY-20');
        const [from, to] = ['stories/PAY-12-refund-api.md', 'stories/PAY-20-refund-api.md'];
        assert.deepEqual(movesOf(edit, session), [[from, to]]);
        assert.deepEqual('kind' in (edit?.documentChanges?.at(-1) ?? {}), true);
        assert.match(changed(edit, session)[from] ?? '', /^---\nid: PAY-20\n/);
        assert.match(changed(edit, session)['stories/PAY-13-receipts.md'] ?? '', /depends: \[PAY-20\]/);
      },
      RENAMES,
      ITEM_FILES,
    ));

  it('leaves the file’s name where another file has the new one', () =>
    withFolder(
      async (session) => {
        const edit = await rename(session, 'src/refund.ts', 'PAY-22');
        assert.deepEqual(movesOf(edit, session), []);
        assert.match(changed(edit, session)['stories/PAY-12-refund-api.md'] ?? '', /^---\nid: PAY-22\n/);
      },
      RENAMES,
      ITEM_FILES,
    ));

  it('leaves the file’s name where the client cannot change it', () =>
    withFolder(
      async (session) => {
        const edit = await rename(session, 'src/refund.ts', 'PAY-20');
        assert.deepEqual(movesOf(edit, session), []);
        assert.match(changed(edit, session)['stories/PAY-12-refund-api.md'] ?? '', /^---\nid: PAY-20\n/);
      },
      {},
      ITEM_FILES,
    ));
});
