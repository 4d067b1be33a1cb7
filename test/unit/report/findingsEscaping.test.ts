import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { RULES } from '../../../src/core/findings/registry';
import type { Finding } from '../../../src/core/model/finding';
import { findingsMarkdown } from '../../../src/core/report/findingsMarkdown';
import type { FindingsReport } from '../../../src/core/report/findingsReport';
import { githubAnnotations } from '../../../src/core/report/githubAnnotations';
import { junit } from '../../../src/core/report/junit';
import { oneLine } from '../../../src/core/report/oneLine';

/** Letters that mean something to somebody, beside any others. */
const TEXT = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...'%:,;=<>&"\'@#|`[]()\\\n\r\t \0\u001b\ufffe', '::', ']]>', '\ud800'),
    fc.string({ unit: 'binary', maxLength: 2 }),
  ),
  minLength: 1,
});

function reportOf(...findings: readonly Partial<Finding>[]): FindingsReport {
  const base = { code: 'WM203', severity: 'warning', message: 'm', item: undefined, related: [] } as const;
  const place = { path: 'a.ts', span: { start: 0, end: 0 } };
  return {
    findings: findings.map((finding) => ({ finding: { ...base, place, ...finding }, fingerprint: '0' })),
    range: () => ({ start: { line: 2, column: 4 }, end: { line: 2, column: 9 } }),
    pathOf: (path) => path,
    notes: [],
  };
}

const placeIn = (path: string) => ({ path, span: { start: 0, end: 0 } });

describe('Annotations for GitHub', () => {
  it('decode, as the runner does, to the path and message in one line, whatever those hold', () =>
    fc.assert(
      fc.property(TEXT, TEXT, (path, message) => {
        const written = githubAnnotations(reportOf({ message, place: placeIn(path) }), RULES);
        const match = /^::warning ([^\n]*?)::([^\n]*)\n$/.exec(written);
        assert.ok(match, written);
        const [, properties = '', data = ''] = match;
        const read = new Map(
          properties.split(',').map((property) => {
            const at = property.indexOf('=');
            return [property.slice(0, at), decode(property.slice(at + 1), true)];
          }),
        );
        assert.equal(read.get('file'), oneLine(path));
        assert.equal(decode(data, false), oneLine(message));
      }),
    ));

  it('begin with the worst, since only ten of a kind are shown', () => {
    const severities = ['hint', 'warning', 'error', 'information', 'warning', 'error'] as const;
    const written = githubAnnotations(reportOf(...severities.map((severity) => ({ severity }))), RULES);
    assert.deepEqual(written.match(/^::\w+/gm), [
      '::error',
      '::error',
      '::warning',
      '::warning',
      '::notice',
      '::notice',
    ]);
  });

  it('have columns only within one line', () => {
    const report = reportOf({});
    assert.match(githubAnnotations(report, RULES), /line=3,endLine=3,col=5,endColumn=9,/);
    const long = { ...report, range: () => ({ start: { line: 2, column: 4 }, end: { line: 5, column: 1 } }) };
    assert.match(githubAnnotations(long, RULES), /line=3,endLine=6,title=/);
  });
});

