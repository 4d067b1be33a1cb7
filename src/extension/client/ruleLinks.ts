import { Uri, type Diagnostic } from 'vscode';
import { COMMANDS } from '../../protocol/contributions';

/**
 * Makes the code of a finding open the rule's explanation inside the editor. The server links to a file, which the
 * editor would open as source text, at its beginning.
 */
export function linkRules(diagnostics: readonly Diagnostic[]): void {
  for (const diagnostic of diagnostics) {
    const { code } = diagnostic;
    if (typeof code === 'object') {
      diagnostic.code = { value: code.value, target: explainRuleUri(String(code.value)) };
    }
  }
}

function explainRuleUri(code: string): Uri {
  return Uri.from({ scheme: 'command', path: COMMANDS.explainRule, query: JSON.stringify([code]) });
}
