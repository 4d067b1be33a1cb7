import { splitId } from '../ids/itemId';
import type { Risk, WorkItem } from '../model/roadmap';
import type { Plan } from '../trace/plan';

/** What a risk's `mitigation` names: one item or a list of them. Words (`Ask the bank`) name none. */
export interface Mitigation {
  readonly items: readonly WorkItem[];
  /** Names that have a prefix of the roadmap and that nothing answers to. */
  readonly unknown: readonly string[];
}

const NOTHING: Mitigation = { items: [], unknown: [] };

export function mitigationOf({ mitigation }: Risk, plan: Plan): Mitigation {
  const name = mitigation?.name.trim() ?? '';
  const whole = plan.findWork(name);
  if (whole) {
    return { items: [whole], unknown: [] };
  }
  const parts = name.split(/\s*[,;&+]\s*|\s+(?:and\s+)?/).filter(Boolean);
  if (!parts.every((part) => plan.find(part) !== undefined || looksLikeId(part, plan))) {
    return NOTHING;
  }
  return {
    items: parts.flatMap((part) => plan.findWork(part) ?? []),
    unknown: parts.filter((part) => plan.find(part) === undefined),
  };
}

function looksLikeId(text: string, plan: Plan): boolean {
  const parts = splitId(text);
  return parts !== undefined && plan.vocabulary.keys.includes(parts.key);
}

/** Risks that somebody still has to do something about. */
export function isOpenRisk({ status }: Risk): boolean {
  return status === 'open' || status === 'mitigating';
}
