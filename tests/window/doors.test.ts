/** Units & doors in the built window: a save only after its own preview, nothing lost by leaving, what a door offers, and where the focus goes. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { connectedFirstDay, smallHost } from './data.ts';
import { LIGHT, withScene } from './gallery.ts';
import type { OpenScene } from './gallery.ts';
import { refused } from './scene.ts';
import { scenes } from './scenes/doors.ts';
import type { Answer, Scene } from './scene.ts';

const inEditor = (use: (open: OpenScene) => Promise<void>, parts: Partial<Scene> = {}): Promise<void> =>
  withScene({ name: 'doors', host: smallHost, goto: { view: 'doors', unitId: null }, ...parts }, LIGHT, use);
const save = (page: Page) => page.getByRole('button', { name: 'Save doors' });
const prefix = (page: Page) => page.getByLabel('Prefix (typed before the PIN)').first();
/** Opens the second unit, which has two doors, and the prefix of its first. */
const openPrefix = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Change the doors of Croix-Rousse' }).click();
  await page.getByRole('button', { name: 'Prefix and digits of Croix-Rousse, porte' }).click();
};
const saves = ({ calls }: OpenScene): number => calls.filter(({ name }) => name === 'mapping.save').length;
const isFocused = (page: Page, selector: string): Promise<boolean> =>
  page.locator(selector).evaluate((element) => element === document.activeElement);
/** Disabled buttons stay reachable, so that nobody loses the focus: they only say that they do nothing. */
const savable = (page: Page) => page.locator('#doors-save-bar .button.primary:not([aria-disabled])').waitFor();

