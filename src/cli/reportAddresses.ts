import { isAbsolute, relative, sep } from 'node:path';
import { wellFormed } from '../core/report/oneLine';
import { locateRepository } from '../engine/git/locateRepository';

/**
 * Paths as the systems want them that read reports: relative to the repository's top, also when only a part of it is checked.
 * What lies outside is absolute.
 *
 * @param folder absolute path of the folder that is checked
 */
export function reportPaths(folder: string): (path: string) => string {
  const repository = locateRepository(folder);
  return (path) => {
    if (!isAbsolute(path)) {
      return `${repository?.prefix ?? ''}${path}`;
    }
    const inside = relative(repository?.root ?? folder, path);
    const isOutside = isAbsolute(inside) || inside.split(sep)[0] === '..';
    return (isOutside ? path : inside).split(sep).join('/');
  };
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Addresses of lines at the commit that a job of GitHub or GitLab works on; elsewhere a relative one, as a preview of a file
 * at the repository's top follows it.
 */
export function lineAddresses(environment: Environment): (path: string, line: number) => string | undefined {
  const base = commitAddress(environment);
  return (path, line) => {
    if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) {
      return undefined;
    }
    const encoded = wellFormed(path).split('/').map(encodePart).join('/');
    return `${base ?? ''}${encoded}#L${line}`;
  };
}

function commitAddress(environment: Environment): string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: sha } = environment;
  const { CI_PROJECT_URL: project, CI_COMMIT_SHA: commit } = environment;
  const address =
    server && repository && sha
      ? `${server}/${repository}/blob/${sha}/`
      : project && commit
        ? `${project}/-/blob/${commit}/`
        : undefined;
  return address !== undefined && /^https?:\/\/[^\s()<>|]+$/.test(address) ? address : undefined;
}

/** Parentheses too, which end a link of Markdown. */
function encodePart(part: string): string {
  return encodeURIComponent(part).replace(/[()!*'~]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}
