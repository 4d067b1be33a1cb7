import type { Finding } from '../model/finding';
import type { Place } from '../model/span';

/** The text of a place; empty when it cannot be read any more. */
export type TextOf = (place: Place) => string;

/** A finding with the name under which it is known again. */
export interface NamedFinding {
  readonly finding: Finding;
  /** 16 hexadecimal digits. Findings that nothing tells apart have the same. */
  readonly fingerprint: string;
}

/**
 * Names findings so that they are known again in another state of the files: by the code, the item, and the words that the
 * finding stands at. Lines, paths, dates and counts take no part, so it survives that its line or its file moves, that its
 * item's title is reworded, and that its message counts one commit more.
 */
export function nameFindings(findings: readonly Finding[], textOf: TextOf): NamedFinding[] {
  return findings.map((finding) => ({ finding, fingerprint: hash(identityOf(finding, textOf)) }));
}

/** `fingerprint:1`, `fingerprint:2` … in the order given: no two are the same. */
export function numbered(findings: readonly NamedFinding[]): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ fingerprint }) => {
    const number = (seen.get(fingerprint) ?? 0) + 1;
    seen.set(fingerprint, number);
    return `${fingerprint}:${number}`;
  });
}

function identityOf(finding: Finding, textOf: TextOf): string {
  const { code, item, message, place } = finding;
  const words = wordsOf(finding.about ?? textOf(place));
  return [code, item ?? '', words === '' && item === undefined ? wordsOf(message) : words].join('\n');
}

/** So many letters of a text tell it from any other. */
const ENOUGH = 400;

/** The words without those that are only numbers, in small letters: `PAY-12` and `#12` are names, `3` and `2026-08-03` are not. */
function wordsOf(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}_#-]+/gu) ?? [];
  return words
    .filter((word) => /\p{L}|^#\d/u.test(word))
    .join(' ')
    .slice(0, ENOUGH);
}

const MASK = (1n << 64n) - 1n;

/** FNV-1a of 64 bits over UTF-16 units (Fowler, Noll, Vo): fingerprints are to differ, not to withstand an attack. */
function hash(text: string): string {
  let value = 0xcbf29ce484222325n;
  for (let at = 0; at < text.length; at++) {
    value = ((value ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n) & MASK;
  }
  return value.toString(16).padStart(16, '0');
}
