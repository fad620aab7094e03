/** What somebody changes in The Keys' own app is told in Today, and settled there with one click: switched off, deleted, shortened, another PIN. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lockPlan } from '../../electron/demo/portfolio/places.ts';
import type { DemoShare } from '../../electron/demo/seed.ts';
import { readTag } from '../../shared/reconcile/tag.ts';
import { describeOnHost } from '../host/kinds.ts';
import { eventually, prepareApp } from './app.ts';
import type { TestApp } from './app.ts';
import { countClicks, openWindow, say, syncHere, toDo } from './window.ts';

/** In the house whatever the time of day, with one door. */
const MARGAUX = { id: 90_001, guest: 'Margaux Delacourt-Petit', lockId: 3701 };
/** Arrive later: their codes are Latchkey's own from the first sync on. */
const ZOE = { id: 90_003, guest: 'Zoë Grüßner', lockId: 3701 };
const SIOBHAN = { id: 90_006, guest: 'Siobhán Ó Braonáin', lockId: 3702 };
const AIYANA = { id: 90_008, guest: 'Aiyana Blackwater', lockId: 3702 };
type Guest = typeof MARGAUX;

describeOnHost('by hand at The Keys', (kind) => {
  let app: TestApp;
  let page: Page;
  let clicks: () => Promise<number>;
  beforeAll(async () => {
    app = await prepareApp(kind);
    page = await openWindow(await app.start());
    await syncHere(page);
    // Only what was read back as it was written can be changed by hand.
    await syncHere(page);
    clicks = await countClicks(page);
  });
  afterAll(async () => {
    await app.close();
  });

  const codesOf = ({ id, lockId }: Guest): readonly DemoShare[] =>
    app.clouds.theKeys.codes(lockId).filter(({ description }) => {
      const tag = readTag(description ?? '');
      return tag.kind === 'tagged' && tag.claimId === id;
    });
  const codeOf = (guest: Guest): DemoShare => {
    const [code] = codesOf(guest);
    if (code === undefined) throw new Error(`There is no code of ${guest.guest}.`);
    return code;
  };
  const opens = ({ lockId }: Guest, pin: string): boolean => app.clouds.theKeys.opens(lockId, lockPlan(lockId).keypadId, pin);
  /** One click on the card, and the run that it causes or needs. */
  const answer = async (words: string, label: string): Promise<void> => {
    const card = toDo(page, words);
    const before = await clicks();
    await card.getByRole('button', { name: label, exact: true }).click();
    expect((await clicks()) - before).toBe(1);
    await card.waitFor({ state: 'detached' });
    await syncHere(page);
  };

  it('a code that is switched off stays off until the user lets the guest in again, with the same PIN', async () => {
    const { id, code } = codeOf(MARGAUX);
    app.clouds.theKeys.changeCode(id, { active: false });
    await syncHere(page);
    expect(opens(MARGAUX, code)).toBe(false);
    await answer(MARGAUX.guest, say('answer.let-in'));
    expect([codeOf(MARGAUX).code, opens(MARGAUX, code)]).toEqual([code, true]);
  });

  it('a code that is deleted comes back with the same PIN in the same sync; where it leaked, one click gives the guest another', async () => {
    const { id, code } = codeOf(ZOE);
    app.clouds.theKeys.removeCode(id);
    await eventually(async () => {
      await syncHere(page);
      expect(codeOf(ZOE).code).toBe(code);
    });
    await answer(ZOE.guest, say('answer.new-pin'));
    expect(codeOf(ZOE).code).not.toBe(code);
  });

  it('a code that closes earlier than it should keeps doing so until the user wants the times of the booking', async () => {
    const { id, endTime } = codeOf(SIOBHAN);
    app.clouds.theKeys.changeCode(id, { endTime: '09:00' });
    // Only what two readings agree on was changed by hand.
    await syncHere(page);
    await syncHere(page);
    expect(codeOf(SIOBHAN).endTime).toBe('09:00');
    await answer(SIOBHAN.guest, say('answer.use-booking'));
    expect(codeOf(SIOBHAN).endTime).toBe(endTime);
  });

  it('a code that is deleted twice stays away until the user says which of the two is meant', async () => {
    const { code } = codeOf(AIYANA);
    app.clouds.theKeys.removeCode(codeOf(AIYANA).id);
    // A sync that an answer has caused may be reading the lock just now.
    await eventually(async () => {
      await syncHere(page);
      expect(codesOf(AIYANA)).toHaveLength(1);
    });
    app.clouds.theKeys.removeCode(codeOf(AIYANA).id);
    await syncHere(page);
    await toDo(page, AIYANA.guest).waitFor();
    expect(codesOf(AIYANA)).toEqual([]);
    await answer(AIYANA.guest, say('answer.make-again'));
    expect(codeOf(AIYANA).code).toBe(code);
  });
});
