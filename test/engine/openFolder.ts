import { dayOf } from '../../src/core/model/calendar';
import { findingsJson } from '../../src/core/report/findingsJson';
import type { FindingsReport } from '../../src/core/report/findingsReport';
import type { Locate } from '../../src/core/report/locate';
import { traceJson } from '../../src/core/report/traceJson';
import { type Engine, type EngineOptions, openEngine } from '../../src/engine/engine';

/** 3 August 2026. */
export const TODAY = dayOf(2026, 8, 3) ?? 0;

/** Opens a folder, waits until everything is known, and disposes the engine however the body ends. */
export async function withEngine<T>(
  folder: string,
  body: (engine: Engine) => T | Promise<T>,
  options: Partial<EngineOptions> = {},
): Promise<T> {
  const errors: unknown[] = [];
  const engine = openEngine(folder, { today: () => TODAY, onError: (error) => errors.push(error), ...options });
  try {
    await engine.idle();
    const result = await body(engine);
    await engine.idle();
    if (errors.length > 0) {
      throw new AggregateError(errors, 'Something went wrong inside of the engine.');
    }
    return result;
  } finally {
    engine.dispose();
  }
}

/** Everything that an engine says of its folder, in an order that does not depend on how it came to know it. */
export function knowledgeOf(engine: Engine) {
  const locate: Locate = ({ path, span }) => engine.linesOf(path)?.positionAt(span.start) ?? { line: -1, column: -1 };
  const { workspace, unplanned, ...rest } = traceJson(engine.trace, engine.status, locate);
  return {
    ...rest,
    head: workspace.head,
    commits: workspace.commits,
    unplanned: { ...unplanned, unknownIds: [...unplanned.unknownIds].sort((a, b) => (a.id < b.id ? -1 : 1)) },
    findings: findingsJson(reportOf(engine, locate)).findings,
    findingsOfItems: engine.trace.plan.workItems.map(({ id }) => [id, engine.findings.ofItem(id).length]),
    notRoadmaps: engine.status.notRoadmaps,
    branch: engine.head.branch,
  };
}

/** `PAY-12: src/a.ts:3 TODO retry`, a line for each annotation, reference and commit of each item. */
export function linksOf(engine: Engine): string[] {
  return knowledgeOf(engine).items.flatMap((item) => [
    ...item.annotations.map(({ path, line, tag, text }) => `${item.id}: ${path}:${line} ${tag} ${text}`.trimEnd()),
    ...item.references.map(({ path, line, role }) => `${item.id}: ${path}:${line} ${role}`),
    ...item.commits.map(({ subject }) => `${item.id}: ${subject}`),
  ]);
}

/** `WM203 roadmap.yaml:8`, a line for each finding. */
export function findingLines(engine: Engine): string[] {
  return knowledgeOf(engine).findings.map(({ code, path, line }) => `${code} ${path}:${line}`);
}

function reportOf(engine: Engine, locate: Locate): FindingsReport {
  return {
    findings: engine.findings.all().map((finding) => ({ finding, fingerprint: '' })),
    range: (place) => ({
      start: locate(place),
      end: locate({ ...place, span: { ...place.span, start: place.span.end } }),
    }),
    pathOf: (path) => path,
    notes: [],
  };
}
