/** Keeps the editor from showing icons where a person wrote `$(name)`, in places that show icons. */
export function withoutIcons(words: string): string {
  return words.replaceAll('$(', '\\$(');
}

/** The fragment by which the editor's Markdown preview, which takes no other, knows a heading of plain words. */
export function headingFragment(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/\s+/g, '-')
    .replace(/[^\p{L}\p{N}_-]/gu, '');
}
