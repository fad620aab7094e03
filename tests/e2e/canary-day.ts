/** What a host does in the window on the day whose traces are searched: everything that moves data. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Host } from '../host/host.ts';
import { KEYCHAIN_IS_APART } from './app.ts';
import { oldConfigFile } from './old-config.ts';
import type { OldCredentials } from './old-config.ts';
import { announced, goTo, openUnit, say, section, soon } from './window.ts';

/** The PIN of the first guest, as it was shown, without the prefix of the door. */
export async function revealOne(page: Page): Promise<string> {
  await goTo(page, 'today');
  await page
    .getByRole('list', { name: say('today.guests') })
    .getByRole('button', { name: new RegExp(`^(${say('today.ready')}|${say('today.on-its-way')})`) })
    .first()
    .click();
  await page
    .getByRole('button', { name: new RegExp(`^${say('stay.reveal')}`) })
    .first()
    .click();
  const digits = page.getByRole('status', { name: say('stay.digits') }).filter({ hasText: /^[\d ]+$/ });
  return ((await digits.first().textContent()) ?? '').replaceAll(' ', '').slice(-8);
}

/** A draft with its preview, which is then forgotten. */
export async function lookAtDraft(page: Page): Promise<void> {
  await goTo(page, 'doors');
  await openUnit(page, 'Canal – Loft');
  await page.getByLabel(say('doors.before'), { exact: true }).fill('45');
  await page.getByRole('list', { name: say('preview.list') }).waitFor();
  const bar = section(page, say('doors.save-bar'));
  await bar.getByRole('button', { name: say('doors.discard') }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('doors.discard') })
    .click();
  await announced(page, say('doors.discarded'));
}

/** Where there is no keychain: refused. */
export async function typeCredentials(page: Page, { phone, password }: OldCredentials): Promise<void> {
  const account = page.getByRole('group', { name: 'The Keys', exact: true });
  const form = page.getByRole('form', { name: say('accounts.form-name', { cloud: 'The Keys' }) });
  await form.getByLabel(say('accounts.phone')).fill(phone);
  await form.getByLabel(say('accounts.password')).fill(password);
  await form.getByRole('button', { name: say('accounts.save') }).click();
  await account
    .getByRole('alert')
    .getByText(/keychain/i)
    .first()
    .waitFor();
}

/** Reads the older tool's file, and takes it over where the keychain refuses; then lets it be. */
export async function importFile(page: Page, credentials: OldCredentials): Promise<void> {
  const panel = page.getByRole('group', { name: say('settings.import'), exact: true });
  const result = panel.getByRole('group', { name: say('import.found') });
  await choose(page, panel, 'config.yml', oldConfigFile(credentials));
  await result.getByText(say('import.has-smoobu'), { exact: true }).waitFor();
  if (KEYCHAIN_IS_APART) {
    await result.getByRole('button', { name: say('import.apply') }).click();
    await result.getByText(say('import.failed'), { exact: true }).waitFor();
  }
  await result.getByRole('button', { name: say('common.cancel') }).click();
  await result.waitFor({ state: 'detached' });
}

export async function saveAndReadBackup(page: Page, host: Host, desk: string): Promise<void> {
  const backup = section(page, say('settings.backup'));
  const filePath = join(desk, 'backup.json');
  await host.answerDialog({ method: 'showSaveDialog', value: { canceled: false, filePath } });
  await backup.getByRole('button', { name: say('settings.backup-save') }).click();
  await announced(page, say('settings.backup-saved', { file: 'backup.json' }));
  await choose(page, backup, filePath);
  await backup.getByText(/^Backup of /).waitFor();
}

/** The report that was copied. */
export async function takeHistory(page: Page, host: Host, desk: string): Promise<string> {
  await goTo(page, 'history');
  await host.answerDialog({ method: 'showSaveDialog', value: { canceled: false, filePath: join(desk, 'history.csv') } });
  await page.getByRole('button', { name: say('history.export'), exact: true }).click();
  await announced(page, say('history.exported', { file: 'history.csv' }));
  const runs = page.getByRole('list', { name: say('history.syncs') }).getByRole('button');
  // The first of all did the most.
  await runs.last().click();
  await page.getByRole('button', { name: say('history.copy') }).click();
  await soon(async () => expect(await host.clipboardText()).toContain('Outcome: '));
  return host.clipboardText();
}

type Part = ReturnType<typeof section>;
async function choose(page: Page, part: Part, name: string, text?: string): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), part.getByRole('button', { name: say('import.choose') }).click()]);
  await chooser.setFiles(text === undefined ? name : { name, mimeType: 'text/plain', buffer: Buffer.from(text) });
}
