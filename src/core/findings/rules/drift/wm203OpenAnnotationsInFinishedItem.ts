import { t } from '../../../words/t';
import type { WorkItem } from '../../../model/roadmap';
import { isFinished, type StatusCategory } from '../../../model/status';
import { categoryOf } from '../../../planning/progress';
import type { LinkedAnnotation } from '../../../trace/evidence';
import { lazily } from '../../lazily';
import { annotationPlace, headlinePlace, itself, relatedAnnotations } from '../../places';
import type { Rule, TraceContext } from '../../rule';
import { asksForWork, isCertain } from '../../workTags';
import { count, nameOf, stateSentence } from '../../wording';
import { translatable } from '../../../words/translatable';

export const openAnnotationsInFinishedItem: Rule = {
  code: 'WM203',
  name: 'open-annotations-in-finished-item',
  title: translatable('Open annotations in a finished item'),
  severity: 'warning',
  scope: 'item',
  concerns: { categories: ['done', 'dropped'], having: ['annotations'] },
  documentation: {
    what: "An item is *done* or *dropped*, and annotations that ask for work still name it. It is shown at the item, and at each of the annotations. `NOTE` and `DEPRECATED` ask for nothing, and an annotation that also names an unfinished item is that one's work.",
    why: translatable('Either the story is not done, or the code says something that is no longer true.'),
    example: '`// FIXME(PAY-12): rounding` while PAY-12 is *done*.',
    answer:
      'Do what the annotation asks and remove it, point it to the story in which it will be done, or open the item again.',
  },
  *check(item, evidence, { plan, trace, isIgnoredAt }) {
    const category = categoryOf(item, plan);
    const open = evidence.annotations.filter((link) => isOpenWork(link, { plan, trace }));
    const counted = open.filter((link) => !isIgnoredAt('WM203', annotationPlace(link)));
    const [first] = counted;
    if (first) {
      yield {
        message: lazily(sentence, { item, category, counted, first }),
        place: headlinePlace(item),
        item: item.id,
        related: lazily(relatedAnnotations, counted),
      };
    }
    for (const link of open) {
      yield {
        message: lazily(sentenceAt, { item, category, link }),
        place: annotationPlace(link),
        item: item.id,
        related: lazily(itself, item),
      };
    }
  },
};

interface FinishedItem {
  readonly item: WorkItem;
  readonly category: StatusCategory;
}

interface OpenWork extends FinishedItem {
  readonly counted: readonly LinkedAnnotation[];
  readonly first: LinkedAnnotation;
}

function sentence({ item, category, counted, first }: OpenWork): string {
  return t('{0}, but {1}.', stateSentence(nameOf(item), category), extent(counted, first));
}

interface OpenAnnotation extends FinishedItem {
  readonly link: LinkedAnnotation;
}

function sentenceAt({ item, category, link }: OpenAnnotation): string {
  return t('This {0} is still open, but {1}.', link.annotation.tag, stateSentence(nameOf(item), category));
}

function isOpenWork(link: LinkedAnnotation, { plan, trace }: Pick<TraceContext, 'plan' | 'trace'>): boolean {
  return (
    asksForWork(link.annotation) &&
    isCertain(link) &&
    trace.itemsOf(link.file, link.annotation).every((item) => isFinished(categoryOf(item, plan)))
  );
}

/** `3 annotations are still open in 2 files, the first in src/refund.ts`. */
function extent(open: readonly LinkedAnnotation[], first: LinkedAnnotation): string {
  const files = new Set(open.map(({ file }) => file.path)).size;
  if (open.length === 1) {
    return t('1 annotation is still open in {0}', first.file.path);
  }
  const annotations = count(open.length, 'annotation');
  return files === 1
    ? t('{0} are still open in {1}', annotations, first.file.path)
    : t('{0} are still open in {1}, the first in {2}', annotations, count(files, 'file'), first.file.path);
}
