/** A cloud answers and refuses everything: listed at once, and urgent after several runs, or after one with an arrival near. */
import { CLOUD_NAMES, CLOUD_TITLES } from '../../../../shared/errors.ts';
import type { Matter, MatterNotice, MatterProvider } from '../matter.ts';
import { hasNearArrival, LASTING_RUNS } from './unreachable.ts';

export const refused: MatterProvider = {
  problemKinds: ['cloud-failed'],
  find: (facts) =>
    CLOUD_NAMES.flatMap((cloud): readonly Matter[] => {
      const { refusedRuns, refusedAs, lastSuccessMs } = facts.health[cloud];
      const { text } = facts.localization;
      const title = CLOUD_TITLES[cloud];
      const problem = facts.problems.find(({ kind, retryable, cloud: about }) => kind === 'cloud-failed' && !retryable && about === cloud);
      const isUrgent = refusedRuns >= LASTING_RUNS || (refusedRuns > 0 && hasNearArrival(facts));
      const message = problem?.message ?? (isUrgent && refusedAs !== null ? text(`failure.${refusedAs}`, { cloud: title }) : null);
      const category = 'unreachable';
      const notice = (): MatterNotice => {
        if (isUrgent && message !== null)
          return {
            category,
            status: 'due',
            facets: ['refused'],
            title: text('notice.refused-title', { cloud: title }),
            body: message,
            isUrgent: false,
          };
        return refusedRuns === 0 && lastSuccessMs !== null
          ? { category, status: 'resolved', message: text('notice.recovered-cloud', { cloud: title }) }
          : { category, status: 'ongoing' };
      };
      return [
        {
          kind: 'refused',
          key: `refused:${cloud}`,
          target: { view: 'accounts', cloud },
          item:
            message === null
              ? null
              : { severity: isUrgent ? 'urgent' : 'warning', cloud, message, trayLabel: text('tray.refused', { cloud: title }) },
          notice: notice(),
        },
      ];
    }),
};
