/** What went wrong in a run, in German. */
import type { problems as english } from '../en/main-problems.ts';
import type { Translated } from '../message.ts';

export const problems: Translated<typeof english> = {
  'name.quoted': '„{name}“',

  'problem.unmapped':
    'Buchung {booking} (Anreise {arrival}) ist in Unterkunft {unit}, der keine Tür zugeordnet ist. Sie bekommt keinen Code, bis die Unterkunft zugeordnet ist.',
  'problem.unmapped-kept':
    'Buchung {booking} (Anreise {arrival}) ist in Unterkunft {unit}, der keine Tür zugeordnet ist. Der vorhandene Code bleibt, wie er ist; ordnen Sie die Unterkunft zu, oder entfernen Sie den Code von Hand.',
  'problem.no-unit':
    'Buchung {booking} (Anreise {arrival}) ist in keiner Unterkunft. Sie bekommt keinen Code, bis sie in Smoobu in einer zugeordneten Unterkunft steht.',
  'problem.no-unit-kept':
    'Buchung {booking} (Anreise {arrival}) ist in keiner Unterkunft. Der vorhandene Code bleibt, wie er ist; legen Sie die Buchung in Smoobu in eine Unterkunft.',
  'problem.unknown-type':
    'Buchung {booking} ist von einer Art, die Latchkey nicht kennt. Sie bekommt keinen Code; prüfen Sie sie in Smoobu.',
  'problem.unknown-type-kept':
    'Buchung {booking} ist von einer Art, die Latchkey nicht kennt. Ihre Codes bleiben, wie sie sind; prüfen Sie sie in Smoobu.',
  'problem.bad-dates':
    'Buchung {booking} endet, bevor sie beginnt ({arrival} bis {departure}). Für sie wird nichts geändert; korrigieren Sie sie in Smoobu.',
  'problem.overlap':
    'In Unterkunft {unit} gilt der Code von Buchung {booking} bis {until}; da gilt der Code von Buchung {other} schon. Dazwischen können beide Gäste die Tür öffnen; wenn das nicht sein darf, ändern Sie die Zeiten oder die Buchungen.',
  'problem.incomplete':
    'Die Liste der Buchungen ist nicht vollständig. Neue Buchungen darin bekommen ihre Codes; entfernt werden nur Codes von Aufenthalten, die lange vorbei sind. Der nächste Lauf liest die Liste neu; das Protokoll sagt, was fehlt.',
  'problem.no-bookings':
    'Smoobu hat keine einzige Buchung geschickt, obwohl Codes für kommende Aufenthalte auf den Schlössern sind. Nichts wird entfernt, bis Sie nachgesehen haben.',
  'problem.missing-once':
    'Smoobu kennt Buchung {booking} nicht mehr. Ihr Code bleibt, bis ein zweiter Blick in zehn Minuten oder später dasselbe sagt.',
  'problem.booking-unread':
    'Buchung {booking} fehlt in der Liste und ließ sich nicht einzeln lesen. Ihr Code bleibt; der nächste Lauf fragt wieder.',
  'problem.not-asked':
    'Buchung {booking} fehlt in der Liste und wurde diesmal nicht abgefragt. Ihr Code bleibt; ein späterer Lauf fragt sie ab.',

  'problem.ambiguous-tag':
    'Code {code} auf Schloss {lock} trägt die Kennungen zweier Buchungen. Er wird nicht angerührt; lassen Sie nur eine in seiner Beschreibung stehen.',
  'problem.scheduled-code':
    'Code {code} von Buchung {booking} auf Schloss {lock} hat einen Wochenplan, den Latchkey nie überschreibt. Prüfen Sie von Hand, ob er zum Aufenthalt passt.',
  'problem.unreadable-code':
    'Code {code} von Buchung {booking} auf Schloss {lock} lässt sich nicht korrigieren, weil das Schloss seine PIN nicht sicher nennt. Löschen Sie ihn von Hand, dann wird ein neuer angelegt.',
  'problem.no-free-pin':
    'Für Buchung {booking} ist auf ihren Tastaturen keine PIN frei, deshalb hat sie dort keinen Code. Entfernen Sie alte Codes vom Schloss oder erlauben Sie längere PINs.',
  'problem.different-pins':
    'Buchung {booking} hat nicht auf allen Tastaturen dieselbe PIN, und eine vorhandene PIN wird nie geändert. Sagen Sie dem Gast, welche zu welcher Tür gehört.',
  'problem.lock-forbidden':
    'Schloss {lock} ist mit diesem Konto nicht zu sehen. Seine Codes werden nicht gepflegt; korrigieren Sie die Zuordnung.',
  'problem.list-failed':
    'Die Codes von Schloss {lock} ließen sich nicht lesen, deshalb wird dort nichts geändert: Neue Buchungen bekommen dort keinen Code, bis ein späterer Lauf es lesen kann. Die anderen Schlösser werden bedient.',

  'problem.write.create':
    'Der Code von Buchung {booking} ließ sich auf Schloss {lock} nicht anlegen: {reason}. Der Gast kann diese Tür damit noch nicht öffnen; der nächste Lauf versucht es wieder.',
  'problem.write.update':
    'Der Code von Buchung {booking} ließ sich auf Schloss {lock} nicht ändern: {reason}. Er öffnet vielleicht zu falschen Zeiten; der nächste Lauf versucht es wieder.',
  'problem.write.adopt':
    'Der Code von Buchung {booking} ließ sich auf Schloss {lock} nicht übernehmen: {reason}. Er funktioniert wie bisher; der nächste Lauf versucht es wieder.',
  'problem.write.move':
    'Der Code von Buchung {booking} ließ sich auf Schloss {lock} nicht umziehen: {reason}. Verlassen Sie sich noch nicht darauf; der nächste Lauf versucht es wieder.',
  'problem.write.delete':
    'Der Code von Buchung {booking} ließ sich auf Schloss {lock} nicht entfernen: {reason}. Er öffnet die Tür vielleicht noch; der nächste Lauf versucht es wieder.',
  'reason.refused': 'The Keys hat es abgelehnt',
  'reason.forbidden': 'dieses Konto darf das Schloss nicht ändern',
  'reason.credentials': 'The Keys nimmt die Zugangsdaten nicht an',
  'reason.aborted': 'der Lauf wurde abgebrochen',
  'reason.unreachable': 'The Keys war nicht erreichbar',
  'reason.rate-limited': 'The Keys hat um eine Pause gebeten',
  'reason.not-found': 'The Keys kennt dieses Schloss oder diese Tastatur nicht',
  'reason.fault': 'The Keys hat selbst eine Störung',

  'problem.unverified.missing':
    'Der Code von Buchung {booking} wurde geschrieben, ist aber nicht auf Schloss {lock}. Verlassen Sie sich noch nicht darauf; der nächste Lauf legt ihn neu an.',
  'problem.unverified.differs':
    'Der Code von Buchung {booking} steht auf Schloss {lock} mit einer anderen PIN oder einem anderen Zeitraum als gesendet. Verlassen Sie sich noch nicht darauf; der nächste Lauf sieht wieder nach.',
  'problem.unverified.still-there':
    'Der Code von Buchung {booking} wurde entfernt, ist aber noch auf Schloss {lock}. Er öffnet die Tür vielleicht noch; der nächste Lauf versucht es wieder.',
  'problem.unverified.unread':
    'Der Code von Buchung {booking} auf Schloss {lock} wurde geschrieben, ließ sich aber nicht zurücklesen. Verlassen Sie sich noch nicht darauf; der nächste Lauf sieht wieder nach.',
  'problem.unverified.unread-removal':
    'Der Code von Buchung {booking} auf Schloss {lock} wurde entfernt, aber das Schloss ließ sich danach nicht lesen. Er öffnet die Tür vielleicht noch; der nächste Lauf sieht wieder nach.',
  'problem.not-confirmed':
    'Der Code dieses Aufenthalts ist auf dem Schloss noch nicht bestätigt. Verlassen Sie sich bis dahin nicht darauf; gleichen Sie jetzt ab, um wieder nachzusehen.',

  'problem.clock-stepped':
    'Die Uhr dieses Computers ist seit dem letzten Lauf gesprungen. Codes werden angelegt und korrigiert, aber keiner wird entfernt, bis Sie nachgesehen haben.',
};
