import { existsSync, writeFileSync } from 'node:fs';
import { UsageError } from './commandLine';
import type { Terminal } from './terminal';

/** Where a result goes that may be a file. */
export interface OutputOptions {
  readonly output: string | undefined;
  readonly force: boolean;
}

/** Refuses before any work is done for it. */
export function checkOutput({ output, force }: OutputOptions): void {
  if (output !== undefined && !force && existsSync(output)) {
    throw new UsageError(`There is a file ${output} already. Name another one, or overwrite it with --force.`);
  }
}

/** Writes a result to its file, or prints it. A file that came to be there meanwhile is not overwritten either. */
export function writeOutput(text: string, { output, force }: OutputOptions, terminal: Terminal): void {
  if (output === undefined) {
    terminal.print(text);
    return;
  }
  try {
    writeFileSync(output, text, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`The file ${output} could not be written: ${reason}.`);
  }
}
