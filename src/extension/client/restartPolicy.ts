const RESTARTS = 4;
const PERIOD_MS = 3 * 60 * 1000;

/**
 * Makes a function that is asked each time the server ended by itself, and says whether to start it again: at most four
 * times in three minutes, so that a server that cannot live does not keep the machine busy.
 */
export function createRestartPolicy(now: () => number): () => boolean {
  let ends: number[] = [];
  return () => {
    const time = now();
    ends = [...ends.filter((end) => time - end < PERIOD_MS), time];
    return ends.length <= RESTARTS;
  };
}
