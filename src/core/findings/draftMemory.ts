import type { Finding } from '../model/finding';
import type { Draft, Rule } from './rule';

interface Remembered {
  readonly values: readonly unknown[];
  readonly draft: Draft;
}

/**
 * What a rule said last time, so that of the thousands of sentences about a large plan only those are made again that say
 * something else. Holds what was asked for in the last round of the rule, and nothing older.
 */
export class DraftMemory {
  private former: ReadonlyMap<object | string, Remembered> = new Map();
  private current = new Map<object | string, Remembered>();

  /** Before the rule looks at the whole plan anew. */
  begin(): void {
    this.former = this.current;
    this.current = new Map();
  }

  /** See `PlanContext.sameAsBefore`. */
  sameAsBefore(subject: object | string, values: readonly unknown[], make: () => Draft): Draft {
    const last = this.former.get(subject);
    const remembered = last && isSame(last.values, values) ? last : { values, draft: make() };
    this.current.set(subject, remembered);
    return remembered.draft;
  }
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) {
    return false;
  }
  for (let index = 0; index < a.length; index += 1) {
    if (a[index] !== b[index]) {
      return false;
    }
  }
  return true;
}

/** A memory for each rule. */
export class DraftMemories {
  private memories = new Map<Rule, DraftMemory>();
  /** What the drafts became; undefined: the roadmap says to ignore it. */
  private findings = new WeakMap<Draft, { readonly finding: Finding | undefined }>();

  /** Where more than single items is another, or the day, or a setting. */
  forget(): void {
    this.memories = new Map();
    this.findings = new WeakMap();
  }

  of(rule: Rule): DraftMemory {
    const memory = this.memories.get(rule) ?? new DraftMemory();
    this.memories.set(rule, memory);
    return memory;
  }

  /**
   * The same finding for the same draft, so that nobody compares them.
   *
   * @param make undefined: the roadmap says to ignore it
   */
  findingOf(draft: Draft, make: () => Finding | undefined): Finding | undefined {
    let known = this.findings.get(draft);
    if (!known) {
      known = { finding: make() };
      this.findings.set(draft, known);
    }
    return known.finding;
  }
}
