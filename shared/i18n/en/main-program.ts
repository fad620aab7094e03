/** About the program itself: a newer version, and a stop that was not meant. */
import type { Section } from '../message.ts';

export const program = {
  'tray.install': 'Install version {version} and restart',
  'tray.install-after-run': 'Version {version} follows after this run',
  'notice.update-title': 'Version {version} is ready',
  'notice.update-body': 'It is installed when you quit Latchkey, or now from its menu. Codes on the locks are not touched.',
  'notice.restarted-title': 'Latchkey had to start again',
  'notice.restarted-body': 'Something went wrong inside it. It keeps codes up again; the log says what happened.',
  'refusal.no-update': 'There is no newer version to install. Nothing was changed.',
  'crash.title': 'Latchkey has stopped',
  'crash.body':
    'Something went wrong inside it. Codes on the locks keep working, but new bookings get none until Latchkey runs again. Start it again; if it stops again, the log in {folder} says why.',
  'crash.window-title': 'The window of Latchkey cannot be shown',
  'crash.window-body':
    'Its page stopped several times. Latchkey goes on in the tray, and codes are kept up. Open the window again later; the log in {folder} says why.',
} as const satisfies Section;
