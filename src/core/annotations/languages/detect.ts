import { UNKNOWN } from './guessed';
import type { Language } from './language';
import { LANGUAGES } from './table';

const byExtension = new Map(LANGUAGES.flatMap((language) => language.extensions.map((key) => [key, language])));
const byFileName = new Map(LANGUAGES.flatMap((language) => (language.fileNames ?? []).map((key) => [key, language])));
const byInterpreter = new Map(
  LANGUAGES.flatMap((language) => (language.interpreters ?? []).map((key) => [key, language])),
);

/**
 * Files that hold data or copies of other files: what looks like a comment in them is none, so they have no marks. Drawings
 * and notebooks keep their text inside of strings.
 */
const DATA = new Set(
  '.csv .tsv .log .map .snap .diff .patch .lock .sum .ipynb .ndjson .jsonl .pem .crt .key .po .pot .eml .mbox .min.js .min.css'.split(
    ' ',
  ),
);

/**
 * The language of a file by its name, and where the name says nothing, by the text's `#!` line. A language that is not
 * known is guessed; undefined: the file holds data and has no comments.
 */
export function languageOf(path: string, text: string): Language | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const extensions = extensionsOf(name);
  const named = byFileName.get(name) ?? first(extensions, (extension) => byExtension.get(extension));
  if (extensions.some((extension) => DATA.has(extension)) && !byFileName.has(name)) {
    return undefined;
  }
  if (name.endsWith('.m') && !OBJECTIVE_C.test(text.slice(0, ENOUGH_TO_TELL))) {
    return MATLAB_LANGUAGE ?? named;
  }
  return named ?? languageOfShebang(text) ?? UNKNOWN;
}

/** Objective-C and MATLAB share an extension. */
const OBJECTIVE_C = /^[ \t]*(?:#[ \t]*(?:import|include|define|pragma|if)|@\w+|\/[/*])/m;
const ENOUGH_TO_TELL = 20_000;
const MATLAB_LANGUAGE = LANGUAGES.find((language) => language.name === 'MATLAB and Octave');

/** Longest first: `.blade.php`, `.php`. A leading dot begins a name, not an extension. */
function extensionsOf(name: string): string[] {
  const extensions: string[] = [];
  for (let dot = name.indexOf('.', 1); dot !== -1; dot = name.indexOf('.', dot + 1)) {
    extensions.push(name.slice(dot));
  }
  return extensions;
}

function first<T, R>(values: readonly T[], read: (value: T) => R | undefined): R | undefined {
  for (const value of values) {
    const result = read(value);
    if (result !== undefined) {
      return result;
    }
  }
  return undefined;
}

/** `#!/usr/bin/env -S python3.12 -u` names `python3.12`, else `python3`, else `python`. */
function languageOfShebang(text: string): Language | undefined {
  const program = /^#![ \t]*(?:\S*\/)?(?:env(?:[ \t]+(?:-\S+|\w+=\S*))*[ \t]+(?:\S*\/)?)?([^\s/]+)/.exec(
    text.slice(0, 200),
  )?.[1];
  return program === undefined
    ? undefined
    : (byInterpreter.get(program) ??
        byInterpreter.get(program.replace(/\.[\d.]+$/, '')) ??
        byInterpreter.get(program.replace(/[\d.]+$/, '')));
}
