import { WAYS_OUT_OF_CODE } from './waysOutOfCode';
import { WAYS_OUT_OF_DRIFT } from './waysOutOfDrift';
import { WAYS_OUT_OF_PLAN } from './waysOutOfPlan';
import { WAYS_OUT_OF_SCHEDULE } from './waysOutOfSchedule';
import type { WaysOutCase } from './waysOutCase';

export const WAYS_OUT_CASES: readonly WaysOutCase[] = [
  ...WAYS_OUT_OF_PLAN,
  ...WAYS_OUT_OF_DRIFT,
  ...WAYS_OUT_OF_SCHEDULE,
  ...WAYS_OUT_OF_CODE,
];
