import { codeIndexOf } from '../codeHistory/codeIndex';
import type { Day } from '../model/calendar';
import type { Finding, Severity } from '../model/finding';
import type { Item } from '../model/roadmap';
import { holidaysOf } from '../planning/holidays';
import type { Plan } from '../trace/plan';
import type { ReadonlyTrace, TraceChange } from '../trace/trace';
import { readRuleConfiguration, type RuleConfiguration, type RuleSettings } from './configuration';
import { DraftMemories } from './draftMemory';
import type { FactName, Facts } from './facts';
import { itemsMentioned, neighbourhoodOf } from './neighbourhood';
import { oneOfEachFact } from './oneOfEachFact';
import { type ItemChange, itemChange, NO_CHANGE } from './planChange';
import { idsReached, REACHES } from './reaches';
import { Round } from './round';
import { RULES } from './registry';
import { unsoundSuppression } from './rules/roadmap/wm110UnsoundSuppression';
import type { Rule, Threshold } from './rule';
import { ShownFindings } from './shownFindings';
import { type Looking, Walk } from './walk';
import { withWishes } from './wishes';

export type { RuleConfiguration };

/** What findings depend on beside the trace. */
export interface Circumstances {
  readonly today: Day;
  /** False without git, and where the history is cut off: the absence of a commit then proves nothing. */
  readonly historyKnown: boolean;
  /** Days on which nobody works, beside weekends; undefined: none are named. */
  readonly holidays?: ReadonlySet<Day> | undefined;
  /** undefined: nothing of them is known. */
  readonly facts?: Facts;
}

const NO_FACTS: Facts = {};
const NO_PATHS: ReadonlySet<string> = new Set();

/** Yields after each step, and returns the paths whose findings are other ones. */
export type Steps = Generator<void, ReadonlySet<string>>;

/** The findings on a trace, kept up to date. */
export interface Findings {
  /**
   * Looks again at what a change can affect: of the plan's items those around the ones that are other objects. Everything is
   * looked at the first time, and when the day, the holidays, `historyKnown`, or what roadmaps say beside their items is
   * another; a fact that is another object concerns the rules that need it.
   *
   * @returns the paths whose findings are other ones now
   */
  update(change: TraceChange, circumstances: Circumstances): ReadonlySet<string>;
  /**
   * The same in small steps, between which others may have their turn. The trace must not change until the last of them,
   * nor may another update begin.
   */
  updateInSteps(change: TraceChange, circumstances: Circumstances): Steps;
  /** Sorted by path, then by place; takes longer, the more there are. */
  all(): readonly Finding[];
  /** At once, however many there are. */
  countOf(severity: Severity): number;
  /** Sorted by place. */
  ofPath(path: string): readonly Finding[];
  /** Of the item with this ID or alias, wherever they stand. */
  ofItem(id: string): readonly Finding[];
  /** The same, and only one end of what is told at both: as many as there are facts. Sorted by place. */
  factsOf(item: Item): readonly Finding[];
  /** How many those are: at once, where the item's findings are the same as at the last time. */
  factCountOf(item: Item): number;
  /**
   * Facts that rules look at which are not off, as roadmaps and settings are at the last update.
   *
   * @param isAsked whether anybody wants to know what the rule with this code finds
   */
  neededFacts(isAsked: (code: string) => boolean): ReadonlySet<FactName>;
  /** What roadmaps and settings say of a rule's threshold, or its default, at the last update. */
  valueOf(threshold: Threshold): number;
  /** A sentence for each thing in the configuration that makes no sense and is left at its default. */
  readonly configurationProblems: readonly string[];
}

/** Nothing is found before the first {@link Findings.update}. */
export function createFindings(
  trace: ReadonlyTrace,
  rules: readonly Rule[],
  configuration: RuleConfiguration = {},
): Findings {
  return new Evaluation(trace, rules, readRuleConfiguration(configuration, rules));
}

