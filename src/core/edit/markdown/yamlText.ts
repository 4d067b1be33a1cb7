import type { FieldText } from '../roadmapEdit';

/** Plain where every reader of YAML takes it for words. */
const PLAIN = /^[\p{L}_][\p{L}\p{M}\p{N}_./ -]*$|^\d+(?:-\d+)*$/u;
const NOT_WORDS = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** A value as YAML has it on one line. */
export function yamlText(value: FieldText): string {
  if (typeof value !== 'string') {
    return `[${value.map(yamlText).join(', ')}]`;
  }
  return PLAIN.test(value) && !NOT_WORDS.test(value) ? value : JSON.stringify(value);
}
