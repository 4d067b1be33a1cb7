const DAY = 24 * 60 * 60 * 1000;

/** The latest hour (UTC) of the sample's last day at which one of its commits is made. */
const LAST_COMMIT_BEFORE_HOUR = 9;

/** Days, as `MM-DD`, on which nobody of the team works, and nobody would plan a release. */
const HOLIDAYS = ['12-24', '12-25', '12-26', '12-31', '01-01'];

/**
 * The day on which the sample's history ends, as an ISO date: `today`, or the last working day before it. Without
 * `today` it is the last working day whose commits all lie in the past at `now`, a time in milliseconds.
 */
export function lastDayOf(today: string | undefined, now: number): string {
  if (today !== undefined && !isDate(today)) {
    throw new Error(`"${today}" is not a date: write it as 2026-03-31.`);
  }
  const latest = today === undefined ? now - LAST_COMMIT_BEFORE_HOUR * 60 * 60 * 1000 : Date.parse(today);
  return isoDate(skipFreeDays(Date.parse(isoDate(latest)), -1));
}

/** The ISO date `offset` working days after (before, when negative) the working day `from`. */
export function addWorkingDays(from: string, offset: number): string {
  const step = Math.sign(offset);
  let time = Date.parse(from);
  for (let left = Math.abs(offset); left > 0; left--) {
    time = skipFreeDays(time + step * DAY, step);
  }
  return isoDate(time);
}

/** The moment of a local date and time (`HH:MM`) in an IANA zone: seconds since 1970, and the zone's offset in git's form. */
export function momentIn(
  zone: string,
  date: string,
  time: string,
): { readonly seconds: number; readonly offset: string } {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  const minutes = offsetMinutes(zone, asUtc);
  return { seconds: asUtc / 1000 - minutes * 60, offset: gitOffset(minutes) };
}

function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && isoDate(Date.parse(text)) === text;
}

function isoDate(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function skipFreeDays(time: number, step: number): number {
  const weekday = new Date(time).getUTCDay();
  const isFree = weekday === 0 || weekday === 6 || HOLIDAYS.includes(isoDate(time).slice(5));
  return isFree ? skipFreeDays(time + step * DAY, step) : time;
}

/** Read an hour or two beside the moment itself, which matters only in the night when clocks change: nobody works then. */
function offsetMinutes(zone: string, time: number): number {
  const name = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
    .formatToParts(time)
    .find((part) => part.type === 'timeZoneName')?.value;
  const match = /^GMT(?:([+-])(\d\d):(\d\d))?$/.exec(name ?? '');
  if (!match?.[1]) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
}

function gitOffset(minutes: number): string {
  const size = Math.abs(minutes);
  const clock = Math.floor(size / 60) * 100 + (size % 60);
  return `${minutes < 0 ? '-' : '+'}${String(clock).padStart(4, '0')}`;
}
