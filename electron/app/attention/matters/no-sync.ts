/** No sync has worked for long, for a reason that no other matter tells. */
import type { Facts } from '../../status/facts.ts';
import { isTooLong } from '../../status/silence.ts';
import { isPaused } from '../../schedule/schedule-policy.ts';
import type { Matter, MatterProvider } from '../matter.ts';
import { LASTING_RUNS } from './unreachable.ts';

export const noSync: MatterProvider = {
  problemKinds: ['no-sync'],
  find(facts): readonly Matter[] {
    const { silence, localization, problems } = facts;
    // The app may have been restarted since.
    const recorded = problems.find(({ kind }) => kind === 'no-sync');
    const { text, formats } = localization;
    const category = 'unreachable';
    const common = { kind: 'no-sync', key: 'no-sync', target: { view: 'history', runId: null } } as const;
    if ((recorded === undefined && !isTooLong(silence)) || isToldElsewhere(facts)) {
      const hasWorked = silence.workedAtMs !== null && silence.awakeMs === 0;
      const notice = hasWorked ? ({ category, status: 'resolved', message: text('notice.recovered-sync') } as const) : null;
      return [{ ...common, item: null, notice: notice ?? { category, status: 'ongoing' } }];
    }
    const cause = facts.isOnline
      ? (facts.lastRun?.problems.find(({ kind }) => kind !== 'no-sync')?.message ?? text('attention.no-sync-unknown'))
      : text('attention.no-sync-offline');
    const since =
      silence.workedAtMs === null ? text('attention.no-sync-start') : text('attention.no-sync', { time: formats.time(silence.workedAtMs) });
    const message = isTooLong(silence) || recorded === undefined ? `${since} ${cause}` : `${recorded.message} ${cause}`;
    return [
      {
        ...common,
        item: { severity: 'urgent', message, trayLabel: text('tray.no-sync') },
        notice: { category, status: 'due', facets: ['silent'], title: text('tray.no-sync'), body: message, isUrgent: false },
      },
    ];
  },
};

function isToldElsewhere({ health, keychain, settings, nowMs }: Facts): boolean {
  const isTold = Object.values(health).some(
    ({ isRejected, unreachableRuns, refusedRuns }) => isRejected || unreachableRuns >= LASTING_RUNS || refusedRuns >= LASTING_RUNS,
  );
  return isTold || keychain !== null || isPaused(settings.pause, nowMs);
}
