/** The panel of a door: who can open it, its codes, its spare code, its health, and replacing it. */
import type { door as english } from '../en/door.ts';
import type { Translated } from '../message.ts';

export const door: Translated<typeof english> = {
  'door.loading': 'Die Tür wird gelesen',
  'door.failed': 'Die Tür konnte nicht gelesen werden',
  'door.failed-text': 'Die Codes an der Tür funktionieren weiter. Was unten steht, kann älter sein.',
  'door.refresh': 'Aktualisieren',
  'door.not-read': 'Noch nicht gelesen',
  'door.unread': {
    one: '{count} Code ist nicht lesbar und öffnet die Tür vielleicht.',
    other: '{count} Codes sind nicht lesbar und öffnen die Tür vielleicht.',
  },
  'door.room': '{used} von {count}',
  'door.updated': 'Aktualisiert',
  'door.codes': 'Codes',

  'door.battery': 'Batterie',
  'door.battery-unknown': 'Unbekannt',
  'door.battery-good': 'Gut ({volts} V)',
  'door.battery-volts': '{volts} V',
  'door.battery-low': 'Schwach: bald wechseln ({volts} V)',
  'door.battery-critical': 'Fast leer: jetzt wechseln ({volts} V)',
  'door.gateway': 'Gateway',
  'door.gateway-none': 'Keines: Änderungen erreichen diese Tür erst, wenn ein Telefon sie synchronisiert',
  'door.gateway-unknown': 'Unbekannt',
  'door.gateway-connected': 'Verbunden',
  'door.gateway-silent': 'Stumm seit {time}: Änderungen erreichen diese Tür vielleicht nicht',

  'door.now': 'Können jetzt öffnen',
  'door.now-nobody': 'Im Moment kann niemand mit einem Code öffnen.',
  'door.next': 'Als Nächstes',
  'door.later': 'Später',
  'door.ended': 'Öffnen nicht mehr',
  'door.guest': 'Gast',
  'door.person': 'Person',
  'door.by-hand': 'Von Hand angelegt',
  'door.outdated': 'Veralteter Code',
  'door.unknown-person': 'Von Latchkey auf einem anderen Computer angelegt',
  'door.maybe': 'öffnet vielleicht',
  'door.off': 'ausgeschaltet',
  'door.nobodys': 'Mit niemandem verknüpft',
  'door.always': 'immer',
  'door.from': 'ab {start}',
  'door.until': 'bis {end}',
  'door.from-until': '{start} – {end}',
  'door.has-schedule': 'nur an bestimmten Tagen',
  'door.no-name': 'Code ohne Namen',
  'door.remove-name': 'Code löschen: {name}',

  'door.spare': 'Ersatzcode',
  'door.spare-text':
    'Öffnet diese Tür jederzeit. Er wird vorab angelegt, für den Fall, dass der Code eines Gastes nicht funktioniert und das Internet oder ein Gateway ausfällt. Haben Sie ihn einem Gast gezeigt, bekommt er eine neue PIN, wenn dessen Aufenthalt endet.',
  'door.spare-off-title': 'Den Ersatzcode von {door} löschen?',
  'door.spare-made': 'Ersatzcode angelegt: {door}.',
  'door.spare-removed': 'Ersatzcode gelöscht: {door}.',
  'door.spare-failed': 'Der Ersatzcode wurde nicht geändert',

  'door.history': 'Verlauf dieser Tür',

  'door.replace': 'Diese Tür überall ersetzen',
  'door.replace-text': {
    one: 'Ein neues Schloss ersetzt diese Tür für {count} Unterkunft und alle Personen. Die Codes werden mit denselben PINs am neuen Schloss angelegt, bevor die alten gelöscht werden.',
    other:
      'Ein neues Schloss ersetzt diese Tür für {count} Unterkünfte und alle Personen. Die Codes werden mit denselben PINs am neuen Schloss angelegt, bevor die alten gelöscht werden.',
  },
  'door.replace-none': 'Im Konto ist kein anderes Schloss frei. Fügen Sie das neue Schloss zuerst in der App von The Keys hinzu.',
  'door.replace-check': 'Nach neuen Schlössern suchen',
  'door.replace-by': 'Durch {door} ersetzen',
  'door.replace-title': '{door} durch {by} ersetzen?',
  'door.replace-confirm': 'Tür ersetzen',
  'door.replaced': '{by} ersetzt jetzt {door}.',
};
