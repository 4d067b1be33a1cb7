import type { Span } from '../model/span';
import { createEvidence, type Evidence, type LinkedReference } from './evidence';
import { mergeNewestFirst } from './newestFirst';

/** An item's evidence under its ID and its former ones, each piece once, in the order that {@link Evidence} promises. */
export function joinEvidence(a: Evidence, b: Evidence): Evidence {
  const annotations = new Set(a.annotations.map((link) => link.annotation));
  const references = new Set(a.references.map(placeOfReference));
  const commits = new Set(a.commits.map((link) => link.commit));
  return createEvidence({
    annotations: [...a.annotations, ...b.annotations.filter((link) => !annotations.has(link.annotation))].sort((x, y) =>
      comparePlaces(x.file.path, x.annotation.span, y.file.path, y.annotation.span),
    ),
    references: [...a.references, ...b.references.filter((link) => !references.has(placeOfReference(link)))].sort(
      (x, y) => comparePlaces(x.file.path, x.reference.mention.span, y.file.path, y.reference.mention.span),
    ),
    commits: mergeNewestFirst(
      a.commits,
      b.commits.filter((link) => !commits.has(link.commit)),
      ({ commit }) => commit,
    ),
  });
}

/** Several items of a range stand at one place. */
function placeOfReference({ file, reference }: LinkedReference): string {
  return `${reference.mention.span.start} ${file.path}`;
}

function comparePlaces(pathA: string, a: Span, pathB: string, b: Span): number {
  return pathA === pathB ? a.start - b.start : pathA < pathB ? -1 : 1;
}
