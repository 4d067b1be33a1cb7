import { RULE_FAMILIES, RULES } from '../findings/registry';
import type { Rule } from '../findings/rule';
import { said } from '../words/translatable';
import { plainMarkdown } from './plainMarkdown';

/** Why the rule asks, in plain words of the editor's language; undefined: there is no such rule. */
export function whyAsked(code: string): string | undefined {
  const rule = RULES.find((each) => each.code === code);
  return rule && plainMarkdown(said(rule.documentation.why));
}

/** A rule as `waymark explain CODE --format json` prints it. Texts are Markdown. */
export function ruleJson({ code, name, title, severity, documentation, settings = [] }: Rule) {
  return {
    schemaVersion: 1,
    rule: {
      code,
      name,
      title,
      family: RULE_FAMILIES.find(({ digit }) => code.startsWith(`WM${digit}`))?.title ?? null,
      severity,
      ...documentation,
      settings: settings.map((setting) => ({ ...setting, name: `${code}.${setting.name}` })),
    },
  };
}

/** The same for people: a heading, and paragraphs that are to be wrapped. */
export function ruleWords({ code, name, title, severity, documentation, settings = [] }: Rule) {
  const { what, why, example, answer } = documentation;
  const first = severity === 'off' ? 'off unless it is turned on' : severity;
  return {
    heading: `${code} ${title}`,
    paragraphs: [
      `${name} · ${first}`,
      plainMarkdown(what),
      `Why it matters: ${plainMarkdown(why)}`,
      `Example: ${plainMarkdown(example)}`,
      `What to do: ${plainMarkdown(answer)}`,
      ...settings.map(
        (setting) =>
          `Setting ${code}.${setting.name}: ${setting.default} ${setting.unit} by default. ${plainMarkdown(setting.description)}`,
      ),
    ],
  };
}
