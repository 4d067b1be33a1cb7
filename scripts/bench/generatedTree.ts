import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runGit } from './commands';
import { type RandomNumbers, randomNumbers } from './randomNumbers';
import { roadmapText } from './roadmapText';
import { sourcePath, sourceText } from './sourceTexts';
import type { Tree } from './tree';

export interface GeneratedSize {
  readonly files: number;
  readonly commits: number;
  readonly stories: number;
}

const KEY = 'WORK';

/** To be raised whenever the same size gives another tree. */
const VERSION = 1;

/** A repository of this size, the same on every machine. Made once and kept in the folder for temporary files. */
export function generatedTree(size: GeneratedSize): Tree {
  const { files, commits, stories } = size;
  const name = `waymark-bench-${VERSION}-${files}-${commits}-${stories}`;
  const folder = join(tmpdir(), name);
  if (!existsSync(folder)) {
    console.error(`Making a tree of ${files} files and ${commits} commits in ${folder} …`);
    const unfinished = `${folder}.${process.pid}`;
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { recursive: true });
    runGit(unfinished, ['init', '-q', '-b', 'main']);
    runGit(unfinished, ['fast-import', '--quiet', '--date-format=raw'], Buffer.concat([...stream(size)]));
    runGit(unfinished, ['checkout', '-q', '-f', 'main']);
    runGit(unfinished, ['gc', '-q']);
    renameSync(unfinished, folder);
  }
  return {
    name: `generated: ${files} files, ${commits} commits, ${stories} stories`,
    folder,
    roadmap: undefined,
    key: KEY,
  };
}

/** 1 January 2026; a commit every half hour from then on. */
const FIRST_SECOND = 1_767_225_600;

/** The commits for `git fast-import`: files come one by one, later ones change files; every tenth merges a branch of one. */
function* stream({ files, commits, stories }: GeneratedSize): Generator<Buffer> {
  const random = randomNumbers(files + commits + stories);
  const storyId = () => `${KEY}-${1 + random.below(stories)}`;
  const paths = Array.from({ length: files }, (_, index) => sourcePath(index, random));
  const perCommit = Math.ceil(files / Math.max(1, Math.floor(commits / 2)));
  let written = 0;
  for (let mark = 1; mark <= commits; mark++) {
    const changes: string[] = mark === 1 ? [fileChange('roadmap.yaml', roadmapText(KEY, stories, random))] : [];
    const next = mark === commits ? files : Math.min(files, written + perCommit);
    while (written < next) {
      const path = paths[written++] ?? '';
      changes.push(fileChange(path, sourceText(path, storyId, random)));
    }
    if (changes.length === 0) {
      const path = paths[random.below(files)] ?? '';
      changes.push(fileChange(path, sourceText(path, storyId, random)));
    }
    yield Buffer.from(commitHead(mark, message(storyId, random), random) + changes.join(''));
  }
}

function commitHead(mark: number, text: string, random: RandomNumbers): string {
  const person = random.below(40);
  const signature = `Person ${person} <person${person}@example.org> ${FIRST_SECOND + mark * 1800} +0200`;
  const parents = [
    mark > 1 ? `from :${mark % 10 === 9 && mark > 2 ? mark - 2 : mark - 1}\n` : '',
    // The commit before last was made aside, of the one before it.
    mark % 10 === 0 ? `merge :${mark - 2}\n` : '',
  ];
  return `commit refs/heads/main\nmark :${mark}\nauthor ${signature}\ncommitter ${signature}\n${data(text)}${parents.join('')}`;
}

function message(storyId: () => string, random: RandomNumbers): string {
  const subject = random.pick([
    'Sum up orders',
    'Round totals',
    'Show prices',
    'Tidy up',
    'Speed up the list of orders',
  ]);
  const body = random.chance(0.4) ? '\n\nThe former way lost a cent now and then, and nobody could say where.' : '';
  const trailer = random.chance(0.05) ? `\n\nCloses: ${storyId()}` : '';
  return `${random.chance(0.6) ? `${storyId()}: ` : ''}${subject}${body}${trailer}\n`;
}

function fileChange(path: string, text: string): string {
  return `M 100644 inline ${path}\n${data(text)}`;
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}
