import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withTempFolder, writeFiles } from '../support/tempRepo';
import { runWaymark } from './runWaymark';

const CSV = 'Key,Summary,Status,Due Date,Priority\nPAY-1,Refunds,Done,2026-10-15,High\nPAY-2,Vouchers,To Do,soon,Low\n';

describe('waymark import', () => {
  it('prints the roadmap, says on stderr what the columns are, and ends with 1 when something is lost', () =>
    withTempFolder(async (folder) => {
      writeFiles(folder, { 'jira.csv': CSV });
      const { exitCode, stdout, stderr } = await runWaymark(['import', join(folder, 'jira.csv')]);
      assert.equal(exitCode, 1);
      assert.match(
        stdout,
        /^waymark: 1\n\nstories:\n {2}- id: PAY-1\n {4}title: Refunds\n {4}status: Done\n {4}due: 2026-10-15\n/,
      );
      assert.match(stderr, /^Summary +title +name +Refunds$/m);
      assert.match(stderr, /^Priority +\(left out\) +unknown +High$/m);
      assert.match(stderr, /^Line 3: “soon” in “Due Date” is no date, so it was left out\.$/m);
      assert.match(stderr, /^2 stories\.$/m);
    }));

  it('writes to a file in the form that its name says, and overwrites none unasked', () =>
    withTempFolder(async (folder) => {
      writeFiles(folder, { 'jira.csv': CSV.replace('soon', '') });
      const target = join(folder, 'ROADMAP.md');
      const args = ['import', join(folder, 'jira.csv'), '--output', target, '--quiet'];
      assert.deepEqual(await runWaymark(args), { exitCode: 0, stdout: '', stderr: '' });
      assert.match(readFileSync(target, 'utf8'), /^- \[x\] PAY-1 Refunds \(due: 2026-10-15\)$/m);
      writeFileSync(target, 'mine');
      const again = await runWaymark(args);
      assert.deepEqual([again.exitCode, again.stdout], [2, '']);
      assert.match(again.stderr, /^There is a file .*ROADMAP\.md already\./);
      assert.equal(readFileSync(target, 'utf8'), 'mine');
      assert.equal((await runWaymark([...args, '--force'])).exitCode, 0);
      assert.notEqual(readFileSync(target, 'utf8'), 'mine');
    }));

  it('takes a column for what it is told', () =>
    withTempFolder(async (folder) => {
      writeFiles(folder, { 'jira.csv': CSV });
      const told = ['--map', 'Priority=priority', '--map', 'due date=', '--map', '#3=labels'];
      const { exitCode, stdout } = await runWaymark(['import', join(folder, 'jira.csv'), ...told]);
      assert.equal(exitCode, 0);
      assert.match(stdout, /title: Vouchers\n {4}labels: \[To Do\]\n {4}priority: Low\n$/);
    }));

  it('shows in a dry run what it would do, for programs too, and writes nothing', () =>
    withTempFolder(async (folder) => {
      writeFiles(folder, { 'jira.csv': CSV });
      const target = join(folder, 'roadmap.yaml');
      const args = ['import', join(folder, 'jira.csv'), '--output', target, '--dry-run', '--format', 'json'];
      const { stdout } = await runWaymark(args);
      const shown = JSON.parse(stdout);
      assert.equal(existsSync(target), false);
      assert.deepEqual(shown.columns[1], {
        column: 'Summary',
        field: 'title',
        keptAs: null,
        why: 'name',
        example: 'Refunds',
      });
      assert.deepEqual([shown.schemaVersion, shown.counts, shown.notes.length], [1, { story: 2 }, 1]);
    }));

  it('reads UTF-16 as Excel writes it, and dates as told', () =>
    withTempFolder(async (folder) => {
      const file = join(folder, 'sheet.txt');
      writeFileSync(file, Buffer.from('\uFEFFID\tTitle\tDue\r\nPAY-1\tRückgabe\t03/04/2026\r\n', 'utf16le'));
      const { stdout, stderr } = await runWaymark(['import', file]);
      assert.match(stdout, /title: Rückgabe\n {4}due: 2026-04-03\n/);
      assert.match(
        stderr,
        /No date tells whether day or month comes first in 03\/04\/2026: dates were read with the day first\./,
      );
      assert.match((await runWaymark(['import', file, '--dates', 'month-first'])).stdout, /due: 2026-03-04/);
    }));

  const refusals: readonly [why: string, file: string, args: readonly string[], sentence: RegExp][] = [
    ['a file that is not there', 'none.csv', [], /none\.csv does not exist\. Name a file of CSV or JSON/],
    [
      'a table that names no items',
      'numbers.csv',
      [],
      /^No column names the items: there are “a”, “b”\..*--map "Summary=title"/,
    ],
    ['an empty file', 'empty.csv', [], /^There is no table in this file\./],
    [
      'a column that is not there',
      'jira.csv',
      ['--map', 'Nope=title'],
      /^There is no column nope\. The columns are: Key, /,
    ],
    ['a choice without a field', 'jira.csv', ['--map', 'Summary'], /^--map takes a column and a field/],
    ['a name that another form has', 'jira.csv', ['--to', 'yaml', '--output', 'x.md'], /would not be read as yaml/],
  ];
  for (const [why, file, args, sentence] of refusals) {
    it(`refuses ${why} with one sentence`, () =>
      withTempFolder(async (folder) => {
        writeFiles(folder, { 'jira.csv': CSV, 'numbers.csv': 'a,b\n1,2\n', 'empty.csv': '' });
        const { exitCode, stdout, stderr } = await runWaymark(['import', join(folder, file), ...args]);
        assert.deepEqual([exitCode, stdout], [2, '']);
        assert.match(stderr, sentence);
      }));
  }
});

describe('waymark export', () => {
  const ROADMAP =
    'product: Pay\nepics:\n  - id: PAY-1\n    title: =Refunds\n    stories: [{ id: PAY-2, title: API, status: done }]\n';

  it('prints a table of which no cell is a formula, and which import reads back', () =>
    withTempFolder(async (folder) => {
      writeFiles(folder, { 'roadmap.yaml': ROADMAP });
      const { exitCode, stdout } = await runWaymark(['export', folder, '--no-git', '--delimiter', ';']);
      assert.equal(exitCode, 0);
      assert.match(
        stdout,
        /^ID;Kind;Parent;Title;Status;.*\r\nPAY-1;epic;;'=Refunds;.*\r\nPAY-2;story;PAY-1;API;done;done;/,
      );
      const file = join(folder, 'table.csv');
      writeFileSync(file, stdout);
      const back = await runWaymark(['import', file, '--quiet']);
      assert.match(back.stdout, /- id: PAY-1\n {4}title: "=Refunds"\n {4}stories:\n {6}- id: PAY-2\n/);
    }));

  it('writes a ROADMAP.md that says the same', () =>
    withTempFolder(async (folder) => {
      writeFiles(folder, { 'roadmap.yaml': ROADMAP });
      const target = join(folder, 'out.md');
      const { exitCode } = await runWaymark(['export', folder, '--no-git', '--format', 'markdown', '--output', target]);
      assert.equal(exitCode, 0);
      assert.equal(readFileSync(target, 'utf8'), '# Pay\n\n## PAY-1 =Refunds\n\n- [x] PAY-2 API\n');
    }));

  it('refuses a delimiter that would not part cells', () =>
    withTempFolder(async (folder) => {
      assert.equal((await runWaymark(['export', folder, '--delimiter', '"'])).exitCode, 2);
    }));
});
