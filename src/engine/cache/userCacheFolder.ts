import { isAbsolute, join } from 'node:path';

/**
 * Where programs of this user keep what can be made anew, by the custom of the system: the XDG Base Directory
 * Specification, Apple's `Library/Caches`, and `LOCALAPPDATA`.
 *
 * @returns undefined when the environment names none
 */
export function userCacheFolder(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const below = (variable: string, ...names: string[]): string | undefined => {
    const folder = environment[variable];
    // Relative ones would lie in whatever folder is read.
    return folder !== undefined && isAbsolute(folder) ? join(folder, ...names, 'waymark') : undefined;
  };
  switch (platform) {
    case 'win32':
      return below('LOCALAPPDATA');
    case 'darwin':
      return below('HOME', 'Library', 'Caches');
    default:
      return below('XDG_CACHE_HOME') ?? below('HOME', '.cache');
  }
}
