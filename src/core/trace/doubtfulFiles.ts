import { type FileMarks, mentionsIn } from '../model/marks';
import type { MentionIndex } from './mentionIndex';
import type { NamedWork } from './namedWork';
import type { Plan } from './plan';

/**
 * The files that name something which is not surely an epic, story or task of the plan. Nearly all names are sure, and many
 * files have the same ones, so all files are found by the IDs that are named.
 */
export class DoubtfulFiles {
  private readonly paths = new Set<string>();

  /** All plans with this frame have the same ones. */
  readonly frame: Plan['frame'];

  constructor(index: MentionIndex, { strangers }: NamedWork, plan: Plan) {
    this.frame = plan.frame;
    for (const path of index.unsureFiles) {
      this.paths.add(path);
    }
    for (const id of strangers) {
      for (const path of index.filesNaming(id)) {
        this.paths.add(path);
      }
    }
  }

  has(path: string): boolean {
    return this.paths.has(path);
  }

  /** @param marks undefined: there are none any more */
  replaceFile(path: string, marks: FileMarks | undefined, plan: Plan): void {
    if (marks && mentionsIn(marks).some((mention) => mention.certainty !== 'certain' || !plan.findWork(mention.id))) {
      this.paths.add(path);
    } else {
      this.paths.delete(path);
    }
  }
}
