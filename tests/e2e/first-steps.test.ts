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
import { announced, planned, say, section, settingsOf, shownWindow, snapshotOf, soon, stayOf, throughRun } from './window.ts';

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
    const goOn = (step: 'the-keys' | 'doors' | 'plan') =>
      page.getByRole('button', { name: say('first-steps.next', { step: say(`first-steps.${step}`) }) }).click();
    const isOpen = (step: 'smoobu' | 'plan') =>
      page.getByRole('button', { name: new RegExp(say(`first-steps.${step}`)), expanded: true }).waitFor();
    /** Whatever a request did to the locks. */
    const written = () => app.clouds.theKeys.events().filter(({ by }) => by === 'request');
    const writes = () => app.clouds.theKeys.requests().filter(({ isWrite }) => isWrite);

    /** What everything before it was for: the plan is shown, nothing is written, the host says the word, and every guest gets in. */
    const applyFirstPlan = async () => {
      await isOpen('plan');
      await planned(page).first().waitFor();
      const promised = await planned(page).count();
      expect(writes()).toEqual([]);
      expect((await snapshotOf(page)).lastRun).toBeNull();

      const { lastRun, stays, attention } = await throughRun(page, () =>
        page.getByRole('button', { name: say('first-steps.apply'), exact: true }).click(),
      );
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
      // The door with that battery, and a stay in a unit without a door.
      expect(attention.map(({ kind: what, severity, lockId, unitId }) => ({ what, severity, of: lockId ?? unitId }))).toEqual([
        { what: 'door-health', severity: 'warning', of: unitPlan(VIEUX_LYON)?.lockIds[0] },
        { what: 'problem', severity: 'warning', of: PARKING },
      ]);
    };

    const isOnItsWay = () => stayOf(page, 'Margaux Delacourt-Petit', 'on-its-way').waitFor();

    it('lead from nothing to every guest getting in, and write nothing before the word', async () => {
      const { smoobu, theKeys } = app.clouds;
      await isOpen('smoobu');
      await credentials('Smoobu').getByLabel(say('accounts.api-key')).fill(smoobu.credentials.apiKey);
      await credentials('Smoobu').getByLabel(say('accounts.api-secret')).fill(smoobu.credentials.apiSecret);
      await credentials('Smoobu')
        .getByRole('button', { name: say('accounts.save') })
        .click();
      await page.getByText(say('accounts.found', { what: '7 apartments' }), { exact: true }).waitFor();

      await goOn('the-keys');
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

      await goOn('doors');
      await page.getByRole('button', { name: say('mapping.accept-sure', { count: 3 }) }).click();
      for (const unit of ['Canal – Loft', 'Marais – Deux pièces', 'Montmartre – Studio']) {
        await chooseUnit(unit);
        await page.getByRole('button', { name: say('mapping.accept-name', { unit }) }).click();
      }
      await addDoor('Montmartre – Studio', 'entrée');
      for (const unit of ['Croix-Rousse – Canut', "Presqu'île – Terrasse", 'Vieux Lyon – Traboule']) await addDoor(unit, 'portail');
      await page.getByRole('button', { name: say('mapping.save'), exact: true }).click();
      await announced(page, say('mapping.saved-first-steps'));
      expect(
        settingsOf(app)
          .mapping.units.map(({ doors }) => doors.length)
          .sort(),
      ).toEqual([1, 1, 2, 2, 2, 2]);

      await goOn('plan');
      await applyFirstPlan();

      // That the system follows is for packaged programs: see electron/platform.
      await page.getByLabel(say('settings.start-at-login')).check();
      await page.getByLabel(say('settings.preset')).selectOption({ label: say('settings.every-5') });
      await soon(() =>
        expect(settingsOf(app)).toMatchObject({ app: { startAtLogin: true }, setup: { done: true }, schedule: { cron: '*/5 * * * *' } }),
      );
      await page.getByRole('button', { name: say('first-steps.arrivals') }).click();
      await page.getByRole('heading', { name: /^Check 3 of \d+ stays of the next 7 days$/ }).waitFor();
      await isOnItsWay();
      expect(
        await page
          .getByRole('navigation')
          .getByRole('button', { name: say('shell.first-steps') })
          .count(),
      ).toBe(0);
    });

    const chooseUnit = async (unit: string) => {
      await page
        .getByRole('list', { name: say('mapping.units') })
        .getByRole('button', { name: unit })
        .click();
      await page.getByRole('heading', { level: 2, name: unit }).waitFor();
    };
    const addDoor = async (unit: string, search: string) => {
      await chooseUnit(unit);
      await page.getByRole('button', { name: say('mapping.add-door') }).click();
      await page.getByLabel(say('mapping.search-doors')).fill(search);
      await page
        .getByRole('list', { name: say('mapping.keypads') })
        .getByRole('button')
        .click();
      await page
        .getByRole('list', { name: say('mapping.doors') })
        .getByText(search)
        .first()
        .waitFor();
    };

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
      expect(await result.getByText(say('import.new'), { exact: true }).count()).toBe(6);
      expect(app.clouds.smoobu.requestCount() + theKeys.requestCount()).toBe(0);
      expect(settingsOf(app).mapping.units).toEqual([]);
      await result.getByLabel(say('accounts.api-secret')).fill(smoobu.credentials.apiSecret);
      await result.getByRole('button', { name: say('settings.apply') }).click();
      await announced(page, say('first-steps.imported'));
      const { connections } = await snapshotOf(page);
      expect(Object.values(connections).map(({ stored, lastTest }) => [stored, lastTest?.failure])).toEqual([
        [true, null],
        [true, null],
      ]);
      expect(settingsOf(app).mapping.units.flatMap(({ doors }) => doors.map(({ prefix }) => prefix))).toContain('18');

      await applyFirstPlan();
      await section(page, say('first-steps.at-work'))
        .getByRole('button', { name: say('first-steps.arrivals') })
        .click();
      await isOnItsWay();
    });
  });
});
