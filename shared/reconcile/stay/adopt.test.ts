import { describe, expect, it } from 'vitest';
import {
  booking,
  code,
  date,
  DOOR,
  FORMER_DOOR,
  input,
  person,
  pin,
  problemKinds,
  SECOND_DOOR,
  settings,
  summaries,
  wall,
  wishing,
} from '../../../tests/reconcile/fixtures.ts';
import { plan } from '../plan.ts';

const byHand = code({ description: 'back door', name: 'SMOOBU anna muller', pin: pin('0007') });
const planned = (codes: readonly (typeof byHand)[], parts: Parameters<typeof input>[0] = {}) =>
  plan(input({ bookings: [booking()], codes, ...parts }));

describe('adopting a code made by hand', () => {
  it('keeps its PIN, adds the tag in front and corrects the rest', () => {
    const [operation] = planned([byHand]).operations;
    expect(operation).toMatchObject({
      kind: 'adopt',
      codeId: 900,
      record: {
        pin: '0007',
        description: 'Smoobu#12 back door',
        name: 'Anna Müller',
        startDate: '2026-11-24',
        endDate: '2026-11-27',
        active: true,
      },
      changes: { name: { from: 'SMOOBU anna muller', to: 'Anna Müller' }, description: { from: 'back door', to: 'Smoobu#12 back door' } },
    });
  });
  it('does not wait, although it opens now and is to open later', () => {
    const today = booking({ arrival: date('2026-11-23') });
    const open = code({ ...byHand, startDate: date('2026-11-23'), startTime: wall('08:00') });
    expect(summaries(planned([open], { bookings: [today] }))).toEqual(['adopt 900']);
  });
  it('also links one with another time or end, and never one that is off', () => {
    expect(summaries(planned([code({ ...byHand, endDate: null, startTime: null })]))).toEqual(['adopt 900']);
    expect(summaries(planned([code({ ...byHand, active: false })]))).toEqual(['create KpAlpha1']);
    expect(summaries(planned([code({ ...byHand, active: false }), code({ ...byHand, id: 901 })]))).toEqual(['adopt 901']);
  });
  it('accepts the arrival date and the start with its buffer', () => {
    const early = settings({ unit: { bufferBeforeMinutes: 1_440 } });
    expect(summaries(planned([byHand], { settings: early }))).toEqual(['adopt 900']);
    expect(summaries(planned([code({ ...byHand, startDate: date('2026-11-23') })], { settings: early }))).toEqual(['adopt 900']);
  });
  it('uses its PIN for the booking’s other doors', () => {
    const result = planned([byHand], { settings: settings({ unit: { doors: [{ lockId: 11, keypadId: 'KpAlpha1' }, SECOND_DOOR] } }) });
    expect(summaries(result)).toEqual(['adopt 900', 'create KpBravo2']);
    expect(result.operations.map((operation) => (operation.kind === 'delete' ? null : operation.record.pin))).toEqual(['0007', '0007']);
  });
});

describe('a code made by hand that two bookings could have', () => {
  const twin = (changes: Parameters<typeof booking>[0]) => booking({ id: 13, ...changes });
  it('is that of the one that has none yet', () => {
    const own = code({ id: 901, pin: pin('5822') });
    expect(summaries(planned([own, byHand], { bookings: [booking(), twin({ departure: date('2026-11-25') })] }))).toEqual(
      expect.arrayContaining(['adopt 900']),
    );
  });
  it('is that of the one that is not over', () => {
    const since = { arrival: date('2026-11-20') };
    const bookings = [twin({ ...since, departure: date('2026-11-22') }), booking(since)];
    expect(summaries(planned([{ ...byHand, startDate: since.arrival }], { bookings }))).toEqual(['adopt 900']);
  });
});

describe('the code that the user linked to a person', () => {
  const linked = code({ id: 951, description: 'key box', name: 'Anyone', startDate: date('2026-11-23'), pin: pin('0007') });
  const other = code({ ...linked, id: 952, pin: pin('5822') });
  const ofPerson = (codes: readonly (typeof byHand)[], link: object | null = { ...DOOR, codeId: 951 }) =>
    summaries(plan(input({ codes, wishes: wishing(person({ linked: link })) })));
  it('becomes that person’s, whatever its name and times are', () => {
    expect(ofPerson([other, linked])).toEqual(['adopt 951']);
    expect(ofPerson([{ ...linked, startDate: null, endDate: null }, other])).toEqual(['adopt 951']);
  });
  it.each<readonly [string, readonly (typeof byHand)[]]>([
    ['is gone', [other]],
    ['is on another keypad', [{ ...linked, ...SECOND_DOOR }]],
    ['has a tag', [{ ...linked, description: 'Smoobu#77' }]],
    ['has a weekly schedule', [{ ...linked, hasSchedule: true }]],
    ['has no PIN in the list', [{ ...linked, pin: null }]],
    ['is off', [{ ...linked, active: false }]],
  ])('gives way to a new one where it %s', (_what, codes) => {
    expect(ofPerson(codes)).toEqual(['create KpAlpha1']);
  });
  it('is none where nobody linked one', () => expect(ofPerson([linked], null)).toEqual(['create KpAlpha1']));
});

describe('codes that are not adopted', () => {
  it.each([
    ['another name', { name: 'Anna' }],
    ['another start', { startDate: date('2026-11-25') }],
    ['an unknown start', { startDate: 'unknown' }],
    ['no start', { startDate: null }],
    ['another booking’s tag', { description: 'Smoobu#123' }],
    ['two tags', { description: 'Smoobu#123 Smoobu#12' }],
    ['a weekly schedule', { hasSchedule: true }],
    ['no PIN in the list', { pin: null }],
    ['a former keypad', FORMER_DOOR],
    ['a keypad outside the mapping', { keypadId: 'KpStrange' }],
  ] as const)('%s', (_what, changes) => {
    const other = booking({ id: 123, guestName: 'Otto Berg', arrival: date('2026-12-24'), departure: date('2026-12-27') });
    const result = plan(input({ bookings: [booking(), other], codes: [code({ ...byHand, ...changes })] }));
    expect(result.operations.filter((operation) => operation.bookingId === 12).map((operation) => operation.kind)).toEqual(['create']);
  });
  it('two that match', () => {
    expect(summaries(planned([byHand, code({ ...byHand, id: 901 })]))).toEqual(['create KpAlpha1']);
  });
  it('one that matches two bookings', () => {
    const twin = booking({ id: 13, departure: date('2026-11-25') });
    expect(summaries(plan(input({ bookings: [booking(), twin], codes: [byHand] })))).toEqual(['create KpAlpha1', 'create KpAlpha1']);
  });
  it('a PIN sent as a number that may have lost zeros', () => {
    const number = code({ ...byHand, pin: pin('1234'), pinMayLackZeros: true });
    expect(summaries(planned([number]))).toEqual(['adopt 900']);
    expect(summaries(planned([number], { settings: settings({ codes: { pinLength: 6 } }) }))).toEqual(['create KpAlpha1']);
  });
  it('any code, for a guest without a name', () => {
    const nameless = booking({ guestName: '🌟' });
    expect(summaries(plan(input({ bookings: [nameless], codes: [code({ ...byHand, name: 'Guest' })] })))).toEqual(['create KpAlpha1']);
  });
  it('any code, when the booking already has one', () => {
    const result = planned([code(), code({ ...byHand, id: 901 })]);
    expect([summaries(result), problemKinds(result)]).toEqual([[], []]);
  });
});
