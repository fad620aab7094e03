/** About Latchkey: a newer version, diagnostics and licences. */
import type { Section } from '../message.ts';

export const about = {
  'about.update-ready': 'Version {version} is ready to be installed',
  'about.update-ready-text': 'It is installed when you quit Latchkey. Settings, history and codes stay as they are.',
  'about.update-put-off': 'Version {version} is postponed',
  'about.update-put-off-text': 'You chose Later. Latchkey asks again after a week.',
  'about.update-after-run': 'Version {version} is installed after the current sync',
  'about.update-install': 'Install and restart',
  'about.update-later': 'Later',
  'about.update-failed': 'The new version was not installed',
  'about.update-failed-text': 'Latchkey keeps running as it is. Try again.',
  'about.update-starting': 'Version {version} will be installed.',
  'about.update-is-later': 'Version {version} is postponed for a week.',
  'about.no-sandbox': 'The window runs without a sandbox',
  'about.no-sandbox-text':
    'Codes and guests are not affected, but a fault in the window could do more harm than it should. On Linux, use the deb or rpm instead of the AppImage; the user guide says what else helps.',
  'about.no-notifications': 'The last notification was not shown',
  'about.no-notifications-text':
    'Only the tray and this window tell you of a guest without a working code. Allow notifications for Latchkey in the system settings. macOS may show none of a program without a developer’s signature.',
  'about.diagnostics': 'Diagnostics',
  'about.diagnostics-text':
    'For whoever helps you: version, system, settings and how the last syncs went. No PINs, no credentials, no names of guests or units.',
  'about.diagnostics-show': 'Show diagnostics',
  'about.diagnostics-hide': 'Hide diagnostics',
  'about.diagnostics-copy': 'Copy diagnostics',
  'about.diagnostics-copied': 'Diagnostics copied.',
  'about.diagnostics-failed': 'The diagnostics could not be read',
  'about.diagnostics-failed-text': 'Codes and guests are not affected. Try again, or send the log.',
  'about.licences': 'Licences',
  'about.licences-text': 'Latchkey contains the work of others. Their licence texts are in THIRD_PARTY_NOTICES, beside the program.',
  'about.licences-failed': 'The list could not be shown. It is in THIRD_PARTY_NOTICES, beside the program.',
  'about.licence-name': 'Name',
  'about.licence-version': 'Version',
  'about.licence': 'Licence',
} as const satisfies Section;
