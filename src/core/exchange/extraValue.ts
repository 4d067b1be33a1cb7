import { parseDocument } from 'yaml';
import type { Value } from './draft';

/** Longer texts are kept as the words they are. */
const LONGEST = 20_000;

/**
 * What a field of a team's own says. Lists and mappings, of which a roadmap keeps the text alone, become values again, so that
 * they are not written as a text of several lines.
 */
export function extraValue(text: string): Value {
  if (!/^[[{]|^- |\n/.test(text) || text.length > LONGEST) {
    return text;
  }
  // The first line stands without the indentation that those of its level have, or two less behind the dash of a list.
  const indents = Array.from(text.matchAll(/\n( *)(?=\S)/g), (match) => match[1]?.length ?? 0);
  const least = indents.reduce((a, b) => Math.min(a, b), LONGEST);
  for (const indent of least === LONGEST ? [0] : [least, Math.max(0, least - 2), 0]) {
    const value = parsed(`${' '.repeat(indent)}${text}`);
    if (value !== undefined) {
      return value;
    }
  }
  return text;
}

function parsed(text: string): Value | undefined {
  try {
    const document = parseDocument(text, { schema: 'failsafe', logLevel: 'silent' });
    const value: unknown = document.errors.length === 0 ? document.toJS() : undefined;
    return typeof value === 'object' && value !== null ? asValue(value) : undefined;
  } catch {
    return undefined;
  }
}

function asValue(value: unknown): Value {
  if (Array.isArray(value)) {
    return value.map(asValue);
  }
  if (typeof value === 'object' && value !== null) {
    return new Map(Object.entries(value).map(([name, each]) => [name, asValue(each)]));
  }
  return typeof value === 'string' ? value : '';
}
