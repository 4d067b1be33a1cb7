/**
 * The pattern language of `.gitignore` and `.gitattributes`. Written out here because matching must take linear time on
 * any pattern (a hostile one makes a regular expression run for years) and must weigh one path against one file's rules
 * without its parents, which packages for ignore files do not offer.
 */
export interface GitPattern {
  /** Written with `!`. */
  readonly negated: boolean;
  /** Written with `/` at the end. */
  readonly foldersOnly: boolean;
  /**
   * @param path relative to the folder of the file that holds the pattern, separated by `/`
   * @param name the path's last part
   */
  matches(path: string, name: string): boolean;
}

/** undefined: the line is empty, a comment, or can match nothing. */
export function parseGitPattern(line: string, ignoreCase: boolean): GitPattern | undefined {
  let text = withoutTrailingSpaces(line);
  if (text === '' || text.startsWith('#')) {
    return undefined;
  }
  const negated = text.startsWith('!');
  text = negated ? text.slice(1) : text;
  const foldersOnly = text.endsWith('/');
  text = foldersOnly ? text.slice(0, -1) : text;
  if (text === '') {
    return undefined;
  }
  const matches = text.includes('/') ? pathMatcher(text, ignoreCase) : nameMatcher(text, ignoreCase);
  return ignoreCase
    ? { negated, foldersOnly, matches: (path, name) => matches(foldCase(path), foldCase(name)) }
    : { negated, foldersOnly, matches };
}

type Matcher = (path: string, name: string) => boolean;

/** A backslash keeps the space after it. */
function withoutTrailingSpaces(line: string): string {
  let end = line.length;
  while (end > 0 && line[end - 1] === ' ' && !isEscaped(line, end - 1)) {
    end--;
  }
  return line.slice(0, end);
}

function isEscaped(line: string, at: number): boolean {
  let backslashes = 0;
  while (line[at - 1 - backslashes] === '\\') {
    backslashes++;
  }
  return backslashes % 2 === 1;
}

