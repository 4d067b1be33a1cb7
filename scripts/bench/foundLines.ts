/** The lines on which something was found, by path. */
export type FoundLines = ReadonlyMap<string, ReadonlySet<number>>;

/** How many lines each of two programs found, and on which they differ, as `path:line`. */
export function compareFindings(ours: FoundLines, theirs: FoundLines) {
  const own = placesOf(ours);
  const other = placesOf(theirs);
  return {
    own: own.size,
    other: other.size,
    both: [...own].filter((place) => other.has(place)).length,
    onlyOwn: [...own].filter((place) => !other.has(place)),
    onlyOther: [...other].filter((place) => !own.has(place)),
  };
}

function placesOf(found: FoundLines): ReadonlySet<string> {
  return new Set([...found].flatMap(([path, lines]) => [...lines].map((line) => `${path}:${line}`)));
}
