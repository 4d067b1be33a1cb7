import { roleOf } from '../annotations/roles';

/** Written by package managers. */
const LOCK_FILE =
  /(?:^|\/)(?:[\w.-]+[.-]lock(?:\.(?:json|ya?ml|hcl))?|[\w.-]+\.lockb|[\w.-]*lockfile|npm-shrinkwrap\.json|package\.resolved|go\.sum|gopkg\.lock|packages\.lock\.json|project\.assets\.json|deno\.lock|pnpm-lock\.yaml)$/;

/** Lists of what a project is made of and needs: each release and each new part changes them, whatever it is about. */
const MANIFEST =
  /(?:^|\/)(?:package\.json|bower\.json|composer\.json|cargo\.toml|pyproject\.toml|setup\.(?:py|cfg)|requirements[\w.-]*\.txt|pipfile|gemfile|[\w.-]+\.gemspec|[\w.-]+\.podspec|podfile|go\.mod|go\.work|pom\.xml|(?:settings|build)\.gradle(?:\.kts)?|gradle\.properties|libs\.versions\.toml|[\w.-]+\.(?:csproj|fsproj|vbproj|vcxproj|sln|props|nuspec|pbxproj)|pubspec\.yaml|mix\.exs|[\w.-]+\.cabal|version(?:\.\w+)?|codeowners)$/;

/** Made by programs, and code of others that was copied. */
const MADE_OR_COPIED =
  /(?:^|\/)(?:node_modules|vendor|third[-_]?party|bower_components|dist|__snapshots__|__generated__|generated|\.yarn)\/|\.(?:min\.(?:js|css|mjs)|snap|map|pb\.(?:go|cc|h)|g\.dart|freezed\.dart|designer\.cs|generated\.\w+|svg|po|pot|csv|tsv|patch|diff|ipynb)$|_pb2(?:_grpc)?\.pyi?$/;

/** Settings of tools and of what builds and tests: `.github/`, `.eslintrc`, `Jenkinsfile`. */
const SETTINGS = /(?:^|\/)(?:\.|jenkinsfile|(?:azure-pipelines|appveyor|bitbucket-pipelines|codecov)[\w.-]*\.ya?ml$)/;

/**
 * Whether a path is, by its name, code or a test that people write: no document, no list of packages, nothing that programs
 * write, no settings.
 *
 * @param path relative to the folder, separated by `/`
 */
export function looksLikeOwnCode(path: string): boolean {
  const lower = path.toLowerCase();
  return (
    !SETTINGS.test(lower) &&
    !LOCK_FILE.test(lower) &&
    !MANIFEST.test(lower) &&
    !MADE_OR_COPIED.test(lower) &&
    roleOf(path) !== 'doc'
  );
}
