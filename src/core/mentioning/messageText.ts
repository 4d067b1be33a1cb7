/**
 * What git will keep of a message that a person is writing: comments and everything below the scissors are spaces of the same
 * length, so that offsets are those of the text.
 *
 * @param commentSign how lines begin that are comments, see {@link commentSignOf}; undefined: there are none, as in the box of the
 * source control view
 */
export function keptMessage(text: string, commentSign: string | undefined): string {
  if (commentSign === undefined) {
    return text;
  }
  const scissors = SCISSORS.exec(text);
  const sign = scissors?.[1] ?? commentSign;
  const cut = scissors?.index ?? text.length;
  const blank = (part: string): string => part.replace(/[^\r\n]/g, ' ');
  const above = text
    .slice(0, cut)
    .split('\n')
    .map((line) => (line.startsWith(sign) ? blank(line) : line));
  return above.join('\n') + blank(text.slice(cut));
}

/** The line of `git commit --verbose` and `--cleanup=scissors`; it begins with the sign that comments begin with. */
const SCISSORS = /^(\S{1,20}) -{24} >8 -{24}\r?$/m;

/** The signs that git picks one of where it is left to it: the first that no line of the message begins with. */
const AUTOMATIC = '#;@!$%^&|:';

/**
 * How the comments of a message begin.
 *
 * @param setting `core.commentChar` or `core.commentString`; undefined: neither is set
 */
export function commentSignOf(setting: string | undefined, text: string): string {
  if (setting !== 'auto') {
    return setting === undefined || setting === '' ? '#' : setting;
  }
  // Git writes its remarks at the end.
  const first = text.trimEnd().split('\n').at(-1)?.charAt(0) ?? '';
  return first !== '' && AUTOMATIC.includes(first) ? first : '#';
}
