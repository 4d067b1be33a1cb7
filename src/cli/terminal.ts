import { styleText } from 'node:util';

/** The streams of a process, or stand-ins for them. */
export interface Streams {
  readonly stdout: NodeJS.WritableStream & { readonly columns?: number; readonly isTTY?: boolean };
  readonly stderr: NodeJS.WritableStream & { readonly columns?: number; readonly isTTY?: boolean };
}

export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'blue' | 'cyan';

/** Where a command prints: results to stdout, everything else to stderr. */
export interface Terminal {
  /** Characters in a line; undefined: no terminal, so lines are as long as they are. */
  readonly width: number | undefined;
  print(text: string): void;
  warn(text: string): void;
  /** Shows one line of progress on a terminal, in the place of the last; undefined removes it. */
  progress(text: string | undefined): void;
  style(style: Style, text: string): string;
  /** The text in one line that is no longer than the terminal is wide. */
  fit(text: string): string;
}

export function createTerminal(
  streams: Streams,
  options: { readonly color: 'auto' | 'always' | 'never'; readonly quiet: boolean },
): Terminal {
  const { stdout, stderr } = streams;
  const colored =
    options.color === 'always' || (options.color === 'auto' && stdout.isTTY === true && !process.env['NO_COLOR']);
  const width = stdout.isTTY ? (stdout.columns ?? 80) : undefined;
  const showsProgress = stderr.isTTY === true && !options.quiet;
  return {
    width,
    print: (text) => stdout.write(text),
    warn: (text) => stderr.write(`${text}\n`),
    progress: (text) => {
      if (showsProgress) {
        stderr.write(text === undefined ? '\r\u001b[K' : `\r\u001b[K${text}`);
      }
    },
    style: (style, text) => (colored ? styleText(style, text, { validateStream: false }) : text),
    fit: (text) => {
      const line = printable(text);
      return width === undefined || line.length <= width ? line : `${line.slice(0, Math.max(width - 1, 1))}…`;
    },
  };
}

/** Control characters, and marks that turn the direction of writing. */
const UNPRINTABLE = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** One line without control characters: text of a repository must not drive the terminal. */
export function printable(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ').replace(UNPRINTABLE, '\ufffd');
}
