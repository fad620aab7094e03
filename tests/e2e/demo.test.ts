/** Into the demo and out of it: each way the app asks to be started again, and in between everything shown is invented. */
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Host } from '../host/host.ts';
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

  /** What follows the main module each time. */
  const newStarts = async (host: Host) => (await host.relaunches()).map(({ args }) => args.slice(args.indexOf(MAIN) + 1));

  it('begins with a start again, from the first steps', async () => {
    const host = await app.start({ hasAccounts: false });
    const page = await shownWindow(host);
    await page.getByRole('button', { name: say('first-steps.demo') }).click();
    expect(await host.exited).toBe(0);
    expect(await newStarts(host)).toEqual([['--demo']]);
  });

  /** What others may have put in the place of the demo's folder before it starts is not its folder. */
  const PLANTED = 'latchkey-demo';
  const demoFolders = () =>
    readdirSync(app.profile)
      .filter((name) => name.startsWith('latchkey-demo') && name !== PLANTED)
      .map((name) => join(app.profile, name));

  it('says all the while that it is one, keeps nothing, and leads out again', async () => {
    // Its folder stands among the temporary ones, wherever these are.
    const env = { TMPDIR: app.profile, TEMP: app.profile, TMP: app.profile };
    mkdirSync(join(app.profile, PLANTED));
    const host = await app.start({ hasAccounts: false, args: ['--demo'], env });
    const page = await shownWindow(host);
    const banner = page.getByRole('complementary', { name: say('shell.demo') });
    await banner.getByText(say('shell.demo-text')).waitFor();
    const { isDemo, firstStepsDone, connections } = await snapshotOf(page);
    expect([isDemo, firstStepsDone, connections.smoobu.stored, connections['the-keys'].stored]).toEqual([true, true, true, true]);
    const [folder = ''] = demoFolders();
    expect(existsSync(join(folder, 'logs'))).toBe(true);
    expect([existsSync(join(folder, 'settings.json')), existsSync(join(folder, 'history.sqlite'))]).toEqual([false, false]);
    if (process.platform !== 'win32') expect(statSync(folder).mode & 0o777).toBe(0o700);
    await banner.getByRole('button', { name: say('shell.demo-leave') }).click();
    expect(await host.exited).toBe(0);
    expect(await newStarts(host)).toEqual([['--window']]);
    expect(app.clouds.smoobu.requestCount() + app.clouds.theKeys.requestCount()).toBe(0);
    expect([demoFolders(), readdirSync(join(app.profile, PLANTED))]).toEqual([[], []]);
  });
});
