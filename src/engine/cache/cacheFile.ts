import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inSlices } from '../inSlices';

/**
 * One file of a cache: a line that says what it is about, lines of JSON, and a last line by which a file that was cut short
 * is told. Whatever is wrong with it, it counts as missing.
 */
export interface CacheFile {
  readonly path: string;
  /** Of the same header only is the content any good: the version of everything that made it, and what it was made from. */
  readonly header: unknown;
}

/** @returns undefined when there is none, or it is of another header, damaged, or cannot be read */
export async function readCacheFile({ path, header }: CacheFile): Promise<unknown[] | undefined> {
  try {
    const lines = readFileSync(path, 'utf8').split('\n');
    if (lines[0] !== JSON.stringify(header) || lines.at(-1) !== lastLine(lines.length - 2)) {
      return undefined;
    }
    const records: unknown[] = [];
    await inSlices(lines.slice(1, -1), (line) => records.push(withUndefined(JSON.parse(line))));
    markUsed(path);
    return records;
  } catch {
    return undefined;
  }
}

/**
 * Puts a new file in the place of the old one in one step, so that others, in this process or another, read either.
 *
 * @throws when the disk is full or may not be written to; the old file is still there then
 */
export async function writeCacheFile({ path, header }: CacheFile, records: Iterable<unknown>): Promise<void> {
  const lines = [JSON.stringify(header)];
  let length = 0;
  await inSlices(records, (record) => {
    const line = JSON.stringify(record, (_key, value: unknown) => (value === undefined ? null : value));
    length += line.length;
    lines.push(line);
  });
  mkdirSync(dirname(path), { recursive: true });
  if (length > LARGEST_LENGTH) {
    rmSync(path, { force: true });
    return;
  }
  lines.push(lastLine(lines.length - 1));
  const draft = `${path}.${randomUUID()}${DRAFT}`;
  try {
    writeFileSync(draft, lines.join('\n'), { flag: 'wx', mode: 0o600 });
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** Larger ones are read more slowly than what they remember. */
const LARGEST_LENGTH = 128 * 1024 * 1024;

const DRAFT = '.draft';

function lastLine(records: number): string {
  return `"end of ${records}"`;
}

/** JSON knows no `undefined`; it was written as `null`, which nothing that is cached uses. */
function withUndefined(value: unknown): unknown {
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      value[index] = value[index] === null ? undefined : withUndefined(value[index]);
    }
  } else if (typeof value === 'object' && value !== null) {
    const fields: Record<string, unknown> = value as Record<string, unknown>;
    for (const key in fields) {
      fields[key] = fields[key] === null ? undefined : withUndefined(fields[key]);
    }
  }
  return value;
}

/** So that those that nobody uses can be told. */
function markUsed(path: string): void {
  try {
    const now = new Date();
    utimesSync(path, now, now);
  } catch {
    // Read-only: it cannot be cleared up either.
  }
}

const LONGEST_UNUSED_MS = 30 * 24 * 3_600_000;
const LARGEST_FOLDER = 512 * 1024 * 1024;

/** Deletes drafts of processes that died, what was not used for a month, and, if it is still too much, what was used last longest ago. */
export function tidyCacheFolder(folder: string, nowMs: number): void {
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap(({ name }) => {
      const path = join(folder, name);
      const stat = statSync(path, { throwIfNoEntry: false });
      return stat ? [{ path, size: stat.size, age: nowMs - stat.mtimeMs, isDraft: name.endsWith(DRAFT) }] : [];
    })
    .sort((a, b) => a.age - b.age);
  let total = 0;
  for (const { path, size, age, isDraft } of files) {
    total += size;
    if (total > LARGEST_FOLDER || age > (isDraft ? 3_600_000 : LONGEST_UNUSED_MS)) {
      rmSync(path, { force: true });
    }
  }
}
