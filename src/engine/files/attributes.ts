import { type GitPattern, parseGitPattern } from './gitPattern';

/** Why a file is not the project's own work. */
export type ForeignReason = 'vendored (.gitattributes)' | 'generated (.gitattributes)';

/** The lines of one `.gitattributes` that speak of vendored and generated files. */
export interface AttributesFile {
  /** Folder that the rules are relative to, from the repository's top: empty or ending in `/`. */
  readonly base: string;
  readonly rules: readonly AttributeRule[];
}

interface AttributeRule {
  readonly pattern: GitPattern;
  readonly vendored: boolean | undefined;
  readonly generated: boolean | undefined;
}

export function parseAttributesFile(text: string, base: string, ignoreCase: boolean): AttributesFile {
  const macros = new Map<string, readonly string[]>();
  const rules: AttributeRule[] = [];
  for (const line of text.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    const { pattern: source, words } = splitLine(line);
    if (source.startsWith('[attr]')) {
      macros.set(source.slice('[attr]'.length), words);
      continue;
    }
    const states = words.flatMap((word) => [...(macros.get(word) ?? []), word]);
    const vendored = stateOf('linguist-vendored', states);
    const generated = stateOf('linguist-generated', states);
    const pattern = vendored === undefined && generated === undefined ? undefined : parseGitPattern(source, ignoreCase);
    if (pattern && !pattern.negated && !pattern.foldersOnly) {
      rules.push({ pattern, vendored, generated });
    }
  }
  return { base, rules };
}

/**
 * @param files in order of precedence, the strongest last: from the top folder downwards, then `info/attributes`
 * @param path from the repository's top
 */
export function foreignReason(files: readonly AttributesFile[], path: string): ForeignReason | undefined {
  if (lastState(files, path, 'vendored')) {
    return 'vendored (.gitattributes)';
  }
  return lastState(files, path, 'generated') ? 'generated (.gitattributes)' : undefined;
}

function lastState(files: readonly AttributesFile[], path: string, which: 'vendored' | 'generated'): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  for (const { base, rules } of files.toReversed()) {
    const rule = rules.findLast(
      (each) => each[which] !== undefined && each.pattern.matches(path.slice(base.length), name),
    );
    if (rule) {
      return rule[which] === true;
    }
  }
  return false;
}

/** A pattern with spaces is quoted as a string of C. */
function splitLine(line: string): { pattern: string; words: string[] } {
  const match = /^[ \t]*(?:"((?:[^"\\]|\\.)*)"|([^ \t#"][^ \t]*))(.*)$/.exec(line);
  const pattern = match?.[2] ?? (match?.[1] ?? '').replace(/\\(.)/g, '$1');
  return { pattern, words: (match?.[3] ?? '').split(/[ \t]+/).filter((word) => word !== '') };
}

/** `!name` makes it unspecified again, which is as good as false here. */
function stateOf(name: string, words: readonly string[]): boolean | undefined {
  let state: boolean | undefined;
  for (const word of words) {
    if (word === name || word === `${name}=true`) {
      state = true;
    } else if (word === `-${name}` || word === `!${name}` || word.startsWith(`${name}=`)) {
      state = false;
    }
  }
  return state;
}
