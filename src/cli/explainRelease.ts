import type { Release, WorkItem } from '../core/model/roadmap';
import { isFinished } from '../core/model/status';
import { categoryOf } from '../core/planning/progress';
import { storiesByRelease } from '../core/planning/releases';
import { headline } from '../core/findings/wording';
import { dueOn, itemName, itemSummary } from '../core/report/itemWords';
import { outlookSentences } from '../core/report/outlookWords';
import { releaseJson } from '../core/report/scheduleJson';
import type { Engine } from '../engine/engine';
import { locateIn } from '../engine/locate';
import { type CommonOptions, EXIT } from './commandLine';
import { section } from './section';
import type { Terminal } from './terminal';

/** `waymark explain RELEASE`: how far it is, what lies ahead of it, what is open in it, and what is found. */
export function explainRelease(release: Release, engine: Engine, options: CommonOptions, terminal: Terminal): number {
  const { trace, findings, today, holidays, knownFacts } = engine;
  const { plan } = trace;
  const stories = storiesByRelease(plan).get(release) ?? [];
  const outlook = { today, holidays, planHistory: knownFacts.planHistory };
  const { line } = locateIn(engine)({ path: release.path, span: release.headline });
  if (options.format === 'json') {
    const planned = releaseJson(release, stories, plan, outlook);
    terminal.printJson({ schemaVersion: 1, release: { path: release.path, line: line + 1, ...planned } });
    return EXIT.done;
  }
  const open = stories.filter((story) => !isFinished(categoryOf(story, plan)));
  const counted = stories.filter((story) => categoryOf(story, plan) !== 'dropped');
  const facts = [
    ...(release.date ? [open.length > 0 ? dueOn(release.date.last, today) : `dated ${release.date.text}`] : []),
    `${counted.length - open.length}/${counted.length} done`,
  ];
  const words = (story: WorkItem) => `${itemName(story)}: ${itemSummary(story, trace, today)}`;
  const lines = [
    terminal.style('bold', terminal.fit(headline(release))),
    terminal.fit(`${release.path}:${line + 1}`),
    ...terminal.wrap(facts.join(' · '), 0),
    ...section('Ahead', outlookSentences(release, plan, outlook), terminal),
    ...section('Open', open.map(words), terminal),
    ...section(
      'Findings',
      findings.factsOf(release).map((finding) => `${finding.code} ${finding.message}`),
      terminal,
    ),
  ];
  terminal.print(`${lines.join('\n')}\n`);
  return EXIT.done;
}
