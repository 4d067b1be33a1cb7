import { roleOf } from '../annotations/roles';
import type { Component } from '../model/roadmap';
import { matchesGlob } from '../trace/glob';

/** Says of files of code which part of the product they belong to. */
export type ComponentOf = (path: string) => string | undefined;

/** Folders that hold parts and are none themselves. */
const CONTAINERS = new Set(
  'src source sources packages pkg apps app libs lib modules services crates plugins components internal cmd projects extensions features domains addons'.split(
    ' ',
  ),
);

/** A part of a build of several: all that is built from it is one component. */
const MODULE = /^(.+?)\/src\/[\w-]*main\//i;

/** Where the languages of the JVM and their kin keep packages whose first two names are the owner's: `com/acme/pay`. */
const JVM_ROOT = /^(src\/[\w-]*main\/(?:java|kotlin|scala|groovy|clojure))\/(.+)$/i;
const OWNER_FOLDERS = 2;

/**
 * Components by the globs that a plan declares, the first that matches, and nothing else where it declares any. Else by
 * folders: the first that does not merely hold parts (`src/pay`, `packages/core`, `server`), or the one that holds the file
 * where all of them do (`src` of `src/index.ts`). Of builds of the JVM the module (`connect/runtime`), and where there is but
 * one the package behind the owner's (`src/main/java/com/acme/pay`).
 *
 * @returns a function that answers undefined for tests, and files of no component: those at the top say nothing of parts
 */
export function componentsOf(declared: readonly Component[]): ComponentOf {
  const answers = new Map<string, string | typeof NO_COMPONENT>();
  const find =
    declared.length === 0
      ? folderComponent
      : (path: string) => declared.find(({ code }) => code.some((glob) => matchesGlob(glob.name, path)))?.name;
  return (path) => {
    let answer = answers.get(path);
    if (answer === undefined) {
      answer = (roleOf(path) === 'test' ? undefined : find(path)) ?? NO_COMPONENT;
      answers.set(path, answer);
    }
    return answer === NO_COMPONENT ? undefined : answer;
  };
}

/** So that one look tells what is known of a file. */
const NO_COMPONENT = Symbol('no component');

function folderComponent(path: string): string | undefined {
  const [, module] = MODULE.exec(path) ?? [];
  if (module !== undefined) {
    return module;
  }
  const [, root, inside] = JVM_ROOT.exec(path) ?? [];
  if (root !== undefined && inside !== undefined) {
    const names = inside.split('/').slice(0, -1);
    return [root, ...names.slice(0, OWNER_FOLDERS + 1)].join('/');
  }
  const folders = path.split('/').slice(0, -1);
  const part = folders.findIndex((name) => !CONTAINERS.has(name.toLowerCase()));
  return folders.length === 0 ? undefined : folders.slice(0, part < 0 ? folders.length : part + 1).join('/');
}
