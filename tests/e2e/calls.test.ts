/** Journeys with one stay: a leaked code, a guest who is kept out, a late check-out, Undo, and the guest who calls; each in at most four clicks. */
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CANAL, lockPlan } from '../../electron/demo/portfolio/places.ts';
import type { DemoShare } from '../../electron/demo/seed.ts';
import { createSystemClock } from '../../electron/scheduling/system-clock.ts';
import { openHistoryStore } from '../../electron/storage/history/history-store.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import { readTag } from '../../shared/reconcile/tag.ts';
import type { WallTime } from '../../shared/time.ts';
import type { Host } from '../host/host.ts';
import { describeOnHost } from '../host/kinds.ts';
import { prepareApp, syncNow } from './app.ts';
import type { TestApp } from './app.ts';
import { announced, hideWindow, openWindow, say, shownWindow, soon } from './window.ts';

/** In the house whatever the time of day; the second one's PIN begins with a zero. */
const BJORK = { id: 90_017, guest: 'Björk Hallgrímsdóttir' };
const FRANCOIS = { id: 90_013, guest: 'François-Xavier Lemoigne' };
/** Arrives in three weeks, and is told two days before. */
const AIYANA = { id: 90_008, guest: 'Aiyana Blackwater' };
const MAX_CLICKS = 4;

