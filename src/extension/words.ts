/** Keeps the editor from showing icons where a person wrote `$(name)`, in places that show icons. */
export function withoutIcons(words: string): string {
  return words.replaceAll('$(', '\\$(');
}
