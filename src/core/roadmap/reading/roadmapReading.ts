import type { Roadmap } from '../../model/roadmap';
import { readWhole } from '../readRoadmap';
import { PartedRoadmap } from './partedRoadmap';
import { textsBetween } from './textsBetween';

/** A shorter text is read as a whole in a few milliseconds. */
const SHORTEST_IN_PARTS = 50_000;

/**
 * A roadmap file that is read again and again while somebody writes it. After an edit within one entry of a list of work, that
 * entry alone is read, and all behind it moves. What it gives is always what reading the whole text would give.
 */
export class RoadmapReading {
  private constructor(
    private readonly path: string,
    readonly text: string,
    /** undefined: the file is plainly something else. */
    readonly roadmap: Roadmap | undefined,
    /** undefined: it can only be read as a whole. */
    private readonly parts: PartedRoadmap | undefined,
    private readonly shortest: number,
  ) {}

  /** @param shortest length from which on a text is read in parts */
  static of(path: string, text: string, shortest = SHORTEST_IN_PARTS): RoadmapReading {
    const whole = readWhole(path, text);
    const parts = text.length >= shortest ? PartedRoadmap.of(whole, text) : undefined;
    return new RoadmapReading(path, text, whole.document?.roadmap, parts, shortest);
  }

  /**
   * The reading of the text after an edit. Items that the edit left alone are the same objects, whose places have moved: what
   * this reading gave must not be asked for places any more.
   */
  after(text: string): RoadmapReading {
    const steps = this.inSteps(text);
    for (;;) {
      const step = steps.next();
      if (step.done) {
        return step.value;
      }
    }
  }

  /** As {@link after}, with a step for each place in which the texts differ. */
  *inSteps(text: string): Generator<void, RoadmapReading> {
    const { path, shortest, parts } = this;
    const way = parts && text.length >= shortest ? textsBetween(this.text, text) : [];
    let [roadmap, former] = [this.roadmap, this.text];
    for (const next of way) {
      roadmap = parts?.after(former, next);
      if (!roadmap) {
        break;
      }
      former = next;
      yield;
    }
    return way.length > 0 && roadmap
      ? new RoadmapReading(path, text, roadmap, parts, shortest)
      : RoadmapReading.of(path, text, shortest);
  }
}
