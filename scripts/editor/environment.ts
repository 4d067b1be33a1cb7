/** The environment without what npm, or an editor around this process, has put there for its own children. */
export function ownEnvironment(): NodeJS.ProcessEnv {
  const foreign = /^(npm_|VSCODE_|ELECTRON_|NODE_OPTIONS$)/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}
