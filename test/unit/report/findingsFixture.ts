import { compilePatterns } from '../../../src/core/annotations/ownPatterns';
import { scanFile } from '../../../src/core/annotations/scanFile';
import { createTagSet } from '../../../src/core/annotations/tags';
import { readCommit } from '../../../src/core/commits/readCommit';
import { createFindings } from '../../../src/core/findings/evaluation';
import { type NamedFinding, nameFindings } from '../../../src/core/findings/fingerprint';
import { RULES } from '../../../src/core/findings/registry';
import { createIdFinder } from '../../../src/core/ids/idFinder';
import { LineTable } from '../../../src/core/model/lineTable';
import type { Place } from '../../../src/core/model/span';
import type { FindingsReport } from '../../../src/core/report/findingsReport';
import { readRoadmap } from '../../../src/core/roadmap/readRoadmap';
import { Trace } from '../../../src/core/trace/trace';
import { days } from '../../support/planBuilder';

/** Texts by path, of which those with `roadmap` in their name are roadmaps, and messages of commits, newest first. */
export interface Workspace {
  readonly files: Readonly<Record<string, string>>;
  readonly commits?: readonly string[];
  readonly today?: string;
}

/** What the rules find in texts that are really read, as a report. */
export function reportOf(workspace: Workspace): FindingsReport {
  const { files } = workspace;
  const tables = new Map(Object.entries(files).map(([path, text]) => [path, LineTable.of(text)]));
  const at = (path: string, offset: number) => tables.get(path)?.positionAt(offset) ?? { line: 0, column: 0 };
  return {
    findings: findingsOf(workspace),
    range: ({ path, span }) => ({ start: at(path, span.start), end: at(path, span.end) }),
    pathOf: (path) => path,
    notes: [],
  };
}

export function findingsOf({ files, commits = [], today = '2026-09-01' }: Workspace): NamedFinding[] {
  const trace = new Trace();
  const isRoadmap = (path: string) => path.includes('roadmap');
  const entries = Object.entries(files);
  trace.setRoadmaps(
    entries.filter(([path]) => isRoadmap(path)).flatMap(([path, text]) => readRoadmap(path, text) ?? []),
  );
  const finder = createIdFinder(trace.plan.vocabulary);
  const recognition = { finder, tags: createTagSet(), patterns: compilePatterns([]).patterns };
  for (const [path, text] of entries.filter(([each]) => !isRoadmap(each))) {
    trace.replaceFile(path, scanFile(path, text, recognition));
  }
  const read = commits.flatMap((message, index) => {
    const number = commits.length - index;
    const person = { author: 'Ana Lima', email: 'ana@example.org' };
    const date = { date: `2026-08-0${number}T10:00:00Z`, committed: number };
    return readCommit({ sha: String(number).repeat(40), parents: [], ...person, ...date, message }, finder) ?? [];
  });
  trace.addCommits(read, commits.length);
  const findings = createFindings(trace, RULES);
  findings.update(trace.takeChange(), { today: days(today).first, historyKnown: true });
  const textOf = ({ path, span }: Place) => (files[path] ?? '').slice(span.start, span.end);
  return nameFindings(findings.all(), textOf);
}

/** Findings of every severity, in files whose names and words do all that words can do. */
export const HOSTILE: Workspace = {
  files: {
    'roadmap.yaml': `keys: [PAY]
releases:
  - id: v1
    date: 2026-08-20
stories:
  - id: PAY-12
    title: 'Refunds <b>now</b> | [click](http://x.example) @ana #7 100%'
    status: done
    release: v1
    owmer: ana
  - id: PAY-13
    title: 'Receipts, "quoted": a & b'
    status: planned
    depends: [PAY-77]
    release: v1
  - id: PAY-12
    title: Twice
`,
    'src/a b,c:d%/über#1.ts': `// TODO(PAY-12): first </td><img src=x onerror=alert(1)> @team ]]> \`code\`
//   FIXME PAY-99: nobody knows \u0007 this \ud800 one ::error::x
`,
    'src/plain.ts': '// TODO(PAY-12): again\n\n// TODO(PAY-12): again\n\nlet code; // pay-13 probably\n',
  },
  commits: ['PAY-13: receipts', 'PAY-98: unknown'],
};
