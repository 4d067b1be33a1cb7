import { t } from '../words/t';
import type { Named, Risk } from '../model/roadmap';
import { declarationsIn } from './declarations';
import { readDate, readName, readNames, readPaths } from './fieldValues';
import { isLevel, readLevel } from './numberValues';
import { readItemBase } from './itemBase';
import { type OwnFields, ownFieldsOf } from './ownFields';
import { quoted, type ReadContext, report } from './readContext';
import { nearestRiskStatus, riskStatusOf } from './statusNames';
import type { ValueNode } from './valueNode';

export function readRisks(context: ReadContext, field: string, node: ValueNode): Risk[] {
  return declarationsIn(context, field, 'risk', node).map((declaration) => {
    const own = ownFieldsOf(context, declaration.node, 'risk');
    return {
      ...readItemBase(context, declaration, own, 'risk'),
      kind: 'risk',
      probability: own.read('probability', readLevel),
      impact: readImpact(own),
      status: own.read('status', readRiskStatus) ?? 'open',
      owner: own.read('owner', readName),
      mitigation: own.read('mitigation', readName),
      review: own.read('review', readDate),
      items: own.readList('items', readNames),
      code: own.readList('code', readPaths),
    };
  });
}

/** Words in plain sentences (`impact: The shop loses orders`) are no level, and stay as they are. */
function readImpact(own: OwnFields): Risk['impact'] {
  const value = own.entry('impact')?.value;
  if (value?.kind === 'scalar' && /\p{L}\s+\p{L}/u.test(value.text) && !isLevel(value.text)) {
    own.disown('impact');
  }
  return own.read('impact', readLevel);
}

/** Risks that stand inside an item: they belong to the roadmap's own, and threaten the item. */
export function readInnerRisks(context: ReadContext, own: OwnFields, threatened: Named | undefined): void {
  for (const risk of own.readList('risks', readRisks)) {
    const items = threatened && risk.items.length === 0 ? [threatened] : risk.items;
    context.inner.risks.push({ ...risk, items });
  }
}

function readRiskStatus(context: ReadContext, field: string, node: ValueNode): Risk['status'] | undefined {
  const name = readName(context, field, node);
  if (name === undefined) {
    return undefined;
  }
  const status = riskStatusOf(name.name);
  if (status === undefined) {
    const message = t('{0} is no known status of a risk. Use open, mitigating, accepted or closed.', quoted(name.name));
    report(context, 'WM105', name.span, message, nearestRiskStatus(name.name));
  }
  return status;
}
