import type { Finding } from '../../../src/core/model/finding';
import type { PageRow, StoryPage } from '../../../src/core/story/page';
import type { PageQuestion, PageTarget } from '../../../src/core/story/question';
import { storyPage } from '../../../src/core/story/storyPage';
import type { Trace } from '../../../src/core/trace/trace';
import { days, placeName } from '../../support/planBuilder';

const TODAY = days('2026-08-20').first;

/** What a target leads to, in a word: `place roadmap.yaml: R1`, `story PAY-1`. */
function targetName(target: PageTarget): string {
  switch (target.kind) {
    case 'place':
      return `place ${placeName(target.place)}`;
    case 'file':
      return `file ${target.path}`;
    case 'commit':
      return `commit ${target.sha.slice(0, 2)}`;
    case 'rule':
      return `rule ${target.code}`;
    case 'story':
      return `story ${target.item.id}`;
    case 'fixes':
      return `fixes ${placeName(target.place)}`;
    case 'judge':
      return `${target.accepted ? 'accept' : 'reject'} ${target.link.written} in ${target.link.where} as ${target.item.id}`;
  }
}

export interface PageWorld extends Partial<PageQuestion<string>> {
  readonly trace: Trace;
  readonly findings?: readonly Finding[];
}

export function pageOf(id: string, { findings = [], ...world }: PageWorld): StoryPage<string> {
  const item = world.trace.plan.findWork(id);
  if (!item) {
    throw new Error(`The plan has no ${id}.`);
  }
  return storyPage(item, {
    facts: {},
    today: TODAY,
    holidays: new Set(),
    noHistory: undefined,
    locate: () => ({ line: 0, column: 0 }),
    findingsOf: () => findings,
    texts: new Map(),
    targetOf: targetName,
    ...world,
  });
}

/** `file src/a.ts | changed once, last on 3 Aug | why` */
export function rowLine({ sign, label, facts, why }: PageRow<string>): string {
  return [`${sign} ${label}`, facts.join(', '), ...(why === undefined ? [] : [why])].join(' | ');
}
