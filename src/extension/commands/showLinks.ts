import { l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import { type LinksParams, LinksRequest, type LinkSummary } from '../../protocol/messages';
import { entriesOf } from '../entries';
import { sentences } from '../sentences';
import type { Services } from '../services';
import { toThemeIcon } from '../views/treeItem';
import { withoutIcons } from '../words';
import { linksParamsOf } from './commandArguments';
import { showTarget } from './open';
import { pickItem } from './pickItem';
import { offer } from './runCommand';

interface LinkPick extends QuickPickItem {
  /** undefined: a separator. */
  readonly link?: LinkSummary;
}

/** In the order in which they are listed. */
const GROUPS: Readonly<Record<LinkSummary['group'], string>> = {
  annotations: l10n.t('Annotations'),
  references: l10n.t('References'),
  commits: l10n.t('Commits'),
  findings: l10n.t('Findings'),
};

/** Lists all evidence of one item, with the reason for each link, and opens what is picked. */
export async function showLinks(services: Services, argument: unknown): Promise<void> {
  const item: LinksParams | undefined = linksParamsOf(argument) ?? (await pickItem(services));
  if (item === undefined) {
    return;
  }
  const params = { folder: item.folder, id: item.id };
  const links = await services.server.ask((client) => client.sendRequest(LinksRequest, params));
  if (links.length === 0) {
    offer('information', sentences.noLinks(item.id));
    return;
  }
  const picked = await window.showQuickPick(toPicks(links), {
    title: sentences.linksOf(item.id),
    placeHolder: sentences.pickLink,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (picked?.link) {
    await showTarget(services, picked.link.open);
  }
}

function toPicks(links: readonly LinkSummary[]): LinkPick[] {
  return entriesOf(GROUPS).flatMap(([group, label]) => {
    const picks = links.filter((link) => link.group === group).map(toPick);
    return picks.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...picks];
  });
}

function toPick(link: LinkSummary): LinkPick {
  return {
    label: withoutIcons(link.label),
    description: withoutIcons(link.description),
    detail: withoutIcons(link.why),
    iconPath: toThemeIcon(link.icon),
    link,
  };
}
