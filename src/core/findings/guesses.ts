import { canonicalId } from '../ids/canonicalId';
import type { Finding } from '../model/finding';
import type { FileMarks } from '../model/marks';
import { placesNamingNothing } from '../planning/namers';
import { itemsAt, type Plan } from '../trace/plan';
import type { Neighbourhood } from './neighbourhood';
import type { SubjectKind } from './store';

/**
 * What findings rest on that no link leads to: the item that was probably meant by a name that nothing answers to, and what
 * an annotation waits for.
 */
export class Guesses {
  /** Items and files with a finding that suggests another name. */
  private readonly suggesting = { item: new Set<string>(), file: new Set<string>() };
  /** Files with a finding that is about no item. */
  private readonly aboutNothing = new Set<string>();
  /** By path, the canonical names that annotations wait for. */
  private readonly awaited = new Map<string, readonly string[]>();

  note(kind: SubjectKind, name: string, findings: readonly Finding[]): void {
    if (kind === 'item' || kind === 'file') {
      const suggests = findings.some(({ suggestion }) => suggestion !== undefined);
      setMember(this.suggesting[kind], name, suggests);
    }
    if (kind === 'file') {
      const isAboutNothing = findings.some(({ item }) => item === undefined);
      setMember(this.aboutNothing, name, isAboutNothing);
    }
  }

  noteFile(path: string, file: FileMarks | undefined): void {
    if (file?.annotations.some(({ until }) => until !== undefined)) {
      const names = file.annotations.flatMap(({ until }) => (until ? [until.text, until.id ?? until.text] : []));
      this.awaited.set(path, names.map(canonicalId));
    } else if (this.awaited.size > 0) {
      this.awaited.delete(path);
    }
  }

  /** What must be looked at beside the neighbourhood itself. */
  affectedBy({ names, hasOtherNames }: Neighbourhood, plan: Plan): { itemIds: string[]; files: string[] } {
    const waiting = [...this.awaited].filter(([, awaited]) => awaited.some((name) => names.has(name)));
    return {
      itemIds: [
        ...this.suggesting.item,
        ...(hasOtherNames ? itemsAt(placesNamingNothing(plan), plan).map(({ id }) => id) : []),
      ],
      files: [...this.suggesting.file, ...(hasOtherNames ? this.aboutNothing : []), ...waiting.map(([path]) => path)],
    };
  }
}

function setMember<T>(set: Set<T>, value: T, belongs: boolean): void {
  if (belongs) {
    set.add(value);
  } else if (set.size > 0) {
    set.delete(value);
  }
}
