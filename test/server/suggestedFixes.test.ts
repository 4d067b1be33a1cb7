import assert from 'node:assert/strict';
import { join } from 'node:path';
import {
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  type TextDocumentEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { withTempRepo } from '../support/tempRepo';
import { fileUri, type TestServer, withServer } from '../support/testServer';

const ROADMAP = `releases: [{ id: v1.0 }]
stories:
  - id: PAY-12
    title: "Refund API" ✅
	status: done
      owner: ana
    id: PAY-13
    title: Refunds: part one
    depnds: [PAY-12]
    release: v1
  - id: PAY-14
    title: "Never closed
`;

const JSON_ROADMAP = `{
  "stories": [
    { "id": "WEB-1" "title": "No comma" },
    word
    { "id": "WEB-2", "title": "Two" },
  ]
}
`;

const SOURCE = `// TODO(PAY-122): retry
`;

/** What each line (counted from 0) offers, and what it becomes. */
const CASES: readonly [path: string, line: number, title: string, becomes: string][] = [
  ['roadmap.yaml', 3, 'Replace with "Refund API ✅"', '    title: "Refund API ✅"'],
  ['roadmap.yaml', 4, 'Indent with 4 spaces', '    status: done'],
  ['roadmap.yaml', 5, 'Indent with 4 spaces', '    owner: ana'],
  ['roadmap.yaml', 6, 'Replace with - id: PAY-13', '  - id: PAY-13'],
  ['roadmap.yaml', 7, 'Replace with "Refunds: part one"', '    title: "Refunds: part one"'],
  ['roadmap.yaml', 8, 'Replace with depends', '    depends: [PAY-12]'],
  ['roadmap.yaml', 9, 'Replace with v1.0', '    release: v1.0'],
  ['roadmap.yaml', 11, 'Replace with "Never closed"', '    title: "Never closed"'],
  ['docs/roadmap.json', 2, 'Replace with "WEB-1",', '    { "id": "WEB-1", "title": "No comma" },'],
  ['docs/roadmap.json', 3, 'Remove word', '    '],
  ['src/refund.ts', 0, 'Replace with PAY-12', '// TODO(PAY-12): retry'],
];

describe('A finding whose repair is plain', () => {
  it('has a quick fix that makes it, in roadmaps and in code', () =>
    withTempRepo(async (repo) => {
      const texts: Record<string, string> = {
        'roadmap.yaml': ROADMAP,
        'docs/roadmap.json': JSON_ROADMAP,
        'src/refund.ts': SOURCE,
      };
      repo.write(texts);
      await withServer([repo.path], {}, async (server) => {
        const offered = [];
        for (const [path, line] of CASES) {
          const uri = fileUri(join(repo.path, path));
          const [fix] = await fixesAt(server, uri, line);
          assert.equal(fix?.isPreferred, true, `line ${line} of ${path}`);
          assert.equal(fix?.diagnostics?.length, 1);
          offered.push([
            path,
            line,
            fix?.title,
            edited(await resolved(server, fix), uri, texts[path] ?? '').split('\n')[line],
          ]);
        }
        assert.deepEqual(offered, CASES);
      });
    }));

  it('has none where nothing is wrong, and none is preferred where several are possible', () =>
    withTempRepo(async (repo) => {
      const text = 'stories:\n  - { id: A-1, titel: x, stauts: done }\n  - { id: A-2, title: y }\n';
      repo.write({ 'roadmap.yaml': text });
      await withServer([repo.path], {}, async (server) => {
        const uri = fileUri(join(repo.path, 'roadmap.yaml'));
        await server.open(uri, text);
        assert.deepEqual(await fixesAt(server, uri, 2), []);
        const fixes = await fixesAt(server, uri, 1);
        assert.deepEqual(
          fixes.map(({ title, isPreferred }) => [title, isPreferred]),
          [
            ['Replace with title', undefined],
            ['Replace with status', undefined],
            ['Correct all misspelt fields in this file (2)', undefined],
          ],
        );
        const change = (await resolved(server, fixes[0])).edit?.documentChanges?.[0] as TextDocumentEdit | undefined;
        assert.equal(change?.textDocument.version, 1);
      });
    }));
});

/** The quick fixes of a whole line. */
async function fixesAt({ client, diagnosticsOf }: TestServer, uri: string, line: number): Promise<CodeAction[]> {
  const answer = await client.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range: { start: { line, character: 0 }, end: { line, character: 100 } },
    context: {
      diagnostics: diagnosticsOf(uri).filter(({ range }) => range.start.line === line),
      only: ['quickfix'],
    },
  });
  return (answer ?? []) as CodeAction[];
}

async function resolved({ client }: TestServer, fix: CodeAction | undefined): Promise<CodeAction> {
  assert.ok(fix);
  assert.equal(fix.edit, undefined, 'the edit is made when it is picked');
  return client.sendRequest(CodeActionResolveRequest.type, fix);
}

function edited(fix: CodeAction | undefined, uri: string, text: string): string {
  const change = fix?.edit?.documentChanges?.[0] as TextDocumentEdit | undefined;
  assert.equal(change?.textDocument.uri, uri);
  const edits = change.edits.map((each) => ({ range: each.range, newText: 'newText' in each ? each.newText : '' }));
  return TextDocument.applyEdits(TextDocument.create(uri, 'plaintext', 0, text), edits);
}
