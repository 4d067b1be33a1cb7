import { t } from '../words/t';
import { asksForWork } from '../findings/workTags';
import type { Finding } from '../model/finding';
import type { Item, WorkItem } from '../model/roadmap';
import { isFinished } from '../model/status';
import type { Place } from '../model/span';
import { categoryOf } from '../planning/progress';
import { annotationFacts } from '../report/annotationWords';
import { commitFacts, commitWhy } from '../report/commitWords';
import { counted, itemName, itemSummary, ownerWords, releaseWords } from '../report/itemWords';
import { annotationWhy } from '../report/linkWords';
import type { Locate } from '../report/locate';
import { escapeMarkdown } from '../report/markdown';
import { type Outlook, outlookSentences } from '../report/outlookWords';
import { whyAsked } from '../report/ruleWords';
import { scoreSentences } from '../report/scoreWords';
import type { ReadonlyTrace } from '../trace/trace';
import { kindWord } from '../words/names';

/** What a word of an explanation can lead to. */
export type StoryTarget =
  | { readonly kind: 'place'; readonly place: Place }
  | { readonly kind: 'commit'; readonly sha: string }
  | { readonly kind: 'rule'; readonly code: string }
  | { readonly kind: 'links' | 'page' | 'start' | 'finish' | 'status'; readonly item: WorkItem };

/** What is told of an item, beside the item itself. */
export interface StoryQuestion extends Outlook {
  readonly trace: ReadonlyTrace;
  readonly locate: Locate;
  /** Those of the item, wherever they stand, one for each fact. */
  readonly findingsOf: (item: Item) => readonly Finding[];
  /** The address that opens a target, without signs of Markdown; undefined: the client cannot, and reads the words alone. */
  readonly addressOf: (target: StoryTarget) => string | undefined;
}

/** More than these make an explanation that nobody reads. */
const MOST_FINDINGS = 5;
const MOST_LINKS = 3;
const LONGEST_DESCRIPTION = 300;

/**
 * What is known of an epic, story or task: its title, where it belongs and how far it is, what can be done, what lies ahead, then
 * the evidence, each with the reason for it. Every word of the workspace is escaped.
 */
export function storyMarkdown(item: WorkItem, question: StoryQuestion): string {
  const { trace } = question;
  const description = item.description === undefined ? [] : [escapeMarkdown(shortened(item.description))];
  const score = scoreSentences(item, trace.plan).map(escapeMarkdown).join(' · ');
  const ahead = outlookSentences(item, trace.plan, question).map(escapeMarkdown).join(' ');
  return [
    `**${escapeMarkdown(itemName(item))}**`,
    factsOf(item, question).map(escapeMarkdown).join(' · '),
    // Above what may be long, so that nobody has to scroll for them.
    ...actionsMarkdown(item, question),
    ...description,
    ...(score === '' ? [] : [score]),
    ...(ahead === '' ? [] : [ahead]),
    ...annotationsMarkdown(item, question),
    ...commitsMarkdown(item, question),
    ...findingsMarkdown(question.findingsOf(item), question),
  ].join('\n\n');
}

/** `story of PAY-1 Refunds`, `in progress · 2 commits · due 28 Aug`, `Ana Lima`, `v1.0, due 15 Oct`. */
function factsOf(item: WorkItem, { trace, today }: StoryQuestion): string[] {
  const parent = trace.plan.parentOf(item);
  return [
    parent ? t('{0} of {1}', kindWord(item.kind), itemName(parent)) : kindWord(item.kind),
    itemSummary(item, trace, today),
    ownerWords(item, trace) ?? '',
    releaseWords(item, trace, today) ?? '',
  ].filter((words) => words !== '');
}

