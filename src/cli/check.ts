import { RULES } from '../core/findings/registry';
import type { Finding, Severity } from '../core/model/finding';
import { findingsJson } from '../core/report/findingsJson';
import { counted } from '../core/report/itemWords';
import type { Engine } from '../engine/engine';
import { type CommonOptions, EXIT, UsageError } from './commandLine';
import { locateIn } from '../engine/locate';
import type { Style, Terminal } from './terminal';

export interface CheckOptions {
  readonly failOn: 'error' | 'warning' | 'information' | 'never';
  readonly only: readonly string[] | undefined;
  readonly except: readonly string[] | undefined;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

const STYLES: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', information: 'blue', hint: 'dim' };

/** `waymark check`: the findings, and exit code 1 when one is bad enough. */
export function runCheck(engine: Engine, options: CommonOptions & CheckOptions, terminal: Terminal): number {
  [...(options.only ?? []), ...(options.except ?? [])].forEach(mustBeCode);
  const findings = engine.findings
    .all()
    .filter(({ code }) => options.only === undefined || matchesAny(code, options.only))
    .filter(({ code }) => options.except === undefined || !matchesAny(code, options.except));
  if (options.format === 'json') {
    terminal.printJson(findingsJson(findings, locateIn(engine)));
  } else {
    terminal.print(findingsText(engine, findings, terminal));
  }
  return findings.some(({ severity }) => isAtLeast(severity, options.failOn)) ? EXIT.findings : EXIT.done;
}

function findingsText(engine: Engine, findings: readonly Finding[], terminal: Terminal): string {
  const locate = locateIn(engine);
  const lines: string[] = [];
  let path: string | undefined;
  for (const finding of findings) {
    if (finding.place.path !== path) {
      path = finding.place.path;
      lines.push(...(lines.length > 0 ? [''] : []), terminal.style('bold', terminal.fit(path)));
    }
    const { line, column } = locate(finding.place);
    const place = `${line + 1}:${column + 1}`.padStart(8);
    const severity = terminal.style(STYLES[finding.severity], finding.severity.padEnd(11));
    const columns = place.length + 2 + 11 + 1 + finding.code.length + 2;
    lines.push(...besideHead(`${place}  ${severity} ${finding.code}`, columns, finding.message, terminal));
  }
  const counts = SEVERITIES.map(
    (severity) => [severity, findings.filter((f) => f.severity === severity).length] as const,
  )
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => (severity === 'information' ? `${count} information` : counted(count, severity)));
  const summary =
    findings.length === 0 ? 'No findings.' : `${counted(findings.length, 'finding')}: ${counts.join(', ')}.`;
  return `${[...lines, ...(lines.length > 0 ? [''] : []), summary].join('\n')}\n`;
}

/** Narrower than this a message is hard to read, and goes below its head. */
const NARROWEST_MESSAGE = 24;

/** @param columns how wide the head is with the gap behind it */
function besideHead(head: string, columns: number, message: string, terminal: Terminal): string[] {
  const { width = Number.POSITIVE_INFINITY } = terminal;
  if (width - columns < NARROWEST_MESSAGE) {
    return [head, ...terminal.wrap(message, 4).map((line) => `    ${line}`)];
  }
  const [first, ...others] = terminal.wrap(message, columns);
  return [`${head}  ${first}`, ...others.map((line) => ' '.repeat(columns) + line)];
}

/** A slip would make a gate that lets everything through. */
function mustBeCode(pattern: string): void {
  if (!RULES.some(({ code }) => matchesAny(code, [pattern]))) {
    throw new UsageError(`No finding has the code ${pattern}. Write one such as WM203, or WM2* for all that begin so.`);
  }
}

/** `WM203`, or `WM2*` for all that begin so, in any letter case. */
function matchesAny(code: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => {
    const wanted = pattern.toUpperCase();
    return wanted.endsWith('*') ? code.startsWith(wanted.slice(0, -1)) : code === wanted;
  });
}

function isAtLeast(severity: Severity, threshold: CheckOptions['failOn']): boolean {
  return threshold !== 'never' && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold);
}
