import { ruleSection } from '../findings/reference';
import { type NamedFinding, numbered } from '../findings/fingerprint';
import type { Rule } from '../findings/rule';
import type { Severity } from '../model/finding';
import type { Place } from '../model/span';
import { type FindingsReport, relatedCommits, relatedPlaces } from './findingsReport';
import { wellFormed } from './oneLine';
import { plainMarkdown } from './plainMarkdown';

type Level = 'error' | 'warning' | 'note';

const LEVELS: Readonly<Record<Severity, Level>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** GitHub's own three words, which decide how an alert is shown. */
const PROBLEM_SEVERITIES: Readonly<Record<Level, string>> = {
  error: 'error',
  warning: 'warning',
  note: 'recommendation',
};

/** What GitHub shows of a description. */
const LONGEST_DESCRIPTION = 1024;

/**
 * Findings as a SARIF 2.1.0 log (OASIS standard), in the part of it that GitHub code scanning reads. All rules are in it, those
 * that found nothing too, so that a reader sees what was looked for.
 *
 * The fingerprint has a name of its own: under `primaryLocationLineHash` GitHub's upload puts its own hash of the line, and
 * warns of every result that brings another one.
 *
 * @param version of Waymark
 */
export function sarif(report: FindingsReport, rules: readonly Rule[], version: string) {
  const names = numbered(report.findings);
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Waymark', version, rules: rules.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [ROOT]: { description: { text: "The repository's top folder." } } },
        results: report.findings.map((named, index) => resultOf(named, names[index] ?? '', report, rules)),
      },
    ],
  };
}

const ROOT = '%SRCROOT%';

function ruleOf(rule: Rule) {
  const { code, name, title, severity, documentation } = rule;
  const level = LEVELS[severity === 'off' ? 'hint' : severity];
  const { what, why, example, answer } = documentation;
  return {
    id: code,
    name: pascalCase(name),
    shortDescription: { text: title },
    fullDescription: { text: plainMarkdown(what).slice(0, LONGEST_DESCRIPTION) },
    help: {
      text: [what, `Why it matters: ${why}`, `Example: ${example}`, `What to do: ${answer}`]
        .map(plainMarkdown)
        .join('\n\n'),
      markdown: ruleSection(rule),
    },
    defaultConfiguration: { level, enabled: severity !== 'off' },
    properties: { tags: ['roadmap'], precision: 'high', 'problem.severity': PROBLEM_SEVERITIES[level] },
  };
}

function resultOf({ finding }: NamedFinding, fingerprint: string, report: FindingsReport, rules: readonly Rule[]) {
  const { code, severity, message, place, item } = finding;
  const related = relatedPlaces(finding);
  const commits = relatedCommits(finding);
  return {
    ruleId: code,
    ruleIndex: rules.findIndex((rule) => rule.code === code),
    level: LEVELS[severity],
    message: { text: withoutLinks(message) },
    locations: [{ physicalLocation: physicalLocation(place, report) }],
    ...(related.length > 0 && {
      relatedLocations: related.map((each, index) => ({
        id: index + 1,
        physicalLocation: physicalLocation(each.place, report),
        message: { text: withoutLinks(each.message) },
      })),
    }),
    partialFingerprints: { 'waymark/v1': fingerprint },
    ...((item !== undefined || commits.length > 0) && {
      properties: { ...(item !== undefined && { item }), ...(commits.length > 0 && { commits }) },
    }),
  };
}

function physicalLocation(place: Place, { range, pathOf }: FindingsReport) {
  const { start, end } = range(place);
  return {
    artifactLocation: artifactLocation(pathOf(place.path)),
    region: {
      startLine: start.line + 1,
      startColumn: start.column + 1,
      endLine: end.line + 1,
      endColumn: end.column + 1,
    },
  };
}

/** A reference by RFC 3986: a colon in the first part of a relative one would make that a scheme. */
function artifactLocation(path: string) {
  const encoded = wellFormed(path).split('/').map(encodeURIComponent).join('/');
  const drive = /^[A-Za-z]:/.test(path);
  return path.startsWith('/') || drive
    ? { uri: drive ? `file:///${path.slice(0, 2)}${encoded.slice(4)}` : `file://${encoded}` }
    : { uri: encoded, uriBaseId: ROOT };
}

/** Text of a workspace must not become a link: `[text](target)` is one in a SARIF message too. */
function withoutLinks(text: string): string {
  return text.replaceAll('](', '] (');
}

function pascalCase(name: string): string {
  return name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}
