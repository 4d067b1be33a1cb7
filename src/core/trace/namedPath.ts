import { compileGlob } from './glob';

/** What a field of the roadmap that names files (`code`, `decisions`) says. */
export type NamedPath =
  | {
      readonly kind: 'inside';
      /** Relative to the folder, as `matchesGlob` reads them: one for each way to read braces. */
      readonly globs: readonly string[];
      /** It names a set of files rather than one file or folder. */
      readonly isPattern: boolean;
      /** False for a mere word, which may be a folder (`src`) or anything else (`refunds`, `ADR-7`, `Gateway.refund`). */
      readonly isPlain: boolean;
    }
  /** It leads out of the folder that is open. */
  | { readonly kind: 'outside'; readonly path: string }
  /** An address, an exclusion or words: nothing that can be looked for among the files. */
  | { readonly kind: 'unclear' };

const UNCLEAR: NamedPath = { kind: 'unclear' };

/**
 * Reads a path as people write it: also as a Markdown link, with a line or an anchor behind it (`src/refund.ts:12`,
 * `docs/adr.md#decision`), with a remark behind it (`src/refund.ts (new)`), and with the separators of Windows.
 */
export function readNamedPath(text: string): NamedPath {
  const path = withoutRemarks(text);
  if (/^(?:[a-z][\w+.-]+:|!|mailto:)/i.test(path) || path === '') {
    return UNCLEAR;
  }
  if (/^(?:[/~]|[a-z]:)/i.test(path)) {
    return { kind: 'outside', path };
  }
  const resolved = resolve(path);
  if (resolved === undefined) {
    return { kind: 'outside', path };
  }
  const isPlain = looksLikePath(resolved);
  if (resolved === '' || (!isPlain && /\s/.test(resolved))) {
    return UNCLEAR;
  }
  return { kind: 'inside', globs: alternativesOf(resolved), isPattern: /[*?{]/.test(resolved), isPlain };
}

/** Tells whether a file is what one of the texts names, or lies in a folder that one names. */
export function namedPathTest(texts: readonly string[]): (file: string) => boolean {
  const named = texts.map(readNamedPath).flatMap((each) => (each.kind === 'inside' ? each.globs : []));
  const tests = named.flatMap((glob) => [compileGlob(glob), compileGlob(`${glob}/**`)]);
  return (file) => tests.some((test) => test(file));
}

function withoutRemarks(text: string): string {
  const words = text.trim().replace(/^[`"']+|[`"']+$/g, '');
  const link = /^\[[^\]]*\]\(([^)\s]+)\)/.exec(words)?.[1] ?? words;
  return link
    .replace(/\s+(?:\([^()]*\)|[-–—#]{1,2}\s.*)$/s, '')
    .replace(/(?<=.)#[^/]*$|(?<=\w):{1,2}[\w.:-]*$/, '')
    .replaceAll('\\', '/')
    .trim();
}

/** Without `.` and `..`; undefined: it leads out of the folder. */
function resolve(path: string): string | undefined {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) {
        return undefined;
      }
    } else if (part !== '.' && part !== '') {
      parts.push(part);
    }
  }
  return parts.join('/');
}

/** Files that people name without a folder; `Gateway.refund` is a function. */
const FILE_NAME =
  /\.(?:md|mdx|adoc|rst|txt|ya?ml|json|toml|xml|[cm]?[jt]sx?|py|rs|go|java|kts?|rb|php|cs|swift|scala|c|h|cc|cpp|hpp|sh|sql|s?css|html|vue|svelte|proto|tf)$/i;

function looksLikePath(path: string): boolean {
  const [first = '', ...others] = path.split(/\s+/);
  if (others.length === 0) {
    return /[/*?]/.test(path) || FILE_NAME.test(path);
  }
  // Names with spaces are rarer than sentences that end in a path, or lists of paths.
  const words = [first, ...others.slice(0, -1)];
  return first.includes('/') && FILE_NAME.test(path) && !words.some((word) => FILE_NAME.test(word.replace(/\W$/, '')));
}

/** More ways to read a pattern are not looked at: braces in braces multiply. */
const MOST_ALTERNATIVES = 50;

/** `src/{a,b}/**` as `src/a/**` and `src/b/**`; brackets are letters of a name, or stand for any one letter. */
function alternativesOf(glob: string): readonly string[] {
  const done: string[] = [];
  const open = [glob];
  for (let next = open.shift(); next !== undefined && done.length < MOST_ALTERNATIVES; next = open.shift()) {
    const braces = /\{([^{}]*,[^{}]*)\}/.exec(next);
    if (braces?.[1] === undefined || open.length > MOST_ALTERNATIVES) {
      done.push(next);
    } else {
      const before = next.slice(0, braces.index);
      const after = next.slice(braces.index + braces[0].length);
      open.push(...braces[1].split(',').map((choice) => before + choice.trim() + after));
    }
  }
  return done.flatMap((each) => (/\[[^\]/]+\]/.test(each) ? [each, each.replace(/\[[^\]/]+\]/g, '?')] : [each]));
}
