import { type Comparison, compareFindings, type KnownFinding } from '../core/findings/compareFindings';
import type { NamedFinding } from '../core/findings/fingerprint';
import { RULES } from '../core/findings/registry';
import type { Severity } from '../core/model/finding';
import { findingsJson } from '../core/report/findingsJson';
import { findingsMarkdown } from '../core/report/findingsMarkdown';
import { type FindingsReport, SEVERITIES } from '../core/report/findingsReport';
import { githubAnnotations } from '../core/report/githubAnnotations';
import { counted } from '../core/report/itemWords';
import { junit } from '../core/report/junit';
import { sarif } from '../core/report/sarif';
import type { Engine, EngineOptions } from '../engine/engine';
import { findingsAtMergeBase } from '../engine/findingsAt';
import { nameFindingsOf, rangesIn } from '../engine/findingTexts';
import { baselinePath, readBaselineFile, shownPath, writeBaselineFile } from './baselineFile';
import { type CommonOptions, EXIT, UsageError } from './commandLine';
import { findingsText } from './findingsText';
import { checkOutput, type OutputOptions, writeOutput } from './outputFile';
import { lineAddresses, reportPaths } from './reportAddresses';
import { jsonText, type Terminal } from './terminal';
import { VERSION } from './version';

export interface CheckOptions extends OutputOptions {
  readonly failOn: 'error' | 'warning' | 'information' | 'never';
  readonly only: readonly string[] | undefined;
  readonly except: readonly string[] | undefined;
  /** A branch, tag or hash. */
  readonly since: string | undefined;
  /** true: the option was given without a file. */
  readonly baseline: string | true | undefined;
  readonly writeBaseline: string | true | undefined;
}

/**
 * Refuses what cannot be done before anything is read.
 *
 * @throws {UsageError}
 */
export function checkUsage(folder: string, options: CommonOptions & CheckOptions): void {
  [...(options.only ?? []), ...(options.except ?? [])].forEach(mustBeCode);
  checkOutput(options);
  if (options.since !== undefined && !options.git) {
    throw new UsageError(
      '--since compares with a commit, which --no-git keeps from being read. Leave one of them out.',
    );
  }
  if (options.baseline !== undefined) {
    readBaselineFile(baselinePath(options.baseline, folder));
  }
}

/**
 * `waymark check`: the findings, and exit code 1 when one is bad enough.
 *
 * @implements WAY-32
 */
export async function runCheck(
  engine: Engine,
  options: CommonOptions & CheckOptions,
  terminal: Terminal,
  engineOptions: EngineOptions,
): Promise<number> {
  const chosen = engine.findings.all().filter(({ code }) => isChosen(code, options));
  const named = nameFindingsOf(engine, chosen);
  if (options.writeBaseline !== undefined) {
    const path = baselinePath(options.writeBaseline, engine.folder);
    writeBaselineFile(path, named);
    sayUnlessQuiet(`${shownPath(path)} lists ${counted(named.length, 'finding')} now.`, options, terminal);
    return EXIT.done;
  }
  const notes: string[] = [];
  const news = await withoutOld(
    withoutBaseline(named, engine, options, notes),
    engine,
    options,
    engineOptions,
    notes,
    terminal,
  );
  const report: FindingsReport = {
    findings: news,
    range: rangesIn(engine),
    pathOf: reportPaths(engine.folder),
    notes,
  };
  writeOutput(render(report, options, terminal), options, terminal);
  if (options.format !== 'text' || options.output !== undefined) {
    notes.forEach((note) => sayUnlessQuiet(note, options, terminal));
  }
  return news.some((each) => fails(each, options)) ? EXIT.findings : EXIT.done;
}

function render(report: FindingsReport, options: CommonOptions & CheckOptions, terminal: Terminal): string {
  switch (options.format) {
    case 'json':
      return `${jsonText(findingsJson(report))}\n`;
    case 'sarif':
      return `${jsonText(sarif(report, RULES, VERSION))}\n`;
    case 'github':
      return githubAnnotations(report, RULES);
    case 'markdown':
      return findingsMarkdown(report, lineAddresses(process.env));
    case 'junit':
      return junit(report, RULES, (named) => fails(named, options));
    default:
      return findingsText(report, terminal, options.quiet);
  }
}

