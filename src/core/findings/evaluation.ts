import type { Day } from '../model/calendar';
import type { Finding, Severity } from '../model/finding';
import type { Item, WorkItem } from '../model/roadmap';
import type { UnknownId } from '../trace/evidence';
import type { ReadonlyTrace, TraceChange } from '../trace/trace';
import { readRuleConfiguration, type RuleConfiguration, type RuleSettings } from './configuration';
import type { Facts } from './facts';
import type { Draft, Rule, TraceContext } from './rule';
import { FindingStore } from './store';
import { isIgnored } from './suppression';

export type { RuleConfiguration };

/** What findings depend on beside the trace. */
export interface Circumstances {
  readonly today: Day;
  /** False without git, and where the history is cut off: the absence of a commit then proves nothing. */
  readonly historyKnown: boolean;
  /** Days on which nobody works, beside weekends; undefined: none are named. */
  readonly holidays?: ReadonlySet<Day>;
  /** undefined: nothing of them is known. */
  readonly facts?: Facts;
}

const NO_HOLIDAYS: ReadonlySet<Day> = new Set();
const NO_FACTS: Facts = {};

/** Yields after each step, and returns the paths whose findings are other ones. */
export type Steps = Generator<void, ReadonlySet<string>>;

/** The findings on a trace, kept up to date. */
export interface Findings {
  /**
   * Looks again at what a change can affect, and at everything when the plan, the day or `historyKnown` is another one.
   * The first call looks at everything, whatever the change says.
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

type RuleOf<Scope extends Rule['scope']> = Extract<Rule, { scope: Scope }>;

class Evaluation implements Findings {
  private readonly store = new FindingStore();
  private readonly rules: readonly Rule[];
  private readonly unknownInHistory = new Map<string, UnknownId>();
  /** Every declaration of an ID, so that duplicates are looked at together. */
  private declarations: ReadonlyMap<string, readonly WorkItem[]> = new Map();
  private circumstances: Circumstances | undefined;

  constructor(
    private readonly trace: ReadonlyTrace,
    rules: readonly Rule[],
    private readonly settings: RuleSettings,
  ) {
    this.rules = rules.filter((rule) => settings.severityOf(rule) !== 'off');
  }

