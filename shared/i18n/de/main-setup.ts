/** Why a call about mapping, preview or first steps comes to nothing, in German. */
import type { setupRefusals as english } from '../en/main-setup.ts';
import type { Translated } from '../message.ts';

export const setupRefusals: Translated<typeof english> = {
  'refusal.firstSteps': 'Auf die Schlösser wird nichts geschrieben, bis Sie in den ersten Schritten auf „Anwenden“ drücken.',
  'refusal.nothingToUndo':
    'Es gibt nichts rückgängig zu machen: Die Zuordnung wurde seither anders geändert oder gar nicht. Nichts wurde geändert.',
  'refusal.badMapping':
    'Eine Unterkunft oder eine Tür steht zweimal in dieser Zuordnung, deshalb wurde nichts gespeichert. Entfernen Sie die zweite und speichern Sie noch einmal.',
  'refusal.superseded': 'Eine neuere Vorschau hat diese ersetzt.',
  'refusal.noCandidate':
    'Was aus der Datei gelesen wurde, ist nicht mehr vorhanden, deshalb wurde nichts geändert. Wählen Sie die Datei noch einmal.',
};
