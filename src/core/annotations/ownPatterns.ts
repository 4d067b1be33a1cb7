import { t } from '../words/t';
import { RE2JS } from 're2js';
import type { Span } from '../model/span';

/** A place where a pattern of a person's own found an ID, or what looks like one. Offsets are of the whole text. */
export interface PatternMatch {
  readonly id: Span;
  /** The word that makes it an annotation; undefined: it is a reference. */
  readonly tag: Span | undefined;
  /** undefined: the pattern does not say where the message is. */
  readonly message: Span | undefined;
}

/** Patterns of a person's own, ready to be used. */
export interface OwnPatterns {
  readonly count: number;
  /** Matches within one line of a comment, pattern by pattern. Takes time linear in the line's length, whatever the patterns. */
  find(text: string, line: Span): PatternMatch[];
}

/** The name under which a person knows the patterns. */
const SETTING = 'waymark.annotations.patterns';

/**
 * Compiles patterns with the named group `id`, and perhaps `tag` and `message`. They are run by an engine that cannot
 * backtrack, since a pattern that a workspace brings must not be able to stop the editor.
 *
 * @returns `used`: the sources of those that can be used; `problems`: one sentence for each other one
 */
export function compilePatterns(sources: readonly string[]): {
  readonly patterns: OwnPatterns;
  readonly used: readonly string[];
  readonly problems: readonly string[];
} {
  const compiled: RE2JS[] = [];
  const used: string[] = [];
  const problems: string[] = [];
  for (const source of sources.slice(0, MOST_PATTERNS)) {
    const result = compile(source);
    if (typeof result === 'string') {
      problems.push(t('The pattern {0} of the setting {1} is left out: {2}', shortened(source), SETTING, result));
    } else {
      compiled.push(result);
      used.push(source);
    }
  }
  if (sources.length > MOST_PATTERNS) {
    problems.push(t('The setting {0} holds more than {1} patterns; the first {1} are used.', SETTING, MOST_PATTERNS));
  }
  return {
    patterns: {
      count: compiled.length,
      find: (text, line) => compiled.flatMap((pattern) => matchesOf(pattern, text, line)),
    },
    used,
    problems,
  };
}

const MOST_PATTERNS = 50;
const LONGEST_PATTERN = 1_000;

/** Each match may cost a walk through the rest of the line. */
const LONGEST_LINE = 2_000;
const MOST_MATCHES = 20;

/** A string: why the pattern cannot be used. */
function compile(source: string): RE2JS | string {
  if (source.length > LONGEST_PATTERN) {
    return t('it is longer than {0} letters.', LONGEST_PATTERN);
  }
  try {
    const pattern = RE2JS.compile(source);
    return Object.hasOwn(pattern.namedGroups(), 'id')
      ? pattern
      : t('it has no group for the ID. Put the part that matches the ID in (?<id>…).');
  } catch (error) {
    return reasonOf(source, error);
  }
}

function reasonOf(source: string, error: unknown): string {
  const at = error instanceof Error ? error.message.replace(/^error parsing regexp: /, '') : '';
  if (/^invalid (?:or unsupported Perl syntax|named capture): `\(\?<?[=!]/.test(at)) {
    return t(
      'it looks ahead or behind with (?=, (?!, (?<= or (?<!, which is not possible here. Match what stands around the ID instead.',
    );
  }
  if (/^invalid escape sequence: `\\[1-9k]/.test(at)) {
    return t('it refers back to a group with \\1 or \\k, which is not possible here.');
  }
  return at === '' || source === ''
    ? t('it cannot be read as a regular expression.')
    : t('it is no regular expression ({0}).', at);
}

function shortened(source: string): string {
  return source.length > 80 ? `${source.slice(0, 79)}…` : source;
}

function matchesOf(pattern: RE2JS, text: string, { start, end }: Span): PatternMatch[] {
  const line = text.slice(start, Math.min(end, start + LONGEST_LINE));
  // Quicker than looking for the groups, which most lines have not.
  if (!pattern.test(line)) {
    return [];
  }
  const names = pattern.namedGroups();
  const matcher = pattern.matcher(line);
  const group = (name: string): Span | undefined => {
    const from = Object.hasOwn(names, name) ? matcher.start(name) : -1;
    const to = from === -1 ? -1 : matcher.end(name);
    return to > from ? { start: start + from, end: start + to } : undefined;
  };
  const matches: PatternMatch[] = [];
  for (let count = 0; count < MOST_MATCHES && matcher.find(); count++) {
    const id = group('id');
    if (id) {
      matches.push({ id, tag: group('tag'), message: group('message') });
    }
  }
  return matches;
}
