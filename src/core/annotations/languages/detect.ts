import { DATA_EXTENSIONS } from './additions';
import { AMBIGUOUS, PROGRAMS } from './ambiguous';
import { languageCatalogue, languageNamed } from './catalogue';
import { isWrittenByPeople, UNKNOWN } from './guessed';
import type { Language } from './language';
import { modelineOf, shebangOf } from './selfDescription';

/** Letters at the beginning of a text that are looked at to tell languages with one name apart. */
const ENOUGH_TO_TELL = 20_000;

/**
 * The language of a file by its name; where several have that name, by what the text says of itself or is like; where none
 * has it, by the text's modeline or `#!` line. A language that is not known is guessed; undefined: the file holds data and
 * has no comments.
 */
export function languageOf(path: string, text: string): Language | undefined {
  const { byFileName, byExtension } = languageCatalogue();
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const whole = byFileName.get(name);
  if (whole) {
    return chosen(name, whole, text);
  }
  const extensions = extensionsOf(name);
  if (extensions.some((extension) => DATA_EXTENSIONS.has(extension))) {
    return undefined;
  }
  const extension = extensions.find((candidate) => byExtension.has(candidate));
  if (extension !== undefined) {
    return chosen(extension, byExtension.get(extension) ?? [], text);
  }
  const [said] = saidIn(text);
  return said === undefined ? (isWrittenByPeople(text) ? UNKNOWN : undefined) : languageNamed(said);
}

/** Longest first: `.blade.php`, `.php`. A leading dot begins a name, not an extension. */
function extensionsOf(name: string): string[] {
  const extensions: string[] = [];
  for (let dot = name.indexOf('.', 1); dot !== -1; dot = name.indexOf('.', dot + 1)) {
    extensions.push(name.slice(dot));
  }
  return extensions;
}

function chosen(key: string, candidates: readonly string[], text: string): Language | undefined {
  const [first = ''] = candidates;
  const choices = AMBIGUOUS[key];
  if (candidates.length === 1 || !choices) {
    return languageNamed(first);
  }
  const said = saidIn(text).find((name) => candidates.includes(name));
  const head = text.slice(0, ENOUGH_TO_TELL);
  const like = choices.find(([, sign]) => sign === undefined || sign.test(head))?.[0];
  return languageNamed(said ?? like ?? first);
}

/** The languages that the text itself names. */
function saidIn(text: string): readonly string[] {
  const { byAlias, byInterpreter } = languageCatalogue();
  const mode = modelineOf(text);
  const named = mode === undefined ? undefined : byAlias.get(mode);
  if (named) {
    return named;
  }
  for (const program of shebangOf(text)) {
    const known = PROGRAMS[program];
    const names = known === undefined ? byInterpreter.get(program) : [known];
    if (names) {
      return names;
    }
  }
  return [];
}
