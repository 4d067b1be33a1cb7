import { exportRoadmaps } from '../core/exchange/exportRoadmap';
import type { Engine } from '../engine/engine';
import { type CommonOptions, EXIT } from './commandLine';
import { checkOutput, type OutputOptions, writeOutput } from './outputFile';
import type { Terminal } from './terminal';

export interface ExportOptions extends OutputOptions {
  readonly delimiter: string;
}

/** `waymark export`: all roadmaps of the folder in one form that others read. */
export function runExport(engine: Engine, options: CommonOptions & ExportOptions, terminal: Terminal): number {
  checkOutput(options);
  const form = options.format === 'markdown' ? 'markdown' : 'csv';
  const { text, notes } = exportRoadmaps(engine.trace.plan.roadmaps, form, options.delimiter);
  writeOutput(text, options, terminal);
  for (const { message } of notes) {
    terminal.warn(message);
  }
  return notes.some(({ isLoss }) => isLoss) ? EXIT.findings : EXIT.done;
}
