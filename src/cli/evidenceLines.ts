import type { WorkItem } from '../core/model/roadmap';
import { annotationFacts, withinWords } from '../core/report/annotationWords';
import { commitWhy } from '../core/report/commitWords';
import { annotationWhy, referenceWhy } from '../core/report/linkWords';
import type { Engine } from '../engine/engine';
import { locateIn } from '../engine/locate';

/**
 * One line a piece of evidence: place or commit first, as editors and git understand it.
 * @param why true adds the rule that made the link
 */
export function evidenceLines(engine: Engine, item: WorkItem, why = false): string[] {
  const evidence = engine.trace.evidenceOf(item);
  const locate = locateIn(engine);
  const at = (path: string, span: { start: number; end: number }) => {
    const { line, column } = locate({ path, span });
    return `${path}:${line + 1}:${column + 1}`;
  };
  const because = (words: string) => (why ? `  (${words})` : '');
  return [
    ...evidence.annotations.map((link) => {
      const { file, annotation } = link;
      const said = [annotation.message, ...annotationFacts(annotation, engine.trace.plan)].filter(
        (words) => words !== '',
      );
      return `${at(file.path, annotation.span)} ${annotation.tag} ${said.join(' · ')}${because(annotationWhy(link, locate))}`;
    }),
    ...evidence.references.map((link) => {
      const { file, reference } = link;
      return `${at(file.path, reference.mention.span)} ${[reference.role, ...withinWords(reference)].join(' · ')}${because(referenceWhy(link, locate))}`;
    }),
    ...evidence.commits.map((link) => {
      const { sha, date, author, subject } = link.commit;
      return `${sha.slice(0, 10)} ${date.slice(0, 10)} ${author}: ${subject}${because(commitWhy(link, engine.trace, locate))}`;
    }),
  ];
}
