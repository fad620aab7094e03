/** Acts on a door in German: questions and refusals. */
import type { doors as english } from '../en/main-doors.ts';
import type { Translated } from '../message.ts';

export const doors: Translated<typeof english> = {
  'door.ask.replace':
    '„{door}“ wird für diese Unterkünfte durch „{by}“ ersetzt: {units}. Das neue Tastenfeld muss jetzt schon an der Tür sein.',
  'door.ask.replace-people': 'Auch diese Personen bekommen die neue Tür: {people}.',
  'door.ask.replace-codes': {
    one: 'Ein Code wird dort angelegt; der alte wird gelöscht, sobald der neue am Schloss bestätigt ist.',
    other: '{count} Codes werden dort angelegt; jeder alte wird gelöscht, sobald der neue am Schloss bestätigt ist.',
  },
  'door.ask.replace-waits': {
    one: 'Mit einem der alten Codes ist vielleicht jemand da: Dieser Code braucht Ihre Zustimmung.',
    other: 'Mit {count} der alten Codes ist vielleicht jemand da: Diese Codes brauchen Ihre Zustimmung.',
  },
  'door.ask.others-stay': {
    one: 'Ein Code auf dem alten Tastenfeld ist nicht von Latchkey: Er bleibt dort und zieht nicht um.',
    other: '{count} Codes auf dem alten Tastenfeld sind nicht von Latchkey: Diese bleiben dort und ziehen nicht um.',
  },
  'door.ask.old-unread': 'Das alte Schloss ist nicht lesbar; seine Codes bleiben, bis es wieder lesbar ist.',
  'door.ask.prefix-kept':
    'Gäste tippen weiterhin {prefix} vor der PIN. Braucht das neue Tastenfeld ein anderes Präfix oder keines, ändern Sie das unter „Unterkünfte & Türen“, bevor Gäste den Code erfahren.',
  'door.ask.digits-kept':
    'Für das neue Tastenfeld gilt wie für das alte, dass es nur die Ziffern {digits} hat. Hat es andere, ändern Sie das unter „Unterkünfte & Türen“.',
  'door.refused.mapping-unconfirmed': 'Unterkünfte und Türen stammen aus einer Kopie. Prüfen und bestätigen Sie sie zuerst.',
  'door.refused.not-mapped': 'Dieses Schloss ist keine Tür einer Unterkunft.',
  'door.refused.several-doors': 'Dieses Schloss hat mehrere Türen mit eigenem Tastenfeld. Ändern Sie sie unter „Unterkünfte & Türen“.',
  'door.refused.lock-unknown': 'Das neue Schloss gehört nicht zum Konto bei The Keys.',
  'door.refused.no-keypad': 'Das neue Schloss hat kein Tastenfeld.',
  'door.refused.several-keypads': 'Das neue Schloss hat mehrere Tastenfelder. Nennen Sie eines davon: {keypads}.',
  'door.refused.keypad-unknown': 'Das neue Schloss hat kein solches Tastenfeld. Es hat: {keypads}.',
  'door.refused.same-door': 'Das ist die Tür, die jetzt dort ist.',
  'door.refused.already-mapped': '{unit} hat die neue Tür schon. Entfernen Sie eine der beiden unter „Unterkünfte & Türen“.',
  'door.ask.remove': 'Der Code „{code}“ wird von „{door}“ gelöscht.',
  'door.ask.remove-not-ours': 'Er ist nicht von Latchkey.',
  'door.ask.remove-opens-now': 'Er öffnet diese Tür gerade: Vielleicht benutzt ihn jemand.',
  'door.ask.remove-for-good': 'Das lässt sich nicht rückgängig machen.',
  'door.refused.no-such-code': 'Diesen Code gibt es auf diesem Tastenfeld nicht mehr.',
  'door.refused.guest-code':
    'Das ist der Code eines Aufenthalts. Um den Gast auszusperren, sperren Sie den Aufenthalt; öffnet sich die Unterkunft anders, wählen Sie für ihn keinen Code: latchkey stay {booking} --block oder --no-code.',
  'door.refused.person-code': 'Dieser Code gehört einer Person. Entfernen Sie die Person: latchkey people remove {person}.',
  'door.ask.restore': 'Der Code „{code}“ wird an „{door}“ wieder angelegt, bis {until}, mit seiner früheren PIN.',
  'door.ask.unlink':
    'Der Code von {person} an „{door}“ gilt wieder als von Hand angelegt: Er heißt „{code}“, behält seine PIN, und keine Synchronisierung ändert ihn mehr.',
  'door.ask.restore-limited': 'Er hatte kein Ende: Jetzt bekommt er eines.',
  'door.ask.restore-no-note': 'Die Notiz, die er hatte, wurde nicht aufbewahrt.',
  'door.refused.busy': 'Gerade läuft eine Synchronisierung, deshalb wurde nichts geändert. Versuchen Sie es in einer Minute noch einmal.',
  'door.refused.changed': 'Der Code wurde inzwischen geändert, deshalb wurde nichts gelöscht. Sehen Sie sich die Tür noch einmal an.',
  'door.refused.unverified':
    'Es ist nicht sicher, dass der Code weg ist: Vielleicht öffnet er die Tür noch. Sehen Sie sich die Tür noch einmal an.',
  'door.refused.not-restored': 'Das Tastenfeld nimmt diesen Code nicht mehr an, deshalb wurde er nicht wieder angelegt.',
  'door.refused.restore-unverified': 'Es ist nicht sicher, dass der Code wieder da ist. Sehen Sie sich die Tür noch einmal an.',
  'door.refused.code-over': 'Der Code wäre inzwischen abgelaufen und wird nicht wieder angelegt.',
  'reveal.title': 'Weitere PINs anzeigen?',
  'reveal.body':
    'Zehn PINs wurden innerhalb einer Minute angezeigt oder kopiert. Wenn Sie das nicht waren, wählen Sie „Nicht anzeigen“, beenden Sie Latchkey und ändern Sie die PINs.',
  'reveal.yes': 'PINs anzeigen',
  'reveal.no': 'Nicht anzeigen',
  'sheet.title': 'PINs drucken?',
  'sheet.body': 'Wer das Blatt findet, kann diese Türen öffnen. Bewahren Sie es auf, wo kein Gast es sieht, und vernichten Sie das alte.',
  'sheet.yes': 'Mit PINs drucken',
  'sheet.no': 'Ohne PINs',
};
