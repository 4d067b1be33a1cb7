import { statusText } from '../core/report/statusReport';
import type { Engine } from '../engine/engine';
import { type CommonOptions, EXIT } from './commandLine';
import type { Terminal } from './terminal';

/** `waymark status`: what was read, skipped and why, and how long it took. */
export function runStatus(engine: Engine, options: CommonOptions, terminal: Terminal): number {
  const { status } = engine;
  terminal.print(
    options.format === 'json'
      ? `${JSON.stringify({ schemaVersion: 1, ...status }, undefined, 2)}\n`
      : statusText(status).split('\n').map(terminal.fit).join('\n'),
  );
  return EXIT.done;
}
