import assert from 'node:assert/strict';
import { join } from 'node:path';
import { withTempFolder, writeFiles } from '../support/tempRepo';
import { DATE, ROADMAP, withPlan } from './planFixture';
import { withTempRepo } from '../support/tempRepo';
import { runWaymark } from './runWaymark';

const TODAY = ['--today', '2026-07-03'];

/** Of an annotation that says neither who, nor how urgent, nor until when. */
const NO_FACTS = { owner: null, priority: null, until: null, within: null };

describe('waymark trace', () => {
  it('names a release where it begins, and not again at what that holds', () =>
    withPlan(async (repo) => {
      const { stdout } = await runWaymark(['trace', repo.path, ...TODAY]);
      const named = stdout.split('\n').filter((line) => line.endsWith(' · v2.0'));
      assert.deepEqual(
        named.map((line) => line.split(' ')[0]),
        ['PAY-1'],
      );
    }));

  it('prints the join as JSON in the shape of its schema', () =>
    withPlan(async (repo, sha) => {
      const { exitCode, stdout, stderr } = await runWaymark(['trace', repo.path, '--format', 'json', ...TODAY]);
      assert.deepEqual([exitCode, stderr], [0, '']);
      const trace = JSON.parse(stdout);
      assert.equal(trace.schemaVersion, 1);
      assert.deepEqual(trace.workspace, { head: sha, commits: 2, filesSearched: 3, filesRead: 2, skipped: [] });
      assert.deepEqual(trace.roadmaps, [
        { path: 'roadmap.yaml', format: 'yaml', items: 4, problems: 0, withoutId: 0, understood: [] },
      ]);
      assert.deepEqual(
        trace.items.map(({ id }: { id: string }) => id),
        ['PAY-1', 'PAY-12', 'PAY-13'],
      );
      assert.deepEqual(trace.items[1], {
        id: 'PAY-12',
        kind: 'story',
        title: 'Refund API',
        status: 'in-progress',
        category: 'active',
        parent: 'PAY-1',
        release: 'v2.0',
        owner: 'ana',
        path: 'roadmap.yaml',
        line: 10,
        annotations: [
          {
            path: 'src/refund.ts',
            line: 2,
            column: 6,
            tag: 'TODO',
            kind: 'task',
            severity: 'information',
            text: 'retry',
            ...NO_FACTS,
            certainty: 'certain',
          },
        ],
        references: [
          {
            path: 'test/refund.test.ts',
            line: 1,
            column: 4,
            role: 'test',
            via: 'bare',
            within: null,
            certainty: 'certain',
          },
        ],
        commits: [
          {
            sha,
            date: DATE,
            author: 'Ana Lima',
            subject: 'PAY-12: refunds',
            via: ['trailer', 'subject'],
            closes: true,
            certainty: 'certain',
            coAuthors: [],
            copyOf: null,
            pickedFrom: null,
            reverts: [],
            state: 'stands',
            stateBy: null,
            stateCertainty: 'certain',
          },
        ],
      });
      assert.deepEqual(trace.unplanned, {
        annotations: [
          {
            path: 'src/refund.ts',
            line: 3,
            column: 4,
            tag: 'FIXME',
            kind: 'defect',
            severity: 'warning',
            text: 'unknown',
            ...NO_FACTS,
            names: ['PAY-99'],
          },
          {
            path: 'src/refund.ts',
            line: 4,
            column: 4,
            tag: 'TODO',
            kind: 'task',
            severity: 'information',
            text: 'nobody planned this',
            ...NO_FACTS,
            names: [],
          },
        ],
        unknownIds: [{ id: 'PAY-99', annotations: 1, references: 0, commits: 0 }],
        commitCount: 1,
      });
    }));

  it('prints items, each with its evidence, and what is unplanned, for people', () =>
    withPlan(async (repo, sha) => {
      const { stdout } = await runWaymark(['trace', repo.path, ...TODAY]);
      const lines = stdout.split('\n').map((line) => line.split(' · ')[0]);
      assert.deepEqual(lines, [
        'PAY-1 Refunds',
        '  PAY-12 Refund API',
        '      src/refund.ts:2:6 TODO retry',
        '      test/refund.test.ts:1:4 test',
        `      ${sha.slice(0, 10)} 2026-07-01 Ana Lima: PAY-12: refunds`,
        '  PAY-13 Receipts',
        '',
        'Unplanned: 2 annotations, 1 unknown ID, 1 commit',
        '',
      ]);
    }));

  it('reads no history with --no-git', () =>
    withPlan(async (repo) => {
      const { stdout } = await runWaymark(['trace', repo.path, '--format', 'json', '--no-git']);
      const { workspace, items } = JSON.parse(stdout);
      assert.deepEqual([workspace.head, workspace.commits, items[1].commits], [null, 0, []]);
      assert.equal(items[1].annotations.length, 1);
    }));

  it('reads the roadmaps that --roadmap names, and no other', () =>
    withPlan((repo) =>
      withTempFolder(async (elsewhere) => {
        writeFiles(elsewhere, {
          'a.yaml': 'stories:\n  - { id: PAY-99, title: Known now }\n',
          'b.yaml': 'stories:\n  - { id: PAY-13, title: Receipts }\n',
        });
        const roadmaps = ['a.yaml', 'b.yaml'].flatMap((name) => ['--roadmap', join(elsewhere, name)]);
        const { stdout } = await runWaymark(['trace', repo.path, '--format', 'json', ...roadmaps]);
        const { items } = JSON.parse(stdout);
        assert.deepEqual(
          items.map(({ id, path }: { id: string; path: string }) => [id, path]),
          [
            ['PAY-99', join(elsewhere, 'a.yaml')],
            ['PAY-13', join(elsewhere, 'b.yaml')],
          ],
        );
      }),
    ));

  it('prints the items of a folder with a file for each, and the folder as one roadmap', () =>
    withTempRepo(async (repo) => {
      const item = (id: string, more = '') => `---\nid: ${id}\ntitle: Title\nstatus: To Do\n${more}---\n`;
      repo.write({
        'backlog/config.yml': 'project_name: Acme\nstatuses: [To Do, Done]\n',
        'backlog/tasks/task-1.md': item('task-1'),
        'backlog/tasks/task-2.md': item('TASK-2', 'parent_task_id: task-1\n'),
        'src/a.ts': '// TODO(TASK-1): retry\n',
      });
      const { stdout } = await runWaymark(['trace', repo.path, '--format', 'json', '--no-git']);
      const { roadmaps, items } = JSON.parse(stdout);
      assert.deepEqual(roadmaps, [
        { path: 'backlog/', format: 'markdown', items: 2, problems: 0, withoutId: 0, understood: [], files: 2 },
      ]);
      assert.deepEqual(
        items.map(({ id, kind, parent, path, line }: Record<string, unknown>) => [id, kind, parent, path, line]),
        [
          ['TASK-1', 'story', null, 'backlog/tasks/task-1.md', 2],
          ['TASK-2', 'task', 'TASK-1', 'backlog/tasks/task-2.md', 2],
        ],
      );
      assert.equal(items[0].annotations.length, 1);
      const { stdout: status } = await runWaymark(['status', repo.path, '--no-git']);
      assert.match(status, /backlog\/: 2 items in 2 files read as Markdown, 0 problems/);
    }));
});

