import type { Severity } from '../../core/model/finding';
import type { StatusCategory } from '../../core/model/status';
import type { NodeIcon } from '../../protocol/messages';

/** Shape and colour both tell the status: colour is never the only sign. */
export const STATUS_ICONS: Readonly<Record<StatusCategory, NodeIcon>> = {
  planned: { id: 'circle-outline' },
  active: { id: 'play-circle', color: 'charts.blue' },
  blocked: { id: 'stop-circle', color: 'charts.red' },
  done: { id: 'pass-filled', color: 'charts.green' },
  dropped: { id: 'circle-slash', color: 'disabledForeground' },
};

export const SEVERITY_ICONS: Readonly<Record<Severity, NodeIcon>> = {
  error: { id: 'error', color: 'problemsErrorIcon.foreground' },
  warning: { id: 'warning', color: 'problemsWarningIcon.foreground' },
  information: { id: 'info', color: 'problemsInfoIcon.foreground' },
  hint: { id: 'lightbulb' },
};

export const ICONS = {
  folder: { id: 'root-folder' },
  file: { id: 'file' },
  annotations: { id: 'tag' },
  references: { id: 'references' },
  commits: { id: 'git-commit' },
  findings: { id: 'warning' },
  unknownId: { id: 'question' },
  more: { id: 'ellipsis' },
  release: { id: 'milestone' },
  owner: { id: 'person' },
  goal: { id: 'target' },
  none: { id: 'dash' },
} as const satisfies Record<string, NodeIcon>;

/** An annotation's colour says how much it weighs, beside its tag, which says the same in a word. */
export function annotationIcon(severity: Severity): NodeIcon {
  const { color }: NodeIcon = SEVERITY_ICONS[severity];
  const weighs = severity === 'error' || severity === 'warning';
  return weighs && color !== undefined ? { ...ICONS.annotations, color } : ICONS.annotations;
}

/** A reference's icon says what it is evidence of. */
export const ROLE_ICONS: Readonly<Record<'code' | 'test' | 'doc', NodeIcon>> = {
  code: { id: 'code' },
  test: { id: 'beaker' },
  doc: { id: 'book' },
};
