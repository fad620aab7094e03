/** A slot of an ordinary schedule on the real clock, which takes more than a minute to come. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { describeOnHost } from '../host/kinds.ts';
import { eventually, prepareApp } from './app.ts';
import type { TestApp } from './app.ts';

/** A minute until the slot, a fifth of it for the spread of installations, and the run itself. */
const MAX_MS = 90_000;

describeOnHost('the schedule by the minute', (kind) => {
  let app: TestApp;
  beforeEach(async () => {
    app = await prepareApp(kind, (settings) => ({ ...settings, schedule: { cron: '* * * * *' } }));
  });
  afterEach(async () => {
    await app.close();
  });

  it('runs at its slot without being asked, after the run of the start', async () => {
    await app.start();
    const triggers = (): readonly string[] => app.lastRuns().map(({ trigger }) => trigger);
    await eventually(() => expect(triggers()).toContain('schedule'), MAX_MS);
    expect(new Set(triggers())).toEqual(new Set(['start', 'schedule']));
  });
});
