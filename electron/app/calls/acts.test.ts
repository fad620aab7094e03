import { describe, expect, it } from 'vitest';
import { contract } from '../../../shared/ipc/contract.ts';
import type { MemoryChange } from '../../../shared/domain/memory.ts';
import type { StayAction } from '../../../shared/domain/stay-action.ts';
import { nothingRemembered } from '../../../shared/domain/memory.ts';
import { NO_WISHES } from '../../../shared/domain/plan.ts';
import type { PlanWishes } from '../../../shared/domain/plan.ts';
import type { RunReport } from '../../../shared/domain/run.ts';
import { ok } from '../../../shared/result.ts';
import { booking, code, date, input, pin, settings as plainSettings } from '../../../tests/reconcile/fixtures.ts';
import { bookingId } from '../../../tests/support/ids.ts';
import { desktopHost } from '../../../tests/support/app/desktop-host.ts';
import { operation, report, settings, stay } from '../../../tests/support/app/state-fixtures.ts';
import type { DesktopRunRequest } from '../desktop/ports.ts';

const ID = bookingId(12);
const mode = { confirmed: false, dryRun: false };

/** A guest who is staying now. */
/** `replaced`: digests of PINs that somebody replaced at The Keys. */
function host(replaced: readonly string[] = [], digits = '4711') {
  const read = input({
    settings: plainSettings(),
    bookings: [booking({ arrival: date('2026-11-22') })],
    codes: [code({ startDate: date('2026-11-22'), pin: pin(digits) })],
    wishes: { ...NO_WISHES, digestOf: (one) => `d${one}` },
    memory: { remembered: { ...nothingRemembered(), 'former-pins': new Map([['12', { claimId: ID, digests: replaced }]]) } },
  });
  const looked: (PlanWishes | null)[] = [];
  const assumed: MemoryChange[] = [];
  const ran: DesktopRunRequest[] = [];
  const answered: RunReport = { ...report({ operations: [operation('k', 'done')], stays: [stay()] }), claim: ID };
  const app = desktopHost(settings(), {
    look: async (_claim, _settings, wishes, remember = []) => {
      looked.push(wishes);
      assumed.push(...remember);
      return ok({ report: answered, input: read });
    },
    run: async (request) => {
      ran.push(request);
      return ok(answered);
    },
  });
  const act = (action: StayAction, how: Partial<typeof mode> = {}) => app.calls['stay.act']({ bookingId: ID, action, ...mode, ...how });
  return { ...app, looked, assumed, ran, act };
}

describe('stay.act', () => {
  it('records the wish and runs for that stay alone, also while paused', async () => {
    const app = host();
    app.desktop.pause('until-resumed');
    const answer = await app.act({ kind: 'block' });
    expect(answer).toMatchObject({ ok: true, value: { kind: 'done', run: { operations: [{ key: 'k' }] } } });
    expect(answer.ok && contract['stay.act'].output.safeParse(answer.value).success).toBe(true);
    expect(app.ran).toMatchObject([{ trigger: 'act', claim: ID, runId: 'run-act' }]);
    expect(app.ports.wishes.read().stays).toMatchObject([{ bookingId: ID, wish: { blockedSinceMs: expect.any(Number) as number } }]);
  });
  it('asks first, does nothing until the user has confirmed, and says why it cannot', async () => {
    const app = host();
    const asked = await app.act({ kind: 'no-code' });
    expect(asked).toEqual(ok({ kind: 'asks', questions: ['Anna Müller is staying now. The PIN stops working at once.'] }));
    expect([app.ran, app.ports.wishes.read().stays]).toEqual([[], []]);
    expect(await app.act({ kind: 'no-code' }, { confirmed: true })).toMatchObject({ ok: true, value: { kind: 'done' } });
    expect(await app.act({ kind: 'pin', digits: '1234' })).toEqual({
      ok: false,
      error: { detail: 'pin-trivial', message: 'This PIN is too easy to guess.' },
    });
  });
  it('shows what would be done, with the wish, and stores none', async () => {
    const app = host();
    expect(await app.act({ kind: 'pin', digits: '482615' }, { dryRun: true })).toMatchObject({ ok: true, value: { kind: 'done' } });
    expect(app.looked[1]?.typedPins.get(ID)).toBe('482615');
    expect([app.ran, app.ports.wishes.read().stays]).toEqual([[], []]);
    await app.act({ kind: 'unblock' }, { dryRun: true });
    expect(app.assumed).toMatchObject([
      { kind: 'act', value: { claimId: ID, action: 'pin' } },
      { kind: 'act', value: { claimId: ID, action: 'unblock' } },
      { kind: 'let-in', key: '12', value: { isDone: false } },
    ]);
    const { act, 'let-in': letIn } = app.ports.history.memory().remembered;
    expect([act.size, letIn.size]).toEqual([0, 0]);
  });
  it('does not take back a PIN to one that somebody replaced since', async () => {
    const replaced: string[] = [];
    const app = host(replaced, '482615');
    await app.act({ kind: 'pin', digits: '482615' });
    await app.act({ kind: 'pin', digits: '593726' });
    replaced.push('d482615');
    for (const refused of [await app.calls['act.undo']({ id: 'run-act', ...mode }), await app.act({ kind: 'pin', digits: '482615' })])
      expect(refused).toMatchObject({ ok: false, error: { detail: 'pin-retired' } });
    expect(app.ran).toHaveLength(2);
  });
  it('takes back what was done, once, and a block with the note that lets the guest in', async () => {
    const app = host();
    await app.act({ kind: 'block' });
    let nowMs = app.ports.clock.nowMs();
    app.ports.clock.nowMs = () => (nowMs += 1);
    expect(await app.calls['act.undo']({ id: 'run-act/k', ...mode })).toMatchObject({ ok: true, value: { kind: 'done' } });
    const [stored] = app.ports.wishes.read().stays;
    expect(stored?.wish.blockedSinceMs).toBeNull();
    expect(app.ports.history.memory().remembered['let-in'].get('12')).toMatchObject({ sinceMs: stored?.wish.letInSinceMs, isDone: false });
  });
  it('tells this guest nothing, and again what others are told; both can be taken back', async () => {
    const app = host();
    const muted = (): boolean[] => app.ports.wishes.read().stays.map(({ wish }) => wish.noMessages === true);
    await app.act({ kind: 'no-messages' });
    expect(muted()).toEqual([true]);
    await app.act({ kind: 'with-messages' });
    expect(muted()).toEqual([]);
    await app.calls['act.undo']({ id: 'run-act', ...mode });
    expect(muted()).toEqual([true]);
  });
});

it('stay.view shows a stay without PINs', async () => {
  const answer = await host().calls['stay.view']({ bookingId: ID });
  expect(answer).toMatchObject({ ok: true, value: { guest: 'Anna Müller', doors: [{ codeId: 900 }], verdict: 'ready' } });
  expect(answer.ok && contract['stay.view'].output.safeParse(answer.value).success).toBe(true);
  expect(JSON.stringify(answer)).not.toContain('4711');
});
