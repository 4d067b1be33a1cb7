/**
 * Remembers what was made last for something, such as the frame of a plan or a list: it is made again only where a part that it is made of is
 * another object, and stays the former object where it comes out the same. So a change of the plan goes no farther than it matters.
 *
 * @param make of nothing but its parts, all that follows from what it belongs to aside
 * @param isSame undefined: nobody looks whether it comes out the same
 */
export function madeWithin<Parts extends readonly unknown[], Made>(
  make: (...parts: Parts) => Made,
  isSame?: (a: Made, b: Made) => boolean,
): (owner: object, ...parts: Parts) => Made {
  const latest = new WeakMap<object, { readonly parts: Parts; readonly made: Made }>();
  return (owner, ...parts) => {
    const former = latest.get(owner);
    if (former && areSame(parts, former.parts)) {
      return former.made;
    }
    const made = make(...parts);
    const kept = former && isSame?.(former.made, made) ? former.made : made;
    latest.set(owner, { parts, made: kept });
    return kept;
  };
}

/** Of as many. */
function areSame(parts: readonly unknown[], others: readonly unknown[]): boolean {
  for (let index = 0; index < parts.length; index += 1) {
    if (parts[index] !== others[index]) {
      return false;
    }
  }
  return true;
}

type NumberColumn = Int8Array | Uint8Array | Int32Array | Float64Array;

export function sameNumbers(a: NumberColumn, b: NumberColumn): boolean {
  if (a.length !== b.length) {
    return false;
  }
  for (let place = 0; place < a.length; place += 1) {
    if (a[place] !== b[place]) {
      return false;
    }
  }
  return true;
}

/** Places at which columns of numbers differ, each pair of as many; one that is the same object is not looked at. */
export function placesUnlike(pairs: readonly (readonly [NumberColumn, NumberColumn])[]): Set<number> {
  const places = new Set<number>();
  for (const [former, now] of pairs) {
    for (let place = 0; former !== now && place < now.length; place += 1) {
      if (former[place] !== now[place]) {
        places.add(place);
      }
    }
  }
  return places;
}
