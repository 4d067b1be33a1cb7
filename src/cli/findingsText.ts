import type { Severity } from '../core/model/finding';
import { type FindingsReport, severityCounts } from '../core/report/findingsReport';
import { counted } from '../core/report/itemWords';
import type { Style, Terminal } from './terminal';

const STYLES: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', information: 'blue', hint: 'dim' };

/** Findings for people: by file, and how many there are. On a terminal the last line says where to read on. */
export function findingsText({ findings, range, notes }: FindingsReport, terminal: Terminal, quiet: boolean): string {
  const lines: string[] = [];
  let path: string | undefined;
  for (const { finding } of findings) {
    if (finding.place.path !== path) {
      path = finding.place.path;
      lines.push(...(lines.length > 0 ? [''] : []), terminal.style('bold', terminal.fit(path)));
    }
    const { start } = range(finding.place);
    const place = `${start.line + 1}:${start.column + 1}`.padStart(8);
    const severity = terminal.style(STYLES[finding.severity], finding.severity.padEnd(11));
    const columns = place.length + 2 + 11 + 1 + finding.code.length + 2;
    lines.push(...besideHead(`${place}  ${severity} ${finding.code}`, columns, finding.message, terminal));
  }
  const counts = severityCounts(findings.map(({ finding }) => finding));
  const summary = findings.length === 0 ? 'No findings.' : `${counted(findings.length, 'finding')}: ${counts}.`;
  const [first] = findings;
  const hint =
    first && terminal.width !== undefined && !quiet
      ? [`\`waymark explain ${first.finding.code}\` says what a finding means and what to do about it.`]
      : [];
  return [
    ...lines,
    ...(lines.length > 0 ? [''] : []),
    ...terminal.wrap(summary, 0),
    ...(quiet ? [] : notes).flatMap((note) => terminal.wrap(note, 0)),
    ...hint.flatMap((line) => terminal.wrap(line, 0)).map((line) => terminal.style('dim', line)),
  ]
    .map((line) => `${line}\n`)
    .join('');
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
