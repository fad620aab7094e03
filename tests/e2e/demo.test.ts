/** Into the demo and out of it: each way the app asks to be started anew, and in between everything shown is invented. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeOnHost } from '../host/kinds.ts';
import { MAIN, prepareApp } from './app.ts';
import type { TestApp } from './app.ts';
import { say, shownWindow, snapshotOf } from './window.ts';

describeOnHost('the demo', (kind) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await prepareApp(kind);
  });
  afterAll(async () => {
    await app.close();
  });

  it('begins with a start anew, from the first steps', async () => {
    const host = await app.start({ hasAccounts: false });
    const page = await shownWindow(host);
    await page.getByRole('button', { name: say('first-steps.demo') }).click();
    expect(await host.exited).toBe(0);
    expect(await host.relaunches()).toEqual([{ args: [MAIN, '--demo'] }]);
  });

  it('says all the while that it is one, keeps nothing, and leads out again', async () => {
    // Its own folder stands among the temporary ones.
    const host = await app.start({ hasAccounts: false, args: ['--demo'], env: { TMPDIR: app.profile } });
    const page = await shownWindow(host);
    const banner = page.getByRole('complementary', { name: say('shell.demo') });
    await banner.getByText(say('shell.demo-text')).waitFor();
    const { isDemo, firstStepsDone, connections } = await snapshotOf(page);
    expect([isDemo, firstStepsDone, connections.smoobu.stored, connections['the-keys'].stored]).toEqual([true, true, true, true]);
    await banner.getByRole('button', { name: say('shell.demo-leave') }).click();
    expect(await host.exited).toBe(0);
    expect(await host.relaunches()).toEqual([{ args: [MAIN, '--window'] }]);
    expect(app.clouds.smoobu.requestCount() + app.clouds.theKeys.requestCount()).toBe(0);
    expect(existsSync(join(app.profile, 'latchkey-demo', 'settings.json'))).toBe(false);
    expect(existsSync(join(app.profile, 'latchkey-demo', 'history.sqlite'))).toBe(false);
  });
});
