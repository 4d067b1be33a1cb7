/** The editor's `when` clauses, as far as the manifest uses them: keys, `==`, `!=`, `!`, `&&`, `||` and brackets. */

type Context = Readonly<Record<string, string>>;

/** Whether a clause holds where these keys have these values; a key that is not listed is not set. */
export function holds(clause: string, context: Context): boolean {
  const tokens = tokensOf(clause);
  const result = readOr(tokens, context);
  if (tokens.length > 0) {
    throw new Error(`Cannot read the clause "${clause}" from "${tokens.join(' ')}" on.`);
  }
  return result;
}

/** The context keys that a clause asks for. */
export function keysOf(clause: string): string[] {
  const tokens = tokensOf(clause);
  return tokens.filter(
    (token, index) =>
      /^\w/.test(token) && !/^[=!]=$/.test(tokens[index - 1] ?? '') && token !== 'true' && token !== 'false',
  );
}

function tokensOf(clause: string): string[] {
  return clause.match(/&&|\|\||[=!]=|[!()]|[\w.]+/g) ?? [];
}

function readOr(tokens: string[], context: Context): boolean {
  let result = readAnd(tokens, context);
  while (tokens[0] === '||') {
    tokens.shift();
    const right = readAnd(tokens, context);
    result ||= right;
  }
  return result;
}

function readAnd(tokens: string[], context: Context): boolean {
  let result = readOne(tokens, context);
  while (tokens[0] === '&&') {
    tokens.shift();
    const right = readOne(tokens, context);
    result &&= right;
  }
  return result;
}

function readOne(tokens: string[], context: Context): boolean {
  const token = tokens.shift();
  if (token === '!') {
    return !readOne(tokens, context);
  }
  if (token === '(') {
    const result = readOr(tokens, context);
    tokens.shift();
    return result;
  }
  if (token === 'true' || token === 'false') {
    return token === 'true';
  }
  const value = context[token ?? ''];
  if (tokens[0] === '==' || tokens[0] === '!=') {
    const isEqual = tokens.shift() === '==';
    return (value === tokens.shift()) === isEqual;
  }
  return value !== undefined;
}
