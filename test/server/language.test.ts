import assert from 'node:assert/strict';
import { join } from 'node:path';
import {
  CompletionRequest,
  CompletionTriggerKind,
  DefinitionRequest,
  DiagnosticSeverity,
  type DocumentLink,
  DocumentLinkRequest,
  DocumentLinkResolveRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  type Position,
  ReferencesRequest,
  SelectionRangeRequest,
} from 'vscode-languageserver-protocol/node';
import { pollUntil } from '../support/pollUntil';
import { withTempRepo, type TempRepo } from '../support/tempRepo';
import { fileUri, type TestServer, type TestServerOptions, withServer } from '../support/testServer';

const ROADMAP = `product: Acme
keys: [PAY]
releases:
  - { id: v1.0, title: First, date: 2026-10-15 }
stories:
  - id: PAY-12
    title: Refund API
    status: done
    release: v1.0
    decisions: [docs/adr/0001.md, docs/adr/0002.md]
  - id: PAY-13
    title: Receipts
    depends: [PAY-12]
`;

const SOURCE = '// TODO(PAY-12): retry\nexport const refund = 1; // see PAY-13\n';

interface Session {
  readonly server: TestServer;
  readonly uri: (path: string) => string;
  /** Opens a text with the cursor at `|` in it, and says where that is. */
  readonly type: (path: string, marked: string) => Promise<{ textDocument: { uri: string }; position: Position }>;
}

function withRoadmap(body: (session: Session) => Promise<void>, options: TestServerOptions = {}): Promise<void> {
  return withTempRepo(async (repo: TempRepo) => {
    repo.write({ 'roadmap.yaml': ROADMAP, 'src/refund.ts': SOURCE, 'docs/adr/0001.md': '# One\n' });
    repo.commit('PAY-12: refunds');
    await withServer([repo.path], options, (server) => {
      const uri = (path: string) => fileUri(join(repo.path, path));
      return body({
        server,
        uri,
        type: async (path, marked) => {
          const [before = '', after = ''] = marked.split('|');
          await server.open(uri(path), before + after);
          const lines = before.split('\n');
          const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
          return { textDocument: { uri: uri(path) }, position };
        },
      });
    });
  });
}

async function labels({ server }: Session, at: object, trigger?: string): Promise<string[]> {
  const context = trigger
    ? { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter: trigger }
    : { triggerKind: CompletionTriggerKind.Invoked };
  const answer = await server.client.sendRequest(CompletionRequest.method, { ...at, context });
  return ((answer as { items?: { label: string }[] } | null)?.items ?? []).map(({ label }) => label);
}

const IN_DEPENDS = ROADMAP.replace('depends: [PAY-12]', 'depends: [PAY-|]');
const AT_KEY = ROADMAP.replace('    depends: [PAY-12]', '    sta|');

