/** Put in when Waymark is bundled: another one for any other source. */
declare const WAYMARK_BUILD: string | undefined;

/** Tells which program made a cache: another one may recognise other things. Run from its source, it is always the same. */
export const BUILD = typeof WAYMARK_BUILD === 'string' ? WAYMARK_BUILD : 'source';