  get configurationProblems(): readonly string[] {
    return this.settings.problems;
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
    const everything =
      change.plan ||
      former?.today !== current.today ||
      former.historyKnown !== historyKnown ||
      former.holidays !== current.holidays ||
      former.facts !== current.facts;
    this.circumstances = current;
    const changed = new Set<string>();
    for (const paths of everything ? this.checkEverything(current) : this.checkAffected(change, current)) {
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

  private *checkEverything(circumstances: Circumstances): Generator<readonly string[]> {
    const { plan, files } = this.trace;
    this.declarations = declarationsOf(plan.workItems);
    this.unknownInHistory.clear();
    for (const unknown of this.trace.unknownIds()) {
      if (unknown.evidence.commits.length > 0) {
        this.unknownInHistory.set(unknown.id, unknown);
      }
    }
    const gone = [
      ...this.store.subjects('item ').filter((subject) => !this.declarations.has(subject.slice('item '.length))),
      ...this.store.subjects('file ').filter((subject) => !files.has(subject.slice('file '.length))),
    ];
    yield gone.flatMap((subject) => this.store.replace(subject, []));
    yield* this.checkPlan(circumstances);
    yield* this.checkItems(this.declarations.keys(), circumstances);
    yield* this.checkFiles(files.keys(), circumstances);
    yield this.checkUnknownInHistory(circumstances);
  }

  private *checkAffected({ ids, files }: TraceChange, circumstances: Circumstances): Generator<readonly string[]> {
    yield* this.checkItems(this.affectedItems(ids), circumstances);
    yield* this.checkFiles(files, circumstances);
    if (this.noteUnknownInHistory(ids)) {
      yield this.checkUnknownInHistory(circumstances);
    }
  }

  /** IDs of the items that the mentions belong to, and of all that those are part of. */
  private affectedItems(mentioned: Iterable<string>): Set<string> {
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

  private *checkPlan(circumstances: Circumstances): Generator<readonly string[]> {
    const { plan } = this.trace;
    const context = this.contextOf(circumstances);
    for (const rule of this.rulesOf('roadmap', circumstances)) {
      const drafts = plan.roadmaps.flatMap((roadmap) => [...rule.check(roadmap, context)]);
      yield this.store.replace(`rule ${rule.code}`, this.finish(rule, drafts, circumstances));
    }
    for (const rule of this.rulesOf('plan', circumstances)) {
      const drafts = rule.check(plan, context);
      yield this.store.replace(`rule ${rule.code}`, this.finish(rule, drafts, circumstances));
    }
  }

  private *checkItems(ids: Iterable<string>, circumstances: Circumstances): Generator<readonly string[]> {
    const rules = this.rulesOf('item', circumstances);
    const context = this.contextOf(circumstances);
    for (const id of ids) {
      const findings = (this.declarations.get(id) ?? []).flatMap((item) => {
        const evidence = this.trace.evidenceOf(item);
        return rules.flatMap((rule) => this.finish(rule, rule.check(item, evidence, context), circumstances, item));
      });
      yield this.store.replace(`item ${id}`, findings);
    }
  }

  private *checkFiles(paths: Iterable<string>, circumstances: Circumstances): Generator<readonly string[]> {
    const rules = this.rulesOf('file', circumstances);
    const context = this.contextOf(circumstances);
    for (const path of paths) {
      const file = this.trace.files.get(path);
      const findings = file ? rules.flatMap((rule) => this.finish(rule, rule.check(file, context), circumstances)) : [];
      yield this.store.replace(`file ${path}`, findings);
    }
  }

  private checkUnknownInHistory(circumstances: Circumstances): string[] {
    const unknownIds = [...this.unknownInHistory.values()];
    const context = this.contextOf(circumstances);
    return this.rulesOf('unknownInHistory', circumstances).flatMap((rule) => {
      const drafts = rule.check(unknownIds, context);
      return this.store.replace(`rule ${rule.code}`, this.finish(rule, drafts, circumstances));
    });
  }

  /** Leaves out what the roadmap says to ignore, and gives the rest its code and severity. */
  private finish(rule: Rule, drafts: Iterable<Draft>, { today }: Circumstances, checked?: WorkItem): Finding[] {
    const severity = this.settings.severityOf(rule);
    const findings: Finding[] = [];
    for (const draft of drafts) {
      const item: Item | undefined =
        checked ?? (draft.item === undefined ? undefined : this.trace.plan.find(draft.item));
      if (severity !== 'off' && !(item && isIgnored(item, rule, today))) {
        findings.push({ code: rule.code, severity, ...draft });
      }
    }
    return findings;
  }

  private contextOf(circumstances: Circumstances): TraceContext {
    const { trace, settings } = this;
    const { today, historyKnown, holidays = NO_HOLIDAYS, facts = NO_FACTS } = circumstances;
    const setting: TraceContext['setting'] = (threshold) => settings.valueOf(threshold);
    return { trace, plan: trace.plan, today, historyKnown, holidays, facts, setting };
  }

  private rulesOf<Scope extends Rule['scope']>(scope: Scope, { facts = NO_FACTS }: Circumstances): RuleOf<Scope>[] {
    return this.rules.filter(
      (rule): rule is RuleOf<Scope> =>
        rule.scope === scope && (rule.needs ?? []).every((name) => facts[name] !== undefined),
    );
  }
}

function declarationsOf(items: readonly WorkItem[]): ReadonlyMap<string, readonly WorkItem[]> {
  const declarations = new Map<string, WorkItem[]>();
  for (const item of items) {
    const known = declarations.get(item.id);
    if (known) {
      known.push(item);
    } else {
      declarations.set(item.id, [item]);
    }
  }
  return declarations;
}
