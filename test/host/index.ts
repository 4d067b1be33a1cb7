import { runSuite } from './runSuite';

/** The entry that the extension host calls: tests of the extension as it is being developed. */
export function run(): Promise<void> {
  return runSuite(__dirname);
}
