import type { Services } from '../services';
import { showTarget } from './open';
import { pickItem } from './pickItem';

/** Finds an item by its ID or by words, and opens its line in the roadmap. */
export async function goToStory(services: Services): Promise<void> {
  const item = await pickItem(services);
  if (item !== undefined) {
    await showTarget(services, item.open);
  }
}
