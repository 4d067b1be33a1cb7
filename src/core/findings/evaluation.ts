import type { Day } from '../model/calendar';
import type { Finding, Severity } from '../model/finding';
import type { WorkItem } from '../model/roadmap';
import { holidaysOf } from '../planning/holidays';
import type { UnknownId } from '../trace/evidence';
import type { ReadonlyTrace, TraceChange } from '../trace/trace';
import { readRuleConfiguration, type RuleConfiguration, type RuleSettings } from './configuration';
import { CodeSuppressions } from './codeSuppressions';
import type { FactName, Facts } from './facts';
import { Guesses } from './guesses';
import { neighbourhoodOf } from './neighbourhood';
import { idThen, type ItemChange, itemChange, type PlanSnapshot, snapshotOf } from './planChange';
import { Round } from './round';
import { RULES } from './registry';
import { unsoundSuppression } from './rules/roadmap/wm110UnsoundSuppression';
import type { Rule, Threshold } from './rule';
import { FindingStore } from './store';
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

/** Yields, after each step, the paths whose findings are other ones by it. */
type Looking = Generator<readonly string[]>;

const RULE = 'rule ';
const ITEM = 'item ';
const COMMENTS = 'comments ';
const FILE = 'file ';
const NO_CHANGE: ItemChange = { gone: [], come: [] };
const NO_ITEMS: readonly WorkItem[] = [];
const NO_FINDINGS: readonly Finding[] = [];

class Evaluation implements Findings {
  private readonly store = new FindingStore();
  /** Those that are not off, by what the plan says of them now. */
  private rules: readonly Rule[] = [];
  private settings: RuleSettings;
  /** Days on which nobody works by anybody's word. */
  private holidays: ReadonlySet<Day> | undefined;
  /** What is found, but accepted by a comment where it stands. */
  private readonly hidden = new FindingStore();
  private suppressions: CodeSuppressions | undefined;
  /** Those of {@link suppressions} whose end has come. */
  private expired = '';
  /** Paths whose {@link suppressions} were judged. */
  private judged: ReadonlySet<string> = new Set();
  private readonly unknownInHistory = new Map<string, UnknownId>();
  private readonly guesses = new Guesses();
  /** Every declaration of an ID, so that duplicates are looked at together. */
  private declarations = new Map<string, WorkItem[]>();
  /** The plan that was looked at last; undefined: nothing was. */
  private snapshot: PlanSnapshot | undefined;
  private circumstances: Circumstances | undefined;
  /** Rules whose premise did not hold. */
  private silent: ReadonlySet<Rule> = new Set();

  constructor(
    private readonly trace: ReadonlyTrace,
    private readonly allRules: readonly Rule[],
    private readonly ownSettings: RuleSettings,
  ) {
    this.settings = ownSettings;
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
    for (const path of this.store.pathsSpeakingOf(change.roadmaps)) {
      changed.add(path);
    }
    return changed;
  }

  all(): readonly Finding[] {
    return this.store.all();
  }

  countOf(severity: Severity): number {
    return this.store.countOf(severity);
  }

  ofPath(path: string): readonly Finding[] {
    return this.store.ofPath(path);
  }

  ofItem(id: string): readonly Finding[] {
    return this.store.ofItem(this.trace.plan.find(id)?.id ?? id);
  }

  neededFacts(isAsked: (code: string) => boolean): ReadonlySet<FactName> {
    const asked = this.rules.filter(({ code }) => isAsked(code));
    // Whether a comment ignores anything shows only when its rules were asked.
    const named = asked.some(({ code }) => code === unsoundSuppression.code)
      ? this.rules.filter((rule) => this.suppressions?.name(rule))
      : [];
    return new Set([...asked, ...named].flatMap(({ needs = [], uses = [] }) => [...needs, ...uses]));
  }

  valueOf(threshold: Threshold): number {
    return this.settings.valueOf(threshold);
  }

  private *lookAgain(change: TraceChange, former: Circumstances | undefined, now: Circumstances): Looking {
    const { snapshot } = this;
    const { plan } = this.trace;
    const items = !snapshot || snapshot.plan === plan ? NO_CHANGE : itemChange(snapshot, plan);
    if (snapshot?.plan !== plan) {
      this.snapshot = snapshotOf(plan);
    }
    const isOther =
      former?.today !== now.today || former.historyKnown !== now.historyKnown || former.holidays !== now.holidays;
    if (!snapshot || !items || isOther) {
      yield* this.lookAtEverything(now);
      yield this.judgeSuppressions(now);
      return;
    }
    if (this.followSuppressions(now)) {
      yield* this.lookAtEverything(now);
      yield this.judgeSuppressions(now);
      return;
    }
    const round = this.roundOf(this.rules, now);
    const rules = this.rulesToAskAgain(former.facts, now.facts, round.silent);
    this.silent = round.silent;
    if (rules.length > 0) {
      yield* this.checkAll(this.roundOf(rules, now));
    }
    yield* this.lookAround(change, snapshot, items, round);
    yield this.judgeSuppressions(now);
  }

