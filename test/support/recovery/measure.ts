import { type RandomNumbers, randomNumbers } from '../../../scripts/bench/randomNumbers';
import { damaged, type Damage, type DamagedText } from './damage';
import { JSON_DAMAGES } from './jsonDamages';
import { randomPlan } from './plan';
import { readWritten } from './reading';
import { textOf, type WrittenText } from './writtenText';
import { writeJson } from './writeJson';
import { writeYaml } from './writeYaml';
import { YAML_DAMAGES } from './yamlDamages';

export interface Tally {
  texts: number;
  /** Items whose own text holds no damage, and how many of them were read as in the text without damage. */
  undamaged: number;
  read: number;
  /** Undamaged items with other fields or another parent, and items that nobody wrote. */
  wrong: number;
  damages: number;
  /** Statements about the writing (WM101). */
  problems: number;
}

export interface Miss {
  readonly seed: number;
  readonly kinds: readonly string[];
  /** The lines that differ, with those around them. */
  readonly changes: string;
  readonly what: string;
}

export interface Measured {
  readonly total: Tally;
  /** Of texts with one kind of damage only. */
  readonly byKind: ReadonlyMap<string, Tally>;
  readonly misses: readonly Miss[];
}

type Written = 'yaml' | 'json';

/** Reads so many made-up roadmaps with one to five damages each, and then some with one damage of each kind. */
export function measureRecovery(format: Written, texts: number, seed: number, textsOfEachKind = 0): Measured {
  const kinds = DAMAGES[format];
  const total = emptyTally();
  const byKind = new Map<string, Tally>();
  const misses: Miss[] = [];
  for (let at = 0; at < texts; at++) {
    const random = randomNumbers(seed + at);
    const text = WRITERS[format](random, storiesOf(at, random));
    count(total, text, damaged(text, kinds, random), misses, seed + at);
  }
  for (const [kind, damage] of kinds) {
    const tally = emptyTally();
    byKind.set(kind, tally);
    for (let at = 0; at < textsOfEachKind; at++) {
      const random = randomNumbers(seed + 7919 * (at + 1));
      const text = WRITERS[format](random, 3 + random.below(20));
      count(tally, text, damaged(text, new Map([[kind, damage]]), random, 1), misses, seed + 7919 * (at + 1));
    }
  }
  return { total, byKind, misses };
}

/** The names of all damages that are done to such texts. */
export function damageKinds(format: Written): readonly string[] {
  return [...DAMAGES[format].keys()];
}

const DAMAGES: Readonly<Record<Written, ReadonlyMap<string, Damage>>> = { yaml: YAML_DAMAGES, json: JSON_DAMAGES };

const WRITERS: Readonly<Record<Written, (random: RandomNumbers, stories: number) => WrittenText>> = {
  yaml: (random, stories) => writeYaml(randomPlan(random, stories), random),
  json: (random, stories) => writeJson(randomPlan(random, stories), random),
};

/** From a few lines to, now and then, several thousand. */
function storiesOf(at: number, random: RandomNumbers): number {
  return at % 100 === 99 ? 800 : 3 + random.below(at % 10 === 9 ? 150 : 30);
}

function count(tally: Tally, text: WrittenText, broken: DamagedText, misses: Miss[], seed: number): void {
  const expected = readWritten(text);
  const actual = readWritten(broken);
  const note = (what: string) => misses.push({ seed, kinds: broken.kinds, changes: changesIn(text, broken), what });
  if (expected.problems.length > 0 || expected.invented.length > 0) {
    throw new Error(
      `The text of seed ${seed} is not right: ${expected.problems[0]?.message} ${expected.invented[0]}\n${textOf(text)}`,
    );
  }
  tally.texts += 1;
  tally.damages += broken.kinds.length;
  tally.problems += actual.problems.filter(({ code }) => code === 'WM101').length;
  for (const what of actual.invented) {
    tally.wrong += 1;
    note(`invented: ${what}`);
  }
  for (const [owner, item] of expected.items) {
    if (broken.touched.has(owner)) {
      continue;
    }
    tally.undamaged += 1;
    const found = actual.items.get(owner);
    if (found === undefined) {
      note(`not read: ${item.said}`);
    } else if (found.said !== item.said || found.parent !== item.parent) {
      tally.wrong += 1;
      note(`wrong: ${found.parent} ${found.said}\nright: ${item.parent} ${item.said}`);
    } else {
      tally.read += 1;
    }
  }
}

/** What the damages made of the text. */
function changesIn({ lines }: WrittenText, broken: WrittenText): string {
  const known = new Map<string, number>();
  for (const { text } of lines) {
    known.set(text, (known.get(text) ?? 0) + 1);
  }
  const differing = broken.lines.map(({ text }) => {
    const left = known.get(text) ?? 0;
    known.set(text, left - 1);
    return left <= 0;
  });
  return broken.lines
    .map(({ text }, at) =>
      differing.slice(Math.max(0, at - 5), at + 6).some(Boolean) ? `${differing[at] ? '>' : ' '} ${text}\n` : '',
    )
    .join('');
}

function emptyTally(): Tally {
  return { texts: 0, undamaged: 0, read: 0, wrong: 0, damages: 0, problems: 0 };
}
