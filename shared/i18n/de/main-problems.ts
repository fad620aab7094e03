/** What went wrong, what it means for guests, and what to do, in German. */
import type { problems as english } from '../en/main-problems.ts';
import type { Translated } from '../message.ts';

export const problems: Translated<typeof english> = {
  // What went wrong in a run.
  // Before the number of a booking, and before the name of a person in its place.
  'name.booking-words': 'Code der Buchung|PIN der Buchung|Der Gast der Buchung|Buchung',
  'name.person-words': 'Code der Person|PIN der Person|Person|Person',
  'name.guest-words': 'Code von {name}|PIN von {name}|{name}|Buchung von {name}',
  'name.quoted': '„{name}“',

  'problem.unmapped':
    'Die Buchung {booking} (Anreise {arrival}) ist in der Unterkunft {unit}, die noch keine Tür hat. Es gibt keinen Code, bis Sie eine Tür wählen.',
  'problem.unmapped-kept':
    'Die Buchung {booking} (Anreise {arrival}) ist in der Unterkunft {unit}, die noch keine Tür hat. Der vorhandene Code bleibt und endet am Abreisetag; wählen Sie die Tür der Unterkunft, oder löschen Sie den Code von Hand.',
  'problem.unmapped-followed':
    'Die Buchung {booking} ist in der Unterkunft {unit}, die keine Tür mehr hat, und ihr Abreisetag hat sich geändert. Der vorhandene Code endet jetzt am {until}, zur selben Uhrzeit wie vorher. Wählen Sie eine Tür für die Unterkunft, oder löschen Sie den Code von Hand.',
  'problem.no-unit':
    'Die Buchung {booking} (Anreise {arrival}) hat keine Unterkunft. Sie bekommt keinen Code, bis Sie ihr in Smoobu eine Unterkunft mit Tür geben.',
  'problem.no-unit-kept':
    'Die Buchung {booking} (Anreise {arrival}) hat keine Unterkunft. Der vorhandene Code bleibt, wie er ist; geben Sie der Buchung in Smoobu eine Unterkunft.',
  'problem.unknown-type':
    'Die Buchung {booking} ist von einer Art, die Latchkey nicht kennt. Sie bekommt keinen Code; prüfen Sie sie in Smoobu.',
  'problem.unknown-type-kept':
    'Die Buchung {booking} ist von einer Art, die Latchkey nicht kennt. Die Codes bleiben, wie sie sind; prüfen Sie sie in Smoobu.',
  'problem.bad-dates':
    'Die Buchung {booking} endet, bevor sie beginnt ({arrival} bis {departure}). Die Codes bleiben, wie sie sind; korrigieren Sie sie in Smoobu.',
  'problem.night-check-out':
    'Die Buchung {booking} hat einen Check-out um {says}, also nachts: Gemeint ist die Nacht vor dem Abreisetag, {day}, oder die danach. Der Code gilt vorerst bis {until}. Geben Sie an, welche Nacht gemeint ist, oder behalten Sie die übliche Zeit.',
  'problem.same-day-times':
    'Bei der Buchung {booking} sind An- und Abreise am {day}, und eine Zeit dafür fehlt. Der Code gilt vorerst bis {until}. Wählen Sie die Zeiten, oder tragen Sie beide in Smoobu ein.',
  'problem.same-day-no-code':
    'Bei der Buchung {booking} sind An- und Abreise am {day}, und die Zeiten dafür fehlen: Sie bekommt keinen Code, und einer, den sie hat, bleibt, wie er ist. Legen Sie ihre Zeiten fest, oder tragen Sie beide in Smoobu ein.',
  'problem.same-day-asked':
    'Bei der Buchung {booking} sind An- und Abreise am {day}, ohne Zeiten, die sagen, wann der Gast hinein darf. Wählen Sie sie, oder tragen Sie beide in Smoobu ein.',
  'problem.own-times-unused':
    'Die Zeiten, die Sie für die Buchung {booking} festgelegt haben, passen nicht zu ihren Tagen ({arrival} bis {departure}) und gelten deshalb nicht. Der Code gilt bis {until}; legen Sie die Zeiten neu fest.',
  'problem.overlap':
    'In der Unterkunft {unit} gilt der Code der Buchung {booking} bis {until}; da gilt der Code der Buchung {other} schon. Dazwischen können beide Gäste die Tür öffnen; wenn das nicht sein darf, ändern Sie die Zeiten oder die Buchungen.',
  'problem.booked-again':
    'Die Buchung {other} ist storniert oder nicht mehr da, und die Buchung {booking} hat dieselbe Unterkunft, einen gemeinsamen Tag und denselben Gastnamen; sonst sagt nichts, ob es derselbe Gast ist. Die neue Buchung hat einen eigenen Code. Geben Sie an, ob es derselbe Gast ist: Dann bleiben stattdessen der frühere Code und seine PIN. Ohne Antwort wird der frühere Code eine Stunde vor Beginn eines Aufenthalts gelöscht.',
  'problem.other-pin':
    'Der Gast der Buchung {booking} hatte wahrscheinlich vorher die Buchung {other}, die storniert oder nicht mehr da ist, und kennt vielleicht deren PIN. Jetzt gilt eine andere PIN: Teilen Sie sie dem Gast mit.',
  'problem.own-times-left':
    'Der Gast der Buchung {booking} hatte vorher die Buchung {other}, die storniert oder nicht mehr da ist. Für sie hatten Sie Zeiten festgelegt, die diese Buchung nicht bekommt: Die Tage sind andere, der Gast käme weniger lange hinein, oder ein anderer Gast ist da. Es gelten die üblichen Zeiten: Legen Sie die Zeiten noch einmal fest, wenn sie noch stimmen.',
  'problem.no-code-left':
    'Der Gast der Buchung {booking} hatte vorher die Buchung {other}, die storniert oder nicht mehr da ist und für die Sie keinen Code wollten. Diese Buchung bekommt einen Code: Wählen Sie noch einmal „Kein Code“, wenn sich die Unterkunft anders öffnet.',
  'problem.incomplete':
    'Die Liste der Buchungen ist unvollständig. Neue Buchungen darin bekommen ihre Codes, und gelöscht werden nur Codes von Aufenthalten, die lange vorbei sind. Die nächste Synchronisierung liest die Liste neu; im Protokoll steht, was fehlt.',
  'problem.incomplete-agreed':
    'Die Zahlen in der Buchungsliste von Smoobu stimmen nie, aber zwei Abrufe sind gleich. Neue Buchungen darin bekommen ihre Codes. Ein Code wird nur gelöscht, wenn seine Buchung in der Liste und noch einmal einzeln als storniert oder verschoben gelesen wurde; eine Buchung, die in der Liste fehlt, verliert nichts. Fragen Sie Smoobu, wenn das so bleibt.',
  'problem.booking-row':
    'Der Eintrag von Smoobu für die Buchung {booking} ist nicht lesbar: Die Codes bleiben, wie sie sind, und die Buchung bekommt keinen neuen. Prüfen Sie die Daten in Smoobu; reist der Gast bald an, legen Sie einen Code von Hand an.',
  'problem.incomplete-for-a-day':
    'Die Liste der Buchungen ist seit einem Tag unvollständig: Manche Buchungen haben vielleicht keinen Code. Vergleichen Sie die nächsten Anreisen mit Smoobu; im Protokoll steht, was fehlt.',
  'problem.no-bookings':
    'Smoobu hat keine Buchungen geliefert, obwohl an den Schlössern Codes für kommende Aufenthalte sind. Nichts wurde gelöscht, und ohne Ihre Zustimmung wird nichts gelöscht.',
  'problem.missing-once':
    'Die Buchung {booking} ist nicht mehr in Smoobu. Der Code bleibt, bis eine zweite Prüfung, mindestens zehn Minuten später, das bestätigt.',
  'problem.booking-unread':
    'Die Buchung {booking} fehlt in der Liste und war einzeln nicht lesbar. Der Code bleibt; die nächste Synchronisierung versucht es wieder.',
  'problem.not-asked':
    'Die Buchung {booking} fehlt in der Liste und wurde diesmal nicht einzeln geprüft. Der Code bleibt; eine spätere Synchronisierung prüft sie.',
  'problem.other-account-smoobu':
    'Der Schlüssel für Smoobu gehört zu einem anderen Konto als dem, dessen Codes an den Schlössern sind. Codes werden angelegt und verlängert, aber keiner wird gelöscht, verkürzt oder verschoben, bis Sie angeben, ob dieses Konto jetzt Ihres ist.',
  'problem.other-account-the-keys':
    'Die Zugangsdaten für The Keys gehören zu einem anderen Konto als dem, dessen Schlösser bisher benutzt wurden. Codes werden angelegt und verlängert, aber keiner wird gelöscht, verkürzt oder verschoben, bis Sie angeben, ob dieses Konto jetzt Ihres ist.',
  'problem.wrong-account':
    'Die Zugangsdaten für {cloud} gehören zu einem Konto, das nach Ihrer Angabe nicht Ihres ist. Deshalb wird kein Code geändert, und neue Buchungen bekommen keinen. Geben Sie die Zugangsdaten des bisherigen Kontos ein.',
  'problem.held.someone-may-be-inside':
    'Der Code der Buchung {booking} am Schloss {lock} würde gelöscht, aber der Aufenthalt läuft, und es kann jemand drinnen sein. Er funktioniert weiter, bis Sie entscheiden.',
  'problem.held.no-longer-booked':
    'Der Code der Buchung {booking} am Schloss {lock} würde jetzt enden, weil sich die Daten der Buchung geändert haben, aber der Gast ist vielleicht noch drinnen. Er funktioniert weiter, bis Sie entscheiden, bis er endet oder bis der nächste Aufenthalt beginnt.',
  'problem.held.doors-changed':
    'Der Code der Buchung {booking} am Schloss {lock} würde gelöscht, weil der Aufenthalt jetzt andere Türen hat, aber der Gast ist vielleicht noch hinter dieser Tür. Er funktioniert weiter, bis Sie entscheiden, bis er endet oder bis der nächste Aufenthalt beginnt.',
  'problem.held.too-many-deletes':
    'Der Code der Buchung {booking} am Schloss {lock} würde gelöscht, aber innerhalb eines Tages würden ungewöhnlich viele Codes verschwinden. Er funktioniert weiter, bis Sie entscheiden.',
  'problem.held.clock-stepped':
    'Der Code der Buchung {booking} am Schloss {lock} würde gelöscht, aber die Uhr dieses Computers ist gesprungen. Er funktioniert weiter, bis Sie entscheiden.',
  'problem.held.no-bookings':
    'Der Code der Buchung {booking} am Schloss {lock} würde gelöscht, aber Smoobu hat gar keine Buchungen geliefert. Er funktioniert weiter, bis Sie entscheiden.',
  'problem.held.bookings-gone':
    'Der Code der Buchung {booking} am Schloss {lock} würde gelöscht, aber ungewöhnlich viele Buchungen sind bei Smoobu nicht mehr zu finden. Er funktioniert weiter, bis Sie entscheiden.',
  'problem.held.decision-outdated':
    'Der Code der Buchung {booking} am Schloss {lock} würde gelöscht. Sie haben schon über ihn entschieden, aber seitdem hat sich die Buchung geändert. Er funktioniert weiter, bis Sie entscheiden.',
  'problem.code-came-back':
    'Die Buchung {booking} soll keinen Code haben, hat aber wieder einen am Schloss {lock}: Jemand hat ihn von Hand angelegt, oder Latchkey auf einem anderen Computer. Er bleibt. Soll er weg, wählen Sie noch einmal „Kein Code“, auch auf dem anderen Computer.',
  'problem.code-kept':
    'Sie haben den Code der Buchung {booking} am Schloss {lock} behalten, obwohl die Buchung storniert oder nicht mehr da ist. Er funktioniert bis {until}.',
  'problem.code-kept-open':
    'Sie haben den Code der Buchung {booking} am Schloss {lock} behalten, obwohl die Buchung storniert oder nicht mehr da ist. Er hat kein Ende; löschen Sie ihn von Hand, wenn er nicht mehr gebraucht wird.',

  'problem.ambiguous-tag':
    'Code {code} am Schloss {lock} trägt die Kennungen zweier Buchungen. Er wird nicht geändert; lassen Sie nur eine in seiner Beschreibung stehen.',
  'problem.scheduled-code':
    'Code {code} der Buchung {booking} am Schloss {lock} hat einen Wochenplan, den Latchkey nie überschreibt. Prüfen Sie, ob er zum Aufenthalt passt.',
  'problem.unreadable-code':
    'Code {code} der Buchung {booking} am Schloss {lock} lässt sich nicht korrigieren, weil seine PIN nicht sicher lesbar ist. Löschen Sie ihn von Hand, dann wird ein neuer angelegt.',
  'problem.no-free-pin':
    'Für die Buchung {booking} ist auf ihren Tastenfeldern keine PIN frei, deshalb hat sie dort keinen Code. Löschen Sie alte Codes vom Schloss, oder erlauben Sie längere PINs.',
  'problem.own-pin-taken':
    'Die PIN, die Sie für die Buchung {booking} gewählt haben, gilt nicht am Schloss {lock}: Ein anderer Code dort hat sie. Wählen Sie eine andere PIN, oder löschen Sie den anderen Code.',
  'problem.own-pin-unreadable':
    'Die PIN, die Sie für die Buchung {booking} gewählt haben, ist nicht lesbar, weil sie mit einem anderen PIN-Schlüssel gespeichert wurde. Codes bleiben, wie sie sind; eine Tür ohne Code bekommt eine zufällige PIN. Wählen Sie die PIN neu, oder sehen Sie nach, welche PIN welche Tür öffnet.',
  'problem.pins-running-out':
    'Zwei Drittel aller PINs dieser Länge sind vergeben. Stellen Sie bald {digits} Ziffern ein: Neue Codes bekommen längere PINs, vorhandene PINs bleiben, wie sie sind.',
  'problem.keypad-full':
    'Das Tastenfeld am Schloss {lock} ist voll ({codes} von etwa {limit} Codes); die Buchung {booking} hat dort deshalb keinen Code. Frühere Anreisen bekommen zuerst einen Platz; löschen Sie in der App von The Keys Codes, die niemand braucht.',
  'problem.keypad-nearly-full':
    'Auf dem Tastenfeld am Schloss {lock} sind {codes} von etwa {limit} Codes. Löschen Sie Codes, die niemand braucht, damit auch späte Buchungen einen bekommen.',
  'problem.waits-for-place':
    'Die Buchung {booking} hat am Schloss {lock} noch keinen Code, denn ihre Anreise ist erst in mehr als zwei Wochen: Auf dem Tastenfeld sind {codes} von etwa {limit} Codes, und die letzten Plätze bleiben für frühere Anreisen frei. Sie bekommt ihren Code, sobald Platz ist.',
  'problem.removed-for-room':
    'Der Code der Buchung {booking} am Schloss {lock} wurde vorerst gelöscht: Das Tastenfeld ist voll, und die Buchung {other} beginnt früher. Er wird mit derselben PIN wieder angelegt, sobald Platz ist.',
  'problem.removed-for-room-until':
    'Der Code der Buchung {booking} am Schloss {lock} wurde vorerst gelöscht: Das Tastenfeld ist voll, und die Buchung {other} beginnt früher. Er wird mit derselben PIN wieder angelegt, sobald Platz ist, voraussichtlich nach dem {until}.',
  'problem.person-door-unmapped':
    'Eine Tür von {person} gehört zu keiner Unterkunft mehr. Ein Code dort bleibt, wie er ist. Geben Sie die Tür wieder einer Unterkunft, oder geben Sie {person} eine andere.',
  'problem.different-pins':
    'Die Buchung {booking} hat an verschiedenen Türen verschiedene PINs. Eine PIN, die der Gast kennen kann, ändert sich nie, außer Sie verlangen eine neue. Teilen Sie dem Gast mit, welche PIN zu welcher Tür gehört, oder wählen Sie für den Aufenthalt eine neue.',
  'problem.lock-forbidden':
    'Das Schloss {lock} ist mit diesem Konto nicht zu sehen, deshalb werden seine Codes nicht aktualisiert. Korrigieren Sie die Türen der Unterkünfte.',
  'problem.cannot-verify':
    'Die neuen Zeiten der Buchung {booking} wurden an das Schloss {lock} gesendet, aber The Keys gibt sie in einer Form zurück, die nicht lesbar ist. Vergleichen Sie die Zeiten des Codes in der App von The Keys mit dem Aufenthalt.',
  'problem.door-unreadable':
    'Am Schloss {lock} ist ein Code nicht lesbar, der zu einer Buchung gehören kann. An einem seiner Tastenfelder wird deshalb nichts geändert, und neue Buchungen bekommen dort keinen Code. Suchen Sie in der App von The Keys nach einem beschädigten Code.',
  'problem.lock-unread':
    'Die Codes des Schlosses {lock} konnten {count}-mal hintereinander nicht gelesen werden: {reason}. Dort wird nichts geändert, und neue Buchungen bekommen dort keinen Code. Prüfen Sie das Schloss in der App von The Keys.',
  'problem.lock-given-up':
    'Das Schloss {lock}, eine frühere Tür, ist seit sieben Tagen nicht mehr im Konto und verweigert den Zugriff: Es wird nicht mehr gelesen.',
  'problem.lock-given-up-left':
    'Das Schloss {lock}, eine frühere Tür, ist seit sieben Tagen nicht mehr im Konto und verweigert den Zugriff: Es wird nicht mehr gelesen. Ist es noch in Gebrauch, öffnen es vielleicht Codes dieser Buchungen: {bookings}.',
  'problem.switched-off':
    'Der Code der Buchung {booking} am Schloss {lock} ist ausgeschaltet: Jemand hat ihn bei The Keys oder auf einem anderen Computer ausgeschaltet. Der Gast kommt damit nicht hinein, und Latchkey lässt ihn ausgeschaltet. Lassen Sie den Gast wieder hinein, oder lassen Sie den Code ausgeschaltet.',
  'problem.off-after-let-in':
    'Der Code der Buchung {booking} am Schloss {lock} ist ausgeschaltet. Sie haben den Gast wieder hineingelassen, aber Latchkey hat verloren, was es sich davon gemerkt hat: Vielleicht hat jemand den Code seitdem ausgeschaltet. Der Gast kommt damit nicht hinein, und Latchkey lässt ihn ausgeschaltet. Lassen Sie den Gast wieder hinein, oder lassen Sie den Code ausgeschaltet.',
  'problem.blocked':
    'Die Buchung {booking} ist gesperrt, wie Sie entschieden haben: Die Codes sind ausgeschaltet, und sie bekommt keine neuen, bis Sie den Gast wieder hineinlassen.',
  'problem.partly-blocked': 'Ein Code der Buchung {booking} ist ausgeschaltet, wie Sie entschieden haben. Die anderen funktionieren.',
  'problem.still-on':
    'Der Code der Buchung {booking} am Schloss {lock} ist noch eingeschaltet, obwohl Sie den Gast gesperrt haben: Latchkey kann ihn nicht ausschalten. Schalten Sie ihn in der App von The Keys aus, oder löschen Sie ihn dort.',
  'problem.longer-by-hand':
    'Der Code der Buchung {booking} am Schloss {lock} wurde bei The Keys geändert: Er öffnet von {from} bis {until}, länger als der Aufenthalt. So bleibt er, höchstens bis der nächste Aufenthalt der Unterkunft beginnt und höchstens 24 Stunden nach der Abreise.',
  'problem.shorter-by-hand':
    'Der Code der Buchung {booking} am Schloss {lock} wurde bei The Keys geändert: Er öffnet nur von {from} bis {until}, kürzer als der Aufenthalt. So bleibt er.',
  'problem.shut-out-by-hand':
    'Der Code der Buchung {booking} am Schloss {lock} wurde bei The Keys geändert: Er öffnet nur von {from} bis {until}, sodass der Gast nicht die ganze Zeit hineinkommt. So bleibt er, bis Sie die Zeiten der Buchung verwenden.',
  'problem.hand-overruled':
    'Der Code der Buchung {booking} am Schloss {lock} wurde bei The Keys geändert, aber seitdem haben sich die Daten der Buchung selbst geändert: Die Zeiten der Buchung gelten wieder.',
  'problem.hand-usual':
    'Der Code der Buchung {booking} am Schloss {lock} hat bei The Keys oder durch Latchkey auf einem anderen Computer andere Zeiten bekommen, die mit den hier festgelegten nichts gemeinsam haben. Beide gelten nicht: Er gilt zu den üblichen Zeiten, von {from} bis {until}. Legen Sie die Zeiten dieses Aufenthalts nur auf einem Computer fest.',
  'problem.pin-changed-by-hand':
    'Die PIN der Buchung {booking} am Schloss {lock} wurde bei The Keys geändert. Sie bleibt, und die frühere PIN wird für diesen Aufenthalt nicht mehr verwendet. Teilen Sie dem Gast die neue mit.',
  'problem.switched-on':
    'Die Buchung {booking} ist gesperrt, aber ihr Code am Schloss {lock} wurde bei The Keys oder auf einem anderen Computer eingeschaltet: Der Gast kommt hinein. Lassen Sie den Gast gesperrt, oder lassen Sie ihn hinein.',
  'problem.code-deleted':
    'Jemand hat den Code der Buchung {booking} am Schloss {lock} bei The Keys gelöscht. Er wird mit derselben PIN neu angelegt. Ist die PIN bekannt geworden, wählen Sie eine neue, oder sperren Sie den Gast.',
  'problem.deleted-again':
    'Jemand hat den Code der Buchung {booking} am Schloss {lock} noch einmal gelöscht, oder während er ausgeschaltet war, daher wird er nicht neu angelegt: Der Gast kann diese Tür nicht öffnen. Sperren Sie den Gast, oder lassen Sie den Code neu anlegen.',
  'problem.codes-vanished':
    'Viele Codes am Schloss {lock} fehlen auf einmal, darunter der Code der Buchung {booking}. Die Codes werden neu angelegt, wenn die nächste Synchronisierung dasselbe zeigt. Kommen bald Gäste, sehen Sie in der App von The Keys nach dem Schloss.',
  'problem.blocked-guest-returns':
    'Die Buchung {booking} ist von einem Gast, den Sie früher gesperrt haben. Bis Sie entscheiden, bekommt sie keinen Code, und einer von einem anderen Computer ist ausgeschaltet. Ein Code von diesem Computer, oder einer, den seitdem jemand eingeschaltet hat, funktioniert weiter.',
  'problem.shared-pin':
    'Die Codes {code} und {otherCode} am Schloss {lock} haben dieselbe PIN, daher öffnet die PIN der Buchung {booking} die Tür länger als der Aufenthalt. Geben Sie einem von beiden eine andere PIN.',
  'problem.list-failed':
    'Die Codes des Schlosses {lock} waren nicht lesbar, deshalb wird dort nichts geändert: Neue Buchungen bekommen dort keinen Code, bis eine spätere Synchronisierung es lesen kann. Die anderen Schlösser sind nicht betroffen.',

  'problem.write-refused':
    'The Keys hat den Code der Buchung {booking} am Schloss {lock} mehrmals abgelehnt; verlassen Sie sich dort nicht auf ihn. Der nächste Versuch ist am {until}; legen Sie ihn bis dahin von Hand an, oder beheben Sie, was The Keys beanstandet.',
  'problem.note-cut':
    'Die Beschreibung zum Code der Buchung {booking} am Schloss {lock} war zusammen mit der Buchungsnummer zu lang für The Keys; deshalb wurde ihr Ende abgeschnitten. Der Code funktioniert. Bewahren Sie den Rest Ihrer Notiz an anderer Stelle auf, wenn Sie ihn brauchen.',
  'problem.pin-refused':
    'The Keys lehnt die PIN der Buchung {booking} am Schloss {lock} ab. Der Gast kennt sie vielleicht schon, deshalb ändert Latchkey sie nicht. Legen Sie dort in der App von The Keys einen Code mit einer anderen PIN an, mit dem Namen des Gastes und dem Anreisetag; die nächste Synchronisierung verknüpft ihn mit der Buchung. Teilen Sie dem Gast dann mit, welche PIN zu welcher Tür gehört.',
  'problem.pin-open':
    'Das Schloss {lock} hat die PIN der Buchung {booking} abgelehnt; die nächste Synchronisierung versucht es an allen Türen mit einer anderen. Nennen Sie dem Gast keine PIN, solange diese Meldung besteht.',
  'problem.write.create':
    'Der Code der Buchung {booking} ließ sich am Schloss {lock} nicht anlegen: {reason}. Der Gast kann diese Tür damit noch nicht öffnen; die nächste Synchronisierung versucht es wieder.',
  'problem.write.update':
    'Der Code der Buchung {booking} ließ sich am Schloss {lock} nicht ändern: {reason}. Er öffnet vielleicht zu falschen Zeiten; die nächste Synchronisierung versucht es wieder.',
  'problem.write.adopt':
    'Der vorhandene Code am Schloss {lock} ließ sich nicht mit der Buchung {booking} verknüpfen: {reason}. Er funktioniert wie bisher; die nächste Synchronisierung versucht es wieder.',
  'problem.write.move':
    'Der Code der Buchung {booking} ließ sich am Schloss {lock} nicht umziehen: {reason}. Verlassen Sie sich noch nicht darauf; die nächste Synchronisierung versucht es wieder.',
  'problem.write.delete':
    'Der Code der Buchung {booking} ließ sich am Schloss {lock} nicht löschen: {reason}. Er öffnet die Tür vielleicht noch; die nächste Synchronisierung versucht es wieder.',
  'reason.refused': 'The Keys hat es abgelehnt',
  'reason.forbidden': 'dieses Konto darf das Schloss nicht ändern',
  'reason.credentials': 'The Keys nimmt die Zugangsdaten nicht an',
  'reason.aborted': 'die Synchronisierung wurde abgebrochen',
  'reason.unreachable': 'The Keys war nicht erreichbar',
  'reason.rate-limited': 'The Keys begrenzt die Anfragen',
  'reason.not-found': 'The Keys kennt dieses Schloss oder dieses Tastenfeld nicht',
  'reason.fault': 'The Keys hat einen Fehler gemeldet',

  'problem.unverified.missing':
    'Der Code der Buchung {booking} wurde geschrieben, ist aber nicht am Schloss {lock}. Verlassen Sie sich noch nicht darauf; die nächste Synchronisierung legt ihn neu an.',
  'problem.unverified.differs':
    'Der Code der Buchung {booking} am Schloss {lock} hat eine andere PIN oder andere Zeiten als gesendet. Verlassen Sie sich noch nicht darauf; die nächste Synchronisierung prüft ihn erneut.',
  'problem.unverified.still-there':
    'Der Code der Buchung {booking} wurde gelöscht, ist aber noch am Schloss {lock}. Er öffnet die Tür vielleicht noch; die nächste Synchronisierung versucht es wieder.',
  'problem.unverified.unread':
    'Der Code der Buchung {booking} am Schloss {lock} wurde geschrieben, ließ sich danach aber nicht lesen. Verlassen Sie sich noch nicht darauf; die nächste Synchronisierung prüft ihn erneut.',
  'problem.unverified.unread-removal':
    'Der Code der Buchung {booking} am Schloss {lock} wurde gelöscht, aber das Schloss ließ sich danach nicht lesen. Er öffnet die Tür vielleicht noch; die nächste Synchronisierung prüft ihn erneut.',
  'problem.unlisted':
    'The Keys hat den Code der Buchung {booking} angenommen, zeigt ihn am Schloss {lock} aber noch nicht. Verlassen Sie sich nicht darauf; erscheint er nicht innerhalb von fünf Minuten, legt ihn die nächste Synchronisierung neu an.',
  'problem.never-listed':
    'The Keys hat für die Buchung {booking} am Schloss {lock} mehrere Codes angenommen und zeigt keinen davon; weitere werden nicht angelegt. Suchen Sie in der App von The Keys nach Codes mit „{tag}“ in der Beschreibung: Behalten Sie einen, und prüfen Sie, ob er die Tür öffnet, oder legen Sie einen Code von Hand an.',
  'problem.not-confirmed':
    'Der Code dieses Aufenthalts ist am Schloss noch nicht bestätigt. Verlassen Sie sich bis dahin nicht darauf; synchronisieren Sie jetzt, um ihn erneut zu prüfen.',

  'problem.clock-wrong':
    'Die Uhr dieses Computers geht um mehr als zehn Minuten falsch, wie Smoobu und The Keys zeigen. Codes werden nach deren Zeit angelegt und verlängert, aber keiner wird gelöscht, verkürzt oder verschoben. Stellen Sie die Uhr.',
  'problem.clock-stepped':
    'Die Uhr dieses Computers ist seit der letzten Synchronisierung gesprungen. Codes werden angelegt und korrigiert, aber ohne Ihre Zustimmung wird keiner gelöscht. Prüfen Sie Datum und Uhrzeit, bevor Sie Codes löschen.',
  'problem.history-unstored.full':
    'Der Datenträger ist voll. Gäste bekommen ihre Codes wie immer; was Synchronisierungen tun, bleibt im Arbeitsspeicher und wird gespeichert, sobald wieder Platz ist. Schaffen Sie Platz.',
  'problem.history-unstored.read-only':
    'Latchkey darf nicht in seinen Ordner schreiben. Gäste bekommen ihre Codes wie immer; was Synchronisierungen tun, bleibt im Arbeitsspeicher und wird gespeichert, sobald das wieder geht. Machen Sie den Ordner beschreibbar.',
  'problem.history-unstored.failing':
    'Der Datenträger nimmt nicht an, was Latchkey speichert. Gäste bekommen ihre Codes wie immer; was Synchronisierungen tun, bleibt im Arbeitsspeicher und wird gespeichert, sobald das wieder geht. Prüfen Sie den Datenträger.',
  'problem.wishes-recovered':
    'Die Datei mit Ihren eigenen Entscheidungen war beschädigt, und ihre letzte gute Kopie wird verwendet. Eigene Zeiten, eigene PINs, Personen und Notizen können älter sein als Ihre letzte Entscheidung: Prüfen Sie sie. Codes, die an den Schlössern ausgeschaltet sind, bleiben ausgeschaltet; sperren Sie Gäste noch einmal, die noch keinen Code haben.',
  'problem.wishes-lost':
    'Die Datei mit Ihren eigenen Entscheidungen war beschädigt und hat keine Kopie: Eigene Zeiten, eigene PINs, Personen und Notizen sind verloren, und die Codes folgen den Buchungen. Stellen Sie eine Sicherung wieder her, oder geben Sie sie noch einmal ein. Codes, die an den Schlössern ausgeschaltet sind, bleiben ausgeschaltet; sperren Sie Gäste noch einmal, die noch keinen Code haben.',
  'problem.mapping-unconfirmed':
    'Die Einstellungsdatei war beschädigt, und die letzte gute Kopie wird verwendet. Gäste bekommen ihre Codes wie immer, aber kein Code wird gelöscht, verkürzt oder verschoben, bis Sie Unterkünfte und Türen geprüft und gespeichert haben.',
  'problem.mapping-lost':
    'Keine Unterkunft hat mehr eine Tür, deshalb wurde nichts geschrieben: Neue Buchungen bekommen keinen Code, bis Sie die Türen wieder wählen oder eine Sicherung wiederherstellen.',
  'problem.cloud-paused':
    '{cloud} hat gebeten, vor {until} nicht angefragt zu werden. Bis dahin bleiben die Codes, wie sie sind, und neue Buchungen bekommen keinen. Für eine Anreise innerhalb von zwei Stunden ohne bestätigten Code fragt Latchkey trotzdem einmal an, ebenso „Jetzt synchronisieren“.',
  'problem.no-sync':
    'Seit {since} ist keine Synchronisierung gelungen: Die Codes an den Schlössern bleiben, wie sie sind, und neue Buchungen bekommen bis dahin keinen.',
  'problem.watchdog.unheard':
    'Der Überwachungsdienst hat das letzte Lebenszeichen nicht gezählt. Bleibt das so, meldet er Latchkey als ausgefallen, obwohl es läuft. Wenn das nächste ankommt, ist nichts zu tun.',
  'problem.watchdog.refused':
    'Der Überwachungsdienst hat das letzte Lebenszeichen nicht angenommen und meldet Latchkey vielleicht als ausgefallen, obwohl es läuft. Prüfen Sie dort die Adresse und speichern Sie sie neu mit „latchkey credentials set watchdog“.',
  'problem.watchdog.unreadable':
    'Die Adresse des Überwachungsdienstes war im Schlüsselbund nicht lesbar, deshalb wurde ihm nichts gesendet. Entsperren Sie den Schlüsselbund, oder speichern Sie die Adresse neu mit „latchkey credentials set watchdog“.',
  'problem.sync-crashed':
    'Die Synchronisierung wurde durch einen Fehler in Latchkey beendet. Was sie getan hatte, bleibt, und die nächste macht dort weiter. Wenn es wieder passiert, schicken Sie die Diagnose aus den Einstellungen.',

  // Why a cloud or the keychain cannot be used.
  'failure.credentials-missing': 'Für {cloud} sind keine Zugangsdaten gespeichert. Die Codes bleiben, wie sie sind, bis Sie es verbinden.',
  'failure.credentials-rejected':
    '{cloud} nimmt die Zugangsdaten nicht an. Die Codes bleiben, wie sie sind, und neue Buchungen bekommen bis dahin keinen. Korrigieren Sie sie, oder warten Sie: Latchkey versucht es von selbst erneut, nach 15 Minuten, nach einer Stunde und dann alle sechs Stunden.',
  'failure.forbidden':
    '{cloud} hat den Zugriff verweigert: Dieses Konto darf das nicht sehen oder ändern, oder etwas blockiert die Verbindung. Die Codes bleiben, wie sie sind; prüfen Sie das Konto.',
  'failure.not-found':
    '{cloud} hat nicht gefunden, wonach gefragt wurde. Die Codes bleiben, wie sie sind; prüfen Sie Unterkünfte und Türen.',
  'failure.refused':
    '{cloud} hat die Anfrage abgelehnt. Die Codes bleiben, wie sie sind; versuchen Sie es noch einmal und sehen Sie ins Protokoll, wenn es so bleibt.',
  'failure.unreachable': '{cloud} ist nicht erreichbar. Die Codes bleiben, wie sie sind; die nächste Synchronisierung versucht es wieder.',
  'failure.timeout':
    '{cloud} hat nicht rechtzeitig geantwortet. Die Codes bleiben, wie sie sind; die nächste Synchronisierung versucht es wieder.',
  'failure.rate-limited':
    '{cloud} begrenzt die Anfragen. Die Codes bleiben, wie sie sind; die nächste Synchronisierung versucht es wieder.',
  'failure.server-error':
    '{cloud} hat einen Fehler gemeldet. Die Codes bleiben, wie sie sind; die nächste Synchronisierung versucht es wieder.',
  'failure.bad-response':
    '{cloud} hat eine unerwartete Antwort geschickt. Die Codes bleiben, wie sie sind; die nächste Synchronisierung versucht es wieder.',
  'failure.clock-skew':
    'Die Uhr dieses Computers weicht zu sehr von der von {cloud} ab. Stellen Sie sie; bis dahin bekommen neue Buchungen keinen Code.',
  'failure.aborted':
    'Die Synchronisierung wurde abgebrochen, bevor {cloud} geantwortet hatte. Die Codes bleiben, wie sie sind; die nächste macht weiter.',

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
