/**
 * Writes what the package `linguist-languages` knows of the names of languages and their files into one compact file of the
 * project, so that the package is no part of what is shipped.
 *
 *   npx tsx scripts/languages.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { reportFailure } from './fail';
import { projectFolder } from './project';

export const LINGUIST_FILE = join(projectFolder, 'src/core/annotations/languages/linguistData.ts');

interface LinguistLanguage {
  readonly name: string;
  readonly extensions?: readonly string[];
  readonly filenames?: readonly string[];
  readonly interpreters?: readonly string[];
  readonly aliases?: readonly string[];
}

/** The text of the file, made from the installed package. */
export async function linguistSource(): Promise<string> {
  const folder = dirname(require.resolve('linguist-languages'));
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  const languages = Object.values((await import('linguist-languages')) as Readonly<Record<string, LinguistLanguage>>);
  const rows = languages.sort((a, b) => (a.name < b.name ? -1 : 1)).map(rowOf);
  return [
    `// Made by scripts/languages.ts from linguist-languages ${version} (MIT); do not edit.`,
    '',
    '/**',
    ' * A language in each line: its name; extensions; file names; interpreters; other names. Items are separated by commas, and',
    ' * all but the name are in lower case.',
    ' */',
    `export const LINGUIST_DATA = \`\\\n${rows.join('\n')}\`;`,
    '',
  ].join('\n');
}

function rowOf({ name, extensions, filenames, interpreters, aliases }: LinguistLanguage): string {
  const others = (aliases ?? []).filter((alias) => alias !== name.toLowerCase());
  const fields = [[name], lower(extensions), lower(filenames), lower(interpreters), lower(others)];
  if (fields.flat().some((item) => /[;,`\\\n$]/.test(item))) {
    throw new Error(`The language "${name}" has a name with a sign that separates fields.`);
  }
  return fields
    .map((items) => items.join(','))
    .join(';')
    .replace(/;+$/, '');
}

function lower(names: readonly string[] | undefined): string[] {
  return [...new Set((names ?? []).map((name) => name.toLowerCase()))];
}

if (require.main === module) {
  linguistSource()
    .then((source) => writeFileSync(LINGUIST_FILE, source))
    .catch(reportFailure);
}
