/** Adds one by one: there may be more than a call takes arguments, and a new list for each would copy all before. */
export function append<T>(target: T[], more: readonly T[]): void {
  for (const each of more) {
    target.push(each);
  }
}
