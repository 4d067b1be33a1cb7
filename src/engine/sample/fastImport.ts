import { addWorkingDays, momentIn } from './calendar';
import { type PlacedCommit, tipOf } from './graph';
import { ACTIVE_BRANCH, RELEASE_CANDIDATE } from './history';
import { type Person, people } from './people';
import type { TreeAt, TreeFile } from './tree';

/** The two ends of a running `git fast-import`. */
export interface Importer {
  readonly write: (text: string) => void;
  /** Sends a line to which git answers with one line. */
  readonly ask: (line: string) => Promise<string>;
}

const MAIN = 'refs/heads/main';

/** Writes the commits, branches and the tag as a stream for `git fast-import --done`. */
export async function writeStream(
  importer: Importer,
  commits: readonly PlacedCommit[],
  treeAt: TreeAt,
  lastDay: string,
): Promise<void> {
  const marks = new Map(commits.map((commit, index) => [commit.id, `:${index + 1}`]));
  const markOf = (id: string) => marks.get(id) ?? '';
  const byId = new Map(commits.map((commit) => [commit.id, commit]));
  for (const commit of commits) {
    const message = await messageOf(commit, byId, (id) => importer.ask(`get-mark ${markOf(id)}`));
    const [parent, merged] = commit.parents;
    const signature = signatureOf(commit, lastDay);
    importer.write(
      [
        // Every commit passes over the one ref with its parent given; the branches are set at the end.
        `commit ${MAIN}\nmark ${markOf(commit.id)}\n`,
        `author ${signature}\ncommitter ${signature}\n${data(`${message}\n`)}`,
        parent === undefined ? '' : `from ${markOf(parent)}\n`,
        merged === undefined ? '' : `merge ${markOf(merged)}\n`,
        ...changes(treeAt(byId.get(parent ?? '')?.past ?? new Set()), treeAt(commit.past)),
        '\n',
      ].join(''),
    );
  }
  const tagged = byId.get(RELEASE_CANDIDATE.commit);
  if (tagged) {
    importer.write(`tag ${RELEASE_CANDIDATE.name}\nfrom ${markOf(tagged.id)}\n`);
    importer.write(`tagger ${signatureOf(tagged, lastDay)}\n${data(`${RELEASE_CANDIDATE.message}\n`)}`);
  }
  importer.write(`reset ${MAIN}\nfrom ${markOf(tipOf(commits).id)}\n\n`);
  importer.write(`reset refs/heads/${ACTIVE_BRANCH}\nfrom ${markOf(tipOf(commits, ACTIVE_BRANCH).id)}\n\n`);
  importer.write('done\n');
}

function signatureOf(commit: PlacedCommit, lastDay: string): string {
  const person: Person = people[commit.by];
  const { seconds, offset } = momentIn(person.zone, addWorkingDays(lastDay, -commit.daysAgo), commit.time);
  return `${person.name} <${person.email}> ${seconds} ${offset}`;
}

async function messageOf(
  commit: PlacedCommit,
  byId: ReadonlyMap<string, PlacedCommit>,
  shaOf: (id: string) => Promise<string>,
): Promise<string> {
  if (commit.reverts === undefined) return commit.message ?? '';
  const subject = byId.get(commit.reverts)?.message?.split('\n')[0] ?? '';
  return `Revert "${subject}"\n\nThis reverts commit ${await shaOf(commit.reverts)}.\n\n${commit.message ?? ''}`;
}

function changes(before: readonly TreeFile[], after: readonly TreeFile[]): string[] {
  const old = new Map(before.map((file) => [file.path, file]));
  const kept = new Set(after.map((file) => file.path));
  return [
    ...before.filter((file) => !kept.has(file.path)).map((file) => `D ${file.path}\n`),
    ...after
      .filter((file) => old.get(file.path)?.text !== file.text)
      .map((file) => `M ${file.executable ? '100755' : '100644'} inline ${file.path}\n${data(file.text)}`),
  ];
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}
