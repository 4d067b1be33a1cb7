import { join } from 'node:path';
import { t } from '../../core/words/t';
import type { CodeHistory } from '../../core/codeHistory/codeHistory';
import { codeIndexOf } from '../../core/codeHistory/codeIndex';
import { isNestedByLogic, type Nesting, nestingDepth } from '../../core/codeHistory/nesting';
import { filesChangedMost } from '../../core/findings/rules/code/hotspots';
import { type FileStamp, isSameStamp, stampOf } from '../files/fileStamp';
import { readOwnFile } from '../files/readOwnFile';
import { decodeText } from '../files/readText';
import { inSlices } from '../inSlices';
import type { FactSource, FactWorld } from './factSource';
import { KeptReadings } from './keptReadings';

/** Of the most changed files; reading them all takes half a second at worst. */
const MOST_FILES = 300;

interface Known {
  /** undefined: what was read may be another text now. */
  readonly stamp: FileStamp | undefined;
  /** undefined: it is no text. */
  readonly depth: number | undefined;
}

/**
 * Reads how deep the few files are nested that linked commits change most and on which somebody is at work. What was read is
 * kept by the file's stamp, so only files that changed are read again.
 */
export class NestingSource implements FactSource<'nesting'> {
  readonly name = 'nesting';
  private readonly known = new KeptReadings<Known>({
    restore: async (cache) => (await cache.restoreFact(this.name)) as [string, Known][] | undefined,
    save: (cache, readings) =>
      cache.saveFact(
        this.name,
        [...readings].filter(([, { stamp }]) => stamp !== undefined),
      ),
  });
  private sentences: readonly string[] = [];
  private chosen: { readonly madeOf: readonly unknown[]; readonly paths: readonly string[] } | undefined;
  private current: { readonly depths: ReadonlyMap<string, number>; readonly nesting: Nesting } | undefined;

  /**
   * @param codeHistory as it is known when this is read
   * @param now milliseconds of the epoch
   */
  constructor(
    private readonly codeHistory: () => CodeHistory | undefined,
    private readonly now = Date.now,
  ) {}

  async follow(world: FactWorld, tell: (fact: Nesting | undefined) => void, signal: AbortSignal): Promise<void> {
    const history = this.codeHistory();
    if (!history || history.range.isUnderWay) {
      this.sentences = [];
      tell(undefined);
      return;
    }
    await this.known.restore(world.cache);
    const hot = this.choose(world, history);
    this.sentences =
      hot.length > MOST_FILES
        ? [t('How deep code is nested is known of the {0} most changed of {1} files.', MOST_FILES, hot.length)]
        : [];
    const depths = new Map<string, number>();
    const beganMs = this.now();
    await inSlices(
      hot.slice(0, MOST_FILES),
      (path) => {
        const depth = this.depthOf(path, world.folder, beganMs);
        if (depth !== undefined) {
          depths.set(path, depth);
        }
      },
      { signal },
    );
    tell(this.nestingOf(depths));
  }

  get notes(): readonly string[] {
    return this.sentences;
  }

  save(): Promise<void> {
    return this.known.save();
  }

  /** The same list as before where nothing is another. */
  private choose({ trace, today, hotspots }: FactWorld, history: CodeHistory): readonly string[] {
    const { plan } = trace;
    const madeOf = [history, plan, today, ...Object.values(hotspots)];
    if (!this.chosen?.madeOf.every((value, index) => value === madeOf[index])) {
      const paths = filesChangedMost(codeIndexOf(history, plan), { plan, trace }, today, hotspots);
      this.chosen = { madeOf, paths: paths.filter(isNestedByLogic) };
    }
    return this.chosen.paths;
  }

  private depthOf(path: string, folder: string, beganMs: number): number | undefined {
    const file = join(folder, path);
    const stamp = stampOf(file, beganMs);
    const known = this.known.get(path);
    if (stamp && known?.stamp && isSameStamp(stamp, known.stamp)) {
      return known.depth;
    }
    const bytes = readOwnFile(file);
    const decoded = bytes && decodeText(bytes);
    const depth = decoded && 'text' in decoded ? nestingDepth(decoded.text) : undefined;
    this.known.set(path, { stamp, depth });
    return depth;
  }

  /** The same object as before where nothing is another. */
  private nestingOf(depths: ReadonlyMap<string, number>): Nesting {
    const isSame =
      this.current?.depths.size === depths.size &&
      [...depths].every(([path, depth]) => this.current?.depths.get(path) === depth);
    if (!this.current || !isSame) {
      const nesting = { paths: new Set(depths.keys()), depthOf: (path: string) => depths.get(path) };
      this.current = { depths, nesting };
    }
    return this.current.nesting;
  }
}
