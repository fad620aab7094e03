/** In German. */
import type { about as english } from '../en/about.ts';
import type { Translated } from '../message.ts';

export const about: Translated<typeof english> = {
  'about.update-ready': 'Version {version} kann installiert werden',
  'about.update-ready-text': 'Sie wird installiert, wenn Sie Latchkey beenden. Einstellungen, Verlauf und Codes bleiben, wie sie sind.',
  'about.update-put-off': 'Version {version} ist aufgeschoben',
  'about.update-put-off-text': 'Sie haben „Später“ gewählt. Latchkey fragt nach einer Woche erneut.',
  'about.update-after-run': 'Version {version} wird nach der laufenden Synchronisierung installiert',
  'about.update-install': 'Installieren und neu starten',
  'about.update-later': 'Später',
  'about.update-failed': 'Die neue Version wurde nicht installiert',
  'about.update-failed-text': 'Latchkey läuft weiter wie bisher. Versuchen Sie es erneut.',
  'about.update-starting': 'Version {version} wird installiert.',
  'about.update-is-later': 'Version {version} ist um eine Woche aufgeschoben.',
  'about.no-sandbox': 'Das Fenster läuft ohne Sandbox',
  'about.no-sandbox-text':
    'Codes und Gäste sind nicht betroffen, aber ein Fehler im Fenster könnte mehr Schaden anrichten als nötig. Verwenden Sie unter Linux das deb- oder rpm-Paket statt des AppImage; im Handbuch steht, was sonst noch hilft.',
  'about.no-notifications': 'Die letzte Benachrichtigung wurde nicht angezeigt',
  'about.no-notifications-text':
    'Nur der Infobereich und dieses Fenster melden Ihnen einen Gast ohne funktionierenden Code. Erlauben Sie Latchkey Benachrichtigungen in den Systemeinstellungen. macOS zeigt von einem Programm ohne Entwicklersignatur vielleicht keine an.',
  'about.diagnostics': 'Diagnose',
  'about.diagnostics-text':
    'Für alle, die Ihnen helfen: Version, System, Einstellungen und wie die letzten Synchronisierungen verliefen. Keine PINs, keine Zugangsdaten, keine Namen von Gästen oder Unterkünften.',
  'about.diagnostics-show': 'Diagnose anzeigen',
  'about.diagnostics-hide': 'Diagnose ausblenden',
  'about.diagnostics-copy': 'Diagnose kopieren',
  'about.diagnostics-copied': 'Diagnose kopiert.',
  'about.diagnostics-failed': 'Die Diagnose ließ sich nicht lesen',
  'about.diagnostics-failed-text': 'Codes und Gäste sind nicht betroffen. Versuchen Sie es erneut oder senden Sie das Protokoll.',
  'about.licences': 'Lizenzen',
  'about.licences-text': 'Latchkey enthält die Arbeit anderer. Die Texte ihrer Lizenzen stehen in THIRD_PARTY_NOTICES neben dem Programm.',
  'about.licences-failed': 'Die Liste ließ sich nicht anzeigen. Sie steht in THIRD_PARTY_NOTICES neben dem Programm.',
  'about.licence-name': 'Name',
  'about.licence-version': 'Version',
  'about.licence': 'Lizenz',
};
