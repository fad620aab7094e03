/** A slot of the schedule on the real clock. Slots slept through need hours: electron/app/schedule/triggers.test.ts plays them in virtual time. */
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createSystemClock } from '../../electron/scheduling/system-clock.ts';
import { openHistoryStore } from '../../electron/storage/history/history-store.ts';
import { describeOnHost } from '../host/kinds.ts';
import { eventually, prepareApp } from './app.ts';
import type { TestApp } from './app.ts';

/** A minute until the slot, a fifth of it for the spread of installations, and the run itself. */
const MAX_MS = 90_000;

describeOnHost('the schedule', (kind) => {
  let app: TestApp;
  beforeEach(async () => {
    app = await prepareApp(kind, (settings) => ({ ...settings, schedule: { cron: '* * * * *' } }));
  });
  afterEach(async () => {
    await app.close();
  });

  it('runs at its slot, after the run of the start and without being asked', { timeout: MAX_MS + 20_000 }, async () => {
    await app.start();
    const triggers = (): readonly string[] => {
      const history = openHistoryStore({ file: join(app.profile, 'history.sqlite'), clock: createSystemClock() });
      try {
        return history.listRuns({ limit: 10 }).map((run) => run.trigger);
      } finally {
        history.close();
      }
    };
    await eventually(() => expect(triggers()).toContain('schedule'), MAX_MS);
    expect(triggers().filter((trigger) => trigger !== 'start' && trigger !== 'schedule')).toEqual([]);
  });
});
