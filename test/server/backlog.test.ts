import assert from 'node:assert/strict';
import { BacklogChoicesRequest, BacklogSummaryRequest, type BacklogWishes } from '../../src/protocol/backlogView';
import { type TreeNode, TreeRequest } from '../../src/protocol/messages';
import { RevealRequest } from '../../src/protocol/rowActions';
import { withTempRepo } from '../support/tempRepo';
import { pollUntil } from '../support/pollUntil';
import { fileUri, type TestServer, withServer } from '../support/testServer';

const ROADMAP = `team:
  - { id: ana, name: Ana Lima, emails: [ana@acme.example] }
releases: [{ id: v1.0, title: First, date: 2030-01-01 }]
epics:
  - id: PAY-1
    title: Refunds
    release: v1.0
    stories:
      - { id: PAY-12, title: Refund API, owner: ana, status: active, due: 2024-01-01 }
      - { id: PAY-13, title: Screen, status: done, tasks: [{ id: PAY-13.1, title: Button, status: done }] }
stories:
  - { id: PAY-3, title: Loose, status: blocked, due: 2030-01-01 }
`;

/** The whole tree as lines, each indented by its level; evidence left out. */
async function linesOf(server: TestServer, backlog: BacklogWishes, parent?: TreeNode, level = 0): Promise<string[]> {
  const params = { view: 'roadmap' as const, backlog, ...(parent && { parent: parent.id }) };
  const rows = await server.client.sendRequest(TreeRequest, params);
  const lines: string[] = [];
  for (const row of rows.filter(({ context }) => ['item', 'plannedItem', 'group'].includes(context))) {
    lines.push(`${'  '.repeat(level)}${row.label}`, ...(await linesOf(server, backlog, row, level + 1)));
  }
  return lines;
}

type Body = (
  server: TestServer,
  change: (text: string) => Promise<void>,
  uriOf: (path: string) => string,
) => Promise<void>;

function withPlan(body: Body): Promise<void> {
  return withTempRepo(async (repo) => {
    repo.write({ 'roadmap.yaml': ROADMAP, 'src/a.ts': 'start();\n// TODO(PAY-3): retry\n' });
    repo.git('config', 'user.email', 'ana@acme.example');
    await withServer([repo.path], {}, async (server) => {
      const uriOf = (path: string) => `${fileUri(repo.path)}/${path}`;
      const uri = uriOf('roadmap.yaml');
      await server.open(uri, ROADMAP);
      await body(server, (text) => server.change(uri, text), uriOf);
    });
  });
}

