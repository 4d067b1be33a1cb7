/** What the suite in the extension host tells of one page. Each is undefined where it could not be seen. */
export interface EditorTimes {
  /** From the demand to the end of the extension's activation, in milliseconds. */
  readonly activation?: number | undefined;
  /** When the server had read everything, in milliseconds since 1970. */
  readonly ready?: number | undefined;
}

/** The roadmap in the folder for the first paint: a usual name would activate the extension too early. An extension follows. */
export const PLAN_NAME = 'bench-plan';

/** How long after a moment the next paint came; undefined: none came. */
export function paintAfter(moment: number, paints: readonly number[]): number | undefined {
  const paint = paints.find((time) => time >= moment);
  return paint === undefined ? undefined : paint - moment;
}
