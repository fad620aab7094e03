/** All that the main process says to the user except problems, in German. */
import type { main as english } from '../en/main.ts';
import type { Translated } from '../message.ts';

export const main: Translated<typeof english> = {
  // The tray’s menu and tooltip: short, since menus grow as wide as their longest entry.
  'tray.tooltip': 'Latchkey – {status}',
  'tray.tooltip-demo': 'Latchkey (Demo) – {status}',
  'tray.starting': 'Startet …',
  'tray.idle': 'Alles in Ordnung',
  'tray.not-yet': 'Noch nicht synchronisiert',
  'tray.syncing': 'Wird synchronisiert …',
  'tray.syncing-of': 'Wird synchronisiert … {done} von {total}',
  'tray.to-do': { one: '1 Aufgabe', other: '{count} Aufgaben' },
  'tray.urgent-to-do': { one: '{count} dringende Aufgabe', other: '{count} dringende Aufgaben' },
  'tray.some-urgent': '{count} Aufgaben, {urgent} dringend',
  'tray.arrives': '{mark} {time} {guest} kommt an, {unit}',
  'tray.leaves': '{mark} {time} {guest} reist ab, {unit}',
  'tray.some-guest': 'Ein Gast',
  'tray.call': 'Ein Gast steht vor der Tür …',
  'tray.settings': 'Einstellungen …',
  'tray.paused-until': 'Pausiert bis {time}',
  'tray.paused': 'Pausiert',
  'tray.offline': 'Kein Internet',
  'tray.quitting': 'Wird beendet …',
  'tray.next-run': 'Nächste Synchronisierung {time}',
  'tray.last-run': 'Zuletzt synchronisiert {time}: {what}',
  'tray.sync-now': 'Jetzt synchronisieren',
  'tray.pause': 'Pausieren',
  'tray.pause-hour': 'Für eine Stunde',
  'tray.pause-tomorrow': 'Bis morgen',
  'tray.pause-until-resumed': 'Bis ich fortsetze',
  'tray.resume': 'Fortsetzen',
  'tray.open': 'Latchkey öffnen',
  'tray.quit': 'Beenden',
  'tray.more': 'und {more} weitere',

  'tray.changes': { one: '{count} Änderung', other: '{count} Änderungen' },
  'tray.nothing-to-do': 'nichts zu tun',
  'tray.not-all-read': 'nicht alles war lesbar',
  'tray.changes-failed': { one: '{count} Änderung fehlgeschlagen', other: '{count} Änderungen fehlgeschlagen' },
  'tray.run-waits': 'braucht Ihre Zustimmung',
  'tray.removals-wait': { one: '{count} Löschung braucht Ihre Zustimmung', other: '{count} Löschungen brauchen Ihre Zustimmung' },
  'tray.failed': 'fehlgeschlagen',
  'tray.interrupted': 'unterbrochen',

  'tray.some-unit': 'Eine Unterkunft',
  'tray.arrival': '{unit}, {time}: {what}',
  'tray.connect': 'Verbinden Sie Ihre Konten',
  'tray.credentials': '{cloud}: Zugangsdaten prüfen',
  'tray.first-steps': 'Erste Schritte fortsetzen',
  'tray.keychain': 'Der Schlüsselbund ist nicht nutzbar',
  'tray.other-account': 'Anderes Konto',
  'tray.held': 'Löschungen brauchen Ihre Zustimmung',
  'tray.unreachable': '{cloud} ist nicht erreichbar',
  'tray.refused': '{cloud} verweigert den Zugriff',
  'tray.clock': 'Uhr dieses Computers prüfen',
  'tray.mapping': '{unit}: noch keine Tür',
  'tray.booking': '{unit}: Buchung prüfen',
  'tray.lock': 'Schloss prüfen',
  'tray.other': 'Etwas ist zu prüfen',
  'tray.settings-recovered': 'Die Einstellungen wurden zurückgesetzt',
  'tray.mapping-unconfirmed': 'Unterkünfte & Türen prüfen',
  'tray.wishes': 'Eigene Zeiten und Personen prüfen',
  'tray.switched-off': 'Ein Code ist ausgeschaltet',
  'tray.changed-by-hand': 'Ein Code wurde bei The Keys geändert',
  'tray.shut-out-by-hand': 'Ein Gast kommt nicht immer hinein',
  'tray.pin-changed-by-hand': 'Eine PIN wurde bei The Keys geändert',
  'tray.switched-on': 'Ein gesperrter Gast kommt hinein',
  'tray.code-deleted': 'Ein Code wurde gelöscht',
  'tray.deleted-again': 'Ein Code wurde wieder gelöscht',
  'tray.times-asked': 'Die Zeiten eines Aufenthalts sind unklar',
  'tray.not-told': 'Ein Gast kennt den Code nicht',
  'tray.told-unclear': 'Kam eine Nachricht an?',
  'tray.told-partly': 'Nicht jede Tür ist bestätigt',
  'tray.told-by-hand': 'Ein Gast kennt eine andere PIN',
  'tray.blocked-guest-returns': 'Ein gesperrter Gast hat gebucht',
  'tray.placeholder-stays': 'Ein Gast erfährt vielleicht eine falsche PIN',
  'tray.shared-pin': 'Zwei Codes haben eine PIN',
  'tray.told-wrong-pin': 'Ein Gast hat eine falsche PIN',
  'tray.history-recovered': 'Der Verlauf wurde neu begonnen',

  // Notifications, and the items of the list of what needs the user. Guests by name, never a PIN.
  'notice.rejected-title': '{cloud} nimmt die Zugangsdaten nicht an',
  'notice.rejected-body': 'Die Codes bleiben, wie sie sind, und neue Buchungen bekommen keinen, bis Sie sie korrigieren.',
  'notice.keychain-title': 'Der Schlüsselbund ist nicht nutzbar',
  'notice.unreachable-title': '{cloud} ist nicht erreichbar',
  'notice.unreachable-body': 'Seit {time}. Die Codes bleiben, wie sie sind; Latchkey versucht es weiter.',
  'notice.refused-title': '{cloud} verweigert den Zugriff',
  'notice.run-held-title': 'Eine Synchronisierung braucht Ihre Zustimmung',
  'notice.other-account-title': 'Ein Konto ist ein anderes als bisher',
  'notice.booked-again-title': 'Ist es derselbe Gast?',
  'notice.booked-again-body':
    '{unit}: Eine Buchung wurde storniert und eine andere auf denselben Namen angelegt. Geben Sie in Latchkey an, ob es derselbe Gast ist.',
  'notice.held-title': { one: '{count} Löschung braucht Ihre Zustimmung', other: '{count} Löschungen brauchen Ihre Zustimmung' },
  'notice.held-body': 'Ohne Ihre Zustimmung in Latchkey wird nichts gelöscht.',
  'notice.arrival-body': '{unit}: {sentence}',
  'notice.arrivals-title': { one: 'Handlungsbedarf bei {count} Anreise', other: 'Handlungsbedarf bei {count} Anreisen' },
  'notice.arrivals-body': '{units}: Öffnen Sie Latchkey und sehen Sie, was zu tun ist.',
  'notice.arrivals-body-more': '{units} und {more} weitere: Öffnen Sie Latchkey und sehen Sie, was zu tun ist.',
  'notice.mapping-unconfirmed-title': 'Unterkünfte und Türen sind nicht bestätigt',
  'notice.wishes-title': 'Ihre eigenen Zeiten und Personen',
  'notice.switched-off-title': 'Jemand hat den Code eines Gastes ausgeschaltet',
  'notice.changed-by-hand-title': 'Ein Code wurde bei The Keys geändert',
  'notice.shut-out-by-hand-title': 'Ein Gast kommt nicht die ganze Zeit hinein',
  'notice.pin-changed-by-hand-title': 'Eine PIN wurde bei The Keys geändert',
  'notice.switched-on-title': 'Ein gesperrter Gast kommt hinein',
  'notice.code-deleted-title': 'Jemand hat den Code eines Gastes gelöscht',
  'notice.deleted-again-title': 'Jemand hat den Code eines Gastes wieder gelöscht',
  'notice.times-asked-title': 'Die Zeiten eines Aufenthalts sind unklar',
  'notice.not-told-title': 'Ein Gast kennt den Code noch nicht',
  'notice.told-unclear-title': 'Ist eine Nachricht an einen Gast angekommen?',
  'notice.told-partly-title': 'Die bestätigten Türen schon mitteilen?',
  'notice.told-by-hand-title': 'Einem Gast wurde eine andere PIN mitgeteilt',
  'notice.blocked-guest-returns-title': 'Ein gesperrter Gast hat wieder gebucht',
  'notice.placeholder-stays-title': 'Eine Vorlage nennt einem Gast vielleicht eine falsche PIN',
  'notice.shared-pin-title': 'Zwei Codes haben dieselbe PIN',
  'host.test': 'Ein Test von Latchkey: Diesen Text bekäme ein Gast, mit Ziffern statt der Punkte.',
  'host.no-code':
    'Latchkey: Der Gast der Buchung {reference} ({unit}) kann ab {time} kommen, und es gibt noch keinen funktionierenden Code: {doors}. Bitte prüfen Sie das Schloss.',
  'notice.told-wrong-pin-title': 'Einem Gast wurde eine PIN mitgeteilt, die nicht öffnet',
  'notice.recovered-title': 'Wieder in Ordnung',
  'notice.recovered-cloud': '{cloud} antwortet wieder.',
  'notice.recovered-credentials': '{cloud} nimmt die Zugangsdaten wieder an.',
  'notice.recovered-keychain': 'Der Schlüsselbund ist wieder nutzbar.',
  'notice.recovered-arrival': '{unit}: Was dem Gast im Weg stand, ist behoben.',
  'notice.recovered-more': 'Und {more} weitere.',
  'notice.after-sleep-title': 'Nach dem Aufwachen des Computers',
  'notice.after-sleep-written': { one: '1 Code wurde geschrieben.', other: '{count} Codes wurden geschrieben.' },
  'notice.after-sleep-removed': { one: '1 Code wurde gelöscht.', other: '{count} Codes wurden gelöscht.' },

  'attention.rejected': '{cloud} nimmt die gespeicherten Zugangsdaten nicht an. Bis Sie sie korrigieren, werden keine Codes aktualisiert.',
  'attention.not-connected': '{cloud} ist nicht verbunden. Bis dahin werden keine Codes aktualisiert.',
  'attention.first-steps': 'Verbinden Sie Smoobu und The Keys, um zu beginnen.',
  'attention.first-steps-map': 'Wählen Sie die Türen jeder Unterkunft, um fortzufahren. Noch wird nichts auf die Schlösser geschrieben.',
  'attention.first-steps-apply':
    'Alles ist bereit. Auf die Schlösser wird nichts geschrieben, bis Sie in den ersten Schritten auf „Starten“ drücken.',
  'held.title': { one: 'Code von {guest} löschen?', other: 'Code von {guest} an {count} Türen löschen?' },
  'held.title-many': { one: 'Codes von {count} Gast löschen?', other: 'Codes von {count} Gästen löschen?' },
  'held.title-end': 'Code von {guest} jetzt beenden?',
  'held.no-name': 'Buchung {booking}',
  'held.nothing-booked': 'Smoobu hat keine Buchungen geliefert',
  'held.someone-may-be-inside':
    'Die Buchung ist storniert oder nicht mehr da, aber es kann jemand drinnen sein. Der Code funktioniert, bis Sie entscheiden oder er endet.',
  'held.no-longer-booked':
    'Die Buchung gilt jetzt für andere Tage, aber der Gast ist vielleicht noch drinnen. Der Code funktioniert, bis Sie entscheiden, bis er endet oder bis der nächste Aufenthalt beginnt.',
  'held.doors-changed':
    'Der Aufenthalt hat jetzt andere Türen, aber der Gast ist vielleicht noch hinter den bisherigen. Der Code funktioniert dort, bis Sie entscheiden, bis er endet oder bis der nächste Aufenthalt beginnt.',
  'held.too-many-deletes':
    'Ungewöhnlich viele Codes würden innerhalb eines Tages gelöscht. Prüfen Sie in Smoobu, ob diese Buchungen wirklich vorbei sind.',
  'held.clock-stepped': 'Die Uhr dieses Computers ist gesprungen. Prüfen Sie Datum und Uhrzeit, bevor Sie Codes löschen.',
  'held.no-bookings': 'Smoobu hat keine einzige Buchung geliefert. Prüfen Sie Smoobu, bevor Sie Codes löschen.',
  'held.bookings-gone':
    'Ungewöhnlich viele Buchungen sind bei Smoobu nicht mehr zu finden. Prüfen Sie, ob sie dort wirklich gelöscht wurden.',
  'held.decision-outdated': 'Darüber haben Sie schon entschieden; seitdem hat sich die Buchung geändert.',
  'held.other': 'Ohne Ihre Zustimmung wird nichts gelöscht.',
  'tray.held-unit': '{unit}: Code löschen?',
  'tray.no-sync': 'Keine Synchronisierung gelingt',
  'attention.no-sync': 'Seit {time} ist keine Synchronisierung gelungen.',
  'attention.no-sync-start': 'Seit dem Start von Latchkey ist keine Synchronisierung gelungen.',
  'attention.no-sync-offline': 'Dieser Computer hat kein Internet.',
  'attention.no-sync-unknown': 'Das Protokoll sagt, warum.',
  'notice.recovered-sync': 'Die Synchronisierung gelingt wieder.',
  'attention.unreachable': {
    one: '{cloud} war bei der letzten Synchronisierung nicht erreichbar. Die Codes bleiben, wie sie sind; neue Buchungen bekommen keinen, bis es wieder erreichbar ist.',
    other:
      '{cloud} war bei den letzten {count} Synchronisierungen nicht erreichbar. Die Codes bleiben, wie sie sind; neue Buchungen bekommen keinen, bis es wieder erreichbar ist.',
  },
  'attention.clock-skew': 'Die Uhr dieses Computers geht falsch. Stellen Sie sie: Bis dahin bekommen neue Buchungen keinen Code.',
  'attention.clock-wrong':
    'Die Uhr dieses Computers geht falsch. Stellen Sie sie: Bis dahin werden Codes angelegt und verlängert, aber keiner wird gelöscht.',
  'attention.clock-stepped':
    'Die Uhr dieses Computers ist gesprungen. Prüfen Sie Datum und Uhrzeit: Ohne Ihre Zustimmung wird kein Code gelöscht.',
  'attention.left-out': {
    one: '{count} Aufenthalt oder Löschung ist hier nicht zu sehen, weil die Texte zu lang oder es zu viele sind. Die Codes werden trotzdem aktualisiert; im Verlauf steht alles.',
    other:
      '{count} Aufenthalte oder Löschungen sind hier nicht zu sehen, weil die Texte zu lang oder es zu viele sind. Die Codes werden trotzdem aktualisiert; im Verlauf steht alles.',
  },
  'attention.settings-recovered':
    'Die Einstellungen waren nicht lesbar und wurden beiseitegelegt. Prüfen Sie Unterkünfte und Türen: Ohne sie wird kein Code angelegt.',
  'attention.mapping-unconfirmed':
    'Die Einstellungsdatei war beschädigt, und die letzte gute Kopie wird verwendet. Prüfen Sie Unterkünfte und Türen, und speichern Sie sie: Bis dahin wird kein Code gelöscht, verkürzt oder verschoben.',
  'attention.history-recovered':
    'Der Verlauf war nicht lesbar und wurde beiseitegelegt. Ein neuer wurde begonnen; die Codes an den Schlössern sind nicht betroffen.',

  // The program itself: a newer version, and an unexpected stop.
  'tray.install': 'Version {version} installieren und neu starten',
  'tray.install-after-run': 'Version {version} folgt nach dieser Synchronisierung',
  'notice.update-title': 'Version {version} ist bereit',
  'notice.update-body':
    'Sie wird installiert, wenn Sie Latchkey beenden, oder jetzt über das Menü. Die Codes an den Schlössern sind nicht betroffen.',
  'notice.not-saved-title': 'Nichts gespeichert',
  'notice.restarted-title': 'Latchkey wurde neu gestartet',
  'notice.restarted-body':
    'Im Programm ist ein Fehler aufgetreten. Die Codes werden wieder aktualisiert; im Protokoll steht, was passiert ist.',
  'refusal.no-update': 'Es gibt keine neuere Version zu installieren. Nichts wurde geändert.',
  'crash.title': 'Latchkey ist abgestürzt',
  'crash.body':
    'Im Programm ist ein Fehler aufgetreten. Codes an den Schlössern funktionieren weiter, aber neue Buchungen bekommen keinen, bis Latchkey wieder läuft. Starten Sie es erneut; stürzt es wieder ab, steht der Grund im Protokoll in {folder}.',
  'crash.window-title': 'Das Fenster von Latchkey lässt sich nicht anzeigen',
  'crash.window-body':
    'Das Fenster ist mehrmals abgestürzt. Latchkey läuft im Infobereich weiter und aktualisiert die Codes. Öffnen Sie das Fenster später erneut; der Grund steht im Protokoll in {folder}.',

  // Why a call of the window did nothing.
  'refusal.gone':
    'Das braucht Ihre Zustimmung nicht mehr: Eine Synchronisierung hat es geändert. Nichts wurde getan; prüfen Sie, was jetzt Ihre Zustimmung braucht.',
  'refusal.bad-schedule':
    'Dieser Zeitplan ist ungültig und wurde nicht gespeichert. Geben Sie fünf Cron-Felder ein, zum Beispiel */15 * * * *.',
  'refusal.no-code':
    'Das Schloss hat keinen Code für diese Buchung, oder seine PIN ist nicht lesbar. Synchronisieren Sie jetzt, und versuchen Sie es dann noch einmal.',
  'refusal.save-failed': 'Die Datei konnte dort nicht gespeichert werden. Sonst wurde nichts geändert; wählen Sie einen anderen Ordner.',
  'refusal.disk-full':
    'Der Datenträger ist voll, deshalb wurde nichts gespeichert. Schaffen Sie Platz, und versuchen Sie es dann noch einmal.',
  'refusal.disk-read-only':
    'Latchkey darf nicht in seinen Ordner schreiben, deshalb wurde nichts gespeichert. Machen Sie den Ordner beschreibbar, und versuchen Sie es dann noch einmal.',
  'refusal.disk-failing':
    'Der Datenträger hat die Daten nicht angenommen, deshalb wurde nichts gespeichert. Prüfen Sie ihn, und versuchen Sie es dann noch einmal.',
  'refusal.no-run': 'Diese Synchronisierung ist nicht mehr im Verlauf; er reicht nur eine begrenzte Zahl von Tagen zurück.',
  'refusal.bad-request':
    'Latchkey hat das nicht verstanden. Nichts wurde geändert; starten Sie Latchkey neu und versuchen Sie es noch einmal.',
  'refusal.too-often':
    'Das wurde innerhalb einer Minute sehr oft verlangt. Nichts wurde geändert; warten Sie eine Minute, und versuchen Sie es dann noch einmal.',
  'refusal.not-trusted': 'Das kommt nicht aus dem Fenster von Latchkey. Nichts wurde geändert.',
  'refusal.internal':
    'In Latchkey ist etwas schiefgegangen. Die Codes bleiben, wie sie sind; versuchen Sie es noch einmal und sehen Sie ins Protokoll, wenn es so bleibt.',

  // Why a call about units and doors, preview or first steps did nothing.
  'refusal.first-steps': 'Auf die Schlösser wird nichts geschrieben, bis Sie in den ersten Schritten auf „Starten“ drücken.',
  'refusal.nothing-to-undo':
    'Es gibt nichts rückgängig zu machen: Unterkünfte und Türen wurden seitdem noch einmal geändert oder gar nicht. Nichts wurde geändert.',
  'refusal.bad-mapping':
    'Eine Unterkunft oder eine Tür kommt zweimal vor, deshalb wurde nichts gespeichert. Entfernen Sie die zweite und speichern Sie noch einmal.',
  'refusal.superseded': 'Eine neuere Vorschau hat diese ersetzt.',
  'refusal.no-candidate':
    'Was aus der Datei gelesen wurde, ist nicht mehr vorhanden, deshalb wurde nichts geändert. Wählen Sie die Datei noch einmal.',
};
