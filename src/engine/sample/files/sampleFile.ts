/**
 * The ISO date that lies `offset` working days from the sample's last day: `day(-5)` is a working week ago, `day(0)` is
 * that day itself. Working days keep due dates and commits off weekends.
 */
export type DayOf = (offset: number) => string;

/** One file of the sample, with the text of all its versions woven into one (see `textAt`). */
export interface SampleFile {
  readonly path: string;
  readonly executable?: boolean;
  readonly text: (day: DayOf) => string;
}
