/** What is done every week without acting on a stay: find a guest by name, see who can open a door now, print today; each in at most four clicks. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Host } from '../host/host.ts';
import { describeOnHost } from '../host/kinds.ts';
import { prepareApp, syncNow } from './app.ts';
import type { TestApp } from './app.ts';
import { announced, goTo, openWindow, say } from './window.ts';

const MAX_CLICKS = 4;
const BJORK = 'Björk Hallgrímsdóttir';

describeOnHost('what is done every week', (kind) => {
  let app: TestApp;
  let host: Host;
  let page: Page;
  let clicks = 0;
  beforeAll(async () => {
    app = await prepareApp(kind);
    host = await app.start();
    await syncNow(host, app);
    page = await openWindow(host);
    await page.getByText(BJORK).first().waitFor();
  }, 60_000);
  afterAll(async () => {
    await app.close();
  });
  beforeEach(async () => {
    await goTo(page, 'today');
    clicks = 0;
  });
  const click = async (target: Locator): Promise<void> => {
    clicks += 1;
    await target.click();
  };

  it('a guest is found by a few letters, without the mouse', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: say('finder.title') }).pressSequentially('bjork');
    await page.getByRole('option', { name: BJORK }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: BJORK, level: 2 }).waitFor();
    expect(clicks).toBe(0);
    await page.keyboard.press('Escape');
  });

  it('who can open a door now is one filter of the calendar', async () => {
    await click(page.getByRole('navigation').getByRole('button', { name: say('shell.calendar') }));
    await click(page.getByRole('button', { name: new RegExp(`^${say('calendar.open-now')}`) }));
    await page.getByText(BJORK).first().waitFor();
    // Arrives in three weeks.
    expect(await page.getByText('Aiyana Blackwater').count()).toBe(0);
    expect(clicks).toBeLessThanOrEqual(MAX_CLICKS);
  });

  it('today’s sheet is saved as a PDF, and leaves the page again', async () => {
    const file = join(app.profile, 'today.pdf');
    await host.answerDialog({ method: 'showSaveDialog', value: { canceled: false, filePath: file } });
    await click(page.getByRole('button', { name: say('shortcut.print') }));
    await click(page.getByRole('dialog').getByRole('button', { name: say('print.save') }));
    await announced(page, say('print.saved', { file: 'today.pdf' }));
    expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
    expect(await page.locator('.sheet').count()).toBe(0);
    expect(clicks).toBeLessThanOrEqual(MAX_CLICKS);
  });

  it('an emergency sheet has PINs only after the system has asked', async () => {
    const file = join(app.profile, 'emergency.pdf');
    await host.answerDialog({ method: 'showMessageBox', value: { response: 0 } });
    await host.answerDialog({ method: 'showSaveDialog', value: { canceled: false, filePath: file } });
    await click(page.getByRole('button', { name: say('shortcut.print') }));
    await page.getByRole('radio', { name: say('print.emergency') }).check({ force: true });
    await page.getByLabel(say('print.with-pins')).check();
    await click(page.getByRole('dialog').getByRole('button', { name: say('print.save') }));
    await announced(page, say('print.saved', { file: 'emergency.pdf' }));
    expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
    expect(await page.locator('.sheet').count()).toBe(0);
  });
});
