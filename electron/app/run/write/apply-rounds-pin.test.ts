/** A PIN that The Keys refused: when it is drawn again, when it is settled, and what is told of it. */
import { describe, expect, it } from 'vitest';
import { booking, code, date, DOOR, input, person, SECOND_DOOR, settings, wishing } from '../../../../tests/reconcile/fixtures.ts';
import type { InputParts } from '../../../../tests/reconcile/fixtures.ts';
import { REFUSED, requests, UNREACHABLE } from '../../../../tests/support/applied.ts';
import { createFakeLocks } from '../../../../tests/support/fake-locks.ts';
import type { FakeFault } from '../../../../tests/support/fake-locks.ts';
import { bookingId } from '../../../../tests/support/ids.ts';
import { carriedOut, withFault } from '../../../../tests/support/rounds.ts';
import { failing } from '../../../../tests/support/writes.ts';

const refused = (said: string): FakeFault => ({ ...REFUSED, said });
const PIN = refused('Ce code existe déjà');

const TWO_DOORS = settings({ unit: { doors: [DOOR, SECOND_DOOR] } });
const NAME = refused('Le nom est trop long');
const PIN_SAID = 'Ce code existe déjà';
const OPENED = 'open-pin 12 {"sinceMs":1795424400000}';
const CREATE = 'create:12:11/KpAlpha1:new';
const SECOND = 'create:12:12/KpBravo2:new';

