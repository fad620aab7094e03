/** Journeys in the arrivals: a door that fails is explained and fixed, and held removals are decided. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lockPlan } from '../../electron/demo/portfolio/places.ts';
import type { DemoShare } from '../../electron/demo/seed.ts';
import { readTag } from '../../shared/reconcile/tag.ts';
import { describeOnHost } from '../host/kinds.ts';
import { prepareApp } from './app.ts';
import type { TestApp } from './app.ts';
import { announced, openWindow, say, section, snapshotOf, soon, stayOf, syncHere, throughRun } from './window.ts';

/** In the house whatever the time of day, each with one door. */
const MARGAUX = { id: 90_001, guest: 'Margaux Delacourt-Petit', lockId: 3701 };
const NOAH = { id: 90_005, guest: 'Noah van der Meulenhof', lockId: 3702 };
type Guest = typeof MARGAUX;

describeOnHost('the arrivals', (kind) => {
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
    await stayOf(page, guest.guest).getByText(say('arrivals.on-its-way'), { exact: true }).waitFor();
    const { verdict, worst, because, links } = (await statusOf(guest)) ?? {};
    expect({ verdict, worst }).toEqual({ verdict: 'on-its-way', worst: 'gateway' });
    expect(because?.message).toContain(`on its way to lock “${nameOf(guest)}”`);
    expect(links?.filter(({ state }) => state === 'doubtful' || state === 'broken').map(({ name }) => name)).toEqual(['gateway']);
  };

  it('explain a door that fails, and the button beside it fixes what can be fixed', async () => {
    await syncHere(page);
    const stay = stayOf(page, NOAH.guest);
    await stay.getByText(say('arrivals.action-needed'), { exact: true }).waitFor();
    await isOnItsWay(MARGAUX);
    const because = (await statusOf(NOAH))?.because;
    expect(because).toMatchObject({ kind: 'list-failed', lockId: NOAH.lockId });
    expect(because?.message).toContain(nameOf(NOAH));
    await stay.getByText(because?.message ?? '', { exact: true }).waitFor();
    // Who is in the house and may stand before the door comes first of all.
    const needs = section(page, say('arrivals.attention')).getByRole('listitem').first();
    await needs.getByText(say('arrivals.urgent'), { exact: true }).waitFor();
    await needs.getByRole('button', { name: say('arrivals.help-stay') }).click();
    await soon(async () => expect(await stay.evaluate((element) => element === document.activeElement)).toBe(true));

    app.clouds.theKeys.faults.clear();
    await throughRun(page, () => stay.getByRole('button', { name: say('arrivals.help-sync') }).click());
    await isOnItsWay(NOAH);
    expect(await stay.getByRole('button', { name: say('arrivals.help-sync') }).count()).toBe(0);
    expect(opens(NOAH, codeOf(NOAH)?.code ?? 'none')).toBe(true);
  });

  it('hold the removals of cancelled guests who may be inside: one is applied, the other dismissed for good', async () => {
    const [applied, dismissed] = [codeOf(MARGAUX)?.code ?? 'none', codeOf(NOAH)?.code ?? 'none'];
    app.clouds.smoobu.cancelBooking(MARGAUX.id);
    app.clouds.smoobu.cancelBooking(NOAH.id);
    await syncHere(page);
    const waiting = section(page, say('arrivals.holds'));
    const card = ({ id, lockId }: Guest) =>
      waiting
        .getByRole('region')
        .filter({ hasText: String(id) })
        .filter({ hasText: lockPlan(lockId).name });
    await card(MARGAUX).waitFor();
    await card(NOAH).waitFor();
    await card(NOAH).getByText(say('operations.why.cancelled'), { exact: true }).waitFor();
    await waiting.getByText(say('arrivals.hold-someone-may-be-inside')).first().waitFor();
    expect([opens(MARGAUX, applied), opens(NOAH, dismissed)]).toEqual([true, true]);

    await card(NOAH)
      .getByRole('button', { name: /^Dismiss/ })
      .click();
    await announced(page, say('arrivals.hold-dismissed'));
    await card(NOAH).waitFor({ state: 'detached' });
    await card(MARGAUX)
      .getByRole('button', { name: /^Apply/ })
      .click();
    const question = page.getByRole('dialog', { name: say('arrivals.hold-sure') });
    await question.getByText(say('arrivals.hold-sure-text')).waitFor();
    expect(opens(MARGAUX, applied)).toBe(true);
    await throughRun(page, () => question.getByRole('button', { name: say('arrivals.hold-remove', { count: 1 }) }).click());
    await waiting.waitFor({ state: 'detached' });
    expect([codeOf(MARGAUX), opens(MARGAUX, applied)]).toEqual([null, false]);

    const { holds, lastRun } = await syncHere(page);
    expect([holds, lastRun?.counts.held, lastRun?.counts.deleted]).toEqual([[], 0, 0]);
    await announced(page, say('arrivals.run-nothing'));
    expect(await waiting.count()).toBe(0);
    expect([codeOf(NOAH)?.code, opens(NOAH, dismissed)]).toEqual([dismissed, true]);
  });
});
