import { lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gitDirOf, locateRepository, type RepositoryLayout } from '../git/locateRepository';
import { type AttributesFile, type ForeignReason, foreignReason, parseAttributesFile } from './attributes';
import { type GitSettings, readGitSettings } from '../git/gitSettings';
import { type IgnoreFile, isIgnored, parseIgnoreFile } from './ignoreRules';

/**
 * The rules by which files of one folder are left out: those of git, in the order of git, also where there is no git.
 * Paths are relative to the folder. Made anew for each search, so that it may remember what it read.
 */
export interface FolderRules {
  /** Absolute, without symbolic links. */
  readonly root: string;
  /** undefined: the folder lies in no repository, or in one that ignores it as a whole. */
  readonly repository: RepositoryLayout | undefined;
  readonly settings: GitSettings;
  /**
   * Tells for the names in one folder, whose parents git does not ignore, whether it ignores them.
   *
   * @param folder empty for the root
   * @param hasIgnoreFile false: there is known to be no `.gitignore`, which saves looking for it
   */
  ignoring(folder: string, hasIgnoreFile?: boolean): (name: string, isFolder: boolean) => boolean;
  /** Whether a folder below the root is the work tree of a repository of its own: a submodule or a nested clone. */
  isOtherRepository(folder: string): boolean;
  /** Whether `.gitattributes` says that a file is not the project's own work. */
  foreign(path: string): ForeignReason | undefined;
}

export function folderRules(folder: string): FolderRules {
  const root = realpathSync(folder);
  const around = locateRepository(root);
  return around && !isIgnoredBy(around) ? rulesOf(root, around) : rulesOf(root, undefined);
}

/** A folder that the repository around it ignores, as in a home folder under git, is a project of its own. */
function isIgnoredBy(around: RepositoryLayout): boolean {
  const rules = rulesOf(around.root, undefined, around.commonDir);
  const names = around.prefix.split('/').slice(0, -1);
  return names.some((name, depth) => rules.ignoring(names.slice(0, depth).join('/'))(name, true));
}

function rulesOf(
  root: string,
  repository: RepositoryLayout | undefined,
  commonDir: string | undefined = repository?.commonDir,
): FolderRules {
  const settings = readGitSettings(commonDir);
  const top = repository?.root ?? root;
  const prefix = repository?.prefix ?? '';
  const { ignoreCase } = settings;
  const outer = [settings.excludesFile, ...(commonDir === undefined ? [] : [join(commonDir, 'info/exclude')])];
  const outerIgnore = outer.map((file) => parseIgnoreFile(readPlainFile(file, false), '', ignoreCase));
  const outerAttributes =
    commonDir === undefined
      ? []
      : [parseAttributesFile(readPlainFile(join(commonDir, 'info/attributes'), false), '', ignoreCase)];

  /** Of a folder and all above it up to the top; `base` is empty or ends in `/`. */
  const ignoreFiles = remember((base: string, hasFile = true): readonly IgnoreFile[] => {
    const above = base === '' ? outerIgnore : ignoreFiles(parentOf(base));
    const text = hasFile ? readPlainFile(`${top}/${base}.gitignore`) : '';
    const file = parseIgnoreFile(text, base, ignoreCase);
    return file.patterns.length === 0 ? above : [...above, file];
  });
  const attributeFiles = remember((base: string): readonly AttributesFile[] => {
    const above = base === '' ? [] : attributeFiles(parentOf(base));
    const file = parseAttributesFile(readPlainFile(`${top}/${base}.gitattributes`), base, ignoreCase);
    return file.rules.length === 0 ? above : [...above, file];
  });

  return {
    root,
    repository,
    settings,
    ignoring(folder, hasIgnoreFile) {
      const base = folder === '' ? prefix : `${prefix}${folder}/`;
      const files = ignoreFiles(base, hasIgnoreFile);
      return (name, isFolder) => isIgnored(files, base, name, isFolder);
    },
    isOtherRepository: (folder) => gitDirOf(join(root, folder)) !== undefined,
    foreign(path) {
      const full = prefix + path;
      return foreignReason([...attributeFiles(full.slice(0, full.lastIndexOf('/') + 1)), ...outerAttributes], full);
    },
  };
}

function parentOf(base: string): string {
  return base.slice(0, base.lastIndexOf('/', base.length - 2) + 1);
}

function remember<T>(compute: (key: string, hint?: boolean) => T): (key: string, hint?: boolean) => T {
  const known = new Map<string, T>();
  return (key, hint) => {
    let value = known.get(key);
    if (value === undefined) {
      value = compute(key, hint);
      known.set(key, value);
    }
    return value;
  };
}

/** Like git, does not follow a link in the work tree: it may lead anywhere. What cannot be read has no rules. */
function readPlainFile(path: string, inWorkTree = true): string {
  try {
    const stats = (inWorkTree ? lstatSync : statSync)(path, { throwIfNoEntry: false });
    return stats?.isFile() ? readFileSync(path, 'utf8') : '';
  } catch {
    return '';
  }
}
