/**
 * A file's text at one moment of its history, from all its versions woven into one text.
 *
 * `@@ first..last` opens a block of lines that came with the commit `first` and went with the commit `last`; without
 * `..last` it stayed. `@first..last|line` is one such line; what it leaves out it takes from the block it stands in.
 *
 * @param happened says whether a commit lies in the past of the moment
 * @returns undefined when the file does not exist at that moment
 */
export function textAt(woven: string, happened: (commit: string) => boolean): string | undefined {
  let block: Span = { first: '', last: '' };
  const lines: string[] = [];
  for (const line of woven.replace(/\n$/, '').split('\n')) {
    const opening = OPENING.exec(line);
    if (opening) {
      block = spanOf(opening);
      continue;
    }
    const single = SINGLE.exec(line);
    const span = single ? spanOf(single) : block;
    if (isAlive(block, happened) && isAlive(span, happened)) lines.push(single?.[3] ?? line);
  }
  return lines.length > 0 ? `${lines.join('\n')}\n` : undefined;
}

/** The commits that a woven text names. */
export function commitsNamedIn(woven: string): ReadonlySet<string> {
  const matches = woven.split('\n').map((line) => OPENING.exec(line) ?? SINGLE.exec(line));
  const names = matches.flatMap((match) => (match ? [match[1], match[2]] : []));
  return new Set(names.filter((name) => name !== undefined && name !== '') as string[]);
}

interface Span {
  readonly first: string;
  readonly last: string;
}

const OPENING = /^@@ ([a-z0-9-]+)(?:\.\.([a-z0-9-]+))?$/;
const SINGLE = /^@([a-z0-9-]*)\.\.([a-z0-9-]*)\|(.*)$/;

function spanOf(match: RegExpExecArray): Span {
  return { first: match[1] ?? '', last: match[2] ?? '' };
}

function isAlive({ first, last }: Span, happened: (commit: string) => boolean): boolean {
  return (first === '' || happened(first)) && (last === '' || !happened(last));
}
