/** Why a call of the window comes to nothing, in German. */
import type { refusals as english } from '../en/main-refusals.ts';
import type { Translated } from '../message.ts';

export const refusals: Translated<typeof english> = {
  'refusal.gone': 'Das wartet nicht mehr: Ein Lauf hat es geändert. Nichts wurde getan; sehen Sie nach, was jetzt wartet.',
  'refusal.badSchedule': 'Das ist kein Zeitplan und wurde nicht gespeichert. Schreiben Sie fünf Cron-Felder, zum Beispiel */15 * * * *.',
  'refusal.noCode':
    'Das Schloss hat keinen Code für diese Buchung oder nennt seine PIN nicht. Gleichen Sie jetzt ab und versuchen Sie es dann noch einmal.',
  'refusal.busy': 'Latchkey ist mitten in einem Lauf. Nichts wurde geändert; versuchen Sie es in einer Minute noch einmal.',
  'refusal.notSaved':
    'Die Datei wurde nicht gespeichert: Dort lässt sich nicht schreiben. Sonst wurde nichts geändert; wählen Sie einen anderen Ordner.',
  'refusal.noRun': 'Dieser Lauf ist nicht mehr im Verlauf: Er war älter als die Tage, die aufbewahrt werden.',
  'refusal.unavailable': 'Das geht hier nicht. Nichts wurde geändert.',
  'refusal.badRequest':
    'Latchkey hat das nicht verstanden. Nichts wurde geändert; starten Sie Latchkey neu und versuchen Sie es noch einmal.',
  'refusal.notTrusted': 'Das kommt nicht aus dem Fenster von Latchkey. Nichts wurde geändert.',
  'refusal.internal':
    'In Latchkey ist etwas schiefgegangen. Die Codes bleiben, wie sie sind; versuchen Sie es noch einmal und sehen Sie ins Protokoll, wenn es so bleibt.',
};