class Evaluation implements Findings {
  private readonly findings: ShownFindings;
  private readonly walk: Walk;
  /** Those that are not off, by what the plan says of them now. */
  private rules: readonly Rule[] = [];
  private settings: RuleSettings;
  /** Days on which nobody works by anybody's word. */
  private holidays: ReadonlySet<Day> = new Set();
  /** The plan that was looked at last; undefined: nothing was. */
  private plan: Plan | undefined;
  private circumstances: Circumstances | undefined;
  private readonly memories = new DraftMemories();
  /** Rules whose premise did not hold. */
  private silent: ReadonlySet<Rule> = new Set();

  constructor(
    private readonly trace: ReadonlyTrace,
    private readonly allRules: readonly Rule[],
    private readonly ownSettings: RuleSettings,
  ) {
    this.settings = ownSettings;
    this.findings = new ShownFindings(trace);
    this.walk = new Walk(trace, this.findings);
  }

  /** Those that a person may name, also where only some are asked. */
  private get knownRules(): readonly Rule[] {
    return this.allRules.length < RULES.length ? RULES : this.allRules;
  }

  get configurationProblems(): readonly string[] {
    return this.ownSettings.problems;
  }

  update(change: TraceChange, circumstances: Circumstances): ReadonlySet<string> {
    const steps = this.updateInSteps(change, circumstances);
    for (;;) {
      const step = steps.next();
      if (step.done) {
        return step.value;
      }
    }
  }

  *updateInSteps(change: TraceChange, circumstances: Circumstances): Steps {
    const former = this.circumstances;
    // In a repository without a commit, as in none, nothing can have been committed.
    const historyKnown = circumstances.historyKnown && this.trace.commitCount > 0;
    const current = { ...circumstances, historyKnown };
    this.circumstances = current;
    const changed = new Set<string>();
    for (const paths of this.lookAgain(change, former, current)) {
      paths.forEach((path) => changed.add(path));
      yield;
    }
    // Places move along with their text, so a finding may be the same and yet stand on another line.
    this.findings.store.addPathsSpeakingOf(change.roadmaps, changed);
    return changed;
  }

  all(): readonly Finding[] {
    return this.findings.store.all();
  }

  countOf(severity: Severity): number {
    return this.findings.store.countOf(severity);
  }

  ofPath(path: string): readonly Finding[] {
    return this.findings.store.ofPath(path);
  }

  ofItem(id: string): readonly Finding[] {
    return this.findings.store.ofItem(this.trace.plan.find(id)?.id ?? id);
  }

  factsOf({ id, path }: Item): readonly Finding[] {
    return oneOfEachFact(this.ofItem(id), path);
  }

  factCountOf({ id, path, kind }: Item): number {
    const { plan } = this.trace;
    // Asked of all items after each change, and nearly every one answers for its ID itself.
    const isFound = kind === 'release' || plan.isContested(id);
    return this.findings.store.factCountOf((isFound ? plan.find(id)?.id : undefined) ?? id, path);
  }

  neededFacts(isAsked: (code: string) => boolean): ReadonlySet<FactName> {
    const asked = this.rules.filter(({ code }) => isAsked(code));
    // Whether a comment ignores anything shows only when its rules were asked.
    const named = asked.some(({ code }) => code === unsoundSuppression.code)
      ? this.rules.filter((rule) => this.findings.suppressions.name(rule))
      : [];
    return new Set([...asked, ...named].flatMap(({ needs = [], uses = [] }) => [...needs, ...uses]));
  }

  valueOf(threshold: Threshold): number {
    return this.settings.valueOf(threshold);
  }

  private *lookAgain(change: TraceChange, former: Circumstances | undefined, now: Circumstances): Looking {
    const { plan: before } = this;
    const { plan } = this.trace;
    const items = !before || before === plan ? NO_CHANGE : itemChange(before, plan);
    this.plan = plan;
    const isOther =
      former?.today !== now.today || former.historyKnown !== now.historyKnown || former.holidays !== now.holidays;
    const haveOthersExpired = this.findings.followSuppressions(this.knownRules, now.today);
    const isKnown = before && items && !isOther && !haveOthersExpired;
    if (!isKnown) {
      this.readPlanSettings(now);
    }
    const round = this.roundOf(this.rules, now);
    if (!isKnown) {
      this.silent = round.silent;
      this.memories.forget();
      yield* this.walk.begin(round);
      yield* this.walk.checkAll(round);
    } else {
      const rules = this.rulesToAskAgain(former.facts, now.facts, round.silent);
      this.silent = round.silent;
      if (rules.length > 0) {
        yield* this.walk.checkAll(this.roundOf(rules, now));
      }
      yield* this.lookAround(change, before, items, round, now);
    }
    yield this.judgeSuppressions(round);
  }

