import { expect, it } from 'vitest';
import { lockId, unitId } from '../../../tests/support/ids.ts';
import { OWNER, PLUMBER } from '../../../tests/window/data/people.ts';
import type { LocalDateTime } from '../../../shared/time.ts';
import {
  draftOf,
  editsOf,
  hasTimes,
  likelyUnit,
  mistakesOf,
  newDraft,
  timesChoices,
  wantedOf,
  withDoors,
  withFrom,
  withKind,
  withUnit,
} from './person-draft.ts';
import type { PersonDraft, UnitDoors } from './person-draft.ts';

const [GATE, FLAT, LOFT] = [lockId(7), lockId(1), lockId(2)];
const HOUSE: UnitDoors = { unitId: unitId(10), lockIds: [FLAT, GATE] };
const CANAL: UnitDoors = { unitId: unitId(20), lockIds: [LOFT] };
const UNITS = [HOUSE, CANAL];
/** A Monday. */
const NOW = '2026-11-23T10:15' as LocalDateTime;
const at = (text: string) => text as LocalDateTime;
const draft = (changes: Partial<PersonDraft> = {}) => ({ ...newDraft(NOW, UNITS), name: 'Plumber', lockIds: [FLAT], ...changes });

it('begins with a visit of two hours from the next full hour on, and tomorrow where the day is almost over', () => {
  expect(newDraft(NOW, UNITS)).toMatchObject({
    kind: 'once',
    from: { date: '2026-11-23', time: '11:00' },
    until: { date: '2026-11-23', time: '13:00' },
    lockIds: [],
  });
  expect(newDraft(at('2026-11-23T20:59'), UNITS)).toMatchObject({ from: { time: '21:00' }, until: { date: '2026-11-23', time: '23:00' } });
  expect(newDraft(at('2026-11-23T21:00'), UNITS)).toMatchObject({ from: { date: '2026-11-24', time: '10:00' } });
});

it('has chosen the door where there is only one, and no door or unit that the user may not mean', () => {
  expect(newDraft(NOW, [CANAL]).lockIds).toEqual([LOFT]);
  expect(withKind(newDraft(NOW, UNITS), 'between-stays', UNITS)).toMatchObject({ unitId: null, lockIds: [] });
  expect(withKind(newDraft(NOW, [CANAL]), 'between-stays', [CANAL])).toMatchObject({ unitId: CANAL.unitId });
});

it('begins with who had the code that was removed, on doors that there still are', () => {
  const schedule = { kind: 'once', from: at('2026-11-24T15:00'), until: at('2026-11-26T11:00') } as const;
  expect(newDraft(NOW, UNITS, { name: 'Ana', lockIds: [FLAT, lockId(99)], schedule })).toMatchObject({
    ...{ name: 'Ana', lockIds: [FLAT], kind: 'once' },
    from: { date: '2026-11-24', time: '15:00' },
    until: { date: '2026-11-26', time: '11:00' },
  });
  expect(newDraft(NOW, UNITS, { name: '', lockIds: [FLAT], schedule: null })).toMatchObject({ from: { time: '11:00' } });
});

it('offers the mornings to come and the time until Sunday evening', () => {
  const days = (now: string) => timesChoices(at(now)).map(({ kind, date }) => `${kind} ${date}`);
  expect(days(NOW)).toEqual([
    ...['morning 2026-11-23', 'morning 2026-11-24', 'morning 2026-11-25', 'morning 2026-11-26'],
    'until-sunday 2026-11-29',
  ]);
  expect(days('2026-11-23T12:00')[0]).toBe('morning 2026-11-24');
  expect(days('2026-11-29T19:59').at(-1)).toBe('until-sunday 2026-11-29');
  expect(days('2026-11-29T20:00').at(-1)).toBe('until-sunday 2026-12-06');
  const [, , , thursday] = timesChoices(NOW);
  expect(thursday).toMatchObject({ from: { date: '2026-11-26', time: '10:00' }, until: { date: '2026-11-26', time: '12:00' } });
  expect(
    timesChoices(NOW).filter((choice) => thursday !== undefined && hasTimes({ ...draft(), ...thursday, kind: 'once' }, choice)),
  ).toEqual([thursday]);
});

