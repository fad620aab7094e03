/** Doors changed with their preview, which says exactly what the next run does on the locks, taken back again, and a lock replaced everywhere. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PARIS_GATEWAY } from '../../electron/demo/portfolio/places.ts';
import { KEYPAD } from '../../electron/demo/seed.ts';
import type { DemoLock, DemoSeed, DemoShare } from '../../electron/demo/seed.ts';
import { readTag } from '../../shared/reconcile/tag.ts';
import { describeOnHost } from '../host/kinds.ts';
import { prepareApp } from './app.ts';
import type { TestApp } from './app.ts';
import { announced, countClicks, goTo, openUnit, openWindow, planned, say, section, settingsOf, soon, syncHere } from './window.ts';

const CANAL = 'Canal – Loft';
const MARAIS = 'Marais – Deux pièces';
const VIEUX_LYON = 'Vieux Lyon – Traboule';
const GATE = 'Lyon, portail commun';
const OLD_GATE = 3707;
/** In the account, on no unit's door yet. */
const NEW_GATE: DemoLock = {
  ...{ id: 3720, localId: '17020', name: 'Lyon, nouveau portail', timeZone: 'Europe/Paris', batteryMillivolts: 7900 },
  accessories: [PARIS_GATEWAY, { id: 8220, stringId: 'Kp1Ng2Wx', name: 'Digicode neuf', type: KEYPAD }],
};
const withNewGate = ({ smoobu, theKeys }: DemoSeed): DemoSeed => ({ smoobu, theKeys: { ...theKeys, locks: [...theKeys.locks, NEW_GATE] } });

