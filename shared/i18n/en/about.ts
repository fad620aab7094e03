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
