/** The panel of a stay as the tray and notifications open it, in the built window. */
import { expect, it } from 'vitest';
import { bookingId } from '../support/ids.ts';
import { calmHost, smallHost } from './data.ts';
import { LIGHT, withScene } from './gallery.ts';
import { ok } from './scene.ts';
import { ACT_DONE } from './data/people.ts';

/** Leaves today at noon; the next guest comes at three. */
const LEAVING = bookingId(90_009);
const SCENE = { name: 'stay', host: calmHost, goto: { view: 'today', bookingId: LEAVING, extend: true } } as const;

it('a departure opens the form with an hour more, says when that meets the next guest, and does nothing before it is saved', () =>
  withScene({ ...SCENE, answers: { 'stay.act': () => ok(ACT_DONE) } }, LIGHT, async (open) => {
    const { page, calls } = open;
    const dialog = page.getByRole('dialog');
    const time = dialog.getByLabel('Time');
    await time.waitFor();
    expect(await time.inputValue()).toBe('13:00');
    expect(await dialog.getByRole('status').textContent()).toBe('');
    await time.fill('16:00');
    expect((await dialog.getByRole('status').textContent())?.trim()).toBe(
      'Mateo Quiroga Salas has these doors from Mon 23 Nov, 15:00 until Fri 27 Nov, 12:00: both could open them at the same time.',
    );
    const acts = () => calls.filter(({ name }) => name === 'stay.act').map(({ payload }) => payload);
    expect(acts()).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(acts()).toEqual([]);
    // The same departure again, and this time the hour is given.
    await open.emit('window.goto', { view: 'today', bookingId: LEAVING, extend: true });
    await time.waitFor();
    await dialog.getByRole('button', { name: 'Change times' }).click();
    await open.settled();
    expect(acts()).toMatchObject([{ bookingId: LEAVING, action: { kind: 'until', at: { day: 0, time: '13:00' } } }]);
    expect(open.errors).toEqual([]);
  }));

it('a booking that is over or gone opens in its panel', () =>
  withScene({ name: 'stay', host: calmHost, goto: { view: 'today', bookingId: bookingId(4_711) } }, LIGHT, async ({ page, errors }) => {
    await page.getByRole('heading', { level: 2, name: 'Booking 4711' }).waitFor();
    await page.getByText('This booking is not among the stays').waitFor();
    await page.locator('#panel-title:focus').waitFor();
    expect(errors).toEqual([]);
  }));

it('a cancelled guest whose code still opens is decided about in the panel, with the question that Today asks', () =>
  withScene({ name: 'stay', host: smallHost, goto: { view: 'today', bookingId: bookingId(90_005) } }, LIGHT, async (open) => {
    const { page, calls, errors } = open;
    const panel = page.locator('.side-panel');
    const decided = () => calls.filter(({ name }) => name === 'holds.apply' || name === 'holds.dismiss').map(({ name }) => name);
    await panel.getByRole('button', { name: /^Remove code/u }).click();
    // Somebody may be inside.
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await open.settled();
    expect(decided()).toEqual([]);
    await panel.getByRole('button', { name: /^Keep code/u }).click();
    await open.settled();
    expect(decided()).toEqual(['holds.dismiss']);
    expect(errors).toEqual([]);
  }));
