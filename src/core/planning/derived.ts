/**
 * Remembers what was made last within the frame of a plan: it is made again only where something that it is made of is another
 * object, and stays the former object where it comes out the same. So a change of the plan goes no farther than it matters.
 *
 * @param make of nothing but what it is given, all that follows from the frame aside
 * @param isSame undefined: nobody looks whether it comes out the same
 */
export function madeWithin<Parts extends readonly unknown[], Made>(
  make: (...parts: Parts) => Made,
  isSame?: (a: Made, b: Made) => boolean,
): (frame: object, ...parts: Parts) => Made {
  const latest = new WeakMap<object, { readonly parts: Parts; readonly made: Made }>();
  return (frame, ...parts) => {
    const former = latest.get(frame);
    if (former && parts.every((part, index) => part === former.parts[index])) {
      return former.made;
    }
    const made = make(...parts);
    const kept = former && isSame?.(former.made, made) ? former.made : made;
    latest.set(frame, { parts, made: kept });
    return kept;
  };
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
