import { findFrontMatter } from '../../roadmap/markdown/frontMatter';
import type { Scene } from '../scene';
import { insertion } from '../textChange';
import { lineBreakAfter } from '../lineBreak';
import type { NewItem, Ways } from '../writer';
import { bodyStart } from './itemLayout';
import { yamlText } from './yamlText';

/** Ways to write a file's first risk: at the end of its front matter, which is made where there is none. */
export function* waysToAddRisk({ text }: Scene, { id, title, fields }: NewItem): Ways {
  const start = bodyStart(text);
  const lineBreak = lineBreakAfter(text, start);
  const entries = [
    ...(id === undefined ? [] : [['id', id] as const]),
    ['title', title] as const,
    ...Object.entries(fields),
  ];
  const lines = entries.map(([field, value], index) => `${index === 0 ? '  - ' : '    '}${field}: ${yamlText(value)}`);
  const risks = ['risks:', ...lines].join(lineBreak) + lineBreak;
  const front = findFrontMatter(text, start);
  yield front
    ? [insertion(front.inner.end, risks)]
    : [insertion(start, `---${lineBreak}${risks}---${lineBreak}${lineBreak}`)];
}
