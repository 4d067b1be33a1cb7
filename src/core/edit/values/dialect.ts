import type { FieldSpec } from '../../roadmap/fields';

/** How words are written where. */
export interface ScalarStyle {
  /** Within brackets, where commas part. */
  readonly inBrackets: boolean;
  /** The quotes that its neighbours have, or it had; `''`: none. undefined: nobody shows how. */
  readonly quote: string | undefined;
  /** undefined: words. */
  readonly type: FieldSpec['type'] | undefined;
}

/** What differs between YAML and JSON in how words are written. */
export interface Dialect {
  scalar(text: string, style: ScalarStyle): string;
  /** @param like a key of the same mapping with the quotes around it; undefined: there is none */
  key(name: string, like: string | undefined): string;
  /** Whether lists and mappings can be written in lines, without brackets. */
  readonly hasBlocks: boolean;
}
