import type { Finding } from '../model/finding';

type WordOf = (finding: Finding) => string | undefined;

/** Findings by one of their words. Each object is in it once, and it costs the same to take one out as to put one in. */
export class FindingIndex {
  /** Most words have one finding. */
  private readonly findings = new Map<string, Finding | Set<Finding>>();

  /** @param wordOf undefined: it is not found by any */
  constructor(private readonly wordOf: WordOf) {}

  /** @param except findings with this word are left out: whoever asks for it has them already */
  add(findings: readonly Finding[], except?: string): void {
    for (const finding of findings) {
      const word = this.wordOf(finding);
      if (word !== undefined && word !== except) {
        const known = this.findings.get(word);
        if (known === undefined) {
          this.findings.set(word, finding);
        } else if (known instanceof Set) {
          known.add(finding);
        } else {
          this.findings.set(word, new Set([known, finding]));
        }
      }
    }
  }

  /** @param except the same as when they were added */
  remove(findings: readonly Finding[], except?: string): void {
    for (const finding of findings) {
      const word = this.wordOf(finding);
      if (word !== undefined && word !== except) {
        const known = this.findings.get(word);
        if (known === finding || (known instanceof Set && known.delete(finding) && known.size === 0)) {
          this.findings.delete(word);
        }
      }
    }
  }

  /** Whether {@link of} gives any. */
  has(word: string): boolean {
    return this.findings.has(word);
  }

  /** In no order. */
  of(word: string): readonly Finding[] {
    const known = this.findings.get(word);
    return known === undefined ? NO_FINDINGS : known instanceof Set ? [...known] : [known];
  }
}

const NO_FINDINGS: readonly Finding[] = [];