  /** @returns whether others have expired than before, which concerns findings anywhere */
  private followSuppressions({ today }: Circumstances): boolean {
    this.suppressions = new CodeSuppressions(this.trace, this.knownRules, today);
    const { expired } = this;
    this.expired = this.suppressions.expired();
    return this.expired !== expired;
  }

  /** What is wrong with comments that say to ignore something, which shows when all else is found. */
  private judgeSuppressions(circumstances: Circumstances): readonly string[] {
    const rule = this.rules.find(({ code }) => code === unsoundSuppression.code);
    const severity = rule ? this.settings.severityOf(rule) : 'off';
    const round = this.roundOf(this.rules, circumstances);
    const isAsked = (asked: Rule) => this.rules.includes(asked) && round.canJudge(asked);
    const paths = severity === 'off' ? [] : (this.suppressions?.paths() ?? []);
    const gone = [...this.judged].filter((path) => !paths.includes(path));
    this.judged = new Set(paths);
    return [
      ...gone.flatMap((path) => this.store.replace(`${COMMENTS}${path}`, NO_FINDINGS)),
      ...paths.flatMap((path) => {
        const faults = this.suppressions?.faultsOf(path, this.hidden.ofPath(path), isAsked) ?? [];
        const findings = faults.flatMap((draft) =>
          severity === 'off' ? [] : [{ code: unsoundSuppression.code, severity, ...draft }],
        );
        return this.store.replace(`${COMMENTS}${path}`, findings);
      }),
    ];
  }

  private *lookAtEverything(circumstances: Circumstances): Looking {
    const { plan, files } = this.trace;
    // What roadmaps say of rules and holidays is another only where everything is looked at.
    this.settings = withWishes(this.ownSettings, plan.roadmaps, this.allRules);
    this.rules = this.allRules.filter((rule) => this.settings.severityOf(rule) !== 'off');
    this.holidays = holidaysOf(plan, circumstances.holidays);
    this.followSuppressions(circumstances);
    this.declarations = declarationsOf(plan.workItems);
    this.unknownInHistory.clear();
    for (const unknown of this.trace.unknownIds()) {
      if (unknown.evidence.commits.length > 0) {
        this.unknownInHistory.set(unknown.id, unknown);
      }
    }
    const asked = new Set(this.rules.map(({ code }) => `${RULE}${code}`));
    const isGone = (subject: string) =>
      (subject.startsWith(RULE) && !asked.has(subject)) ||
      (subject.startsWith(ITEM) && !this.declarations.has(subject.slice(ITEM.length))) ||
      (subject.startsWith(FILE) && !files.has(subject.slice(FILE.length)));
    const gone = [...this.store.subjects(), ...this.hidden.subjects()].filter(isGone);
    yield gone.flatMap((subject) => this.replace(subject, []));
    const round = this.roundOf(this.rules, circumstances);
    this.silent = round.silent;
    yield* this.checkAll(round);
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
    const { trace, settings, holidays, knownRules } = this;
    const suppressions = this.suppressions ?? new CodeSuppressions(trace, knownRules, circumstances.today);
    this.suppressions = suppressions;
    const current = { ...circumstances, holidays };
    return new Round(trace, settings, current, rules, knownRules, suppressions, rules === this.rules);
  }

  /** Only what the change can affect. */
  private *lookAround(change: TraceChange, snapshot: PlanSnapshot, items: ItemChange, round: Round): Looking {
    const ids = this.itemsMentioned(change.ids);
    const paths = new Set(change.files);
    const mentions = new Set(change.ids);
    if (this.snapshot !== snapshot) {
      this.followDeclarations(items, snapshot);
      const around = neighbourhoodOf(items, snapshot, this.trace);
      const { itemIds, files } = this.guesses.affectedBy(around, this.trace.plan);
      [...around.items, ...itemIds].forEach((id) => ids.add(id));
      [...around.files, ...files].forEach((path) => paths.add(path));
      around.mentions.forEach((mention) => mentions.add(mention));
      yield* this.checkPlan(round);
    }
    yield* this.checkItems(ids, round);
    yield* this.checkFiles(paths, round);
    const isOtherUnknown = this.noteUnknownInHistory(mentions);
    if (isOtherUnknown || (this.snapshot !== snapshot && this.unknownInHistory.size > 0)) {
      yield this.checkUnknownInHistory(round);
    }
  }

