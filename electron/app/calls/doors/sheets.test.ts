/** What the emergency sheet shows, and when it has PINs. */
import { describe, expect, it } from 'vitest';
import { desktopHost } from '../../../../tests/support/app/desktop-host.ts';
import { NOW_MS } from '../../../../tests/support/app/state-fixtures.ts';
import { DOOR, SECOND_DOOR, booking, code, date, settings } from '../../../../tests/reconcile/fixtures.ts';
import { createFakeLocks } from '../../../../tests/support/fake-locks.ts';
import { sampleStay } from '../../../../tests/support/snapshot.ts';
import { contract } from '../../../../shared/ipc/contract.ts';
import { ok } from '../../../../shared/result.ts';
import { LastLists } from '../../doors/last-lists.ts';
import { sheetCalls } from './sheets.ts';

const GUEST = booking({ id: 12, arrival: date('2020-01-01'), departure: date('2040-01-01') });
const OPEN = { startDate: date('2020-01-01'), endDate: date('2040-01-01') };
const CODES = [code({ ...OPEN, id: 900 }), code({ ...OPEN, ...SECOND_DOOR, id: 902, description: 'Smoobu#12 blocked' })];

function office(answer: boolean | null) {
  const inner = createFakeLocks(CODES);
  const lists = new LastLists({ nowMs: () => NOW_MS });
  const host = desktopHost(settings({ unit: { doors: [{ ...DOOR, prefix: '18' }, SECOND_DOOR] } }), { lists });
  const accounts = { ...host.ports.accounts, lockCloud: () => Promise.resolve(ok(lists.watch(inner))) };
  const stays = [{ ...sampleStay(), stay: { ...sampleStay().stay, booking: GUEST } }];
  const desktop = {
    settings: () => host.desktop.settings(),
    text: host.desktop.text,
    snapshot: () => ({ ...host.desktop.snapshot(), stays }),
  };
  const asked: string[] = [];
  const saved: string[] = [];
  const screen = {
    ...host.ports.screen,
    ask: async ({ title, no }: { readonly title: string; readonly no: string }) => {
      asked.push(`${title} ${no}`);
      return answer;
    },
    savePdf: async (suggestedName: string) => {
      saved.push(suggestedName);
      return ok({ savedAs: suggestedName });
    },
  };
  const calls = sheetCalls(desktop, { ...host.ports, accounts, lists, screen });
  const emergency = async (withPins: boolean) => {
    const sheet = await calls['sheet.emergency']({ unitId: null, withPins });
    return contract['sheet.emergency'].output.parse(sheet.ok ? sheet.value : null);
  };
  return { calls, emergency, asked, saved, inner, events: () => host.ports.history.listEvents(10) };
}

describe('the emergency sheet', () => {
  it('reads the locks that were not read yet, and has no PIN unless asked for', async () => {
    const { emergency, asked, events, inner } = office(true);
    const sheet = await emergency(false);
    expect(sheet).toMatchObject({
      hasPins: false,
      units: [{ doors: [{ prefix: '18', codes: [{ pin: null }] }, { codes: [{ pin: null }] }] }],
    });
    expect(sheet.units[0]?.doors[0]?.readAtMs).not.toBeNull();
    expect([asked, events(), JSON.stringify(sheet).includes('4711')]).toEqual([[], [], false]);
    const before = inner.calls.length;
    await emergency(false);
    expect(inner.calls.length).toBe(before);
  });
  it('has PINs once the user said yes outside the page, without those of a guest who is kept out, and records it', async () => {
    const { emergency, asked, events } = office(true);
    const sheet = await emergency(true);
    expect(sheet.hasPins).toBe(true);
    expect(sheet.units[0]?.doors.map(({ codes }) => codes.map(({ pin }) => pin))).toEqual([['4711'], [null]]);
    expect(asked).toEqual(['Print PINs? Without PINs']);
    expect(events().filter(({ kind }) => kind === 'pin-revealed').length).toBeGreaterThan(0);
  });
  it.each([false, null])('has none when the answer is %s', async (answer) => {
    const { emergency, events } = office(answer);
    const sheet = await emergency(true);
    expect([sheet.hasPins, JSON.stringify(sheet).includes('4711'), events()]).toEqual([false, false, []]);
  });
  it('is saved under a name that says what and when', async () => {
    const { calls, saved } = office(true);
    expect(await calls['sheet.save-pdf']({ sheet: 'emergency' })).toMatchObject({ ok: true });
    expect(saved).toEqual([expect.stringMatching(/^latchkey-emergency-\d{4}-\d\d-\d\d\.pdf$/)]);
  });
});
