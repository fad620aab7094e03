/** First steps to the first applied plan, with credentials in a real keychain: by hand, and by the older tool's configuration file. */
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Host } from '../host/host.ts';
import { describeOnHost } from '../host/kinds.ts';
import { missingForSecretService, startSecretService } from '../keychain/secret-service.ts';
import type { SecretService } from '../keychain/secret-service.ts';
import { checkDoors } from '../../electron/demo/door-check.ts';
import { PARKING, unitPlan, VIEUX_LYON } from '../../electron/demo/portfolio/places.ts';
import type { DemoSeed } from '../../electron/demo/seed.ts';
import { createSystemClock } from '../../electron/scheduling/system-clock.ts';
import { prepareApp } from './app.ts';
import type { TestApp } from './app.ts';
import { lineOf, oldConfigFile } from './old-config.ts';
import { announced, countClicks, say, settingsOf, shownWindow, snapshotOf, soon, stayOf, throughRun } from './window.ts';

/** As codes without a time before check-in: with it, one would stop working between 14:30 and 15:00, and wait for the user's approval. */
const withUsualTimes = ({ smoobu, theKeys }: DemoSeed): DemoSeed => ({
  smoobu,
  theKeys: { ...theKeys, shares: theKeys.shares.map((share) => (share.startTime === '14:30' ? { ...share, startTime: '15:00' } : share)) },
});
const missing = missingForSecretService();
if (missing !== null) console.log(`skipped: first steps with a real keychain (${missing})`);

