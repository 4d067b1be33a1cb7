import type { Finding } from '../model/finding';
import { LineTable } from '../model/lineTable';
import type { FileMarks } from '../model/marks';
import type { WorkItem } from '../model/roadmap';
import type { UnknownId } from '../trace/evidence';
import type { ReadonlyTrace } from '../trace/trace';
import type { Round } from './round';
import type { ShownFindings } from './shownFindings';
import type { SubjectKind } from './store';

/** Yields, after each step, the paths whose findings are other ones by it. */
export type Looking = Generator<readonly string[]>;

const NO_PATHS: readonly string[] = [];
const NO_FINDINGS: readonly Finding[] = [];
const NO_LINES = LineTable.of('');
/** Items or files that are looked at in one step, which is far less than a millisecond for each. */
const IN_ONE_STEP = 16;

/** Goes through plan, items, files and unknown IDs with the rules of a round, and keeps what they find. */
export class Walk {
  private readonly unknownInHistory = new Map<string, UnknownId>();

  constructor(
    private readonly trace: ReadonlyTrace,
    private readonly findings: ShownFindings,
  ) {}

  /** Takes the trace as it is now, and forgets what was found in what is not there any more. */
  *begin(round: Round): Looking {
    this.unknownInHistory.clear();
    for (const unknown of this.trace.unknownIds()) {
      if (unknown.evidence.commits.length > 0) {
        this.unknownInHistory.set(unknown.id, unknown);
      }
    }
    const asked = new Set(round.rules.map(({ code }) => code));
    yield [
      ...this.forgetOthers('rule', (code) => asked.has(code)),
      ...this.forgetOthers('item', (id) => this.trace.plan.declaring(id).length > 0),
      ...this.forgetOthers('file', (path) => this.marksOf(path, round) !== undefined),
    ];
  }

  private forgetOthers(kind: SubjectKind, isThere: (name: string) => boolean): string[] {
    const gone = this.findings.subjects(kind).filter((name) => !isThere(name));
    return gone.flatMap((name) => this.findings.replace(kind, name, NO_FINDINGS));
  }

  /**
   * @param isOtherPlan then other names may be meant
   * @returns whether unknown IDs that commits name have to be looked at
   */
  followUnknownIds(mentioned: Iterable<string>, isOtherPlan: boolean): boolean {
    let changed = false;
    for (const id of mentioned) {
      const unknown = this.trace.unknownId(id);
      changed = this.unknownInHistory.delete(id) || changed;
      if (unknown && unknown.evidence.commits.length > 0) {
        this.unknownInHistory.set(id, unknown);
        changed = true;
      }
    }
    return changed || (isOtherPlan && this.unknownInHistory.size > 0);
  }

  *checkAll(round: Round): Looking {
    yield* this.checkPlan(round);
    yield* this.checkAllItems(round);
    yield* this.checkAllFiles(round);
    yield this.checkUnknownInHistory(round);
  }

  private marksOf(path: string, round: Round): FileMarks | undefined {
    return (
      this.trace.files.get(path) ??
      (round.looksAtUnmarked(path) ? { path, annotations: [], references: [], lines: NO_LINES } : undefined)
    );
  }

  *checkPlan(round: Round): Looking {
    for (const rule of round.rules) {
      if (rule.scope === 'roadmap' || rule.scope === 'plan' || (rule.scope === 'item' && rule.checkOthers)) {
        yield this.findings.replace('rule', rule.code, round.ofPlan(rule));
      }
    }
  }

  *checkItems(ids: Iterable<string>, round: Round): Looking {
    yield* together([...ids], (id) => this.checkDeclared(id, this.trace.plan.declaring(id), round));
  }

  private *checkAllItems(round: Round): Looking {
    const { plan } = this.trace;
    const keep = this.keeperOf('item', round);
    yield* together([...plan.workItems.keys()], (place) => {
      const item = plan.workAt(place);
      if (!item) {
        return NO_PATHS;
      }
      if (!plan.isContested(item.id)) {
        return keep(item.id, round.ofItem(item));
      }
      const items = plan.declaring(item.id);
      return items[0] === item ? this.checkDeclared(item.id, items, round) : NO_PATHS;
    });
  }

  /** All that declare one ID are looked at together. */
  private checkDeclared(id: string, items: readonly WorkItem[], round: Round): readonly string[] {
    return this.findings.replace(
      'item',
      id,
      items.flatMap((item) => round.ofItem(item)),
      round,
    );
  }

  *checkFiles(paths: Iterable<string>, round: Round): Looking {
    yield* together([...paths], (path) => {
      const file = this.marksOf(path, round);
      this.findings.guesses.noteFile(path, file);
      return this.findings.replace('file', path, file ? round.ofFile(file) : NO_FINDINGS, round);
    });
  }

  private *checkAllFiles(round: Round): Looking {
    const { files } = this.trace;
    const keep = this.keeperOf('file', round);
    // Files without marks that are to be looked at, or in which something was found.
    const unmarked = [...round.unmarked(), ...this.findings.subjects('file')].filter((path) => !files.has(path));
    yield* together([...files.values()], (file) => {
      this.findings.guesses.noteFile(file.path, file);
      return keep(file.path, round.ofFile(file));
    });
    yield* this.checkFiles(new Set(unmarked), round);
  }

  /** Keeps what is found in one subject after the other, each of them once. */
  private keeperOf(kind: SubjectKind, round: Round): (name: string, found: readonly Finding[]) => readonly string[] {
    return this.findings.knows(kind)
      ? (name, found) => this.findings.replace(kind, name, found, round)
      : (name, found) => this.findings.add(kind, name, found);
  }

  checkUnknownInHistory(round: Round): readonly string[] {
    const unknownIds = [...this.unknownInHistory.values()];
    return round.rules.flatMap((rule) =>
      rule.scope === 'unknownInHistory'
        ? this.findings.replace('rule', rule.code, round.ofUnknownInHistory(rule, unknownIds))
        : [],
    );
  }
}

function* together<T>(all: readonly T[], look: (each: T) => readonly string[]): Looking {
  for (let from = 0; from < all.length; from += IN_ONE_STEP) {
    yield pathsChanged(all, from, look);
  }
}

/** A function of its own, since one that can pause is not made as quick. */
function pathsChanged<T>(all: readonly T[], from: number, look: (each: T) => readonly string[]): readonly string[] {
  const changed: string[] = [];
  for (const each of all.slice(from, from + IN_ONE_STEP)) {
    for (const path of look(each)) {
      // Nearly all findings of a plan stand in one file.
      if (path !== changed.at(-1)) {
        changed.push(path);
      }
    }
  }
  return changed;
}
