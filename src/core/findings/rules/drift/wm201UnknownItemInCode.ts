import { t } from '../../../words/t';
import { roleOf } from '../../../annotations/roles';
import type { Mention } from '../../../model/marks';
import type { Plan } from '../../../trace/plan';
import { suggestId } from '../../didYouMean';
import { relatedItem } from '../../places';
import type { Draft, Rule } from '../../rule';
import { didYouMean } from '../../wording';
import { asksForWork } from '../../workTags';
import { translatable } from '../../../words/translatable';

export const unknownItemInCode: Rule = {
  code: 'WM201',
  name: 'unknown-item-in-code',
  title: translatable('Annotation names an unknown item'),
  severity: 'information',
  scope: 'file',
  concerns: { having: ['doubts'] },
  documentation: {
    what: 'An annotation (`TODO(PAY-99)`) or a trace tag (`@story PAY-99`) names an ID that has a prefix of the roadmap and is declared nowhere. IDs that a text merely mentions are left alone, also those in a `NOTE` or `DEPRECATED`: change logs and explanations are full of old ones. In tests, whose data is full of invented IDs, only one that stands right behind the tag counts.',
    why: translatable('Somebody meant this work to be part of the plan, and it is not.'),
    example: '`// TODO(PAY-99): retry` where the roadmap ends at PAY-40.',
    answer:
      'Correct the ID, add the item to the roadmap, or list the ID under the `aliases` of the item that took its place.',
  },
  *check(file, { plan }) {
    const isTest = roleOf(file.path) === 'test';
    for (const annotation of file.annotations) {
      const { tag, tagSpan, mentions, certainty } = annotation;
      const named = isTest ? mentions.filter(({ span }) => span.start - tagSpan.end <= FARTHEST_BEHIND_TAG) : mentions;
      for (const mention of certainty === 'certain' && asksForWork(annotation) ? named : []) {
        yield* unknown(tag, mention, file.path, plan);
      }
    }
    for (const { mention, via } of file.references) {
      if (via !== 'bare') {
        yield* unknown(undefined, mention, file.path, plan);
      }
    }
  },
};

/** `TODO(PAY-99)`, `TODO: [PAY-99]`: the letters between a tag and the ID that it is for. */
const FARTHEST_BEHIND_TAG = 3;

function* unknown(
  tag: string | undefined,
  { id, span, certainty, implied }: Mention,
  path: string,
  plan: Plan,
): Iterable<Draft> {
  if (certainty !== 'certain' || implied || !plan.isUnknown(id)) {
    return;
  }
  const suggestion = suggestId(id, plan);
  const meant = suggestion === undefined ? undefined : plan.find(suggestion);
  yield {
    message:
      (tag === undefined
        ? t('This comment names {0}, which no roadmap declares.', id)
        : t('This {0} names {1}, which no roadmap declares.', tag, id)) + didYouMean(suggestion),
    place: { path, span },
    item: undefined,
    related: meant ? [relatedItem(meant)] : [],
    unknownId: id,
    ...(suggestion !== undefined && { suggestion }),
  };
}
