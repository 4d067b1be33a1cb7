import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { readOrEmpty } from './smallFiles';

/** The few settings of git that decide which files it ignores. */
export interface GitSettings {
  /** Absolute path of the ignore file for all repositories of a person. */
  readonly excludesFile: string;
  readonly ignoreCase: boolean;
  /** Bytes of an object's name: 32 in a SHA-256 repository. */
  readonly objectIdBytes: 20 | 32;
}

/**
 * Reads git's configuration files without git, since ignore files count where git may not be started too. Files that
 * they include are not followed.
 *
 * @param commonDir the repository's; undefined outside of one
 */
export function readGitSettings(
  commonDir: string | undefined,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): GitSettings {
  const { home, configHome } = homesOf(environment);
  const text = configurationFiles(commonDir, environment).map(readOrEmpty).join('\n');
  const excludes = lastValue(text, 'core', 'excludesfile');
  return {
    excludesFile: excludes === undefined ? join(configHome, 'git/ignore') : resolve(home, excludes.replace(/^~\//, '')),
    ignoreCase: /^(?:true|yes|on|1)$/i.test(lastValue(text, 'core', 'ignorecase') ?? ''),
    objectIdBytes: lastValue(text, 'extensions', 'objectformat') === 'sha256' ? 32 : 20,
  };
}

/** Where git looks for settings, the weakest first. */
export function configurationFiles(
  commonDir: string | undefined,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string[] {
  const { home, configHome } = homesOf(environment);
  const files = ['/etc/gitconfig', join(configHome, 'git/config'), join(home, '.gitconfig')];
  return commonDir === undefined ? files : [...files, join(commonDir, 'config')];
}

function homesOf(environment: Readonly<Record<string, string | undefined>>): { home: string; configHome: string } {
  const home = environment['HOME'] || homedir();
  return { home, configHome: environment['XDG_CONFIG_HOME'] || join(home, '.config') };
}

function lastValue(text: string, section: string, key: string): string | undefined {
  let current = '';
  let value: string | undefined;
  for (const line of text.split('\n')) {
    current = /^\s*\[\s*([\w.-]+)\s*(?:"[^"]*"\s*)?\]/.exec(line)?.[1]?.toLowerCase() ?? current;
    const match = /^\s*(?:\[[^\]]*\])?\s*([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^#;]*))/.exec(line);
    if (current === section && match?.[1]?.toLowerCase() === key) {
      value = match[2]?.replace(/\\(.)/g, '$1') ?? match[3]?.trimEnd();
    }
  }
  return value;
}
