/** This computer's clock is wrong, or it jumped since the last run. */
import { CLOUD_NAMES } from '../../../../shared/errors.ts';
import type { MatterProvider } from '../matter.ts';

export const clock: MatterProvider = {
  problemKinds: ['clock-stepped', 'clock-skew', 'clock-wrong'],
  find({ problems, connections, localization: { text } }) {
    const isSkewed = CLOUD_NAMES.some((cloud) => connections[cloud].lastTest?.failure === 'clock-skew');
    const hasStepped = problems.some(({ kind }) => kind === 'clock-stepped');
    const isWrong = problems.some(({ kind }) => kind === 'clock-wrong');
    if (!isSkewed && !isWrong && !hasStepped) return [];
    return [
      {
        kind: 'clock',
        key: 'clock',
        target: isSkewed ? { view: 'accounts', cloud: null } : { view: 'history', runId: null },
        item: {
          severity: isSkewed || isWrong ? 'urgent' : 'warning',
          message: text(isSkewed ? 'attention.clock-skew' : isWrong ? 'attention.clock-wrong' : 'attention.clock-stepped'),
          trayLabel: text('tray.clock'),
        },
        // Tonight's guests depend on it.
        notice: isWrong
          ? {
              category: 'arrival',
              status: 'due',
              facets: ['wrong'],
              title: text('tray.clock'),
              body: text('attention.clock-wrong'),
              isUrgent: true,
            }
          : null,
      },
    ];
  },
};
