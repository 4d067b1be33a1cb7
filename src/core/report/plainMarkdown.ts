/** Our own Markdown, as rules document themselves with, as plain text: without emphasis, in one line. Code keeps its signs. */
export function plainMarkdown(markdown: string): string {
  return markdown
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') ? part : part.replace(/\*{1,2}([^*]+)\*{1,2}/g, '$1')))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}
