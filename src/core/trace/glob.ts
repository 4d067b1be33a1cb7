/**
 * Whether a path is the one that a glob names or lies in the folder that it names: `*` and `?` stand for anything within a
 * name, `**` also for folders, `docs/` for all in it. Takes time in proportion to the two lengths multiplied at worst.
 *
 * Own code, because a glob of a roadmap must not be able to stop the editor: libraries make expressions of globs, which may
 * backtrack without end.
 */
export function matchesGlob(glob: string, path: string): boolean {
  return compileGlob(glob)(path);
}

/** {@link matchesGlob} for many paths: the glob is read once, and most paths are told by their ends alone. */
export function compileGlob(glob: string): (path: string) => boolean {
  const pieces = piecesOf(glob.endsWith('/') ? `${glob}**` : glob);
  const head = wordsOf(pieces[0]);
  const tail = wordsOf(pieces.at(-1));
  if (pieces.length === 1 && head !== '') {
    return (path) => path === head;
  }
  const least = head.length + tail.length;
  const hasEnds = (path: string) => path.length >= least && path.startsWith(head) && path.endsWith(tail);
  const [star, ...others] = pieces.slice(head === '' ? 0 : 1, tail === '' ? undefined : -1);
  if (others.length > 0 || (star !== '*' && star !== '**')) {
    return (path) => hasEnds(path) && fits(pieces, path);
  }
  return star === '**'
    ? hasEnds
    : (path) => hasEnds(path) && !path.slice(head.length, path.length - tail.length).includes('/');
}

function fits(pieces: readonly string[], path: string): boolean {
  // Which lengths of the path the pieces so far can match, ascending.
  let reached: readonly number[] = [0];
  for (const piece of pieces) {
    reached = advance(piece, path, reached);
    if (reached.length === 0) {
      return false;
    }
  }
  return reached.at(-1) === path.length;
}

/** Words as they are, `*`, `?`, `**`, and `**` with the slash behind it, which may stand for no folder at all. */
function piecesOf(glob: string): readonly string[] {
  return glob.match(/\*\*\/|\*\*|\*|\?|[^*?]+/g) ?? [];
}

function wordsOf(piece: string | undefined): string {
  return piece === undefined || /[*?]/.test(piece) ? '' : piece;
}

function advance(piece: string, path: string, from: readonly number[]): readonly number[] {
  switch (piece) {
    case '?':
      return from.filter((at) => at < path.length && path.charAt(at) !== '/').map((at) => at + 1);
    case '*':
      return withinNames(path, from);
    case '**':
      return Array.from({ length: path.length - (from[0] ?? 0) + 1 }, (_, offset) => (from[0] ?? 0) + offset);
    case '**/':
      return behindSlashes(path, from);
    default:
      return from.filter((at) => path.startsWith(piece, at)).map((at) => at + piece.length);
  }
}

/** From each place to the end of the name that it lies in; places of one name end at the same slash. */
function withinNames(path: string, from: readonly number[]): number[] {
  const reached: number[] = [];
  for (const at of from) {
    const slash = path.indexOf('/', at);
    const end = slash === -1 ? path.length : slash;
    for (let next = Math.max(at, (reached.at(-1) ?? -1) + 1); next <= end; next++) {
      reached.push(next);
    }
  }
  return reached;
}

/** Each place, and the beginning of each name behind the first of them. */
function behindSlashes(path: string, from: readonly number[]): number[] {
  const reached = new Set(from);
  for (let slash = path.indexOf('/', from[0]); slash !== -1; slash = path.indexOf('/', slash + 1)) {
    reached.add(slash + 1);
  }
  return [...reached].sort((a, b) => a - b);
}
