/** What helps when something is wrong: diagnostics to hand on, and what the program does after an error or with a page that died. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { mainText } from '../../shared/i18n/main-texts.ts';
import type { Host } from '../host/host.ts';
import { describeOnHost } from '../host/kinds.ts';
import { eventually, PIN_KEY, prepareApp, syncNow } from './app.ts';
import type { TestApp } from './app.ts';
import { ipcOf } from './ipc-log.ts';
import { goTo, openWindow, say, section, soon } from './window.ts';

const text = mainText({ language: 'en', locale: 'en' });
const LOG = ['logs', 'latchkey.log'] as const;

describeOnHost('support', (kind) => {
  let app: TestApp;
  let host: Host;
  beforeEach(async () => {
    app = await prepareApp(kind);
    host = await app.start();
  });
  afterEach(async () => {
    await app.close();
  });

  const about = async (page: Page) => {
    await goTo(page, 'settings');
    return section(page, say('settings.about'));
  };
  const log = () => readFileSync(join(app.profile, ...LOG), 'utf8');

  it('gets diagnostics that were shown before they are copied, without names and secrets', async () => {
    await syncNow(host, app);
    const card = await about(await openWindow(host));
    expect(await card.getByRole('button', { name: say('about.diagnostics-copy') }).count()).toBe(0);
    await card.getByRole('button', { name: say('about.diagnostics-show') }).click();
    const shown = card.getByRole('region', { name: say('about.diagnostics') });
    await shown.getByText('"Latchkey"').waitFor();
    expect(await host.clipboardText()).toBe('');
    await card.getByRole('button', { name: say('about.diagnostics-copy') }).click();
    await soon(async () => expect(await host.clipboardText()).not.toBe(''));
    const copied = await host.clipboardText();
    await soon(async () => expect(await shown.textContent()).toBe(copied));
    for (const part of ['"installation": "development"', '"lastRuns"', '"outcome": "ok"', '"node"', '"logFolder"'])
      expect(copied).toContain(part);
    expect(copied).not.toContain('[redacted]');

    const snapshot = (await ipcOf(host))
      .filter(({ direction }) => direction === 'answer')
      .flatMap(({ values }) => values)
      .map((value) => (value as { value?: { stays?: unknown } }).value)
      .find((value) => Array.isArray(value?.stays)) as {
      stays: readonly { stay: { unitName: string; booking: { guestName: string } } }[];
    };
    const { smoobu, theKeys } = app.clouds;
    const hidden = [
      ...snapshot.stays.flatMap(({ stay }) => [stay.unitName, stay.booking.guestName]),
      ...theKeys
        .codes()
        .map(({ code }) => code)
        .filter((code) => code.length > 4),
      smoobu.credentials.apiKey,
      smoobu.credentials.apiSecret,
      theKeys.credentials.username,
      theKeys.credentials.password,
      PIN_KEY,
      app.profile,
    ].filter((text) => text.length > 2);
    expect(hidden.length).toBeGreaterThan(10);
    for (const text of hidden) expect(copied.includes(text), text).toBe(false);
  });

  it('sees whose work is in the program, and no newer version where there is none', async () => {
    const card = await about(await openWindow(host));
    expect(await card.getByRole('table').count()).toBe(0);
    await card.getByText(say('about.licences'), { exact: true }).click();
    await card.getByRole('row', { name: /^electron / }).waitFor();
    expect(await card.getByRole('row').count()).toBeGreaterThan(20);
    expect(await card.getByRole('button', { name: say('about.update-install') }).count()).toBe(0);
    const tray = (await host.tray())?.menu ?? [];
    expect(tray.some(({ id }) => id === 'install-update')).toBe(false);
  });

  it('shows a page that died once more, then says so, and keeps codes up all the while', async () => {
    await host.answerDialog({ method: 'showMessageBox', value: { response: 0, checkboxChecked: false } });
    await openWindow(host);
    const shown = async () => (await host.windows()).find(({ isVisible }) => isVisible)?.id ?? null;
    const crash = async () => host.crashPage((await shown()) ?? 0);
    const first = await shown();
    await crash();
    await eventually(async () => expect([first, null]).not.toContain(await shown()));
    await (await host.page()).getByRole('heading', { level: 1 }).waitFor();
    expect(await host.dialogs()).toEqual([]);
    await crash();
    await eventually(async () => expect(await host.dialogs()).toHaveLength(1));
    const [told] = await host.dialogs();
    expect(told?.options.message).toBe('The window of Latchkey cannot be shown');
    expect(told?.options.detail).toBe(text('crash.window-body', { folder: join(app.profile, 'logs') }));
    expect(await host.windows()).toEqual([]);
    await syncNow(host, app);
    // Whoever asks for it gets it again.
    await openWindow(host);
  });

  it.each(['exception', 'promise'] as const)(
    'an uncaught error (%s) is logged, shown once, and ends in an orderly shutdown',
    async (where) => {
      await syncNow(host, app);
      await host.evaluateMain(({ dialog }, how) => {
        const box = dialog as { showErrorBox: (title: string, content: string) => void };
        box.showErrorBox = (title, content) => process.stdout.write(`told: ${title} | ${content}\n`);
        const bug = () => new Error('planted: PIN 4821, call +33600112233');
        for (let times = 0; times < 3; times += 1) {
          if (how === 'promise') void Promise.reject(bug());
          else
            setTimeout(() => {
              throw bug();
            }, 0);
        }
      }, where);
      expect(await host.exited).toBe(1);
      const told = host.output().stdout.match(/told: .*/g);
      expect(told).toEqual([expect.stringMatching(/^told: Latchkey has stopped \| .*new bookings get none until Latchkey runs again/)]);
      const entries = log()
        .split('\n')
        .filter((line) => line.includes('uncaught error'));
      expect(entries.length).toBeGreaterThan(0);
      expect(entries.every((line) => line.includes(`"where":"${where}"`))).toBe(true);
      expect(log()).not.toMatch(/4821|600112233/);
      // Nothing asked to start again what fails soon after its start.
      expect(await host.relaunches()).toEqual([]);
      // Put away in order: the next one starts on the same files, and finds nothing left to do.
      host = await app.start();
      await syncNow(host, app);
      expect(await host.windows()).toEqual([]);
    },
  );

  it('says so after it had to start again', async () => {
    await host.quit();
    host = await app.start({ args: ['--hidden', '--after-crash'] });
    await eventually(async () => expect(await host.notifications()).toMatchObject([{ title: text('notice.restarted-title') }]));
    expect(await host.windows()).toEqual([]);
  });
});