describeOnHost('units and doors', (kind) => {
  let app: TestApp;
  let page: Page;
  /** Before anything was changed here. */
  let asBefore: readonly string[];
  beforeAll(async () => {
    app = await prepareApp(kind, undefined, withNewGate);
    page = await openWindow(await app.start());
    await syncHere(page);
    asBefore = doors();
  });
  afterAll(async () => {
    await app.close();
  });

  const bookingOf = ({ description }: DemoShare): number => {
    const tag = readTag(description ?? '');
    return tag.kind === 'tagged' && typeof tag.claimId === 'number' ? tag.claimId : 0;
  };
  /** Who gets in where, when, and with which PIN; made by hand or by us. What the host noted on a code goes with the code. */
  const doors = () =>
    app.clouds.theKeys
      .codes()
      .map((share) => {
        const { lockId, accessory, code, active, startDate, startTime, endDate, endTime, name } = share;
        return JSON.stringify([lockId, accessory.stringId, name, bookingOf(share), code, active, startDate, startTime, endDate, endTime]);
      })
      .sort();
  const writes = () => app.clouds.theKeys.events().filter(({ by }) => by === 'request');
  /** In the words of the preview. */
  const deeds = (since: number): string[] =>
    writes()
      .slice(since)
      .map(({ kind: deed, before, after }) => {
        const share = after ?? before;
        if (share === null) throw new Error('A change of nothing.');
        const operation = { created: 'create', updated: 'update', deleted: 'delete' } as const;
        const door = app.clouds.theKeys.locks().find(({ id }) => id === share.lockId)?.name ?? '';
        const guest = app.clouds.smoobu.booking(bookingOf(share))?.guestName ?? '';
        return `${say(`operations.${operation[deed]}`, { door })} · ${guest}`;
      })
      .sort();
  /** What would be done without a further word, as the list says it. */
  const promised = async (): Promise<string[]> => {
    const rows = await planned(page).evaluateAll((articles) =>
      articles.map((article) => [...article.querySelectorAll('p')].map((line) => line.textContent.trim())),
    );
    return rows.map(([title = '', about = '']) => `${title} · ${about.split(' · ')[0] ?? ''}`).sort();
  };
  const bar = () => section(page, say('doors.save-bar'));
  const save = () => bar().getByRole('button', { name: say('doors.save'), exact: true });

  it('shows what saving would change while it is a draft, and the run does that and nothing else', async () => {
    const begun = writes().length;
    await goTo(page, 'doors');
    await openUnit(page, CANAL);
    await page.getByRole('button', { name: say('doors.add-door') }).click();
    await page.getByLabel(say('doors.search-doors')).fill('entrée');
    await page
      .getByRole('list', { name: say('doors.keypads') })
      .getByRole('button')
      .click();
    await openUnit(page, MARAIS);
    await page.getByLabel(say('doors.own-check-in')).check();
    await page.getByLabel(say('doors.check-in'), { exact: true }).fill('14:00');
    await openUnit(page, VIEUX_LYON);
    await page.getByRole('button', { name: say('doors.remove-door-name', { door: GATE, unit: VIEUX_LYON }) }).click();

    await bar()
      .getByText(say('doors.changed', { count: 3 }))
      .waitFor();
    await soon(async () => expect(await save().getAttribute('aria-disabled')).toBeNull());
    const shown = await promised();
    expect(shown).toContain(`${say('operations.create', { door: "Montmartre, entrée de l'immeuble" })} · Siobhán Ó Braonáin`);
    expect(shown).toContain(`${say('operations.update', { door: 'Marais, porte' })} · Zoë Grüßner 🌿✨`);
    expect(shown).toContain(`${say('operations.delete', { door: GATE })} · Kwame Asante-Boadu`);
    expect([doors(), writes().length]).toEqual([asBefore, begun]);

    await save().click();
    await announced(page, say('doors.saved'));
    expect(settingsOf(app).mapping.units.find(({ name }) => name === CANAL)?.doors).toHaveLength(2);
    await goTo(page, 'today');
    const { lastRun } = await syncHere(page);
    expect(lastRun?.counts.failed).toBe(0);
    expect(deeds(begun)).toEqual(shown);
  });

  it('is taken back by one press: the same doors open with the same PINs as before', async () => {
    const begun = writes().length;
    await goTo(page, 'doors');
    await bar()
      .getByRole('button', { name: say('doors.undo') })
      .click();
    const question = page.getByRole('dialog', { name: say('doors.undo-title') });
    await question.getByRole('list', { name: say('preview.list') }).waitFor();
    const shown = await promised();
    expect(writes().length).toBe(begun);
    await question.getByRole('button', { name: say('doors.undo-confirm') }).click();
    await announced(page, say('doors.undone'));
    await goTo(page, 'today');
    await syncHere(page);
    expect(deeds(begun)).toEqual(shown);
    expect(doors()).toEqual(asBefore);
  });

  it('replaces the lock of a gate that three units share, in at most four clicks', async () => {
    const used = (lockId: number) =>
      settingsOf(app).mapping.units.filter((unit) => unit.doors.some((door) => door.lockId === lockId)).length;
    expect(used(OLD_GATE)).toBe(3);
    await goTo(page, 'today');
    const clicks = await countClicks(page);
    await goTo(page, 'doors');
    await page
      .getByRole('list', { name: say('doors.all-doors') })
      .getByRole('button', { name: GATE })
      .click();
    await page.getByRole('button', { name: say('door.replace-by', { door: NEW_GATE.name }) }).click();
    await page
      .getByRole('dialog', { name: say('door.replace-title', { door: GATE, by: NEW_GATE.name }) })
      .getByRole('button', { name: say('door.replace-confirm') })
      .click();
    await page
      .getByRole('complementary', { name: NEW_GATE.name })
      .getByRole('heading', { name: say('door.now') })
      .waitFor();
    expect(await clicks()).toBeLessThanOrEqual(4);
    expect([used(OLD_GATE), used(NEW_GATE.id)]).toEqual([0, 3]);
    // Every guest gets in at the new gate with the PIN of the old one.
    const pins = (lockId: number) => new Map(app.clouds.theKeys.codes(lockId).map((share) => [bookingOf(share), share.code]));
    const before = new Map(
      asBefore
        .map((row) => JSON.parse(row) as readonly unknown[])
        .filter(([lock]) => lock === OLD_GATE)
        .map((row) => [row[3], row[4]]),
    );
    for (const [booking, pin] of pins(NEW_GATE.id)) expect(before.get(booking)).toBe(pin);
    expect(pins(NEW_GATE.id).size).toBeGreaterThan(5);
  });
});
