import { itemName, itemSummary } from '../core/report/itemWords';
import { traceJson } from '../core/report/traceJson';
import { suggestId } from '../core/findings/didYouMean';
import type { WorkItem } from '../core/model/roadmap';
import type { Engine } from '../engine/engine';
import { type CommonOptions, EXIT, UsageError } from './commandLine';
import { evidenceLines } from './evidenceLines';
import { locateIn } from '../engine/locate';
import type { Terminal } from './terminal';

/** `waymark explain ID`: everything known of one item, and the rule behind every link. */
export function runExplain(id: string, engine: Engine, options: CommonOptions, terminal: Terminal): number {
  const { trace, findings } = engine;
  const item = trace.plan.findWork(id);
  if (!item) {
    const similar = suggestId(id, trace.plan);
    throw new UsageError(`No roadmap declares ${id}.${similar === undefined ? '' : ` Did you mean ${similar}?`}`);
  }
  if (options.format === 'json') {
    const { schemaVersion, items } = traceJson(trace, engine.status, locateIn(engine));
    terminal.printJson({ schemaVersion, item: items.find((entry) => entry.id === item.id) });
    return EXIT.done;
  }
  const { line } = locateIn(engine)({ path: item.path, span: item.headline });
  const rejected = rejectedLines(item, engine);
  const lines = [
    terminal.style('bold', terminal.fit(itemName(item))),
    terminal.fit(`${item.path}:${line + 1}`),
    ...terminal.wrap(itemSummary(item, trace, engine.today), 0),
    ...(item.description === undefined ? [] : terminal.wrap(item.description, 0)),
    ...section('Linked', evidenceLines(engine, item, true), terminal),
    ...(rejected.length > 0 ? section('Rejected links', rejected, terminal) : []),
    ...section(
      'Findings',
      findings.ofItem(item.id).map((finding) => `${finding.code} ${finding.message}`),
      terminal,
    ),
  ];
  terminal.print(`${lines.join('\n')}\n`);
  return EXIT.done;
}

/** What the roadmap rejects, and where it says so: such links are not listed. */
function rejectedLines(item: WorkItem, engine: Engine): string[] {
  return item.verdicts
    .filter(({ accepted }) => !accepted)
    .map((verdict) => {
      const { written, where, path } = verdict;
      const words = where === undefined ? `${written} anywhere` : `${written} in ${where}`;
      return `${words}  (${path}:${locateIn(engine)(verdict).line + 1})`;
    });
}

function section(title: string, entries: readonly string[], terminal: Terminal): string[] {
  const lines = entries.flatMap((entry) => {
    const [first, ...others] = terminal.wrap(entry, 4);
    return [`  ${first}`, ...others.map((line) => `    ${line}`)];
  });
  return ['', title, ...(lines.length === 0 ? ['  nothing'] : lines)];
}
