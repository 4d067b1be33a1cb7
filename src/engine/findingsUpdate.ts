import type { Circumstances, Findings } from '../core/findings/evaluation';
import type { Trace, TraceChange } from '../core/trace/trace';
import type { EngineChange } from './engine';
import { returnedInSlices } from './inSlices';

/** Brings findings to where their trace is, and tells what that changed. */
export class FindingsUpdate {
  private isSliced = false;
  private lastMs = 0;

  constructor(
    private readonly trace: Trace,
    private readonly findings: Findings,
    private readonly circumstances: () => Circumstances,
  ) {}

  /** True while an update in slices is under way: the trace must stay as it is until it ends. */
  get isUnderWay(): boolean {
    return this.isSliced;
  }

  /** How long the last one took. */
  get milliseconds(): number {
    return this.lastMs;
  }

  /** For small changes: at once. */
  now(): EngineChange {
    const began = performance.now();
    const change = this.trace.takeChange();
    return this.told(change, this.findings.update(change, this.circumstances()), began);
  }

  /** After a large change many items and files are looked at, which must not hold everything else up. */
  async inTurns(): Promise<EngineChange> {
    const began = performance.now();
    const change = this.trace.takeChange();
    this.isSliced = true;
    try {
      const paths = await returnedInSlices(this.findings.updateInSteps(change, this.circumstances()));
      return this.told(change, paths, began);
    } finally {
      this.isSliced = false;
    }
  }

  private told(change: TraceChange, paths: ReadonlySet<string>, began: number): EngineChange {
    this.lastMs = performance.now() - began;
    return { plan: change.plan, history: false, paths: new Set([...change.files, ...paths]) };
  }
}
