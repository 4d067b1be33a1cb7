import type { Locate } from '../core/report/locate';
import type { Engine } from './engine';

/** Lines and columns of what an engine speaks of; the beginning of a file that is gone meanwhile. */
export function locateIn(engine: Engine): Locate {
  return ({ path, span }) => engine.linesOf(path)?.positionAt(span.start) ?? { line: 0, column: 0 };
}
