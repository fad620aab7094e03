/** Rounds over codes that stay on, what is remembered of earlier refusals, and what is done beyond the plan. */
import { describe, expect, it } from 'vitest';
import {
  booking,
  code,
  date,
  DOOR,
  FORMER_DOOR,
  NOW_MS,
  person,
  personCode,
  SECOND_DOOR,
  settings,
  wishing,
} from '../../../../tests/reconcile/fixtures.ts';
import type { InputParts } from '../../../../tests/reconcile/fixtures.ts';
import { FULL, NEVER_FULL, REFUSED, requests } from '../../../../tests/support/applied.ts';
import { createFakeLocks } from '../../../../tests/support/fake-locks.ts';
import type { FakeLocks } from '../../../../tests/support/fake-locks.ts';
import { bookingId } from '../../../../tests/support/ids.ts';
import { carriedOut, withFault } from '../../../../tests/support/rounds.ts';
import { failing, remove } from '../../../../tests/support/writes.ts';
import type { CodeRecord } from '../../../../shared/domain/code.ts';
import { nothingRemembered } from '../../../../shared/domain/memory.ts';
import { NO_WISHES } from '../../../../shared/domain/plan.ts';
import { noStayWish } from '../../../../shared/domain/wishes.ts';
import type { CloudFailure } from '../../../../shared/errors.ts';
import { NOTHING_REFUSED } from '../../../../shared/reconcile/refusals/refusals.ts';
import type { RoundsOptions } from './apply-rounds.ts';

describe('a code that stays on when it is switched off', () => {
  const blocked = { ...NO_WISHES, stays: new Map([[bookingId(12), { ...noStayWish(), blockedSinceMs: 1 }]]) };
  const parts = { bookings: [booking()], codes: [code()], wishes: blocked };
  const STAYS_ON = 'stays-on 900 {"claimId":12,"atMs":1795424400000}';
  const UPDATE = 'update:12:11/KpAlpha1:900';
  /** Of each write: what becomes of it. */
  function locksThat(write: (record: CodeRecord, count: number) => CodeRecord | CloudFailure | null): FakeLocks {
    const locks = createFakeLocks([code()]);
    const change = locks.updateCode.bind(locks);
    let count = 0;
    locks.updateCode = (id, record, options) => {
      count += 1;
      const written = write(record, count);
      if (written === null) return Promise.resolve({ ok: true, value: null });
      return 'certain' in written ? Promise.resolve({ ok: false, error: written }) : change(id, written, options);
    };
    return locks;
  }
  const no: CloudFailure = { kind: 'refused', cloud: 'the-keys', message: '', certain: true, said: 'Non' };

  it('says that it is blocked instead, in the same run', async () => {
    const { log, statuses, told, lists } = await carriedOut(
      parts,
      locksThat((record) => ({ ...record, active: true })),
    );
    expect(log).toEqual(['update 900', 'list 11', STAYS_ON, 'update 900', 'list 11']);
    expect([statuses, told, lists.get(DOOR.lockId)?.[0]?.description]).toEqual([{ [UPDATE]: 'done' }, [], 'Smoobu#12 blocked']);
  });
  it('says so also beside a guest whose code is refused', async () => {
    const both = { ...parts, bookings: [booking(), booking({ id: 34, arrival: date('2026-12-01'), departure: date('2026-12-03') })] };
    const locks = locksThat((record) => ({ ...record, active: true }));
    locks.fault = failing('create', { ...REFUSED, said: 'Ce code existe déjà' });
    expect((await carriedOut(both, locks)).statuses).toEqual({ [UPDATE]: 'done', 'create:34:11/KpAlpha1:new': 'done' });
  });
  it('says so at once where it stayed on before, also in another form', async () => {
    const before = { 'stays-on': new Map([['900', { claimId: bookingId(12), atMs: 1 }]]) };
    const known = { ...parts, memory: { remembered: { ...nothingRemembered(), ...before } } };
    const sent: string[] = [];
    const locks = locksThat((record, count) => {
      sent.push(record.description);
      return count === 1 ? { ...no, said: 'Le nom est trop long' } : record;
    });
    await carriedOut(known, locks);
    expect(sent).toEqual(['Smoobu#12 blocked', 'Smoobu#12 blocked']);
  });
  it('is tried once more, and no oftener, where nothing is changed', async () => {
    const { log, statuses, told, problems } = await carriedOut(
      parts,
      locksThat(() => null),
    );
    expect(log).toEqual(['list 11', STAYS_ON, 'list 11', STAYS_ON]);
    expect([statuses, told]).toEqual([{ [UPDATE]: 'unverified' }, ['note-cut 11 ', 'unverified 11 ']]);
    expect(problems.at(-1)?.text.key).toBe('problem.unverified.differs');
  });
  it('is tried in every form that is left, and then no more in this run', async () => {
    const { log, told } = await carriedOut(
      parts,
      locksThat((_record, count) => (count > 1 ? no : null)),
    );
    expect(log.slice(2)).toEqual([
      ...[3, 5, 6].map((form) => `refusal 12@11/KpAlpha1: null, forms 0-${String(form)}-0, said`),
      'refusal 12@11/KpAlpha1: null, forms 0-0-0, 1 tries, said',
    ]);
    expect(told).toEqual(['write-failed 11 Non', 'unverified 11 ']);
  });
});

