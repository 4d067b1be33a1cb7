import type { Terminal } from './terminal';

/** A heading with its entries below, as wide as the terminal; `nothing` where there are none. */
export function section(title: string, entries: readonly string[], terminal: Terminal): string[] {
  const lines = entries.flatMap((entry) => {
    const [first, ...others] = terminal.wrap(entry, 4);
    return [`  ${first}`, ...others.map((line) => `    ${line}`)];
  });
  return ['', title, ...(lines.length === 0 ? ['  nothing'] : lines)];
}
