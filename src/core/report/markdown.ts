/**
 * Makes text of a workspace harmless inside a line of Markdown: nothing in it becomes markup, HTML, a link, an image or a
 * `$(icon)`. Line ends become spaces.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[<>&:@]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/[\\`*_{}[\]()+!|~$-]|#(?!\d+;)/g, '\\$&')
    .replace(/\bwww\./gi, 'www&#46;')
    .replace(/\s*[\r\n]+\s*/g, ' ');
}

/** Code in a line, whatever it holds. Empty text gives an empty string. */
export function markdownCode(text: string): string {
  const oneLine = text.replace(/\s*[\r\n]+\s*/g, ' ');
  if (oneLine === '') {
    return '';
  }
  const longest = Math.max(0, ...(oneLine.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = oneLine.startsWith('`') || oneLine.endsWith('`') ? ' ' : '';
  return `${fence}${space}${oneLine}${space}${fence}`;
}
