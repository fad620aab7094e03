/**
 * The schedule of the running app, on the real clock: at a slot it runs by itself. The slots come every two seconds here and every minute in
 * schedule.soak.ts; electron/app/schedule/triggers.test.ts covers sleep and changes of the clock in virtual time.
 */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { describeOnHost } from '../host/kinds.ts';
import { eventually, prepareApp } from './app.ts';
import type { TestApp } from './app.ts';

describeOnHost('the schedule', (kind) => {
  let app: TestApp;
  beforeEach(async () => {
    app = await prepareApp(kind);
  });
  afterEach(async () => {
    await app.close();
  });

  it('runs at a slot without being asked, after the run of the start', async () => {
    await app.start({ env: { LATCHKEY_RUN_DELAY_MS: '0', LATCHKEY_SCHEDULE: '*/2 * * * * *' } });
    const triggers = (): readonly string[] => app.lastRuns().map(({ trigger }) => trigger);
    await eventually(() => expect(triggers()).toContain('schedule'));
    expect(triggers().at(-1)).toBe('start');
    expect(new Set(triggers())).toEqual(new Set(['start', 'schedule']));
  });
});