describe.skipIf(missing !== null)('with a real keychain', () => {
  describeOnHost('the first steps', (kind) => {
    let service: SecretService;
    let app: TestApp;
    let host: Host;
    let page: Page;
    beforeEach(async () => {
      service = await startSecretService();
      await service.unlock();
      app = await prepareApp(kind, undefined, withUsualTimes);
      host = await app.start({ hasAccounts: false, env: service.env });
      page = await shownWindow(host);
    });
    afterEach(async () => {
      await app.close();
      await service.close();
    });

    const credentials = (cloud: string) => page.getByRole('form', { name: say('accounts.form-name', { cloud }) });
    const isOpen = (step: 'accounts' | 'doors' | 'plan') =>
      page.getByRole('heading', { level: 1, name: say(`first-steps.${step}-title`) }).waitFor();
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    /** What the bar promises, as numbers: "19 new · 2 removed". */
    const promisedInBar = async () => {
      const bar = page.getByRole('status').filter({ hasText: /^\d+ \w+/ });
      const texts = ((await bar.textContent()) ?? '').split(' · ');
      return texts.reduce((sum, text) => sum + Number.parseInt(text, 10), 0);
    };
    /** Whatever a request did to the locks. */
    const written = () => app.clouds.theKeys.events().filter(({ by }) => by === 'request');
    const writes = () => app.clouds.theKeys.requests().filter(({ isWrite }) => isWrite);

    /** What everything before it was for: the plan is shown, nothing is written, the user starts, and every guest gets in. */
    const applyFirstPlan = async () => {
      await isOpen('plan');
      await page.getByRole('list', { name: say('first-steps.plan-by-unit') }).waitFor();
      const promised = await promisedInBar();
      expect(writes()).toEqual([]);
      expect((await snapshotOf(page)).lastRun).toBeNull();

      const { lastRun, stays, attention } = await throughRun(page, () => press(say('first-steps.start')));
      expect(lastRun?.run.outcome).toBe('ok');
      const { created = 0, updated = 0, adopted = 0, moved = 0, deleted = 0 } = lastRun?.counts ?? {};
      expect(created + updated + adopted + moved + deleted).toBe(promised);
      expect(written().length).toBeGreaterThan(15);
      expect(stays.length).toBeGreaterThan(15);
      // Gateways take some minutes, and a battery of the portfolio is low.
      expect(stays.map(({ stay, verdict, worst }) => ({ id: stay.booking.id, verdict, worst }))).toEqual(
        stays.map(({ stay: { booking } }) => ({
          id: booking.id,
          ...(booking.unitId === VIEUX_LYON ? { verdict: 'check', worst: 'battery' } : { verdict: 'on-its-way', worst: 'gateway' }),
        })),
      );
      const check = checkDoors(
        stays.map(({ stay }) => stay),
        app.clouds,
        settingsOf(app),
        createSystemClock().nowMs(),
      );
      expect(check).toMatchObject({ stays: stays.length, lockedOut: [], openOutside: [] });
      // The door of the flat, behind the gate, with that battery; and a stay in a unit without a door.
      expect(attention.map(({ kind: what, severity, lockId, unitId }) => ({ what, severity, of: lockId ?? unitId }))).toEqual([
        { what: 'door-health', severity: 'warning', of: unitPlan(VIEUX_LYON)?.lockIds.at(-1) },
        { what: 'problem', severity: 'warning', of: PARKING },
      ]);
    };

    const isOnItsWay = () => stayOf(page, 'Margaux Delacourt-Petit', 'on-its-way').waitFor();

    it('lead from nothing to every guest getting in with at most 12 clicks, and write nothing before the start', async () => {
      const { smoobu, theKeys } = app.clouds;
      await isOpen('accounts');
      expect(await page.getByRole('navigation').count()).toBe(0);
      const clicks = await countClicks(page);
      await credentials('Smoobu').getByLabel(say('accounts.api-key')).fill(smoobu.credentials.apiKey);
      await credentials('Smoobu').getByLabel(say('accounts.api-secret')).fill(smoobu.credentials.apiSecret);
      await credentials('Smoobu')
        .getByRole('button', { name: say('accounts.save') })
        .click();
      await page.getByText(say('accounts.found', { what: '7 apartments' }), { exact: true }).waitFor();

      const [, local = ''] = /^\+33(\d+)$/.exec(theKeys.credentials.username) ?? [];
      await credentials('The Keys')
        .getByLabel(say('accounts.phone'))
        .fill(`0${local.replaceAll(/(\d\d)(?=\d)/g, '$1 ')}`);
      await credentials('The Keys').getByLabel(say('accounts.password')).fill(theKeys.credentials.password);
      await credentials('The Keys')
        .getByRole('button', { name: say('accounts.save') })
        .click();
      await page.getByText(say('accounts.found', { what: '8 locks and 8 keypads' }), { exact: true }).waitFor();
      expect(theKeys.loginCount()).toBeGreaterThan(0);

      await press(say('first-steps.choose-doors'));
      await isOpen('doors');
      await press(say('first-steps.use', { count: 6 }));
      await isOpen('plan');
      expect(
        settingsOf(app)
          .mapping.units.map(({ doors }) => doors.length)
          .sort(),
      ).toEqual([1, 1, 2, 2, 2, 2]);

      await applyFirstPlan();
      await page.getByRole('heading', { level: 1, name: say('first-steps.written') }).waitFor();
      const doors = page.getByRole('list', { name: say('first-steps.by-door') }).getByRole('listitem');
      await soon(async () => expect(await doors.count()).toBe(8));

      // Only an installed program can start at login. This one says that it is none, and saves nothing; the click counts all the same.
      const startAtLogin = page.getByRole('switch', { name: say('settings.start-at-login'), disabled: true });
      await startAtLogin.click({ force: true });
      await page.getByText(say('settings.not-installed'), { exact: true }).waitFor();
      expect(await startAtLogin.getAttribute('aria-checked')).toBe('false');
      await press(say('first-steps.today'));
      expect(await clicks()).toBeLessThanOrEqual(12);
      await isOnItsWay();
      expect(settingsOf(app)).toMatchObject({ app: { startAtLogin: false }, setup: { done: true } });
    });

    it('take over the older tool’s file: mistakes by their line, the secret it lacks, and the first plan', async () => {
      const { smoobu, theKeys } = app.clouds;
      const { username: phone, password } = theKeys.credentials;
      const file = oldConfigFile({ phone, password, apiKey: smoobu.credentials.apiKey });
      const broken = file.replace('check_in_hour: 15', 'check_in_hour: 99');
      await page.getByRole('button', { name: say('first-steps.import') }).click();
      const panel = page.getByRole('group', { name: say('settings.import'), exact: true });

      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        panel.getByRole('button', { name: say('import.choose') }).click(),
      ]);
      await chooser.setFiles({ name: 'config.yml', mimeType: 'text/yaml', buffer: Buffer.from(broken) });
      const mistakes = panel.getByRole('alert');
      await mistakes.getByText(say('import.mistakes'), { exact: true }).waitFor();
      expect(await mistakes.getByRole('listitem').allTextContents()).toEqual([
        expect.stringMatching(new RegExp(`^Line ${String(lineOf(broken, 'check_in_hour'))}: .*must be a whole number`)),
      ]);

      // One wrong lock leaves out its unit, and the others could be applied.
      const partly = file.replace('[3702]', '[3799]');
      await chooser.setFiles({ name: 'config.yml', mimeType: 'text/yaml', buffer: Buffer.from(partly) });
      const found = panel.getByRole('group', { name: say('import.found') });
      await found.getByText(say('import.left-out'), { exact: true }).waitFor();
      expect(await found.getByRole('alert').getByRole('listitem').allTextContents()).toEqual([
        expect.stringMatching(new RegExp(`^Line ${String(lineOf(partly, '[3799]'))}: .*lock 3799 has no keypad`)),
      ]);
      expect(await found.getByText(say('import.new'), { exact: true }).count()).toBe(5);

      const dropped = await page.evaluateHandle((text) => {
        const data = new DataTransfer();
        data.items.add(new File([text], 'config.yml', { type: 'text/yaml' }));
        return data;
      }, file);
      await panel.getByRole('group', { name: say('import.drop') }).dispatchEvent('drop', { dataTransfer: dropped });
      const result = panel.getByRole('group', { name: say('import.found') });
      await result.getByText(say('import.has-key-only'), { exact: true }).waitFor();
      // Until the file is read, that of the one before is shown, which has no secret either.
      await soon(async () => expect(await result.getByText(say('import.new'), { exact: true }).count()).toBe(6));
      expect(app.clouds.smoobu.requestCount() + theKeys.requestCount()).toBe(0);
      expect(settingsOf(app).mapping.units).toEqual([]);
      await result.getByLabel(say('accounts.api-secret')).fill(smoobu.credentials.apiSecret);
      await result.getByRole('button', { name: say('import.apply') }).click();
      await announced(page, say('first-steps.imported'));
      const { connections } = await snapshotOf(page);
      expect(Object.values(connections).map(({ stored, lastTest }) => [stored, lastTest?.failure])).toEqual([
        [true, null],
        [true, null],
      ]);
      expect(settingsOf(app).mapping.units.flatMap(({ doors }) => doors.map(({ prefix }) => prefix))).toContain('18');

      await applyFirstPlan();
      await press(say('first-steps.today'));
      await isOnItsWay();
    });
  });
});
