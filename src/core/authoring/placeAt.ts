import type { RoadmapFormat } from '../model/roadmap';
import { jsonPlace } from './jsonPlace';
import { markdownPlace } from './markdownPlace';
import type { AuthoringPlace } from './place';
import type { FieldOwner } from '../roadmap/fields';
import { findFrontMatter } from '../roadmap/markdown/frontMatter';
import { withFeeds } from './textLines';
import { yamlPlace } from './yamlPlace';

/**
 * Where in a roadmap's text an offset stands: at the name of a field or at its value, and of which field of what. It is told
 * from the text alone, so that it holds for half-typed lines too. undefined where there is nothing to say.
 *
 * @param frontMatter what the front matter of a Markdown file says something of
 */
export function placeAt(
  format: RoadmapFormat,
  source: string,
  offset: number,
  frontMatter: FieldOwner = 'roadmap',
): AuthoringPlace | undefined {
  const text = withFeeds(source);
  switch (format) {
    case 'yaml': {
      const start = text.startsWith('\uFEFF') ? 1 : 0;
      return yamlPlace(text, { start, end: text.length }, 'roadmap', offset);
    }
    case 'json':
      return jsonPlace(text, offset);
    case 'markdown': {
      const front = findFrontMatter(text, text.startsWith('\uFEFF') ? 1 : 0)?.inner;
      return front && offset >= front.start && offset < front.end
        ? yamlPlace(text, front, frontMatter, offset)
        : markdownPlace(text, offset);
    }
  }
}
