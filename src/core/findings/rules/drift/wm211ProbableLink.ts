import { t } from '../../../words/t';
import { canonicalId, issueNumberOf } from '../../../ids/canonicalId';
import type { Mention, Reference } from '../../../model/marks';
import type { WorkItem } from '../../../model/roadmap';
import type { Plan } from '../../../trace/plan';
import { relatedItem } from '../../places';
import type { Rule } from '../../rule';
import { count } from '../../wording';
import { translatable } from '../../../words/translatable';

export const probableLink: Rule = {
  code: 'WM211',
  name: 'probable-link',
  title: translatable('Probable link to confirm'),
  severity: 'hint',
  scope: 'file',
  concerns: { having: ['doubts'] },
  documentation: {
    what: 'A comment names what is an ID of the roadmap but for its letter case, its separator or leading zeros, or names an issue number where it may mean something else (`the #1 reason`). Zeros and numbers count only in annotations and trace tags: in the words of a text they are mostly examples, or count something else. Each spelling is shown once in a file, with how often it stands there.',
    why: translatable(
      'It is probably meant as the item, but only probably: it is shown as such and no rule counts on it.',
    ),
    example: '`// TODO(pay-12): retry` for PAY-12, `PAY-7` for PAY-007.',
    answer:
      'Write the ID as the roadmap does. Or say in the roadmap what it is: `accepts: [pay-12]` makes the link certain, `rejects: [pay-12 in docs/prices.md]` takes it away. The quick fixes do each of these.',
  },
  *check(file, { plan, trace }) {
    const mentions = [
      ...file.annotations.flatMap((annotation) => annotation.mentions),
      ...file.references.filter((reference) => isMeant(reference, plan)).map((reference) => reference.mention),
    ];
    for (const [mention, ...others] of bySpelling(mentions)) {
      const link = mention && trace.linkOf(mention, file);
      if (mention && link?.certainty === 'probable' && !isOnlyGuessed(mention, plan)) {
        const { item } = link;
        const right = rightSpelling(mention, item, plan);
        const more =
          others.length === 0 ? '' : ` ${t('It stands in {0} of this file too.', count(others.length, 'other place'))}`;
        yield {
          message: t('"{0}" is probably {1}.', mention.written, `${item.id} ${item.title}`) + more,
          place: { path: file.path, span: mention.span },
          item: item.id,
          related: [relatedItem(item)],
          ...(right !== mention.written && { suggestion: right }),
        };
      }
    }
  },
};

/** A trace tag surely names an item; a word of a text does where nothing but its case or separator is another. */
function isMeant({ via, mention }: Reference, plan: Plan): boolean {
  return via !== 'bare' || (plan.findWork(mention.id) !== undefined && issueNumberOf(mention.id) === undefined);
}

/** A log may name the same item in every line: what is to be decided is one thing. */
function bySpelling(mentions: readonly Mention[]): Iterable<readonly Mention[]> {
  const groups = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const key = `${mention.id} ${mention.written}`;
    const group = groups.get(key);
    if (group) {
      group.push(mention);
    } else {
      groups.set(key, [mention]);
    }
  }
  return groups.values();
}

/** It is written rightly, but whether the text is a comment is guessed; there is nothing to correct then. */
function isOnlyGuessed({ id, written }: Mention, plan: Plan): boolean {
  return plan.findWork(id) !== undefined && canonicalId(written) === id && !id.startsWith('#');
}

/** As the roadmap writes the ID or alias that is meant. */
function rightSpelling({ id }: Mention, item: WorkItem, plan: Plan): string {
  const names = [item.id, ...item.aliases.map((alias) => alias.name)];
  return (plan.findWork(id) && names.find((name) => canonicalId(name) === id)) ?? item.id;
}
