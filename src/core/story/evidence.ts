import { t } from '../words/t';
import { dayOfCommit } from '../codeHistory/codeHistory';
import { formatDayShort } from '../model/calendar';
import type { WorkItem } from '../model/roadmap';
import { annotationFacts, withinWords } from '../report/annotationWords';
import { commitFacts, commitWhy } from '../report/commitWords';
import { annotationWhy, referenceWhy } from '../report/linkWords';
import {
  isTestEvidence,
  type LinkedAnnotation,
  type LinkedCommit,
  type LinkedReference,
  openLinkOf,
} from '../trace/evidence';
import type { EvidenceGroup, PageRow } from './page';
import { type PageQuestion, rowsOf } from './question';

/** All that names the item itself, group by group, each with the reason for the link. */
export function evidenceGroups<T>(item: WorkItem, question: PageQuestion<T>): EvidenceGroup<T>[] {
  const { annotations, references, commits } = question.trace.evidenceOf(item);
  const tests = references.filter(({ reference }) => isTestEvidence(reference));
  const others = references.filter(({ reference }) => !isTestEvidence(reference));
  const inRole = (role: 'code' | 'test' | 'doc') => others.filter(({ reference }) => reference.role === role);
  const referenceRows = (links: readonly LinkedReference[], sign: 'code' | 'test' | 'doc') =>
    rowsOf(links, (link) => referenceRow(link, sign, item, question));
  const groups: readonly EvidenceGroup<T>[] = [
    {
      kind: 'annotations',
      title: t('Annotations'),
      ...rowsOf(annotations, (link) => annotationRow(link, item, question)),
    },
    { kind: 'code', title: t('References in code'), ...referenceRows(inRole('code'), 'code') },
    { kind: 'tests', title: t('Tests'), ...referenceRows(tests, 'test') },
    { kind: 'documents', title: t('Documents'), ...referenceRows(inRole('doc'), 'doc') },
    { kind: 'commits', title: t('Commits'), ...rowsOf(commits, (link) => commitRow(link, item, question)) },
  ];
  return groups.filter(({ rows }) => rows.length > 0);
}

function annotationRow<T>(link: LinkedAnnotation, item: WorkItem, question: PageQuestion<T>): PageRow<T> {
  const { annotation, file } = link;
  const place = { path: file.path, span: annotation.span };
  return {
    // Without its line, which moves with every line above it.
    key: `${file.path} ${annotation.tag} ${annotation.message}`,
    sign: 'annotation',
    label: `${annotation.tag} ${annotation.message}`.trim(),
    facts: [...annotationFacts(annotation, question.trace.plan), placeWords(place, question)],
    why: annotationWhy(link, question.locate),
    ...sureness(link, item, question),
    target: question.targetOf({ kind: 'place', place }),
  };
}

function referenceRow<T>(
  link: LinkedReference,
  sign: 'code' | 'test' | 'doc',
  item: WorkItem,
  question: PageQuestion<T>,
): PageRow<T> {
  const { reference, file } = link;
  const place = { path: file.path, span: reference.mention.span };
  return {
    key: `${file.path} ${reference.within ?? ''} ${reference.mention.written}`,
    sign,
    label: placeWords(place, question),
    facts: withinWords(reference),
    why: referenceWhy(link, question.locate),
    ...sureness(link, item, question),
    target: question.targetOf({ kind: 'place', place }),
  };
}

function commitRow<T>(link: LinkedCommit, item: WorkItem, question: PageQuestion<T>): PageRow<T> {
  const { sha, subject, author } = link.commit;
  return {
    key: sha,
    sign: 'commit',
    label: subject === '' ? sha.slice(0, 10) : subject,
    facts: [
      ...commitFacts(link.commit, question.trace),
      author,
      formatDayShort(dayOfCommit(link.commit), question.today),
    ],
    why: commitWhy(link, question.trace, question.locate),
    ...sureness(link, item, question),
    target: question.targetOf({ kind: 'commit', sha }),
  };
}

/** `src/refund.ts:12`. */
function placeWords<T>(place: { path: string; span: { start: number; end: number } }, { locate }: PageQuestion<T>) {
  return `${place.path}:${locate(place).line + 1}`;
}

/** How sure a link is, and what a person may decide about it where it is only probable by itself. */
function sureness<T>(
  link: LinkedAnnotation | LinkedReference | LinkedCommit,
  item: WorkItem,
  question: PageQuestion<T>,
): Pick<PageRow<T>, 'sure' | 'actions'> {
  const open = openLinkOf(link);
  if (!open) {
    return {};
  }
  const { state, written, where } = open;
  const judge = (accepted: boolean) => question.targetOf({ kind: 'judge', accepted, item, link: { written, where } });
  const accept = { label: t('Accept…'), target: judge(true) };
  const reject = { label: t('Reject…'), target: judge(false) };
  return { sure: state, actions: state === 'probable' ? [accept, reject] : [reject] };
}
