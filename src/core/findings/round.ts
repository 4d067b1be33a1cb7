import type { Day } from '../model/calendar';
import type { Finding, Severity } from '../model/finding';
import type { FileMarks } from '../model/marks';
import type { Item, WorkItem } from '../model/roadmap';
import type { UnknownId } from '../trace/evidence';
import type { ReadonlyTrace } from '../trace/trace';
import type { CodeSuppressions } from './codeSuppressions';
import type { RuleSettings } from './configuration';
import type { DraftMemories } from './draftMemory';
import type { Circumstances } from './evaluation';
import type { Facts } from './facts';
import { demandOfFiles, profileOfFile } from './fileConcern';
import { demandOfItems, profileOfItem } from './itemConcern';
import { findingOf } from './judgedFinding';
import { RulesByProfile } from './profiles';
import type {
  Draft,
  FileRule,
  ItemRule,
  PlanContext,
  PlanRule,
  RoadmapRule,
  Rule,
  TraceContext,
  UnknownInHistoryRule,
} from './rule';
import { isIgnored } from './suppression';

const NO_HOLIDAYS: ReadonlySet<Day> = new Set();
const NO_FACTS: Facts = {};
const NO_FINDINGS: readonly Finding[] = [];

/** Some rules under the circumstances of one update: asks them, and makes findings of what they say. */
export class Round {
  private readonly context: TraceContext;
  private readonly codes: ReadonlySet<string>;
  /** Rules whose premise does not hold. */
  readonly silent: ReadonlySet<Rule>;
  private readonly itemRules: RulesByProfile<AskedRule<ItemRule>>;
  private readonly fileRules: RulesByProfile<AskedRule<FileRule>>;

  /**
   * @param knownRules those that a person may name
   * @param isOfAllRules so that what is asked has no other findings
   */
  constructor(
    private readonly trace: ReadonlyTrace,
    private readonly settings: RuleSettings,
    circumstances: Circumstances,
    readonly rules: readonly Rule[],
    knownRules: readonly Rule[],
    suppressions: CodeSuppressions,
    private readonly memories: DraftMemories,
    readonly isOfAllRules: boolean,
  ) {
    const { today, historyKnown, holidays = NO_HOLIDAYS, facts = NO_FACTS } = circumstances;
    const isIgnoredAt: TraceContext['isIgnoredAt'] = (code, place) => suppressions.covers(code, place);
    const setting: TraceContext['setting'] = (threshold) => settings.valueOf(threshold);
    this.context = {
      trace,
      plan: trace.plan,
      today,
      historyKnown,
      holidays,
      facts,
      rules: knownRules,
      setting,
      sameAsBefore: (_subject, _values, make) => make(),
      isIgnoredAt,
    };
    this.codes = new Set(rules.map(({ code }) => code));
    this.silent = new Set(rules.filter((rule) => rule.premise?.(this.context) === false));
    const asked = rules.filter((rule) => this.canJudge(rule));
    this.itemRules = new RulesByProfile(
      asked.filter((rule) => rule.scope === 'item').map((rule) => this.askedRule(rule)),
      ({ rule }) => demandOfItems(rule.concerns),
    );
    this.fileRules = new RulesByProfile(
      asked.filter((rule) => rule.scope === 'file').map((rule) => this.askedRule(rule)),
      ({ rule }) => demandOfFiles(rule.concerns),
    );
  }

  private askedRule<Asked extends Rule>(rule: Asked): AskedRule<Asked> {
    return { rule, check: rule.check, severity: this.settings.severityOf(rule) };
  }

  asks({ code }: Finding): boolean {
    return this.codes.has(code);
  }