describe('what is remembered of earlier refusals', () => {
  const refusal = { ...NOTHING_REFUSED, draws: [], print: 1 };
  const knows = (kind: 'refusal' | 'open-pin', key: string, value: object): InputParts => ({
    memory: { remembered: { ...nothingRemembered(), [kind]: new Map([[key, value]]) } },
  });
  const kept = async (parts: InputParts, options?: Partial<RoundsOptions>) => (await carriedOut(parts, createFakeLocks(), options)).log;

  it('goes with its stay or person, where the list of bookings is whole', async () => {
    const opened = { sinceMs: NOW_MS };
    for (const [kind, key, value] of [
      ['refusal', '12@11/KpAlpha1', refusal],
      ['open-pin', '12', opened],
    ] as const) {
      expect(await kept(knows(kind, key, value))).toEqual([`${kind} ${key} forgotten`]);
      expect(await kept({ ...knows(kind, key, value), complete: false })).toEqual([]);
    }
    expect(await kept({ ...knows('refusal', '12@11/KpAlpha1', refusal), bookings: [booking()], codes: [code()] })).toEqual([]);
    const codes = [personCode()];
    expect(await kept({ ...knows('refusal', 'k3m9qa@11/KpAlpha1', refusal), wishes: wishing(person()), codes })).toEqual([]);
  });

  it('is not learned again, nor one that was not named', async () => {
    const refusal = { ...NOTHING_REFUSED, draws: [], print: 1, field: 'name' as const, name: 3, note: 2 };
    const memory = {
      remembered: {
        ...nothingRemembered(),
        refusal: new Map([['12@11/KpAlpha1', refusal]]),
        'lock-forms': new Map([['11', { note: 0, name: 3, start: 0 }]]),
      },
    };
    const { log } = await carriedOut({ bookings: [booking()], memory }, createFakeLocks());
    expect(log.slice(-2)).toEqual(['refusal 12@11/KpAlpha1: name, forms 2-3-0', 'open-pin 12 forgotten']);
  });

  it('is not settled by the removal of a code', async () => {
    const gone = code({ id: 950, description: 'Smoobu#34' });
    const left = booking({ id: 34, state: 'cancelled', arrival: date('2026-12-01'), departure: date('2026-12-03') });
    const parts = { ...knows('refusal', '34@11/KpAlpha1', refusal), bookings: [left], codes: [gone] };
    expect((await carriedOut(parts, createFakeLocks([gone]))).log).toEqual(['delete 950', 'list 11', 'refusal 34@11/KpAlpha1 forgotten']);
  });

  it('of an open PIN goes once a door has it', async () => {
    expect(await kept({ ...knows('open-pin', '12', { sinceMs: NOW_MS }), bookings: [booking()], codes: [code()] })).toEqual([
      'open-pin 12 forgotten',
    ]);
  });
});

