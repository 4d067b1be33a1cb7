import { t } from '../../core/words/t';
import { type PlanVersion, replayVersions } from '../../core/planHistory/historyOfPlan';
import type { PlanHistory } from '../../core/planHistory/planHistory';
import type { Plan } from '../../core/trace/plan';
import { asWork } from '../../core/trace/plan';
import type { FolderCache } from '../cache/folderCache';
import { historyConditions } from '../git/historyConditions';
import { returnedInSlices } from '../inSlices';
import type { FactSource, FactWorld } from './factSource';
import { type PlanRoot, planRootsOf } from './planRoots';
import { continueList, type ListedVersion, listVersions, type VersionList, versionsOf } from './planVersions';
import { LARGEST_VERSION, StatedPlans } from './statedPlans';

/** Versions, the newest. */
const MOST_VERSIONS = 2_000;

/** Items of all versions together, so that the past of a very long roadmap still fits into memory. */
const MOST_STATES = 4_000_000;

/** What the versions were listed for: another one makes the list worthless. */
interface ListedFor {
  readonly conditions: string;
  readonly roots: string;
}

/**
 * Reads the past of the plan: which versions its files have, what each says, and what that makes of the items. Each version is
 * read once for good; where HEAD did not move, git is not asked.
 *
 * @implements WAY-31
 */
export class PlanHistorySource implements FactSource<'planHistory'> {
  readonly name = 'planHistory';
  private plans = new StatedPlans();
  private list: (VersionList & ListedFor) | undefined;
  private versions: readonly ListedVersion[] = [];
  private history: PlanHistory | undefined;
  /** What {@link history} was made of. */
  private madeOf: string | undefined;
  private cache: FolderCache | undefined;
  private isRestored = false;
  private isSaved = true;
  private lastMs: number | undefined;
  notes: readonly string[] = [];

  /** How long the last reading took; undefined: there was none. */
  get milliseconds(): number | undefined {
    return this.lastMs;
  }

  /** How many versions this run has read. */
  get parsed(): number {
    return this.plans.parsed;
  }

  async follow(
    { trace, repository, head, cache, isHistoryBroken, onProgress }: FactWorld,
    tell: (fact: PlanHistory | undefined) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const { plan } = trace;
    const { roots, outside } = planRootsOf(plan.roadmaps, repository?.prefix ?? '');
    if (!repository || head.sha === null || plan.roadmaps.length === 0) {
      this.madeOf = undefined;
      this.notes = [];
      tell(undefined);
      return;
    }
    this.cache = cache;
    const listedFor = { conditions: historyConditions(repository), roots: signatureOf(roots) };
    const madeOf = JSON.stringify([head.sha, listedFor, aliasesOf(plan)]);
    if (this.madeOf !== madeOf) {
      const began = performance.now();
      await this.restore();
      const most = mostVersions(plan);
      const context = { repository, head: head.sha, roots, plans: this.plans, most, signal };
      await this.listAll(context, listedFor);
      const texts = this.versions.flatMap(({ files }) => files.flatMap(([, text]) => text ?? []));
      const parsed = this.plans.parsed;
      await this.plans.read(repository, texts, { signal, onProgress });
      this.isSaved &&= parsed === this.plans.parsed;
      this.history = await this.replay(plan, repository.shallow, signal);
      this.madeOf = madeOf;
      this.lastMs = performance.now() - began;
    }
    this.notes = [...outside.map(outsideSentence), ...this.ownNotes(isHistoryBroken)];
    tell(this.history);
  }

  /** @throws when it cannot be written */
  async save(): Promise<void> {
    const { cache, list } = this;
    if (!cache || !list || this.isSaved) {
      return;
    }
    const { plans, versions } = this;
    const records = function* (): Generator {
      yield list;
      yield* plans.records(versions.flatMap(({ files }) => files.flatMap(([, text]) => text ?? [])));
    };
    await cache.saveFact(this.name, records());
    this.isSaved = this.list === list;
  }

