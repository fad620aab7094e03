/** Why a call about mapping, preview or first steps comes to nothing, in French. */
import type { setupRefusals as english } from '../en/main-setup.ts';
import type { Translated } from '../message.ts';

export const setupRefusals: Translated<typeof english> = {
  'refusal.firstSteps': 'Rien n’est écrit sur les serrures tant que vous n’avez pas appuyé sur Appliquer dans les premiers pas.',
  'refusal.nothingToUndo':
    'Il n’y a rien à annuler : la correspondance a été modifiée autrement depuis, ou pas du tout. Rien n’a été modifié.',
  'refusal.badMapping':
    'Un logement ou une porte figure deux fois dans cette correspondance, rien n’a donc été enregistré. Retirez le doublon et enregistrez de nouveau.',
  'refusal.superseded': 'Un aperçu plus récent a remplacé celui-ci.',
  'refusal.noCandidate': 'Ce qui a été lu dans le fichier n’est plus gardé, rien n’a donc été modifié. Choisissez de nouveau le fichier.',
};
