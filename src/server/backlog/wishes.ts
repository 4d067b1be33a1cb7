import { STATUS_CATEGORIES } from '../../core/model/status';
import { type BacklogView, GROUPINGS, PLAIN_VIEW, SORTINGS } from '../../core/backlog/view';
import type { BacklogCriterion, BacklogWishes } from '../../protocol/backlogView';

/** What a client wishes, which may have kept it since another version: what is unknown is as usual. */
export function backlogView({ grouping, sorting, words, only = [] }: BacklogWishes): BacklogView {
  const valuesOf = (kind: BacklogCriterion['by']) => only.flatMap(({ by, value }) => (by === kind ? [value] : []));
  const statuses = new Set(valuesOf('status'));
  return {
    grouping: GROUPINGS.find((each) => each === grouping) ?? PLAIN_VIEW.grouping,
    sorting: SORTINGS.find((each) => each === sorting) ?? PLAIN_VIEW.sorting,
    filter: {
      words: words ?? '',
      statuses: STATUS_CATEGORIES.filter((category) => statuses.has(category)),
      owners: valuesOf('owner'),
      releases: valuesOf('release'),
      mine: valuesOf('mine').length > 0,
      withFindings: valuesOf('findings').length > 0,
    },
  };
}
