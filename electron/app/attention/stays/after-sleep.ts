/** What the sync after a sleep of the computer changed: there is nothing to do, so it is a notification only, and once. */
import type { MatterProvider } from '../matter.ts';

export const afterSleep: MatterProvider = {
  find({ lastRun, staysReadAtMs, localization: { text } }) {
    // Before the first sync since the start, the last one is known from the history, and the user was told then.
    if (lastRun?.run.trigger !== 'resume' || staysReadAtMs === null) return [];
    const { created, updated, moved, adopted, deleted } = lastRun.counts;
    const written = created + updated + moved + adopted;
    const sentences = [
      ...(written === 0 ? [] : [text('notice.after-sleep-written', { count: written })]),
      ...(deleted === 0 ? [] : [text('notice.after-sleep-removed', { count: deleted })]),
    ];
    if (sentences.length === 0) return [];
    const { id } = lastRun.run;
    return [
      {
        kind: 'after-sleep',
        key: 'after-sleep',
        target: { view: 'history', runId: id },
        item: null,
        notice: {
          category: 'recovered',
          status: 'due',
          facets: [id],
          title: text('notice.after-sleep-title'),
          body: sentences.join(' '),
          isUrgent: false,
        },
      },
    ];
  },
};