describe('The Roadmap view as a person wishes it', () => {
  for (const [what, wishes, lines] of [
    [
      'groups by release',
      { grouping: 'release' },
      ['v1.0 First', '  PAY-12 Refund API', '  PAY-13 Screen', '    PAY-13.1 Button', 'No release', '  PAY-3 Loose'],
    ],
    [
      'groups by status and filters by words',
      { grouping: 'status', words: 'refund' },
      ['In progress', '  PAY-12 Refund API'],
    ],
    [
      'shows what is mine by the address that git knows',
      { only: [{ by: 'mine', value: '' }] },
      ['PAY-1 Refunds', '  PAY-12 Refund API'],
    ],
    [
      'shows what has findings',
      {
        only: [
          { by: 'findings', value: '' },
          { by: 'status', value: 'active' },
        ],
      },
      ['PAY-1 Refunds', '  PAY-12 Refund API'],
    ],
    ['sorts by date', { sorting: 'due', only: [{ by: 'status', value: 'blocked' }] }, ['PAY-3 Loose']],
    [
      'shows everything as usual where it does not know a wish',
      { grouping: 'moon', sorting: 'moon', only: [{ by: 'status', value: 'moon' }] },
      ['PAY-1 Refunds', '  PAY-12 Refund API', '  PAY-13 Screen', '    PAY-13.1 Button', 'PAY-3 Loose'],
    ],
  ] as const) {
    it(what, () =>
      withPlan(async (server) => {
        assert.deepEqual(await linesOf(server, wishes), lines);
      }),
    );
  }

  it('follows an edit of the plan', () =>
    withPlan(async (server, change) => {
      const wishes = { grouping: 'status', words: 'refund' };
      assert.deepEqual(await linesOf(server, wishes), ['In progress', '  PAY-12 Refund API']);
      await change(ROADMAP.replace('status: active', 'status: done'));
      await pollUntil('the story is done', async () => (await linesOf(server, wishes)).includes('Done'));
    }));

  it('says of a group how far it is, and of a release when it is due and what lies ahead', () =>
    withPlan(async (server) => {
      const rows = await server.client.sendRequest(TreeRequest, { view: 'roadmap', backlog: { grouping: 'release' } });
      assert.match(rows[0]?.description ?? '', /^due 1 Jan 2030 · \d findings? · 1\/2 done$/);
      assert.match(
        rows[0]?.accessibilityLabel ?? '',
        /^Release v1.0 First: due 1 Jan 2030, \d findings?, 1 of 2 done\.$/,
      );
      assert.match(rows[0]?.tooltip ?? '', /^v1\.0 First\n\n.*\n\nFinished on .* at the earliest.* PAY\\-12; /);
    }));

  it('opens the line that declares a release, a person or a goal, and nothing for what only items name', () =>
    withTempRepo(async (repo) => {
      const declared = 'goals:\n  - { id: G-1, title: Fewer calls }\n';
      const item = '- { id: PAY-4, title: Named, owner: Bo, release: v9, goal: G-1 }\n';
      const plan = `${ROADMAP}  ${item}${declared}`;
      repo.write({ 'roadmap.yaml': plan });
      await withServer([repo.path], {}, async ({ client }) => {
        const linesOfGroups = async (grouping: 'release' | 'owner' | 'goal' | 'status') => {
          const rows = await client.sendRequest(TreeRequest, { view: 'roadmap', backlog: { grouping } });
          return rows
            .filter(({ context }) => context === 'group')
            .map(({ label, open }) => {
              const line = open?.range && plan.split('\n')[open.range.start.line];
              return `${label}: ${line?.trim() ?? 'nothing'}`;
            });
        };
        assert.deepEqual(await linesOfGroups('release'), [
          'v1.0 First: releases: [{ id: v1.0, title: First, date: 2030-01-01 }]',
          'v9: nothing',
          'No release: nothing',
        ]);
        assert.deepEqual(await linesOfGroups('owner'), [
          'Ana Lima: - { id: ana, name: Ana Lima, emails: [ana@acme.example] }',
          'Bo: nothing',
          'No owner: nothing',
        ]);
        assert.deepEqual(await linesOfGroups('goal'), [
          'G-1 Fewer calls: - { id: G-1, title: Fewer calls }',
          'No goal: nothing',
        ]);
        assert.ok((await linesOfGroups('status')).every((line) => line.endsWith(': nothing')));
      });
    }));

  it('says what it leaves out, and nothing where it leaves out nothing', () =>
    withPlan(async ({ client }) => {
      const summaryOf = (wishes: BacklogWishes) => client.sendRequest(BacklogSummaryRequest, wishes);
      assert.deepEqual(await summaryOf({}), { description: '', message: '', isFiltered: false, hidesAll: false });
      const only = [
        { by: 'owner', value: 'ana' },
        { by: 'owner', value: '' },
        { by: 'release', value: 'v1.0' },
        { by: 'status', value: 'active' },
      ] as const;
      assert.deepEqual(await summaryOf({ grouping: 'owner', sorting: 'due', words: 'refund', only }), {
        description: 'by owner, sorted by due date, filtered',
        message: 'Only “refund”, in progress, owner Ana Lima or nobody, release v1.0 First: 2 of 5 items.',
        isFiltered: true,
        hidesAll: false,
      });
    }));

  it('offers what the plan has, with what is chosen', () =>
    withPlan(async ({ client }) => {
      const wishes = { grouping: 'owner', only: [{ by: 'owner', value: '' }] } as const;
      const rowsOf = async (about: 'grouping' | 'sorting' | 'filter') => {
        const { rows } = await client.sendRequest(BacklogChoicesRequest, { about, wishes });
        return rows.map(({ label, isChosen }) => (isChosen ? `[${label}]` : label)).join(', ');
      };
      assert.equal(await rowsOf('grouping'), 'Epic, Release, Status, [Owner], Goal');
      assert.equal(await rowsOf('sorting'), '[Order of the plan], Score, Due date');
      assert.equal(
        await rowsOf('filter'),
        'Mine, With findings, Planned, In progress, Blocked, Done, Dropped, Ana Lima, [No owner], v1.0 First, No release',
      );
    }));

  it('has a box on each task, and colours what is over, late or held up', () =>
    withPlan(async ({ client }) => {
      const rowsUnder = (parent?: TreeNode) =>
        client.sendRequest(TreeRequest, { view: 'roadmap', ...(parent && { parent: parent.id }) });
      const [epic, loose] = await rowsUnder();
      const [api, screen] = await rowsUnder(epic);
      const [button] = await rowsUnder(screen);
      assert.deepEqual(
        [epic, api, screen, button, loose].map((row) => `${row?.label} ${row?.box?.isTicked} ${row?.resource}`),
        [
          'PAY-1 Refunds undefined undefined',
          'PAY-12 Refund API undefined waymark-item:/late?list.errorForeground',
          'PAY-13 Screen undefined waymark-item:/done?descriptionForeground',
          'PAY-13.1 Button true waymark-item:/done?descriptionForeground',
          'PAY-3 Loose undefined waymark-item:/blocked?list.warningForeground',
        ],
      );
    }));

  it('says each thing once in the tooltip of a row', () =>
    withPlan(async (server) => {
      const params = { view: 'roadmap', backlog: { grouping: 'release' } } as const;
      const [release] = await server.client.sendRequest(TreeRequest, params);
      const rows = await server.client.sendRequest(TreeRequest, { ...params, parent: release?.id ?? '' });
      const tooltip = rows.find(({ label }) => label.startsWith('PAY-12'))?.tooltip ?? '';
      assert.match(tooltip, /^- Due: overdue since 1 Jan$/m);
      assert.equal(tooltip.split('overdue').length, 2);
    }));

  it('says in the tooltip of a row what its score is made of, or what it lacks', () =>
    withPlan(async ({ client }, change) => {
      const scores = async () => {
        const roots = await client.sendRequest(TreeRequest, { view: 'roadmap' });
        const [epic] = roots;
        const below = await client.sendRequest(TreeRequest, { view: 'roadmap', ...(epic && { parent: epic.id }) });
        const lines = [...below, ...roots].map(({ label, tooltip }) => [
          label,
          /^- .*[sS]core.*/m.exec(tooltip ?? '')?.[0],
        ]);
        return new Map(lines.flatMap(([label, score]) => (label && score ? [[label, score]] : [])));
      };
      assert.deepEqual(await scores(), new Map());
      await change(
        `scoring: impact / effort\n${ROADMAP}`
          .replace('owner: ana, ', 'owner: ana, impact: 3, effort: 2, ')
          .replace('title: Loose', 'title: Loose, impact: 1'),
      );
      await pollUntil('the plan is scored', async () => (await scores()).size > 0);
      assert.deepEqual(
        await scores(),
        new Map([
          ['PAY-12 Refund API', '- Score 1.5 = 3 ÷ 2 · impact ÷ effort'],
          ['PAY-1 Refunds', '- No score&#58; impact and effort are missing · impact ÷ effort'],
          ['PAY-3 Loose', '- No score&#58; effort is missing · impact ÷ effort'],
        ]),
      );
    }));

  it('leads to the item of a line, from its top row on, or says why it does not', () =>
    withPlan(async ({ client }, _change, uriOf) => {
      const pathTo = async (path: string, line: number, wishes: BacklogWishes) => {
        const { rows, sentence } = await client.sendRequest(RevealRequest, { of: { uri: uriOf(path), line }, wishes });
        return sentence ?? rows.map(({ label }) => label).join(' > ');
      };
      const lineOf = (words: string) => ROADMAP.split('\n').findIndex((line) => line.includes(words));
      const button = lineOf('Button');
      assert.equal(await pathTo('roadmap.yaml', button, {}), 'PAY-1 Refunds > PAY-13 Screen > PAY-13.1 Button');
      assert.equal(
        await pathTo('roadmap.yaml', button, { grouping: 'release' }),
        'v1.0 First > PAY-13 Screen > PAY-13.1 Button',
      );
      assert.equal(await pathTo('src/a.ts', 1, {}), 'PAY-3 Loose');
      for (const [path, line, wishes, sentence] of [
        ['src/a.ts', 0, {}, 'This line belongs to no item of the roadmap.'],
        [
          'roadmap.yaml',
          lineOf('title: Refunds'),
          { grouping: 'status' },
          'PAY-1 Refunds has no row of its own while the view is grouped by status.',
        ],
        [
          'roadmap.yaml',
          lineOf('Loose'),
          { words: 'refund' },
          'PAY-3 Loose is left out by the filter of the Roadmap view.',
        ],
      ] as const) {
        assert.equal(await pathTo(path, line, wishes), sentence);
      }
    }));
});
