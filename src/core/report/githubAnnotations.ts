import type { NamedFinding } from '../findings/fingerprint';
import type { Rule } from '../findings/rule';
import type { Severity } from '../model/finding';
import { type FindingsReport, worstFirst } from './findingsReport';
import { oneLine } from './oneLine';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/**
 * Findings as commands of a GitHub Actions log, one a line, which become annotations of the lines that changed. The worst
 * come first, because GitHub shows no more than ten of a kind for each step.
 */
export function githubAnnotations(report: FindingsReport, rules: readonly Rule[]): string {
  const titles = new Map(rules.map(({ code, title }) => [code, title]));
  return worstFirst(report.findings)
    .map((named) => `${annotationOf(named, report, titles)}\n`)
    .join('');
}

function annotationOf(
  { finding }: NamedFinding,
  { range, pathOf }: FindingsReport,
  titles: ReadonlyMap<string, string>,
): string {
  const { code, severity, message, place } = finding;
  const { start, end } = range(place);
  const properties: readonly (readonly [name: string, value: string | number])[] = [
    ['file', oneLine(pathOf(place.path))],
    ['line', start.line + 1],
    ['endLine', end.line + 1],
    // GitHub takes columns only within one line, and counts the last one in.
    ...(start.line === end.line
      ? ([
          ['col', start.column + 1],
          ['endColumn', Math.max(end.column, start.column + 1)],
        ] as const)
      : []),
    ['title', [code, titles.get(code) ?? []].flat().join(' ')],
  ];
  const written = properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(',');
  return `::${COMMANDS[severity]} ${written}::${escapeData(oneLine(message))}`;
}

/** What the runner decodes in a message; the percent sign first, since the others bring more of it. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
