import { type Dirent, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';

/** Folders that hold one item a file in many projects: at the top, there hidden too, and in `docs`. */
const USUAL = /^(?:docs\/|\.)?(?:backlog|roadmap|epics|stories|tasks|tickets|issues)$|^\.waymark$/i;

/** Where Backlog.md keeps its configuration when its folder is another one than `backlog`. */
export const ROOT_CONFIG = 'backlog.config.yml';

const CONFIGS = ['config.yml', 'config.yaml'];

/** Deeper, nobody looks for an item. */
const DEEPEST = 8;
/** More are no plan but somebody's data. */
const MOST_FILES = 50_000;

/** Whether a path, if it were that of a folder, would be one of those that are looked into without a setting. */
export function isUsualItemFolder(path: string): boolean {
  return USUAL.test(path);
}

/** The usual folders that are there, relative to the root. Nothing outside of the root is given. */
export function listItemFolders(root: string): string[] {
  const names = (folder: string) =>
    entriesOf(join(root, folder))
      .map((entry) => (folder === '' ? entry.name : `${folder}/${entry.name}`))
      .filter(isUsualItemFolder);
  return [...names(''), ...names('docs')].filter((path) => isFolderInside(root, path)).sort();
}

/** The configuration that lies in the folder; undefined: there is none. */
export function configIn(root: string, folder: string): string | undefined {
  const names = new Set(entriesOf(resolve(root, folder)).map((entry) => entry.name));
  const name = CONFIGS.find((each) => names.has(each));
  return name === undefined ? undefined : `${folder}/${name}`;
}

/** Whether a path is the configuration of a folder. */
export function isConfigOf(folder: string, path: string): boolean {
  return CONFIGS.some((name) => path === `${folder}/${name}`);
}

/** The Markdown files in the folder and below, in the order of their names. Hidden ones and symbolic links are left out. */
export function listItemPaths(root: string, folder: string): string[] {
  const paths: string[] = [];
  const look = (below: string, depth: number) => {
    for (const entry of entriesOf(resolve(root, below)).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = `${below}/${entry.name}`;
      if (paths.length >= MOST_FILES || isPassedOver(entry.name)) {
        continue;
      }
      if (entry.isDirectory() && depth < DEEPEST) {
        look(path, depth + 1);
      } else if (entry.isFile() && isMarkdown(path)) {
        paths.push(path);
      }
    }
  };
  look(folder, 0);
  return paths;
}

/** Whether {@link listItemPaths} would list a path, as things are on disk. */
export function isItemPath(root: string, folder: string, path: string): boolean {
  const inside = path.slice(folder.length + 1).split('/');
  if (inside.length > DEEPEST + 1 || inside.some(isPassedOver) || !isMarkdown(path)) {
    return false;
  }
  try {
    const real = join(realpathSync(resolve(root, folder)), ...inside);
    return lstatSync(real).isFile() && realpathSync(real) === real;
  } catch {
    return false;
  }
}

function isPassedOver(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

/** Whether a file of this name may be an item. */
export function isMarkdown(path: string): boolean {
  return /\.(?:md|markdown)$/i.test(path);
}

export function isFolder(root: string, path: string): boolean {
  return statSync(resolve(root, path), { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Also through a symbolic link, as long as that leads to a folder inside of the root. */
export function isFolderInside(root: string, path: string): boolean {
  try {
    const real = realpathSync(join(root, path));
    const fromRoot = relative(realpathSync(root), real);
    return !isAbsolute(fromRoot) && fromRoot.split(sep)[0] !== '..' && statSync(real).isDirectory();
  } catch {
    return false;
  }
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
