import type { FieldText } from '../roadmapEdit';
import type { FieldPlace } from './fieldPlaces';

/** A value in words, on one line. */
export function valueText(value: FieldText): string {
  return (typeof value === 'string' ? value : value.join(', ')).replace(/\s*[\r\n]+\s*/g, ' ');
}

/** The value that takes the place of a former one, with its sign and its unit: `@ana`, `5pt`. */
export function valueInPlaceOf(text: string, field: string, value: FieldText, former: FieldPlace): string {
  const old = text.slice(former.value.start, former.value.end);
  return dressed(field, value, old, old.startsWith('@'));
}

/** The value as another item has the field, with the same sign and unit. */
export function valueLike(text: string, field: string, value: FieldText, example: FieldPlace): string {
  const old = text.slice(example.value.start, example.value.end);
  return dressed(field, value, old, old.startsWith('@') || text.charAt(example.value.start - 1) === '@');
}

function dressed(field: string, value: FieldText, old: string, hasAt: boolean): string {
  const words = valueText(value);
  if (field === 'owner') {
    return hasAt && !/\s/.test(words) ? `@${words}` : words;
  }
  const unit = /^[\d.]+(\s?(?:pts?|points?|sp))$/i.exec(old)?.[1];
  return field === 'estimate' && unit && /^[\d.]+$/.test(words) ? words + unit : words;
}

/** With a backslash before each sign that Markdown or the roadmap's own signs would take for more than a letter. */
export function escaped(words: string): string {
  return words.replace(/[\\`*_[\]<>~|#@]/g, '\\$&');
}
