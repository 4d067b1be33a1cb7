import { unpaddedId } from '../ids/canonicalId';
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

  /** What names the work at this place by one of its IDs; undefined: nothing does. */
  at(place: number): NamedId | undefined {
    return this.ids[place];
  }

  /** IDs that are named and that no work has. */
  get strangers(): ReadonlySet<string> {
    return this.others;
  }

  /** Whether an ID that no work has differs from this one in leading zeros at most. */
  isLikeStranger(id: string): boolean {
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
