import { t } from '../core/words/t';
import { compilePatterns } from '../core/annotations/ownPatterns';
import { readDayRange } from '../core/roadmap/dateWords';
import { templateProblem } from '../core/workflow/branchName';
import { DEFAULT_SETTINGS, type Settings, type TagSetting } from '../protocol/settings';

/**
 * Settings as the client sends them: a person may have typed anything. What has the wrong form takes its default, and a
 * sentence says so.
 */
export function readSettings(value: unknown): { readonly settings: Settings; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const at = (path: string): unknown =>
    path.split('.').reduce<unknown>((part, key) => (isRecord(part) ? part[key] : undefined), value);
  const read = <T>(path: string, fallback: T, accept: (found: unknown) => found is T, form: string): T => {
    const found = at(path);
    if (found === undefined || found === null) {
      return fallback;
    }
    if (accept(found)) {
      return found;
    }
    problems.push(t('The setting waymark.{0} must be {1}; its default is used.', path, form));
    return fallback;
  };
  const { roadmap, annotations, codeLens, inlayHints, findings, planning, work } = DEFAULT_SETTINGS;
  const settings: Settings = {
    roadmap: {
      files: read('roadmap.files', roadmap.files, isWords, t('a list of globs')),
      followCursor: read('roadmap.followCursor', roadmap.followCursor, isBoolean, t('true or false')),
    },
    annotations: {
      tags: soundTags(read('annotations.tags', annotations.tags, isList, t('a list of words')), problems),
      patterns: soundPatterns(
        read('annotations.patterns', annotations.patterns, isWords, t('a list of regular expressions')),
        problems,
      ),
    },
    codeLens: { enabled: read('codeLens.enabled', codeLens.enabled, isBoolean, t('true or false')) },
    inlayHints: { enabled: read('inlayHints.enabled', inlayHints.enabled, isBoolean, t('true or false')) },
    findings: {
      severity: read(
        'findings.severity',
        findings.severity,
        isRecordOf(isString),
        t('an object of codes and severities'),
      ),
      thresholds: read(
        'findings.thresholds',
        findings.thresholds,
        isRecordOf(isNumber),
        t('an object of names and numbers'),
      ),
    },
    planning: {
      holidays: soundDays(read('planning.holidays', planning.holidays, isWords, t('a list of dates')), problems),
    },
    work: { branch: soundTemplate(read('work.branch', work.branch, isString, t('a text')), work.branch, problems) },
  };
  return { settings, problems };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRecordOf<T>(accept: (value: unknown) => value is T) {
  return (value: unknown): value is Readonly<Record<string, T>> =>
    isRecord(value) && Object.values(value).every((entry) => accept(entry));
}

function isWords(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string' && entry.trim() !== '');
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** What is no tag is left out, with a sentence. */
function soundTags(entries: readonly unknown[], problems: string[]): (string | TagSetting)[] {
  const tags: (string | TagSetting)[] = [];
  for (const entry of entries) {
    if (isTag(entry)) {
      tags.push(entry);
    } else {
      problems.push(
        t(
          'The setting waymark.annotations.tags holds {0}, which is left out: write a word of letters, digits, - and _, or { "tag": "REVIEW", "severity": "warning", "kind": "task" }.',
          JSON.stringify(entry),
        ),
      );
    }
  }
  return tags;
}

function isTag(value: unknown): value is string | TagSetting {
  if (typeof value === 'string') {
    return /^-?[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(value);
  }
  return (
    isRecord(value) &&
    typeof value['tag'] === 'string' &&
    isTag(value['tag']) &&
    isOneOf(value['severity'], ['error', 'warning', 'information', 'hint']) &&
    isOneOf(value['kind'], ['task', 'defect', 'debt', 'risk', 'note'])
  );
}

function isOneOf(value: unknown, allowed: readonly string[]): boolean {
  return value === undefined || (typeof value === 'string' && allowed.includes(value));
}

function soundPatterns(sources: readonly string[], problems: string[]): readonly string[] {
  const compiled = compilePatterns(sources);
  problems.push(...compiled.problems);
  return compiled.used;
}

function soundDays(entries: readonly string[], problems: string[]): readonly string[] {
  return entries.filter((entry) => {
    const isDay = readDayRange(entry) !== undefined;
    if (!isDay) {
      problems.push(
        t(
          'The setting waymark.planning.holidays holds {0}, which is left out: write a day as 2026-12-25.',
          JSON.stringify(entry),
        ),
      );
    }
    return isDay;
  });
}

function soundTemplate(template: string, fallback: string, problems: string[]): string {
  const problem = templateProblem(template);
  if (problem === undefined) {
    return template;
  }
  problems.push(
    t('The setting waymark.work.branch is {0}; {1}. Its default is used.', JSON.stringify(template), problem),
  );
  return fallback;
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}
