import { endOfLine, startOfLine } from '../../model/lineEnds';
import type { Item } from '../../model/roadmap';
import type { FieldText } from '../roadmapEdit';
import type { Scene } from '../scene';
import { insertion } from '../textChange';
import { lineBreakAfter } from '../lineBreak';
import type { Ways } from '../writer';
import { headingEnd, innerIndent } from './addField';
import { placeOf } from './fieldPlaces';
import type { ItemLayout } from './itemLayout';
import { yamlText } from './yamlText';

/** Fields that no line of Markdown can say, or not all of it. */
const NOTED: ReadonlySet<string> = new Set(['acceptance', 'story']);

/** Ways to write a field into the fenced block of fields under an item, which is made where there is none. */
export function* waysToNoteBelow(scene: Scene, item: Item, layout: ItemLayout, field: string, value: FieldText): Ways {
  const { text } = scene;
  if (!NOTED.has(field) || layout.form === 'row') {
    return;
  }
  const last = [...item.fields.keys()]
    .flatMap((each) => placeOf(text, item, layout, each) ?? [])
    .filter((place) => place.kind === 'noted')
    .sort((a, b) => a.value.end - b.value.end)
    .at(-1);
  const lineBreak = lineBreakAfter(text, layout.block.start);
  if (last?.kind === 'noted') {
    const indent = text.slice(startOfLine(text, last.key.start), last.key.start);
    yield [insertion(endOfLine(text, last.value.end), `${lineBreak}${fieldLines(field, value, indent, lineBreak)}`)];
  }
  const isHeading = layout.form === 'heading';
  const indent = isHeading ? '' : innerIndent(scene, item, layout);
  const at = isHeading ? headingEnd(text, layout) : endOfLine(text, layout.content.end);
  const fence = `${indent}\`\`\``;
  const block = `${fence}yaml waymark${lineBreak}${fieldLines(field, value, indent, lineBreak)}${lineBreak}${fence}`;
  yield [insertion(at, `${lineBreak}${isHeading ? lineBreak : ''}${block}`)];
}

function fieldLines(field: string, value: FieldText, indent: string, lineBreak: string): string {
  const lines =
    typeof value === 'string'
      ? [`${field}: ${yamlText(value)}`]
      : [`${field}:`, ...value.map((each) => `  - ${yamlText(each)}`)];
  return lines.map((line) => indent + line).join(lineBreak);
}
