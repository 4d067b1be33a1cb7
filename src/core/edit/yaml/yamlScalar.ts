import type { ScalarStyle } from '../values/dialect';

/** Types whose values are words; what looks like a number or date among them is set in quotes, so that other readers take it so. */
const WORDS: ReadonlySet<ScalarStyle['type']> = new Set([undefined, 'text', 'name', 'names', 'paths', 'criteria']);

/** Words on one line, with quotes where they are needed or where neighbours have them. */
export function yamlScalar(text: string, { inBrackets, quote, type }: ScalarStyle): string {
  // `release: 1.10` stays as bare as `release: 1.9` was.
  const isBareName = quote === '' && type === 'name' && /^[\d.]+$/.test(text);
  const isPlain = isSafe(text, inBrackets) && (isBareName || !(WORDS.has(type) && isOtherType(text)));
  if (isPlain && (quote === undefined || quote === '')) {
    return text;
  }
  return quote === "'" && text !== '' && !UNPRINTABLE.test(text)
    ? `'${text.replaceAll("'", "''")}'`
    : doubleQuoted(text);
}

/** Letters that a text in single quotes cannot have, or not on one line. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029\uFEFF]/u;

/** Whether every reader of YAML takes the words as they are. */
function isSafe(text: string, inBrackets: boolean): boolean {
  return (
    text.trim() === text &&
    text !== '' &&
    !/^[-?:,[\]{}#&*!|>'"%@`=]/.test(text.replace(/^-(?=[\p{L}\p{N}])/u, '')) &&
    !/:(?:\s|$)|\s#/.test(text) &&
    !(inBrackets && /[,[\]{}]|:$/.test(text)) &&
    !/^(?:---|\.\.\.|<<)|^(?:~|null)$/i.test(text) &&
    !UNPRINTABLE.test(text)
  );
}

/** `true`, `null`, `1.10`, `2026-08-28`: what readers of YAML 1.1 or 1.2 take for something else than words. */
function isOtherType(text: string): boolean {
  return (
    /^(?:~|null|true|false|yes|no|on|off|y|n|\.nan|[-+]?\.inf)$/i.test(text) ||
    /^[-+]?(?:0[xob])?[\d_,.]*\d[\d_.]*(?:e[-+]?\d+)?$/i.test(text) ||
    /^\d{4}-\d{1,2}-\d{1,2}/.test(text) ||
    /^\d+(?::\d+)+$/.test(text)
  );
}

function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007F-\u009F\u2028\u2029\uFEFF]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