describe('waymark check', () => {
  it('prints findings as JSON in the shape of its schema', () =>
    withPlan(async (repo) => {
      const { stdout } = await runWaymark(['check', repo.path, '--format', 'json', ...TODAY]);
      const { schemaVersion, findings } = JSON.parse(stdout);
      assert.equal(schemaVersion, 1);
      const unknown = findings.find(({ code }: { code: string }) => code === 'WM201');
      assert.deepEqual(Object.keys(unknown), [
        'code',
        'severity',
        'message',
        'path',
        'line',
        'column',
        'endLine',
        'endColumn',
        'item',
        'fingerprint',
        'related',
      ]);
      assert.deepEqual([unknown.path, unknown.line, unknown.column, unknown.item], ['src/refund.ts', 3, 10, null]);
    }));

  it('ends with 1 only for findings at or above --fail-on', () =>
    withPlan(async (repo) => {
      const exitCode = async (...options: string[]) =>
        (await runWaymark(['check', repo.path, ...TODAY, ...options])).exitCode;
      assert.equal(await exitCode('--only', 'WM201'), 0);
      assert.equal(await exitCode('--only', 'WM201', '--fail-on', 'warning'), 0);
      assert.equal(await exitCode('--only', 'WM201', '--fail-on', 'information'), 1);
      assert.equal(await exitCode('--only', 'WM201', '--fail-on', 'never'), 0);
      assert.equal(await exitCode('--except', 'WM*', '--fail-on', 'information'), 0);
      repo.write({ 'roadmap.yaml': `${ROADMAP}      - id: PAY-12\n        title: Twice\n` });
      assert.equal(await exitCode('--only', 'WM102'), 0);
      assert.equal(await exitCode('--only', 'WM102', '--fail-on', 'warning'), 1);
      repo.write({ 'roadmap.yaml': `${ROADMAP}broken: [1, 2\n` });
      assert.equal(await exitCode('--only', 'WM101'), 1);
    }));

  it('takes whole codes and beginnings of codes for --only and --except, in any letter case', () =>
    withPlan(async (repo) => {
      const found = async (...options: string[]) =>
        driftCodes((await runWaymark(['check', repo.path, '--format', 'json', ...TODAY, ...options])).stdout);
      assert.deepEqual(await found('--only', 'wm201'), ['WM201']);
      const all = await found('--only', 'WM2*');
      assert.deepEqual(await found(), all);
      assert.deepEqual(
        await found('--only', 'WM2*', '--except', 'WM201,WM204'),
        all.filter((code) => !/201|204/.test(code)),
      );
      assert.deepEqual(await found('--except', 'WM201', '--except', 'WM2*'), []);
    }));

  it('says how many findings there are, or that there are none', () =>
    withPlan(async (repo) => {
      const last = async (...options: string[]) =>
        (await runWaymark(['check', repo.path, ...TODAY, ...options])).stdout.trimEnd().split('\n').at(-1);
      assert.equal(await last('--only', 'WM201'), '1 finding: 1 information.');
      assert.equal(await last('--only', 'WM601'), 'No findings.');
    }));

  it('counts from the day that --today names, so that its output can be repeated', () =>
    withPlan(async (repo) => {
      const at = async (day: string) => (await runWaymark(['check', repo.path, '--today', day])).stdout;
      assert.equal(await at('2026-07-03'), await at('2026-07-03'));
      assert.match(await at('2026-09-05'), /WM206/);
      assert.doesNotMatch(await at('2026-07-03'), /WM206/);
    }));
});

