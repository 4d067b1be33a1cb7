import type { RandomNumbers } from '../../../scripts/bench/randomNumbers';

/** One thing of a made-up roadmap: an epic, story, task, release, goal or risk. */
export interface PlannedItem {
  /** Tells it from all others of its plan, whatever becomes of its ID. */
  readonly number: number;
  /** In the order in which they are written; lists are lists of names. The first is the ID or the title. */
  readonly fields: readonly PlannedField[];
  /** The name of the list in which its children stand. */
  readonly childList: string;
  readonly children: readonly PlannedItem[];
}

export type PlannedField = readonly [key: string, value: string | readonly string[]];

export interface PlannedList {
  readonly name: string;
  readonly items: readonly PlannedItem[];
}

export interface Plan {
  readonly head: readonly PlannedField[];
  readonly lists: readonly PlannedList[];
}

/** A plan with about so many stories: as different from others as plans of people are. */
export function randomPlan(random: RandomNumbers, stories: number): Plan {
  return new Planner(random).plan(stories);
}

const WORDS = [
  ...'Refund API ledger for shoppers invoice export search import mobile checkout login'.split(' '),
  ...'faster dark theme accounts reports (beta) audit webhooks v2 50% currency & tax user’s größer —'.split(' '),
] as [string, ...string[]];
const STATUSES = ['planned', 'in progress', 'done', 'blocked', 'Todo', 'shipped'] as const;
const OWNERS = ['ana', 'Ben Okri', 'chris@acme.example', 'dora'] as const;

class Planner {
  private number = 0;
  private readonly key: string;
  private readonly hasIds: boolean;
  private readonly titleKey: string;

  constructor(private readonly random: RandomNumbers) {
    this.key = random.pick(['PAY', 'WEB', 'X1', 'CORE']);
    this.hasIds = random.chance(0.85);
    this.titleKey = random.chance(0.8) ? 'title' : random.pick(['name', 'summary']);
  }

  plan(stories: number): Plan {
    const { random } = this;
    const head: PlannedField[] = [];
    if (random.chance(0.7)) head.push(['product', this.words(2)]);
    if (random.chance(0.3)) head.push(['vision', `${this.words(6)}.`]);
    if (random.chance(0.3) && this.hasIds) head.push(['keys', [this.key]]);
    const lists: PlannedList[] = [];
    if (random.chance(0.4)) lists.push({ name: 'goals', items: this.some(1, 3, () => this.goal()) });
    if (random.chance(0.6)) lists.push({ name: 'releases', items: this.some(1, 4, () => this.release()) });
    const hasEpics = random.chance(0.65);
    if (hasEpics) {
      lists.push({ name: random.chance(0.8) ? 'epics' : 'initiatives', items: this.epics(stories) });
    }
    if (!hasEpics || random.chance(0.3)) {
      const count = hasEpics ? 2 + random.below(4) : stories;
      lists.push({ name: random.chance(0.7) ? 'stories' : 'items', items: this.exactly(count, () => this.story()) });
    }
    if (random.chance(0.3)) lists.push({ name: 'risks', items: this.some(1, 3, () => this.risk()) });
    return { head, lists };
  }

  private epics(stories: number): PlannedItem[] {
    const epics: PlannedItem[] = [];
    for (let left = stories; left > 0; ) {
      const count = Math.min(left, 1 + this.random.below(8));
      left -= count;
      const number = this.number++;
      const fields = this.fieldsOf(number, ['owner', 'goal', 'release', 'description']);
      epics.push({ number, fields, childList: 'stories', children: this.exactly(count, () => this.story()) });
    }
    return epics;
  }

  private story(): PlannedItem {
    const number = this.number++;
    const optional = ['status', 'owner', 'due', 'estimate', 'labels', 'depends', 'description', 'team area', 'link'];
    const fields = this.fieldsOf(number, optional);
    const children = this.random.chance(0.15) ? this.some(1, 3, () => this.task()) : [];
    return { number, fields, childList: 'tasks', children };
  }

  private task(): PlannedItem {
    const number = this.number++;
    return this.leaf(number, this.fieldsOf(number, ['status', 'owner']));
  }

  private release(): PlannedItem {
    const number = this.number++;
    return this.leaf(number, [
      ['id', `v${number}.0`],
      ['title', this.words(2)],
      ['date', this.day()],
    ]);
  }

  private goal(): PlannedItem {
    const number = this.number++;
    return this.leaf(number, [
      ['id', `G${number}`],
      ['title', this.words(5)],
    ]);
  }

  private risk(): PlannedItem {
    const number = this.number++;
    return this.leaf(number, [
      ['id', `R${number}`],
      ['title', this.words(4)],
      ['probability', this.random.pick(['high', '3', '40%'])],
      ['impact', this.random.pick(['4', 'low'])],
    ]);
  }

  private leaf(number: number, fields: readonly PlannedField[]): PlannedItem {
    return { number, fields, childList: 'tasks', children: [] };
  }

  private fieldsOf(number: number, optional: readonly string[]): PlannedField[] {
    const fields: PlannedField[] = this.hasIds ? [['id', `${this.key}-${number + 1}`]] : [];
    // No two titles are the same, so that items without an ID can be told apart.
    fields.push([this.titleKey, `${this.words(1 + this.random.below(5))} ${number + 1}`]);
    for (const key of optional) {
      if (this.random.chance(0.35)) {
        fields.push([key, this.valueOf(key)]);
      }
    }
    return fields;
  }

  private valueOf(key: string): string | readonly string[] {
    const { random } = this;
    switch (key) {
      case 'status':
        return random.pick(STATUSES);
      case 'owner':
        return random.pick(OWNERS);
      case 'due':
        return this.day();
      case 'estimate':
        return random.pick(['3', '5', '3d', '2w']);
      case 'labels':
        return this.exactly(1 + random.below(3), () => random.pick(['api', 'web', 'needs design', 'db']));
      case 'depends':
        return this.exactly(1 + random.below(2), () => `${this.key}-${1 + random.below(this.number)}`);
      case 'link':
        return `https://tracker.example/browse/${this.key}-${random.below(99)}?a=b#c`;
      case 'description':
        return `${this.words(6)}.\n${this.words(5)}: ${this.words(3)}.`;
      default:
        return this.words(2);
    }
  }

  private words(count: number): string {
    return this.exactly(count, (at) =>
      at === 0 ? this.random.pick(['Refund', 'Offline', 'A', 'See']) : this.random.pick(WORDS),
    ).join(' ');
  }

  private day(): string {
    return `2027-0${1 + this.random.below(9)}-1${this.random.below(9)}`;
  }

  private some<T>(least: number, most: number, make: () => T): T[] {
    return this.exactly(least + this.random.below(most - least + 1), make);
  }

  private exactly<T>(count: number, make: (at: number) => T): T[] {
    return Array.from({ length: count }, (_, at) => make(at));
  }
}
