import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CodeLensRequest,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  TextDocumentContentRequest,
} from 'vscode-languageserver-protocol/node';
import { STATUS_DOCUMENT_URI, UNKNOWN_ID_ROW } from '../../src/protocol/contributions';
import { ItemsRequest, LinksRequest, RefreshRequest, TreeRequest, type TreeNode } from '../../src/protocol/messages';
import { pollUntil } from '../support/pollUntil';
import { withTempRepo, type TempRepo } from '../support/tempRepo';
import { fileUri, type TestServer, withServer } from '../support/testServer';

const ROADMAP = `product: Acme
keys: [PAY]
epics:
  - id: PAY-1
    title: Refunds
    stories:
      - id: PAY-12
        title: Refund API
        status: done
      - id: PAY-13
        title: Receipts
        status: active
        start: 2020-01-01
`;

const SOURCE = `// TODO(PAY-12): retry
export const refund = 1; // see PAY-13
// FIXME PAY-99: unknown
// TODO nobody planned this
const text = 'TODO(PAY-13): in a string';
`;

const ROADMAP_FILE = 'roadmap.yaml';

function withPlan(body: (repo: TempRepo, server: TestServer) => Promise<void>, options = {}): Promise<void> {
  return withTempRepo(async (repo) => {
    repo.write({ [ROADMAP_FILE]: ROADMAP, 'src/refund.ts': SOURCE });
    repo.commit('PAY-12: refunds');
    repo.commit('Tidy up');
    await withServer([repo.path], options, (server) => body(repo, server));
  });
}

/** A view as text: two spaces a level, `label | description`. */
async function outline(
  server: TestServer,
  view: 'roadmap' | 'unplanned',
  parent?: TreeNode,
  depth = 0,
): Promise<string[]> {
  const nodes = await server.client.sendRequest(TreeRequest, { view, ...(parent && { parent: parent.id }) });
  const lines: string[] = [];
  for (const node of nodes) {
    lines.push(`${'  '.repeat(depth)}${node.label}${node.description ? ` | ${node.description}` : ''}`);
    if (node.collapsible !== 'none') {
      lines.push(...(await outline(server, view, node, depth + 1)));
    }
  }
  return lines;
}

const uriIn = (repo: TempRepo, path: string) => fileUri(join(repo.path, path));

