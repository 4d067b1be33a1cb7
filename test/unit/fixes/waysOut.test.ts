import assert from 'node:assert/strict';
import { scanFile } from '../../../src/core/annotations/scanFile';
import { createTagSet } from '../../../src/core/annotations/tags';
import { applyChanges } from '../../../src/core/edit/textChange';
import { createFindings } from '../../../src/core/findings/evaluation';
import { RULES } from '../../../src/core/findings/registry';
import { answered } from '../../../src/core/fixes/answered';
import type { Fix, FixContext, Need } from '../../../src/core/fixes/fix';
import { fixesOf } from '../../../src/core/fixes/fixesOf';
import { performFix } from '../../../src/core/fixes/performFix';
import { createIdFinder } from '../../../src/core/ids/idFinder';
import type { Finding } from '../../../src/core/model/finding';
import { readRoadmap } from '../../../src/core/roadmap/readRoadmap';
import { createPlan } from '../../../src/core/trace/plan';
import { Trace } from '../../../src/core/trace/trace';
import { days } from '../../support/planBuilder';
import type { WaysOutCase } from './waysOutCase';
import { WAYS_OUT_CASES } from './waysOutCases';

/** Rules whose findings have no way out but to correct the text by hand or to suppress them, each with the reason. */
const WITHOUT: Readonly<Record<string, string>> = {};

/** What a person answers, where the fix knows no likely answer. */
const ANSWERS: Readonly<Record<Need, string>> = {
  story: 'PAY-30',
  epic: 'PAY-1',
  release: 'v9.0',
  goal: 'G1',
  date: '2027-03-01',
  owner: 'ben',
  status: 'active',
  estimate: '3',
  number: '3',
  criterion: 'A refund is visible within a minute',
  title: 'Something more',
  newId: 'PAY-77',
  words: 'Ask the bank first',
  reason: 'It is meant so',
};

const TODAY = days('2026-09-01').first;
const NEAREST = ['docs/adr/0007-refunds.md'];

describe('The ways out of a finding', () => {
  it('are shown for every rule', () => {
    const shown = new Set(WAYS_OUT_CASES.filter(({ offers }) => offers.length > 0).map(({ code }) => code));
    const lacking = RULES.filter(({ code }) => !shown.has(code) && WITHOUT[code] === undefined).map(({ code }) => code);
    assert.deepEqual(lacking, []);
    const idle = Object.keys(WITHOUT).filter((code) => shown.has(code));
    assert.deepEqual(idle, []);
  });

  for (const each of WAYS_OUT_CASES) {
    it(`of ${each.code}, ${each.when}, are what the table says, and each answers it`, () => check(each));
  }
});

function check(each: WaysOutCase): void {
  const world = worldOf(each.files, each);
  const finding = findingsIn(world, each).find(({ place }) => place.path === (each.at ?? place.path));
  assert.ok(finding, 'there is a finding');
  const fixes = fixesOf(finding, contextOf(world, each)).filter(
    ({ title }) => !title.startsWith(`Ignore ${each.code} `),
  );
  assert.deepEqual(
    fixes.map(({ title }) => title),
    each.offers,
  );
  const before = alike(finding, findingsIn(world, each));
  for (const fix of fixes) {
    const after = findingsIn(worldOf(made(fix, world, each), each), each);
    assert.equal(alike(finding, after) === before, each.staysAfter?.includes(fix.title) ?? false, fix.title);
  }
}

function alike({ message }: Finding, findings: readonly Finding[]): number {
  return findings.filter((each) => each.message === message).length;
}

interface World {
  readonly trace: Trace;
  readonly files: Readonly<Record<string, string>>;
}

function worldOf(files: Readonly<Record<string, string>>, { commits = [] }: WaysOutCase): World {
  const trace = new Trace();
  const isRoadmap = (path: string) => /(?:^|\/)roadmap\.\w+$/i.test(path);
  trace.setRoadmaps(
    Object.entries(files).flatMap(([path, text]) => (isRoadmap(path) ? (readRoadmap(path, text) ?? []) : [])),
  );
  for (const [path, text] of Object.entries(files).filter(([each]) => !isRoadmap(each))) {
    trace.replaceFile(path, scanFile(path, text, scanOf(trace)));
  }
  trace.addCommits(commits, commits.length);
  return { trace, files };
}

function scanOf({ plan }: Trace) {
  return { finder: createIdFinder(plan.vocabulary), tags: createTagSet() };
}

function findingsIn({ trace }: World, { code, facts, thresholds, today }: WaysOutCase): readonly Finding[] {
  const rule = RULES.find((each) => each.code === code);
  assert.ok(rule);
  const findings = createFindings(trace, [rule], {
    severity: { [code]: 'warning' },
    ...(thresholds && { thresholds }),
  });
  const circumstances = {
    today: today === undefined ? TODAY : days(today).first,
    historyKnown: true,
    holidays: new Set<number>(),
    facts: facts?.(trace) ?? {},
  };
  findings.update(trace.takeChange(), circumstances);
  return findings.all();
}

function contextOf({ trace, files }: World, { today }: WaysOutCase): FixContext {
  return {
    trace,
    today: today === undefined ? TODAY : days(today).first,
    me: { name: 'Ana Lima', email: 'ana@acme.example' },
    noteTag: 'NOTE',
    workTree: { countOf: () => 0, nearest: () => NEAREST },
    roadmapText: (path) => (trace.plan.roadmaps.some((roadmap) => roadmap.path === path) ? files[path] : undefined),
  };
}

/** The files as the fix leaves them. */
function made(fix: Fix, { trace, files }: World, { answers }: WaysOutCase): Readonly<Record<string, string>> {
  const { question } = fix;
  const answer = question && (answers?.[question.needs] ?? question.likely?.at(-1)?.answer ?? ANSWERS[question.needs]);
  const edit = answered(fix, answer, trace.plan);
  assert.ok(edit);
  const roadmaps = trace.plan.roadmaps.map(({ path }) => ({ path, text: files[path] ?? '' }));
  const result = performFix(edit, {
    plan: createPlan(trace.plan.roadmaps),
    roadmaps,
    scan: scanOf(trace),
    sourceText: (path) => files[path],
  });
  assert.ok(!('refusal' in result), `${fix.title}: ${'refusal' in result ? result.refusal : ''}`);
  const changed = result.files.map(({ path, changes }) => [path, applyChanges(files[path] ?? '', changes)]);
  assert.ok(result.files.length > 0, `${fix.title} changes something`);
  return { ...files, ...Object.fromEntries(changed) };
}