it('takes the end along when the visit moves to another day, and leaves times that are not whole alone', () => {
  const moved = withFrom(draft(), { date: '2026-11-26', time: '10:00' });
  expect(moved).toMatchObject({ from: { date: '2026-11-26', time: '10:00' }, until: { date: '2026-11-26', time: '13:00' } });
  expect(withFrom(draft(), { date: '', time: '10:00' }).until).toEqual(draft().until);
  const ended = draft({ until: { date: '2026-11-20', time: '13:00' } });
  expect(withFrom(ended, { date: '2026-11-26', time: '10:00' }).until).toEqual(ended.until);
});

it('takes the unit from the doors, and the doors from the unit until the user ticks others', () => {
  expect(likelyUnit(draft({ lockIds: [LOFT, GATE] }), UNITS)).toBe(CANAL.unitId);
  const cleaner = withKind(withDoors(newDraft(NOW, UNITS), HOUSE.lockIds, true), 'between-stays', UNITS);
  expect(cleaner).toMatchObject({ unitId: HOUSE.unitId, lockIds: [FLAT, GATE] });
  expect(withUnit(cleaner, CANAL.unitId, UNITS).lockIds).toEqual([LOFT]);
  const ticked = withDoors(cleaner, [GATE], false);
  expect(withUnit(ticked, CANAL.unitId, UNITS).lockIds).toEqual([FLAT]);
});

it('sends nothing while something is missing or wrong', () => {
  const wrong: readonly [Partial<PersonDraft>, string][] = [
    [{ name: ' ' }, 'name'],
    [{ lockIds: [] }, 'doors'],
    [{ from: { date: '', time: '10:00' } }, 'from'],
    [{ until: { date: '2026-11-26', time: '' } }, 'until'],
    [{ until: { date: '2026-11-23', time: '11:00' } }, 'order'],
    [{ kind: 'between-stays', unitId: null }, 'unit'],
    [{ pin: '123' }, 'pin'],
    [{ pin: '12a4' }, 'pin'],
  ];
  for (const [changes, mistake] of wrong) {
    expect(mistakesOf(draft(changes))).toEqual([mistake]);
    expect(wantedOf(draft(changes))).toBeNull();
  }
  // What is not asked for cannot be wrong.
  expect(mistakesOf(draft({ kind: 'always', from: { date: '', time: '' } }))).toEqual([]);
});

it('sends what the user filled in, and the PIN only where they typed one', () => {
  expect(wantedOf(draft({ name: ' Plumber ' }))).toEqual({
    name: 'Plumber',
    lockIds: [FLAT],
    schedule: { kind: 'once', from: '2026-11-23T11:00', until: '2026-11-23T13:00' },
  });
  expect(wantedOf(draft({ kind: 'between-stays', unitId: HOUSE.unitId, pin: '4711' }))).toMatchObject({
    schedule: { kind: 'between-stays', unitId: HOUSE.unitId },
    pin: '4711',
  });
});

it('changes of a person only what differs', () => {
  const before = draftOf(PLUMBER, NOW);
  expect(editsOf(before, PLUMBER, NOW)).toBeNull();
  expect(editsOf({ ...before, name: 'Otto' }, PLUMBER, NOW)).toEqual({ name: 'Otto' });
  expect(editsOf({ ...before, lockIds: before.lockIds.toReversed() }, PLUMBER, NOW)).toBeNull();
  expect(editsOf({ ...before, kind: 'always', pin: '471108' }, PLUMBER, NOW)).toEqual({ schedule: { kind: 'always' }, pin: '471108' });
  expect(editsOf({ ...draftOf(OWNER, NOW), lockIds: [FLAT] }, OWNER, NOW)).toEqual({ lockIds: [FLAT] });
});
