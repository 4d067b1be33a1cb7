import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { readBaseline, writeBaseline } from '../core/findings/baseline';
import type { KnownFinding } from '../core/findings/compareFindings';
import type { NamedFinding } from '../core/findings/fingerprint';
import { UsageError } from './commandLine';

/** Where a baseline is kept that nobody names, relative to the folder that is checked. */
export const BASELINE = '.waymark/baseline.json';

/** @param option true: the option was given without a file */
export function baselinePath(option: string | true, folder: string): string {
  return option === true ? join(resolve(folder), BASELINE) : resolve(option);
}

/** As a person finds it from where the command runs. */
export function shownPath(path: string): string {
  const fromHere = relative('.', path);
  return fromHere.startsWith('..') ? path : fromHere;
}

/** @throws {UsageError} when it is missing or broken */
export function readBaselineFile(path: string): readonly KnownFinding[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const reason = codeOf(error);
    throw new UsageError(
      reason === 'ENOENT'
        ? `There is no baseline ${shownPath(path)}. Write one with --write-baseline.`
        : reason === 'EISDIR'
          ? `The baseline ${shownPath(path)} is a folder. Name a file behind --baseline, and the folder to check before it.`
          : `The baseline ${shownPath(path)} cannot be read: ${reason}.`,
    );
  }
  const known = readBaseline(text.replace(/^\uFEFF/, ''));
  if (typeof known === 'string') {
    throw new UsageError(`The baseline ${shownPath(path)} ${known}. Write it anew with --write-baseline.`);
  }
  return known;
}

/** @throws {UsageError} when it cannot be written */
export function writeBaselineFile(path: string, findings: readonly NamedFinding[]): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, writeBaseline(findings));
  } catch (error) {
    const reason = codeOf(error);
    throw new UsageError(
      reason === 'EISDIR'
        ? `The baseline ${shownPath(path)} is a folder. Name a file behind --write-baseline, and the folder to check before it.`
        : `The baseline ${shownPath(path)} could not be written: ${reason}.`,
    );
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
