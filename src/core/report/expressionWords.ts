import type { Operator, ScoreExpression } from '../planning/scoreExpression';

const SIGNS: Readonly<Record<Operator, string>> = { '+': '+', '-': '−', '*': '×', '/': '÷' };

/** `3 × 4 × 1 ÷ 1`, with each field as `wordOf` writes it: in the order in which it is reckoned. */
export function expressionWords(expression: ScoreExpression, wordOf: (field: string) => string): string {
  const within = (part: ScoreExpression, needsMore: number): string => {
    const words = expressionWords(part, wordOf);
    return bindingOf(part) < needsMore || words.startsWith('-') ? `(${words})` : words;
  };
  switch (expression.kind) {
    case 'number':
      return String(expression.value);
    case 'field':
      return wordOf(expression.name);
    case 'negative':
      return `-${within(expression.of, 3)}`;
    case 'binary': {
      const own = bindingOf(expression);
      return `${within(expression.left, own)} ${SIGNS[expression.operator]} ${within(expression.right, own + 1)}`;
    }
    case 'call':
      return `${expression.name}(${expression.given.map((part) => expressionWords(part, wordOf)).join(', ')})`;
  }
}

function bindingOf(expression: ScoreExpression): number {
  if (expression.kind !== 'binary') {
    return 3;
  }
  return expression.operator === '+' || expression.operator === '-' ? 1 : 2;
}