function annotationsMarkdown(item: WorkItem, question: StoryQuestion): string[] {
  const { trace, locate } = question;
  const open = trace.evidenceOf(item).annotations.filter(({ annotation }) => asksForWork(annotation));
  const lines = open.slice(0, MOST_LINKS).map((annotated) => {
    const { annotation, file } = annotated;
    const place = { path: file.path, span: annotation.span };
    const facts = annotationFacts(annotation, trace.plan).map((fact) => ` · ${fact}`);
    const words = `${annotation.tag} ${annotation.message}`.trim() + facts.join('');
    const where = link(`${file.path}:${locate(place).line + 1}`, { kind: 'place', place }, question);
    return `- ${where}: ${escapeMarkdown(words)}. ${escapeMarkdown(annotationWhy(annotated, locate))}`;
  });
  return listed(t('Open annotations'), lines, open.length);
}

function commitsMarkdown(item: WorkItem, question: StoryQuestion): string[] {
  const { trace, locate } = question;
  const { commits } = trace.evidenceOf(item);
  const lines = commits.slice(0, MOST_LINKS).map((linked) => {
    const { sha, date, author, subject } = linked.commit;
    const facts = [date.slice(0, 10), author, ...commitFacts(linked.commit, trace)].join(', ');
    const words = link(subject === '' ? sha.slice(0, 10) : subject, { kind: 'commit', sha }, question);
    return `- ${words} (${escapeMarkdown(facts)}). ${escapeMarkdown(commitWhy(linked, trace, locate))}`;
  });
  return listed(t('Last commits'), lines, commits.length);
}

/** A list of them, what is found twice in the same words once, each with the reason why its rule asks for it. */
export function findingsMarkdown(findings: readonly Finding[], question: Pick<StoryQuestion, 'addressOf'>): string[] {
  const lines = findings.map(({ code, message }) => {
    const why = whyAsked(code);
    const reason = why === undefined ? '' : ` ${escapeMarkdown(why)}`;
    return `- ${link(code, { kind: 'rule', code }, question)}: ${escapeMarkdown(message)}${reason}`;
  });
  const once = [...new Set(lines)];
  const hidden = once.length - MOST_FINDINGS;
  const shown = hidden > 1 ? [...once.slice(0, MOST_FINDINGS), `- ${counted(hidden, 'more finding')}`] : once;
  return shown.length > 0 ? [shown.join('\n')] : [];
}

/** What the client can do with the item; nothing where it opens nothing from here. */
function actionsMarkdown(item: WorkItem, { trace, addressOf }: StoryQuestion): string[] {
  const category = categoryOf(item, trace.plan);
  const canBegin = item.kind !== 'epic' && (category === 'planned' || category === 'blocked');
  const actions: readonly (readonly [words: string, target: StoryTarget])[] = [
    [t('Open in the roadmap'), { kind: 'place', place: { path: item.path, span: item.headline } }],
    [t('Open story page'), { kind: 'page', item }],
    [t('Show all links'), { kind: 'links', item }],
    ...(canBegin ? [[t('Start work'), { kind: 'start', item }] as const] : []),
    ...(isFinished(category) ? [] : [[t('Mark as done'), { kind: 'finish', item }] as const]),
    [t('Set status…'), { kind: 'status', item }],
  ];
  const links = actions.flatMap(([words, target]) => {
    const address = addressOf(target);
    return address === undefined ? [] : [`[${words}](${address})`];
  });
  return links.length === 0 ? [] : [links.join(' · ')];
}

function link(words: string, target: StoryTarget, { addressOf }: Pick<StoryQuestion, 'addressOf'>): string {
  const address = addressOf(target);
  return address === undefined ? escapeMarkdown(words) : `[${escapeMarkdown(words)}](${address})`;
}

function listed(title: string, lines: readonly string[], count: number): string[] {
  const hidden = count - lines.length;
  return lines.length === 0
    ? []
    : [`${title}:`, [...lines, ...(hidden > 0 ? [`- ${t('and {0} more', hidden)}`] : [])].join('\n')];
}

function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST_DESCRIPTION ? `${line.slice(0, LONGEST_DESCRIPTION - 1)}…` : line;
}