  private judgeSuppressions(round: Round): readonly string[] {
    const rule = this.rules.find(({ code }) => code === unsoundSuppression.code);
    return this.findings.judgeSuppressions(
      rule ? this.settings.severityOf(rule) : 'off',
      (asked) => this.rules.includes(asked) && round.canJudge(asked),
    );
  }

  /** What roadmaps say of rules and holidays is another only where everything is looked at. */
  private readPlanSettings(circumstances: Circumstances): void {
    const { plan } = this.trace;
    this.settings = withWishes(this.ownSettings, plan.roadmaps, this.allRules);
    this.rules = this.allRules.filter((rule) => this.settings.severityOf(rule) !== 'off');
    this.holidays = holidaysOf(plan, circumstances.holidays);
  }

  /** Those that look at a fact that is another object, also where it is not known any more, and those whose premise turned. */
  private rulesToAskAgain(former: Facts = NO_FACTS, now: Facts = NO_FACTS, silent: ReadonlySet<Rule>): Rule[] {
    const isOther = (name: FactName) => former[name] !== now[name];
    return this.rules.filter(
      (rule) =>
        silent.has(rule) !== this.silent.has(rule) ||
        (rule.needs ?? []).some(isOther) ||
        (rule.uses ?? []).some(isOther),
    );
  }

  private roundOf(rules: readonly Rule[], circumstances: Circumstances): Round {
    const { trace, settings, holidays, knownRules, memories } = this;
    const { suppressions } = this.findings;
    const current = { ...circumstances, holidays };
    return new Round(trace, settings, current, rules, knownRules, suppressions, memories, rules === this.rules);
  }

  private filesChangedFor(names: ReadonlySet<string>): ReadonlySet<string> {
    const { codeHistory } = this.circumstances?.facts ?? NO_FACTS;
    return codeHistory ? codeIndexOf(codeHistory, this.trace.plan).filesChangedFor(names) : NO_PATHS;
  }

  /** Only what the change can affect. */
  private *lookAround(change: TraceChange, before: Plan, items: ItemChange, round: Round, now: Circumstances): Looking {
    const { walk, trace } = this;
    const ids = itemsMentioned(change.ids, trace.plan);
    const paths = new Set(change.files);
    const mentions = new Set(change.ids);
    const isOtherPlan = trace.plan !== before;
    if (isOtherPlan) {
      if (items.come.some((item) => items.gone.includes(item))) {
        // An item that is named by its title has another name, and is the same object.
        this.memories.forget();
      }
      const around = neighbourhoodOf(items, before, trace);
      const { itemIds, files } = this.findings.guesses.affectedBy(around, trace.plan);
      [...around.items, ...itemIds].forEach((id) => ids.add(id));
      [...around.files, ...files].forEach((path) => paths.add(path));
      around.mentions.forEach((mention) => mentions.add(mention));
      this.filesChangedFor(around.names).forEach((path) => paths.add(path));
      yield* walk.checkPlan(round);
      yield* this.followReaches(before, ids, now);
    }
    yield* walk.checkItems(ids, round);
    yield* walk.checkFiles(paths, round);
    if (walk.followUnknownIds(mentions, isOtherPlan)) {
      yield walk.checkUnknownInHistory(round);
    }
  }

  /** Where a change goes beyond the items around it, whose IDs are given, just the rules that look that far. */
  private *followReaches(then: Plan, ids: ReadonlySet<string>, now: Circumstances): Looking {
    for (const reach of REACHES) {
      const rules = this.rules.filter((rule) => rule.scope === 'item' && rule.reachedBy === reach);
      const calendar = { ...now, holidays: this.holidays };
      const reached = rules.length > 0 ? idsReached(reach, then, this.trace.plan, calendar) : [];
      const others = reached.filter((id) => !ids.has(id));
      if (others.length > 0) {
        yield* this.walk.checkItems(others, this.roundOf(rules, now));
      }
    }
  }
}
