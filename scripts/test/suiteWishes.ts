/** What the test command asks of a suite that runs inside the editor: options of its mocha. */
export interface SuiteWishes {
  readonly color: boolean;
  readonly grep?: string;
}

const variable = 'WAYMARK_TEST_WISHES';

/** The environment that carries the wishes into the editor, whose processes inherit it. */
export function writeWishes(wishes: SuiteWishes): Record<string, string> {
  return { [variable]: JSON.stringify(wishes) };
}

export function readWishes(): SuiteWishes {
  const wishes: SuiteWishes = JSON.parse(process.env[variable] ?? '{ "color": false }');
  return wishes;
}