it('asks before a draft is lost by leaving, and keeps it when the user stays', () =>
  inEditor(async (open) => {
    const { page } = open;
    const today = page.getByRole('navigation').getByRole('button', { name: /^Today/ });
    await openPrefix(page);
    await prefix(page).fill('4711');
    await today.click();
    await page.getByRole('dialog', { name: 'Leave without saving?' }).getByRole('button', { name: 'Keep editing' }).click();
    expect(await prefix(page).inputValue()).toBe('4711');
    await today.click();
    await page.getByRole('dialog').getByRole('button', { name: 'Discard and leave' }).click();
    await expect.poll(() => page.getByRole('heading', { level: 1, name: 'Units & doors' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Units & doors', exact: true }).click();
    await openPrefix(page);
    expect(await prefix(page).inputValue()).toBe('');
    expect(saves(open)).toBe(0);
    // Nothing is changed: nothing is asked.
    await today.click();
    await expect.poll(() => page.getByRole('heading', { level: 1, name: 'Units & doors' }).count()).toBe(0);
  }));

it('saves only after the preview of exactly this draft', () => {
  const waiting: ((answer: Answer<'plan.preview'>) => void)[] = [];
  const preview = () => new Promise<Answer<'plan.preview'>>((resolve) => void waiting.push(resolve));
  return inEditor(
    async (open) => {
      const { page } = open;
      await openPrefix(page);
      const host = await smallHost();
      const answer = await host.answers['plan.preview']?.({ of: 'current' });
      if (answer === undefined) throw new Error('The user has no preview.');
      await prefix(page).fill('47');
      await save(page).press('Enter');
      expect(saves(open)).toBe(0);
      await expect.poll(() => waiting.length).toBe(1);
      // The first draft's preview comes when there is already another draft.
      await prefix(page).fill('4711');
      waiting[0]?.(answer);
      await save(page).press('Enter');
      expect(saves(open)).toBe(0);
      await expect.poll(() => waiting.length).toBe(2);
      waiting[1]?.(answer);
      await savable(page);
      await save(page).press('Enter');
      await expect.poll(() => saves(open)).toBe(1);
      const asked = open.calls.filter(({ name }) => name === 'plan.preview').at(-1)?.payload as { readonly units: unknown };
      const sent = open.calls.find(({ name }) => name === 'mapping.save')?.payload as { readonly units: unknown };
      expect(sent.units).toEqual(asked.units);
      await page.getByRole('button', { name: 'Undo the last save' }).waitFor();
      expect(await isFocused(page, '#doors-save-bar')).toBe(true);
    },
    { answers: { 'plan.preview': preview } },
  );
});

it('asks once more where the preview failed, and never saves a mistake', () =>
  inEditor(
    async (open) => {
      const { page } = open;
      await openPrefix(page);
      await prefix(page).fill('4a');
      await save(page).press('Enter');
      expect(saves(open)).toBe(0);
      await prefix(page).fill('4');
      await savable(page);
      await save(page).press('Enter');
      expect(saves(open)).toBe(0);
      await page.getByRole('dialog').getByRole('button', { name: 'Save doors' }).click();
      await expect.poll(() => saves(open)).toBe(1);
    },
    { answers: { 'plan.preview': () => refused('unreachable', 'The Keys cannot be reached.') } },
  ));

it('uses no match by itself, and all that are sure at once', () =>
  inEditor(
    async (open) => {
      const { page } = open;
      expect(await page.locator('#doors-save-bar').count()).toBe(0);
      await page.getByRole('button', { name: 'Use these 6 matches' }).click();
      await page.getByText('6 units changed, not saved').waitFor();
      expect(await isFocused(page, '#doors-save-bar')).toBe(true);
    },
    { host: connectedFirstDay },
  ));

it('adds, moves and removes doors by keyboard alone', () =>
  inEditor(async ({ page }) => {
    const unit = page.locator('.doors-item', { hasText: 'Marais' }).first();
    const names = () => unit.locator('.doors-edited-name .strong').allTextContents();
    await unit.getByRole('button', { name: 'Change the doors of' }).focus();
    await page.keyboard.press('Enter');
    await unit.getByRole('button', { name: 'Add a door' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('vieux');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await names()).toEqual(['Marais, porte', 'Vieux Lyon, porte']);
    await expect
      .poll(() => unit.getByRole('button', { name: 'Add a door' }).evaluate((button) => button === document.activeElement))
      .toBe(true);
    await unit.getByRole('button', { name: 'Move Vieux Lyon, porte up' }).focus();
    await page.keyboard.press('Enter');
    expect(await names()).toEqual(['Vieux Lyon, porte', 'Marais, porte']);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Move Vieux Lyon, porte up');
    await unit.getByRole('button', { name: /^Remove Vieux/ }).focus();
    await page.keyboard.press('Enter');
    expect(await names()).toEqual(['Marais, porte']);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/^Remove Marais, porte/);
    await page.keyboard.press('Escape');
    expect(await unit.locator('.doors-editor').count()).toBe(0);
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/^Change the doors of Marais/);
  }));

it('gives a gate to several units at once', () =>
  inEditor(async ({ page }) => {
    await page.getByRole('button', { name: 'Change the doors of Vieux Lyon' }).click();
    await page.getByRole('button', { name: 'Also for… Lyon, portail commun' }).click();
    const group = page.getByRole('group', { name: 'Whose guests open Lyon, portail commun?' });
    await group.getByLabel('Canal – Loft').check();
    await group.getByLabel('Parking Bellecour').check();
    await page.getByText('2 units changed, not saved').waitFor();
    expect(await page.locator('.doors-item', { hasText: 'Canal – Loft' }).first().locator('.chip').count()).toBe(2);
  }));

it('shows a door at once, reveals a PIN by a call of its own, and removes a code only after the question', () =>
  inEditor(async (open) => {
    const { page } = open;
    await page.getByRole('button', { name: 'Lyon, portail commun: who can open it' }).first().click();
    const panel = page.getByRole('complementary', { name: 'Lyon, portail commun' });
    await panel.getByRole('heading', { name: 'Can open it now' }).waitFor();
    const calls = (name: string) => open.calls.filter((call) => call.name === name).map(({ payload }) => payload);
    expect(calls('door.view')).toEqual([
      { lockId: 3707, fresh: false },
      { lockId: 3707, fresh: true },
    ]);
    await panel.getByRole('button', { name: /^Reveal.*Ménage Rosalinde/ }).click();
    await expect
      .poll(() =>
        panel
          .getByRole('status')
          .filter({ hasText: /^\d\d( \d{1,2})+$/ })
          .count(),
      )
      .toBe(1);
    expect(calls('code.reveal')).toHaveLength(1);
    await panel.getByRole('button', { name: /^Hide.*Ménage Rosalinde/ }).click();
    await panel.getByRole('button', { name: 'Remove code: Ménage Rosalinde' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Keep code' }).click();
    expect(calls('door.remove')).toMatchObject([{ lockId: 3707, confirmed: [] }]);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await expect.poll(() => panel.count()).toBe(0);
  }));

it('makes the spare code of a door at once, and removes it only after the question', () => {
  const scene = scenes.find(({ name }) => name === 'doors-panel-spare');
  if (scene === undefined) throw new Error('The scene is gone.');
  const sent = ({ calls }: OpenScene) => calls.flatMap(({ name, payload }) => (name === 'door.spare' ? [payload] : []));
  return Promise.all([
    withScene({ ...scene, answers: {} }, LIGHT, async (open) => {
      await open.page.getByRole('switch', { name: 'Spare code', checked: false }).click();
      await open.page.getByText('Lyon, portail commun has a spare code.').waitFor();
      expect(sent(open)).toEqual([{ lockId: 3707, isOn: true, confirmed: [] }]);
    }),
    withScene(scene, LIGHT, async (open) => {
      const { page } = open;
      await page.getByText('Spare code · always').waitFor();
      const isOn = page.getByRole('switch', { name: 'Spare code', checked: true });
      await isOn.click();
      await page.getByRole('dialog').getByRole('button', { name: 'Keep code' }).click();
      await isOn.click();
      await page.getByRole('dialog').getByRole('button', { name: 'Remove code' }).click();
      await page.getByText('Lyon, portail commun has no spare code any more.').waitFor();
      const asked = ['The code “Spare” stops working on this door.'];
      expect(sent(open)).toEqual([[], [], asked].map((confirmed) => ({ lockId: 3707, isOn: false, confirmed })));
    }),
  ]);
});

it('opens a door from the calendar and from a stay, and leads on to its history', () =>
  inEditor(
    async (open) => {
      const { page } = open;
      const asked = () =>
        open.calls.flatMap(({ name, payload }) =>
          name === 'history.runs' ? [(payload as { filter?: { about?: unknown } }).filter?.about] : [],
        );
      const name = page.getByRole('rowheader').getByRole('button', { name: 'Lyon, portail commun' });
      await name.click();
      await page.locator('#panel-title:focus').waitFor();
      await page.keyboard.press('Escape');
      await expect.poll(() => name.evaluate((button) => button === document.activeElement)).toBe(true);
      await page
        .getByRole('button', { name: /^Fatima-Zahra/ })
        .first()
        .click();
      const stay = page.getByRole('complementary', { name: /^Fatima-Zahra/ });
      await stay.getByRole('button', { name: 'Lyon, portail commun' }).click();
      const door = page.getByRole('complementary', { name: 'Lyon, portail commun' });
      await door.getByRole('button', { name: 'History of this door' }).click();
      await page.getByRole('heading', { level: 1, name: 'History' }).waitFor();
      await expect.poll(() => asked().at(-1)).toMatchObject({ lockIds: [3707] });
    },
    { goto: { view: 'calendar' } },
  ));

it('lists beside a door what is wrong with its battery and gateway', () =>
  inEditor(async ({ page }) => {
    const doors = page.getByRole('list', { name: 'All doors' }).getByRole('listitem');
    await doors.filter({ hasText: 'The battery is low' }).waitFor();
    const troubled = doors.filter({ has: page.locator('.tone-warning') });
    expect((await troubled.locator('.doors-warning').allInnerTexts()).sort()).toEqual([
      expect.stringMatching(/^Gateway silent since \d\d:\d\d: changes may not reach this door$/),
      'The battery is low',
    ]);
  }));
