import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { t } from '../../core/words/t';
import { draftRoadmap } from '../../core/drafting/draftRoadmap';
import { type DraftSource, foundWords, suggestionsOf } from '../../core/drafting/suggestions';
import type { Survey } from '../../core/drafting/survey';
import type { Day } from '../../core/model/calendar';
import { roadmapTemplate } from '../../core/report/roadmapTemplate';
import { COMMANDS } from '../../protocol/contributions';
import type { DraftAnswer, DraftParams, DraftRow } from '../../protocol/drafting';
import { type Folder, uriOf } from '../folder';

const ROADMAP = 'roadmap.yaml';

/** What each way is made from. */
const SOURCES: Readonly<Record<'repository' | 'commits', readonly DraftSource[]>> = {
  repository: ['documents', 'todos'],
  commits: ['commits'],
};

/** Asks the person what a first roadmap is made from. It only remembers what it found while it asks on. */
export class Drafting {
  private readonly surveys = new WeakMap<Folder, Survey>();

  constructor(private readonly today: () => Day) {}

  /** The next question, or what came of it. Nothing is written here. @throws the signal's reason when aborted */
  async answer(folder: Folder | undefined, params: DraftParams, signal: AbortSignal): Promise<DraftAnswer> {
    if (folder === undefined) {
      return { refusal: t('The folder is no longer open, so nothing was done.') };
    }
    const existing = existingRoadmap(folder);
    if (existing !== undefined) {
      return { existing: uriOf(folder, existing), sentence: t('There is a roadmap already: {0}.', existing) };
    }
    const { from, groups } = params;
    if (from === undefined) {
      this.surveys.delete(folder);
      return choices(await this.surveyOf(folder, signal), params);
    }
    if (from === 'template') {
      return this.made(folder, roadmapTemplate(productOf(folder), this.today()));
    }
    const survey = await this.surveyOf(folder, signal);
    const found = suggestionsOf(survey, SOURCES[from]);
    if (groups === undefined && found.length > 1) {
      return {
        title: from === 'commits' ? t('Keys found in commit messages') : t('What this repository says of its work'),
        placeHolder: t('Pick what goes into the roadmap'),
        groups: found.map(({ group, label, detail, isLikely }) => ({
          group,
          label,
          description: detail,
          isPicked: isLikely,
        })),
        next: params,
      };
    }
    const text = draftRoadmap(survey, {
      groups: groups ?? found.map(({ group }) => group),
      sources: SOURCES[from],
      product: productOf(folder),
      today: this.today(),
    });
    return text === undefined ? { refusal: t('Nothing was picked, so no roadmap was made.') } : this.made(folder, text);
  }

  private made(folder: Folder, text: string): DraftAnswer {
    return {
      uri: uriOf(folder, ROADMAP),
      text,
      sentence: t('Look through {0} and save it: until then nothing is written.', ROADMAP),
    };
  }

  private async surveyOf(folder: Folder, signal: AbortSignal): Promise<Survey> {
    const known = this.surveys.get(folder);
    const survey = known ?? (await folder.engine.survey({ signal }));
    this.surveys.set(folder, survey);
    return survey;
  }
}

/** The path of a roadmap that says something, or that a new one would overwrite; undefined: there is none. */
function existingRoadmap({ engine }: Folder): string | undefined {
  const { roadmaps, workItems } = engine.trace.plan;
  return existsSync(`${engine.folder}/${ROADMAP}`) ? ROADMAP : workItems.length > 0 ? roadmaps[0]?.path : undefined;
}

function productOf({ engine }: Folder): string {
  return basename(engine.folder) || 'My product';
}

/** What was found stands below each choice; what was not is missing, and why is said above. */
function choices(survey: Survey, params: DraftParams): DraftAnswer {
  const documents = foundWords(survey, 'documents');
  const inRepository = [documents, foundWords(survey, 'todos')].filter((words) => words !== '').join('; ');
  const inCommits = foundWords(survey, 'commits');
  const none = [
    ...(inRepository === '' ? [t('No headings of a plan and no TODOs in {0} files.', survey.filesSearched)] : []),
    ...(inCommits === '' && survey.commitsRead !== undefined && survey.commitsRead > 0
      ? [t('No keys of a tracker in {0} commits.', survey.commitsRead)]
      : []),
    ...survey.notes,
  ];
  const row = (label: string, detail: string, from: NonNullable<DraftParams['from']>): DraftRow[] =>
    detail === '' ? [] : [{ label, detail, next: { ...params, from } }];
  return {
    title: t('Create a roadmap from'),
    placeHolder: none.join(' ') || t('Nothing is written before you looked at it'),
    rows: [
      ...row(t('The headings and TODOs of this repository'), inRepository, 'repository'),
      ...row(t('Keys found in commit messages'), inCommits, 'commits'),
      ...row(t('An empty template'), t('One of each thing, to write over'), 'template'),
      {
        label: t('An import'),
        detail: t('What Jira, Linear, GitHub, Backlog or a spreadsheet exported as CSV or JSON'),
        next: { command: COMMANDS.importRoadmap },
      },
    ],
  };
}
