import { t } from '../words/t';

/** An arithmetic expression over the numeric fields of an item. */
export type ScoreExpression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'negative'; readonly of: ScoreExpression }
  | {
      readonly kind: 'binary';
      readonly operator: Operator;
      readonly left: ScoreExpression;
      readonly right: ScoreExpression;
    }
  | { readonly kind: 'call'; readonly name: ScoreFunction; readonly given: readonly ScoreExpression[] };

export type Operator = '+' | '-' | '*' | '/';

const SCORE_FUNCTIONS = ['min', 'max', 'sqrt', 'log', 'abs'] as const;

type ScoreFunction = (typeof SCORE_FUNCTIONS)[number];

/** Why a text is no expression. */
export interface ExpressionError {
  /** The part of a sentence behind "The formula": what is wrong, and at which words. */
  readonly message: string;
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
}

/** More is no formula that anybody could follow, and as deep as this the expression may nest. */
const LONGEST_EXPRESSION = 500;

interface Token {
  readonly text: string;
  readonly kind: 'number' | 'name' | 'sign' | 'end';
  readonly start: number;
}

/** Thrown and caught in this file alone: the reading of an expression ends at its first error. */
class Unreadable extends Error {
  constructor(readonly found: ExpressionError) {
    super(found.message);
  }
}

/**
 * Reads `(impact + feedback) * confidence / effort`; `×` and `÷` are read too. In linear time: every token is looked at once.
 *
 * @param fieldOf the canonical name of a field that the text names
 */
export function parseScore(text: string, fieldOf: (name: string) => string): ScoreExpression | ExpressionError {
  if (text.length > LONGEST_EXPRESSION) {
    return { message: t('is longer than {0} letters', LONGEST_EXPRESSION), start: 0, end: text.length };
  }
  try {
    return new Parser(text, fieldOf).whole();
  } catch (error) {
    if (error instanceof Unreadable) {
      return error.found;
    }
    throw error;
  }
}

class Parser {
  private readonly tokens: readonly Token[];
  private next = 0;

  constructor(
    private readonly text: string,
    private readonly fieldOf: (name: string) => string,
  ) {
    this.tokens = tokensOf(text);
  }

  whole(): ScoreExpression {
    const sum = this.sum();
    const { kind, text } = this.token;
    if (kind !== 'end') {
      this.fail(text === ')' ? t('has a `)` that closes nothing') : t('has `{0}` where an operator is expected', text));
    }
    return sum;
  }

  private sum(): ScoreExpression {
    let left = this.product();
    for (let sign = this.take('+', '-'); sign; sign = this.take('+', '-')) {
      left = { kind: 'binary', operator: sign === '+' ? '+' : '-', left, right: this.product() };
    }
    return left;
  }

  private product(): ScoreExpression {
    let left = this.factor();
    for (let sign = this.take('*', '/', '×', '÷'); sign; sign = this.take('*', '/', '×', '÷')) {
      const operator = sign === '*' || sign === '×' ? '*' : '/';
      left = { kind: 'binary', operator, left, right: this.factor() };
    }
    return left;
  }

  private factor(): ScoreExpression {
    if (this.take('-')) {
      return { kind: 'negative', of: this.factor() };
    }
    if (this.take('+')) {
      return this.factor();
    }
    if (this.take('(')) {
      const inner = this.sum();
      this.close();
      return inner;
    }
    const { kind, text } = this.token;
    if (kind === 'number') {
      this.next += 1;
      return { kind: 'number', value: Number(text) };
    }
    if (kind !== 'name') {
      this.fail(
        kind === 'end'
          ? t('ends where a field, a number or `(` is expected')
          : t('has `{0}` where a field, a number or `(` is expected', text),
      );
    }
    return this.tokens[this.next + 1]?.text === '(' ? this.call(text) : this.field(text);
  }

  private field(name: string): ScoreExpression {
    this.next += 1;
    return { kind: 'field', name: this.fieldOf(name) };
  }

