import type { NamedFinding } from '../findings/fingerprint';
import { RULE_FAMILIES } from '../findings/registry';
import type { Rule } from '../findings/rule';
import { type FindingsReport } from './findingsReport';
import { oneLine, wellFormed } from './oneLine';

/**
 * Findings as a JUnit report: a suite for each family of rules, in it a case for each finding, and a passed one for each rule
 * that found nothing, so that who reads only such reports sees what was looked at. A finding that the gate lets through
 * passes, and says what it is in its output.
 *
 * @param fails whether the gate stops at a finding
 */
export function junit(report: FindingsReport, rules: readonly Rule[], fails: (named: NamedFinding) => boolean): string {
  const suites = RULE_FAMILIES.map(({ digit, title }) =>
    suiteOf(
      title,
      rules.filter(({ code }) => code.startsWith(`WM${digit}`)),
      report,
      fails,
    ),
  ).filter(({ tests }) => tests > 0);
  const tests = suites.reduce((sum, suite) => sum + suite.tests, 0);
  const failures = suites.reduce((sum, suite) => sum + suite.failures, 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: 'Waymark', tests, failures, errors: 0, time: 0 })}>`,
    ...suites.flatMap(({ lines }) => lines),
    '</testsuites>',
    '',
  ].join('\n');
}

interface Suite {
  readonly tests: number;
  readonly failures: number;
  readonly lines: readonly string[];
}

function suiteOf(
  title: string,
  rules: readonly Rule[],
  report: FindingsReport,
  fails: (named: NamedFinding) => boolean,
): Suite {
  const cases = rules.flatMap((rule) => {
    const found = report.findings.filter(({ finding }) => finding.code === rule.code);
    const names = uniqueNames(found, rule);
    return found.length === 0
      ? [{ failed: false, lines: [`    <testcase${attributes(caseAttributes(rule, rule.title))}/>`] }]
      : found.map((named, index) => caseOf(named, rule, names[index] ?? rule.title, report, fails(named)));
  });
  const tests = cases.length;
  const failures = cases.filter(({ failed }) => failed).length;
  return {
    tests,
    failures,
    lines: [
      `  <testsuite${attributes({ name: title, tests, failures, errors: 0, skipped: 0, time: 0 })}>`,
      ...cases.flatMap(({ lines }) => lines),
      '  </testsuite>',
    ],
  };
}

/** Names that stay the same from run to run, so that a system can tell since when a case fails. */
function uniqueNames(found: readonly NamedFinding[], { title }: Rule): string[] {
  const seen = new Map<string, number>();
  return found.map(({ finding }) => {
    const name = `${title}: ${finding.item ?? finding.place.path}`;
    const number = (seen.get(name) ?? 0) + 1;
    seen.set(name, number);
    return number === 1 ? name : `${name} (${number})`;
  });
}

function caseOf(
  { finding }: NamedFinding,
  rule: Rule,
  name: string,
  { range, pathOf }: FindingsReport,
  failed: boolean,
): { readonly failed: boolean; readonly lines: readonly string[] } {
  const { message, severity, place } = finding;
  const file = pathOf(place.path);
  const { start } = range(place);
  const where = `${file}:${start.line + 1}:${start.column + 1}`;
  const text = escapeXml(`${where}: ${severity}: ${message}`);
  const said = failed
    ? `<failure${attributes({ message, type: severity })}>${text}</failure>`
    : `<system-out>${text}</system-out>`;
  const own = { ...caseAttributes(rule, name), file, line: start.line + 1 };
  return { failed, lines: [`    <testcase${attributes(own)}>`, `      ${said}`, '    </testcase>'] };
}

/** The part of a class name before its last dot is a group in many systems. */
function caseAttributes({ code }: Rule, name: string) {
  return { classname: `waymark.${code}`, name, time: 0 };
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** What no version of XML allows; control characters are gone with the line breaks. */
const NOT_XML = /[\ufffe\uffff]/g;

function escapeXml(text: string): string {
  return wellFormed(oneLine(text))
    .replace(NOT_XML, '')
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
