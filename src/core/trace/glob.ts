/**
 * Whether a path is the one that a glob names or lies in the folder that it names: `*` and `?` stand for anything within a
 * name, `**` also for folders, `docs/` for all in it. Takes time in proportion to the two lengths multiplied at worst.
 *
 * Own code, because a glob of a roadmap must not be able to stop the editor: libraries make expressions of globs, which may
 * backtrack without end.
 */
export function matchesGlob(glob: string, path: string): boolean {
  const pieces = piecesOf(glob.endsWith('/') ? `${glob}**` : glob);
  // Which lengths of the path the pieces so far can match.
  let reached = new Set([0]);
  for (const piece of pieces) {
    const next = new Set<number>();
    for (const at of reached) {
      advance(piece, path, at, next);
    }
    reached = next;
  }
  return reached.has(path.length);
}

/** Words as they are, `*`, `?`, `**`, and `**` with the slash behind it, which may stand for no folder at all. */
function piecesOf(glob: string): readonly string[] {
  return glob.match(/\*\*\/|\*\*|\*|\?|[^*?]+/g) ?? [];
}

function advance(piece: string, path: string, at: number, reached: Set<number>): void {
  switch (piece) {
    case '?':
      if (at < path.length && path.charAt(at) !== '/') {
        reached.add(at + 1);
      }
      return;
    case '*':
    case '**':
      // From a place that is reached already, the same places are reached again.
      for (let end = at; !reached.has(end); end++) {
        reached.add(end);
        if (end >= path.length || (piece === '*' && path.charAt(end) === '/')) {
          return;
        }
      }
      return;
    case '**/':
      reached.add(at);
      for (
        let slash = path.indexOf('/', at);
        slash !== -1 && !reached.has(slash + 1);
        slash = path.indexOf('/', slash + 1)
      ) {
        reached.add(slash + 1);
      }
      return;
    default:
      if (path.startsWith(piece, at)) {
        reached.add(at + piece.length);
      }
  }
}
