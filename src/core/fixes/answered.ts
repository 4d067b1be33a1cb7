import type { Plan } from '../trace/plan';
import { ANSWER, type Fix, type FixEdit } from './fix';

/** What a fix comes to when the person has answered. A fix without a question needs no answer. */
export function answered({ edit, question }: Fix, answer: string | undefined, plan: Plan): FixEdit | undefined {
  if (!question) {
    return edit;
  }
  return answer === undefined ? undefined : (withAnswer(edit, answer, plan) as FixEdit);
}

/** The same value with the answer wherever it belongs; an item that was picked also brings its file. */
function withAnswer(value: unknown, answer: string, plan: Plan): unknown {
  if (value === ANSWER) {
    return answer;
  }
  if (Array.isArray(value)) {
    return value.map((each) => withAnswer(each, answer, plan));
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const filled = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withAnswer(each, answer, plan)]));
  return 'path' in value && value.path === ANSWER ? { ...filled, path: plan.find(answer)?.path ?? '' } : filled;
}
