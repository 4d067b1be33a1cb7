import type { RoadmapFormat } from '../model/roadmap';
import { jsonWriter } from './json/jsonWriter';
import { itemFileWriter } from './markdown/itemFileWriter';
import { markdownWriter } from './markdown/markdownWriter';
import type { Scene } from './scene';
import type { Writer } from './writer';
import { yamlWriter } from './yaml/yamlWriter';

const WRITERS: Readonly<Record<RoadmapFormat, Writer>> = {
  yaml: yamlWriter,
  json: jsonWriter,
  markdown: markdownWriter,
};

export function writerOf({ roadmap }: Scene): Writer {
  return roadmap.itemFile ? itemFileWriter : WRITERS[roadmap.format];
}
