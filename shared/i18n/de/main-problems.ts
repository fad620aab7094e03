/** What went wrong, what it means for guests, and what to do, in German. */
import type { problems as english } from '../en/main-problems.ts';
import type { Translated } from '../message.ts';

export const problems: Translated<typeof english> = {
  // What went wrong in a run.
  // Before the number of a booking, and before the name of a person in its place.
  'name.booking-words': 'Code der Buchung|Code von Buchung|PIN der Buchung|PIN von Buchung|Buchung',
  'name.person-words': 'Code der Person|Code von Person|PIN der Person|PIN von Person|Person',
  'name.guest-words': 'Code von {name}|Code von {name}|PIN von {name}|PIN von {name}|Buchung von {name}',
  'name.quoted': '„{name}“',

  'problem.unmapped':
    'Buchung {booking} (Anreise {arrival}) ist in Unterkunft {unit}, die noch keine Tür hat. Sie bekommt keinen Code, bis Sie eine Tür wählen.',
  'problem.unmapped-kept':
    'Buchung {booking} (Anreise {arrival}) ist in Unterkunft {unit}, die noch keine Tür hat. Der vorhandene Code bleibt und endet am Abreisetag; wählen Sie ihre Tür, oder entfernen Sie den Code von Hand.',
  'problem.unmapped-followed':
    'Buchung {booking} gehört zur Unterkunft {unit}, die keine Tür mehr hat, und ihr Abreisetag hat sich geändert. Ihr vorhandener Code endet jetzt am {until}, zur selben Uhrzeit wie vorher. Ordnen Sie der Unterkunft eine Tür zu, oder entfernen Sie den Code von Hand.',
  'problem.no-unit':
    'Buchung {booking} (Anreise {arrival}) ist in keiner Unterkunft. Sie bekommt keinen Code, bis sie in Smoobu in einer Unterkunft mit Tür steht.',
  'problem.no-unit-kept':
    'Buchung {booking} (Anreise {arrival}) ist in keiner Unterkunft. Der vorhandene Code bleibt, wie er ist; legen Sie die Buchung in Smoobu in eine Unterkunft.',
  'problem.unknown-type':
    'Buchung {booking} ist von einer Art, die Latchkey nicht kennt. Sie bekommt keinen Code; prüfen Sie sie in Smoobu.',
  'problem.unknown-type-kept':
    'Buchung {booking} ist von einer Art, die Latchkey nicht kennt. Ihre Codes bleiben, wie sie sind; prüfen Sie sie in Smoobu.',
  'problem.bad-dates':
    'Buchung {booking} endet, bevor sie beginnt ({arrival} bis {departure}). Für sie wird nichts geändert; korrigieren Sie sie in Smoobu.',
  'problem.night-check-out':
    'Buchung {booking} hat einen Check-out um {says}, also nachts: Gemeint ist die Nacht vor dem Abreisetag, {day}, oder die danach. Ihr Code gilt vorerst bis {until}. Sagen Sie, welche Nacht gemeint ist, oder behalten Sie die übliche Zeit.',
  'problem.same-day-times':
    'Buchung {booking} reist am {day} an und ab, und eine Zeit dafür fehlt. Ihr Code gilt vorerst bis {until}. Wählen Sie die Zeiten, oder tragen Sie beide in Smoobu ein.',
  'problem.same-day-no-code':
    'Buchung {booking} reist am {day} an und ab, und die Zeiten dafür fehlen: Sie bekommt keinen Code, und einer, den sie hat, bleibt, wie er ist. Legen Sie ihre Zeiten fest, oder tragen Sie beide in Smoobu ein.',
  'problem.same-day-asked':
    'Buchung {booking} reist am {day} an und ab, ohne Zeiten, die sagen, wann der Gast hinein darf. Wählen Sie sie, oder tragen Sie beide in Smoobu ein.',
  'problem.own-times-unused':
    'Die Zeiten, die Sie für Buchung {booking} festgelegt haben, passen nicht zu ihren Tagen ({arrival} bis {departure}) und gelten deshalb nicht. Ihr Code gilt bis {until}; legen Sie die Zeiten neu fest.',
  'problem.overlap':
    'In Unterkunft {unit} gilt der Code von Buchung {booking} bis {until}; da gilt der Code von Buchung {other} schon. Dazwischen können beide Gäste die Tür öffnen; wenn das nicht sein darf, ändern Sie die Zeiten oder die Buchungen.',
  'problem.booked-again':
    'Buchung {other} ist storniert oder verschwunden, und Buchung {booking} hat dieselbe Unterkunft, einen gleichen Tag und denselben Gastnamen; sonst sagt nichts, ob es derselbe Gast ist. Die neue Buchung hat einen eigenen Code. Sagen Sie, ob es derselbe Gast ist: Dann bleiben stattdessen der frühere Code und seine PIN. Ohne Antwort verschwindet der frühere Code eine Stunde vor Beginn eines Aufenthalts.',
  'problem.other-pin':
    'Der Gast von Buchung {booking} hatte wahrscheinlich vorher Buchung {other}, die storniert oder verschwunden ist, und kennt vielleicht deren PIN. Jetzt gilt eine andere PIN: Teilen Sie sie dem Gast mit.',
  'problem.own-times-left':
    'Der Gast von Buchung {booking} hatte vorher Buchung {other}, die storniert oder verschwunden ist. Für sie hatten Sie Zeiten festgelegt, die diese Buchung nicht bekommt: Ihre Tage sind andere, der Gast käme weniger lange hinein, oder ein anderer Gast ist da. Es gelten die üblichen Zeiten: Legen Sie die Zeiten noch einmal fest, wenn sie noch stimmen.',
  'problem.no-code-left':
    'Der Gast von Buchung {booking} hatte vorher Buchung {other}, die storniert oder verschwunden ist und für die Sie keinen Code wollten. Diese Buchung bekommt einen Code: Wählen Sie noch einmal „Kein Code“, wenn sich die Unterkunft anders öffnet.',
  'problem.incomplete':
    'Die Liste der Buchungen ist nicht vollständig. Neue Buchungen darin bekommen ihre Codes; entfernt werden nur Codes von Aufenthalten, die lange vorbei sind. Der nächste Lauf liest die Liste neu; das Protokoll sagt, was fehlt.',
  'problem.incomplete-agreed':
    'Die Zahlen in Smoobus Liste der Buchungen stimmen nie, aber zwei Abrufe sind gleich. Neue Buchungen darin bekommen ihre Codes. Ein Code wird nur entfernt, wenn seine Buchung in der Liste und noch einmal einzeln als storniert oder umgezogen gelesen wurde; eine Buchung, die in der Liste fehlt, verliert nichts. Fragen Sie Smoobu, wenn das so bleibt.',
  'problem.booking-row':
    'Smoobus Eintrag zur Buchung {booking} ist nicht lesbar: Ihre Codes bleiben, wie sie sind, und sie bekommt keinen neuen. Prüfen Sie die Daten in Smoobu; reist der Gast bald an, legen Sie einen Code von Hand an.',
  'problem.incomplete-for-a-day':
    'Die Liste der Buchungen ist seit einem Tag unvollständig: Manche Buchungen haben vielleicht keinen Code. Vergleichen Sie die nächsten Anreisen mit Smoobu; das Protokoll sagt, was fehlt.',
  'problem.no-bookings':
    'Smoobu hat keine einzige Buchung geschickt, obwohl Codes für kommende Aufenthalte auf den Schlössern sind. Nichts wird entfernt, bis Sie nachgesehen haben.',
  'problem.missing-once':
    'Smoobu kennt Buchung {booking} nicht mehr. Ihr Code bleibt, bis ein zweiter Blick in zehn Minuten oder später dasselbe sagt.',
  'problem.booking-unread':
    'Buchung {booking} fehlt in der Liste und ließ sich nicht einzeln lesen. Ihr Code bleibt; der nächste Lauf fragt wieder.',
  'problem.not-asked':
    'Buchung {booking} fehlt in der Liste und wurde diesmal nicht abgefragt. Ihr Code bleibt; ein späterer Lauf fragt sie ab.',
  'problem.other-account-smoobu':
    'Der Schlüssel für Smoobu gehört zu einem anderen Konto als dem, dessen Codes auf den Schlössern sind. Codes werden angelegt und verlängert, aber keiner wird entfernt, verkürzt oder verschoben, bis Sie sagen, ob dieses Konto jetzt Ihres ist.',
  'problem.other-account-the-keys':
    'Die Zugangsdaten für The Keys gehören zu einem anderen Konto als dem, dessen Schlösser bisher benutzt wurden. Codes werden angelegt und verlängert, aber keiner wird entfernt, verkürzt oder verschoben, bis Sie sagen, ob dieses Konto jetzt Ihres ist.',
  'problem.wrong-account':
    'Die Zugangsdaten für {cloud} gehören zu einem Konto, das nach Ihrer Angabe nicht Ihres ist. Deshalb wird kein Code geändert, und neue Buchungen bekommen keinen. Geben Sie die Zugangsdaten des bisherigen Kontos ein.',
  'problem.held.someone-may-be-inside':
    'Der Code der Buchung {booking} am Schloss {lock} würde entfernt, aber der Aufenthalt läuft, und es kann jemand drinnen sein. Er funktioniert weiter, bis Sie entscheiden.',
  'problem.held.no-longer-booked':
    'Der Code der Buchung {booking} am Schloss {lock} würde jetzt enden, weil sich die Daten der Buchung geändert haben, aber der Gast kann noch drinnen sein. Er funktioniert weiter, bis Sie entscheiden, bis er endet oder bis der nächste Aufenthalt beginnt.',
  'problem.held.doors-changed':
    'Der Code der Buchung {booking} am Schloss {lock} würde entfernt, weil der Aufenthalt jetzt andere Türen hat, aber der Gast kann noch hinter dieser sein. Er funktioniert weiter, bis Sie entscheiden, bis er endet oder bis der nächste Aufenthalt beginnt.',
  'problem.held.too-many-deletes':
    'Der Code der Buchung {booking} am Schloss {lock} würde entfernt, aber innerhalb eines Tages würden ungewöhnlich viele Codes verschwinden. Er funktioniert weiter, bis Sie entscheiden.',
  'problem.held.clock-stepped':
    'Der Code der Buchung {booking} am Schloss {lock} würde entfernt, aber die Uhr dieses Computers ist gesprungen. Er funktioniert weiter, bis Sie entscheiden.',
  'problem.held.no-bookings':
    'Der Code der Buchung {booking} am Schloss {lock} würde entfernt, aber Smoobu hat gar keine Buchungen geliefert. Er funktioniert weiter, bis Sie entscheiden.',
  'problem.held.bookings-gone':
    'Der Code der Buchung {booking} am Schloss {lock} würde entfernt, aber ungewöhnlich viele Buchungen sind bei Smoobu nicht mehr zu finden. Er funktioniert weiter, bis Sie entscheiden.',
  'problem.held.decision-outdated':
    'Der Code der Buchung {booking} am Schloss {lock} würde entfernt. Sie haben schon über ihn entschieden, aber seitdem hat sich die Buchung geändert. Er funktioniert weiter, bis Sie entscheiden.',
  'problem.code-came-back':
    'Buchung {booking} soll keinen Code haben, hat aber wieder einen auf Schloss {lock}: Jemand hat ihn von Hand angelegt, oder Latchkey auf einem anderen Computer. Er bleibt. Soll er weg, wählen Sie noch einmal „Kein Code“, auch auf dem anderen Computer.',
  'problem.code-kept':
    'Sie haben den Code der Buchung {booking} am Schloss {lock} behalten, obwohl die Buchung storniert oder verschwunden ist. Er funktioniert bis {until}.',
  'problem.code-kept-open':
    'Sie haben den Code der Buchung {booking} am Schloss {lock} behalten, obwohl die Buchung storniert oder verschwunden ist. Er hat kein Ende; entfernen Sie ihn von Hand, wenn er nicht mehr gebraucht wird.',

  'problem.ambiguous-tag':
    'Code {code} auf Schloss {lock} trägt die Kennungen zweier Buchungen. Er wird nicht angerührt; lassen Sie nur eine in seiner Beschreibung stehen.',
  'problem.scheduled-code':
    'Code {code} von Buchung {booking} auf Schloss {lock} hat einen Wochenplan, den Latchkey nie überschreibt. Prüfen Sie von Hand, ob er zum Aufenthalt passt.',
  'problem.unreadable-code':
    'Code {code} von Buchung {booking} auf Schloss {lock} lässt sich nicht korrigieren, weil das Schloss seine PIN nicht sicher nennt. Löschen Sie ihn von Hand, dann wird ein neuer angelegt.',
  'problem.no-free-pin':
    'Für Buchung {booking} ist auf ihren Tastaturen keine PIN frei, deshalb hat sie dort keinen Code. Entfernen Sie alte Codes vom Schloss oder erlauben Sie längere PINs.',
  'problem.own-pin-taken':
    'Die PIN, die Sie für Buchung {booking} gewählt haben, gilt nicht am Schloss {lock}: Ein anderer Code dort hat sie. Wählen Sie eine andere PIN, oder entfernen Sie den anderen Code.',
  'problem.own-pin-unreadable':
    'Die PIN, die Sie für Buchung {booking} gewählt haben, ist nicht lesbar, weil sie mit einem anderen PIN-Schlüssel gespeichert wurde. Codes bleiben, wie sie sind; eine Tür ohne Code bekommt eine zufällige PIN. Wählen Sie die PIN neu, oder sehen Sie nach, welche PIN welche Tür öffnet.',
  'problem.pins-running-out':
    'Zwei Drittel aller PINs dieser Länge sind vergeben. Stellen Sie bald {digits} Ziffern ein: Neue Codes bekommen längere PINs, vorhandene PINs bleiben, wie sie sind.',
  'problem.keypad-full':
    'Die Tastatur an Schloss {lock} ist voll ({codes} von etwa {limit} Codes); Buchung {booking} hat dort deshalb keinen Code. Frühere Anreisen bekommen zuerst einen Platz; löschen Sie in der App von The Keys Codes, die niemand braucht.',
  'problem.keypad-nearly-full':
    'Auf der Tastatur an Schloss {lock} sind {codes} von etwa {limit} Codes. Löschen Sie Codes, die niemand braucht, damit auch späte Buchungen einen bekommen.',
  'problem.waits-for-place':
    'Buchung {booking} reist erst in mehr als zwei Wochen an und hat auf Schloss {lock} noch keinen Code: Auf der Tastatur sind {codes} von etwa {limit} Codes, und die letzten Plätze bleiben für frühere Anreisen frei. Sie bekommt ihren Code, sobald Platz ist.',
  'problem.removed-for-room':
    'Der Code von Buchung {booking} auf Schloss {lock} wurde vorerst entfernt: Die Tastatur ist voll, und Buchung {other} reist früher an. Er wird mit derselben PIN wieder angelegt, sobald Platz ist.',
  'problem.removed-for-room-until':
    'Der Code von Buchung {booking} auf Schloss {lock} wurde vorerst entfernt: Die Tastatur ist voll, und Buchung {other} reist früher an. Er wird mit derselben PIN wieder angelegt, sobald Platz ist, voraussichtlich nach {until}.',
  'problem.person-door-unmapped':
    'Eine Tür von {person} gehört zu keiner Unterkunft mehr. Ein Code dort bleibt, wie er ist. Geben Sie die Tür wieder einer Unterkunft, oder geben Sie {person} eine andere.',
  'problem.different-pins':
    'Buchung {booking} hat nicht auf allen Tastaturen dieselbe PIN. Eine PIN, die der Gast kennen kann, ändert sich nie, außer Sie verlangen eine neue. Sagen Sie dem Gast, welche zu welcher Tür gehört, oder wählen Sie für den Aufenthalt eine neue.',
  'problem.lock-forbidden':
    'Schloss {lock} ist mit diesem Konto nicht zu sehen. Seine Codes werden nicht gepflegt; korrigieren Sie die Türen der Unterkünfte.',
  'problem.cannot-verify':
    'Die neuen Zeiten der Buchung {booking} wurden an Schloss {lock} gesendet, aber The Keys gibt sie in einer Form zurück, die nicht gelesen werden kann. Vergleichen Sie die Zeiten des Codes in der App von The Keys mit dem Aufenthalt.',
  'problem.door-unreadable':
    'Schloss {lock} führt einen Code auf, der nicht gelesen werden kann und zu einer Buchung gehören kann. An einem seiner Keypads wird deshalb nichts geändert, und neue Buchungen bekommen dort keinen Code. Suchen Sie in der App von The Keys nach einem beschädigten Code.',
  'problem.lock-unread':
    'Die Codes von Schloss {lock} konnten {count}-mal hintereinander nicht gelesen werden: {reason}. Dort wird nichts geändert, und neue Buchungen bekommen keinen Code. Prüfen Sie das Schloss in der App von The Keys.',
  'problem.lock-given-up':
    'Schloss {lock}, eine frühere Tür, ist seit sieben Tagen nicht mehr im Konto und verweigert den Zugriff: Es wird nicht mehr gelesen.',
  'problem.lock-given-up-left':
    'Schloss {lock}, eine frühere Tür, ist seit sieben Tagen nicht mehr im Konto und verweigert den Zugriff: Es wird nicht mehr gelesen. Wo es noch in Gebrauch ist, öffnen es vielleicht Codes dieser Buchungen: {bookings}.',
  'problem.switched-off':
    'Der Code der Buchung {booking} am Schloss {lock} ist aus: Jemand hat ihn bei The Keys oder auf einem anderen Computer ausgeschaltet. Der Gast kommt damit nicht hinein, und Latchkey lässt ihn aus. Lassen Sie den Gast wieder hinein, oder lassen Sie den Code aus.',
  'problem.off-after-let-in':
    'Der Code der Buchung {booking} am Schloss {lock} ist aus. Sie haben den Gast wieder hineingelassen, aber Latchkey hat verloren, was es sich davon gemerkt hat: Vielleicht hat jemand den Code seitdem ausgeschaltet. Der Gast kommt damit nicht hinein, und Latchkey lässt ihn aus. Lassen Sie den Gast wieder hinein, oder lassen Sie den Code aus.',
  'problem.blocked':
    'Buchung {booking} ist gesperrt, wie Sie entschieden haben: Ihre Codes sind aus, und sie bekommt keine neuen, bis Sie den Gast wieder hineinlassen.',
  'problem.partly-blocked': 'Ein Code der Buchung {booking} ist aus, wie Sie entschieden haben. Die anderen funktionieren.',
  'problem.still-on':
    'Der Code der Buchung {booking} am Schloss {lock} ist noch an, obwohl Sie den Gast gesperrt haben: Latchkey kann ihn nicht ausschalten. Schalten Sie ihn in der App von The Keys aus, oder löschen Sie ihn dort.',
  'problem.longer-by-hand':
    'Der Code der Buchung {booking} am Schloss {lock} wurde bei The Keys geändert: Er öffnet von {from} bis {until}, länger als der Aufenthalt. So bleibt er, höchstens bis der nächste Aufenthalt der Einheit beginnt und 24 Stunden nach der Abreise.',
  'problem.shorter-by-hand':
    'Der Code der Buchung {booking} am Schloss {lock} wurde bei The Keys geändert: Er öffnet nur von {from} bis {until}, kürzer als der Aufenthalt. So bleibt er.',
  'problem.shut-out-by-hand':
    'Der Code der Buchung {booking} am Schloss {lock} wurde bei The Keys geändert: Er öffnet nur von {from} bis {until}, sodass der Gast nicht die ganze Zeit hineinkommt. So bleibt er, bis Sie die Zeiten der Buchung verwenden.',
  'problem.hand-overruled':
    'Der Code der Buchung {booking} am Schloss {lock} wurde bei The Keys geändert, aber seitdem haben sich die Daten der Buchung selbst geändert: Ihre Zeiten gelten wieder.',
  'problem.hand-usual':
    'Der Code der Buchung {booking} am Schloss {lock} hat bei The Keys oder durch Latchkey auf einem anderen Computer andere Zeiten bekommen, die mit den hier festgelegten nichts gemeinsam haben. Beide gelten nicht: Er gilt zu den üblichen Zeiten, von {from} bis {until}. Legen Sie die Zeiten dieses Aufenthalts nur auf einem Computer fest.',
  'problem.pin-changed-by-hand':
    'Die PIN der Buchung {booking} am Schloss {lock} wurde bei The Keys geändert. Sie bleibt, und die frühere PIN wird für diesen Aufenthalt nicht mehr verwendet. Teilen Sie dem Gast die neue mit.',
  'problem.switched-on':
    'Buchung {booking} ist gesperrt, aber ihr Code am Schloss {lock} wurde bei The Keys oder auf einem anderen Computer eingeschaltet: Der Gast kommt hinein. Lassen Sie den Gast gesperrt, oder lassen Sie ihn hinein.',
  'problem.code-deleted':
    'Jemand hat den Code der Buchung {booking} am Schloss {lock} bei The Keys gelöscht. Er wird mit derselben PIN neu angelegt. Ist die PIN bekannt geworden, wählen Sie eine neue, oder sperren Sie den Gast.',
  'problem.deleted-again':
    'Jemand hat den Code der Buchung {booking} am Schloss {lock} noch einmal gelöscht, oder während er ausgeschaltet war, daher wird er nicht neu angelegt: Der Gast kann diese Tür nicht öffnen. Sperren Sie den Gast, oder lassen Sie den Code neu anlegen.',
  'problem.codes-vanished':
    'Viele Codes am Schloss {lock} fehlen auf einmal, darunter der der Buchung {booking}. Sie werden neu angelegt, wenn die nächste Synchronisierung dasselbe zeigt. Kommen bald Gäste, sehen Sie in der App von The Keys nach dem Schloss.',
  'problem.blocked-guest-returns':
    'Buchung {booking} ist von einem Gast, den Sie früher gesperrt haben. Bis Sie sich entscheiden, bekommt sie keinen Code, und einer von einem anderen Computer ist aus. Ein Code von diesem Computer, oder einer, den seitdem jemand eingeschaltet hat, funktioniert weiter.',
  'problem.shared-pin':
    'Die Codes {code} und {other} am Schloss {lock} haben dieselbe PIN, daher öffnet die PIN der Buchung {booking} die Tür länger als der Aufenthalt. Geben Sie einem von beiden eine andere PIN.',
  'problem.list-failed':
    'Die Codes von Schloss {lock} ließen sich nicht lesen, deshalb wird dort nichts geändert: Neue Buchungen bekommen dort keinen Code, bis ein späterer Lauf es lesen kann. Die anderen Schlösser werden bedient.',

  'problem.write-refused':
    'The Keys hat den Code von Buchung {booking} auf Schloss {lock} mehrmals abgelehnt; verlassen Sie sich dort nicht auf ihn. Der nächste Versuch ist am {until}; legen Sie ihn bis dahin von Hand an oder beheben Sie, was The Keys beanstandet.',
  'problem.note-cut':
    'Die Beschreibung des Codes von Buchung {booking} auf Schloss {lock} war zusammen mit der Buchungsnummer zu lang für The Keys; deshalb wurde ihr Ende abgeschnitten. Der Code funktioniert. Bewahren Sie den Rest Ihrer Notiz an anderer Stelle auf, wenn Sie ihn brauchen.',
  'problem.pin-refused':
    'The Keys lehnt die PIN von Buchung {booking} auf Schloss {lock} ab. Der Gast kennt sie vielleicht schon, deshalb ändert Latchkey sie nicht. Legen Sie dort in der App von The Keys einen Code mit einer anderen PIN an, mit dem Namen des Gastes und dem Anreisetag; der nächste Lauf ordnet ihn der Buchung zu. Sagen Sie dem Gast dann, welche PIN zu welcher Tür gehört.',
  'problem.pin-open':
    'Schloss {lock} hat die PIN von Buchung {booking} abgelehnt; der nächste Lauf versucht es an allen Türen mit einer anderen. Nennen Sie dem Gast keine PIN, solange diese Meldung besteht.',
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
  'problem.unlisted':
    'The Keys hat den Code von Buchung {booking} angenommen, zeigt ihn auf Schloss {lock} aber noch nicht. Verlassen Sie sich nicht darauf; erscheint er nicht innerhalb von fünf Minuten, wird er beim nächsten Lauf neu angelegt.',
  'problem.never-listed':
    'The Keys hat für Buchung {booking} auf Schloss {lock} mehrere Codes angenommen und zeigt keinen davon; weitere werden nicht angelegt. Suchen Sie in der App von The Keys nach Codes mit „{tag}“ in der Beschreibung: Behalten Sie einen, und prüfen Sie, ob er die Tür öffnet, oder legen Sie einen Code von Hand an.',
  'problem.not-confirmed':
    'Der Code dieses Aufenthalts ist auf dem Schloss noch nicht bestätigt. Verlassen Sie sich bis dahin nicht darauf; gleichen Sie jetzt ab, um wieder nachzusehen.',

  'problem.clock-wrong':
    'Die Uhr dieses Computers geht um mehr als zehn Minuten falsch, wie beide Dienste zeigen. Codes werden nach deren Zeit angelegt und verlängert, aber keiner wird entfernt, verkürzt oder verschoben. Stellen Sie die Uhr.',
  'problem.clock-stepped':
    'Die Uhr dieses Computers ist seit dem letzten Lauf gesprungen. Codes werden angelegt und korrigiert, aber keiner wird entfernt, bis Sie nachgesehen haben.',
  'problem.history-unstored.full':
    'Der Datenträger ist voll. Gäste bekommen ihre Codes wie immer; was Läufe tun, bleibt im Arbeitsspeicher und wird gespeichert, sobald wieder Platz ist. Schaffen Sie Platz.',
  'problem.history-unstored.read-only':
    'Latchkey darf nicht in seinen Ordner schreiben. Gäste bekommen ihre Codes wie immer; was Läufe tun, bleibt im Arbeitsspeicher und wird gespeichert, sobald das wieder geht. Machen Sie den Ordner beschreibbar.',
  'problem.history-unstored.failing':
    'Der Datenträger nimmt nicht an, was Latchkey speichert. Gäste bekommen ihre Codes wie immer; was Läufe tun, bleibt im Arbeitsspeicher und wird gespeichert, sobald das wieder geht. Prüfen Sie den Datenträger.',
  'problem.wishes-recovered':
    'Die Datei mit Ihren eigenen Entscheidungen war beschädigt, und ihre letzte gute Kopie wird verwendet. Eigene Zeiten, eigene PINs, Personen und Notizen können älter sein als Ihre letzte Entscheidung: Prüfen Sie sie. Codes, die auf den Schlössern ausgeschaltet sind, bleiben aus; sperren Sie Gäste noch einmal, die noch keinen Code haben.',
  'problem.wishes-lost':
    'Die Datei mit Ihren eigenen Entscheidungen war beschädigt und hat keine Kopie: Eigene Zeiten, eigene PINs, Personen und Notizen sind verloren, und die Codes folgen den Buchungen. Stellen Sie eine Sicherung wieder her, oder geben Sie sie noch einmal ein. Codes, die auf den Schlössern ausgeschaltet sind, bleiben aus; sperren Sie Gäste noch einmal, die noch keinen Code haben.',
  'problem.mapping-unconfirmed':
    'Die Einstellungsdatei war beschädigt, und die letzte gute Kopie wird verwendet. Gäste bekommen ihre Codes wie immer, aber kein Code wird entfernt, verkürzt oder verschoben, bis Sie Unterkünfte und Türen geprüft und gespeichert haben.',
  'problem.mapping-lost':
    'Keine Unterkunft hat mehr eine Tür, deshalb wurde nichts geschrieben: Neue Buchungen bekommen keinen Code, bis Sie die Türen wieder wählen oder eine Sicherung wiederherstellen.',
  'problem.cloud-paused':
    '{cloud} hat gebeten, vor {until} nicht angefragt zu werden. Bis dahin bleiben die Codes, wie sie sind, und neue Buchungen erhalten keinen. Für eine Ankunft innerhalb von zwei Stunden ohne bestätigten Code fragt Latchkey trotzdem einmal an, ebenso „Jetzt synchronisieren“.',
  'problem.no-sync':
    'Seit {since} ist keine Synchronisierung gelungen: Die Codes auf den Schlössern bleiben, wie sie sind, und neue Buchungen bekommen bis dahin keinen.',
  'problem.watchdog.unheard':
    'Der Überwachungsdienst hat das letzte Lebenszeichen nicht gezählt. Bleibt das so, meldet er Latchkey als ausgefallen, obwohl es läuft. Wenn das nächste ankommt, ist nichts zu tun.',
  'problem.watchdog.refused':
    'Der Überwachungsdienst hat das letzte Lebenszeichen nicht angenommen und meldet Latchkey womöglich als ausgefallen, obwohl es läuft. Prüfen Sie dort die Adresse und speichern Sie sie neu mit „latchkey credentials set watchdog“.',
  'problem.watchdog.unreadable':
    'Die Adresse des Überwachungsdienstes ließ sich nicht aus dem Schlüsselbund lesen, deshalb wurde ihm nichts gesendet. Entsperren Sie den Schlüsselbund oder speichern Sie die Adresse neu mit „latchkey credentials set watchdog“.',
  'problem.sync-crashed':
    'Die Synchronisierung wurde durch einen Fehler in Latchkey beendet. Was sie getan hatte, bleibt, und die nächste macht dort weiter. Wenn es wieder passiert, schicken Sie die Diagnose aus den Einstellungen.',

  // Why a cloud or the keychain cannot be used.
  'failure.credentials-missing': 'Für {cloud} sind keine Zugangsdaten gespeichert. Die Codes bleiben, wie sie sind, bis Sie es verbinden.',
  'failure.credentials-rejected':
    '{cloud} nimmt die Zugangsdaten nicht an. Die Codes bleiben, wie sie sind, und neue Buchungen bekommen bis dahin keinen: Korrigieren Sie sie, oder warten Sie: Latchkey versucht es von selbst erneut, nach 15 Minuten, nach einer Stunde und dann alle sechs Stunden.',
  'failure.forbidden':
    '{cloud} hat den Zugriff verweigert: Dieses Konto darf das nicht sehen oder ändern, oder die Verbindung wird unterwegs gesperrt. Die Codes bleiben, wie sie sind; prüfen Sie das Konto.',
  'failure.not-found': '{cloud} kannte nicht, wonach gefragt wurde. Die Codes bleiben, wie sie sind; prüfen Sie Unterkünfte und Türen.',
  'failure.refused':
    '{cloud} hat die Anfrage abgelehnt. Die Codes bleiben, wie sie sind; versuchen Sie es noch einmal und sehen Sie ins Protokoll, wenn es so bleibt.',
  'failure.unreachable': '{cloud} ist nicht erreichbar. Die Codes bleiben, wie sie sind; der nächste Lauf versucht es wieder.',
  'failure.timeout': '{cloud} hat nicht rechtzeitig geantwortet. Die Codes bleiben, wie sie sind; der nächste Lauf versucht es wieder.',
  'failure.rate-limited': '{cloud} hat um eine Pause gebeten. Die Codes bleiben, wie sie sind; der nächste Lauf versucht es wieder.',
  'failure.server-error': '{cloud} hat selbst eine Störung. Die Codes bleiben, wie sie sind; der nächste Lauf versucht es wieder.',
  'failure.bad-response':
    '{cloud} hat eine Antwort geschickt, die keinen Sinn ergibt. Die Codes bleiben, wie sie sind; der nächste Lauf versucht es wieder.',
  'failure.clock-skew':
    'Die Uhr dieses Computers weicht zu sehr von der von {cloud} ab. Stellen Sie sie richtig; bis dahin bekommen neue Buchungen keinen Code.',
  'failure.aborted':
    'Der Lauf wurde abgebrochen, bevor {cloud} geantwortet hatte. Die Codes bleiben, wie sie sind; der nächste Lauf macht weiter.',

  'keychain-missing.linux':
    'Es gibt keinen Schlüsselbund: Installieren Sie libsecret (Debian: libsecret-1-0) und gnome-keyring oder KWallet, und melden Sie sich am Desktop an. Auf einem Rechner ohne Schlüsselbund geben Sie die Zugangsdaten über die Umgebung (LATCHKEY_…) mit.',
  'keychain-missing.mac':
    'Der Schlüsselbund von macOS ließ sich nicht nutzen: Installieren Sie Latchkey neu, und starten Sie es als der angemeldete Benutzer. Auf einem Rechner ohne Schlüsselbund geben Sie die Zugangsdaten über die Umgebung (LATCHKEY_…) mit.',
  'keychain-missing.windows':
    'Die Anmeldeinformationsverwaltung von Windows ließ sich nicht nutzen: Installieren Sie Latchkey neu, und sehen Sie nach, ob ihr Dienst läuft. Auf einem Rechner ohne sie geben Sie die Zugangsdaten über die Umgebung (LATCHKEY_…) mit.',
  'keychain-locked.linux':
    'Der Schlüsselbund ist gesperrt oder hat den Eintrag verloren: Melden Sie sich am Desktop an und entsperren Sie den Anmelde-Schlüsselbund; wenn nichts hilft, speichern Sie die Zugangsdaten noch einmal.',
  'keychain-locked.mac':
    'Der Schlüsselbund ist gesperrt oder hat den Eintrag verloren: Entsperren Sie ihn in der Schlüsselbundverwaltung und erlauben Sie Latchkey den Zugriff; wenn nichts hilft, speichern Sie die Zugangsdaten noch einmal.',
  'keychain-locked.windows':
    'Die Anmeldeinformationsverwaltung hat nicht geantwortet oder den Eintrag verloren: Melden Sie sich bei Windows an; wenn nichts hilft, speichern Sie die Zugangsdaten noch einmal.',
  'keychain-failed.linux':
    'Der Schlüsselbund hat abgelehnt: Öffnen Sie das Schlüsselbundprogramm Ihres Desktops, sehen Sie nach, ob es funktioniert, und versuchen Sie es noch einmal; wenn nichts hilft, speichern Sie die Zugangsdaten noch einmal.',
  'keychain-failed.mac':
    'Der Schlüsselbund hat abgelehnt: Öffnen Sie die Schlüsselbundverwaltung, sehen Sie nach, ob der Schlüsselbund „Anmeldung“ funktioniert, und versuchen Sie es noch einmal; wenn nichts hilft, speichern Sie die Zugangsdaten noch einmal.',
  'keychain-failed.windows':
    'Die Anmeldeinformationsverwaltung hat abgelehnt: Öffnen Sie sie in der Systemsteuerung, sehen Sie nach, ob sie funktioniert, und versuchen Sie es noch einmal; wenn nichts hilft, speichern Sie die Zugangsdaten noch einmal.',
};
