/** Journeys with messages: nothing goes before the user has seen who is told; then one guest is sent the code at once, and all of it stops again. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeOnHost } from '../host/kinds.ts';
import { prepareApp } from './app.ts';
import type { TestApp } from './app.ts';
import { openWindow, say, settingsOf, snapshotOf, soon, syncHere, throughRun } from './window.ts';

const ACT_MS = 15_000;

describeOnHost('messages', (kind) => {
  let app: TestApp;
  let page: Page;
  beforeAll(async () => {
    app = await prepareApp(kind);
    page = await openWindow(await app.start());
    await syncHere(page);
    await page
      .getByRole('navigation')
      .getByRole('button', { name: say('shell.messages') })
      .click();
    await page.getByRole('heading', { level: 1, name: say('messages.title-off') }).waitFor();
  });
  afterAll(async () => {
    await app.close();
  });

  const way = () => page.getByRole('switch', { name: say('messages.way-message') });
  const sentTo = (id: number): readonly string[] =>
    app.clouds.smoobu
      .sentMessages()
      .filter(({ bookingId, to }) => bookingId === id && to === 'guest')
      .map(({ text }) => text);
  /** Both clouds are asked and answer first, which takes its time on a busy computer. */
  const done = (text: string) => page.getByRole('status').filter({ hasText: text }).first().waitFor({ timeout: ACT_MS });
  const panel = () => page.getByRole('complementary').filter({ has: page.getByRole('button', { name: say('shell.close-panel') }) });

  it('are switched on only after the user has seen who would be told', async () => {
    await way().click();
    const question = page.getByRole('dialog', { name: say('messages.start-message-title') });
    await question.getByRole('group', { name: say('messages.start-list') }).waitFor();
    expect(settingsOf(app).sending.message).toBe(false);
    await question.getByRole('button', { name: say('common.cancel') }).click();
    await question.waitFor({ state: 'detached' });
    expect([settingsOf(app).sending.message, await way().getAttribute('aria-checked')]).toEqual([false, 'false']);

    await way().click();
    await question.getByRole('group', { name: say('messages.start-list') }).waitFor();
    await throughRun(page, () => question.getByRole('button', { name: say('messages.start-message') }).click());
    expect(settingsOf(app).sending.message).toBe(true);
    await soon(async () => expect(await way().getAttribute('aria-checked')).toBe('true'));
  });

  it('show the text with dots, and send it to one guest at once', async () => {
    const { tellings, stays } = await snapshotOf(page);
    const next = tellings.find(({ state }) => state === 'scheduled');
    const booking = stays.find(({ stay }) => stay.booking.id === next?.bookingId)?.stay.booking;
    if (booking === undefined) throw new Error('Nobody is to be told.');
    await page.getByRole('button', { name: booking.guestName }).first().click();
    await panel().getByRole('heading', { name: booking.guestName }).waitFor();
    await panel().getByText('••••').first().waitFor();
    expect(sentTo(booking.id)).toEqual([]);
    await panel()
      .getByRole('button', { name: say('message.send') })
      .click();
    await done(say('message.sent', { guest: booking.guestName }));
    const [text = '', ...others] = sentTo(booking.id);
    expect(others).toEqual([]);
    const pins = app.clouds.theKeys.codes().filter(({ description }) => description?.startsWith(`Smoobu#${String(booking.id)}`) === true);
    expect(pins.every(({ code }) => text.includes(code))).toBe(true);
    expect((await panel().textContent())?.includes(pins[0]?.code ?? 'none')).toBe(false);
    await soon(async () => expect((await snapshotOf(page)).tellings.find(({ bookingId }) => bookingId === booking.id)?.state).toBe('sent'));
    await page.keyboard.press('Escape');
  });

  it('stop after a question, and what was told stays told', async () => {
    await way().click();
    const question = page.getByRole('dialog', { name: say('messages.stop-message-title') });
    await question.getByRole('button', { name: say('messages.stop-message') }).click();
    await done(say('messages.stopped', { way: say('messages.way-message') }));
    expect(settingsOf(app).sending.message).toBe(false);
    await page.getByRole('heading', { level: 1, name: say('messages.title-off') }).waitFor();
  });
});