describeOnHost('one stay', (kind) => {
  let app: TestApp;
  let host: Host;
  let page: Page;
  let clicks = 0;
  beforeAll(async () => {
    app = await prepareApp(kind, withMessages);
    plantStart(app.profile);
    host = await app.start();
    await syncNow(host, app);
    page = await openWindow(host);
    await page.getByText(BJORK.guest).first().waitFor();
  }, 60_000);
  afterAll(async () => {
    await app.close();
  });

  const click = async (target: Locator): Promise<void> => {
    clicks += 1;
    await target.click();
  };
  const panel = () => page.getByRole('complementary').filter({ has: page.getByRole('button', { name: say('shell.close-panel') }) });
  const button = (name: string, within: Page | Locator = panel()) => within.getByRole('button', { name, exact: true });
  const close = async (): Promise<void> => {
    if (await panel().isVisible()) await button(say('shell.close-panel')).click();
  };
  /** From Today, with no panel open. */
  const open = async ({ guest }: { readonly guest: string }): Promise<void> => {
    await close();
    clicks = 0;
    await click(page.getByRole('main').getByRole('button', { name: guest }).first());
    await panel().getByRole('heading', { name: guest }).waitFor();
  };
  const codesOf = ({ id }: { readonly id: number }): readonly DemoShare[] =>
    app.clouds.theKeys
      .codes()
      .filter(({ description }) => {
        const tag = readTag(description ?? '');
        return tag.kind === 'tagged' && tag.claimId === id;
      })
      .toSorted((one, other) => one.lockId - other.lockId);
  const opens = (guest: { readonly id: number }): readonly boolean[] =>
    codesOf(guest).map(({ lockId, code }) => app.clouds.theKeys.opens(lockId, lockPlan(lockId).keypadId, code));
  const undo = async (): Promise<void> => {
    clicks = 0;
    await click(button(say('common.undo'), page.getByRole('status')));
    const question = page.getByRole('dialog', { name: say('common.undo-title') });
    const undone = page.getByRole('status').filter({ hasText: say('common.undone') });
    await question.or(undone).first().waitFor();
    if (await question.isVisible()) await click(button(say('common.undo'), question));
    await undone.waitFor();
    expect(clicks).toBeLessThanOrEqual(MAX_CLICKS);
  };
  const revealed = (): number => {
    const history = openHistoryStore({ file: join(app.profile, 'history.sqlite'), clock: createSystemClock() });
    try {
      return history.listEvents(100).filter((event) => event.kind === 'pin-revealed').length;
    } finally {
      history.close();
    }
  };
  const digits = () => panel().getByRole('status', { name: say('stay.digits') });
  const reveal = () => button(say('stay.reveal-name', { guest: FRANCOIS.guest }));

  it('shows the digits of the lock, out of screenshots, and hides them in time, on request and with the window', async () => {
    const shown = async () => (await digits().allTextContents()).filter((text) => text !== '').join(', ');
    const isHidden = () => soon(async () => expect(await shown()).toBe(''));
    await open(FRANCOIS);
    await page.clock.install();
    await isHidden();
    const before = revealed();
    await click(reveal());
    expect(clicks).toBeLessThanOrEqual(MAX_CLICKS);
    // A leading zero is part of it, and so is the prefix of the gate.
    await soon(async () => expect(await shown()).toBe('52 04 82, 04 82'));
    expect((await host.windows())[0]?.isContentProtected).toBe(true);
    // Effects of the page run on its clock, too: the timer begins within these.
    await page.clock.runFor(500);
    await page.clock.fastForward(19_000);
    expect(await shown()).toBe('52 04 82, 04 82');
    await page.clock.fastForward(2_000);
    await isHidden();

    await reveal().click();
    await soon(async () => expect(await shown()).toBe('52 04 82, 04 82'));
    await button(say('stay.hide-name', { guest: FRANCOIS.guest })).click();
    await isHidden();

    await reveal().click();
    await soon(async () => expect(await shown()).toBe('52 04 82, 04 82'));
    await close();
    expect(await page.content()).not.toContain('04 82');
    expect(revealed() - before).toBe(6);
    await page.clock.resume();
  });

  it('copies the digits without a space, and the message', async () => {
    await open(FRANCOIS);
    await click(button(say('stay.copy-name', { guest: FRANCOIS.guest })));
    await announced(page, say('stay.copied'));
    expect(await host.clipboardText()).toBe('Lyon, portail commun: 520482\nCroix-Rousse, porte: 0482');
    await button(say('stay.copy-message-name', { guest: FRANCOIS.guest })).click();
    await announced(page, say('stay.message-copied'));
    expect(await host.clipboardText()).toContain('0482');
  });

  it('gives a guest whose code leaked a new PIN on all doors', async () => {
    const before = codesOf(BJORK).map(({ code }) => code);
    expect(before).toEqual(['1793', '1793']);
    await open(BJORK);
    await click(button(say('stay.new-pin-ask')));
    const question = page.getByRole('dialog', { name: say('stay.new-pin-title', { guest: BJORK.guest }) });
    await click(button(say('stay.new-pin'), question));
    await announced(page, say('stay.new-pin-done', { guest: BJORK.guest }));
    expect(clicks).toBeLessThanOrEqual(MAX_CLICKS);
    const after = codesOf(BJORK).map(({ code }) => code);
    expect(new Set(after).size).toBe(1);
    expect(after).not.toContain('1793');
    expect(opens(BJORK)).toEqual([true, true]);
  });

  it('keeps a guest out, and Undo lets them in again', async () => {
    await open(FRANCOIS);
    await click(button(say('stay.block')));
    const question = page.getByRole('dialog', { name: say('stay.block-title', { guest: FRANCOIS.guest }) });
    await click(button(say('stay.block-button'), question));
    await announced(page, say('stay.block-done', { guest: FRANCOIS.guest }));
    expect(clicks).toBeLessThanOrEqual(MAX_CLICKS);
    expect(opens(FRANCOIS)).toEqual([false, false]);
    await button(say('stay.unblock')).waitFor();

    await undo();
    expect(opens(FRANCOIS)).toEqual([true, true]);
    await button(say('stay.block')).waitFor();
  });

  it('lets a guest stay an hour longer, and until a time of the user’s choice, and Undo takes it back', async () => {
    const ends = () => [...new Set(codesOf(FRANCOIS).map(({ endDate, endTime }) => `${String(endDate)} ${String(endTime).slice(0, 5)}`))];
    const [before] = ends();
    await open(FRANCOIS);
    await click(button(say('stay.extend')));
    await announced(page, say('stay.extend-done', { guest: FRANCOIS.guest }));
    expect(clicks).toBeLessThanOrEqual(MAX_CLICKS);
    expect(before?.endsWith('12:00')).toBe(true);
    expect(ends()).toEqual([before?.replace('12:00', '13:00')]);
    await undo();
    expect(ends()).toEqual([before]);

    await open(FRANCOIS);
    await click(button(say('stay.change-until')));
    const form = page.getByRole('dialog', { name: say('stay.until-title', { guest: FRANCOIS.guest }) });
    await form.getByLabel(say('stay.time')).fill('14:30');
    await click(button(say('stay.save-times'), form));
    await announced(page, say('stay.times-done'));
    expect(clicks).toBeLessThanOrEqual(MAX_CLICKS);
    expect(ends()).toEqual([before?.replace('12:00', '14:30')]);
    await panel().getByText(say('stay.as-you-chose')).waitFor();
  });

  it('marks a guest as told, who is then told again', async () => {
    await open(FRANCOIS);
    await click(button(say('stay.more', { guest: FRANCOIS.guest })));
    await click(button(say('stay.mark-told')));
    await announced(page, say('stay.marked-told'));
    expect(clicks).toBeLessThanOrEqual(MAX_CLICKS);
    await button(say('stay.more', { guest: FRANCOIS.guest })).click();
    await button(say('stay.tell-again')).waitFor();
    await page.keyboard.press('Escape');
    await panel().waitFor();
    await page.keyboard.press('Escape');
    await panel().waitFor({ state: 'detached' });
  });

  it('tells a guest now who would be told later', async () => {
    const told = () => app.clouds.smoobu.sentMessages().filter(({ bookingId }) => bookingId === AIYANA.id);
    expect(told()).toEqual([]);
    // Far down in the list.
    await close();
    const search = page.getByRole('main').getByRole('searchbox');
    await search.fill('aiyana');
    await open(AIYANA);
    await search.fill('');
    await panel()
      .getByText(new RegExp(`^${say('stay.telling-at', { time: '' }).trim()}`))
      .waitFor();
    await click(button(say('stay.more', { guest: AIYANA.guest })));
    await click(button(say('stay.send-now')));
    await announced(page, say('stay.sent'));
    expect(clicks).toBeLessThanOrEqual(MAX_CLICKS);
    expect(told()).toHaveLength(1);
    expect(told()[0]?.text).toContain(codesOf(AIYANA)[0]?.code);
    await close();
  });

  it('answers the guest who calls: from the closed window to the digits', async () => {
    await hideWindow(host);
    clicks = 1;
    await host.clickTrayItem({ id: 'call' });
    page = await shownWindow(host);
    await soon(async () => expect(await page.evaluate('document.activeElement.type')).toBe('search'));
    await page.keyboard.type('bjö');
    const main = page.getByRole('main');
    await main.getByText(BJORK.guest).first().waitFor();
    await click(button(say('stay.reveal-name', { guest: BJORK.guest }), main));
    expect(clicks).toBeLessThanOrEqual(MAX_CLICKS);
    const shown = main.getByRole('status').filter({ hasText: /^\d\d \d\d/ });
    await shown.first().waitFor();
    const typed = (await shown.allTextContents()).map((text) => text.replaceAll(' ', '').slice(2));
    expect(typed.toSorted()).toEqual(
      codesOf(BJORK)
        .map(({ code }) => code)
        .toSorted(),
    );
    await main.getByText(say('stay.opens-now')).first().waitFor();
    await main.getByText(say('call.hint-wake')).waitFor();

    await page.keyboard.press('Escape');
    await page.getByRole('heading', { level: 1, name: say('call.title') }).waitFor({ state: 'detached' });
    expect(await page.content()).not.toContain(typed[0]);
  });
});

/** At any hour, and of one unit only: messages are sent one after the other, which takes its time. */
function withMessages(settings: Settings): Settings {
  const none = '00:00' as WallTime;
  const { messages, mapping } = settings;
  const units = mapping.units.flatMap(({ unitId }) => (unitId === CANAL ? [] : [unitId]));
  return {
    ...settings,
    messages: { ...messages, quietHours: { from: none, to: none }, message: { ...messages.message, except: { units, channels: [] } } },
    sending: { ...settings.sending, message: true },
  };
}
/** As if the user had seen what would go to whom. */
function plantStart(folder: string): void {
  const history = openHistoryStore({ file: join(folder, 'history.sqlite'), clock: createSystemClock() });
  history.remember([{ kind: 'way-started', key: 'message', value: { sinceMs: 1 } }]);
  history.close();
}
