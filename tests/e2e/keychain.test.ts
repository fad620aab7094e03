/** Credentials through the window into a real keychain, over restarts, and what is said when it is locked. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../shared/domain/settings.ts';
import type { Host } from '../host/host.ts';
import { describeOnHost } from '../host/kinds.ts';
import { missingForSecretService, startSecretService } from '../keychain/secret-service.ts';
import type { SecretService } from '../keychain/secret-service.ts';
import { eventually, prepareApp, syncNow } from './app.ts';
import type { TestApp } from './app.ts';
import { filesBelow, found } from './search.ts';

const missing = missingForSecretService();
if (missing !== null) console.log(`skipped: credentials in a real keychain (${missing})`);

describe.skipIf(missing !== null)('a real keychain', () => {
  describeOnHost('credentials', (kind) => {
    let service: SecretService;
    let app: TestApp;
    let host: Host;
    let page: Page;
    beforeAll(async () => {
      service = await startSecretService();
      await service.unlock();
      app = await prepareApp(kind);
      // Past the first steps, or no run could be asked for; nothing is stored yet.
      const settings = defaultSettings();
      writeFileSync(join(app.profile, 'settings.json'), JSON.stringify({ ...settings, app: { ...settings.app, firstStepsDone: true } }));
      await restart();
    });
    afterAll(async () => {
      await app.close();
      await service.close();
    });

    const restart = async () => {
      host = await app.start({ hasAccounts: false, env: service.env });
      await host.clickTrayItem({ id: 'open' });
      page = await host.page();
      page.setDefaultTimeout(10_000);
    };
    const connection = (cloud: string, words: string | RegExp) =>
      page
        .getByRole('status', { name: `${cloud} connection` })
        .filter({ hasText: words })
        .waitFor();
    const button = (cloud: string, name: string) => page.getByRole('group', { name: cloud }).getByRole('button', { name, exact: true });
    const save = async (cloud: string, fields: Readonly<Record<string, string>>) => {
      const form = page.getByRole('form', { name: `${cloud} credentials` });
      for (const [label, text] of Object.entries(fields)) await form.getByLabel(label).fill(text);
      await button(cloud, 'Save and test').click();
    };

    it('are saved and tested, and only their presence and a masked user come back', async () => {
      const { smoobu, theKeys } = app.clouds;
      const { username, password } = theKeys.credentials;
      await save('The Keys', { 'Phone number': username, Password: 'not this one' });
      await connection('The Keys', 'The credentials were rejected.');
      await save('The Keys', { 'Phone number': username, Password: password });
      await connection('The Keys', 'The connection works.');
      await connection('The Keys', `•${username.slice(-2)}`);
      await save('Smoobu', { 'API key': smoobu.credentials.apiKey, 'API secret': smoobu.credentials.apiSecret });
      await connection('Smoobu', 'The connection works.');
      // The fields are empty again, and the page holds nothing of what was typed.
      expect(await page.getByLabel('Password').inputValue()).toBe('');
      expect(await page.content()).not.toContain(password);
    });

    it('are there after a restart, and a run needs nothing else', async () => {
      expect(await host.quit()).toBe(0);
      await restart();
      await connection('The Keys', /Stored for .*•/);
      const signIns = app.clouds.theKeys.loginCount();
      await syncNow(host, app);
      await page
        .getByRole('status', { name: 'Status' })
        .filter({ hasText: /^(Done|Nothing to do)/ })
        .waitFor();
      await button('The Keys', 'Test').click();
      await connection('The Keys', 'The connection works.');
      expect(app.clouds.theKeys.loginCount()).toBeGreaterThan(signIns);
    });

    it('cannot be read while the keychain is locked: it says so and keeps them', async () => {
      expect(await host.quit()).toBe(0);
      await service.lock();
      await restart();
      await button('The Keys', 'Test').click();
      await connection('The Keys', 'The keychain is locked.');
      await syncNowRefused();
      const needs = page
        .getByRole('list', { name: 'Needs you' })
        .getByText(/keyring|keychain/i)
        .first();
      await needs.waitFor();
      await button('The Keys', 'Remove').click();
      await page.getByRole('group', { name: 'The Keys' }).getByRole('alert').waitFor();
      await connection('The Keys', 'Stored');
    });

    it('work again once it is unlocked', async () => {
      // The keyring starts anew with it, and its library serves a process only as long as the keyring it has met.
      expect(await host.quit()).toBe(0);
      await service.unlock();
      await restart();
      await button('The Keys', 'Test').click();
      await connection('The Keys', 'The connection works.');
    });

    it('go when they are removed, and were never anywhere else', async () => {
      await button('The Keys', 'Remove').click();
      await connection('The Keys', 'No credentials are stored.');
      expect(await host.quit()).toBe(0);
      await restart();
      await connection('The Keys', 'No credentials are stored.');
      await connection('Smoobu', 'Stored');
      expect(await host.quit()).toBe(0);
      const { smoobu, theKeys } = app.clouds;
      const texts = [...Object.values(smoobu.credentials), ...Object.values(theKeys.credentials)];
      expect(
        found(
          texts.map((text, index) => ({ name: `secret ${index}`, text })),
          filesBelow(app.profile),
        ),
      ).toEqual([]);
    });

    /** A run that ends before any cloud is asked. */
    const syncNowRefused = async () => {
      const before = app.clouds.smoobu.requestCount();
      await page.getByRole('button', { name: 'Sync now' }).click();
      await eventually(async () => expect(await page.getByRole('button', { name: 'Sync now' }).isEnabled()).toBe(true));
      expect(app.clouds.smoobu.requestCount()).toBe(before);
    };
  });
});