  private followDeclarations({ gone, come }: ItemChange, snapshot: PlanSnapshot): void {
    for (const item of gone) {
      const id = idThen(item, snapshot);
      const others = (this.declarations.get(id) ?? []).filter((other) => other !== item);
      if (others.length > 0) {
        this.declarations.set(id, others);
      } else {
        this.declarations.delete(id);
      }
    }
    come.forEach((item) => addTo(this.declarations, item.id, item));
  }

  /** IDs of the items that the mentions belong to, and of all that those are part of. */
  private itemsMentioned(mentioned: Iterable<string>): Set<string> {
    const { plan } = this.trace;
    const affected = new Set<WorkItem>();
    for (const id of mentioned) {
      for (
        let item = plan.findWork(id) ?? plan.findPadded(id);
        item && !affected.has(item);
        item = plan.parentOf(item)
      ) {
        affected.add(item);
      }
    }
    return new Set(Array.from(affected, (item) => item.id));
  }

  /** @returns whether any of the IDs is or was unknown and named by a commit */
  private noteUnknownInHistory(mentioned: Iterable<string>): boolean {
    let changed = false;
    for (const id of mentioned) {
      const unknown = this.trace.unknownId(id);
      changed = this.unknownInHistory.delete(id) || changed;
      if (unknown && unknown.evidence.commits.length > 0) {
        this.unknownInHistory.set(id, unknown);
        changed = true;
      }
    }
    return changed;
  }

  private *checkAll(round: Round): Looking {
    yield* this.checkPlan(round);
    yield* this.checkItems(this.declarations.keys(), round);
    yield* this.checkFiles(this.trace.files.keys(), round);
    yield this.checkUnknownInHistory(round);
  }

  private *checkPlan(round: Round): Looking {
    for (const rule of round.rules) {
      if (rule.scope === 'roadmap' || rule.scope === 'plan' || (rule.scope === 'item' && rule.checkOthers)) {
        yield this.replace(`${RULE}${rule.code}`, round.ofPlan(rule));
      }
    }
  }

  private *checkItems(ids: Iterable<string>, round: Round): Looking {
    for (const id of ids) {
      const findings = (this.declarations.get(id) ?? NO_ITEMS).map((item) => round.ofItem(item));
      const [first = NO_FINDINGS] = findings;
      yield this.replace(`${ITEM}${id}`, findings.length > 1 ? findings.flat() : first, round);
    }
  }

  private *checkFiles(paths: Iterable<string>, round: Round): Looking {
    for (const path of paths) {
      const file = this.trace.files.get(path);
      this.guesses.noteFile(path, file);
      yield this.replace(`${FILE}${path}`, file ? round.ofFile(file) : NO_FINDINGS, round);
    }
  }

  private checkUnknownInHistory(round: Round): string[] {
    const unknownIds = [...this.unknownInHistory.values()];
    return round.rules.flatMap((rule) =>
      rule.scope === 'unknownInHistory'
        ? this.replace(`${RULE}${rule.code}`, round.ofUnknownInHistory(rule, unknownIds))
        : [],
    );
  }

  /** @param round where it asks some rules only, what others found stays */
  private replace(subject: string, findings: readonly Finding[], round?: Round): readonly string[] {
    const isOfAll = round === undefined || round.isOfAllRules;
    const former = isOfAll ? NO_FINDINGS : [...this.store.of(subject), ...this.hidden.of(subject)];
    const kept = former.filter((finding) => !round?.asks(finding));
    const all = kept.length > 0 ? [...kept, ...findings].sort(byCode) : findings;
    this.guesses.note(subject, all);
    const hidden = all.filter(({ code, place }) => this.suppressions?.covers(code, place));
    this.hidden.replace(subject, hidden);
    return this.store.replace(subject, hidden.length === 0 ? all : all.filter((finding) => !hidden.includes(finding)));
  }
}

/** Stable, so that what one rule finds stays in its order. */
function byCode(a: Finding, b: Finding): number {
  return a.code < b.code ? -1 : Number(a.code > b.code);
}

function declarationsOf(items: readonly WorkItem[]): Map<string, WorkItem[]> {
  const declarations = new Map<string, WorkItem[]>();
  items.forEach((item) => addTo(declarations, item.id, item));
  return declarations;
}

function addTo<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) {
    list.push(value);
  } else {
    lists.set(key, [value]);
  }
}
