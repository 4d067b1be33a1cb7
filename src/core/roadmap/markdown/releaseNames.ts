const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}';
const ORDINAL = '(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|[IVX]{1,4}|[A-Z])';
const STAGES = 'release|version|milestone|sprint|phase|iteration|wave|increment|stage|week|month|quarter|year';
const FOREIGN_STAGES =
  'fase|etapa|étape|jalon|hito|meilenstein|marco|versión|versão|этап|фаза|версия|спринт|المرحلة|阶段|版本|フェーズ|バージョン|스프린트';
const ALONE = '(?=\\s*(?:$|[:–—(\\[]|-\\s))';

/**
 * What a heading starts with that names a release. A version without `v` may be a section's number, so it must stand alone or
 * before a sign: `2.1 Background` is no release; and a letter behind `Phase` must be a word of its own.
 */
export const RELEASE_NAME = new RegExp(
  '^(?:' +
    [
      'v\\d+(?:\\.\\w+)*(?:-[\\w.]+)?(?![\\w])',
      `\\d+(?:\\.(?:\\d+|x))+(?:-[\\w.]+)?\\+?${ALONE}`,
      `(?:pre|post|before|after|beyond)[ -]v?\\d+(?:\\.\\d+)+${ALONE}`,
      `(?:${STAGES})s?\\s+(?:[\\w.]*\\d[\\w.]*(?:\\s*[-–—&+]\\s*\\d+)?|${ORDINAL}${ALONE})`,
      `(?:${FOREIGN_STAGES})\\s*\\d+(?:\\.\\d+)*`,
      '第[一二三四五六七八九十\\d]+(?:阶段|階段|期|フェーズ)',
      '\\d+단계',
      '\\d{4}[- ]?[QH][1-4](?![\\w])',
      "[QH][1-4](?:\\s?[–—-]\\s?[QH][1-4])?(?:[- /]+[’']?(?:\\d{4}|\\d{2}))?(?![\\w])",
      `${MONTH}\\.?,? \\d{4}`,
      '(?:spring|summer|autumn|fall|winter|early|mid|late|end of)[- ]\\d{4}(?!\\d)',
      '\\d{4}-\\d{2}(?:-\\d{2})?(?![\\w])',
      `\\d{4}(?=\\s+(?:roadmap|plans?|goals?)\\b)|\\d{4}${ALONE}`,
      'M\\d{1,3}(?![\\w])',
      'MVP(?: ?\\d+)?(?=\\s*(?:$|[:–—(\\[]|-\\s|release\\b|scope\\b))',
      '(?:alpha|beta|GA|RC\\d*)(?=\\s*(?:$|release$|version$))',
    ].join('|') +
    ')',
  'iu',
);
