import type { Dialect } from '../values/dialect';
import { valuesWriter } from '../values/valuesWriter';
import { yamlScalar } from './yamlScalar';

const YAML: Dialect = {
  scalar: yamlScalar,
  key(name, like) {
    const quote = /^["']/.exec(like ?? '')?.[0];
    return yamlScalar(name, { inBrackets: true, quote, type: 'status' });
  },
  hasBlocks: true,
};

export const yamlWriter = valuesWriter(YAML);
