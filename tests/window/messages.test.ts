/** The editor of the texts for guests in the built window: what was typed is not lost without a question. */
import { expect, it } from 'vitest';
import type { CallInput } from '../../shared/ipc/contract.ts';
import { LIGHT, withScene } from './gallery.ts';
import { scenes } from './scenes/messages.ts';

it.each([
  ['its ✕', (press: Press) => press.button('Close')],
  ['Escape', (press: Press) => press.key('Escape')],
  ['another page', (press: Press) => press.button('History')],
])('asks before %s closes a text that was not saved', async (_what, leave) => {
  const scene = scenes.find(({ name }) => name === 'messages-text');
  if (scene === undefined) throw new Error('The scene is gone.');
  await withScene(scene, LIGHT, async (open) => {
    const { page, errors } = open;
    const press: Press = {
      button: (name) => page.getByRole('button', { name, exact: true }).first().click(),
      key: (key) => page.keyboard.press(key),
    };
    const area = page.locator('.text-area');
    await area.fill('Hello {guest}');
    await open.settled();
    await leave(press);
    await page.getByRole('dialog').getByText('Discard your changes?').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await area.inputValue()).toBe('Hello {guest}');
    await area.focus();
    await leave(press);
    await page.getByRole('dialog').getByRole('button', { name: 'Discard changes' }).click();
    await area.waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
  });
});

it('sends to guests with a tick alone, and counts the others as told', async () => {
  const scene = scenes.find(({ name }) => name === 'messages-start');
  if (scene === undefined) throw new Error('The scene is gone.');
  await withScene(scene, LIGHT, async (open) => {
    const { page, calls, errors } = open;
    const dialog = page.getByRole('dialog');
    const tick = (guest: string) => dialog.getByRole('checkbox', { name: `Send ${guest} the code`, exact: true });
    expect(await tick('Giulia Ferrantini').isChecked()).toBe(false);
    await tick('Fatima-Zahra El Mansourine').uncheck();
    await dialog.getByText('1 with the next sync, 12 later, 6 told already').waitFor();
    await dialog.getByRole('button', { name: 'Start sending' }).click();
    await open.settled();
    const [, started] = calls.flatMap(({ name, payload }) => (name === 'messages.start' ? [payload as CallInput<'messages.start'>] : []));
    const { tells = [], told = [] } = started?.confirmed ?? {};
    expect([told.map(Number).includes(90_021), tells.map(Number).includes(90_021), tells.length]).toEqual([true, false, 13]);
    expect(errors).toEqual([]);
  });
});

interface Press {
  readonly button: (name: string) => Promise<void>;
  readonly key: (key: string) => Promise<void>;
}
