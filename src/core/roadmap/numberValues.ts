import { t } from '../words/t';
import type { NumberValue } from '../model/roadmap';
import { estimateOf } from './estimateWords';
import { isStated, oneScalar } from './oneValue';
import { quoted, type ReadContext, report } from './readContext';
import type { ValueNode } from './valueNode';

/** Words for 1 to 5. */
const LEVELS: ReadonlyMap<string, number> = new Map([
  ['very low', 1],
  ['lowest', 1],
  ['negligible', 1],
  ['rare', 1],
  ['low', 2],
  ['minor', 2],
  ['unlikely', 2],
  ['medium', 3],
  ['moderate', 3],
  ['med', 3],
  ['possible', 3],
  ['high', 4],
  ['major', 4],
  ['likely', 4],
  ['very high', 5],
  ['highest', 5],
  ['critical', 5],
  ['severe', 5],
  ['almost certain', 5],
]);

/** Whether a text is one of the words for 1 to 5. */
export function isLevel(text: string): boolean {
  return LEVELS.has(wordKey(text));
}

function wordKey(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[-_\s]+/g, ' ');
}

const CONFIDENCE_WORDS: ReadonlyMap<string, number> = new Map([
  ['high', 1],
  ['medium', 0.8],
  ['low', 0.5],
]);

export function readNumber(context: ReadContext, field: string, node: ValueNode): NumberValue | undefined {
  return numberWith(context, field, node, t('a number'), ({ number }) => number);
}

/** 1 to 5, or words (low = 2, medium = 3, high = 4). A fraction below 1 is allowed: RICE counts impact from 0.25. */
export function readScore(context: ReadContext, field: string, node: ValueNode): NumberValue | undefined {
  return numberWith(context, field, node, t('a number from 1 to 5'), ({ word, number, percent }) => {
    const value = LEVELS.get(word) ?? (percent ? undefined : number);
    return value !== undefined && value > 0 && value <= 5 ? value : undefined;
  });
}

/** A number; words as for {@link readScore}; a size or working time as an estimate has it, in points or days. */
export function readAmount(context: ReadContext, field: string, node: ValueNode): NumberValue | undefined {
  return numberWith(
    context,
    field,
    node,
    t('a number, or low, medium or high'),
    ({ word, number, percent }) => LEVELS.get(word) ?? (percent ? undefined : (number ?? estimateOf(word)?.value)),
  );
}

/** 1 to 5, words as for {@link readScore}, or a share of one, of which each fifth is a level: 40% = 2. */
export function readLevel(context: ReadContext, field: string, node: ValueNode): NumberValue | undefined {
  return numberWith(
    context,
    field,
    node,
    t('a number from 1 to 5, low, medium or high'),
    ({ word, number, percent }) => {
      const level = LEVELS.get(word);
      if (level !== undefined || number === undefined) {
        return level;
      }
      if ((percent || number < 1) && number >= 0 && number <= 1) {
        return Math.max(1, Math.ceil(number * 5));
      }
      return !percent && number >= 1 && number <= 5 ? number : undefined;
    },
  );
}

/** A share of one: `80%`, `80` and `0.8` are the same; high = 1, medium = 0.8, low = 0.5. */
export function readShare(context: ReadContext, field: string, node: ValueNode): NumberValue | undefined {
  return numberWith(context, field, node, t('a share such as 80% or 0.8'), ({ word, number, percent }) => {
    const share =
      CONFIDENCE_WORDS.get(word) ?? (number !== undefined && !percent && number > 1 ? number / 100 : number);
    return share !== undefined && share >= 0 && share <= 1 ? share : undefined;
  });
}

interface ReadNumber {
  /** In lower case, words parted by one space. */
  readonly word: string;
  readonly number: number | undefined;
  /** It was written with `%`, and `number` is the share of one. */
  readonly percent: boolean;
}

function numberWith(
  context: ReadContext,
  field: string,
  node: ValueNode,
  allowed: string,
  convert: (read: ReadNumber) => number | undefined,
): NumberValue | undefined {
  const scalar = oneScalar(context, field, node);
  if (scalar === undefined || !isStated(scalar.text)) {
    return undefined;
  }
  const word = wordKey(scalar.text);
  const match = /^([-+]?(?:\d[\d_,]*(?:\.\d+)?|\.\d+)(?:e[-+]?\d{1,3})?)\s*(%?)$/i.exec(scalar.text.trim());
  const plain = match ? Number(match[1]?.replace(/[_,]/g, '')) : Number.NaN;
  const percent = match?.[2] === '%';
  const number = Number.isFinite(plain) ? (percent ? plain / 100 : plain) : undefined;
  const value = convert({ word, number, percent });
  return value === undefined
    ? report(context, 'WM105', scalar.span, t('`{0}` takes {1}, not {2}.', field, allowed, quoted(scalar.text)))
    : { value, span: scalar.inner };
}