describe('The language of roadmap files', () => {
  it('completes IDs with titles and replaces what is typed of one', () =>
    withRoadmap(async (session) => {
      const at = await session.type('roadmap.yaml', IN_DEPENDS);
      const answer = await session.server.client.sendRequest(CompletionRequest.type, at);
      assert.ok(answer && 'items' in answer);
      const [first] = answer.items;
      assert.equal(first?.label, 'PAY-12 Refund API');
      assert.equal(first.detail, 'done');
      assert.deepEqual(first.textEdit, {
        newText: 'PAY-12',
        range: { start: { line: 12, character: 14 }, end: { line: 12, character: 18 } },
      });
    }));

  it('offers names of fields when they are typed, but not for a space alone', () =>
    withRoadmap(async (session) => {
      const at = await session.type('roadmap.yaml', AT_KEY);
      assert.ok((await labels(session, at)).includes('status'));
      assert.deepEqual(await labels(session, at, ' '), []);
      assert.ok((await labels(session, await session.type('roadmap.yaml', IN_DEPENDS), '-')).length > 0);
    }));

  it('asks on for the values of a field that has some, where the client says how', () =>
    withRoadmap(
      async (session) => {
        const at = await session.type('roadmap.yaml', AT_KEY);
        const list = await session.server.client.sendRequest(CompletionRequest.type, at);
        const items = Array.isArray(list) ? list : (list?.items ?? []);
        const commandOf = (name: string) => items.find(({ label }) => label === name)?.command?.command;
        assert.equal(commandOf('status'), 'show.values');
        assert.equal(commandOf('story'), undefined);
      },
      { suggestCommand: 'show.values' },
    ));

  it('leaves names of fields to an extension that knows the schema, and completes names of the plan all the same', () =>
    withRoadmap(
      async (session) => {
        assert.deepEqual(await labels(session, await session.type('roadmap.yaml', AT_KEY)), []);
        assert.ok((await labels(session, await session.type('roadmap.yaml', IN_DEPENDS))).length > 0);
      },
      { schemaFormats: ['yaml'] },
    ));

  it('lists a mistake that the schema’s extension lists too only once, and keeps its words at the place', async () => {
    const severities = async (options: TestServerOptions, text: string) => {
      let found: (number | undefined)[] = [];
      await withRoadmap(async ({ server, type, uri }) => {
        await type('roadmap.yaml', `${text}|`);
        const syntax = () =>
          server.diagnosticsOf(uri('roadmap.yaml')).filter(({ code }) => code === 'WM101' || code === 'WM105');
        await pollUntil('the mistake is known', () => syntax().length > 0);
        found = syntax().map(({ severity }) => severity);
      }, options);
      return found;
    };
    assert.deepEqual(await severities({}, `${ROADMAP}broken: [1\n`), [DiagnosticSeverity.Error]);
    assert.deepEqual(await severities({ schemaFormats: ['yaml'] }, `${ROADMAP}broken: [1\n`), [
      DiagnosticSeverity.Hint,
    ]);
    assert.deepEqual(await severities({ schemaFormats: ['yaml'] }, '- 1\n'), [DiagnosticSeverity.Error]);
    const owners = `${ROADMAP}    owner: [ana, ben]\n`;
    const [listed] = await severities({}, owners);
    assert.notEqual(listed, DiagnosticSeverity.Hint);
    assert.deepEqual(await severities({ schemaFormats: ['yaml'] }, owners), [listed]);
    assert.deepEqual(await severities({ schemaFormats: ['yaml'] }, `${ROADMAP}    due: soon\n`), [listed]);
  });

  it('completes paths of files that are there, folder by folder', () =>
    withRoadmap(async (session) => {
      const decisions = (typed: string) => `stories:\n  - id: PAY-12\n    decisions: [${typed}|]\n`;
      const typed = async (path: string) => labels(session, await session.type('roadmap.yaml', decisions(path)));
      assert.deepEqual(await typed(''), ['docs/', 'src/', 'roadmap.yaml']);
      assert.deepEqual(await typed('docs/adr/00'), ['0001.md']);
      assert.deepEqual(await typed('../'), []);
    }));

  it('says nothing in files that are no roadmaps', () =>
    withRoadmap(async (session) => {
      const at = await session.type('notes/plan.yaml', 'stories:\n  - sta|\n');
      assert.equal(await session.server.client.sendRequest(CompletionRequest.type, at), null);
      assert.equal(await session.server.client.sendRequest(HoverRequest.type, at), null);
      assert.equal(await session.server.client.sendRequest(DocumentSymbolRequest.type, at), null);
      assert.equal(await session.server.client.sendRequest(FoldingRangeRequest.type, at), null);
    }));

  it('explains an item over its ID and a field over its name', () =>
    withRoadmap(async (session) => {
      const hover = async (marked: string) => {
        const answer = await session.server.client.sendRequest(
          HoverRequest.type,
          await session.type('roadmap.yaml', marked),
        );
        return answer && 'value' in (answer.contents as object) ? (answer.contents as { value: string }).value : '';
      };
      assert.match(await hover(ROADMAP.replace('[PAY-12]', '[PA|Y-12]')), /PAY\\-12 Refund API.*\n\nstory · done/);
      assert.match(await hover(ROADMAP.replace('depends', 'dep|ends')), /must be done before it/);
    }));

  it('leads from a name to its declaration, also from a comment in code', () =>
    withRoadmap(async ({ server, type, uri }) => {
      const definition = async (path: string, marked: string) => {
        const answer = await server.client.sendRequest(DefinitionRequest.type, await type(path, marked));
        return (Array.isArray(answer) ? answer : []).map((each) =>
          'uri' in each ? `${each.uri}:${each.range.start.line}` : '',
        );
      };
      const item = [`${uri('roadmap.yaml')}:5`];
      assert.deepEqual(await definition('roadmap.yaml', ROADMAP.replace('[PAY-12]', '[PA|Y-12]')), item);
      assert.deepEqual(await definition('src/refund.ts', SOURCE.replace('PAY-12', 'PAY|-12')), item);
    }));

  it('lists all places that name an item, in the roadmap, in code and in commits', () =>
    withRoadmap(async ({ server, type, uri }) => {
      const at = await type('roadmap.yaml', ROADMAP.replace('[PAY-12]', '[PA|Y-12]'));
      const answer = await server.client.sendRequest(ReferencesRequest.type, {
        ...at,
        context: { includeDeclaration: false },
      });
      const places = (answer ?? []).map((place) => `${place.uri.replace(/\?.*/, '')}:${place.range.start.line}`);
      assert.deepEqual(places.slice(0, -1), [`${uri('roadmap.yaml')}:12`, `${uri('src/refund.ts')}:0`]);
      assert.match(places.at(-1) ?? '', /^waymark:\/commit\/[0-9a-f]{10}\.diff:7$/);
    }));

  it('gives the outline, the folds and the selections of the text as it is', () =>
    withRoadmap(async ({ server, type }) => {
      const at = await type('roadmap.yaml', `${ROADMAP}  - id: PAY-14\n    title: N|ew\n`);
      const symbols = await server.client.sendRequest(DocumentSymbolRequest.type, at);
      const [product] = symbols ?? [];
      assert.ok(product && 'children' in product);
      const children = product.children?.map(({ name, detail }) => `${name} ${detail}`.trim());
      assert.deepEqual(children, ['v1.0 First', 'PAY-12 Refund API done', 'PAY-13 Receipts', 'PAY-14 New']);
      const folds = await server.client.sendRequest(FoldingRangeRequest.type, at);
      assert.ok(folds?.some(({ startLine, endLine }) => startLine === 4 && endLine === 14));
      const [selection] =
        (await server.client.sendRequest(SelectionRangeRequest.type, { ...at, positions: [at.position] })) ?? [];
      assert.deepEqual(selection?.range, { start: { line: 14, character: 11 }, end: { line: 14, character: 14 } });
      assert.equal(selection?.parent?.range.start.character, 4);
    }));

  it('gives a path its target when somebody points at it and the file is there', () =>
    withRoadmap(async ({ server, type, uri }) => {
      const at = await type('roadmap.yaml', `|${ROADMAP}`);
      const links = (await server.client.sendRequest(DocumentLinkRequest.type, at)) ?? [];
      const resolve = (link: DocumentLink | undefined) =>
        server.client.sendRequest(
          DocumentLinkResolveRequest.type,
          link ?? { range: { start: at.position, end: at.position } },
        );
      assert.equal(links.length, 2);
      assert.equal((await resolve(links[0])).target, uri('docs/adr/0001.md'));
      assert.equal((await resolve(links[1])).target, undefined);
    }));

  it('registers for roadmap files alone where the client lets it', () =>
    withRoadmap(
      ({ server }) => {
        for (const method of [
          'completion',
          'hover',
          'documentSymbol',
          'foldingRange',
          'selectionRange',
          'documentLink',
        ]) {
          assert.ok(server.registrations.has(`textDocument/${method}`), method);
        }
        return Promise.resolve();
      },
      { registersLanguage: true },
    ));
});
