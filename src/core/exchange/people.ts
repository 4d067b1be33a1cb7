import { isStated } from './cellText';
import { type Fields, fieldsOf } from './draft';

/** The team, as the owners in a table make it. */
export class People {
  private readonly byKey = new Map<
    string,
    { readonly id: string; readonly name: string | undefined; email: string | undefined }
  >();
  private readonly ids = new Set<string>();

  /**
   * The ID of a person whom a cell names by a name, an account or an address. undefined: it names nobody.
   *
   * @param email of a column of its own
   */
  idOf(cell: string, email: string): string | undefined {
    const bracketed = /^(.*\S)\s*<([^<>\s]+@[^<>\s]+)>$/.exec(cell);
    const stated = bracketed?.[1] ?? cell;
    const isAddress = /^[^\s@]+@[^\s@]+$/.test(stated);
    const address = bracketed?.[2] ?? (isAddress ? stated : /^[^\s@]+@[^\s@]+$/.test(email) ? email : undefined);
    if (!isStated(stated)) {
      return undefined;
    }
    const key = stated.toLowerCase();
    const known = this.byKey.get(key);
    if (known) {
      known.email ??= address;
      return known.id;
    }
    const account = isAddress ? (stated.split('@')[0] ?? stated) : stated.replace(/^@/, '');
    const isName = /\s|,/.test(account);
    const id = this.free(isName ? slugOf(account) : account);
    this.byKey.set(key, { id, name: isName ? account : undefined, email: address });
    return id;
  }

  /** Everybody that was named so far, as the roadmap's `team`. */
  team(): readonly Fields[] {
    return Array.from(this.byKey.values(), ({ id, name, email }) =>
      fieldsOf([
        ['id', id],
        ['name', name],
        ['emails', email === undefined ? [] : [email]],
      ]),
    );
  }

  private free(wanted: string): string {
    let id = wanted;
    for (let count = 2; this.ids.has(id.toLowerCase()); count += 1) {
      id = `${wanted}-${count}`;
    }
    this.ids.add(id.toLowerCase());
    return id;
  }
}

/** `ana-lima`; `Lima, Ana` is the same person’s. */
function slugOf(name: string): string {
  const [last = '', first] = name.split(/,\s*/);
  const words = `${first ?? ''} ${last}`
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu);
  return words?.join('-') ?? 'somebody';
}
