import { describe, expect, it } from 'vitest';
import {
  booking,
  code,
  date,
  DOOR,
  input,
  NOW_MS,
  person,
  personCode,
  pin,
  problemKinds,
  SECOND_DOOR,
  settings,
  summaries,
  wall,
  wishing,
} from '../../../tests/reconcile/fixtures.ts';
import { nothingRemembered } from '../../domain/memory.ts';
import { DAY_MS } from '../../time.ts';
import { plan } from '../plan.ts';

const TWO_DOORS = settings({ unit: { doors: [DOOR, SECOND_DOOR] } });
const removed = person({ removedAtMs: NOW_MS });

describe('a person', () => {
  it('gets one PIN on all doors, with the tag of a person', () => {
    const result = plan(input({ settings: TWO_DOORS, wishes: wishing(person({ doors: [DOOR, SECOND_DOOR] })) }));
    expect(summaries(result)).toEqual(['create KpAlpha1', 'create KpBravo2']);
    const records = result.operations.flatMap((operation) => (operation.kind === 'create' ? [operation.record] : []));
    expect(new Set(records.map((record) => record.pin)).size).toBe(1);
    expect(records[0]).toMatchObject({
      name: 'Plumber',
      description: 'Latchkey#k3m9qa',
      startTime: '10:00',
      endTime: '12:00',
      active: true,
    });
    expect(result.operations[0]).toMatchObject({ bookingId: null, personId: 'k3m9qa', unitId: null });
    expect(result.people).toMatchObject([{ personId: 'k3m9qa', doors: [{ state: 'planned' }, { state: 'planned' }] }]);
  });

  it('needs no bookings, and nothing once its code is right', () => {
    const wishes = wishing(person());
    expect(summaries(plan(input({ wishes, complete: false })))).toEqual(['create KpAlpha1']);
    expect(plan(input({ wishes, codes: [personCode()] }))).toMatchObject({ operations: [], heldBecause: null, unchanged: 1 });
  });

  it('whose code always works has one with an end, which moves on in time', () => {
    const wishes = wishing(person({ schedule: { kind: 'always' } }));
    const made = plan(input({ wishes })).operations;
    expect(made).toMatchObject([{ record: { startDate: '2026-11-20', startTime: '00:00', endDate: '2036-11-19', endTime: '00:00' } }]);
    const times = { startDate: date('2026-11-20'), startTime: wall('00:00'), endDate: date('2036-11-19'), endTime: wall('00:00') };
    const codes = [personCode(times)];
    expect(plan(input({ wishes, codes, nowMs: NOW_MS + 8 * 365 * DAY_MS })).operations).toEqual([]);
    const late = plan(input({ wishes, codes, nowMs: NOW_MS + 9.5 * 365 * DAY_MS })).operations;
    expect(late).toMatchObject([{ kind: 'update', record: { endDate: '2046-11-19' } }]);
  });

  it('never adopts a code made by hand, and is never adopted', () => {
    const byHand = personCode({ id: 951, description: '' });
    expect(summaries(plan(input({ wishes: wishing(person()), codes: [byHand] })))).toEqual(['create KpAlpha1']);
    const guest = booking({ guestName: 'Plumber', arrival: date('2026-11-23') });
    const operations = plan(input({ wishes: wishing(person()), bookings: [guest], codes: [personCode()] })).operations;
    expect(operations).toMatchObject([{ kind: 'create', bookingId: 12 }]);
  });

  it('moves to another door with the same PIN: the new code first', () => {
    const wishes = wishing(person({ doors: [SECOND_DOOR] }));
    const moves = plan(input({ settings: TWO_DOORS, wishes, codes: [personCode()] })).operations;
    expect(moves).toMatchObject([{ kind: 'move', keypadId: 'KpBravo2', record: { pin: pin('4711') }, from: { codeId: 950 } }]);
  });

  it('who is blocked gets no code, and what is there is switched off', () => {
    const wishes = wishing(person({ blockedSinceMs: NOW_MS - 1 }));
    expect(plan(input({ wishes })).operations).toEqual([]);
    expect(plan(input({ wishes, codes: [personCode({ active: false })] })).operations).toEqual([]);
    expect(plan(input({ wishes, codes: [personCode()] })).operations).toMatchObject([{ kind: 'update', record: { active: false } }]);
  });

  it('gets the code that the user linked, with its PIN, and nobody else does', () => {
    const linked = { ...DOOR, codeId: 951 };
    const wishes = wishing(
      person({ name: 'Anna Müller', linked, schedule: { kind: 'once', from: '2026-11-24T15:00', until: '2026-11-24T18:00' } }),
    );
    const byHand = code({ id: 951, description: 'key box', endDate: date('2026-11-24'), endTime: wall('18:00') });
    const operations = plan(input({ wishes, bookings: [booking()], codes: [byHand] })).operations;
    expect(operations).toMatchObject([
      { kind: 'create', bookingId: 12 },
      { kind: 'adopt', personId: 'k3m9qa', codeId: 951, record: { pin: pin('4711'), description: 'Latchkey#k3m9qa key box' } },
    ]);
  });

  it('whose time is over gets no code; one that still opens is shortened, and goes after keepDays', () => {
    const over = person({ schedule: { kind: 'once', from: '2026-11-14T10:00', until: '2026-11-14T12:00' } });
    expect(plan(input({ wishes: wishing(over) })).operations).toEqual([]);
    expect(summaries(plan(input({ wishes: wishing(over), codes: [personCode()] })))).toEqual(['update 950']);
    const ended = personCode({ startDate: date('2026-11-14'), endDate: date('2026-11-14') });
    expect(summaries(plan(input({ wishes: wishing(over), codes: [ended] })))).toEqual(['delete 950 ended']);
    // Also while guests' codes stay, since Smoobu returns no bookings.
    const result = plan(input({ wishes: wishing(over), codes: [ended, code()] }));
    expect([result.heldBecause, summaries(result)]).toEqual(['no-bookings', ['delete 950 ended']]);
  });

  it('goes by the clock of the first unit that has one of the doors', () => {
    const units = [
      { unitId: 101, doors: [DOOR], timeZone: 'America/New_York' },
      { unitId: 102, doors: [SECOND_DOOR] },
    ];
    // It is four in the morning in New York, and ten in Paris.
    const until = { kind: 'once', from: '2026-11-23T04:00', until: '2026-11-23T06:00' };
    const doors = (own: readonly object[]) =>
      plan(input({ settings: settings({ units }), wishes: wishing(person({ doors: own, schedule: until })) })).operations.length;
    expect([doors([DOOR, SECOND_DOOR]), doors([SECOND_DOOR, DOOR]), doors([SECOND_DOOR])]).toEqual([2, 2, 0]);
  });

  it('is nobody whose doors are remembered, as those of a guest inside are', () => {
    const { remember } = plan(input({ wishes: wishing(person()), codes: [personCode()] }));
    expect(remember.filter(({ kind }) => kind === 'doors-inside')).toEqual([]);
  });

  it('with a door that no unit has any more leads to a problem, and to nothing else', () => {
    const result = plan(input({ wishes: wishing(person({ doors: [{ lockId: 11, keypadId: 'KpOther9' }] })) }));
    expect(result.operations).toEqual([]);
    const about = { personId: 'k3m9qa', lockId: 11, keypadId: 'KpOther9' };
    const text = { key: 'problem.person-door-unmapped', parameters: {} };
    expect(result.problems).toEqual([{ kind: 'person-door-unmapped', text, retryable: false, ...about }]);
  });
});

