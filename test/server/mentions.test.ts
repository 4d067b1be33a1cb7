import assert from 'node:assert/strict';
import { join } from 'node:path';
import {
  type CompletionItem,
  CompletionRequest,
  CompletionTriggerKind,
  HoverRequest,
  InlayHintRequest,
  MarkupContent,
} from 'vscode-languageserver-protocol/node';
import { RowActionRequest } from '../../src/protocol/rowActions';
import { pollUntil } from '../support/pollUntil';
import { withTempRepo, type TempRepo } from '../support/tempRepo';
import { fileUri, type TestServer, type TestServerOptions, withServer } from '../support/testServer';

const ROADMAP = `product: Acme
keys: [PAY]
stories:
  - { id: PAY-12, title: Refund API, status: done }
  - { id: PAY-13, title: Receipts, depends: [PAY-15] }
  - { id: PAY-14, title: Ledger, status: in progress }
  - { id: PAY-15, title: Invoices }
`;

const SOURCE = '// TODO(PAY-13): retry\nexport const refund = 1; // see PAY-99\n';

interface Cursor {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
}

function withPlan(
  body: (server: TestServer, repo: TempRepo) => Promise<void>,
  options: TestServerOptions = {},
): Promise<void> {
  return withTempRepo(async (repo) => {
    repo.write({ 'roadmap.yaml': ROADMAP, 'src/refund.ts': SOURCE });
    repo.commit('PAY-12: refunds');
    await withServer([repo.path], options, (server) => body(server, repo));
  });
}

/** Opens a text with the cursor at `|` in it, and says where that is. */
async function type(server: TestServer, uri: string, marked: string, languageId?: string): Promise<Cursor> {
  const [before = '', after = ''] = marked.split('|');
  await server.open(uri, before + after, languageId);
  const lines = before.split('\n');
  return { textDocument: { uri }, position: { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 } };
}

async function offered(server: TestServer, at: Cursor, trigger?: string): Promise<CompletionItem[]> {
  const context = trigger
    ? { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter: trigger }
    : { triggerKind: CompletionTriggerKind.Invoked };
  const answer = await server.client.sendRequest(CompletionRequest.type, { ...at, context });
  return Array.isArray(answer) ? answer : (answer?.items ?? []);
}

const labelsOf = (items: readonly CompletionItem[]) => items.map(({ label }) => label);

