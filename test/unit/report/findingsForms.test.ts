import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '../../../src/core/findings/registry';
import { findingsJson } from '../../../src/core/report/findingsJson';
import { findingsMarkdown } from '../../../src/core/report/findingsMarkdown';
import type { FindingsReport } from '../../../src/core/report/findingsReport';
import { githubAnnotations } from '../../../src/core/report/githubAnnotations';
import { junit } from '../../../src/core/report/junit';
import { sarif } from '../../../src/core/report/sarif';
import { HOSTILE, reportOf } from './findingsFixture';

/** Only the rules of the fixture, so that a new rule does not change every file. */
const OWN_RULES = RULES.filter(({ code }) =>
  ['WM102', 'WM103', 'WM106', 'WM201', 'WM202', 'WM203', 'WM205', 'WM211', 'WM302', 'WM601'].includes(code),
);

const REPORT: FindingsReport = chosen(reportOf(HOSTILE));
const EMPTY: FindingsReport = { ...REPORT, findings: [] };

function chosen(report: FindingsReport): FindingsReport {
  const codes = new Set(OWN_RULES.map(({ code }) => code));
  return {
    ...report,
    findings: report.findings.filter(({ finding }) => codes.has(finding.code)),
    notes: ['3 findings held back by the baseline <x>.'],
  };
}

const pretty = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;

const FORMS: Readonly<Record<string, (report: FindingsReport) => string>> = {
  'findings.json': (report) => pretty(findingsJson(report)),
  'findings.sarif': (report) => pretty(sarif(report, OWN_RULES, '0.1.0')),
  'findings.github.txt': (report) => githubAnnotations(report, OWN_RULES),
  'findings.md': (report) => findingsMarkdown(report, (path, line) => `https://x.example/${encodeURI(path)}#L${line}`),
  'findings.junit.xml': (report) => junit(report, OWN_RULES, ({ finding }) => finding.severity !== 'hint'),
};

/** `UPDATE_GOLDEN=1` writes the files of `golden` anew: read the difference before you keep it. */
describe('A report of findings', () => {
  for (const [name, render] of Object.entries(FORMS)) {
    it(`is written as in golden/${name}`, () => isGolden(name, render(REPORT)));
    it(`without findings is written as in golden/none.${name}`, () => isGolden(`none.${name}`, render(EMPTY)));
  }
});

function isGolden(name: string, actual: string): void {
  const golden = join(__dirname, 'golden', name);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    writeFileSync(golden, actual);
  }
  assert.equal(actual, existsSync(golden) ? readFileSync(golden, 'utf8') : '(nothing yet: run with UPDATE_GOLDEN=1)');
}