describe('The language server', () => {
  it('shows epics, stories and the evidence of each in the roadmap tree', () =>
    withPlan(async (_, server) => {
      const rows = (await outline(server, 'roadmap')).map((row) => row.replace(/\d{4}-\d\d-\d\d/, 'DATE'));
      assert.deepEqual(rows, [
        'PAY-1 Refunds | 2 findings below · 1/2 done · 1 open mark · 1 commit',
        '  PAY-12 Refund API | 1 finding · 1 open mark · 1 commit',
        '    Findings | 1',
        '      PAY-12 is done, but 1 annotation is still open in src/refund.ts. | WM203',
        '    Annotations | 1',
        '      TODO retry | src/refund.ts:1',
        '    Commits | 1',
        '      PAY-12: refunds | Ana Silva, DATE',
        '  PAY-13 Receipts | 1 finding',
        '    Findings | 1',
        '      PAY-13 is active, but no commit has named it since it started on 1 Jan 2020. | WM206',
        '    References | 1',
        '      refund.ts:2 | code',
      ]);
    }));

  it('lists under Unplanned what no story knows, and asks git for commits only when they are opened', () =>
    withPlan(async (_, server) => {
      const rows = (await outline(server, 'unplanned')).map((row) => row.replace(/\d{4}-\d\d-\d\d/, 'DATE'));
      assert.deepEqual(rows, [
        'Annotations with no story | 1',
        '  refund.ts | src · 1',
        '    TODO nobody planned this | src/refund.ts:4',
        'IDs that no roadmap knows | 1',
        '  PAY-99 | 1 annotation',
        '    FIXME unknown | src/refund.ts:3',
        'Commits with no story | 1',
        '  Tidy up | Ana Silva, DATE',
      ]);
    }));

  it('gives the row of an ID that no roadmap knows that ID to copy', () =>
    withPlan(async (repo, server) => {
      const rows = (parent?: string) =>
        server.client.sendRequest(TreeRequest, { view: 'unplanned', ...(parent !== undefined && { parent }) });
      const group = (await rows()).find(({ context }) => context === 'unknownIds');
      assert.ok(group);
      assert.deepEqual(
        (await rows(group.id)).map(({ context, item }) => [context, item]),
        [[UNKNOWN_ID_ROW, { folder: fileUri(repo.path), id: 'PAY-99' }]],
      );
    }));

  it('puts a lens on annotated lines and on the items of the roadmap of which there is more to say than their status', () =>
    withPlan(async (repo, server) => {
      const titles = async (path: string) => {
        const lenses = await server.client.sendRequest(CodeLensRequest.type, {
          textDocument: { uri: uriIn(repo, path) },
        });
        return (lenses ?? []).map((lens) => `${lens.range.start.line}: ${lens.command?.title}`);
      };
      assert.deepEqual(await titles('src/refund.ts'), [
        '0: PAY-12 Refund API · done · 1 open mark · 1 commit · 1 finding',
      ]);
      assert.deepEqual(await titles(ROADMAP_FILE), [
        '3: in progress · 1/2 done · 1 open mark · 1 commit',
        '6: done · 1 open mark · 1 commit · 1 finding',
      ]);
    }));

  it('shows no lens when the setting says so', () =>
    withPlan(
      async (repo, server) => {
        const lenses = await server.client.sendRequest(CodeLensRequest.type, {
          textDocument: { uri: uriIn(repo, 'src/refund.ts') },
        });
        assert.deepEqual(lenses, []);
      },
      { settings: { codeLens: { enabled: false } } },
    ));

  it('reports findings on both sides, each with code, link and the place of the other side', () =>
    withPlan(async (repo, server) => {
      const roadmap = server.diagnosticsOf(uriIn(repo, ROADMAP_FILE)).filter(({ code }) => code === 'WM203');
      const source = server.diagnosticsOf(uriIn(repo, 'src/refund.ts')).filter(({ code }) => code === 'WM203');
      assert.deepEqual([roadmap.length, source.length], [1, 1]);
      assert.deepEqual(roadmap[0]?.range.start, { line: 6, character: 12 });
      assert.deepEqual(source[0]?.range.start.line, 0);
      assert.equal(roadmap[0]?.relatedInformation?.[0]?.location.uri, uriIn(repo, 'src/refund.ts'));
      assert.equal(source[0]?.relatedInformation?.[0]?.location.uri, uriIn(repo, ROADMAP_FILE));
      assert.equal(roadmap[0]?.codeDescription?.href, 'file:///docs/rules.md#WM203');
      assert.equal(roadmap[0]?.source, 'Waymark');
    }));

  it('tells the problems of a file again only where they, or the lines that they speak of, are others', () =>
    withPlan(async (repo, server) => {
      const source = uriIn(repo, 'src/refund.ts');
      const related = () => server.diagnosticsOf(source)[0]?.relatedInformation?.[0]?.location.range.start.line;
      const times = () => server.publications.filter((uri) => uri === source).length;
      const [before, line] = [times(), related() ?? assert.fail()];
      await server.open(uriIn(repo, ROADMAP_FILE), ROADMAP);
      const renamed = ROADMAP.replace('Receipts', 'Paper receipts');
      await server.change(uriIn(repo, ROADMAP_FILE), renamed);
      await pollUntil('the title changed', async () =>
        /Paper receipts/.test((await outline(server, 'roadmap')).join()),
      );
      await server.change(uriIn(repo, ROADMAP_FILE), `# A line more\n${renamed}`);
      await pollUntil('the other side moved', () => related() === line + 1);
      assert.equal(times(), before + 1);
    }));

  it('follows an edit that is not saved, in code and in the roadmap, and goes back when it is discarded', () =>
    withPlan(async (repo, server) => {
      const label = async () => (await outline(server, 'roadmap')).join('\n');
      await server.open(uriIn(repo, 'src/refund.ts'), SOURCE);
      await server.change(uriIn(repo, 'src/refund.ts'), SOURCE.replace('TODO(PAY-12): retry', 'TODO(PAY-13): again'));
      await pollUntil('the annotation moved', async () =>
        /PAY-13 Receipts \| 1 finding · 1 open mark/.test(await label()),
      );
      await server.open(uriIn(repo, ROADMAP_FILE), ROADMAP);
      await server.change(uriIn(repo, ROADMAP_FILE), ROADMAP.replace('Receipts', 'Paper receipts'));
      await pollUntil('the title changed', async () => /PAY-13 Paper receipts/.test(await label()));
      await server.close(uriIn(repo, 'src/refund.ts'));
      await server.close(uriIn(repo, ROADMAP_FILE));
      await pollUntil('all is as on disk', async () => {
        const rows = await label();
        return /PAY-13 Receipts \| 1 finding\n/.test(rows) && /PAY-12 Refund API \| 1 finding · 1 open mark/.test(rows);
      });
    }));

  it('follows files that are saved and commits that are made elsewhere', () =>
    withPlan(async (repo, server) => {
      writeFileSync(join(repo.path, 'src/receipt.py'), '# TODO(PAY-13): print\n');
      await server.client.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: [{ uri: uriIn(repo, 'src/receipt.py'), type: FileChangeType.Created }],
      });
      await pollUntil('the new file is read', async () =>
        (await outline(server, 'roadmap')).join().includes('src/receipt.py:1'),
      );
      repo.commit('PAY-13: receipts');
      await pollUntil('the commit is read', async () =>
        (await outline(server, 'roadmap')).join().includes('PAY-13: receipts'),
      );
    }));

  it('starts no git in a workspace that is not trusted, and says so', () =>
    withPlan(
      async (_, server) => {
        const rows = await outline(server, 'roadmap');
        assert.ok(
          rows.some((row) => row.includes('TODO retry')),
          'annotations are read without git',
        );
        assert.ok(!rows.some((row) => row.includes('commit')), 'no history is read');
        const { text } = await server.client.sendRequest(TextDocumentContentRequest.type, { uri: STATUS_DOCUMENT_URI });
        assert.match(text, /not trusted, so git was not started/);
      },
      { trusted: false },
    ));

  it('shows a commit with its message and patch', () =>
    withPlan(async (repo, server) => {
      const links = await server.client.sendRequest(LinksRequest, { folder: fileUri(repo.path), id: 'PAY-12' });
      const commit = links.find(({ group }) => group === 'commits');
      const { text } = await server.client.sendRequest(TextDocumentContentRequest.type, {
        uri: commit?.open.uri ?? '',
      });
      assert.match(text, /PAY-12: refunds/);
      assert.match(text, /\+\/\/ TODO\(PAY-12\): retry/);
      assert.equal(commit?.why, "Linked because the commit's subject names PAY-12.");
    }));

  it('lists all items for picking, with what tells them apart', () =>
    withPlan(async (_, server) => {
      const items = await server.client.sendRequest(ItemsRequest);
      assert.deepEqual(
        items.map(({ label, description }) => `${label} | ${description}`),
        ['PAY-1 Refunds | epic · in progress', 'PAY-12 Refund API | story · done', 'PAY-13 Receipts | story · active'],
      );
    }));

  it('says which story the branch names, also after a switch in a terminal', () =>
    withPlan(async (repo, server) => {
      assert.deepEqual(server.overview()?.branchItems, []);
      repo.git('checkout', '-q', '-b', 'feature/PAY-13-receipts');
      await pollUntil('the branch is known', () => server.overview()?.branchItems[0]?.label === 'PAY-13 Receipts');
    }));

  it('takes settings in the wrong form for their defaults, and says so in the status', () =>
    withPlan(
      async (_, server) => {
        assert.ok((await outline(server, 'roadmap')).join().includes('TODO retry'));
        const { text } = await server.client.sendRequest(TextDocumentContentRequest.type, { uri: STATUS_DOCUMENT_URI });
        for (const name of ['annotations.tags', 'findings.severity', 'roadmap.files']) {
          assert.ok(text.includes(`waymark.${name} must be`), text);
        }
      },
      { settings: { annotations: { tags: 'TODO' }, findings: { severity: [] }, roadmap: { files: 7 } } },
    ));

  it('leaves out single tags and patterns that make no sense, and says so in the status', () =>
    withPlan(
      async (repo, server) => {
        writeFileSync(join(repo.path, 'later.py'), '# ASK(PAY-13): why\n\n# story=PAY-13\n');
        await server.client.sendRequest(RefreshRequest);
        const rows = (await outline(server, 'roadmap')).join('\n');
        assert.ok(rows.includes('ASK why') && rows.includes('later.py:3') && !rows.includes('TODO retry'), rows);
        const { text } = await server.client.sendRequest(TextDocumentContentRequest.type, { uri: STATUS_DOCUMENT_URI });
        assert.match(text, /annotations\.tags holds 7, which is left out/);
        assert.match(text, /annotations\.tags holds .*"mild".*, which is left out/);
        assert.match(text, /annotations\.patterns is left out&#58; it looks ahead or behind/);
      },
      {
        settings: {
          annotations: {
            tags: [{ tag: 'ASK', severity: 'warning' }, 7, { tag: 'TODO', severity: 'mild' }],
            patterns: ['story=(?<id>\\S+)', '(?<!a)(?<id>x)'],
          },
        },
      },
    ));

  it('reads everything again on refresh', () =>
    withPlan(async (repo, server) => {
      writeFileSync(join(repo.path, 'later.py'), '# TODO(PAY-13): unseen\n');
      await server.client.sendRequest(RefreshRequest);
      assert.ok((await outline(server, 'roadmap')).join().includes('later.py:1'));
    }));

  it('shows several folders side by side, each under its own row', () =>
    withTempRepo((first) =>
      withTempRepo(async (second) => {
        first.write({ [ROADMAP_FILE]: ROADMAP });
        second.write({ [ROADMAP_FILE]: ROADMAP.replaceAll('PAY', 'AUTH') });
        await withServer([first.path, second.path], {}, async (server) => {
          const rows = await outline(server, 'roadmap');
          assert.equal(rows.filter((row) => row.includes('| 3 items')).length, 2);
          assert.ok(rows.some((row) => row.startsWith('  AUTH-1')));
        });
      }),
    ));

  it('answers for a folder without a roadmap with no rows, and for one that is gone with none', () =>
    withTempRepo(async (repo) => {
      repo.write({ 'a.ts': '// TODO(PAY-1): x' });
      await withServer([repo.path], {}, async (server) => {
        assert.deepEqual(await outline(server, 'roadmap'), []);
        assert.deepEqual(await outline(server, 'unplanned'), []);
        assert.deepEqual(server.overview()?.folders[0]?.roadmaps, []);
        const none = await server.client.sendRequest(TreeRequest, { view: 'roadmap', parent: 'nonsense' });
        assert.deepEqual(none, []);
      });
    }));
});
