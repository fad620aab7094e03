/** In German. */
import type { program as english } from '../en/main-program.ts';
import type { Translated } from '../message.ts';

export const program: Translated<typeof english> = {
  'tray.install': 'Version {version} installieren, neu starten',
  'tray.install-after-run': 'Version {version} folgt nach diesem Lauf',
  'notice.update-title': 'Version {version} ist bereit',
  'notice.update-body':
    'Sie wird installiert, wenn Sie Latchkey beenden, oder jetzt über das Menü. Codes auf den Schlössern bleiben, wie sie sind.',
  'notice.restarted-title': 'Latchkey musste neu starten',
  'notice.restarted-body': 'Im Programm ist ein Fehler aufgetreten. Die Codes werden wieder gepflegt; im Protokoll steht, was geschah.',
  'refusal.no-update': 'Es gibt keine neuere Version zu installieren. Nichts wurde geändert.',
  'crash.title': 'Latchkey wurde angehalten',
  'crash.body':
    'Im Programm ist ein Fehler aufgetreten. Codes auf den Schlössern gelten weiter, aber neue Buchungen bekommen keinen, bis Latchkey wieder läuft. Starten Sie es erneut; hält es wieder an, steht der Grund im Protokoll in {folder}.',
  'crash.window-title': 'Das Fenster von Latchkey lässt sich nicht anzeigen',
  'crash.window-body':
    'Seine Seite ist mehrmals abgebrochen. Latchkey arbeitet im Infobereich weiter und pflegt die Codes. Öffnen Sie das Fenster später erneut; der Grund steht im Protokoll in {folder}.',
};