  private call(written: string): ScoreExpression {
    const name = SCORE_FUNCTIONS.find((known) => known === written.toLowerCase());
    if (!name) {
      this.fail(t('calls `{0}`, which is none of {1}', written, SCORE_FUNCTIONS.join(', ')));
    }
    const from = this.next;
    this.next += 2;
    const given = [this.sum()];
    while (this.take(',')) {
      given.push(this.sum());
    }
    this.close();
    if (given.length !== 1 && name !== 'min' && name !== 'max') {
      this.next = from;
      this.fail(t('gives `{0}` {1} values where it takes one', name, given.length));
    }
    return { kind: 'call', name, given };
  }

  private close(): void {
    if (!this.take(')')) {
      const { kind, text } = this.token;
      this.fail(kind === 'end' ? t('ends where `)` is expected') : t('has `{0}` where `)` is expected', text));
    }
  }

  /** The sign, if it is one of these, and goes on behind it. */
  private take(...signs: readonly string[]): string | undefined {
    const { kind, text } = this.token;
    if (kind !== 'sign' || !signs.includes(text)) {
      return undefined;
    }
    this.next += 1;
    return text;
  }

  private get token(): Token {
    return this.tokens[this.next] ?? { text: '', kind: 'end', start: this.text.length };
  }

  private fail(message: string): never {
    const { start, text } = this.token;
    throw new Unreadable({ message, start, end: start + text.length });
  }
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(/\s+|(\d+(?:\.\d+)?|\.\d+)|([\p{L}_][\p{L}\p{N}_]*)|([^])/gu)) {
    const [all, number, name, sign] = match;
    const kind = number === undefined ? (name === undefined ? 'sign' : 'name') : 'number';
    if (number !== undefined || name !== undefined || sign !== undefined) {
      tokens.push({ text: all, kind, start: match.index });
    }
  }
  return tokens;
}

/** The fields that the expression takes values of, each once, in its order. */
export function fieldsIn(expression: ScoreExpression): readonly string[] {
  const found = new Set<string>();
  const look = (part: ScoreExpression): void => {
    if (part.kind === 'field') {
      found.add(part.name);
    }
    partsOf(part).forEach(look);
  };
  look(expression);
  return [...found];
}

function partsOf(expression: ScoreExpression): readonly ScoreExpression[] {
  switch (expression.kind) {
    case 'number':
    case 'field':
      return [];
    case 'negative':
      return [expression.of];
    case 'binary':
      return [expression.left, expression.right];
    case 'call':
      return expression.given;
  }
}

/** May be infinite or NaN; NaN wherever anything is divided by zero, also where a later step would make a number of it again. */
export function evaluate(expression: ScoreExpression, valueOf: (field: string) => number): number {
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'field':
      return valueOf(expression.name);
    case 'negative':
      return -evaluate(expression.of, valueOf);
    case 'binary':
      return applied(expression.operator, evaluate(expression.left, valueOf), evaluate(expression.right, valueOf));
    case 'call':
      return called(
        expression.name,
        expression.given.map((part) => evaluate(part, valueOf)),
      );
  }
}

function called(name: ScoreFunction, given: readonly number[]): number {
  return name === 'min' || name === 'max' ? Math[name](...given) : Math[name](given[0] ?? Number.NaN);
}

function applied(operator: Operator, left: number, right: number): number {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return right === 0 ? Number.NaN : left / right;
  }
}

/** The first divisor that is zero; undefined: none is. */
export function zeroDivisor(
  expression: ScoreExpression,
  valueOf: (field: string) => number,
): ScoreExpression | undefined {
  if (expression.kind === 'binary' && expression.operator === '/' && evaluate(expression.right, valueOf) === 0) {
    return expression.right;
  }
  for (const part of partsOf(expression)) {
    const found = zeroDivisor(part, valueOf);
    if (found) {
      return found;
    }
  }
  return undefined;
}
