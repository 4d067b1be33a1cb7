import { runSuite } from '../runSuite';

/** The entry that the extension host calls: tests of the extension as a person installs it. */
export function run(): Promise<void> {
  return runSuite(__dirname);
}
