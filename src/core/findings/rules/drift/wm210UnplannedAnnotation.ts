import { t } from '../../../words/t';
import type { Rule } from '../../rule';
import { asksForWork } from '../../workTags';
import { translatable } from '../../../words/translatable';

export const unplannedAnnotation: Rule = {
  code: 'WM210',
  name: 'unplanned-annotation',
  title: translatable('Annotation without an item'),
  severity: 'off',
  scope: 'file',
  concerns: { having: ['annotations'] },
  documentation: {
    what: 'An annotation that asks for work names no item at all. Off unless it is turned on; *Unplanned* lists these annotations in any case.',
    why: translatable('Work that belongs to nothing is in no plan and is seldom done.'),
    example: '`// TODO: retry`.',
    answer: 'Name the item: `// TODO(PAY-12): retry`.',
  },
  *check(file) {
    for (const annotation of file.annotations) {
      const { tag, mentions, tagSpan, certainty } = annotation;
      if (mentions.length === 0 && asksForWork(annotation) && certainty === 'certain') {
        yield {
          message: t('This {0} belongs to no item of the roadmap.', tag),
          place: { path: file.path, span: tagSpan },
          item: undefined,
          related: [],
        };
      }
    }
  },
};