describe('waymark status and explain', () => {
  it('print as JSON what was read, and everything known of one item', () =>
    withPlan(async (repo) => {
      const status = JSON.parse((await runWaymark(['status', repo.path, '--format', 'json'])).stdout);
      assert.deepEqual([status.schemaVersion, status.folder, status.filesSearched], [1, repo.path, 3]);
      assert.deepEqual([status.git.available, status.git.commits], [true, 2]);
      const explained = JSON.parse((await runWaymark(['explain', 'PAY-12', repo.path, '--format', 'json'])).stdout);
      assert.deepEqual([explained.schemaVersion, explained.item.id, explained.item.commits.length], [1, 'PAY-12', 1]);
      assert.equal(typeof explained.item.schedule.earliestFinish, 'string');
      assert.equal(explained.item.forecast, null);
    }));

  it('print for people where an item stands and why each link was made', () =>
    withPlan(async (repo) => {
      const { stdout } = await runWaymark(['explain', 'PAY-12', repo.path, ...TODAY]);
      assert.match(stdout, /^PAY-12 Refund API\nroadmap\.yaml:10\n/);
      assert.match(stdout, /src\/refund\.ts:2:6 TODO retry {2}\(.+\)/);
      assert.match((await runWaymark(['status', repo.path])).stdout, /roadmap\.yaml: 4 items read as YAML/);
    }));
});

