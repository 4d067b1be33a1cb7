import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { translateBy } from '../../src/core/words/t';
import { CodeLensRequest, TextDocumentContentRequest } from 'vscode-languageserver-protocol';
import { STATUS_DOCUMENT_URI } from '../../src/protocol/contributions';
import { type TreeNode, TreeRequest } from '../../src/protocol/messages';
import { StoryPageRequest } from '../../src/protocol/storyPage';
import type { Translations } from '../../src/core/words/t';
import { readTranslations } from '../../src/server/translations';
import { pollUntil } from '../support/pollUntil';
import { withTempFolder, withTempRepo } from '../support/tempRepo';
import { fileUri, type TestServer, withServer } from '../support/testServer';

const ROADMAP = `releases: [{ id: v1.0, date: 2024-09-01 }]
stories:
  - { id: PAY-12, title: Refund, status: done }
  - { id: PAY-13, title: Ledger, due: 2024-09-01, depends: [PAY-99], release: v1.0, stauts: done }
`;
const CODE = '// TODO(PAY-12): retry\n// FIXME(PAY-13): later\n// TODO: nobody\n';

/** A language in which every sentence stands in brackets. */
const BRACKETS: Translations = new Proxy({}, { get: (_, english) => `⟦${String(english)}⟧` });

const rows = ({ client }: TestServer, view: 'roadmap' | 'unplanned' | 'nextUp', parent?: TreeNode) =>
  client.sendRequest(TreeRequest, { view, ...(parent && { parent: parent.id }) });

async function withPlan(
  translations: Translations | undefined,
  body: (server: TestServer, folder: string) => Promise<void>,
) {
  await withTempRepo(async (repo) => {
    repo.write({ 'roadmap.yaml': ROADMAP, 'src/a.ts': CODE });
    repo.commit('PAY-13: begin');
    await withServer([repo.path], { locale: 'qx', translationsFor: () => translations }, (server) =>
      body(server, repo.path),
    );
  });
}

describe('the language of the server', () => {
  // It holds for the whole process.
  afterEach(() => translateBy({}));

  it('is English where nothing else is at hand', () =>
    withPlan(undefined, async (server) => {
      const [group] = await rows(server, 'unplanned');
      assert.equal(group?.label, 'Annotations with no story');
    }));

  it('is that of the client, with what is filled in where that language has it', () =>
    withPlan(
      {
        'Annotations with no story': 'Vermerke ohne Story',
        '{0}: {1}': '{1} x {0}',
        'This {0} is still open, but {1}.': '{1}, doch {0} ist offen.',
        '{0} is done': '{0} ist fertig',
      },
      async (server, folder) => {
        const [group] = await rows(server, 'unplanned');
        assert.equal(group?.label, 'Vermerke ohne Story');
        const found = await pollUntil('the finding in code', () =>
          server.diagnosticsOf(fileUri(join(folder, 'src/a.ts'))).find(({ code }) => code === 'WM203'),
        );
        assert.equal(found.message, 'PAY-12 ist fertig, doch TODO ist offen.');
      },
    ));

  it('is what every finding, row, lens and line of the status is said in', () =>
    withPlan(BRACKETS, async (server, folder) => {
      const [roadmap, code] = ['roadmap.yaml', 'src/a.ts'].map((path) => fileUri(join(folder, path)));
      assert.ok(roadmap && code);
      await pollUntil('the findings', () => server.diagnosticsOf(code).length > 0 || undefined);
      const found = [...server.diagnosticsOf(roadmap), ...server.diagnosticsOf(code)];
      const codes = new Set(found.map((each) => each.code));
      assert.ok(
        ['WM103', 'WM106', 'WM203', 'WM301'].every((each) => codes.has(each)),
        [...codes].join(),
      );
      const said = [
        ...found.map(({ message }) => (typeof message === 'string' ? message : message.value)),
        ...(await rows(server, 'unplanned')).flatMap(({ label, accessibilityLabel }) => [
          label,
          accessibilityLabel ?? '',
        ]),
        ...(await rows(server, 'roadmap')).flatMap(({ tooltip, accessibilityLabel }) => [
          tooltip,
          accessibilityLabel ?? '',
        ]),
        ...((await server.client.sendRequest(CodeLensRequest.type, { textDocument: { uri: code } })) ?? []).map(
          ({ command }) => command?.title ?? '',
        ),
      ];
      const answer = await server.client.sendRequest(StoryPageRequest, { folder: fileUri(folder), id: 'PAY-13' });
      const { head, evidence, findings, timeline, files } =
        'page' in answer ? answer.page : assert.fail(answer.sentence);
      said.push(...evidence.flatMap(({ title, rows: links }) => [title, ...links.map(({ why = '' }) => why)]));
      said.push(head.kind, head.status, ...findings.rows.map(({ why = '' }) => why));
      said.push(...timeline.rows.map(({ day }) => day), ...files.rows.flatMap(({ facts }) => facts));
      assert.deepEqual(
        said.filter((each) => !each?.includes('⟦')),
        [],
      );
      const { text } = await server.client.sendRequest(TextDocumentContentRequest.type, { uri: STATUS_DOCUMENT_URI });
      const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('# '));
      assert.deepEqual(
        lines.filter((line) => !line.includes('⟦')),
        [],
      );
    }));
});

describe('the bundle of a language', () => {
  const inFolder = (body: (folder: string) => void) =>
    withTempFolder((folder) => {
      writeFileSync(join(folder, 'bundle.l10n.de.json'), '{ "Open": "Offen" }');
      writeFileSync(join(folder, 'bundle.l10n.pt-br.json'), '{ "Open": "Aberto" }');
      writeFileSync(join(folder, 'bundle.l10n.ja.json'), '{ "Open"');
      body(folder);
    });

  it('is found by the language alone, too, and in any letter case', () =>
    inFolder((folder) => {
      assert.deepEqual(readTranslations(folder, 'de-AT'), { Open: 'Offen' });
      assert.deepEqual(readTranslations(folder, 'pt-BR'), { Open: 'Aberto' });
    }));

  it('is none where there is none, or it is damaged, and no path', () =>
    inFolder((folder) => {
      for (const locale of ['en', 'ja', '', '../bundle.l10n.de', 'x/../de']) {
        assert.equal(readTranslations(folder, locale), undefined, locale);
      }
    }));
});
