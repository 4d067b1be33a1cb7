import { statusText } from '../../src/core/report/statusReport';
import type { Engine } from '../../src/engine/engine';

/** What `waymark status` prints, without the white space at the beginning of lines. */
export function plainStatus(engine: Engine): string {
  return statusText(engine.status).replace(/^ +/gm, '');
}