describe('a refused PIN', () => {
  it('is drawn again, and remembered before it is sent', async () => {
    const { log, statuses, told, warned, codeIds, lists } = await carriedOut({ bookings: [booking()] }, withFault(failing('create', PIN)));
    expect(log).toEqual([
      'draw 0 of 12',
      OPENED,
      'create 11/KpAlpha1',
      'refusal 12@11/KpAlpha1: pin, draw 0, forms 0-0-0, said',
      'draw 1 of 12',
      'create 11/KpAlpha1',
      'list 11',
      'refusal 12@11/KpAlpha1: pin, draw 0, forms 0-0-0',
      'open-pin 12 forgotten',
    ]);
    expect([statuses, told, [...codeIds]]).toEqual([{ [CREATE]: 'done' }, [], [[CREATE, 1]]]);
    expect(warned).toEqual([
      ['warn', 'write refused', { operation: 'create', bookingId: 12, lockId: 11, keypadId: 'KpAlpha1', said: PIN_SAID }],
    ]);
    expect([...lists].map(([lockId, codes]) => [lockId, codes?.length])).toEqual([
      [11, 1],
      [12, 0],
      [13, 0],
    ]);
  });

  it.each<[string, InputParts, string]>([
    ['a stay', { bookings: [booking()] }, '12'],
    ['a person', { wishes: wishing(person({ doors: [DOOR, SECOND_DOOR] })) }, 'k3m9qa'],
  ])('of one door changes that of the others too, and the plan of %s says so', async (_, parts, id) => {
    const made = await carriedOut({ settings: TWO_DOORS, ...parts }, withFault(failing('create 12', PIN)));
    expect(requests(made.log)).toEqual([
      'create 11/KpAlpha1',
      'create 12/KpBravo2',
      'list 11',
      'update 1',
      'create 12/KpBravo2',
      'list 11',
      'list 12',
    ]);
    expect(made.log.filter((line) => line.startsWith('draw'))).toEqual([0, 0, 1, 1].map((attempt) => `draw ${String(attempt)} of ${id}`));
    const keys = [`create:${id}:11/KpAlpha1:new`, `update:${id}:11/KpAlpha1:1`, `create:${id}:12/KpBravo2:new`];
    expect(made.plan.operations.map(({ key }) => key)).toEqual(keys);
    expect(made.statuses).toEqual(Object.fromEntries(keys.map((key) => [key, 'done'])));
    const [one] = [...made.plan.stays, ...made.plan.people];
    expect(one?.doors.map(({ operationKey }) => operationKey)).toEqual(keys.slice(1));
  });

  it('may still change while a door has none that is accepted, which is told', async () => {
    const { log, statuses, told } = await carriedOut(
      { bookings: [booking()], settings: TWO_DOORS },
      withFault(failing('create 12', PIN, 99)),
    );
    expect(log.filter((line) => line.startsWith('create 12'))).toHaveLength(10);
    expect(log.filter((line) => line.startsWith('open-pin'))).toEqual([OPENED]);
    expect([statuses, told]).toEqual([
      { [CREATE]: 'done', [SECOND]: 'planned', 'update:12:11/KpAlpha1:1': 'done' },
      [`pin-open 12 ${PIN_SAID}`],
    ]);
  });

  it('stays where the guest may know it, and is told', async () => {
    const lost = code();
    const parts = { bookings: [booking()], codes: [lost], settings: TWO_DOORS };
    const { log, statuses, told } = await carriedOut(parts, withFault(failing('create', PIN), [lost]));
    expect(log).toEqual(['create 12/KpBravo2', 'refusal 12@12/KpBravo2: pin, forms 0-0-0, 1 tries, kept, said']);
    expect([statuses, told]).toEqual([{ [SECOND]: 'failed' }, [`pin-refused 12 ${PIN_SAID}`]]);
  });

  it('that was settled before is sent as it is, and does not count as open', async () => {
    const known = { pinDraws: new Map([[12, { attempt: 0, length: 4 }]]) };
    const { log } = await carriedOut({ bookings: [booking()], memory: known }, createFakeLocks());
    expect(log).toEqual(['draw 0 of 12', 'create 11/KpAlpha1', 'list 11']);
  });

  it('is that of the first round where another thing was refused, although an earlier draw is free by then', async () => {
    const taken = code({ id: 950, description: 'Smoobu#34', pin: input().drawPin(bookingId(12), 0, 4) });
    const left = booking({ id: 34, state: 'cancelled', arrival: date('2026-12-01'), departure: date('2026-12-03') });
    const parts = { bookings: [booking({ guestName: 'Zoë O’Brien' }), left], codes: [taken] };
    const { log, statuses } = await carriedOut(parts, withFault(failing('create', NAME), [taken]));
    expect(log.filter((line) => line.startsWith('draw'))).toEqual(['draw 1 of 12', 'draw 1 of 12']);
    expect(Object.values(statuses)).toEqual(['done', 'done']);
  });

  it('is settled by one door that has it, where another was not written for another reason', async () => {
    const units = [
      { unitId: 101, name: 'Flat 1', doors: [DOOR, SECOND_DOOR] },
      { unitId: 102, name: 'Flat 2', doors: [SECOND_DOOR] },
    ];
    const before = ['2026-11-23', '2026-11-24'].map((arrival, index) =>
      booking({ id: 34 + index, unitId: 102, arrival: date(arrival), departure: date('2026-11-25'), guestName: `Guest ${String(index)}` }),
    );
    const parts = {
      bookings: [...before, booking({ arrival: date('2026-11-26'), departure: date('2026-11-28') })],
      settings: settings({ units }),
    };
    const { log, statuses, told } = await carriedOut(parts, withFault(failing('create 12', UNREACHABLE, 2)));
    expect(statuses[SECOND]).toBe('planned');
    expect(log.filter((line) => line.startsWith('open-pin 12'))).toEqual([expect.stringContaining('sinceMs'), 'open-pin 12 forgotten']);
    expect(told.filter((line) => line.startsWith('pin-open'))).toEqual([]);
  });

  it('is settled once it is written, although its lock then refuses the codes of others for the rest of the run', async () => {
    const others = [1, 2, 3, 4].map((day) =>
      booking({ id: 30 + day, arrival: date(`2026-12-0${String(day)}`), departure: date(`2026-12-0${String(day + 1)}`) }),
    );
    let isFirst = true;
    const locks = withFault((call) => {
      if (!call.startsWith('create')) return null;
      const fault = isFirst ? null : REFUSED;
      isFirst = false;
      return fault;
    });
    const { log, told } = await carriedOut({ bookings: [booking(), ...others] }, locks);
    expect(log.filter((line) => line.startsWith('create'))).toHaveLength(11);
    expect([log.includes('open-pin 12 forgotten'), told.filter((line) => line.startsWith('pin-open'))]).toEqual([true, []]);
  });

  it('is not drawn again where PINs are random', async () => {
    const { log, told } = await carriedOut({ bookings: [booking()] }, withFault(failing('create', PIN)), { isKeyed: false });
    expect(log).toEqual(['create 11/KpAlpha1', 'refusal 12@11/KpAlpha1: pin, forms 0-0-0, 1 tries, kept, said']);
    expect(told).toEqual([`pin-refused 11 ${PIN_SAID}`]);
  });
});
