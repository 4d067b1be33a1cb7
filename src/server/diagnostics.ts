import { t } from '../core/words/t';
import {
  type Connection,
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
} from 'vscode-languageserver';
import type { Finding, Related, Severity } from '../core/model/finding';
import { formatOf, isAboutWholeFile } from '../core/roadmap/readRoadmap';
import type { InitializationOptions } from '../protocol/messages';
import { commitUri } from './documentUris';
import { type Folder, rangeOf, targetOf, uriOf } from './folder';
import { counted } from '../core/words/count';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const BEGINNING = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/**
 * Tells the client the findings of files, replacing what it was told of them before. They are pushed, not pulled: findings
 * stand in files that nobody has open, and a client that pulls for those asks again every few seconds for ever.
 */
export class DiagnosticsPublisher {
  /** What was told last, by folder and URI; nothing of a file without findings. */
  private readonly told = new Map<string, Map<string, string>>();
  /** Forms of roadmaps whose writing another extension checks too. */
  checkedElsewhere: NonNullable<InitializationOptions['schemaFormats']> = [];

  constructor(
    private readonly connection: Pick<Connection, 'sendDiagnostics'>,
    /** Where the rules are explained; the finding's code is added as fragment. */
    private readonly ruleReference: string | undefined,
  ) {}

  publish(folder: Folder, paths: Iterable<string>): void {
    const told = this.told.get(folder.uri) ?? new Map<string, string>();
    this.told.set(folder.uri, told);
    for (const path of paths) {
      const uri = uriOf(folder, path);
      const findings = folder.engine.findings.ofPath(path);
      const shown = worst(findings);
      const diagnostics = [
        ...shown.map((finding) => this.toDiagnostic(folder, finding)),
        ...(shown.length < findings.length ? [moreFindings(findings.length - shown.length)] : []),
      ];
      // An edit of the roadmap concerns all files that speak of it, and leaves most of their findings on the same lines.
      const text = diagnostics.length > 0 ? JSON.stringify(diagnostics) : undefined;
      if (text === told.get(uri)) {
        continue;
      }
      if (text === undefined) {
        told.delete(uri);
      } else {
        told.set(uri, text);
      }
      void this.connection.sendDiagnostics({ uri, diagnostics });
    }
  }

  /** Takes back all that was told of a folder. */
  clear(folder: Folder): void {
    for (const uri of this.told.get(folder.uri)?.keys() ?? []) {
      void this.connection.sendDiagnostics({ uri, diagnostics: [] });
    }
    this.told.delete(folder.uri);
  }

  private toDiagnostic(folder: Folder, finding: Finding): Diagnostic {
    const lines = folder.engine.linesOf(finding.place.path);
    return {
      range: lines ? rangeOf(lines, finding.place.span) : BEGINNING,
      severity: this.isToldElsewhere(finding) ? DiagnosticSeverity.Hint : SEVERITIES[finding.severity],
      source: 'Waymark',
      code: finding.code,
      ...(this.ruleReference && { codeDescription: { href: `${this.ruleReference}#${finding.code}` } }),
      message: finding.message,
      relatedInformation: finding.related.map((related) => toRelatedInformation(folder, related)),
    };
  }

  /**
   * Mistakes in the writing are listed once, by the extension that reads the same form; our words and quick fix stay with the place.
   * All else is ours: the schema rejects nothing.
   */
  private isToldElsewhere({ code, message, place }: Finding): boolean {
    const format = formatOf(place.path);
    const isSyntax = code === 'WM101' && !isAboutWholeFile(message);
    return isSyntax && this.checkedElsewhere.some((each) => each === format);
  }
}

/** Nobody reads more of one file, and an editor that lists thousands hides those of other files. */
const MOST_FINDINGS = 100;

/** At most {@link MOST_FINDINGS}, the most severe ones, by place as they were. */
function worst(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= MOST_FINDINGS) {
    return findings;
  }
  const bySeverity = [...findings].sort((a, b) => SEVERITIES[a.severity] - SEVERITIES[b.severity]);
  const kept = new Set(bySeverity.slice(0, MOST_FINDINGS));
  return findings.filter((finding) => kept.has(finding));
}

function moreFindings(hidden: number): Diagnostic {
  return {
    range: BEGINNING,
    severity: DiagnosticSeverity.Information,
    source: 'Waymark',
    message: t(
      '{0} in this file: the {1} most severe ones are listed here. The Roadmap view shows the others under their items, and `waymark check` lists all.',
      counted(hidden, 'more finding'),
      MOST_FINDINGS,
    ),
  };
}

function toRelatedInformation(folder: Folder, related: Related): DiagnosticRelatedInformation {
  const { uri, range } =
    'commit' in related ? { uri: commitUri(folder.uri, related.commit) } : targetOf(folder, related.place);
  return { message: related.message, location: { uri, range: range ?? BEGINNING } };
}
