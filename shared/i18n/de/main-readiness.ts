/** Why an arriving guest may not get in, and what to do, in German. */
import type { readiness as english } from '../en/main-readiness.ts';
import type { Translated } from '../message.ts';

export const readiness: Translated<typeof english> = {
  'link.booking.stale':
    'Smoobu wurde seit {since} nicht gelesen: Eine spätere Änderung oder Stornierung ist hier nicht bekannt. Sehen Sie in Smoobu nach, und synchronisieren Sie, sobald es antwortet.',
  'link.booking.times':
    'Der Code folgt einer Zeit nicht, die in der Buchung steht. Sehen Sie sich die Zeiten des Aufenthalts an, und sagen Sie dem Gast, ab wann der Code die Tür öffnet.',
  'link.code.missing':
    'Am Schloss {lock} ist kein Code dieses Gastes bestätigt. Synchronisieren Sie jetzt; hilft das nicht, legen Sie in der App von The Keys einen Code an, oder halten Sie einen Ersatzcode bereit.',
  'link.code.missing-unread':
    'Am Schloss {lock} ist kein Code dieses Gastes bestätigt, und seine Liste ist nicht lesbar. Rufen Sie den Gast an, und lassen Sie ihn mit einem Ersatzcode hinein oder mit einem Code, den Sie in der App von The Keys anlegen.',
  'link.code.waiting': 'Der Code ist noch nicht am Schloss {lock}. Die nächste Synchronisierung schreibt ihn.',
  'link.code.not-created': 'Noch kein Code am Schloss {lock}: {reason}. Die nächste Synchronisierung versucht es wieder.',
  'link.code.not-updated': 'Der Code am Schloss {lock} ließ sich nicht ändern: {reason}. Er öffnet vielleicht zu falschen Zeiten.',
  'link.code.unread':
    'Die Liste des Schlosses {lock} ist nicht lesbar, und dort wurde noch kein Code dieses Gastes gesehen. Die nächste Synchronisierung versucht es wieder.',
  'link.code.stale':
    'Die Liste des Schlosses {lock} wurde seit {since} nicht gelesen. Damals war der Code dort; der Gast kommt also wahrscheinlich hinein.',
  'link.code.stale-soon':
    'Die Liste des Schlosses {lock} wurde seit {since} nicht gelesen. Damals war der Code dort; der Gast kommt also wahrscheinlich hinein. Rufen Sie den Gast an, und halten Sie einen Ersatzcode oder die gedruckten Codes bereit.',
  'link.code.off':
    'Der Code am Schloss {lock} ist ausgeschaltet; der Gast kommt nicht hinein. Schalten Sie ihn ein, oder sperren Sie den Gast, wenn das so sein soll.',
  'link.code.blocked': 'Von Ihnen gesperrt: Der Gast kommt nicht hinein.',
  'link.code.still-on':
    'Sie haben diesen Gast gesperrt, und es ist nicht bestätigt, dass der Code am Schloss {lock} ausgeschaltet ist. Synchronisieren Sie jetzt; hilft das nicht, schalten Sie ihn in der App von The Keys aus.',
  'link.gateway.under-way':
    'Der Code ist seit {since} auf dem Weg zum Schloss {lock}. Es dauert bis zu zehn Minuten, bis das Schloss ihn hat.',
  'link.gateway.not-seen':
    'Der Code ist auf dem Weg zum Schloss {lock}, dessen Gateway seit {since} nicht gesehen wurde. Das Schloss hat ihn, kurz nachdem das Gateway wieder antwortet.',
  'link.gateway.silent':
    'Das Gateway des Schlosses {lock} wurde seit {since} nicht gesehen; das Schloss hat den Code wahrscheinlich nicht. Starten Sie das Gateway neu, oder öffnen Sie die Tür einmal mit der App von The Keys auf einem Telefon.',
  'link.gateway.phone':
    'Das Schloss {lock} hat kein Gateway und bekommt den Code (geschrieben {since}) nur von einem Telefon. Öffnen Sie die Tür einmal mit der App von The Keys.',
  'link.gateway.unknown': 'Ob der Code das Schloss {lock} erreicht hat, ist nicht bekannt.',
  'link.battery.critical': 'Die Batterie des Schlosses {lock} ist fast leer. Wechseln Sie sie, bevor der Gast kommt.',
  'link.battery.low': 'Die Batterie des Schlosses {lock} ist schwach. Wechseln Sie sie bald.',
  'link.battery.old': 'Die Batterie des Schlosses {lock} wurde seit {since} nicht gelesen. Sie wird gelesen, wenn die Tür benutzt wird.',
  'link.battery.not-judged':
    'Die Batterie des Schlosses {lock} ist von einer Art, deren Grenzwerte nicht bekannt sind; sie wird nicht beurteilt.',
  'link.battery.unknown': 'Die Batterie des Schlosses {lock} ist nicht bekannt.',
  'link.lock.refused': 'Das Schloss {lock} verweigert diesem Konto den Zugriff. Bitten Sie seinen Eigentümer, es wieder freizugeben.',
  'link.lock.unknown': 'Wann das Schloss {lock} zuletzt benutzt wurde, ist nicht bekannt.',
  'link.guest.unknown': 'Ob der Gast den Code kennt, ist nicht bekannt.',
  'link.guest.scheduled': 'Der Gast kennt den Code noch nicht; die Nachricht ist noch nicht fällig.',
  'link.guest.due': 'Die Nachricht mit dem Code ist seit {since} fällig und noch nicht gesendet.',
  'link.guest.not-told': 'Die Nachricht mit dem Code ist seit {since} fällig und wurde nicht gesendet. Teilen Sie dem Gast den Code mit.',
  'link.guest.not-verified': 'Der Gast erfährt den Code, sobald jede Tür ihn hat.',
  'link.guest.unclear': 'Es ist nicht sicher, ob die Nachricht mit dem Code angekommen ist. Sehen Sie in Smoobu nach.',
  'link.guest.cannot-tell':
    'In keiner Nachricht an den Gast steht ein Code, der sicher der richtige ist. Vergewissern Sie sich, dass der Gast den Code kennt.',
  'link.computer.asleep':
    'Dieser Computer war aus oder im Ruhezustand, als die letzten beiden Synchronisierungen fällig waren. Lassen Sie ihn an, oder synchronisieren Sie vor dem Ruhezustand.',
  'link.computer.paused': 'Die Synchronisierung ist pausiert; der Code wird nicht geschrieben. Setzen Sie sie fort.',
  'link.computer.rejected':
    'Smoobu oder The Keys nimmt die gespeicherten Zugangsdaten nicht an; der Code wird nicht geschrieben. Geben Sie sie neu ein.',

  'arrival.what-booking': 'Buchung unklar',
  'arrival.what-code': 'Code nicht bestätigt',
  'arrival.what-no-code': 'noch kein Code',
  'arrival.what-no-code-at': 'kein Code an {missing} von {doors} Türen',
  'arrival.what-gateway': 'Code noch nicht am Schloss',
  'arrival.what-battery': 'Batterie fast leer',
  'arrival.what-lock': 'kein Zugriff auf das Schloss',
  'arrival.what-guest': 'Gast nicht informiert',
  'arrival.what-computer': 'Code nicht geschrieben',
  'arrival.one-today': '{guest} kommt um {time} an: {what}',
  'arrival.one-tomorrow': '{guest} kommt morgen um {time} an: {what}',
  'arrival.one-later': '{guest} kommt {time} an: {what}',
  'arrival.one-arrived': '{guest} kam um {time} an: {what}',
  'arrival.one-staying': '{guest} ist gerade da: {what}',
  'arrival.several-today': {
    one: '{cause}: {count} Gast betroffen, {guest} heute {time}',
    other: '{cause}: {count} Gäste betroffen, als Nächstes {guest} heute {time}',
  },
  'arrival.several-tomorrow': {
    one: '{cause}: {count} Gast betroffen, {guest} morgen {time}',
    other: '{cause}: {count} Gäste betroffen, als Nächstes {guest} morgen {time}',
  },
  'arrival.several-arrived': {
    one: '{cause}: {count} Gast betroffen, {guest}, Anreise war {time}',
    other: '{cause}: {count} Gäste betroffen, zuerst {guest}, Anreise war {time}',
  },
  'arrival.several-staying': {
    one: '{cause}: {count} Gast betroffen, {guest} ist gerade da',
    other: '{cause}: {count} Gäste betroffen, zuerst {guest}, gerade da',
  },
  'arrival.cause-booking': 'Buchung unklar',
  'arrival.cause-code': 'Code nicht bestätigt',
  'arrival.cause-gateway': 'Code noch nicht am Schloss',
  'arrival.cause-battery': 'Batterie fast leer',
  'arrival.cause-lock': 'Kein Zugriff auf das Schloss',
  'arrival.cause-guest': 'Gast nicht informiert',
  'arrival.cause-computer': 'Code nicht geschrieben',
  'arrival.cause-paused': 'Die Synchronisierung ist pausiert',
  'arrival.cause-at': '{cause} ({lock})',
  'attention.call-guest':
    '{unit}: Anreise {time}. Rufen Sie den Gast an, und halten Sie einen Ersatzcode oder die gedruckten Codes bereit.',
  'attention.door-silent':
    'Das Gateway des Schlosses {lock} wurde seit {time} nicht gesehen. Codes, die das Schloss schon hat, funktionieren weiter; neue warten. Starten Sie das Gateway neu.',
  'attention.door-low': 'Die Batterie des Schlosses {lock} ist schwach. Wechseln Sie sie bald.',
  'attention.door-critical': 'Die Batterie des Schlosses {lock} ist fast leer. Wechseln Sie sie jetzt.',
  'tray.door-silent': '{lock}: Gateway stumm',
  'tray.door-battery': '{lock}: Batterie schwach',
  'notice.recovered-door': 'Das Schloss {lock} ist wieder in Ordnung.',
};
