/** Set by the bundler, of package.json. */
declare const WAYMARK_VERSION: string | undefined;

/** `0.1.0`; `source` where no bundle runs. */
export const VERSION = typeof WAYMARK_VERSION === 'string' ? WAYMARK_VERSION : 'source';
