import { escapePattern } from './escapePattern';

/**
 * A fixed string, of which case counts, and what may stand around it: what a searcher over files looks for before any file
 * is read as a text. Told of bytes, so letters beyond ASCII never stand in the way: a pattern may find too much, never too
 * little.
 */
export interface SearchPattern {
  readonly text: string;
  /** `break`: no ASCII letter, digit, `_` or `$`; the beginning of a line too. */
  readonly before: 'anything' | 'break';
  /** `digit`: one of 0 to 9. `break`: as before, the end of a line too. */
  readonly next: 'anything' | 'break' | 'digit';
}

/** Found wherever its letters stand; the empty text is in every file. */
export function anywhere(text: string): SearchPattern {
  return { text, before: 'anything', next: 'anything' };
}

/** Each text once, in the first of its forms. */
export function distinctPatterns(patterns: readonly SearchPattern[]): SearchPattern[] {
  const byText = new Map<string, SearchPattern>();
  for (const pattern of patterns) {
    if (!byText.has(pattern.text)) {
      byText.set(pattern.text, pattern);
    }
  }
  return [...byText.values()];
}

const BEFORE = { anything: '', break: '(?<![A-Za-z0-9_$])' } as const;
const NEXT = { anything: '', break: '(?![A-Za-z0-9_$])', digit: '(?=[0-9])' } as const;

/** All of them as one expression that JavaScript and PCRE understand alike. Without any pattern, it matches nothing. */
export function searchExpression(patterns: readonly SearchPattern[]): string {
  const groups = new Map<string, { readonly around: SearchPattern; readonly texts: string[] }>();
  for (const pattern of patterns) {
    const key = `${pattern.before} ${pattern.next}`;
    const group = groups.get(key) ?? { around: pattern, texts: [] };
    groups.set(key, group);
    group.texts.push(escapePattern(pattern.text));
  }
  const alternatives = Array.from(
    groups.values(),
    ({ around, texts }) => `${BEFORE[around.before]}(?:${texts.join('|')})${NEXT[around.next]}`,
  );
  return alternatives.join('|') || '(?!)';
}
