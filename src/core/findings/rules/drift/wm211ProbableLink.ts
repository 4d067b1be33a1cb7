import { relatedItem } from '../../places';
import type { Rule } from '../../rule';

export const probableLink: Rule = {
  code: 'WM211',
  name: 'probable-link',
  title: 'Probable link to confirm',
  severity: 'hint',
  scope: 'file',
  documentation: {
    what: 'A comment names what is an ID of the roadmap but for its letter case or separator.',
    why: 'It is probably meant as the item, but only probably: it is shown as such and no rule counts on it.',
    example: '`// TODO(pay-12): retry` for PAY-12.',
    answer: 'Write the ID as the roadmap does.',
  },
  *check(file, { plan }) {
    const mentions = [
      ...file.annotations.flatMap((annotation) => annotation.mentions),
      ...file.references.map((reference) => reference.mention),
    ];
    for (const { id, written, span } of mentions) {
      const item = written === id ? undefined : plan.findWork(id);
      if (item) {
        yield {
          message: `"${written}" is probably ${item.id} ${item.title}.`,
          place: { path: file.path, span },
          item: item.id,
          related: [relatedItem(item)],
          suggestion: id,
        };
      }
    }
  },
};
