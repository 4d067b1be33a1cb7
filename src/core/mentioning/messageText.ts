/**
 * What git will keep of a message that a person is writing: comments and everything below the scissors are spaces of the same
 * length, so that offsets are those of the text.
 *
 * @param hasComments false: lines that begin with `#` are part of the message, as in the box of the source control view
 */
export function keptMessage(text: string, hasComments: boolean): string {
  if (!hasComments) {
    return text;
  }
  const scissors = SCISSORS.exec(text);
  const sign = scissors?.[1] ?? '#';
  const cut = scissors?.index ?? text.length;
  const blank = (part: string): string => part.replace(/[^\r\n]/g, ' ');
  const above = text
    .slice(0, cut)
    .split('\n')
    .map((line) => (line.startsWith(sign) ? blank(line) : line));
  return above.join('\n') + blank(text.slice(cut));
}

/** The line of `git commit --verbose` and `--cleanup=scissors`; it begins with the sign that comments begin with. */
const SCISSORS = /^(\S) -{24} >8 -{24}\r?$/m;
