import { unpaddedId } from '../ids/canonicalId';
import { type Evidence, NO_EVIDENCE } from './evidence';
import type { MentionIndex, NamedId } from './mentionIndex';
import type { Plan } from './plan';

/**
 * Which of the IDs that code and commits name belong to which work of a plan. All of them are looked up once for a frame, and
 * after that those which nothing named before, or nothing names any more.
 */
export class NamedWork {
  /** By place in `plan.workItems`. */
  private readonly ids: (NamedId | undefined)[];
  private readonly others = new Set<string>();
  /** The same without leading zeros; undefined: nobody asked since they are others. */
  private unpadded: ReadonlySet<string> | undefined;

  constructor(
    private readonly index: MentionIndex,
    private readonly plan: Plan,
  ) {
    this.ids = Array.from<NamedId | undefined>({ length: plan.workItems.length });
    index.takeStirred();
    for (const [id, named] of index.named()) {
      this.note(id, named);
    }
  }

  /** Whether a plan has the names that this one rests on. */
  isOf({ frame }: Plan): boolean {
    return frame === this.plan.frame;
  }

  /** Takes in what is named since. */
  follow(): void {
    for (const id of this.index.takeStirred()) {
      this.note(id, this.index.find(id));
    }
  }

  /**
   * The evidence of work that has this one ID, and no former one.
   *
   * @param place in `plan.workItems`
   * @returns undefined: something is named that differs from the ID in leading zeros alone
   */
  evidenceOfLone(id: string, place: number): Evidence | undefined {
    const named = this.ids[place];
    if (named) {
      return named.isAlone ? named.evidence : undefined;
    }
    return this.isLikeStranger(id) ? undefined : NO_EVIDENCE;
  }

  /** IDs that are named and that no work has. */
  get strangers(): ReadonlySet<string> {
    return this.others;
  }

  /** Whether an ID that no work has differs from this one in leading zeros at most. */
  private isLikeStranger(id: string): boolean {
    this.unpadded ??= new Set(Array.from(this.others, unpaddedId));
    return this.unpadded.size > 0 && this.unpadded.has(unpaddedId(id));
  }

  private note(id: string, named: NamedId | undefined): void {
    const place = this.plan.placeOfWork(id);
    if (place !== undefined) {
      this.ids[place] = named;
    } else {
      this.unpadded = undefined;
      if (named) {
        this.others.add(id);
      } else {
        this.others.delete(id);
      }
    }
  }
}
