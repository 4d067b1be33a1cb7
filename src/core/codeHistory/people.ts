import type { Commit } from '../model/commit';
import type { ChangedCommit } from './codeHistory';

/** Somebody who wrote commits, under all the names and addresses that are surely the same person's. */
export interface Author {
  /** As the newest commit has it. */
  readonly name: string;
}

/** Programs that commit: they neither know a part of the code nor leave it. */
const ROBOT = /\[bot\]|^(?:dependabot|renovate|github-actions|greenkeeper|snyk-bot|semantic-release)\b/i;

/** Words that stand for nobody, or anybody. */
const LONGEST_SINGLE_NAME = /^\S*$/;

/**
 * Tells who wrote a commit: its author, and those whom its `Co-authored-by:` trailers name; git has applied `.mailmap` to
 * authors. One address is one person, and so is one name of several words under several addresses.
 */
export class People {
  private readonly byKey = new Map<string, Author>();
  private readonly ofCommits = new WeakMap<Commit, readonly Author[]>();

  /** @param commits newest first */
  constructor(commits: readonly ChangedCommit[]) {
    for (const { commit } of commits) {
      this.ofCommits.set(commit, this.findAll(commit));
    }
  }

  /** Of one of the commits that this was made of; without programs. */
  authorsOf(commit: Commit): readonly Author[] {
    return this.ofCommits.get(commit) ?? [];
  }

  /** Who wrote commits under one of these addresses or this full name; undefined: nobody did. */
  known(name: string, emails: readonly string[]): Author | undefined {
    const keys = [
      ...emails.map((email) => `<${email.trim().toLowerCase()}>`),
      name.trim().toLowerCase().replace(/\s+/g, ' '),
    ];
    return keys.map((key) => this.byKey.get(key)).find((author) => author !== undefined);
  }

  private findAll({ author, email, coAuthors }: Commit): Author[] {
    const signatures = [{ name: author, email }, ...coAuthors];
    const people = signatures.filter(({ name, email: address }) => !ROBOT.test(name) && !ROBOT.test(address));
    return [...new Set(people.map((each) => this.find(each.name, each.email)))];
  }

  private find(name: string, email: string): Author {
    const address = `<${email.trim().toLowerCase()}>`;
    const fullName = name.trim().toLowerCase().replace(/\s+/g, ' ');
    const keys = [email.includes('@') ? address : '', LONGEST_SINGLE_NAME.test(fullName) ? '' : fullName].filter(
      Boolean,
    );
    const author = keys.map((key) => this.byKey.get(key)).find((each) => each !== undefined) ?? { name: name.trim() };
    // Somebody without an address and a full name is at least the same as whoever writes that name.
    for (const key of keys.length > 0 ? keys : [fullName]) {
      if (!this.byKey.has(key)) {
        this.byKey.set(key, author);
      }
    }
    return author;
  }
}
