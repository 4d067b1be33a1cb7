import { type KnownFinding, knownFinding } from './compareFindings';
import type { NamedFinding } from './fingerprint';

/**
 * A baseline as JSON: one line for each finding, in an order that does not depend on lines, so that a change of it is a small
 * difference. The fingerprint counts; the rest is for people.
 */
export function writeBaseline(findings: readonly NamedFinding[]): string {
  const lines = findings
    .map(knownFinding)
    .sort((a, b) => compare(sortKey(a), sortKey(b)))
    .map(({ fingerprint, code, item, path, message }) =>
      JSON.stringify({ code, item: item ?? null, path, message, fingerprint }),
    );
  const list = lines.length === 0 ? '[]' : `[\n${lines.map((line) => `    ${line}`).join(',\n')}\n  ]`;
  return `{\n  "schemaVersion": 1,\n  "findings": ${list}\n}\n`;
}

function sortKey({ path, code, item, message, fingerprint }: KnownFinding): string {
  return [path, code, item ?? '', fingerprint, message].join('\0');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/**
 * Reads what {@link writeBaseline} wrote, perhaps changed by hand since.
 *
 * @returns what is wrong with it, as the end of a sentence that begins with the file's name
 */
export function readBaseline(text: string): readonly KnownFinding[] | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return `is not valid JSON: ${error instanceof Error ? error.message : String(error)}`;
  }
  const { schemaVersion, findings } = Object(value) as { schemaVersion?: unknown; findings?: unknown };
  if (typeof schemaVersion === 'number' && schemaVersion > 1) {
    return `was written by a newer Waymark (schemaVersion ${schemaVersion})`;
  }
  if (!Array.isArray(findings)) {
    return 'has no list "findings"';
  }
  const known = findings.map(readEntry);
  const broken = known.indexOf(undefined);
  return broken >= 0
    ? `has no fingerprint of 16 hexadecimal digits in entry ${broken + 1}`
    : known.filter((entry) => entry !== undefined);
}

function readEntry(value: unknown): KnownFinding | undefined {
  const entry = Object(value) as Readonly<Record<string, unknown>>;
  const word = (name: string): string | undefined => {
    const text = entry[name];
    return typeof text === 'string' ? text : undefined;
  };
  const fingerprint = word('fingerprint');
  return fingerprint !== undefined && /^[0-9a-f]{16}$/.test(fingerprint)
    ? {
        fingerprint,
        code: word('code') ?? '',
        item: word('item'),
        path: word('path') ?? '',
        message: word('message') ?? '',
      }
    : undefined;
}
