import type { Completion, Completions } from '../authoring/completion';
import { MOST_COMPLETIONS } from '../authoring/completion';
import { candidateOf } from '../authoring/itemCandidates';
import { type Likelihood, itemsByLikelihood } from './storyRanks';
import type { StoryPlace } from './storyPlace';

/** The items whose IDs can be written at a place, the likeliest first. */
export function storyCompletions({ word, typed, takesTitles }: StoryPlace, likelihood: Likelihood): Completions {
  const { plan } = likelihood.trace;
  const ordered = itemsByLikelihood(likelihood);
  const sought = ordered.length > MOST_COMPLETIONS ? typed.toLowerCase() : '';
  const fitting =
    sought === ''
      ? ordered
      : ordered.filter(({ id, title }) => (takesTitles ? `${id} ${title}` : id).toLowerCase().includes(sought));
  const list = fitting.slice(0, MOST_COMPLETIONS).map((item): Completion => {
    const { name, words, kind, detail, documentation } = candidateOf(item, plan);
    const label = words === undefined || words === '' ? name : `${name} ${words}`;
    return {
      label,
      kind,
      detail,
      documentation,
      word,
      text: name,
      snippet: undefined,
      // Where ordinary words can be meant as well, a word of some title must not be replaced by an ID.
      filter: takesTitles ? label : name,
    };
  });
  return { list, isPart: fitting.length > MOST_COMPLETIONS };
}
