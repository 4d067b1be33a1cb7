import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { asksForWork, isCertain } from '../../../core/findings/workTags';
import type { Annotation, FileMarks } from '../../../core/model/marks';
import { isFinished } from '../../../core/model/status';
import { categoryOf } from '../../../core/planning/progress';
import type { ReadonlyTrace } from '../../../core/trace/trace';
import { readOwnFile } from '../../files/readOwnFile';
import { decodeText } from '../../files/readText';
import { inSlices } from '../../inSlices';

/** A file as it is on disk, and the lines of it whose age is wanted. */
export interface WantedLines {
  readonly path: string;
  /** As git names content that no filter changes. */
  readonly hash: string;
  readonly text: string;
  /** From 0, as `\n` ends them, ascending, each once. */
  readonly lines: readonly number[];
  readonly annotations: readonly { readonly annotation: Annotation; readonly line: number }[];
}

/**
 * The annotations that ask for work on an open item, by file.
 *
 * @throws the signal's reason when aborted
 */
export async function annotationsOfOpenItems(
  trace: ReadonlyTrace,
  signal: AbortSignal,
): Promise<ReadonlyMap<FileMarks, ReadonlySet<Annotation>>> {
  const wanted = new Map<FileMarks, Set<Annotation>>();
  await inSlices(
    trace.plan.workItems,
    (item) => {
      for (const link of isFinished(categoryOf(item, trace.plan)) ? [] : trace.evidenceOf(item).annotations) {
        if (asksForWork(link.annotation) && isCertain(link)) {
          const annotations = wanted.get(link.file) ?? new Set();
          wanted.set(link.file, annotations.add(link.annotation));
        }
      }
    },
    { signal },
  );
  return wanted;
}

/**
 * Finds the lines in the file on disk; an annotation of a text that is not saved yet is left out.
 *
 * @param digits of the repository's hashes
 * @returns undefined when the file cannot be read, or holds none of them
 */
export function wantedLines(
  folder: string,
  path: string,
  annotations: Iterable<Annotation>,
  digits: number,
): WantedLines | undefined {
  const bytes = readOwnFile(join(folder, path));
  const decoded = bytes && decodeText(bytes);
  if (!bytes || !decoded || 'skipped' in decoded) {
    return undefined;
  }
  const { text } = decoded;
  const starts = lineStarts(text);
  const found = [...annotations]
    .filter(({ tag, tagSpan }) => text.slice(tagSpan.start, tagSpan.end).toUpperCase().includes(tag))
    .map((annotation) => ({ annotation, line: lineAt(starts, annotation.tagSpan.start) }));
  const hash = createHash(digits === 64 ? 'sha256' : 'sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes);
  const lines = [...new Set(found.map(({ line }) => line))].sort((a, b) => a - b);
  return lines.length === 0 ? undefined : { path, hash: hash.digest('hex'), text, lines, annotations: found };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    starts.push(at + 1);
  }
  return starts;
}

function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}
