import type { ProblemCode } from '../../../model/problem';
import type { RoadmapRule } from '../../rule';

/** A rule whose findings the reader of the roadmap has made already: it shows the problems with its own code. */
export function problemRule(rule: Omit<RoadmapRule, 'scope' | 'check'> & { readonly code: ProblemCode }): RoadmapRule {
  return {
    ...rule,
    scope: 'roadmap',
    *check(roadmap) {
      for (const { code, message, span, suggestion } of roadmap.problems) {
        if (code === rule.code) {
          const place = { path: roadmap.path, span };
          yield { message, place, item: undefined, related: [], ...(suggestion !== undefined && { suggestion }) };
        }
      }
    },
  };
}
