import type { Day } from '../model/calendar';
import type { Finding, Severity } from '../model/finding';
import type { ReadonlyTrace } from '../trace/trace';
import { CodeSuppressions } from './codeSuppressions';
import { Guesses } from './guesses';
import { findingOf } from './judgedFinding';
import type { Round } from './round';
import type { Rule } from './rule';
import { unsoundSuppression } from './rules/roadmap/wm110UnsoundSuppression';
import type { SubjectKind } from './store';
import { FindingStore } from './store';

const NO_FINDINGS: readonly Finding[] = [];
const NO_PATHS: readonly string[] = [];

/** What is found, by what it was found in (see {@link FindingStore}), without what comments accept where it stands. */
export class ShownFindings {
  readonly store = new FindingStore();
  readonly guesses = new Guesses();
  /** What is found, but accepted. */
  private readonly hidden = new FindingStore();
  private current: CodeSuppressions;
  /** Those of the comments whose end has come. */
  private expired = '';
  /** Paths whose comments were judged. */
  private judged: ReadonlySet<string> = new Set();

  constructor(private readonly trace: ReadonlyTrace) {
    this.current = new CodeSuppressions(trace, [], 0);
  }

  /** What comments accept. */
  get suppressions(): CodeSuppressions {
    return this.current;
  }

  /** Names of what anything was found in. */
  subjects(kind: SubjectKind): string[] {
    return [...this.store.subjects(kind), ...this.hidden.subjects(kind)];
  }

  /**
   * Takes the comments as they are now.
   *
   * @param rules those that a comment may name
   * @returns whether others have expired than before, which concerns findings anywhere
   */
  followSuppressions(rules: readonly Rule[], today: Day): boolean {
    this.current = new CodeSuppressions(this.trace, rules, today);
    const { expired } = this;
    this.expired = this.current.expired();
    return this.expired !== expired;
  }

  /**
   * @param round where it asks some rules only, what others found stays
   * @returns the paths whose findings are other ones now
   */
  replace(kind: SubjectKind, name: string, findings: readonly Finding[], round?: Round): readonly string[] {
    const shown = this.store.of(kind, name);
    const accepted = this.hidden.of(kind, name);
    if (findings.length + shown.length + accepted.length === 0) {
      return NO_PATHS;
    }
    const former = round === undefined || round.isOfAllRules ? NO_FINDINGS : [...shown, ...accepted];
    const kept = former.filter((finding) => !round?.asks(finding));
    const all = kept.length > 0 ? [...kept, ...findings].sort(byCode) : findings;
    this.guesses.note(kind, name, all);
    const hidden = this.current.areNone ? NO_FINDINGS : all.filter((finding) => this.isAccepted(finding));
    if (hidden.length + accepted.length > 0) {
      this.hidden.replace(kind, name, hidden);
    }
    return this.store.replace(
      kind,
      name,
      hidden.length === 0 ? all : all.filter((finding) => !hidden.includes(finding)),
      shown,
    );
  }

  /** Whether anything is found, or accepted, in a subject of this kind. */
  knows(kind: SubjectKind): boolean {
    return this.store.knows(kind) || this.hidden.knows(kind);
  }

  /** The same as {@link replace} where nothing is known of the subject, which need not be searched for then. */
  add(kind: SubjectKind, name: string, findings: readonly Finding[]): readonly string[] {
    if (findings.length === 0) {
      return NO_PATHS;
    }
    this.guesses.note(kind, name, findings);
    const hidden = this.current.areNone ? NO_FINDINGS : findings.filter((finding) => this.isAccepted(finding));
    if (hidden.length === 0) {
      return this.store.add(kind, name, findings);
    }
    this.hidden.add(kind, name, hidden);
    return this.store.add(
      kind,
      name,
      findings.filter((finding) => !hidden.includes(finding)),
    );
  }

  private isAccepted({ code, place }: Finding): boolean {
    return this.current.covers(code, place);
  }

  /**
   * Finds what is wrong with the comments, which shows when all else is found.
   *
   * @param severity that of WM110
   * @param isAsked false for a rule that could not judge
   * @returns the paths whose findings are other ones now
   */
  judgeSuppressions(severity: Severity | 'off', isAsked: (rule: Rule) => boolean): readonly string[] {
    const paths = severity === 'off' ? [] : this.current.paths();
    const gone = [...this.judged].filter((path) => !paths.includes(path));
    this.judged = new Set(paths);
    return [
      ...gone.flatMap((path) => this.store.replace('comments', path, NO_FINDINGS)),
      ...paths.flatMap((path) => {
        const faults = this.current.faultsOf(path, this.hidden.ofPath(path), isAsked);
        const findings = faults.flatMap((draft) =>
          severity === 'off' ? [] : [findingOf(draft, unsoundSuppression.code, severity)],
        );
        return this.store.replace('comments', path, findings);
      }),
    ];
  }
}

/** Stable, so that what one rule finds stays in its order. */
function byCode(a: Finding, b: Finding): number {
  return a.code < b.code ? -1 : Number(a.code > b.code);
}
