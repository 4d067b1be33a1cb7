import { Writable } from 'node:stream';
import { runCommandLine } from '../../src/cli/commandLine';

/** What a command printed and how it ended. */
export interface Outcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A terminal of a width; undefined: a pipe or file. */
export interface Screen {
  readonly columns: number;
}

/** Runs `waymark` in this process on streams of its own. */
export async function runWaymark(args: readonly string[], screen?: Screen): Promise<Outcome> {
  const stdout = new TextStream(screen);
  const stderr = new TextStream(screen);
  const exitCode = await runCommandLine(args, { stdout, stderr });
  return { exitCode, stdout: stdout.text, stderr: stderr.text };
}

class TextStream extends Writable {
  readonly isTTY: boolean;
  readonly columns: number;
  text = '';

  constructor(screen: Screen | undefined) {
    super({ decodeStrings: false });
    this.isTTY = screen !== undefined;
    this.columns = screen?.columns ?? 0;
  }

  override _write(chunk: string, _encoding: string, done: () => void): void {
    this.text += chunk;
    done();
  }
}