describe('waymark explain and status of a plan with scores', () => {
  const SCORED = `scoring: wsjf
stories:
  - { id: PAY-12, title: Refund API, value: 8, urgency: 5, estimate: 2 }
  - { id: PAY-13, title: Ledger, value: 8 }
  - { id: PAY-14, title: Audit, value: 1, urgency: 1, effort: 1, status: done }
`;

  it('say what a score is made of, what is missing, and how many have one', () =>
    withTempRepo(async (repo) => {
      repo.write({ 'roadmap.yaml': SCORED });
      const explained = async (id: string) => (await runWaymark(['explain', id, repo.path, ...TODAY])).stdout;
      assert.match(
        await explained('PAY-12'),
        /\nScore\n {2}Score 6\.5 = \(8 \+ 5\) ÷ 2\n {2}wsjf: \(value \+ urgency\) ÷ effort\n/,
      );
      assert.match(await explained('PAY-13'), /\nScore\n {2}No score: urgency and effort are missing\n/);
      assert.doesNotMatch(await explained('PAY-14'), /\nScore\n/);
      assert.match((await runWaymark(['status', repo.path])).stdout, /\n {2}scored by wsjf: 1 of 2 open items\n/);
    }));

  it('say the same as JSON', () =>
    withTempRepo(async (repo) => {
      repo.write({ 'roadmap.yaml': SCORED });
      const json = async (...args: readonly string[]) =>
        JSON.parse((await runWaymark([...args, repo.path, '--format', 'json'])).stdout);
      assert.deepEqual((await json('explain', 'PAY-13')).item.score, {
        value: null,
        scoring: 'wsjf',
        formula: '(value + urgency) ÷ effort',
        inputs: [{ field: 'value', value: 8 }],
        missing: ['urgency', 'effort'],
        words: 'no score: urgency and effort are missing',
      });
      assert.deepEqual((await json('status')).scoring, { formulas: ['wsjf'], open: 2, scored: 1 });
    }));
});

describe('waymark explain of an item with findings', () => {
  it('tells a fact once that stands at both its ends', () =>
    withTempRepo(async (repo) => {
      repo.write({
        'roadmap.yaml': 'stories:\n  - { id: PAY-12, title: Refunds, status: done }\n',
        'src/a.ts': '// TODO(PAY-12): x\n',
      });
      repo.commit('PAY-12: y');
      const { stdout } = await runWaymark(['explain', 'PAY-12', repo.path, ...TODAY]);
      assert.equal(stdout.match(/WM203 /g)?.length, 1);
      const found = (await runWaymark(['check', repo.path, '--format', 'json', ...TODAY])).stdout;
      assert.equal(found.match(/"WM203"/g)?.length, 2);
    }));
});