function decode(text: string, isProperty: boolean): string {
  const plain = isProperty ? text.replaceAll('%3A', ':').replaceAll('%2C', ',') : text;
  return plain.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

describe('JUnit reports', () => {
  it('are well-formed XML without letters that XML forbids, whatever the findings hold', () =>
    fc.assert(
      fc.property(TEXT, TEXT, TEXT, (path, message, item) => {
        const xml = junit(reportOf({ message, item, place: placeIn(path) }), RULES, () => true);
        assert.doesNotMatch(xml, /[^\P{Cc}\n]|[\ufffe\uffff]/u);
        assert.equal(Buffer.from(xml).toString(), xml);
        assert.deepEqual(unbalanced(xml), []);
        assert.ok(xml.includes('<failure '));
      }),
    ));

  it('have a failure for what the gate stops at, and a passed case for what it lets through and for rules that found nothing', () => {
    const report = reportOf({ severity: 'error' }, { severity: 'hint' });
    const xml = junit(report, RULES, ({ finding }) => finding.severity === 'error');
    assert.equal((xml.match(/<failure /g) ?? []).length, 1);
    assert.equal((xml.match(/<system-out>/g) ?? []).length, 1);
    assert.equal((xml.match(/<testcase /g) ?? []).length, RULES.length + 1);
    assert.match(xml, new RegExp(`<testsuites name="Waymark" tests="${RULES.length + 1}" failures="1"`));
  });

  it('give equal findings names of their own, which no line number is part of', () => {
    const xml = junit(reportOf({ item: 'PAY-12' }, { item: 'PAY-12' }), RULES, () => true);
    const names = Array.from(xml.matchAll(/classname="waymark\.WM203" name="([^"]*)"/g), ([, name]) => name);
    assert.deepEqual(names, [
      'Open annotations in a finished item: PAY-12',
      'Open annotations in a finished item: PAY-12 (2)',
    ]);
  });
});

/** What a strict reader of XML would stop at: text with a sign that must be written otherwise, or tags that do not match. */
function unbalanced(xml: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  const rest = xml
    .replace(/^<\?xml [^?]*\?>/, '')
    .replace(/<(\/?)([\w-]+)((?: [\w-]+="[^"<]*")*)(\/?)>/g, (_, end, name, _a, empty) => {
      if (end === '/') {
        wrong.push(...(open.pop() === name ? [] : [`</${name}>`]));
      } else if (empty === '') {
        open.push(name);
      }
      return '';
    });
  const entities = xml.replace(/&(?:amp|lt|gt|quot|apos);/g, '');
  return [
    ...wrong,
    ...open,
    ...(/[<>]/.test(rest) ? ['a stray sign'] : []),
    ...(entities.includes('&') ? ['a stray &'] : []),
  ];
}

describe('Findings in Markdown', () => {
  it('hold nothing of the workspace that becomes HTML, a link, a row of the table or a mention', () => {
    const message = '</details><script> [x](http://y) @ana #7 | a\n| b `c` www.x.y';
    const written = findingsMarkdown(reportOf({ message, place: placeIn('a|b@c<d>.ts') }), () => undefined);
    const [row = ''] = written.split('\n').filter((line) => line.startsWith('| WM203'));
    assert.equal((row.match(/(?<!\\)\|/g) ?? []).length, 4);
    assert.doesNotMatch(row, /<|>|@|\]\(|(?<!\\)`|:\/\/|www\./);
    const shown = row.replace(/\\(?=#)/g, '').replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
    assert.match(shown, /@\u200bana #\u200b7/);
    assert.doesNotMatch(shown, /[@#]\w/);
  });

  it('unfold the worst alone, and fold the rest', () => {
    const written = findingsMarkdown(reportOf({ severity: 'hint' }, {}, { severity: 'information' }), () => undefined);
    assert.deepEqual(written.match(/<details[^>]*><summary>[^<]*/g), [
      '<details open><summary>Warnings (1)',
      '<details><summary>Information (1)',
      '<details><summary>Hints (1)',
    ]);
  });

  it('are no longer than a comment may be, and say how many are left out', () => {
    const findings = Array.from({ length: 3000 }, (_, index) => ({ message: `number ${index} ${'word '.repeat(10)}` }));
    const written = findingsMarkdown(reportOf(...findings, { severity: 'hint' }), () => undefined);
    assert.ok(written.length < 65_536);
    const shown = (written.match(/^\| WM203/gm) ?? []).length;
    assert.match(written, new RegExp(`\\n${3000 - shown} more are left out here`));
    assert.match(written, /<summary>Hints \(1\)<\/summary>\n\n1 more is left out here/);
  });
});
