import { type GitPattern, parseGitPattern } from './gitPattern';

/** The rules of one ignore file. */
export interface IgnoreFile {
  /** Folder that the rules are relative to, from the repository's top: empty or ending in `/`. */
  readonly base: string;
  readonly patterns: readonly GitPattern[];
}

export function parseIgnoreFile(text: string, base: string, ignoreCase: boolean): IgnoreFile {
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  const patterns = lines.flatMap((line) => parseGitPattern(line.replace(/\r$/, ''), ignoreCase) ?? []);
  return { base, patterns };
}

/**
 * Whether git would ignore what has this name in a folder that it does not ignore.
 *
 * @param files in order of precedence, the strongest last: global, `info/exclude`, from the top folder downwards
 * @param base the folder, from the repository's top: empty or ending in `/`
 */
export function isIgnored(files: readonly IgnoreFile[], base: string, name: string, isFolder: boolean): boolean {
  const path = base + name;
  for (let index = files.length - 1; index >= 0; index--) {
    const file = files[index];
    const pattern = file && lastMatch(file, path, name, isFolder);
    if (pattern) {
      return !pattern.negated;
    }
  }
  return false;
}

function lastMatch(
  { base, patterns }: IgnoreFile,
  path: string,
  name: string,
  isFolder: boolean,
): GitPattern | undefined {
  const relative = base === '' ? path : path.slice(base.length);
  for (let index = patterns.length - 1; index >= 0; index--) {
    const pattern = patterns[index];
    if (pattern && (isFolder || !pattern.foldersOnly) && pattern.matches(relative, name)) {
      return pattern;
    }
  }
  return undefined;
}