describe('waymark explain of an item with probable links', () => {
  it('says which line accepts a link, and what is rejected', () =>
    withTempRepo(async (repo) => {
      repo.write({
        'roadmap.yaml':
          'stories:\n  - id: PAY-12\n    title: Refunds\n    accepts: [pay-12 in src/]\n    rejects: [PAY 12]\n',
        'src/a.ts': '// TODO(pay-12): x\n// see PAY 12\n',
      });
      repo.commit('PAY_12: y');
      const { stdout } = await runWaymark(['explain', 'PAY-12', repo.path, ...TODAY]);
      assert.match(stdout, /names pay-12, which\s+roadmap\.yaml:4 accepts/);
      assert.match(stdout, /Probably linked: the commit's subject names PAY_12/);
      const trace = (await runWaymark(['trace', repo.path, ...TODAY])).stdout;
      assert.match(trace, /src\/a\.ts:1:4 accepted TODO x/);
      assert.match(trace, /, probable: PAY_12: y\n/);
      assert.match(stdout, /Rejected links\n {2}PAY 12 anywhere {2}\(roadmap\.yaml:5\)/);
      assert.doesNotMatch(stdout, /src\/a\.ts:2/);
      const json = JSON.parse((await runWaymark(['explain', 'PAY-12', repo.path, '--format', 'json'])).stdout);
      assert.deepEqual(json.item.annotations[0].accepted, { path: 'roadmap.yaml', line: 4, column: 15 });
    }));
});

describe('The version of the command line', () => {
  it('is one line on stdout', async () => {
    const { stdout, exitCode } = await runWaymark(['--version']);
    assert.match(stdout, /^(?:\d+\.\d+\.\d+|source)\n$/);
    assert.equal(exitCode, 0);
  });
});

describe('Wrong usage of the command line', () => {
  it('is answered with one sentence on stderr, nothing on stdout and exit code 2', () =>
    withPlan(async (repo) => {
      await isRefused(['trace', join(repo.path, 'nowhere')], /^There is no folder .*nowhere\. Name the folder .*\.\n$/);
      await isRefused(['trace', join(repo.path, 'roadmap.yaml')], /^There is no folder/);
      await isRefused(['trace', join(repo.path, 'src')], /^No roadmap was found in .*--roadmap FILE\.\n$/);
      repo.write({ 'src/roadmap.yaml': 'services: { db: { image: postgres } }\n' });
      const left = /^roadmap\.yaml was left alone, since nothing in it is planned: .*\. No other roadmap was found in /;
      await isRefused(['trace', join(repo.path, 'src')], left);
      await isRefused(['trace', repo.path, '--roadmap', 'none.yaml'], /^There is no roadmap file none\.yaml\.\n$/);
      await isRefused(['explain', 'PAY-21', repo.path], /^No roadmap declares PAY-21\./);
      await isRefused(['explain', 'PYA-12', repo.path], /^No roadmap declares PYA-12\. Did you mean PAY-12\?\n$/);
      await isRefused(['explain', 'pay-12', repo.path], /Did you mean PAY-12\?\n$/);
      await isRefused(['trace', repo.path, '--today', 'tomorrow'], /such as 2026-08-03/);
      await isRefused(['trace', repo.path, '--today', '2026-02-30'], /such as 2026-08-03/);
      await isRefused(['trace', repo.path, '--format', 'xml'], /Allowed choices are text, json/);
      await isRefused(['check', repo.path, '--only', 'WM999'], /^No finding has the code WM999\./);
      await isRefused(['check', repo.path, '--except', 'WN*'], /^No finding has the code WN\*\./);
      await isRefused(['check', repo.path, '--fail-on', 'always'], /Allowed choices are error/);
    }));

  it('is answered with what was probably meant', async () => {
    await isRefused(['chekc'], /Did you mean check\?/);
    await isRefused(['trace', '--fromat', 'json'], /Did you mean --format\?/);
    await isRefused(['check', '--fial-on', 'error'], /Did you mean --fail-on\?/);
  });

  it('gets the list of commands when none is given', () => isRefused([], /Usage: waymark[\s\S]*trace[\s\S]*check/));

  it('does not concern --help, which prints to stdout', async () => {
    const { exitCode, stdout, stderr } = await runWaymark(['check', '--help']);
    assert.deepEqual([exitCode, stderr], [0, '']);
    assert.match(stdout, /--fail-on <severity>/);
  });
});

async function isRefused(args: readonly string[], says: RegExp): Promise<void> {
  const { exitCode, stdout, stderr } = await runWaymark(args);
  assert.deepEqual([exitCode, stdout], [2, '']);
  assert.match(stderr, says);
  assert.doesNotMatch(stderr, /\n {4}at |Error:/);
}

function driftCodes(stdout: string): string[] {
  const { findings } = JSON.parse(stdout);
  return findings.map(({ code }: { code: string }) => code).filter((code: string) => code.startsWith('WM2'));
}
