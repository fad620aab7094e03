/** Operations in words. */
import type { operations as english } from '../en/operations.ts';
import type { Translated } from '../message.ts';

export const operations: Translated<typeof english> = {
  'operations.create': 'Neuer Code an {door}',
  'operations.update': 'Änderung des Codes an {door}',
  'operations.adopt': 'Übernahme des Codes an {door}',
  'operations.move': 'Umzug des Codes zu {door}',
  'operations.delete': 'Entfernen des Codes an {door}',
  'operations.why.create': 'Die Buchung hat an dieser Tür noch keinen Code.',
  'operations.why.update': 'Buchung und Code unterscheiden sich ({fields}).',
  'operations.why.update-plain': 'Buchung und Code unterscheiden sich.',
  'operations.why.adopt':
    'Ein von Hand angelegter Code trägt den Namen des Gastes und beginnt zur selben Zeit. Er gehört von nun an zur Buchung und behält seine PIN.',
  'operations.why.move':
    'Die Buchung gehört jetzt zu einer anderen Tür. Zuerst kommt der neue Code; der alte geht, sobald der neue am Schloss bestätigt ist.',
  'operations.why.cancelled': 'Die Buchung wurde storniert.',
  'operations.why.gone': 'Smoobu kennt die Buchung nicht mehr und hat es zweimal gesagt.',
  'operations.why.ended': 'Der Aufenthalt ist vorbei, und der Code wird nicht länger behalten.',
  'operations.why.moved': 'Die Buchung ist umgezogen, und ihr Code an der neuen Tür ist da.',
  'operations.why.makes-room':
    'Die Tastatur ist voll, und ein anderer Gast reist früher an. Dieser Code wird wieder angelegt, sobald Platz ist.',
  'operations.why.duplicate': 'Die Buchung hat an dieser Tastatur einen weiteren Code, und der bleibt.',
  'operations.hold.someone-may-be-inside': 'Es wartet auf Sie: Der Aufenthalt läuft, und vielleicht ist jemand in der Unterkunft.',
  'operations.hold.no-longer-booked': 'Es wartet auf Sie: Die Buchung gilt jetzt nicht mehr, aber der Gast ist vielleicht noch drinnen.',
  'operations.hold.doors-changed':
    'Es wartet auf Sie: Der Aufenthalt hat jetzt andere Türen, und der Gast ist vielleicht noch hinter dieser.',
  'operations.hold.too-many-deletes': 'Es wartet auf Sie: Ungewöhnlich viele Codes würden auf einmal entfernt.',
  'operations.hold.clock-stepped': 'Es wartet auf Sie: Die Uhr dieses Computers ist gesprungen.',
  'operations.hold.bookings-gone': 'Es wartet auf Sie: Ungewöhnlich viele Buchungen sind bei Smoobu nicht mehr zu finden.',
  'operations.hold.decision-outdated':
    'Es wartet auf Sie: Sie haben über den Code schon entschieden, und seitdem hat sich die Buchung geändert.',
  'operations.hold.no-bookings': 'Es wartet auf Sie: Smoobu hat gar keine Buchung geschickt.',
  'operations.status.done': 'Erledigt',
  'operations.status.planned': 'Nicht ausgeführt',
  'operations.status.held': 'Wartet auf Sie',
  'operations.status.failed': 'Nicht gelungen',
  'operations.status.unverified': 'Nicht bestätigt',
  'operations.field.start': 'Beginn',
  'operations.field.end': 'Ende',
  'operations.field.name': 'Name',
  'operations.field.active': 'Ein oder aus',
  'operations.field.description': 'Beschreibung',
  'operations.field.lockId': 'Schloss',
  'operations.field.keypadId': 'Tastatur',
  'operations.in-list.start': 'Beginn',
  'operations.in-list.end': 'Ende',
  'operations.in-list.name': 'Name',
  'operations.in-list.active': 'ein oder aus',
  'operations.in-list.description': 'Beschreibung',
  'operations.in-list.lockId': 'Schloss',
  'operations.in-list.keypadId': 'Tastatur',
  'operations.value.open': 'unbegrenzt',
  'operations.value.unreadable': 'nicht lesbar',
  'operations.value.on': 'ein',
  'operations.value.off': 'aus',
  'operations.value.none': 'keine Angabe',
};