/** Without what the baseline lists; says how much that is, and what of it is not found any more. */
function withoutBaseline(
  findings: readonly NamedFinding[],
  engine: Engine,
  options: CheckOptions,
  notes: string[],
): readonly NamedFinding[] {
  if (options.baseline === undefined) {
    return findings;
  }
  const path = baselinePath(options.baseline, engine.folder);
  const known = readBaselineFile(path).filter(({ code }) => isChosen(code, options));
  const { fresh, held, gone } = compareFindings(findings, known);
  if (held.length > 0) {
    notes.push(`${counted(held.length, 'finding')} held back by the baseline ${shownPath(path)}.`);
  }
  const { git } = engine.status;
  // Where history is missing, so are findings.
  if (gone.length > 0 && git.available && !git.shallow) {
    notes.push(goneWords(gone, shownPath(path)));
  }
  return fresh;
}

function goneWords(gone: readonly KnownFinding[], path: string): string {
  const [first] = gone;
  const which = first ? `${first.code} in ${first.path}` : '';
  const entries =
    gone.length === 1 ? `1 entry of the baseline ${path} is` : `${gone.length} entries of the baseline ${path} are`;
  const listed = gone.length === 1 ? which : `the first ${which}`;
  return `${entries} not found any more (${listed}): write the baseline anew with --write-baseline.`;
}

/** Without what was found already where the branch began. */
async function withoutOld(
  findings: readonly NamedFinding[],
  engine: Engine,
  { since, ...options }: CommonOptions & CheckOptions,
  engineOptions: EngineOptions,
  notes: string[],
  terminal: Terminal,
): Promise<readonly NamedFinding[]> {
  if (since === undefined) {
    return findings;
  }
  if (!engine.repository) {
    const { git } = engine.status;
    throw new UsageError(`--since needs the history: ${git.available ? '' : git.reason}`);
  }
  terminal.progress(`Reading the files as they were where ${since} was left`);
  const before = await findingsAtMergeBase(engine.repository, since, engineOptions);
  terminal.progress(undefined);
  if (typeof before === 'string') {
    throw new UsageError(before);
  }
  const old = before.findings.filter(({ code }) => isChosen(code, options));
  const { fresh, held }: Comparison = compareFindings(findings, old);
  if (held.length > 0) {
    const was = held.length === 1 ? 'was' : 'were';
    notes.push(
      `${counted(held.length, 'finding')} ${was} there at ${before.commit.slice(0, 10)} already, where this branch left ${since}.`,
    );
  }
  return fresh;
}

function sayUnlessQuiet(sentence: string, { quiet }: CommonOptions, terminal: Terminal): void {
  if (!quiet) {
    terminal.warn(sentence);
  }
}

/** A slip would make a gate that lets everything through. */
function mustBeCode(pattern: string): void {
  if (!RULES.some(({ code }) => matchesAny(code, [pattern]))) {
    throw new UsageError(`No finding has the code ${pattern}. Write one such as WM203, or WM2* for all that begin so.`);
  }
}

/** Whether what a rule finds is wanted. */
export function isChosen(code: string, { only, except }: Pick<CheckOptions, 'only' | 'except'>): boolean {
  return (only === undefined || matchesAny(code, only)) && (except === undefined || !matchesAny(code, except));
}

/** `WM203`, or `WM2*` for all that begin so, in any letter case. */
function matchesAny(code: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => {
    const wanted = pattern.toUpperCase();
    return wanted.endsWith('*') ? code.startsWith(wanted.slice(0, -1)) : code === wanted;
  });
}

function fails({ finding }: NamedFinding, { failOn }: CheckOptions): boolean {
  return isAtLeast(finding.severity, failOn);
}

function isAtLeast(severity: Severity, threshold: CheckOptions['failOn']): boolean {
  return threshold !== 'never' && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold);
}
