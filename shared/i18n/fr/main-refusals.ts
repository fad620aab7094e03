/** Why a call of the window comes to nothing, in French. */
import type { refusals as english } from '../en/main-refusals.ts';
import type { Translated } from '../message.ts';

export const refusals: Translated<typeof english> = {
  'refusal.gone': 'Plus rien n’attend ici : un passage l’a modifié. Rien n’a été fait ; regardez ce qui attend maintenant.',
  'refusal.badSchedule': 'Ce n’est pas un horaire, il n’a donc pas été enregistré. Écrivez cinq champs cron, par exemple */15 * * * *.',
  'refusal.noCode': 'La serrure n’a pas de code pour cette réservation, ou n’indique pas son PIN. Synchronisez maintenant, puis réessayez.',
  'refusal.busy': 'Un passage de Latchkey est en cours. Rien n’a été modifié ; réessayez dans une minute.',
  'refusal.notSaved':
    'Le fichier n’a pas été enregistré : impossible d’y écrire. Rien d’autre n’a été modifié ; choisissez un autre dossier.',
  'refusal.noRun': 'Ce passage n’est plus dans l’historique : il était plus ancien que les jours conservés.',
  'refusal.unavailable': 'Ce n’est pas possible ici. Rien n’a été modifié.',
  'refusal.badRequest': 'Latchkey n’a pas compris cette demande. Rien n’a été modifié ; relancez Latchkey et réessayez.',
  'refusal.notTrusted': 'Cette demande ne vient pas de la fenêtre de Latchkey. Rien n’a été modifié.',
  'refusal.internal':
    'Une erreur s’est produite dans Latchkey. Les codes restent tels quels ; réessayez, et consultez le journal si cela persiste.',
};
