/** Journeys on the page Today: a door that fails is explained and fixed, and held removals are decided. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lockPlan } from '../../electron/demo/portfolio/places.ts';
import type { DemoShare } from '../../electron/demo/seed.ts';
import { readTag } from '../../shared/reconcile/tag.ts';
import { describeOnHost } from '../host/kinds.ts';
import { prepareApp } from './app.ts';
import type { TestApp } from './app.ts';
import { announced, openWindow, say, snapshotOf, soon, stayOf, syncHere, throughRun, toDo } from './window.ts';

/** In the house whatever the time of day, each with one door. */
const MARGAUX = { id: 90_001, guest: 'Margaux Delacourt-Petit', lockId: 3701 };
const NOAH = { id: 90_005, guest: 'Noah van der Meulenhof', lockId: 3702 };
type Guest = typeof MARGAUX;

describeOnHost('the page Today', (kind) => {
  let app: TestApp;
  let page: Page;
  beforeAll(async () => {
    app = await prepareApp(kind);
    // From the very first run on: what was once seen on a lock counts for hours.
    app.clouds.theKeys.faults.set({ lists: { [NOAH.lockId]: { kind: 'error-envelope' } } });
    page = await openWindow(await app.start());
  });
  afterAll(async () => {
    await app.close();
  });

  const codeOf = ({ id, lockId }: Guest): DemoShare | null =>
    app.clouds.theKeys.codes(lockId).find(({ description }) => {
      const tag = readTag(description ?? '');
      return tag.kind === 'tagged' && tag.claimId === id;
    }) ?? null;
  const opens = (guest: Guest, pin: string): boolean => app.clouds.theKeys.opens(guest.lockId, lockPlan(guest.lockId).keypadId, pin);
  const nameOf = ({ lockId }: Guest): string => lockPlan(lockId).name;
  const statusOf = async ({ id }: Guest) => (await snapshotOf(page)).stays.find(({ stay: { booking } }) => booking.id === id);
  /** The best there is for ten minutes after the first sight of a code: until then its gateway may not have passed it on. */
  const isOnItsWay = async (guest: Guest) => {
    await stayOf(page, guest.guest, 'on-its-way').waitFor();
    const { verdict, worst, because, links } = (await statusOf(guest)) ?? {};
    expect({ verdict, worst }).toEqual({ verdict: 'on-its-way', worst: 'gateway' });
    expect(because?.message).toContain(`on its way to lock “${nameOf(guest)}”`);
    expect(links?.filter(({ state }) => state === 'doubtful' || state === 'broken').map(({ name }) => name)).toEqual(['gateway']);
  };

  it('explains a door that fails, and the button beside it fixes what can be fixed', async () => {
    await syncHere(page);
    await stayOf(page, NOAH.guest, 'action-needed').waitFor();
    await isOnItsWay(MARGAUX);
    const because = (await statusOf(NOAH))?.because;
    expect(because).toMatchObject({ kind: 'list-failed', lockId: NOAH.lockId });
    expect(because?.message).toContain(nameOf(NOAH));
    // Who is staying and may stand before the door comes first of all, by name.
    const card = toDo(page, NOAH.guest).first();
    await card.getByText(say('today.urgent'), { exact: true }).waitFor();
    await stayOf(page, NOAH.guest).click();
    const panel = page.getByRole('complementary', { name: NOAH.guest });
    await panel.getByText(because?.message ?? '').waitFor();
    await page.keyboard.press('Escape');
    await soon(async () => expect(await stayOf(page, NOAH.guest).evaluate((element) => element === document.activeElement)).toBe(true));

    app.clouds.theKeys.faults.clear();
    await throughRun(page, () => card.getByRole('button', { name: say('today.fix-sync') }).click());
    await isOnItsWay(NOAH);
    await card.waitFor({ state: 'detached' });
    expect(opens(NOAH, codeOf(NOAH)?.code ?? 'none')).toBe(true);
  });

  it('asks by name before it removes codes of cancelled guests who may be inside: one goes, the other stays for good', async () => {
    const [removed, kept] = [codeOf(MARGAUX)?.code ?? 'none', codeOf(NOAH)?.code ?? 'none'];
    app.clouds.smoobu.cancelBooking(MARGAUX.id);
    app.clouds.smoobu.cancelBooking(NOAH.id);
    await syncHere(page);
    const card = ({ guest }: Guest) => toDo(page, `Remove ${guest}’s code?`);
    await card(MARGAUX)
      .getByText(/someone may be inside/)
      .waitFor();
    await card(NOAH).waitFor();
    // Their guests are rows like all others, with what is unusual about them.
    await stayOf(page, MARGAUX.guest, 'cancelled')
      .getByText(/still opens until/)
      .waitFor();
    expect([opens(MARGAUX, removed), opens(NOAH, kept)]).toEqual([true, true]);

    await card(NOAH)
      .getByRole('button', { name: /^Keep code/ })
      .click();
    await announced(page, say('today.kept'));
    await card(NOAH).waitFor({ state: 'detached' });
    await card(MARGAUX)
      .getByRole('button', { name: /^Remove code/ })
      .click();
    const question = page.getByRole('dialog', { name: say('today.sure-inside') });
    await question.getByText(say('today.sure-inside-text')).waitFor();
    expect(opens(MARGAUX, removed)).toBe(true);
    await throughRun(page, () => question.getByRole('button', { name: say('today.remove', { count: 1 }) }).click());
    await card(MARGAUX).waitFor({ state: 'detached' });
    expect([codeOf(MARGAUX), opens(MARGAUX, removed)]).toEqual([null, false]);
    await stayOf(page, MARGAUX.guest).waitFor({ state: 'detached' });

    const { holds, lastRun } = await syncHere(page);
    expect([holds, lastRun?.counts.held, lastRun?.counts.deleted]).toEqual([[], 0, 0]);
    await announced(page, say('sync.run-nothing'));
    expect([codeOf(NOAH)?.code, opens(NOAH, kept)]).toEqual([kept, true]);
    await stayOf(page, NOAH.guest, 'cancelled').waitFor();
  });
});
