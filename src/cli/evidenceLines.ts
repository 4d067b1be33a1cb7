import type { WorkItem } from '../core/model/roadmap';
import { annotationFacts, withinWords } from '../core/report/annotationWords';
import { commitFacts, commitWhy } from '../core/report/commitWords';
import { annotationWhy, referenceWhy } from '../core/report/linkWords';
import type { LinkedAnnotation, LinkedCommit, LinkedReference } from '../core/trace/evidence';
import type { Engine } from '../engine/engine';
import { locateIn } from '../engine/locate';

/**
 * One line a piece of evidence: place or commit first, as editors and git understand it.
 *
 * @param why true adds the rule that made the link, and what became of a commit, in sentences; else a word in front says what
 * is unusual, since the end of a line may be cut off
 */
export function evidenceLines(engine: Engine, item: WorkItem, why = false): string[] {
  const { trace } = engine;
  const evidence = trace.evidenceOf(item);
  const locate = locateIn(engine);
  const at = (path: string, span: { start: number; end: number }) => {
    const { line, column } = locate({ path, span });
    return `${path}:${line + 1}:${column + 1}`;
  };
  const because = (words: string) => (why ? `  (${words})` : '');
  const state = (link: LinkedAnnotation | LinkedReference | LinkedCommit) => (why ? [] : stateWords(link));
  return [
    ...evidence.annotations.map((link) => {
      const { file, annotation } = link;
      const message = annotation.message === '' ? [] : [annotation.message];
      const said = [...message, ...annotationFacts(annotation, trace.plan)].join(' · ');
      const words = [at(file.path, annotation.span), ...state(link), annotation.tag, said].join(' ').trimEnd();
      return `${words}${because(annotationWhy(link, locate))}`;
    }),
    ...evidence.references.map((link) => {
      const { file, reference } = link;
      const said = [reference.role, ...withinWords(reference)].join(' · ');
      const words = [at(file.path, reference.mention.span), ...state(link), said].join(' ');
      return `${words}${because(referenceWhy(link, locate))}`;
    }),
    ...evidence.commits.map((link) => {
      const { sha, date, author, subject } = link.commit;
      const facts = why ? [] : [...commitFacts(link.commit, trace), ...stateWords(link)];
      const words = `${sha.slice(0, 10)} ${date.slice(0, 10)} ${[author, ...facts].join(', ')}: ${subject}`;
      return `${words}${because(commitWhy(link, trace, locate))}`;
    }),
  ];
}

function stateWords({ certainty, accepted }: LinkedAnnotation | LinkedReference | LinkedCommit): string[] {
  return accepted ? ['accepted'] : certainty === 'probable' ? ['probable'] : [];
}
