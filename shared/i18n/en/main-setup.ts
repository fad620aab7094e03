/** Why a call about mapping, preview or first steps comes to nothing, as a sentence for the host. */
import type { Section } from '../message.ts';

export const setupRefusals = {
  'refusal.firstSteps': 'Nothing is written to the locks until you press Apply in the first steps.',
  'refusal.nothingToUndo': 'There is nothing to undo: the mapping was changed in another way since, or not at all. Nothing was changed.',
  'refusal.badMapping': 'A unit or a door stands in this mapping twice, so nothing was saved. Remove the second one and save again.',
  'refusal.superseded': 'A newer preview has taken the place of this one.',
  'refusal.noCandidate': 'What was read from the file is not kept any more, so nothing was changed. Choose the file again.',
} as const satisfies Section;
