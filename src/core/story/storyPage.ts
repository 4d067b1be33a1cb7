import { t } from '../words/t';
import { type Finding, worstFirst } from '../model/finding';
import type { WorkItem } from '../model/roadmap';
import { whyAsked } from '../report/ruleWords';
import { decisionsOf } from './decisions';
import { dependenciesSection, partsOf } from './dependencies';
import { evidenceGroups } from './evidence';
import { filesTouched } from './files';
import { pageHead } from './head';
import type { PageRow, StoryPage } from './page';
import { peopleOf } from './people';
import { type PageQuestion, rowsOf } from './question';
import { risksOf } from './risks';
import { timelineOf } from './timeline';

/**
 * Everything known of an epic, story or task, each statement with what it rests on.
 *
 * @implements WAY-44
 */
export function storyPage<T>(item: WorkItem, question: PageQuestion<T>): StoryPage<T> {
  return {
    head: pageHead(item, question),
    findings: rowsOf(worstFirst(question.findingsOf(item)), (finding) => findingRow(finding, question)),
    acceptance: item.acceptance.map(({ text, done }, index) => ({ index, text, done })),
    parts: partsOf(item, question),
    evidence: evidenceGroups(item, question),
    files: filesTouched(item, question),
    people: peopleOf(item, question),
    decisions: decisionsOf(item, question),
    dependencies: dependenciesSection(item, question),
    risks: risksOf(item, question),
    timeline: timelineOf(item, question),
  };
}

function findingRow<T>({ code, severity, message, place }: Finding, question: PageQuestion<T>): PageRow<T> {
  const why = whyAsked(code);
  return {
    key: `${code} ${message}`,
    sign: severity,
    label: message,
    facts: [],
    ...(why !== undefined && { why }),
    code: { name: code, target: question.targetOf({ kind: 'rule', code }) },
    target: question.targetOf({ kind: 'place', place }),
    actions: [{ label: t('Fix…'), target: question.targetOf({ kind: 'fixes', place }) }],
  };
}
