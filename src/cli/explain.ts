import { itemName, itemSummary } from '../core/report/itemWords';
import { traceJson } from '../core/report/traceJson';
import { suggestName } from '../core/findings/didYouMean';
import type { Engine } from '../engine/engine';
import { type CommonOptions, EXIT, UsageError } from './commandLine';
import { evidenceLines } from './evidenceLines';
import { locateIn } from './locate';
import { printable, type Terminal } from './terminal';

/** `waymark explain ID`: everything known of one item, and the rule behind every link. */
export function runExplain(id: string, engine: Engine, options: CommonOptions, terminal: Terminal): number {
  const { trace, findings } = engine;
  const item = trace.plan.findWork(id);
  if (!item) {
    const similar = suggestName(
      id,
      trace.plan.workItems.map((known) => known.id),
    );
    throw new UsageError(`No roadmap declares ${id}.${similar === undefined ? '' : ` Did you mean ${similar}?`}`);
  }
  if (options.format === 'json') {
    const { schemaVersion, items } = traceJson(trace, engine.status, locateIn(engine));
    terminal.print(
      `${JSON.stringify({ schemaVersion, item: items.find((entry) => entry.id === item.id) }, undefined, 2)}\n`,
    );
    return EXIT.done;
  }
  const { line } = locateIn(engine)({ path: item.path, span: item.headline });
  const lines = [
    terminal.style('bold', terminal.fit(itemName(item))),
    `${item.path}:${line + 1}`,
    itemSummary(item, trace, engine.today),
    ...(item.description === undefined ? [] : [item.description]),
    ...section('Linked', evidenceLines(engine, item, true)),
    ...section(
      'Findings',
      findings.ofItem(item.id).map((finding) => `${finding.code} ${finding.message}`),
    ),
  ];
  terminal.print(`${lines.join('\n')}\n`);
  return EXIT.done;
}

function section(title: string, lines: readonly string[]): string[] {
  return ['', title, ...(lines.length === 0 ? ['  nothing'] : lines.map((line) => `  ${printable(line)}`))];
}