/** Git folds the letters of ASCII only. */
function foldCase(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

const SPECIAL = /[*?[\\]/;

function nameMatcher(pattern: string, ignoreCase: boolean): Matcher {
  const { literal, rest } = splitAtSpecial(pattern, ignoreCase);
  if (rest === '') {
    return (_path, name) => name === literal;
  }
  const afterStar = splitAtSpecial(rest.slice(1), ignoreCase);
  if (literal === '' && rest.startsWith('*') && afterStar.rest === '') {
    return (_path, name) => name.endsWith(afterStar.literal);
  }
  const part = compilePart(rest, ignoreCase);
  return (_path, name) => name.startsWith(literal) && matchesPart(part, name.slice(literal.length));
}

/** Like git, compares what stands before the first special character first; hence `a` followed by `**` and `/b` finds `ab/c/b`. */
function pathMatcher(pattern: string, ignoreCase: boolean): Matcher {
  const { literal, rest } = splitAtSpecial(pattern.replace(/^\//, ''), ignoreCase);
  if (rest === '') {
    return (path) => path === literal;
  }
  const parts = splitAtSlashes(rest, ignoreCase).map((part) =>
    /^\*\*+$/.test(part) ? ANY_FOLDERS : compilePart(part, ignoreCase),
  );
  return (path) => path.startsWith(literal) && matchesParts(parts, path.slice(literal.length).split('/'));
}

function splitAtSpecial(pattern: string, ignoreCase: boolean): { literal: string; rest: string } {
  const at = pattern.search(SPECIAL);
  const literal = at < 0 ? pattern : pattern.slice(0, at);
  return { literal: ignoreCase ? foldCase(literal) : literal, rest: at < 0 ? '' : pattern.slice(at) };
}

/** A slash in brackets, as in `[!/]`, separates nothing. */
function splitAtSlashes(pattern: string, ignoreCase: boolean): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < pattern.length; at++) {
    if (pattern[at] === '[') {
      at = readSet(pattern, at + 1, ignoreCase)?.end ?? pattern.length;
    } else if (pattern[at] === '\\' && pattern[at + 1] !== '/') {
      at++;
    } else if (pattern[at] === '/') {
      parts.push(pattern.slice(start, at).replace(/\\$/, ''));
      start = at + 1;
    }
  }
  return [...parts, pattern.slice(start)];
}

/** `**` between slashes: any number of folders, none too; at the end at least one more name. */
const ANY_FOLDERS = 'any folders';

type Part = readonly Token[] | undefined;

/** One byte, `*`, `?` or a set of bytes such as `[a-z]`. */
type Token = number | 'star' | 'any' | readonly boolean[];

/** As for one `*`: only the last `**` ever has to be tried again, so that time stays linear in pattern times path. */
function matchesParts(parts: readonly (Part | typeof ANY_FOLDERS)[], names: readonly string[]): boolean {
  let part = 0;
  let name = 0;
  let retryPart = -1;
  let retryName = 0;
  while (name < names.length) {
    const current = parts[part];
    if (current === ANY_FOLDERS) {
      if (part === parts.length - 1) {
        return true;
      }
      retryPart = ++part;
      retryName = name;
    } else if (part < parts.length && matchesPart(current, names[name] ?? '')) {
      part++;
      name++;
    } else if (retryPart >= 0) {
      part = retryPart;
      name = ++retryName;
    } else {
      return false;
    }
  }
  return part === parts.length;
}

/** undefined: the part can match nothing, as with a `[` that is never closed. */
function compilePart(pattern: string, ignoreCase: boolean): Part {
  const bytes = Buffer.from(pattern, 'utf8').toString('latin1');
  const tokens: Token[] = [];
  for (let at = 0; at < bytes.length; at++) {
    const char = bytes[at];
    if (char === '*') {
      if (tokens.at(-1) !== 'star') {
        tokens.push('star');
      }
    } else if (char === '?') {
      tokens.push('any');
    } else if (char === '[') {
      const set = readSet(bytes, at + 1, ignoreCase);
      if (set === undefined) {
        return undefined;
      }
      tokens.push(set.members);
      at = set.end;
    } else {
      at += char === '\\' ? 1 : 0;
      if (at >= bytes.length) {
        return undefined;
      }
      tokens.push((ignoreCase ? foldCase(bytes) : bytes).charCodeAt(at));
    }
  }
  return tokens;
}

/**
 * Reads behind `[`; `end` is the place of the closing `]`. Where case does not count, names come in small letters, and
 * git takes them for capitals too in ranges and classes, but not beside single letters.
 */
function readSet(bytes: string, start: number, ignoreCase: boolean): { members: boolean[]; end: number } | undefined {
  const members = Array.from<boolean>({ length: 256 }).fill(false);
  const inverted = bytes[start] === '!' || bytes[start] === '^';
  let at = inverted ? start + 1 : start;
  let previous: number | undefined;
  for (let first = true; ; first = false) {
    if (at >= bytes.length) {
      return undefined;
    }
    if (bytes[at] === ']' && !first) {
      return { members: inverted ? members.map((member) => !member) : members, end: at };
    }
    const named = /^\[:([a-z]*):\]/.exec(bytes.slice(at, at + 12));
    if (named) {
      const test = CLASSES[named[1] ?? ''];
      if (test === undefined) {
        return undefined;
      }
      addWhere(members, ignoreCase && named[1] === 'upper' ? /[a-z]/ : test);
      at += named[0].length;
      previous = undefined;
      continue;
    }
    const isRange = bytes[at] === '-' && previous !== undefined && at + 1 < bytes.length && bytes[at + 1] !== ']';
    at += isRange ? 1 : 0;
    at += bytes[at] === '\\' ? 1 : 0;
    if (at >= bytes.length) {
      return undefined;
    }
    const byte = bytes.charCodeAt(at++);
    if (isRange) {
      addRange(members, previous ?? byte, byte, ignoreCase);
    } else {
      members[byte] = true;
    }
    previous = isRange ? undefined : byte;
  }
}

const CLASSES: Readonly<Record<string, RegExp>> = {
  alnum: /[0-9A-Za-z]/,
  alpha: /[A-Za-z]/,
  blank: /[ \t]/,
  cntrl: /\p{Cc}/u,
  digit: /[0-9]/,
  graph: /[!-~]/,
  lower: /[a-z]/,
  print: /[ -~]/,
  punct: /[!-/:-@[-`{-~]/,
  space: /[ \t-\r]/,
  upper: /[A-Z]/,
  xdigit: /[0-9A-Fa-f]/,
};

function addRange(members: boolean[], from: number, to: number, ignoreCase: boolean): void {
  for (let byte = from; byte <= to; byte++) {
    members[byte] = true;
    if (ignoreCase) {
      members[foldCase(String.fromCharCode(byte)).charCodeAt(0)] = true;
    }
  }
}

function addWhere(members: boolean[], test: RegExp): void {
  for (let byte = 0; byte < 128; byte++) {
    members[byte] ||= test.test(String.fromCharCode(byte));
  }
}

/** Git matches bytes, so that `?` is one byte of a letter of two. */
function matchesPart(tokens: Part, name: string): boolean {
  if (tokens === undefined) {
    return false;
  }
  const bytes = NOT_ASCII.test(name) ? Buffer.from(name, 'utf8').toString('latin1') : name;
  let token = 0;
  let byte = 0;
  let retryToken = -1;
  let retryByte = 0;
  while (byte < bytes.length) {
    const current = tokens[token];
    if (current === 'star') {
      retryToken = ++token;
      retryByte = byte;
    } else if (current !== undefined && accepts(current, bytes.charCodeAt(byte))) {
      token++;
      byte++;
    } else if (retryToken >= 0) {
      token = retryToken;
      byte = ++retryByte;
    } else {
      return false;
    }
  }
  return token === tokens.length || (token === tokens.length - 1 && tokens[token] === 'star');
}

const NOT_ASCII = /[^\p{ASCII}]/u;

function accepts(token: Exclude<Token, 'star'>, byte: number): boolean {
  return token === 'any' || (typeof token === 'number' ? token === byte : token[byte] === true);
}
