import { dayOf } from '../../src/core/model/calendar';
import type { EngineOptions } from '../../src/engine/engine';

const TODAY = dayOf(2026, 10, 1) ?? 0;

/** Always the same day, so that the same findings are made. What goes wrong ends the measurement. */
export const ENGINE_OPTIONS: EngineOptions = {
  today: () => TODAY,
  onError: (error) => {
    throw error;
  },
};
