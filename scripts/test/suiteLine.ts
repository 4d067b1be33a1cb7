const mark = 'suite| ';

/**
 * A line of a suite's report on its way out of the extension host. The editor mixes it with its own log, so it wears
 * a mark: `write` puts it on, `read` takes it off and answers `undefined` for what is not such a line.
 */
export const suiteLine = {
  write: (line: string): string => mark + line,
  read: (message: unknown): string | undefined =>
    typeof message === 'string' && message.startsWith(mark) ? message.slice(mark.length) : undefined,
};
