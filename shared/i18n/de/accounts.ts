/** Connecting the accounts. */
import type { accounts as english } from '../en/accounts.ts';
import type { Translated } from '../message.ts';

export const accounts: Translated<typeof english> = {
  'accounts.none': 'Nicht verbunden',
  'accounts.untried': 'Verbunden, seit dem Start von Latchkey nicht geprüft',
  'accounts.works': 'Verbunden, geprüft {time}',
  'accounts.works-given': 'Verbunden (aus der Konfiguration), geprüft {time}',
  'accounts.fails': 'Nicht verbunden, geprüft {time}',
  'accounts.user': 'Meldet sich an als {user}.',
  'accounts.form-name': 'Zugangsdaten für {cloud}',
  'accounts.smoobu-where':
    'Öffnen Sie in Smoobu Advanced › API Keys (Erweitert › API-Schlüssel) und wählen Sie Create New. Das Secret wird nur einmal gezeigt, kopieren Sie es also sofort.',
  'accounts.smoobu-open': 'Smoobu öffnen',
  'accounts.the-keys-where': 'Telefonnummer und Passwort, mit denen Sie sich bei The Keys anmelden.',
  'accounts.demo-smoobu': 'In dieser Demo ist der Schlüssel {key} und das Secret {secret}.',
  'accounts.demo-the-keys': 'In dieser Demo ist die Telefonnummer {phone} und das Passwort {password}.',
  'accounts.write-only': 'Gespeichertes wird hier nie gezeigt; es lässt sich nur ersetzen.',
  'accounts.api-key': 'API-Schlüssel',
  'accounts.api-secret': 'API-Secret',
  'accounts.phone': 'Telefonnummer',
  'accounts.phone-forms': 'In jeder üblichen Form, zum Beispiel 06 39 98 00 12 oder +44 7700 900123.',
  'accounts.phone-used': 'Latchkey meldet sich an als {phone}.',
  'accounts.phone-unclear':
    'Das Land ist noch nicht klar. Beginnen Sie mit + und der Landesvorwahl, zum Beispiel +49; eine zehnstellige Nummer mit 0 am Anfang gilt als französisch.',
  'accounts.password': 'Passwort',
  'accounts.needed': 'Pflichtfeld',
  'accounts.save': 'Speichern und prüfen',
  'accounts.replace': 'Zugangsdaten ändern',
  'accounts.test': 'Erneut prüfen',
  'accounts.test-name': 'Erneut prüfen: {cloud}',
  'accounts.remove': 'Entfernen',
  'accounts.remove-name': 'Zugangsdaten für {cloud} entfernen',
  'accounts.said-works': '{cloud} ist verbunden.',
  'accounts.said-fails': '{cloud} funktioniert noch nicht.',
  'accounts.said-removed': 'Die Zugangsdaten für {cloud} sind entfernt.',
  'accounts.looking': 'Es wird nachgesehen, was da ist',
  'accounts.found': 'Gefunden: {what}',
  'accounts.found-units': { one: '{count} Unterkunft', other: '{count} Unterkünfte' },
  'accounts.found-locks': { one: '{count} Schloss', other: '{count} Schlösser' },
  'accounts.found-keypads': { one: '{count} Tastenfeld', other: '{count} Tastenfelder' },
  'accounts.no-keypads':
    'Ohne Tastenfeld kann kein Gast einen Code eingeben. Koppeln Sie Ihre Tastenfelder in der App von The Keys und prüfen Sie dann erneut.',
  'accounts.no-units':
    'Ohne Unterkunft gibt es keine Buchungen, für die Codes angelegt werden. Legen Sie in Smoobu eine an und prüfen Sie dann erneut.',
  'accounts.look-failed': 'Die Verbindung funktioniert, aber der Inhalt des Kontos war nicht lesbar',
  'accounts.look-failed-text':
    'Nichts wurde geändert, und Codes an den Türen funktionieren weiter. Versuchen Sie es in einer Minute erneut.',
  'accounts.remove-title': 'Zugangsdaten für {cloud} entfernen?',
  'accounts.remove-text':
    'Bis {cloud} wieder verbunden ist, werden keine Codes aktualisiert: Neue Gäste bekommen keinen, und geänderte oder stornierte Aufenthalte ändern keinen Code.',
  'accounts.remove-stays': 'Codes an den Schlössern bleiben dort und funktionieren bis zum Ende ihres Aufenthalts.',
  'accounts.guests':
    'Codes an den Türen funktionieren weiter. Neue und geänderte Buchungen bekommen ihren Code erst, wenn dies funktioniert.',
  'accounts.failed-missing': 'Für {cloud} ist nichts gespeichert',
  'accounts.next-missing': 'Geben Sie unten die Zugangsdaten ein.',
  'accounts.failed-rejected': '{cloud} nimmt diese Zugangsdaten nicht an',
  'accounts.next-rejected-smoobu':
    'Geben Sie Schlüssel und Secret erneut ein. Ist das Secret verloren, legen Sie in Smoobu unter Advanced › API Keys einen neuen Schlüssel an.',
  'accounts.next-rejected-the-keys':
    'Geben Sie Telefonnummer und Passwort erneut ein. Probieren Sie beides in der App von The Keys; dort können Sie auch ein neues Passwort setzen.',
  'accounts.failed-forbidden': '{cloud} lässt dieses Konto nicht sehen, was Latchkey braucht',
  'accounts.next-forbidden': 'Nehmen Sie das Konto des Eigentümers oder bitten Sie ihn um mehr Rechte. Prüfen Sie dann erneut.',
  'accounts.failed-unreachable': '{cloud} ist von hier aus nicht erreichbar',
  'accounts.next-unreachable': 'Prüfen Sie die Internetverbindung dieses Computers und dann erneut das Konto.',
  'accounts.failed-slow': '{cloud} hat nicht rechtzeitig geantwortet',
  'accounts.next-slow': 'Das geht meist von selbst vorbei. Prüfen Sie in einigen Minuten erneut.',
  'accounts.failed-limited': '{cloud} wurde zu oft gefragt und verlangt eine Pause',
  'accounts.next-limited':
    'Warten Sie einige Minuten und prüfen Sie dann erneut. Kommt es wieder vor, lassen Sie Latchkey seltener synchronisieren.',
  'accounts.failed-broken': '{cloud} hat keine brauchbare Antwort gegeben',
  'accounts.next-broken':
    'Der Fehler liegt wohl auf der anderen Seite. Prüfen Sie in einigen Minuten erneut; bleibt es so, sehen Sie ins Protokoll.',
  'accounts.failed-clock': 'Die Uhr dieses Computers geht falsch, daher lehnt {cloud} die Anfragen ab',
  'accounts.next-clock': 'Lassen Sie das System Datum und Uhrzeit selbst einstellen und prüfen Sie dann erneut.',
  'accounts.failed-stopped': 'Die Prüfung von {cloud} wurde abgebrochen',
  'accounts.next-stopped': 'Prüfen Sie erneut.',
  'accounts.failed-keychain-missing': 'Dieser Computer hat keinen Schlüsselbund, den Latchkey nutzen kann',
  'accounts.next-keychain-missing':
    'Latchkey bewahrt Zugangsdaten nur dort auf. Installieren Sie unter Linux libsecret und GNOME Keyring oder KWallet, sonst Latchkey neu. Melden Sie sich am Desktop an und speichern Sie noch einmal.',
  'accounts.failed-keychain-locked': 'Der Schlüsselbund dieses Computers ist gesperrt oder hat den Eintrag verloren',
  'accounts.next-keychain-locked':
    'Entsperren Sie ihn im Schlüsselbund-Programm Ihres Systems und erlauben Sie Latchkey den Zugriff. Hilft das nicht, geben Sie die Zugangsdaten erneut ein.',
  'accounts.failed-keychain-failed': 'Der Schlüsselbund dieses Computers hat abgelehnt',
  'accounts.next-keychain-failed':
    'Öffnen Sie das Schlüsselbund-Programm Ihres Systems, sehen Sie nach, ob es funktioniert, und versuchen Sie es erneut.',
  'accounts.save-failed': 'Die Zugangsdaten für {cloud} wurden nicht gespeichert',
  'accounts.test-failed': '{cloud} ließ sich nicht prüfen',
  'accounts.remove-failed': 'Die Zugangsdaten für {cloud} wurden nicht entfernt',
  'accounts.call-failed-text':
    'Was gespeichert war, ist unverändert, und Codes an den Türen funktionieren weiter. Versuchen Sie es erneut.',
};
