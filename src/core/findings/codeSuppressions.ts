import { t } from '../words/t';
import { formatDayShort, type Day } from '../model/calendar';
import type { Finding } from '../model/finding';
import type { CodeSuppression } from '../model/marks';
import type { Place } from '../model/span';
import { passedDeadline } from '../planning/passedDeadline';
import type { ReadonlyTrace } from '../trace/trace';
import { ruleNamed } from './configuration';
import { suggestName } from './didYouMean';
import type { Draft, Rule } from './rule';
import { didYouMean, listing } from './wording';

const NONE: readonly CodeSuppression[] = [];

/** What comments in code and in roadmaps say to ignore, on one day. */
export class CodeSuppressions {
  private readonly ofRoadmaps: ReadonlyMap<string, readonly CodeSuppression[]>;

  constructor(
    private readonly trace: ReadonlyTrace,
    private readonly rules: readonly Rule[],
    private readonly today: Day,
  ) {
    this.ofRoadmaps = new Map(
      trace.plan.roadmaps.flatMap(({ path, suppressions }) => (suppressions ? [[path, suppressions] as const] : [])),
    );
  }

  /** Whether nothing is ignored anywhere. */
  get areNone(): boolean {
    return this.ofRoadmaps.size + this.trace.suppressing.size === 0;
  }

  /** Whether what the rule finds there is accepted. */
  covers(code: string, { path, span }: Place): boolean {
    return this.of(path).some((each) => this.isAbout(each, code, span.start) && !this.isExpired(each));
  }

  /**
   * What is wrong with those of a file.
   *
   * @param hidden what they accept there
   * @param isAsked false for a rule that could not judge, so that nobody knows whether there is anything to ignore
   */
  faultsOf(path: string, hidden: readonly Finding[], isAsked: (rule: Rule) => boolean): Draft[] {
    return this.of(path).flatMap((each) => {
      const at = (span: Place['span'], message: string, suggestion?: string): Draft => ({
        message,
        place: { path, span },
        item: undefined,
        related: [],
        ...(suggestion !== undefined && { suggestion }),
      });
      const unknown = each.rules.filter(({ name }) => ruleNamed(name, this.rules) === undefined);
      const faults = unknown.map(({ name, span }) => {
        const near = suggestName(
          name,
          this.rules.flatMap((rule) => [rule.code, rule.name]),
        );
        return at(span, t('There is no rule "{0}" to ignore.', name) + didYouMean(near), near);
      });
      const fault = this.faultOf(each, hidden, isAsked);
      return fault === undefined ? faults : [...faults, at(each.span, fault)];
    });
  }

  private faultOf(
    each: CodeSuppression,
    hidden: readonly Finding[],
    isAsked: (rule: Rule) => boolean,
  ): string | undefined {
    const known = each.rules.flatMap(({ name }) => ruleNamed(name, this.rules) ?? []);
    const codes = listing(known.map(({ code }) => code));
    if (each.rules.length === 0) {
      return t('This comment names no rule to ignore. Write `waymark-ignore WM203: reason`.');
    }
    if (each.until && this.isExpired(each)) {
      const { days, text } = each.until;
      const end = days ? formatDayShort(days.last, this.today) : text;
      return t('This comment ignores {0} until {1}, which has passed.', codes || t('a rule'), end);
    }
    if (each.reason === undefined) {
      return t('This comment ignores {0} without a reason.', codes || t('a rule'));
    }
    const idle = known.filter(
      (rule) =>
        isAsked(rule) &&
        !hidden.some(({ code, place }) => code === rule.code && this.isAbout(each, code, place.span.start)),
    );
    if (idle.length === 0) {
      return undefined;
    }
    const ignored = listing(idle.map(({ code }) => code));
    return each.covers
      ? t('This comment ignores {0}, but nothing of that is found on this line or the next.', ignored)
      : t('This comment ignores {0}, but nothing of that is found in this file.', ignored);
  }

  /** Names those that have expired, so that one can see whether they are other ones than before. */
  expired(): string {
    const said: string[] = [];
    for (const path of this.paths()) {
      for (const each of this.of(path)) {
        if (each.until && this.isExpired(each)) {
          said.push(`${path} ${each.until.text}`);
        }
      }
    }
    return said.sort().join('\n');
  }

  /** Whether any of them is about a rule. */
  name(rule: Rule): boolean {
    return this.paths().some((path) =>
      this.of(path).some(({ rules }) => rules.some(({ name }) => ruleNamed(name, this.rules) === rule)),
    );
  }

  /** Files with any. */
  paths(): string[] {
    return [...new Set([...this.ofRoadmaps.keys(), ...this.trace.suppressing])];
  }

  private of(path: string): readonly CodeSuppression[] {
    return this.ofRoadmaps.get(path) ?? this.trace.files.get(path)?.suppressions ?? NONE;
  }

  private isAbout({ rules, covers }: CodeSuppression, code: string, offset: number): boolean {
    return (
      (covers === undefined || (covers.start <= offset && offset <= covers.end)) &&
      rules.some(({ name }) => ruleNamed(name, this.rules)?.code === code)
    );
  }

  private isExpired({ until }: CodeSuppression): boolean {
    return until !== undefined && passedDeadline(until, this.trace.plan, this.today) !== undefined;
  }
}
