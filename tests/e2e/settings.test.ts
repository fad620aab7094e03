/** What the host takes out of Latchkey and puts back: the history as a table and as a report, a backup and its restoring, the language. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { knownCovered } from '../../electron/app/readiness/remember-covered.ts';
import { createFormats } from '../../electron/compose/formats.ts';
import { createSystemClock } from '../../electron/scheduling/system-clock.ts';
import { openHistoryStore } from '../../electron/storage/history/history-store.ts';
import type { windowCatalogue as english } from '../../shared/i18n/window-catalogue.ts';
import { firstWords } from '../../shared/i18n/fr/first-words.ts';
import { moreWords } from '../../shared/i18n/fr/more-words.ts';
import { createTranslate } from '../../shared/i18n/message.ts';
import { mainText } from '../../shared/i18n/main-texts.ts';
import type { AppSnapshot } from '../../shared/domain/app-state.ts';
import { DAY_MS, dateOf, localNow } from '../../shared/time.ts';
import type { Host } from '../host/host.ts';
import { describeOnHost } from '../host/kinds.ts';
import { PIN_KEY, prepareApp, syncNow } from './app.ts';
import type { TestApp } from './app.ts';
import { found } from './search.ts';
import type { Needle } from './search.ts';
import { announced, goTo, openUnit, openWindow, say, section, settingsOf, soon, syncHere } from './window.ts';

const CANAL = 'Canal – Loft';

describeOnHost('the window', (kind) => {
  let app: TestApp;
  let host: Host;
  let page: Page;
  /** Where the host saves. */
  let desk: string;
  let afterFirstRun: AppSnapshot;
  beforeAll(async () => {
    desk = mkdtempSync(join(tmpdir(), 'latchkey-desk-'));
    app = await prepareApp(kind);
    host = await app.start();
    page = await openWindow(host);
    afterFirstRun = await syncHere(page);
  });
  afterAll(async () => {
    await app.close();
    rmSync(desk, { recursive: true, force: true });
  });

  const saveAs = async (name: string): Promise<string> => {
    const filePath = join(desk, name);
    await host.answerDialog({ method: 'showSaveDialog', value: { canceled: false, filePath } });
    return filePath;
  };
  const secrets = (): Needle[] => {
    const { smoobu, theKeys } = app.clouds;
    const texts = [...Object.values(smoobu.credentials), ...Object.values(theKeys.credentials), PIN_KEY, '•••'];
    return texts.map((text, index) => ({ name: `secret ${String(index)}`, text: text.padEnd(6, '•') }));
  };
  const pinsOf = (text: string): string[] => {
    // Bare digits, in quotes or between commas: four of them are found in every date and id.
    const values = new Set(text.split(/[^\w]+/));
    return app.clouds.theKeys.codes().flatMap(({ code }) => (values.has(code) ? [code] : []));
  };

  it('exports the history as a table, and copies a run for support without names', async () => {
    const operations = afterFirstRun.lastRun?.counts;
    await goTo(page, 'history');
    const file = await saveAs('history.csv');
    await page.getByRole('button', { name: say('history.export'), exact: true }).click();
    await announced(page, say('history.exported', { file: 'history.csv' }));
    const [heading = '', ...rows] = readFileSync(file, 'utf8')
      .replace(/^\u{feff}/u, '')
      .trimEnd()
      .split('\r\n');
    expect(heading).toMatch(/^run,started \(/);
    const { created = 0, updated = 0, adopted = 0, moved = 0, deleted = 0 } = operations ?? {};
    expect(rows).toHaveLength(created + updated + adopted + moved + deleted);
    expect(rows.filter((row) => row.includes('Siobhán Ó Braonáin'))).not.toEqual([]);
    expect(found(secrets(), [{ name: 'table', bytes: readFileSync(file) }])).toEqual([]);

    await page
      .getByRole('list', { name: say('history.syncs') })
      .getByRole('button')
      .first()
      .click();
    await page.getByRole('button', { name: say('history.copy') }).click();
    await announced(page, say('history.copied'));
    const report = await host.clipboardText();
    expect(await page.getByRole('region', { name: say('history.copied-text') }).textContent()).toBe(report);
    expect(report).toContain(afterFirstRun.lastRun?.run.id);
    expect(report).toContain('90006');
    const { smoobu, theKeys } = app.clouds;
    const names = [...smoobu.bookings().map(({ guestName }) => guestName), ...smoobu.apartments().map(({ name }) => name)];
    const doors = theKeys.locks().map(({ name }) => name);
    expect([...names, ...doors].filter((name) => name !== '' && report.includes(name))).toEqual([]);
    expect(found(secrets(), [{ name: 'report', bytes: Buffer.from(report) }])).toEqual([]);
    expect(pinsOf(report)).toEqual([]);
  });

  it('restores settings and mapping from a backup, after showing what that changes, and no secret is in it', async () => {
    await goTo(page, 'settings');
    const times = section(page, say('settings.times'));
    const changeTimes = async (checkIn: string) => {
      await times.getByLabel(say('settings.check-in'), { exact: true }).fill(checkIn);
      await section(page, say('settings.draft-bar'))
        .getByRole('button', { name: say('settings.draft-save') })
        .click();
      await soon(() => expect(settingsOf(app).times.checkIn).toBe(checkIn));
    };
    const choose = async (preset: 'every-30' | 'every-5', cron: string) => {
      await page.getByLabel(say('settings.preset')).selectOption({ label: say(`settings.${preset}`) });
      await soon(() => expect(settingsOf(app).schedule.cron).toBe(cron));
    };
    const canal = () => app.clouds.theKeys.codes(3702).map(({ startDate, startTime, code }) => [startDate, startTime, code]);
    await choose('every-30', '*/30 * * * *');
    const codes = canal();
    const saved = settingsOf(app);
    const file = await saveAs('backup.json');
    const backup = section(page, say('settings.backup'));
    await backup.getByRole('button', { name: say('settings.backup-save') }).click();
    await announced(page, say('settings.backup-saved', { file: 'backup.json' }));
    const text = readFileSync(file, 'utf8');
    expect(found(secrets(), [{ name: 'backup', bytes: Buffer.from(text) }])).toEqual([]);
    expect(pinsOf(text)).toEqual([]);

    await changeTimes('13:00');
    await choose('every-5', '*/5 * * * *');
    await goTo(page, 'doors');
    await openUnit(page, CANAL);
    await page.getByLabel(say('doors.before'), { exact: true }).fill('45');
    await section(page, say('doors.save-bar'))
      .getByRole('button', { name: say('doors.save'), exact: true })
      .click();
    await announced(page, say('doors.saved'));
    expect(settingsOf(app).mapping).not.toEqual(saved.mapping);
    await goTo(page, 'today');
    await syncHere(page);
    expect(canal()).not.toEqual(codes);

    await goTo(page, 'settings');
    const changed = settingsOf(app);
    const before = app.clouds.theKeys.events().length;
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      backup.getByRole('button', { name: say('import.choose') }).click(),
    ]);
    await chooser.setFiles(file);
    const reading = backup.getByRole('group', { name: say('settings.restore'), exact: true }).last();
    await reading.getByText(/^Backup of /).waitFor();
    await reading.getByText('6 units and 8 doors', { exact: true }).waitFor();
    const changes = reading.getByRole('list', { name: say('preview.list') });
    await changes
      .getByRole('article')
      .filter({ hasText: say('operations.update', { door: 'Canal, porte' }) })
      .first()
      .waitFor();
    expect([settingsOf(app), app.clouds.theKeys.events().length]).toEqual([changed, before]);
    await reading.getByRole('button', { name: say('settings.restore-apply') }).click();
    await announced(page, say('settings.restored'));
    expect(settingsOf(app)).toEqual(saved);
    await soon(async () =>
      expect(await times.getByLabel(say('settings.check-in'), { exact: true }).inputValue()).toBe(saved.times.checkIn),
    );
    await goTo(page, 'today');
    await syncHere(page);
    expect(canal()).toEqual(codes);
  });

  it('speaks another language at once: window, tray and the next notice, and back', async () => {
    const sayFrench = createTranslate<typeof english>({ ...firstWords, ...moreWords }, 'fr');
    const tray = async () => ((await host.tray())?.menu ?? []).map(({ label }) => label);
    /** More than a week ahead, so that it is a date. */
    const coveredUntil = (language: 'en' | 'fr'): string => {
      const clock = createSystemClock();
      const history = openHistoryStore({ file: join(app.profile, 'history.sqlite'), clock });
      try {
        const { untilMs = NaN } = knownCovered(history) ?? {};
        expect(untilMs).toBeGreaterThan(clock.nowMs() + 7 * DAY_MS);
        const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
        return createFormats(language, zone, () => clock.nowMs()).date(dateOf(localNow(zone, untilMs)));
      } finally {
        history.close();
      }
    };
    const speaks = async (language: 'en' | 'fr') => {
      const words = language === 'en' ? say : sayFrench;
      await page.getByRole('heading', { level: 1, name: words('shell.settings'), exact: true }).waitFor();
      await page
        .getByRole('navigation', { name: words('shell.navigation') })
        .getByRole('button', { name: words('shell.history') })
        .waitFor();
      expect(await page.evaluate('document.documentElement.lang')).toBe(language);
      const main = mainText({ language, locale: language });
      const quit = main('covered.quit', { time: coveredUntil(language) });
      await soon(async () => expect(await tray()).toEqual(expect.arrayContaining([main('tray.sync-now'), main('tray.open'), quit])));
    };
    const notice = async (act: () => void): Promise<string | undefined> => {
      const shown = (await host.notifications()).length;
      act();
      app.clouds.theKeys.expireTokens();
      await syncNow(host, app);
      await soon(async () => expect(await host.notifications()).toHaveLength(shown + 1));
      return (await host.notifications()).at(-1)?.title;
    };
    const { password } = app.clouds.theKeys.credentials;
    await goTo(page, 'settings');
    await speaks('en');
    await page.getByLabel(say('settings.language'), { exact: true }).selectOption({ label: 'Français' });
    await speaks('fr');
    expect(await notice(() => app.clouds.theKeys.setPassword('another password'))).toBe(
      mainText({ language: 'fr', locale: 'fr' })('notice.rejected-title', { cloud: 'The Keys' }),
    );
    await page.getByLabel(sayFrench('settings.language'), { exact: true }).selectOption({ label: 'English' });
    await speaks('en');
    expect(await notice(() => app.clouds.theKeys.setPassword(password))).toBe(
      mainText({ language: 'en', locale: 'en' })('notice.recovered-title'),
    );
  });
});
