import { t } from '../../../words/t';
import type { Named, WorkItem } from '../../../model/roadmap';
import { categoryOf } from '../../../planning/progress';
import { standingOf } from '../../../trace/standing';
import { missingPath } from '../../missingPath';
import type { Draft, Rule, TraceContext } from '../../rule';
import { count, nameOf } from '../../wording';
import { translatable } from '../../../words/translatable';

export const fileNotFound: Rule = {
  code: 'WM109',
  name: 'file-not-found',
  title: translatable('Named file does not exist'),
  severity: 'information',
  scope: 'item',
  concerns: { categories: ['planned', 'active', 'blocked', 'done'], having: ['paths'] },
  needs: ['workTree'],
  documentation: {
    what: 'A path under `decisions` names no file, or a path or glob under `code` names none although the work is *done* or commits name the item: of work that has not begun, files may still be to come. What git ignores counts where it is there; addresses, function names and words are left alone, and so is all of a dropped item. A path that leads out of the folder that is open is never found.',
    why: translatable(
      'The decision cannot be opened, and no work is ever found where it is expected. Usually a file was renamed or has a slip in its name.',
    ),
    example: '`decisions: [docs/adr/0007-refunds.md]` after that file was renamed.',
    answer: 'Correct the path, which is relative to the folder that is open and not to the roadmap, or remove it.',
  },
  *check(item, evidence, context) {
    for (const decision of item.decisions) {
      yield* missing(item, decision, t('{0} names {1} as a decision', nameOf(item), decision.name), context);
    }
    if (item.code.length === 0) {
      return;
    }
    const commits = standingOf(evidence.commits, context.trace).standing.filter((link) => link.certainty === 'certain');
    const isDone = categoryOf(item, context.plan) === 'done';
    for (const code of isDone || commits.length > 0 ? item.code : []) {
      const statement = isDone
        ? t('{0} is done and its code is expected in {1}', nameOf(item), code.name)
        : t('{0} has {1} and its code is expected in {2}', nameOf(item), count(commits.length, 'commit'), code.name);
      yield* missing(item, code, statement, context);
    }
  },
};

function* missing(item: WorkItem, named: Named, statement: string, { facts }: TraceContext): Iterable<Draft> {
  const fault = missingPath(named.name, item.path, facts);
  if (fault) {
    yield {
      message: t('{0}, but {1}', statement, fault.message),
      place: { path: item.path, span: named.span },
      item: item.id,
      related: [],
      ...(fault.suggestion !== undefined && { suggestion: fault.suggestion }),
    };
  }
}
