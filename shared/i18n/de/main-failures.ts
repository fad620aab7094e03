/** Why a cloud or the keychain cannot be used, in German. */
import type { failures as english } from '../en/main-failures.ts';
import type { Translated } from '../message.ts';

export const failures: Translated<typeof english> = {
  'failure.credentials-missing': 'Für {cloud} sind keine Zugangsdaten gespeichert. Die Codes bleiben, wie sie sind, bis Sie es verbinden.',
  'failure.credentials-rejected':
    '{cloud} nimmt die Zugangsdaten nicht an. Die Codes bleiben, wie sie sind, und neue Buchungen bekommen keinen, bis Sie sie korrigieren.',
  'failure.forbidden':
    '{cloud} hat den Zugriff verweigert: Dieses Konto darf das nicht sehen oder ändern, oder die Verbindung wird unterwegs gesperrt. Die Codes bleiben, wie sie sind; prüfen Sie das Konto.',
  'failure.not-found': '{cloud} kannte nicht, wonach gefragt wurde. Die Codes bleiben, wie sie sind; prüfen Sie die Zuordnung.',
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
