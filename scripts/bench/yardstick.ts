import { cpus } from 'node:os';
import { Sample } from './statistics';

/** How calm the machine was. */
export interface Calm {
  /** Of a task that always takes the same time by itself, the slowest twentieth against the median: 1 is perfectly even. */
  readonly spread: number;
  /** The share of all processors that other programs used, from 0 to 1. */
  readonly others: number;
}

const MOST_SPREAD = 1.5;
const MOST_OTHERS = 0.2;

export function isCalm({ spread, others }: Calm): boolean {
  return spread < MOST_SPREAD && others < MOST_OTHERS;
}

/** The worse of both in each respect. */
export function worse(a: Calm, b: Calm): Calm {
  return { spread: Math.max(a.spread, b.spread), others: Math.max(a.others, b.others) };
}

/** Takes about a third of a second, in which nothing else should be under way in this program. */
export function measureCalm(): Calm {
  work();
  const before = usage();
  const times = Array.from({ length: 60 }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  const after = usage();
  const sample = new Sample(times);
  return { spread: sample.p95 / sample.median, others: othersShare(before, after) };
}

/** Milliseconds since some moment of the past, the processors added up. */
export interface Usage {
  readonly busy: number;
  readonly idle: number;
  /** Of {@link busy}, what this program used. */
  readonly own: number;
}

/** What others used between two moments, of all that the processors could have done. 0 where nothing is known. */
export function othersShare(before: Usage, after: Usage): number {
  const busy = after.busy - before.busy;
  const all = busy + after.idle - before.idle;
  return all <= 0 ? 0 : Math.max(0, busy - (after.own - before.own)) / all;
}

function usage(): Usage {
  const own = process.cpuUsage();
  let busy = 0;
  let idle = 0;
  for (const { times } of cpus()) {
    busy += times.user + times.nice + times.sys + times.irq;
    idle += times.idle;
  }
  return { busy, idle, own: (own.user + own.system) / 1000 };
}

/** A few milliseconds of arithmetic that no compiler can leave out. */
function work(): number {
  let state = 1;
  for (let index = 0; index < 3_000_000; index++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
  }
  return state;
}
