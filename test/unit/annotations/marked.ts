import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** One case of a file of cases. */
interface MarkedCase {
  /** Why the case is there. */
  readonly reason: string;
  /** Name of the source file that the text stands for. */
  readonly file: string;
  /** The text with marks around what is expected. */
  readonly marked: string;
}

/**
 * Reads the files of a folder. A file begins with `file: NAME`; a case is `--- reason`, perhaps a `file: NAME` of its own, and
 * the text.
 */
export function readMarkedCases(folder: string): { readonly name: string; readonly cases: readonly MarkedCase[] }[] {
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name, cases: parseCases(readFileSync(path.join(folder, name), 'utf8')) }));
}

function parseCases(content: string): MarkedCase[] {
  const [head = '', ...blocks] = content.split(/^--- /m);
  const common = /^file: (.*)$/m.exec(head)?.[1] ?? '';
  return blocks.map((block) => {
    const [, reason = '', own, marked = ''] = /^(.*)\n(?:file: (.*)\n)?([^]*)$/.exec(block) ?? [];
    return { reason, file: own ?? common, marked: marked.replace(/\n+$/, '') };
  });
}

export function withoutMarks(marked: string): string {
  return marked.replace(/[«»‹›]/g, '');
}
