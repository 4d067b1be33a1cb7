import { t } from '../../../words/t';
import { looksLikeId } from '../../../ids/itemId';
import type { WorkItem } from '../../../model/roadmap';
import { numberOfDoneStories, withDescendants } from '../../../planning/progress';
import { cameAsDone, doneSince } from '../../../planHistory/completion';
import type { Evidence } from '../../../trace/evidence';
import type { Plan } from '../../../trace/plan';
import type { Facts } from '../../facts';
import { fieldPlace, relatedAnnotations } from '../../places';
import type { Rule, TraceContext } from '../../rule';
import { asksForWork } from '../../workTags';
import { count, nameOf } from '../../wording';
import { translatable } from '../../../words/translatable';

/** Of a few done stories each may be asked for its evidence. */
const MANY_DONE = 10;

export const doneWithoutEvidence: Rule = {
  code: 'WM204',
  name: 'done-without-evidence',
  title: translatable('Done without evidence'),
  severity: 'warning',
  scope: 'item',
  concerns: { kinds: ['epic', 'story'], categories: ['done'], having: ['ownId'] },
  documentation: {
    what: 'A story, or an epic with nothing under it, is *done*, and neither a commit nor code nor a test names it or one of its tasks. Mentions in documents and open annotations are no evidence of finished work. Silent where the history cannot be read or is cut off, for items without an ID of their own, for parts that have a word for one (`if_statements` in PAY-12), for what is only taken for done since its release is, and where ten or more stories are done and less than half as many IDs are named anywhere: naming items is no habit there. Also silent, where the past of the roadmap is known, for what was done when the plan first named it, or before the first commit that names any item.',
    why: translatable('Nothing in the repository supports what the plan says.'),
    example: 'PAY-12 is *done*; no commit, comment or test ever named PAY-12.',
    answer:
      'Name the item where its work is (`@implements PAY-12` in a comment), or list its former ID under `aliases`. For work that leaves no trace in code, write `ignore: [{ rule: WM204, reason: A contract, no code }]`.',
  },
  uses: ['planHistory', 'codeHistory'],
  premise({ plan, trace }) {
    const done = numberOfDoneStories(plan);
    return done < MANY_DONE || trace.workedIds * 2 >= done;
  },
  check(item, evidence, { plan, trace, historyKnown, facts }) {
    const isPiece = item.kind === 'story' || plan.childrenOf(item).length === 0;
    if (!isPiece || !historyKnown || isEvident(evidence) || isPartByName(item, plan) || !isStated(item, plan)) {
      return undefined;
    }
    if (!evidentBelow(item, { plan, trace }) && !wasDoneBeforeNaming(item, facts)) {
      return {
        message: t('{0} is done, but {1}.', nameOf(item), absence(evidence)),
        place: fieldPlace(item, 'status'),
        item: item.id,
        related: relatedAnnotations(evidence.annotations),
      };
    }
    return undefined;
  },
};

/** Whoever works on a part of PAY-12 names PAY-12. */
function isPartByName(item: WorkItem, plan: Plan): boolean {
  const whole = plan.parentOf(item);
  return whole !== undefined && looksLikeId(whole.id) && !looksLikeId(item.id);
}

/** By itself, by what is under it or by what it is part of. */
function isStated(item: WorkItem, plan: Plan): boolean {
  let states = plan.childrenOf(item).length > 0;
  for (let at: WorkItem | undefined = item; at && !states; at = plan.parentOf(at)) {
    states = at.status !== undefined;
  }
  return states;
}

/** Nobody can name in a commit what has no ID yet, and nobody did before it became a habit. */
function wasDoneBeforeNaming({ id }: WorkItem, { planHistory, codeHistory }: Facts): boolean {
  if (!planHistory) {
    return false;
  }
  const done = doneSince(planHistory, id)?.day;
  const firstNamed = codeHistory?.range.from;
  return cameAsDone(planHistory, id) || (done !== undefined && firstNamed !== undefined && done < firstNamed);
}

function absence({ annotations }: Evidence): string {
  switch (annotations.length) {
    case 0:
      return t('no commit, code or test names it');
    case 1:
      return t('no commit names it, and in code only an open annotation does');
    default:
      return t('no commit names it, and in code only {0} do', count(annotations.length, 'open annotation'));
  }
}

function isEvident({ commits, references, annotations }: Evidence): boolean {
  return (
    commits.length > 0 ||
    references.some(({ reference }) => reference.role !== 'doc') ||
    annotations.some(({ annotation }) => !asksForWork(annotation))
  );
}

function evidentBelow(item: WorkItem, { plan, trace }: Pick<TraceContext, 'plan' | 'trace'>): boolean {
  return withDescendants(item, plan).some((below) => below !== item && isEvident(trace.evidenceOf(below)));
}
