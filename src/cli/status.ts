import { statusText } from '../core/report/statusReport';
import type { Engine } from '../engine/engine';
import { type CommonOptions, EXIT } from './commandLine';
import type { Terminal } from './terminal';

export interface StatusOptions {
  /** Whether facts were waited for: else nothing is known of them, and nothing printed. */
  readonly facts: boolean;
}

/** `waymark status`: what was read, skipped and why, and how long it took. */
export function runStatus(engine: Engine, options: CommonOptions, terminal: Terminal): number {
  const { status } = engine;
  if (options.format === 'json') {
    terminal.printJson({ schemaVersion: 1, ...status });
  } else {
    terminal.print(
      statusText(status)
        .split('\n')
        .map((line) => terminal.fit(line))
        .join('\n'),
    );
  }
  return EXIT.done;
}
