import { itemName, itemSummary } from '../core/report/itemWords';
import { ruleJson, ruleWords } from '../core/report/ruleWords';
import { outlookSentences } from '../core/report/outlookWords';
import { scoreJson, scoreSentences } from '../core/report/scoreWords';
import { scheduleJson } from '../core/report/scheduleJson';
import { traceJson } from '../core/report/traceJson';
import { ruleNamed } from '../core/findings/configuration';
import { slipsBetween, suggestId, suggestName } from '../core/findings/didYouMean';
import { RULES } from '../core/findings/registry';
import type { Rule } from '../core/findings/rule';
import { didYouMean } from '../core/findings/wording';
import type { WorkItem } from '../core/model/roadmap';
import { declaresItem } from '../engine/declaresItem';
import type { Engine } from '../engine/engine';
import { type CommonOptions, EXIT, UsageError } from './commandLine';
import { evidenceLines } from './evidenceLines';
import { locateIn } from '../engine/locate';
import { explainRelease } from './explainRelease';
import { section } from './section';
import type { Terminal } from './terminal';

export interface ExplainOptions {
  readonly rule: boolean;
}

/**
 * The rule that a name means. An item of that ID wins, unless `--rule` says otherwise: undefined then, and where there is no
 * such rule.
 *
 * @throws {UsageError} when it must be a rule and there is none
 */
export async function ruleToExplain(
  name: string,
  folder: string,
  options: CommonOptions & ExplainOptions,
): Promise<Rule | undefined> {
  const rule = ruleNamed(name, RULES);
  if (rule) {
    return options.rule || !(await declaresItem(folder, options.roadmap, name)) ? rule : undefined;
  }
  if (options.rule || LIKE_A_CODE.test(name)) {
    const isItem = !options.rule && (await declaresItem(folder, options.roadmap, name));
    if (!isItem) {
      throw new UsageError(`There is no rule ${name}.${didYouMean(similarRule(name))}`);
    }
  }
  return undefined;
}

const LIKE_A_CODE = /^wm\d+$/i;

function similarRule(name: string): string | undefined {
  const digits = /^(?:wm)?(\d+)$/i.exec(name)?.[1];
  return digits === undefined
    ? suggestName(
        name.toLowerCase(),
        RULES.map((rule) => rule.name),
      )
    : similarCodes(`WM${digits}`);
}

/** Codes are all alike, so there may be several: `WM203 or WM210`. */
function similarCodes(code: string): string | undefined {
  const codes = RULES.map((rule) => rule.code);
  const near = codes.filter((known) => slipsBetween(known, code) <= 1);
  const family = codes.filter((known) => known.slice(0, 3) === code.slice(0, 3));
  const likely = near.length > 0 && near.length <= 3 ? near : family;
  return likely.length === 0 ? undefined : [likely.slice(0, -1).join(', '), likely.at(-1)].filter(Boolean).join(' or ');
}

/** `waymark explain CODE`: what a rule finds, why, and what to do about it. */
export function explainRule(rule: Rule, options: CommonOptions, terminal: Terminal): number {
  if (options.format === 'json') {
    terminal.printJson(ruleJson(rule));
    return EXIT.done;
  }
  const { heading, paragraphs } = ruleWords(rule);
  const [subtitle = '', ...rest] = paragraphs.map((paragraph) => terminal.wrap(paragraph, 0).join('\n'));
  const head = `${terminal.style('bold', terminal.fit(heading))}\n${terminal.style('dim', subtitle)}`;
  terminal.print(`${[head, ...rest].join('\n\n')}\n`);
  return EXIT.done;
}

/** `waymark explain ID`: everything known of one item or release, and the rule behind every link. */
export function runExplain(id: string, engine: Engine, options: CommonOptions, terminal: Terminal): number {
  const { trace, findings } = engine;
  const item = trace.plan.findWork(id);
  const release = item ? undefined : trace.plan.findRelease(id);
  if (release) {
    return explainRelease(release, engine, options, terminal);
  }
  if (!item) {
    throw new UsageError(`No roadmap declares ${id}.${didYouMean(suggestId(id, trace.plan) ?? similarRule(id))}`);
  }
  const rule = ruleNamed(id, RULES);
  if (rule && !options.quiet) {
    terminal.warn(`${id} names a rule too: \`waymark explain ${rule.code} --rule\` explains that.`);
  }
  const outlook = { today: engine.today, holidays: engine.holidays, planHistory: engine.knownFacts.planHistory };
  if (options.format === 'json') {
    const { schemaVersion, items } = traceJson(trace, engine.status, locateIn(engine));
    const entry = items.find(({ id: known }) => known === item.id);
    const planned = { ...scheduleJson(item, trace.plan, outlook), score: scoreJson(item, trace.plan) };
    terminal.printJson({ schemaVersion, item: entry && { ...entry, ...planned } });
    return EXIT.done;
  }
  const score = scoreSentences(item, trace.plan);
  const ahead = outlookSentences(item, trace.plan, outlook);
  const { line } = locateIn(engine)({ path: item.path, span: item.headline });
  const rejected = rejectedLines(item, engine);
  const lines = [
    terminal.style('bold', terminal.fit(itemName(item))),
    terminal.fit(`${item.path}:${line + 1}`),
    ...terminal.wrap(itemSummary(item, trace, engine.today), 0),
    ...(item.description === undefined ? [] : terminal.wrap(item.description, 0)),
    ...(score.length > 0 ? section('Score', score, terminal) : []),
    ...(ahead.length > 0 ? section('Ahead', ahead, terminal) : []),
    ...section('Linked', evidenceLines(engine, item, true), terminal),
    ...(rejected.length > 0 ? section('Rejected links', rejected, terminal) : []),
    ...section(
      'Findings',
      findings.factsOf(item).map((finding) => `${finding.code} ${finding.message}`),
      terminal,
    ),
  ];
  terminal.print(`${lines.join('\n')}\n`);
  return EXIT.done;
}

/** What the roadmap rejects, and where it says so: such links are not listed. */
function rejectedLines(item: WorkItem, engine: Engine): string[] {
  return item.verdicts
    .filter(({ accepted }) => !accepted)
    .map((verdict) => {
      const { written, where, path } = verdict;
      const words = where === undefined ? `${written} anywhere` : `${written} in ${where}`;
      return `${words}  (${path}:${locateIn(engine)(verdict).line + 1})`;
    });
}
