import type { ValuePlace } from './place';

/** A value as the place needs it: quoted where it would be read as something else, escaped where it stands in quotes. */
export function writtenValue(
  value: string,
  { notation, quote, field }: Pick<ValuePlace, 'notation' | 'quote' | 'field'>,
): string {
  if (notation === 'markdown') {
    return value;
  }
  if (quote === "'") {
    return value.replaceAll("'", "''");
  }
  const escaped = value.replace(/["\\]/g, '\\$&');
  if (quote === '"') {
    return escaped;
  }
  const isPlain = notation !== 'json' && !needsQuotes(value, notation === 'flow', field.type === 'names');
  return isPlain ? value : `"${escaped}"`;
}

/** @param isSplit commas part values of this field */
function needsQuotes(value: string, isFlow: boolean, isSplit: boolean): boolean {
  return (
    value !== value.trim() ||
    /^(?:[#&*!|>%@`"'[\]{},]|[-?:](?:\s|$)|$|~$|null$)/i.test(value) ||
    /:(?:\s|$)|\s#/.test(value) ||
    (isFlow && /[,[\]{}]/.test(value)) ||
    (isSplit && value.includes(','))
  );
}
