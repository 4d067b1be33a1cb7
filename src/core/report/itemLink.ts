import type { WorkItem } from '../model/roadmap';
import { itemName } from './itemWords';

/** `[PAY-12 Refund API](roadmap.yaml#L12)`, for a text that lies in the folder of the roadmap. @param line from 1 */
export function itemLink(item: WorkItem, line: number): string {
  const label = itemName(item).replace(/[\\[\]]/g, '\\$&');
  // Brackets would end the address.
  const address = encodeURI(item.path).replace(/[()#?]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `[${label}](${address}#L${line})`;
}
