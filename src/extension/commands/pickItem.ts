import { type QuickPick, type QuickPickItem, window } from 'vscode';
import { type ItemSummary, ItemsRequest } from '../../protocol/messages';
import { activeFolderUri } from '../folders';
import { sentences } from '../sentences';
import type { Services } from '../services';
import { branchItem } from '../status';
import { toThemeIcon } from '../views/treeItem';
import { withoutIcons } from '../words';
import { offerRoadmap } from './offerRoadmap';
import { offer } from './runCommand';

interface ItemPick extends QuickPickItem {
  readonly item: ItemSummary;
}

/**
 * Lets the person find an item by ID or words; the branch's story is offered first. undefined: none was picked, and
 * where there was none to pick, the person was told.
 */
export async function pickItem(services: Services): Promise<ItemSummary | undefined> {
  const picker = window.createQuickPick<ItemPick>();
  picker.placeholder = sentences.pickStory;
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  picker.busy = true;
  picker.onDidChangeValue((typed) => preferExactId(picker, typed));
  const picked = accepted(picker);
  picker.show();
  try {
    const overview = await services.server.firstOverview();
    const items = await services.server.ask((client) => client.sendRequest(ItemsRequest));
    if (items.length === 0) {
      tellThereIsNone(services);
      return undefined;
    }
    const story = branchItem(overview?.branchItems ?? [], activeFolderUri());
    const isStory = (item: ItemSummary) => item.folder === story?.folder && item.id === story.id;
    // Made the first rather than the active one: what was typed meanwhile may leave it out, and then none would be active.
    picker.items = [...items.filter(isStory), ...items.filter((item) => !isStory(item))].map(toPick);
    picker.busy = false;
    return (await picked)?.item;
  } finally {
    picker.dispose();
  }
}

/** The editor ranks the shorter of two labels first, `PAY-12.1 Pay` before `PAY-12 Refund a booking` for `PAY-12`. */
function preferExactId(picker: QuickPick<ItemPick>, typed: string): void {
  const id = typed.trim().toLowerCase();
  const named = picker.items.find(({ item }) => item.id.toLowerCase() === id);
  if (named) {
    picker.activeItems = [named];
  }
}

function tellThereIsNone(services: Services): void {
  if (services.server.overview?.folders.some((folder) => folder.roadmaps.length > 0)) {
    offer('information', sentences.noItems);
  } else {
    offerRoadmap();
  }
}

function toPick(item: ItemSummary): ItemPick {
  return {
    label: withoutIcons(item.label),
    description: withoutIcons(item.description),
    iconPath: toThemeIcon(item.icon),
    item,
  };
}

/** The item that the person takes; undefined when the list is left. Enter does nothing while there is none to take. */
function accepted<T extends QuickPickItem>(picker: QuickPick<T>): Promise<T | undefined> {
  return new Promise((resolve) => {
    picker.onDidAccept(() => picker.selectedItems.length > 0 && resolve(picker.selectedItems[0]));
    picker.onDidHide(() => resolve(undefined));
  });
}
