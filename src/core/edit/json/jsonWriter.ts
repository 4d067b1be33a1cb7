import type { Dialect, ScalarStyle } from '../values/dialect';
import { valuesWriter } from '../values/valuesWriter';

const JSON_DIALECT: Dialect = {
  scalar: jsonScalar,
  key: (name) => JSON.stringify(name),
  hasBlocks: false,
};

const NUMBERS: ReadonlySet<ScalarStyle['type']> = new Set(['number', 'score', 'level', 'share', 'estimate']);

/** Numbers, `true` and `false` are set in quotes only where they stood in quotes. */
function jsonScalar(text: string, { quote, type }: ScalarStyle): string {
  const isNumber = NUMBERS.has(type) && /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text);
  const isFlag = type === 'yesNo' && (text === 'true' || text === 'false');
  return (isNumber || isFlag) && quote !== '"' ? text : JSON.stringify(text);
}

export const jsonWriter = valuesWriter(JSON_DIALECT);
