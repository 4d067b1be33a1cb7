import assert from 'node:assert/strict';
import { join } from 'node:path';
import { SEEN_AFTER_MS } from '../../src/core/backlog/rankChange';
import { type TreeNode, TreeChangedNotification, TreeRequest } from '../../src/protocol/messages';
import { readSettings } from '../../src/server/settings';
import { NextUpTree } from '../../src/server/tree/nextUpTree';
import { withEngine } from '../engine/openFolder';
import { pollUntil } from '../support/pollUntil';
import { withTempRepo } from '../support/tempRepo';
import { fileUri, type TestServer, withServer } from '../support/testServer';

const ROADMAP = `scoring: wsjf
team: [{ id: ana, name: "Ana *Lima*" }]
releases: [{ id: v2.0, date: 2030-01-01 }]
epics:
  - id: PAY-1
    title: Refunds
    owner: ana
    release: v2.0
    stories:
      - { id: PAY-12, title: Refund API, value: 8, urgency: 5, estimate: 2, due: 2024-11-01 }
      - { id: PAY-13, title: Ledger, value: 8 }
      - { id: PAY-14, title: Audit, value: 20, urgency: 1, effort: 2 }
      - { id: PAY-15, title: Report, depends: [PAY-12] }
      - { id: PAY-16, title: Begun, status: active }
`;

const topRows = ({ client }: TestServer, parent?: TreeNode): Promise<TreeNode[]> =>
  client.sendRequest(TreeRequest, { view: 'nextUp', ...(parent && { parent: parent.id }) });

const shortly = (rows: readonly TreeNode[]) => rows.map(({ label, description }) => `${label} | ${description}`);

