/** Nothing is decided because of an old list: whatever a plan is about is read before it counts. */
import { describe, expect, it } from 'vitest';
import { booking, code, DOOR, input, NOW_MS, person, SECOND_DOOR, settings, wishing } from '../../../../tests/reconcile/fixtures.ts';
import type { InputParts } from '../../../../tests/reconcile/fixtures.ts';
import { bookingId, lockId } from '../../../../tests/support/ids.ts';
import { nothingRemembered } from '../../../../shared/domain/memory.ts';
import type { PlanInput } from '../../../../shared/domain/plan.ts';
import { planOverLists } from './plan-over-lists.ts';
import type { PlanningPorts } from './plan-over-lists.ts';

const remembered = {
  ...nothingRemembered(),
  mapping: new Map([['known', { units: 1 }]]),
  account: new Map([
    ['smoobu', { id: '1' }],
    ['the-keys', { id: '1' }],
  ]),
};
/** Nothing is left to do for the booking, nor to remember. */
const SETTLED: InputParts = { bookings: [booking()], codes: [code()], memory: { remembered } };

/** `reads`: the locks of each reading, in order. */
async function planned(parts: InputParts, notRead: readonly number[], ports: Partial<PlanningPorts> = {}) {
  let left = notRead;
  const reads: (readonly number[])[] = [];
  const made = await planOverLists(input(parts), {
    notRead: () => left.map(lockId),
    isInDoubt: false,
    readMore: (read, locks) => {
      reads.push(locks);
      left = left.filter((one) => !locks.includes(lockId(one)));
      return Promise.resolve(ports.readMore === undefined ? read : ports.readMore(read, locks));
    },
    renewSpares: null,
    toTell: () => [],
    ...(({ readMore: _, ...others }) => others)(ports),
  });
  return { reads, kinds: made.whole.operations.map(({ kind }) => kind), made };
}

describe('a plan', () => {
  it('that is about nothing reads nothing more', async () => {
    expect(await planned(SETTLED, [11, 12, 13])).toMatchObject({ reads: [], kinds: [] });
  });
  it('is made once where everything was read', async () => {
    const ports = { isInDoubt: true, toTell: () => Promise.reject(new Error('asked in vain')) as never };
    expect(await planned({ bookings: [booking()] }, [], ports)).toMatchObject({ reads: [], kinds: ['create'] });
  });
  it('reads first what it is about, and no more', async () => {
    const readMore = (read: PlanInput): Promise<PlanInput> => Promise.resolve({ ...read, lists: input(SETTLED).lists });
    expect(await planned({ ...SETTLED, codes: [] }, [11, 12, 13], { readMore })).toMatchObject({ reads: [[11]], kinds: [] });
    expect(await planned({ ...SETTLED, codes: [] }, [12, 13])).toMatchObject({ reads: [], kinds: ['create'] });
  });
  it('reads everything at once where no earlier list is trusted', async () => {
    expect(await planned(SETTLED, [12, 13], { isInDoubt: true })).toMatchObject({ reads: [[12, 13]] });
  });
  it('reads the rest once it has been made three times', async () => {
    const units = [11, 12, 13, 14, 15].map((id) => ({
      unitId: 100 + id,
      name: String(id),
      doors: [{ lockId: id, keypadId: `Kp${String(id)}` }],
    }));
    const stay = (id: number) => booking({ id, unitId: 100 + id });
    let plans = 0;
    const toTell = (): ReturnType<PlanningPorts['toTell']> => {
      plans += 1;
      return [bookingId(10 + plans)];
    };
    const parts: InputParts = {
      settings: settings({ units }),
      bookings: [11, 12, 13, 14, 15].map(stay),
      codes: [11, 12, 13, 14, 15].map((id) =>
        code({ id, lockId: id, keypadId: `Kp${String(id)}`, description: `Smoobu#${String(id)}`, pin: String(4_000 + id) as never }),
      ),
      memory: { remembered: { ...remembered, mapping: new Map([['known', { units: 5 }]]) } },
    };
    const lists = new Map([11, 12, 13, 14, 15].map((id) => [lockId(id), (parts.codes ?? []).filter((one) => one.lockId === id)]));
    const first = { ...parts, lists } as never as InputParts;
    const { reads } = await planned(first, [11, 12, 13, 14, 15], { toTell });
    expect(reads).toEqual([[11], [12], [13], [14, 15]]);
  });
  it('reads the locks of those whom the run tells something', async () => {
    expect((await planned(SETTLED, [11, 12], { toTell: () => [bookingId(12)] })).reads).toEqual([[11]]);
  });
  it('takes the wishes of a former booking with it', async () => {
    expect((await planned(SETTLED, [])).made.followed.wishes.size).toBe(0);
  });
});

describe('spare codes whose stay is over', () => {
  const id = person().id;
  const stays = [{ bookingId: bookingId(34), until: '2026-11-20T11:00' as never }];
  const spare = person({ name: 'Spare', isSpare: true, schedule: { kind: 'always' }, doors: [SECOND_DOOR] });
  const parts: InputParts = {
    ...SETTLED,
    settings: settings({
      unit: { doors: [DOOR] },
      units: [
        { unitId: 101, name: 'Flat 1', doors: [DOOR] },
        { unitId: 102, name: 'Flat 2', doors: [SECOND_DOOR] },
      ],
    }),
    wishes: wishing(spare),
    memory: {
      remembered: { ...remembered, mapping: new Map([['known', { units: 2 }]]), 'spare-shown': new Map([[id, { personId: id, stays }]]) },
    },
  };
  it('get other PINs once, after their locks were read', async () => {
    const log: string[] = [];
    const renewSpares = (read: PlanInput): PlanInput => {
      log.push(`renew with ${String(read.nowMs)}`);
      return { ...read, nowMs: NOW_MS };
    };
    const readMore = (read: PlanInput, locks: readonly number[]): Promise<PlanInput> => {
      log.push(`read ${locks.join(' ')}`);
      return Promise.resolve({ ...read, nowMs: NOW_MS + 1 });
    };
    await planned(parts, [12, 13], { renewSpares, readMore });
    expect(log).toEqual(['read 12', `renew with ${String(NOW_MS + 1)}`]);
  });
  it('get them at once where their locks were read', async () => {
    const log: string[] = [];
    await planned(parts, [13], { renewSpares: (read) => (log.push('renew'), read) });
    await planned(SETTLED, [11, 12, 13], { renewSpares: (read) => (log.push('renew'), read) });
    expect(log).toEqual(['renew', 'renew']);
  });
  it('are no reason to read where the run does not renew them', async () => {
    expect((await planned({ ...parts, wishes: wishing() }, [12])).reads).toEqual([]);
    const [create] = (await planned({ ...parts, codes: [code()] }, [])).made.whole.operations;
    const own = code({ ...(create?.kind === 'create' ? create.record : {}), id: 951, ...SECOND_DOOR });
    const draw = create?.kind === 'create' && create.pinDraw !== null ? create.pinDraw : { attempt: 0, length: 4 };
    const due = { ...parts, codes: [code(), own], memory: { ...parts.memory, pinDraws: new Map([[id, draw]]) } };
    expect(await planned(due, [12])).toMatchObject({ reads: [], kinds: [] });
    expect((await planned(due, [12], { renewSpares: (read) => read })).reads).toEqual([[12]]);
  });
});