  ofPlan(rule: PlanRule | RoadmapRule | ItemRule): readonly Finding[] {
    const { context } = this;
    const { plan } = context;
    if (!this.canJudge(rule)) {
      return NO_FINDINGS;
    }
    switch (rule.scope) {
      case 'plan': {
        const memory = this.memories.of(rule);
        memory.begin();
        const sameAsBefore: PlanContext['sameAsBefore'] = (...draft) => memory.sameAsBefore(...draft);
        return this.finished(this.askedRule(rule), rule.check(plan, { ...context, sameAsBefore }));
      }
      case 'roadmap':
        return plan.roadmaps.flatMap((roadmap) => this.finished(this.askedRule(rule), rule.check(roadmap, context)));
      case 'item':
        return this.finished(this.askedRule(rule), rule.checkOthers?.(plan, context) ?? []);
    }
  }

  ofItem(item: WorkItem): readonly Finding[] {
    const evidence = this.trace.evidenceOf(item);
    let findings = NO_FINDINGS;
    for (const asked of this.itemRules.of(profileOfItem(item, this.context.plan, evidence))) {
      const found = asked.check(item, evidence, this.context);
      if (found !== undefined) {
        findings = joined(findings, this.finished(asked, found, item));
      }
    }
    return findings;
  }

  /** Paths that a rule looks at although they may hold no mark. */
  unmarked(): Iterable<string> {
    return this.fileRules.rules.flatMap(({ rule }) => [...(rule.unmarked?.(this.context.facts) ?? [])]);
  }

  looksAtUnmarked(path: string): boolean {
    return this.fileRules.rules.some(({ rule }) => rule.unmarked?.(this.context.facts)?.has(path));
  }

  ofFile(file: FileMarks): readonly Finding[] {
    let findings = NO_FINDINGS;
    for (const asked of this.fileRules.of(profileOfFile(file, this.trace))) {
      const found = asked.check(file, this.context);
      if (found !== undefined) {
        findings = joined(findings, this.finished(asked, found));
      }
    }
    return findings;
  }

  ofUnknownInHistory(rule: UnknownInHistoryRule, unknownIds: readonly UnknownId[]): readonly Finding[] {
    return this.canJudge(rule)
      ? this.finished(this.askedRule(rule), rule.check(unknownIds, this.context))
      : NO_FINDINGS;
  }

  canJudge(rule: Rule): boolean {
    return !this.silent.has(rule) && (rule.needs ?? []).every((name) => this.context.facts[name] !== undefined);
  }

  /** Leaves out what the roadmap says to ignore, and gives the rest its code and severity. */
  private finished(asked: AskedRule<Rule>, found: Draft | Iterable<Draft>, checked?: WorkItem): readonly Finding[] {
    if ('message' in found) {
      const finding = this.findingOf(asked, found, checked);
      return finding ? [finding] : NO_FINDINGS;
    }
    let findings: Finding[] | undefined;
    for (const draft of found) {
      const finding = this.findingOf(asked, draft, checked);
      if (finding) {
        findings ??= [];
        findings.push(finding);
      }
    }
    return findings ?? NO_FINDINGS;
  }

  /** undefined: the roadmap says to ignore it. */
  private findingOf(asked: AskedRule<Rule>, draft: Draft, checked: WorkItem | undefined): Finding | undefined {
    return asked.rule.scope === 'plan'
      ? this.memories.findingOf(draft, () => this.judged(asked, draft, checked))
      : this.judged(asked, draft, checked);
  }

  private judged(
    { rule, severity }: AskedRule<Rule>,
    draft: Draft,
    checked: WorkItem | undefined,
  ): Finding | undefined {
    const item: Item | undefined =
      checked ?? (draft.item === undefined ? undefined : this.context.plan.find(draft.item));
    return severity === 'off' || (item && isIgnored(item, rule, this.context.today))
      ? undefined
      : findingOf(draft, rule.code, severity, item?.path);
  }
}

/**
 * A rule as a round asks it. All have one shape, so that what is done for each of thousands of items need not search each rule
 * for its parts.
 */
interface AskedRule<Asked extends Rule> {
  readonly rule: Asked;
  readonly check: Asked['check'];
  readonly severity: Severity | 'off';
}

/** Nearly all of these lists are empty. */
function joined(a: readonly Finding[], b: readonly Finding[]): readonly Finding[] {
  return b.length === 0 ? a : a.length === 0 ? b : [...a, ...b];
}