describe('The Next up view', () => {
  it('lists what is ready, best first, with score, date, owner and release, and what a score lacks', () =>
    withTempRepo(async (repo) => {
      repo.write({ 'roadmap.yaml': ROADMAP });
      await withServer([repo.path], {}, async (server) => {
        const rows = await topRows(server);
        assert.deepEqual(shortly(rows), [
          'PAY-14 Audit | score 10.5 · Ana *Lima* · v2.0',
          'PAY-12 Refund API | score 6.5 · due 1 Nov · Ana *Lima* · v2.0',
          'PAY-13 Ledger | no score: urgency and effort are missing · Ana *Lima* · v2.0',
        ]);
        const second = rows[1];
        assert.equal(
          second?.tooltip,
          [
            '**PAY\\-12 Refund API**',
            '- Score 6.5 = \\(8 \\+ 5\\) ÷ 2\n- wsjf&#58; \\(value \\+ urgency\\) ÷ effort\n- the effort is the estimate of 2 points',
            '- Place: 2\n- Due: 1 Nov\n- Owner: Ana \\*Lima\\*\n- Release: v2.0',
          ].join('\n\n'),
        );
        assert.equal(
          second.accessibilityLabel,
          'Story PAY-12 Refund API is at place 2: score 6.5, due 1 Nov, Ana *Lima*, v2.0.',
        );
        assert.deepEqual(second.item, { folder: fileUri(repo.path), id: 'PAY-12' });
        assert.equal(second.open?.range?.start.line, 9);
      });
    }));

  it('says after an edit what moved, and follows what is typed before it is saved', () =>
    withTempRepo(async (repo) => {
      repo.write({ 'roadmap.yaml': ROADMAP });
      await withServer([repo.path], {}, async (server) => {
        const told: string[] = [];
        server.client.onNotification(TreeChangedNotification, (views) => void told.push(...views));
        await topRows(server);
        const uri = fileUri(join(repo.path, 'roadmap.yaml'));
        await server.open(uri, ROADMAP);
        await server.change(uri, ROADMAP.replace('value: 8 }', 'value: 80, urgency: 1, effort: 1 }'));
        const rows = await pollUntil('the edit is shown', async () => {
          const shown = await topRows(server);
          return shown[0]?.label === 'PAY-13 Ledger' ? shown : undefined;
        });
        assert.deepEqual(
          rows.map(({ description = '' }) => description.split(' · ').slice(0, 2).join(' · ')),
          ['▲ 2 · score 81', '▼ 1 · score 10.5', '▼ 1 · score 6.5'],
        );
        assert.match(rows[0]?.tooltip ?? '', /- Place: 1, moved up by 2/);
        assert.match(rows[0]?.accessibilityLabel ?? '', /^Story PAY-13 Ledger is at place 1: moved up by 2, /);
        assert.ok(told.includes('nextUp'));
      });
    }));

  it('counts moves from the last ranking that stood long enough to be seen', () =>
    withTempRepo(async (repo) => {
      repo.write({ 'roadmap.yaml': ROADMAP });
      await withEngine(repo.path, async (engine) => {
        let nowMs = 0;
        const tree = new NextUpTree(() => nowMs);
        const { settings, problems } = readSettings(undefined);
        const folder = { uri: fileUri(repo.path), name: 'pay', engine, settings, settingsProblems: problems };
        const shown = async (value: number) => {
          repo.write({ 'roadmap.yaml': ROADMAP.replace('value: 8 }', `value: ${value}, urgency: 1, effort: 1 }`) });
          await engine.refresh();
          return tree.rows([folder], undefined).map(({ description }) => description?.split(' · ')[0]);
        };
        assert.deepEqual(await shown(8), ['score 10.5', 'score 9', 'score 6.5']);
        nowMs = SEEN_AFTER_MS;
        assert.deepEqual(await shown(1), ['score 10.5', '▲ 1', '▼ 1']);
        nowMs += 500;
        assert.deepEqual(await shown(50), ['▲ 1', '▼ 1', 'score 6.5']);
      });
    }));

  it('tells nobody to ask again where the plan is the same', () =>
    withTempRepo(async (repo) => {
      repo.write({ 'roadmap.yaml': ROADMAP, 'a.ts': '// nothing\n' });
      await withServer([repo.path], {}, async (server) => {
        const told = new Set<string>();
        server.client.onNotification(TreeChangedNotification, (views) => views.forEach((view) => told.add(view)));
        await server.open(fileUri(join(repo.path, 'a.ts')), '// TODO(PAY-12): retry\n');
        await pollUntil('the annotation is told', () => told.has('roadmap'));
        assert.ok(!told.has('nextUp'));
      });
    }));

  it('says why nothing is ready, until something is', () =>
    withTempRepo(async (repo) => {
      const stories = (status: string) =>
        `stories:\n  - { id: PAY-1, title: Login, status: ${status} }\n  - { id: PAY-2, depends: [PAY-1] }\n`;
      repo.write({ 'roadmap.yaml': stories('active') });
      await withServer([repo.path], {}, async (server) => {
        assert.deepEqual(await topRows(server), []);
        assert.equal(
          server.overview()?.nothingReady,
          'Nothing is ready to be started. The one planned story waits: for PAY-1 Login.',
        );
        const uri = fileUri(join(repo.path, 'roadmap.yaml'));
        await server.open(uri, stories('done'));
        await pollUntil('something is ready', () => server.overview()?.nothingReady === undefined);
        assert.deepEqual(
          (await topRows(server)).map(({ item }) => item?.id),
          ['PAY-2'],
        );
      });
    }));

  it('lists the first hundred of many, the next ones when they are asked for, and each under a name of its own', () =>
    withTempRepo(async (repo) => {
      const ids = Array.from({ length: 250 }, (_, index) => `  - { id: PAY-${Math.floor(index / 2)} }\n`);
      repo.write({ 'roadmap.yaml': `stories:\n${ids.join('')}` });
      await withServer([repo.path], {}, async (server) => {
        const first = await topRows(server);
        const second = await topRows(server, first.at(-1));
        const third = await topRows(server, second.at(-1));
        assert.deepEqual(
          [first, second, third].map(({ length }) => length),
          [101, 101, 50],
        );
        assert.deepEqual(
          [first, second].map((rows) => rows.at(-1)?.label),
          ['150 more ready items', '50 more ready items'],
        );
        assert.equal(new Set([...first, ...second, ...third].map(({ id }) => id)).size, 252);
      });
    }));

  it('has a row for each folder that has something ready', () =>
    withTempRepo((one) =>
      withTempRepo((two) =>
        withTempRepo(async (three) => {
          one.write({ 'roadmap.yaml': 'stories: [{ id: A-1, title: Login }]\n' });
          two.write({ 'roadmap.yaml': 'stories: [{ id: B-1, title: Logout }, { id: B-2 }]\n' });
          three.write({ 'roadmap.yaml': 'stories: [{ id: C-1, status: done }]\n' });
          await withServer([one.path, two.path, three.path], {}, async (server) => {
            const folders = await topRows(server);
            assert.deepEqual(
              folders.map(({ description }) => description),
              ['1 ready', '2 ready'],
            );
            assert.deepEqual(shortly(await topRows(server, folders[0])), ['A-1 Login | ']);
          });
        }),
      ),
    ));
});
