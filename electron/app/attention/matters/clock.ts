/** This computer's clock is wrong, or it jumped since the last run. */
import { CLOUD_NAMES } from '../../../../shared/errors.ts';
import type { MatterProvider } from '../matter.ts';

export const clock: MatterProvider = {
  problemKinds: ['clock-stepped', 'clock-skew'],
  find({ problems, connections, localization: { text } }) {
    const isSkewed = CLOUD_NAMES.some((cloud) => connections[cloud].lastTest?.failure === 'clock-skew');
    const hasStepped = problems.some(({ kind }) => kind === 'clock-stepped');
    if (!isSkewed && !hasStepped) return [];
    return [
      {
        kind: 'clock',
        key: 'clock',
        target: isSkewed ? { view: 'accounts', cloud: null } : { view: 'history', runId: null },
        item: {
          severity: isSkewed ? 'urgent' : 'warning',
          message: text(isSkewed ? 'attention.clock-skew' : 'attention.clock-stepped'),
          trayLabel: text('tray.clock'),
        },
        notice: null,
      },
    ];
  },
};