  private async restore(): Promise<void> {
    if (this.isRestored) {
      return;
    }
    this.isRestored = true;
    const [list, ...plans] = (await this.cache?.restoreFact(this.name)) ?? [];
    if (list) {
      this.list = list as VersionList & ListedFor;
      await this.plans.restore(plans);
    }
  }

  private async listAll(context: Parameters<typeof listVersions>[0], listedFor: ListedFor): Promise<void> {
    const { list } = this;
    const isSame = list?.conditions === listedFor.conditions && list.roots === listedFor.roots;
    const known = isSame && list.incomplete === undefined ? list : undefined;
    if (known?.head !== context.head) {
      const found = (known && (await continueList(known, context))) ?? (await listVersions(context));
      this.list = { ...found, ...listedFor };
      this.isSaved = false;
    }
    this.versions = this.list ? versionsOf(this.list, context.roots) : [];
  }

  /** undefined: there is no version. */
  private async replay(plan: Plan, isShallow: boolean, signal: AbortSignal): Promise<PlanHistory | undefined> {
    const { list, plans } = this;
    const versions = this.versions.flatMap(({ moment, files }): PlanVersion[] => {
      // A version that cannot be read says nothing: what was said before is taken to hold.
      const read = files.flatMap(([path, text]) => {
        const stated = text && plans.get(text);
        return text && !stated ? [] : [[path, stated] as const];
      });
      return read.length > 0 ? [{ moment, files: new Map(read) }] : [];
    });
    if (versions.length === 0) {
      return undefined;
    }
    const isComplete = list?.isWhole === true && list.incomplete === undefined && !isShallow;
    const range = { versions: versions.length, isComplete };
    const idNow = (id: string): string | undefined => plan.find(id)?.id;
    return returnedInSlices(replayVersions(versions, { range, idNow }), { signal });
  }

  private ownNotes(isHistoryBroken: boolean): string[] {
    const { list, versions, plans } = this;
    const texts = versions.flatMap(({ files }) => files.flatMap(([, text]) => text ?? []));
    const unreadable = [...plans.unreadableOf(texts)].map(([reason, count]) => {
      const why = REASONS[reason]?.() ?? reason;
      return count === 1
        ? t('1 former version of the roadmap could not be read ({0}), so what it changed shows at the next one.', why)
        : t(
            '{0} former versions of the roadmap could not be read ({1}), so what they changed shows at the next one.',
            count,
            why,
          );
    });
    return [
      ...(list?.incomplete === undefined || isHistoryBroken ? [] : [list.incomplete]),
      ...(list?.isWhole === false
        ? [t('The roadmap has more versions than are read: its past is told from the newest {0}.', versions.length)]
        : []),
      ...unreadable,
    ];
  }
}

const REASONS: Readonly<Record<string, () => string>> = {
  'too large': () => t('larger than {0} MB', LARGEST_VERSION / 1024 / 1024),
  missing: () => t('git does not have it here'),
  'no text': () => t('no text'),
};

function outsideSentence(path: string): string {
  return t('The past of {0} is not known, since it lies outside of the folder.', path);
}

/** Long single files have many items in each of their versions; of a folder a version touches a few. */
function mostVersions({ roadmaps, items }: Plan): number {
  const inFolders = roadmaps.filter(({ itemFile }) => itemFile).length;
  const size = Math.max(1, items.length - inFolders);
  return Math.max(1, Math.min(MOST_VERSIONS, Math.floor(MOST_STATES / size)));
}

function signatureOf(roots: readonly PlanRoot[]): string {
  return JSON.stringify(
    roots.map(({ path, isFolder, itemFolder }) => [path, isFolder, itemFolder && [...itemFolder.statuses], itemFolder]),
  );
}

/** All by which an ID of the past may be another one today. */
function aliasesOf({ workItems }: Plan): readonly (readonly string[])[] {
  return workItems.flatMap((item) => {
    const aliases = asWork(item)?.aliases ?? [];
    return aliases.length > 0 ? [[item.id, ...aliases.map(({ name }) => name)]] : [];
  });
}
