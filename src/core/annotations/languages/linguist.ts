import { LINGUIST_DATA } from './linguistData';

/** By what the files of a language are known; all but the name in lower case, and extensions with their dot. */
export interface LanguageNames {
  readonly name: string;
  readonly extensions: readonly string[];
  readonly fileNames: readonly string[];
  readonly interpreters: readonly string[];
  /** Other names of the language, as a modeline may write them. */
  readonly aliases: readonly string[];
}

/** All languages that GitHub Linguist knows, in the order of their names. */
export function readLinguist(): LanguageNames[] {
  return LINGUIST_DATA.split('\n').map((row) => {
    const [name = '', ...fields] = row.split(';');
    const [extensions = [], fileNames = [], interpreters = [], aliases = []] = fields.map((field) =>
      field === '' ? [] : field.split(','),
    );
    return { name, extensions, fileNames, interpreters, aliases };
  });
}
