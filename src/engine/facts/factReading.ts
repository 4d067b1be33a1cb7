import type { FactName, Facts } from '../../core/findings/facts';
import { allDone } from '../allDone';
import type { FactSource, FactWorld } from './factSource';

/**
 * Reads facts one after the other in the background, quick ones first. A new request gives up the reading that is under way
 * and begins again: sources keep what they have, so nothing is read twice.
 */
export class FactReading {
  private facts: Facts = {};
  private running: Promise<void> | undefined;
  private abort = new AbortController();
  private wanted: FactWorld | undefined;
  /** Facts that are asked for. */
  private names: ReadonlySet<FactName> = new Set();
  private disposed = false;

  /**
   * @param sources in the order in which they are read
   * @param onKnown called whenever {@link current} is another one
   */
  constructor(
    private readonly sources: readonly FactSource[],
    private readonly onKnown: () => void,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** The facts that are known now; another object whenever one of them is another. */
  get current(): Facts {
    return this.facts;
  }

  get notes(): readonly string[] {
    return this.sources.flatMap((source) => (this.names.has(source.name) ? (source.notes ?? []) : []));
  }

  /**
   * @param world as it is from now on
   * @param names facts that anybody asks for: no others are read, nor known any longer
   */
  follow(world: FactWorld, names: ReadonlySet<FactName>): void {
    if (this.disposed) {
      return;
    }
    this.wanted = world;
    this.names = names;
    this.abort.abort();
    this.running ??= this.run();
  }

  /** Resolves when all facts are read, also when they are already. */
  async idle(): Promise<void> {
    while (this.running) {
      await this.running;
    }
  }

  /** Keeps all that can be kept. @throws the first reason why something cannot be written */
  async save(): Promise<void> {
    await allDone(this.sources.map((source) => source.save?.()));
  }

  dispose(): void {
    this.disposed = true;
    this.wanted = undefined;
    this.abort.abort();
  }

  private async run(): Promise<void> {
    while (this.wanted) {
      const world = this.wanted;
      this.wanted = undefined;
      this.abort = new AbortController();
      for (const source of this.sources) {
        await this.ask(source, world, this.abort.signal);
      }
    }
    this.running = undefined;
  }

  private async ask(source: FactSource, world: FactWorld, signal: AbortSignal): Promise<void> {
    if (signal.aborted) {
      return;
    }
    if (!this.names.has(source.name)) {
      this.take(source, undefined, signal);
      return;
    }
    try {
      await source.follow(world, (fact) => this.take(source, fact, signal), signal);
    } catch (error) {
      if (!signal.aborted) {
        this.onError(error);
      }
    }
  }

  private take(source: FactSource, fact: Facts[keyof Facts], signal: AbortSignal): void {
    if (!signal.aborted && this.facts[source.name] !== fact) {
      this.facts = { ...this.facts, [source.name]: fact };
      this.onKnown();
    }
  }
}