describe('an open PIN that one door has', () => {
  const units = [
    { unitId: 101, name: 'Flat 1', doors: [DOOR, SECOND_DOOR] },
    { unitId: 102, name: 'Flat 2', doors: [SECOND_DOOR] },
  ];
  const PIN = { ...REFUSED, said: 'Ce code existe déjà' };
  const open = async (parts: InputParts, fault: FakeLocks['fault']) => {
    const { log, problems, statuses } = await carriedOut({ settings: settings({ units }), ...parts }, withFault(fault));
    const told = problems.map(({ kind, bookingId: id, lockId }) => `${kind} ${String(id)} ${String(lockId)}`);
    return { told, isSettled: log.includes('open-pin 12 forgotten'), statuses };
  };

  it('is settled where everything was tried at the other', async () => {
    const bookings = [booking({ guestName: 'Ada' })];
    const fault = failing('create 12', { ...REFUSED, said: 'Le nom est trop long' }, 99);
    expect(await open({ bookings }, fault)).toMatchObject({ told: ['write-failed 12 12'], isSettled: true });
  });
  it('is settled whatever is refused of another guest', async () => {
    const bookings = [booking(), booking({ id: 34, unitId: 102, arrival: date('2026-12-01'), departure: date('2026-12-03') })];
    const one = { settings: settings({ units: [{ ...units[0], doors: [DOOR] }, ...units.slice(1)] }), bookings };
    expect(await open(one, failing('create 12', PIN, 99))).toMatchObject({ told: ['write-failed 34 12'], isSettled: true });
  });
  it('is still open where the other door was not tried, since its lock refused too much of others', async () => {
    const others = Array.from({ length: 10 }, (_, index) => {
      const day = (offset: number): string => `2026-12-${String(index + offset).padStart(2, '0')}`;
      return booking({ id: index + 1, unitId: 102, arrival: date(day(1)), departure: date(day(2)) });
    });
    const bookings = [...others, booking({ arrival: date('2026-12-20'), departure: date('2026-12-23') })];
    const { told, isSettled, statuses } = await open({ bookings }, failing('create 12', PIN, 99));
    expect([told[0], isSettled]).toEqual(['pin-open 12 12', false]);
    expect(statuses['create:12:12/KpBravo2:new']).toBe('planned');
  });
});

it('an update or a move whose lock gets no further try in this run has failed', async () => {
  const day = (index: number) => date(`2026-12-${String(index).padStart(2, '0')}`);
  const stays = Array.from({ length: 9 }, (_, index) => booking({ id: index + 1, arrival: day(index + 1), departure: day(index + 2) }));
  const codes = stays.map(({ id, arrival }) =>
    code({ id: 900 + id, description: `Smoobu#${String(id)}`, startDate: arrival, endDate: day(28) }),
  );
  const updates = { bookings: stays.slice(0, 4), codes: codes.slice(0, 4) };
  const { statuses } = await carriedOut(updates, withFault(failing('update', REFUSED, 99), updates.codes));
  expect(Object.values(statuses)).toEqual(['failed', 'failed', 'failed', 'failed']);
  const moves = { bookings: [booking(), ...stays], codes: [code({ ...FORMER_DOOR })] };
  const moved = await carriedOut(moves, withFault(failing('create', { ...REFUSED, said: 'Le nom est trop long' }, 99), moves.codes));
  expect(requests(moved.log)).toHaveLength(10);
  expect(moved.statuses['create:12:11/KpAlpha1:new']).toBe('failed');
});

it('what is done beyond the plan is a part of it, and of what is read back', async () => {
  const codes = [code({ id: 950, description: 'Smoobu#34' })];
  const gone = { ...remove(34, 950), ...DOOR };
  const full: RoundsOptions['full'] = {
    ...NEVER_FULL,
    fullProblem: (_operation, failure) => (failure.kind === 'refused' ? FULL : null),
    makeRoom: async (_operation, _refused, again, send) => {
      await send(gone);
      return again();
    },
  };
  const locks = withFault(failing('create', REFUSED), codes);
  const { plan: done, statuses, told, lists } = await carriedOut({ bookings: [booking()], codes: [], complete: false }, locks, { full });
  expect(done.operations.map(({ key }) => key)).toEqual(['create:12:11/KpAlpha1:new', 'delete:950']);
  expect([statuses, told]).toEqual([{ 'create:12:11/KpAlpha1:new': 'done', 'delete:950': 'done' }, []]);
  expect(lists.get(DOOR.lockId)?.map(({ description }) => description)).toEqual(['Smoobu#12']);
});
