import type { WorkItem } from '../core/model/roadmap';
import { counted, itemName, itemSummary } from '../core/report/itemWords';
import { traceJson } from '../core/report/traceJson';
import { oneLine } from '../core/report/oneLine';
import type { Engine } from '../engine/engine';
import { type CommonOptions, EXIT } from './commandLine';
import { evidenceLines } from './evidenceLines';
import { locateIn } from '../engine/locate';
import type { Terminal } from './terminal';

/** `waymark trace`: the join. */
export function runTrace(engine: Engine, options: CommonOptions, terminal: Terminal): number {
  if (options.format === 'json') {
    terminal.printJson(traceJson(engine.trace, engine.status, locateIn(engine)));
    return EXIT.done;
  }
  const { trace } = engine;
  const lines = trace.plan.roots.flatMap((item) => itemLines(engine, item, 0, undefined, terminal));
  const unknown = trace.unknownIds().length;
  const unplanned = [...trace.files.values()].reduce(
    (sum, file) => sum + file.annotations.filter((annotation) => trace.itemsOf(file, annotation).length === 0).length,
    0,
  );
  const rest = `Unplanned: ${[
    counted(unplanned, 'annotation'),
    `${unknown} unknown ${unknown === 1 ? 'ID' : 'IDs'}`,
    counted(trace.unplannedCommitCount(), 'commit'),
  ].join(', ')}`;
  const paths = [...trace.plan.roadmapPaths];
  const none = `No items: nothing in ${paths.join(', ')} reads as an epic, story or task.`;
  terminal.print([...(lines.length > 0 ? lines : [none]), '', terminal.fit(rest)].map((line) => `${line}\n`).join(''));
  return EXIT.done;
}

/** @param around the release of what holds the item, which needs no saying again */
function itemLines(
  engine: Engine,
  item: WorkItem,
  depth: number,
  around: string | undefined,
  terminal: Terminal,
): string[] {
  const { trace } = engine;
  const indent = '  '.repeat(depth);
  const name = oneLine(`${indent}${itemName(item)}`);
  const release = trace.plan.releaseOf(item)?.name;
  const inRelease = release === undefined || release === around ? '' : ` · ${oneLine(release)}`;
  const line = terminal.fit(`${name} · ${itemSummary(item, trace, engine.today)}${inRelease}`);
  return [
    terminal.style('bold', line.slice(0, name.length)) + terminal.style('dim', line.slice(name.length)),
    ...evidenceLines(engine, item).map((text) => terminal.fit(`${indent}    ${text}`)),
    ...trace.plan.childrenOf(item).flatMap((child) => itemLines(engine, child, depth + 1, release, terminal)),
  ];
}