describe('Naming a story outside of the roadmap', () => {
  it('offers the stories behind a tag, the active one first and the finished one last, and replaces what is typed', () =>
    withPlan(async (server, { path }) => {
      const at = await type(server, fileUri(join(path, 'src/new.ts')), 'let a = 1;\n// TODO(P|): retry\n');
      const items = await offered(server, at);
      assert.deepEqual(labelsOf(items), ['PAY-14 Ledger', 'PAY-15 Invoices', 'PAY-13 Receipts', 'PAY-12 Refund API']);
      assert.equal(items[0]?.detail, 'in progress');
      assert.deepEqual(items[0]?.textEdit, {
        newText: 'PAY-14',
        range: { start: { line: 1, character: 8 }, end: { line: 1, character: 9 } },
      });
      assert.deepEqual(
        items.map(({ sortText }) => sortText),
        ['00000', '00001', '00002', '00003'],
      );
    }));

  it('offers first what the file names already', () =>
    withPlan(async (server, { path }) => {
      const at = await type(server, fileUri(join(path, 'src/refund.ts')), `${SOURCE}// FIXME: |`);
      await pollUntil('the story of the file is the first', async () =>
        (await offered(server, at, ' '))[0]?.label.startsWith('PAY-13'),
      );
    }));

  it('offers first what a commit that changed the file was for', () =>
    withTempRepo(async (repo) => {
      repo.write({ 'roadmap.yaml': ROADMAP, 'src/ledger.ts': 'export {};\n' });
      repo.commit('PAY-13: begin');
      await withServer([repo.path], {}, async (server) => {
        const at = await type(server, fileUri(join(repo.path, 'src/ledger.ts')), 'export {}; // TODO |');
        await pollUntil('the story of the commit is the first', async () =>
          (await offered(server, at, ' '))[0]?.label.startsWith('PAY-13'),
        );
      });
    }));

  it('offers first the story of the branch', () =>
    withTempRepo(async (repo) => {
      repo.write({ 'roadmap.yaml': ROADMAP });
      repo.commit('Begin');
      repo.git('checkout', '-q', '-b', 'feature/PAY-15-invoices');
      await withServer([repo.path], {}, async (server) => {
        const at = await type(server, fileUri(join(repo.path, 'notes.md')), 'It follows PAY-|');
        assert.equal((await offered(server, at, '-'))[0]?.label, 'PAY-15 Invoices');
      });
    }));

  it('offers nothing in code and in strings, nor unasked where a message may begin otherwise', () =>
    withPlan(async (server, { path }) => {
      const uri = (name: string) => fileUri(join(path, name));
      assert.deepEqual(await offered(server, await type(server, uri('a.ts'), 'const a = PAY-|')), []);
      assert.deepEqual(await offered(server, await type(server, uri('b.ts'), 'const a = "TODO: |"'), ' '), []);
      const message = await type(server, 'vscode-scm:git/scm0/input', 'fix: |', 'scminput');
      assert.deepEqual(await offered(server, message, ' '), []);
      assert.equal((await offered(server, message)).length, 4);
    }));

  it('offers the stories in the box for a commit’s message, and in the message that git opens', () =>
    withPlan(async (server, { path }) => {
      const box = await type(server, 'vscode-scm:git/scm0/input', 'Retry\n\nRefs: |', 'scminput');
      assert.equal((await offered(server, box, ' ')).length, 4);
      const file = await type(server, fileUri(join(path, '.git/COMMIT_EDITMSG')), 'PA|\n# Please enter', 'git-commit');
      assert.equal((await offered(server, file)).length, 4);
    }));

  it('offers the stories of the folder whose repository the box names', () =>
    withTempRepo((first) =>
      withTempRepo(async (second) => {
        first.write({ 'roadmap.yaml': ROADMAP });
        second.write({ 'roadmap.yaml': 'keys: [OPS]\nstories:\n  - { id: OPS-1, title: Watch }\n' });
        await withServer([first.path, second.path], {}, async (server) => {
          const box = (root: string) =>
            `vscode-scm:git/scm0/input?rootUri%3D${encodeURIComponent(encodeURIComponent(root))}`;
          const named = await type(server, box(fileUri(second.path)), 'Refs: |', 'scminput');
          assert.deepEqual(labelsOf(await offered(server, named, ' ')), ['OPS-1 Watch']);
          const unnamed = await type(server, 'vscode-scm:git/scm1/input', 'Refs: |', 'scminput');
          assert.deepEqual(await offered(server, unnamed, ' '), []);
        });
      }),
    ));

  it('leaves a roadmap to what is offered there', () =>
    withPlan(async (server, { path }) => {
      const at = await type(server, fileUri(join(path, 'roadmap.yaml')), `# TODO: |\n${ROADMAP}`);
      assert.deepEqual(await offered(server, at, ' '), []);
    }));

  /** What is explained there; the marks of a file are known a moment after it was opened. */
  async function hoverOver(server: TestServer, at: Cursor): Promise<string> {
    return pollUntil('something is explained', async () => {
      const hover = await server.client.sendRequest(HoverRequest.type, at);
      return MarkupContent.is(hover?.contents) ? hover.contents.value : undefined;
    });
  }

  /** Opens a file of the folder with the pointer at `|`. */
  function open(server: TestServer, repo: TempRepo, name: string, marked: string): Promise<Cursor> {
    repo.write({ [name]: marked.replace('|', '') });
    return type(server, fileUri(join(repo.path, name)), marked);
  }

  it('explains the story that a comment names, with what was done for it', () =>
    withPlan(async (server, repo) => {
      const at = await open(server, repo, 'src/a.ts', '// FIXME(PAY-|12): retry\n');
      const words = await hoverOver(server, at);
      const hover = await server.client.sendRequest(HoverRequest.type, at);
      assert.deepEqual(hover?.range, { start: { line: 0, character: 9 }, end: { line: 0, character: 15 } });
      assert.match(words, /^\*\*PAY\\-12 Refund API\*\*/);
      assert.match(words, /src\/a\.ts&#58;1: FIXME retry/);
      assert.match(words, /PAY\\-12&#58; refunds \(/);
      assert.doesNotMatch(words, /\]\(/, 'a client that names no command is given a link');
    }));

  it('explains it in tests and documents too, and over the tag, but not in a string', () =>
    withPlan(async (server, repo) => {
      for (const [name, text] of [
        ['test/a.test.ts', '// see PAY-|13'],
        ['docs/a.md', 'It follows PAY-|13.'],
        ['src/b.py', 'x = 1  # T|ODO PAY-13: retry'],
      ] as const) {
        assert.match(await hoverOver(server, await open(server, repo, name, text)), /^\*\*PAY\\-13 Receipts\*\*/, name);
      }
      const commented = 'const a = "PAY-13"; // PAY-|12';
      const at = await open(server, repo, 'src/c.ts', commented);
      await hoverOver(server, at);
      const inString = { ...at, position: { line: 0, character: commented.indexOf('13') } };
      assert.equal(await server.client.sendRequest(HoverRequest.type, inString), null);
    }));

  it('has links that run only the commands that the client names', () =>
    withPlan(
      async (server, repo) => {
        const at = await open(server, repo, 'src/a.ts', '// FIXME(PAY-|12): a (b) [c](command:other)\n');
        const words = await hoverOver(server, at);
        const links = Array.from(words.matchAll(/(?<!\\)\]\(command:([^?]*)\?([^)]*)\)/g));
        assert.deepEqual([...new Set(links.map(([, command]) => command))], ['waymark.open']);
        for (const [, , encoded = ''] of links) {
          const [argument]: unknown[] = JSON.parse(decodeURIComponent(encoded));
          assert.ok(typeof argument === 'object' && argument !== null && 'uri' in argument);
        }
        assert.doesNotMatch(words, /command:other/);
      },
      { linkCommands: ['waymark.open'] },
    ));

  it('has links that name the row of the item where a row is asked for, whatever the item is called', () =>
    withPlan(
      async (server, repo) => {
        const at = await open(server, repo, 'src/a.ts', '// see PAY-1|3\n');
        const [, encoded = ''] =
          /\[Set status…\]\(command:waymark\.setStatus\?([^)]*)\)/.exec(await hoverOver(server, at)) ?? [];
        const [{ id: row }] = JSON.parse(decodeURIComponent(encoded));
        const asked = await server.client.sendRequest(RowActionRequest, { action: 'setStatus', rows: [row] });
        assert.ok('question' in asked);
        assert.match(asked.question, /^Status of PAY-13 /);
      },
      { linkCommands: ['waymark.setStatus'] },
    ));

  it('has the same links over an ID in the roadmap', () =>
    withPlan(
      async (server, { path }) => {
        const at = await type(server, fileUri(join(path, 'roadmap.yaml')), ROADMAP.replace('[PAY-15]', '[PAY-|15]'));
        assert.match(await hoverOver(server, at), /\[Show all links\]\(command:waymark\.showLinks\?/);
      },
      { linkCommands: ['waymark.showLinks'] },
    ));

  it('shows titles behind IDs in the lines that are seen, where a person turned that on', async () => {
    const range = { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } };
    const shown = async (server: TestServer, textDocument: { uri: string }) =>
      (await server.client.sendRequest(InlayHintRequest.type, { textDocument, range })) ?? [];
    const text = '// see PAY-12|\n// see PAY-13 there\n';
    await withPlan(
      async (server, repo) => {
        const { textDocument } = await open(server, repo, 'src/a.ts', text);
        const hints = await pollUntil('a title is shown', async () => {
          const found = await shown(server, textDocument);
          return found.length > 0 ? found : undefined;
        });
        assert.deepEqual(hints, [{ position: { line: 1, character: 13 }, label: 'Receipts', paddingLeft: true }]);
      },
      { settings: { inlayHints: { enabled: true } } },
    );
    await withPlan(async (server, repo) => {
      const at = await open(server, repo, 'src/a.ts', text);
      await hoverOver(server, at);
      assert.deepEqual(await shown(server, at.textDocument), []);
    });
  });
});
