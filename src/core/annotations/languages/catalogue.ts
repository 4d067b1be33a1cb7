import { ADDITIONS } from './additions';
import { COMMENTLESS } from './commentless';
import { UNKNOWN } from './guessed';
import type { Language } from './language';
import { type LanguageNames, readLinguist } from './linguist';
import { SHAPES } from './table';

const NOTEBOOK: Language = { name: 'Jupyter Notebook', grammar: { modes: { code: [] } }, notebook: true };

/** Every language whose comments are known, by the name that GitHub Linguist gives it. The documentation lists them. */
export const LANGUAGES: ReadonlyMap<string, Language> = new Map<string, Language>([
  ...SHAPES.flatMap(([grammar, names]) => names.split(', ').map((name) => [name, { name, grammar }] as const)),
  [NOTEBOOK.name, NOTEBOOK],
]);

/** Languages without comments, each with the reason why there is nothing to read in its files. */
export const SILENT: ReadonlyMap<string, string> = new Map(
  COMMENTLESS.flatMap(([reason, names]) => names.split(', ').map((name) => [name, reason] as const)),
);

/** The names of the languages that a name of a file, a program or a modeline may mean. */
export interface Catalogue {
  readonly byExtension: ReadonlyMap<string, readonly string[]>;
  readonly byFileName: ReadonlyMap<string, readonly string[]>;
  readonly byInterpreter: ReadonlyMap<string, readonly string[]>;
  readonly byAlias: ReadonlyMap<string, readonly string[]>;
}

let catalogue: Catalogue | undefined;

/** Made when it is first asked for: the command line answers many questions without it. */
export function languageCatalogue(): Catalogue {
  catalogue ??= makeCatalogue(readLinguist().map(withAdditions));
  return catalogue;
}

function withAdditions(names: LanguageNames): LanguageNames {
  const added = ADDITIONS[names.name]?.split(' ') ?? [];
  const plain = added.filter((word) => !word.startsWith('.'));
  return {
    ...names,
    extensions: [...names.extensions, ...added.filter((word) => word.startsWith('.'))],
    // A word without a dot may be either: no file is called `expect`, and no program `readme`.
    fileNames: [...names.fileNames, ...added],
    interpreters: [...names.interpreters, ...plain],
  };
}

function makeCatalogue(languages: readonly LanguageNames[]): Catalogue {
  return {
    byExtension: index(languages, ({ extensions }) => extensions),
    byFileName: index(languages, ({ fileNames }) => fileNames),
    byInterpreter: index(languages, ({ interpreters }) => interpreters),
    byAlias: index(languages, ({ name, aliases }) => [name.toLowerCase(), ...aliases]),
  };
}

function index(
  languages: readonly LanguageNames[],
  keysOf: (names: LanguageNames) => readonly string[],
): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const names of languages) {
    for (const key of new Set(keysOf(names))) {
      found.set(key, [...(found.get(key) ?? []), names.name]);
    }
  }
  return found;
}

/** The language of a name; undefined: it has no comments. A name that is in neither list would be guessed. */
export function languageNamed(name: string): Language | undefined {
  return SILENT.has(name) ? undefined : (LANGUAGES.get(name) ?? UNKNOWN);
}

/** The language that people call so, in lower case (`bash`, `js`, `c++`); undefined: none is, or it has no comments. */
export function languageCalled(alias: string): Language | undefined {
  const [name] = languageCatalogue().byAlias.get(alias) ?? [];
  return name === undefined ? undefined : languageNamed(name);
}
