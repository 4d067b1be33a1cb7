import type { NamedFinding } from '../findings/fingerprint';
import type { Severity } from '../model/finding';
import { type FindingsReport, SEVERITIES, severityCount } from './findingsReport';
import { counted } from './itemWords';
import { escapeMarkdown } from './markdown';
import { oneLine } from './oneLine';

const TITLES: Readonly<Record<Severity, string>> = {
  error: 'Errors',
  warning: 'Warnings',
  information: 'Information',
  hint: 'Hints',
};

/** A comment on GitHub holds 65,536 letters; what a person writes around it needs some. */
const LONGEST = 60_000;

/**
 * Findings as Markdown for the summary of a job or a comment on a change: how many there are, and a table for each severity,
 * the worst first and alone unfolded. Text of the workspace is escaped: nothing of it becomes markup, HTML or a mention.
 *
 * @param addressOf of a line (from 1) of a path; undefined: nobody knows one, and the place is shown without a link
 */
export function findingsMarkdown(
  report: FindingsReport,
  addressOf: (path: string, line: number) => string | undefined,
): string {
  const { findings, notes } = report;
  const groups = SEVERITIES.map((severity) => ({
    severity,
    own: findings.filter(({ finding }) => finding.severity === severity),
  })).filter(({ own }) => own.length > 0);
  const counts = groups.map(({ severity, own }) => severityCount(own.length, severity)).join(' · ');
  const title = findings.length === 0 ? 'no findings' : counted(findings.length, 'finding');
  const head = [`## Waymark: ${title}`, ...(groups.length > 0 ? [`**${counts}**`] : []), ...notes.map(plain)];
  let room = LONGEST - head.join('').length;
  const sections = groups.map(({ severity, own }, index) => {
    const rows: string[] = [];
    for (const row of own.map((named) => rowOf(named, report, addressOf))) {
      room -= row.length;
      if (room < 0) {
        break;
      }
      rows.push(row);
    }
    return sectionOf(severity, rows, own.length, index === 0);
  });
  return `${[...head, ...sections].join('\n\n')}\n`;
}

/**
 * Also no mention of a person or an issue: GitHub looks for those in what the Markdown has become, so it is not enough that
 * their signs are escaped. A letter of no width keeps the name apart.
 */
function plain(text: string): string {
  return escapeMarkdown(oneLine(text)).replace(/(&#64;|\\#)(?=[\w[])/g, '$1&#8203;');
}

function sectionOf(severity: Severity, rows: readonly string[], count: number, isOpen: boolean): string {
  const left = count - rows.length;
  return [
    `<details${isOpen ? ' open' : ''}><summary>${TITLES[severity]} (${count})</summary>`,
    '',
    ...(rows.length > 0 ? ['| Rule | Where | What |', '| --- | --- | --- |', ...rows, ''] : []),
    ...(left > 0 ? [`${left} more ${left === 1 ? 'is' : 'are'} left out here: \`waymark check\` shows all.`, ''] : []),
    '</details>',
  ].join('\n');
}

function rowOf(
  { finding }: NamedFinding,
  { range, pathOf }: FindingsReport,
  addressOf: (path: string, line: number) => string | undefined,
): string {
  const { code, message, place } = finding;
  const path = pathOf(place.path);
  const line = range(place).start.line + 1;
  const where = plain(`${path}:${line}`);
  const address = addressOf(path, line);
  const cell = address === undefined ? where : `[${where}](${address})`;
  return `| ${code} | ${cell} | ${plain(message)} |`;
}