describe('the removal of a person', () => {
  it('is its own approval on all doors, whatever the brake says', () => {
    const codes = [personCode(), personCode({ id: 951, ...SECOND_DOOR }), personCode({ id: 952 }), personCode({ id: 953 })];
    for (const parts of [{}, { clockStepped: true }, { complete: false }, { clockIsWrong: true }]) {
      const result = plan(input({ settings: TWO_DOORS, wishes: wishing(removed), codes, ...parts }));
      expect(summaries(result)).toEqual([950, 952, 953, 951].map((id) => `delete ${String(id)} person-removed`));
      expect(result.heldBecause).toBeNull();
      expect(result.remember.filter(({ kind }) => kind === 'removed')).toEqual([]);
      expect(result.people).toEqual([]);
    }
  });

  it('also reaches a code that no list has shown', () => {
    const window = { start: '2026-11-23T10:00', end: '2026-11-23T12:00' };
    const creates = [{ codeId: 950, atMs: NOW_MS - 1, listed: false }];
    const created = {
      ...nothingRemembered(),
      'created-codes': new Map([['k3m9qa@11/KpAlpha1', { ...DOOR, claimId: 'k3m9qa', window, creates }]]),
    };
    const result = plan(input({ wishes: wishing(removed), memory: { remembered: created as never } }));
    expect(summaries(result)).toEqual(['delete 950 person-removed']);
  });

  it('leaves codes of people who are not known here', () => {
    const stranger = personCode({ description: 'Latchkey#zzzzzz', startDate: date('2026-01-01'), endDate: date('2026-01-02') });
    expect(plan(input({ wishes: wishing(removed), codes: [stranger, personCode({ id: 951, description: '' })] })).operations).toEqual([]);
  });
});

describe('the brake', () => {
  it('holds no run because there are people and no bookings', () => {
    expect(plan(input({ wishes: wishing(person()), codes: [personCode()] })).heldBecause).toBeNull();
    expect(plan(input({ codes: [code()] })).heldBecause).toBe('no-bookings');
  });
});

describe('a full keypad', () => {
  it('has no place for a person at the cost of a guest', () => {
    const distant = { arrival: date('2027-01-10'), departure: date('2027-01-12') };
    const far = code({ startDate: distant.arrival, endDate: distant.departure, pin: pin('8552') });
    const limit = new Map([['11/KpAlpha1', { ...DOOR, codes: 1, atMs: NOW_MS }]]);
    const remembered = { ...nothingRemembered(), 'keypad-limit': limit as never };
    const pinDraws = new Map([[12, { attempt: 0, length: 4 }]]);
    const parts = { bookings: [booking(distant)], codes: [far], memory: { remembered, pinDraws } };
    const result = plan(input({ ...parts, wishes: wishing(person()) }));
    expect(result.operations).toEqual([]);
    expect(problemKinds(result)).toEqual(['keypad-full', 'keypad-nearly-full']);
  });
});
