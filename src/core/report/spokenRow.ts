/**
 * What a screen reader says of a row, as one sentence: `Story PAY-12 Refund API is in review: 3 findings, 1 of 2 done.`
 *
 * @param facts as they are shown: `1/2 done` is said in words
 */
export function spokenRow(statement: string, facts: readonly string[]): string {
  const said = facts.map((fact) => fact.replace(/(\d+)\/(\d+) done/, '$1 of $2 done')).join(', ');
  return `${statement.charAt(0).toUpperCase()}${statement.slice(1)}${said === '' ? '' : `: ${said}`}.`;
}
