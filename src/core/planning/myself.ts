import type { Plan } from '../trace/plan';

/** Who works here, as git knows it; either may be empty. */
export interface Signature {
  readonly name: string;
  readonly email: string;
}

/** The person at work as the plan calls them, by their address before their name; undefined: nobody knows who that is. */
export function myself(
  me: Signature | undefined,
  { team }: Plan,
): { readonly id: string; readonly name: string } | undefined {
  if (!me) {
    return undefined;
  }
  const same = (a: string, b: string) => a !== '' && a.toLowerCase() === b.toLowerCase();
  return (
    team.find(({ emails }) => emails.some((each) => same(each, me.email))) ??
    team.find((person) => same(person.name, me.name) || same(person.id, me.name)) ??
    (me.name ? { id: me.name, name: me.name } : undefined)
  );
}
