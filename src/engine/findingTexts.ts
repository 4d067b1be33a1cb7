import { join } from 'node:path';
import { type NamedFinding, nameFindings, type TextOf } from '../core/findings/fingerprint';
import type { Finding } from '../core/model/finding';
import type { LocateRange } from '../core/report/locate';
import type { Engine } from './engine';
import { readText } from './files/readText';

/**
 * Names findings of an engine so that they are known again. Reads the source files that they stand in, each once; one that
 * is gone or changed meanwhile costs the words of its findings, and nothing else.
 */
export function nameFindingsOf(engine: Engine, findings: readonly Finding[]): NamedFinding[] {
  return nameFindings(findings, textIn(engine));
}

function textIn(engine: Engine): TextOf {
  const texts = new Map<string, string>();
  const wholeText = (path: string): string => {
    const known = texts.get(path);
    if (known !== undefined) {
      return known;
    }
    const result = engine.roadmapText(path) ?? readText(join(engine.folder, path));
    const text = typeof result === 'string' ? result : 'text' in result ? result.text : '';
    texts.set(path, text);
    return text;
  };
  return ({ path, span }) => wholeText(path).slice(span.start, span.end);
}

/** From where to where the places reach that an engine speaks of; the beginning of a file that is gone meanwhile. */
export function rangesIn(engine: Engine): LocateRange {
  const beginning = { line: 0, column: 0 };
  return ({ path, span }) => {
    const lines = engine.linesOf(path);
    return { start: lines?.positionAt(span.start) ?? beginning, end: lines?.positionAt(span.end) ?? beginning };
  };
}
