import type { Day } from '../model/calendar';
import { canonicalId } from '../ids/canonicalId';
import type { Component, WorkItem } from '../model/roadmap';
import type { Plan } from '../trace/plan';
import { type Activity, activityOf } from './activity';
import type { ChangedCommit, CodeHistory } from './codeHistory';
import { type ComponentOf, componentsOf } from './components';
import { roleOf } from '../annotations/roles';
import { type Author, People } from './people';

/** The same history by file, component and person. Commits are newest first everywhere. */
export class CodeIndex {
  readonly people: People;
  readonly componentOf: ComponentOf;
  /** Files of code that are still there, with the commits that changed them. */
  readonly files: ReadonlyMap<string, readonly ChangedCommit[]>;
  private readonly lastDays = new Map<Author, Day>();
  private ranks: readonly number[] | undefined;
  private byId: ReadonlyMap<string, readonly ChangedCommit[]> | undefined;
  private parts: ReadonlyMap<string, readonly ChangedCommit[]> | undefined;
  private readonly activities = new Map<string, Activity>();

  constructor(
    readonly history: CodeHistory,
    components: readonly Component[],
  ) {
    const { commits } = history;
    this.people = new People(commits);
    this.componentOf = componentsOf(components);
    this.files = commitsBy(commits, (path) => (history.isThere(path) ? path : undefined));
    for (const { commit, day } of commits) {
      for (const author of this.people.authorsOf(commit)) {
        this.lastDays.set(author, Math.max(this.lastDays.get(author) ?? day, day));
      }
    }
  }

  /** The day of somebody's last commit on anything that is planned. */
  lastDayOf(author: Author): Day | undefined {
    return this.lastDays.get(author);
  }

  /** Whether somebody else wrote a linked commit on that day or later. */
  wasAnybodyElseActive(author: Author, since: Day): boolean {
    return [...this.lastDays].some(([other, last]) => other !== author && last >= since);
  }

  /** Whether somebody wrote no linked commit on that day or later. */
  wasAnybodyGone(since: Day): boolean {
    return [...this.lastDays.values()].some((last) => last < since);
  }

  /** Commits that surely name the item by its ID or an alias, without those that take others back. */
  commitsNaming(item: WorkItem, plan: Plan): readonly ChangedCommit[] {
    this.byId ??= commitsById(this.history.commits);
    const names = [...(item.derivedId ? [] : [item.id]), ...item.aliases.map(({ name }) => name)];
    const ids = new Set(names.map(canonicalId).filter((id) => plan.find(id) === item));
    return [...new Set(Array.from(ids, (id) => this.byId?.get(id) ?? []).flat())];
  }

  /** Files of code, gone ones too, that commits changed which surely name one of the IDs. */
  filesChangedFor(ids: Iterable<string>): ReadonlySet<string> {
    this.byId ??= commitsById(this.history.commits);
    const paths = new Set<string>();
    for (const id of ids) {
      for (const { code } of this.byId.get(canonicalId(id)) ?? []) {
        code.forEach(({ path }) => paths.add(path));
      }
    }
    return paths;
  }

  /** Components of code that is still there, with the commits that changed them. */
  get components(): ReadonlyMap<string, readonly ChangedCommit[]> {
    const { componentOf, history } = this;
    this.parts ??= commitsBy(history.commits, (path) => (history.isThere(path) ? componentOf(path) : undefined));
    return this.parts;
  }

  activityOfComponent(name: string): Activity {
    const known = this.activities.get(name) ?? activityOf(this.components.get(name) ?? [], this.people);
    this.activities.set(name, known);
    return known;
  }

  /** How large a part of the other files changed less often, 0 to 1; tests are not counted. */
  rankOf(path: string): number {
    this.ranks ??= Array.from(this.files)
      .flatMap(([file, commits]) => (roleOf(file) === 'test' ? [] : [commits.length]))
      .sort((a, b) => a - b);
    const commits = this.files.get(path)?.length ?? 0;
    return this.ranks.length < 2 ? 0 : countBelow(this.ranks, commits) / (this.ranks.length - 1);
  }
}

/** Made once for a history and the components of a plan. */
export function codeIndexOf(history: CodeHistory, plan: Plan): CodeIndex {
  const last = indexes.get(history);
  if (last?.plan === plan) {
    return last.index;
  }
  const components = plan.roadmaps.flatMap((roadmap) => roadmap.components);
  const signature = JSON.stringify(components.map(({ name, code }) => [name, code.map((glob) => glob.name)]));
  const index = last?.signature === signature ? last.index : new CodeIndex(history, components);
  indexes.set(history, { plan, signature, index });
  return index;
}

interface LastIndex {
  /** The last one that was asked with: every file and item asks again. */
  readonly plan: Plan;
  readonly signature: string;
  readonly index: CodeIndex;
}

const indexes = new WeakMap<CodeHistory, LastIndex>();

/** @param keyOf what a file belongs to; undefined: to nothing */
function commitsBy(
  commits: readonly ChangedCommit[],
  keyOf: (path: string) => string | undefined,
): Map<string, ChangedCommit[]> {
  const groups = new Map<string, ChangedCommit[]>();
  for (const commit of commits) {
    for (const { path } of commit.code) {
      const key = keyOf(path);
      if (key === undefined) {
        continue;
      }
      const group = groups.get(key);
      if (!group) {
        groups.set(key, [commit]);
      } else if (group.at(-1) !== commit) {
        group.push(commit);
      }
    }
  }
  return groups;
}

function commitsById(commits: readonly ChangedCommit[]): Map<string, ChangedCommit[]> {
  const groups = new Map<string, ChangedCommit[]>();
  for (const commit of commits) {
    if (commit.commit.undoes || commit.code.length === 0) {
      continue;
    }
    for (const { id, certainty } of commit.commit.mentions) {
      if (certainty === 'certain') {
        const group = groups.get(canonicalId(id)) ?? [];
        groups.set(canonicalId(id), group);
        group.push(commit);
      }
    }
  }
  return groups;
}

/** How many of the ascending numbers are smaller. */
function countBelow(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
