import type { RandomNumbers } from '../../../scripts/bench/randomNumbers';
import type { Owner, WrittenLine, WrittenText } from './writtenText';

/** What a kind of damage makes of the lines of a text. undefined: this text has no place for it. */
export type Damage = (lines: readonly WrittenLine[], random: RandomNumbers) => Damaged | undefined;

export interface Damaged {
  readonly lines: readonly WrittenLine[];
  /** The items whose own text is touched. */
  readonly touched: readonly Owner[];
}

export interface DamagedText extends WrittenText {
  readonly touched: ReadonlySet<Owner>;
  readonly kinds: readonly string[];
}

/** One to five damages of the kinds given, one after the other. */
export function damaged(
  text: WrittenText,
  kinds: ReadonlyMap<string, Damage>,
  random: RandomNumbers,
  count = 1 + random.below(5),
): DamagedText {
  const touched = new Set<Owner>();
  const done: string[] = [];
  let { lines } = text;
  const names = [...kinds.keys()] as [string, ...string[]];
  for (let tries = 0; done.length < count && tries < 50; tries++) {
    const name = random.pick(names);
    const result = kinds.get(name)?.(lines, random);
    if (result) {
      done.push(name);
      ({ lines } = result);
      result.touched.forEach((owner) => touched.add(owner));
    }
  }
  return { ...text, lines, touched, kinds: done };
}

/** A damage of one line: it becomes the lines that `change` gives, of the same owner. */
export function ofLine(
  fits: (line: WrittenLine) => boolean,
  change: (text: string, random: RandomNumbers) => string | undefined,
): Damage {
  return (lines, random) => {
    const at = pickLine(lines, random, fits);
    const line = at === undefined ? undefined : lines[at];
    const text = line && change(line.text, random);
    if (at === undefined || !line || text === undefined || text === line.text) {
      return undefined;
    }
    return { lines: lines.with(at, { ...line, text }), touched: [line.owner] };
  };
}

/** The place of a random line of those that fit. */
export function pickLine(
  lines: readonly WrittenLine[],
  random: RandomNumbers,
  fits: (line: WrittenLine) => boolean,
): number | undefined {
  const places = lines.flatMap((line, at) => (line.kind === 'field' && fits(line) ? [at] : []));
  return places.length === 0 ? undefined : places[random.below(places.length)];
}

/** Puts a line before the one at `at`. It is part of an item's text when it stands between two of its lines, or as its fields do. */
export function inserted(lines: readonly WrittenLine[], at: number, text: string): Damaged {
  const former = lines.slice(0, at).findLast((line) => line.text.trim() !== '' && line.kind !== 'comment');
  const fields = /^ *(?:- +(?=[\w ]+:))?/.exec(former?.text ?? '')?.[0].length ?? 0;
  const isInside = former?.owner !== undefined && (former.owner === lines[at]?.owner || indentOf(text) >= fields);
  const line: WrittenLine = { text, owner: isInside ? former.owner : undefined, kind: 'comment' };
  return { lines: lines.toSpliced(at, 0, line), touched: isInside ? [former.owner] : [] };
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}

/** What a merge leaves behind: some lines as they are, and as somebody else has them. */
export const conflict: Damage = (lines, random) => {
  const at = pickLine(lines, random, () => true) ?? 0;
  const own = lines.slice(at, at + 1 + random.below(6));
  if (own.some(({ text }) => /^[<=>]{7}/.test(text))) {
    return undefined;
  }
  const other = random.chance(0.15)
    ? []
    : own.map((line) => ({ ...line, text: line.text.replace(/(\w+)("?,?)$/, 'other$2') }));
  const [upper, lower] = random.chance(0.5) ? [own, other] : [other, own];
  const mark = (text: string): WrittenLine => ({ text, owner: undefined, kind: 'comment' });
  const block = [mark('<<<<<<< HEAD'), ...upper, mark('======='), ...lower, mark('>>>>>>> feature/plan')];
  return { lines: lines.toSpliced(at, own.length, ...block), touched: own.map(({ owner }) => owner) };
};
