import { styleText } from 'node:util';
import { oneLine } from '../core/report/oneLine';
import { cutToWidth, wrapToWidth } from './textWidth';

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
  /** A value as JSON in which the text of a repository cannot drive the terminal either. */
  printJson(value: unknown): void;
  warn(text: string): void;
  /** Shows one line of progress on a terminal, in the place of the last; undefined removes it. */
  progress(text: string | undefined): void;
  style(style: Style, text: string): string;
  /** The text in one line that is no longer than the terminal is wide. */
  fit(text: string): string;
  /** The text in lines that all fit behind an indentation of so many columns, which they do not hold. */
  wrap(text: string, indentation: number): string[];
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
    printJson: (value) => stdout.write(`${jsonText(value)}\n`),
    warn: (text) => stderr.write(`${oneLine(text)}\n`),
    progress: (text) => {
      if (showsProgress) {
        stderr.write(text === undefined ? '\r\u001b[K' : `\r\u001b[K${text}`);
      }
    },
    style: (style, text) => (colored ? styleText(style, text, { validateStream: false }) : text),
    fit: (text) => (width === undefined ? oneLine(text) : cutToWidth(oneLine(text), width)),
    wrap: (text, indentation) =>
      width === undefined ? [oneLine(text)] : wrapToWidth(oneLine(text), Math.max(width - indentation, 1)),
  };
}

/** Control characters below the space are escaped in any JSON; the others may be. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, undefined, 2);
  return text.replace(/[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
