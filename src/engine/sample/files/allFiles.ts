import { appFiles } from './app';
import { bookingFiles } from './booking';
import { documentFiles } from './documents';
import { gatewayFiles } from './gateway';
import { operationsFiles } from './operations';
import { pricingFiles } from './pricing';
import { roadmapFile } from './roadmap';
import type { SampleFile } from './sampleFile';

export const allFiles: readonly SampleFile[] = [
  roadmapFile,
  ...documentFiles,
  ...bookingFiles,
  ...pricingFiles,
  ...gatewayFiles,
  ...appFiles,
  ...operationsFiles,
];
