import type { Item } from '../../model/roadmap';
import type { ValueNode } from '../../roadmap/valueNode';
import { deletion, insertion, type TextChange } from '../textChange';
import type { Ways } from '../writer';
import { withoutLines } from './blocks';
import { withoutPart } from './brackets';
import { chunksOf, type Inserting, thingsIn, waysToInsert } from './insertItem';
import { partsOf, textOfOld } from './itemText';
import { endsLine, isBracketed, keyPlace } from './layout';
import { type Site, siteOf } from './site';

/** Ways to take a thing from where it stands and to put it where it goes, with the comments that belong to it. */
export function* waysToMove(inserting: Inserting, item: Item): Ways {
  const { text } = inserting.scene;
  const site = siteOf(inserting.scene, item);
  if (!site?.container) {
    return;
  }
  const removal = withoutThing(text, site, site.container);
  if (removal) {
    for (const way of waysToInsert(inserting, textOfOld(text, site))) {
      if (way.length > 0) {
        yield [...way, ...removal];
      }
    }
  }
}

function withoutThing(text: string, site: Site, container: ValueNode): readonly TextChange[] | undefined {
  const nodes = thingsIn(container);
  const at = nodes.indexOf(site.node);
  if (isBracketed(text, container)) {
    return withoutPart(text, { span: container.span, parts: partsOf(text, container) }, at);
  }
  const chunks = chunksOf(text, container);
  const [before, own, behind] = [chunks[at - 1], chunks[at], chunks[at + 1]];
  if (!own) {
    return undefined;
  }
  if (before && text.slice(before.end, own.start).trim() === '') {
    // With the empty lines that part it from the one before.
    return [deletion(before.end, own.end)];
  }
  if (behind && text.slice(own.end, behind.start).trim() === '') {
    return [deletion(own.start, behind.start)];
  }
  const lines = withoutLines(text, own.start, own.end);
  const key = nodes.length === 1 && site.field ? keyPlace(text, site.field) : undefined;
  const colon = key && text.indexOf(':', key.end) + 1;
  // A list of nothing says so.
  return colon !== undefined && endsLine(text, colon)
    ? [insertion(colon, container.kind === 'list' ? ' []' : ' {}'), ...lines]
    : lines;
}
