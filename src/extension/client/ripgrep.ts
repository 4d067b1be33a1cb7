import path from 'node:path';

/** What decides where an editor keeps its ripgrep. */
export interface EditorInstallation {
  /** The editor's own folder, `vscode.env.appRoot`. */
  readonly appRoot: string;
  readonly platform: string;
  readonly arch: string;
}

/**
 * The first place that holds the editor's own ripgrep; undefined when none does, which costs speed alone.
 *
 * Editors from 1.122 on keep it in `ripgrep-universal`, older ones in `ripgrep`. On a desktop, programs lie beside the
 * archive that holds the other modules, since a program inside an archive cannot be started.
 */
export async function findRipgrep(
  installation: EditorInstallation,
  isFile: (candidate: string) => Promise<boolean>,
): Promise<string | undefined> {
  for (const candidate of ripgrepPlaces(installation)) {
    if (await isFile(candidate)) {
      return candidate;
    }
  }
  return undefined;
}

function ripgrepPlaces({ appRoot, platform, arch }: EditorInstallation): string[] {
  const program = platform === 'win32' ? 'rg.exe' : 'rg';
  return [path.join('ripgrep-universal', 'bin', `${platform}-${arch}`), path.join('ripgrep', 'bin')].flatMap((folder) =>
    ['node_modules', 'node_modules.asar.unpacked'].map((modules) =>
      path.join(appRoot, modules, '@vscode', folder, program),
    ),
  );
}
