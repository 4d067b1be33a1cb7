/** The members of an object that has exactly the keys of its type, in their order, with those keys' type. */
export function entriesOf<K extends string, V>(record: Readonly<Record<K, V>>): [key: K, value: V][] {
  const entries: [K, V][] = [];
  for (const key in record) {
    entries.push([key, record[key]]);
  }
  return entries;
}
