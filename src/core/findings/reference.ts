import type { Rule, Threshold } from './rule';
import { RULE_FAMILIES } from './registry';

/** The rule reference as Markdown: one section for each rule, in the order given, with the code as anchor (`#WM203`). */
export function ruleReference(rules: readonly Rule[]): string {
  const families = RULE_FAMILIES.map(({ digit, title }) => ({
    title,
    rules: rules.filter(({ code }) => code.startsWith(`WM${digit}`)),
  })).filter((family) => family.rules.length > 0);
  return [
    INTRODUCTION,
    ...families.map(({ title, rules: own }) => `**${title}**\n\n${tableOf(own)}`),
    ...rules.map(sectionOf),
  ]
    .join('\n\n')
    .concat('\n');
}

const INTRODUCTION = `# Rules

<!-- Made from the rules in src/core/findings/rules. Change those, not this file. -->

A finding says what is wrong and what shows it. Its code never changes its meaning. Set the severity of a rule, or turn it
off, in \`waymark.findings.severity\`: \`{ "WM206": "off" }\`; set its numbers in \`waymark.findings.thresholds\`:
\`{ "WM206.days": 21 }\`. A roadmap file says the same for the whole team, and goes before the settings:
\`rules: { WM206: off, WM403: { severity: warning, points: 21 } }\`. To accept a finding for one item, say so in the roadmap, with a reason:
\`ignore: [{ rule: WM203, reason: Waits for the partner, until: 2026-10-31 }]\`. In code, and in comments of
the roadmap, \`waymark-ignore WM203: Waits for the partner\` does so for its own line and the next one, and
\`waymark-ignore-file WM203: reason\` for the whole file. The name of a rule may stand for its code.

Some facts are shown at both ends, in the roadmap and in the code. They have the same code and belong to the same item.`;

function tableOf(rules: readonly Rule[]): string {
  const rows = rules.map(({ code, title, severity }) => `| [${code}](#${code}) | ${title} | ${severity} |`);
  return ['| Code | Title | Severity |', '| --- | --- | --- |', ...rows].join('\n');
}

/** One rule as a document of its own, and how to set it. */
export function ruleExplanation(rule: Rule): string {
  const { code } = rule;
  return [
    `# ${code} ${rule.title}`,
    subtitleOf(rule),
    ruleSection(rule),
    `**Severity.** Set it, or turn the rule off, in \`waymark.findings.severity\`: \`{ "${code}": "off" }\`. To accept a finding for one item, write \`ignore: [{ rule: ${code}, reason: … }]\` there in the roadmap.`,
  ]
    .join('\n\n')
    .concat('\n');
}

function sectionOf(rule: Rule): string {
  const { code, title } = rule;
  return [`<a id="${code}"></a>`, `## ${code} ${title}`, subtitleOf(rule), ruleSection(rule)].join('\n\n');
}

function subtitleOf({ name, severity }: Rule): string {
  return `\`${name}\` · ${severity}`;
}

/** What a rule says of itself, as Markdown without a heading. */
export function ruleSection({ code, documentation, settings = [] }: Rule): string {
  const { what, why, example, answer } = documentation;
  return [
    what,
    `**Why it matters.** ${why}`,
    `**Example.** ${example}`,
    `**What to do.** ${answer}`,
    ...settings.map((threshold) => settingLine(code, threshold)),
  ].join('\n\n');
}

function settingLine(code: string, { name, default: value, unit, description }: Threshold): string {
  return `**Setting** \`${code}.${name}\` (${value} ${unit}). ${description}`;
}
