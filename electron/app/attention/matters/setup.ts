/** The first steps are not completed, so nothing runs: the next step is the one thing to do. */
import type { Connection } from '../../../../shared/domain/app-state.ts';
import { CLOUD_NAMES } from '../../../../shared/errors.ts';
import type { Facts } from '../../status/facts.ts';
import type { Matter, MatterProvider } from '../matter.ts';

export const setup: MatterProvider = {
  find: (facts) => (facts.settings.setup.done ? [] : [nextStep(facts)]),
};

function nextStep({ connections, settings, localization: { text } }: Facts): Matter {
  const step = (key: string, message: string, trayLabel: string): Matter => ({
    kind: 'first-steps',
    key,
    target: { view: 'first-steps' },
    item: { severity: 'warning', message, trayLabel },
    notice: null,
  });
  if (CLOUD_NAMES.some((cloud) => isMissing(connections[cloud]))) {
    return step('credentials:first-steps', text('attention.first-steps'), text('tray.connect'));
  }
  const isMapped = settings.mapping.units.some(({ doors }) => doors.length > 0);
  return isMapped
    ? step('first-steps:apply', text('attention.first-steps-apply'), text('tray.first-steps'))
    : step('first-steps:map', text('attention.first-steps-map'), text('tray.first-steps'));
}

/** Credentials not tried since the start are assumed to work. */
function isMissing({ lastTest, stored }: Connection): boolean {
  return lastTest === null ? !stored : lastTest.failure === 'credentials-missing';
}
