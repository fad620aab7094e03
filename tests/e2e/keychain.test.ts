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
import { prepareApp, syncNow } from './app.ts';
import type { TestApp } from './app.ts';
import { filesBelow, found } from './search.ts';
import { announced, goTo, openWindow, say, section, settingsOf, snapshotOf } from './window.ts';

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
      writeFileSync(join(app.profile, 'settings.json'), JSON.stringify({ ...settings, setup: { done: true, sinceMs: 0 } }));
      await restart();
    });
    afterAll(async () => {
      await app.close();
      await service.close();
    });

    const restart = async () => {
      host = await app.start({ hasAccounts: false, env: service.env });
      page = await openWindow(host);
      await goTo(page, 'settings');
    };
    type Cloud = 'Smoobu' | 'The Keys';
    const account = (cloud: Cloud) => page.getByRole('group', { name: cloud, exact: true });
    const tells = (cloud: Cloud, words: string | RegExp) => account(cloud).getByText(words).first().waitFor();
    /** The page says the same of credentials from the environment. */
    const works = async (cloud: Cloud) => {
      await tells(cloud, new RegExp(`^${say('accounts.works', { time: '' })}`));
      const { connections } = await snapshotOf(page);
      expect(connections[cloud === 'Smoobu' ? 'smoobu' : 'the-keys'].stored).toBe(true);
    };
    const isStored = (cloud: Cloud) => tells(cloud, say('accounts.untried'));
    const isNotConnected = (cloud: Cloud) => tells(cloud, say('accounts.none'));
    const test = (cloud: Cloud) =>
      account(cloud)
        .getByRole('button', { name: say('accounts.test-name', { cloud }) })
        .click();
    const remove = async (cloud: Cloud) => {
      await account(cloud)
        .getByRole('button', { name: say('accounts.remove-name', { cloud }) })
        .click();
      const question = page.getByRole('dialog', { name: say('accounts.remove-title', { cloud }) });
      await question.getByRole('button', { name: say('accounts.remove') }).click();
      await question.waitFor({ state: 'detached' });
    };
    const save = async (cloud: Cloud, fields: Readonly<Record<string, string>>) => {
      const form = page.getByRole('form', { name: say('accounts.form-name', { cloud }) });
      for (const [label, text] of Object.entries(fields)) await form.getByLabel(label).fill(text);
      await form.getByRole('button', { name: say('accounts.save') }).click();
    };

    it('are saved and tested, and only their presence and a masked user come back', async () => {
      const { smoobu, theKeys } = app.clouds;
      const { username, password } = theKeys.credentials;
      const [phone, secret, apiKey, apiSecret] = [
        say('accounts.phone'),
        say('accounts.password'),
        say('accounts.api-key'),
        say('accounts.api-secret'),
      ];
      await save('The Keys', { [phone]: username, [secret]: 'not this one' });
      await tells('The Keys', say('accounts.failed-rejected', { cloud: 'The Keys' }));
      await save('The Keys', { [phone]: username, [secret]: password });
      await works('The Keys');
      await tells('The Keys', new RegExp(`•${username.slice(-2)}`));
      await save('Smoobu', { [apiKey]: smoobu.credentials.apiKey, [apiSecret]: smoobu.credentials.apiSecret });
      await works('Smoobu');
      // The fields are empty again, and the page holds nothing of what was typed.
      for (const cloud of ['Smoobu', 'The Keys'] as const) {
        await account(cloud).getByText(say('accounts.replace'), { exact: true }).click();
        const form = page.getByRole('form', { name: say('accounts.form-name', { cloud }) });
        const fields = form.getByLabel(cloud === 'Smoobu' ? /^API/ : /^(Phone number|Password)$/);
        expect(await fields.evaluateAll((all) => all.map((field) => (field as HTMLInputElement).value))).toEqual(['', '']);
      }
      expect(await page.content()).not.toContain(password);
    });

    it('are there after a restart, and a run needs nothing else', async () => {
      expect(await host.quit()).toBe(0);
      await restart();
      await isStored('The Keys');
      await tells('The Keys', /•/);
      const signIns = app.clouds.theKeys.loginCount();
      await syncNow(host, app);
      expect((await snapshotOf(page)).lastRun?.run.outcome).toMatch(/^(ok|nothing-to-do)$/);
      await test('The Keys');
      await tells('The Keys', say('accounts.found', { what: '8 locks and 8 keypads' }));
      expect(app.clouds.theKeys.loginCount()).toBeGreaterThan(signIns);
    });

    it('cannot be read while the keychain is locked: it says so and keeps them', async () => {
      expect(await host.quit()).toBe(0);
      await service.lock();
      await restart();
      await test('The Keys');
      await tells('The Keys', say('accounts.failed-keychain-locked'));
      await tells('The Keys', say('accounts.next-keychain-locked'));
      await goTo(page, 'today');
      const before = app.clouds.smoobu.requestCount();
      await page
        .getByRole('button', { name: say('sync.sync-now'), exact: true })
        .first()
        .click();
      await announced(page, say('sync.sync-none'));
      expect(app.clouds.smoobu.requestCount()).toBe(before);
      await section(page, say('today.to-do-title'))
        .getByText(/keyring|keychain/i)
        .first()
        .waitFor();
      await goTo(page, 'settings');
      await remove('The Keys');
      await account('The Keys')
        .getByRole('alert')
        .getByText(say('accounts.remove-failed', { cloud: 'The Keys' }))
        .waitFor();
      expect(settingsOf(app).stored).toMatchObject({ smoobu: true, theKeys: true });
    });

    it('work again once it is unlocked', async () => {
      // The keyring starts again with it, and its library serves a process only as long as the keyring it has met.
      expect(await host.quit()).toBe(0);
      await service.unlock();
      await restart();
      await test('The Keys');
      await works('The Keys');
    });

    it('go when they are removed, and were never anywhere else', async () => {
      await remove('The Keys');
      await isNotConnected('The Keys');
      expect(await host.quit()).toBe(0);
      await restart();
      await isNotConnected('The Keys');
      await isStored('Smoobu');
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
  });
});
