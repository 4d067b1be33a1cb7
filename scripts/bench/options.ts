import { parseArgs } from 'node:util';
import type { GeneratedSize } from './generatedTree';

export const USAGE = `npm run bench -- [--files N] [--commits N] [--stories N] | [--largest] | [--repository FOLDER --roadmap FILE]
                [--only WORDS] [--json]

Measures Waymark against the floor of the same machine in the same run: on a generated tree, or on a copy of the last
commit of a repository (which is never written to) with a roadmap of yours. --largest is 65,000 files, 100,000 commits and
10,000 stories. --only takes the names of steps, separated by commas.`;

export interface BenchOptions {
  /** Of the tree to generate; undefined: a repository is given. */
  readonly size: GeneratedSize | undefined;
  readonly repository: string | undefined;
  readonly roadmap: string | undefined;
  /** Names of steps, in lower case; undefined: all. */
  readonly only: readonly string[] | undefined;
  readonly json: boolean;
  readonly help: boolean;
}

const USUAL: GeneratedSize = { files: 6_500, commits: 14_000, stories: 300 };
const LARGEST: GeneratedSize = { files: 65_000, commits: 100_000, stories: 10_000 };

/** @throws with a sentence when an option is unknown or has no sense */
export function benchOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      repository: { type: 'string' },
      roadmap: { type: 'string' },
      files: { type: 'string' },
      commits: { type: 'string' },
      stories: { type: 'string' },
      largest: { type: 'boolean', default: false },
      only: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const { repository, roadmap, files, commits, stories, largest, only, json, help } = values;
  const isSized = largest || [files, commits, stories].some((given) => given !== undefined);
  if (repository !== undefined && isSized) {
    throw new Error('Name either a --repository or the size of a tree to generate.');
  }
  if ((repository === undefined) !== (roadmap === undefined)) {
    throw new Error('--repository FOLDER and --roadmap FILE belong together.');
  }
  const usual = largest ? LARGEST : USUAL;
  const size = {
    files: count(files, usual.files),
    commits: count(commits, usual.commits),
    stories: count(stories, usual.stories),
  };
  return {
    size: repository === undefined ? size : undefined,
    repository,
    roadmap,
    only: only?.split(',').map((name) => name.trim().toLowerCase()),
    json,
    help,
  };
}

function count(text: string | undefined, usual: number): number {
  const value = text === undefined ? usual : Number(text.replaceAll(/[_,]/g, ''));
  if (!Number.isSafeInteger(value) || value < 10) {
    throw new Error(`"${text}" is not a number of at least 10.`);
  }
  return value;
}
