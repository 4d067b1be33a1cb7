import { t } from '../words/t';
import { undoingOf } from '../commits/undoing';
import { type MessageShape, shapeOf } from '../commits/messageShape';
import { insertion, type TextChange } from '../edit/textChange';
import { suggestId } from '../findings/didYouMean';
import { headline, listing } from '../findings/wording';
import { issueNumberOf } from '../ids/canonicalId';
import type { IdFinder } from '../ids/idFinder';
import type { Mention } from '../model/marks';
import type { WorkItem } from '../model/roadmap';
import type { Span } from '../model/span';
import type { Plan } from '../trace/plan';
import { keptMessage } from './messageText';

/** What is known where a message is written. */
export interface MessageScene {
  readonly plan: Plan;
  readonly finder: IdFinder;
  /** The item that the branch names; undefined: it names none. */
  readonly branchItem: WorkItem | undefined;
  /** Items that the staged files belong to, the likeliest first; asked for only where a message names none. */
  stagedItems(): readonly WorkItem[];
  /** True: a message must name an item, whatever is staged. */
  readonly requiresId: boolean;
  /** See {@link keptMessage}. */
  readonly commentSign: string | undefined;
}

/** A way to mend a message, in the words of a button. */
export interface MessageFix {
  readonly title: string;
  readonly change: TextChange;
}

/** One thing that is wrong with a message. */
export interface MessageFault {
  readonly kind: 'unknownId' | 'spelling' | 'noId';
  readonly span: Span;
  /** One sentence: what is wrong. */
  readonly sentence: string;
  /** One sentence: how to mend it. */
  readonly remedy: string;
  readonly fixes: readonly MessageFix[];
}

/** More are no help to choose from. */
const MOST_CANDIDATES = 5;

/**
 * What is wrong with how a message names items; nothing while it is empty, and nothing in the messages that git and forges
 * write themselves.
 */
export function lintMessage(text: string, scene: MessageScene): readonly MessageFault[] {
  const message = keptMessage(text, scene.commentSign);
  if (message.trim() === '') {
    return [];
  }
  const shape = shapeOf(message, 1);
  if (isWrittenByGit(message, shape)) {
    return [];
  }
  const mentions = scene.finder.find(message);
  const faults = mentions.flatMap((mention) => faultOf(mention, scene.plan) ?? []);
  const isNaming = mentions.some((mention) => itemOf(mention, scene.plan) && !isPullNumber(mention, message));
  return [...faults, ...(isNaming || faults.length > 0 ? [] : missingId(message, shape, scene))];
}

/** The changes that write the ID of an item where a message of this kind has one; undefined: the message names it already. */
export function insertId(
  text: string,
  item: WorkItem,
  { plan, finder, commentSign }: MessageScene,
): TextChange | undefined {
  const message = keptMessage(text, commentSign);
  const isNamed = finder.find(message).some((mention) => itemOf(mention, plan) === item);
  return isNamed ? undefined : insertionOf(message, item);
}

/** `fixup! …`, merges and reverts repeat what other commits say. */
function isWrittenByGit(message: string, { subject, isMerge }: MessageShape): boolean {
  return isMerge || /^(?:fixup|squash|amend)! /.test(subject) || undoingOf(message, subject)?.isFormal === true;
}

function itemOf({ id }: Mention, plan: Plan): WorkItem | undefined {
  return plan.findWork(id) ?? plan.findPadded(id);
}

function faultOf(mention: Mention, plan: Plan): MessageFault | undefined {
  const { written, span, certainty } = mention;
  const item = itemOf(mention, plan);
  if (certainty === 'certain') {
    return item || !plan.isUnknown(mention.id) || mention.implied ? undefined : unknownId(mention, plan);
  }
  if (!item || issueNumberOf(mention.id) !== undefined) {
    // What is only perhaps an ID and names nothing is an ordinary word.
    return undefined;
  }
  return {
    kind: 'spelling',
    span,
    sentence: t(
      '{0} is not how the roadmap writes {1}, so the commit is only probably linked to it.',
      written,
      item.id,
    ),
    remedy: t('Write {0}.', item.id),
    fixes: [{ title: t('Write {0}', item.id), change: { span, text: item.id } }],
  };
}

function unknownId({ id, span }: Mention, plan: Plan): MessageFault {
  const meant = suggestId(id, plan);
  return {
    kind: 'unknownId',
    span,
    sentence: t('No roadmap declares {0}.', id),
    remedy: meant ? t('Did you mean {0}?', meant) : t('Name an item of the roadmap, or add {0} to it.', id),
    fixes: meant ? [{ title: t('Write {0}', meant), change: { span, text: meant } }] : [],
  };
}

function missingId(message: string, shape: MessageShape, scene: MessageScene): MessageFault[] {
  const { branchItem, requiresId } = scene;
  const candidates = [...new Set([...(branchItem ? [branchItem] : []), ...scene.stagedItems()])]
    .filter(({ derivedId }) => !derivedId)
    .slice(0, MOST_CANDIDATES);
  const [first] = candidates;
  if (!first && !requiresId) {
    return [];
  }
  const start = message.search(/\S/);
  return [
    {
      kind: 'noId',
      span: { start, end: Math.max(start, start + shape.subject.length) },
      sentence: first ? although(scene, candidates) : t('The message names no item of the roadmap.'),
      remedy: t(
        'Name one, such as in "{0}".',
        first ? withInsertion(message, shape, first) : `${scene.plan.vocabulary.keys[0] ?? 'ID'}-1: …`,
      ),
      fixes: candidates.map((item) => ({ title: namingTitle(item), change: insertionOf(message, item) })),
    },
  ];
}

/** The ID first: in the box of the source control view the editor shows a few letters of a fix. */
export function namingTitle(item: WorkItem): string {
  return t('{0}: write its ID here', headline(item));
}

function although({ branchItem }: MessageScene, candidates: readonly WorkItem[]): string {
  const [first] = candidates;
  return branchItem && first === branchItem
    ? t('The message names no item of the roadmap, although the branch is that of {0}.', branchItem.id)
    : t(
        'The message names no item of the roadmap, although the staged files belong to {0}.',
        listing(candidates.map(({ id }) => id)),
      );
}

function withInsertion(message: string, { subject }: MessageShape, item: WorkItem): string {
  const { span, text } = insertionOf(message, item);
  const at = span.start - message.search(/\S/);
  const head = `${subject.slice(0, at)}${text}${subject.slice(at)}`;
  return head.length > LONGEST_EXAMPLE ? `${head.slice(0, LONGEST_EXAMPLE).trimEnd()}…` : head;
}

const LONGEST_EXAMPLE = 60;

/** The kind of a conventional commit stays the first word: `feat(api): PAY-12 refunds`. */
const CONVENTIONAL = /^[a-z]{2,20}(?:\([^()\n]{1,60}\))?!?:[ \t]?/i;

function insertionOf(message: string, { id }: WorkItem): TextChange {
  const start = Math.max(message.search(/\S/), 0);
  const kind = CONVENTIONAL.exec(message.slice(start))?.[0];
  if (kind === undefined) {
    return insertion(start, `${id}: `);
  }
  return insertion(start + kind.length, `${/\s$/.test(kind) ? '' : ' '}${id} `);
}

/** `Retry (#45)`: forges put the number of the pull request at the end of a subject. */
function isPullNumber({ id, span }: Mention, message: string): boolean {
  return id.startsWith('#') && message.charAt(span.start - 1) === '(';
}
