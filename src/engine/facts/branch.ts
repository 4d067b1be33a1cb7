import type { FactSource } from './factSource';

/** Which branch is checked out. */
export const branchSource: FactSource<'branch'> = {
  name: 'branch',
  follow({ head }, tell) {
    tell(head.branch ?? undefined);
    return Promise.resolve();
  },
};
