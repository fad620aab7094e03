/** The probe over demo clouds: what it sees, what it touches, and that nothing is left. */
import { expect, it } from 'vitest';
import { KEYPAD_ID, LOCK, withClouds } from '../../../tests/support/demo-requests.ts';
import { openProbe, shownBy } from '../../../tests/support/probe-world.ts';
import { bookingId } from '../../../tests/support/ids.ts';

it('settles what the account shows, and leaves the lock as it was', () =>
  withClouds(async (clouds, clock) => {
    const before = clouds.theKeys.codes();
    const probe = await openProbe(clouds, clock);
    const end = await probe.run();
    expect(end).toMatchObject({ stopped: [], left: [], removedBefore: 0 });
    expect([clouds.theKeys.codes(), probe.marks.read()]).toEqual([before, []]);
    expect(shownBy(end)).toMatchObject({
      ...{ 'K4.tokens': 'both', 'K5.invented': 'http-401', 'K9.keypads': 'listed', 'K13.create': 'id-and-code', 'K13.write': 'id' },
      ...{ 'K13.missing': 'http-envelope', 'K15.off': 'works', 'K17.times': 'HH:MM', 'K17.dates': 'date', 'K17.flags': 'boolean' },
      ...{ 'K18.schedule': 'empty-list', 'K19.zone': 'as-sent', 'K20.pin': 'text', 'K20.zero': 'kept', 'K22.same-pin': 'accept' },
      ...{
        'K22.kept-names': 'as-sent',
        'K22.refused-names': 'none',
        'K23.note': 'as-sent',
        'K23.long-note': 'refused',
        'K31.lag': 'at-once',
      },
      ...{ 'K32.past': 'accept', 'K29.info': 'with-locks', 'K29.form': 'paris', 'S14.ends': 'inclusive', 'S35.form': 'object' },
    });
  }));

it('makes no code that opens a door for anybody, and none without its dates', () =>
  withClouds(async (clouds, clock) => {
    const startMs = clock.nowMs();
    await (await openProbe(clouds, clock)).run();
    const made = clouds.theKeys.events().flatMap(({ after }) => after ?? []);
    expect(made.length).toBeGreaterThan(4);
    for (const share of made) {
      expect([share.startDate, share.startTime, share.endDate, share.endTime]).not.toContain(null);
      expect(share.description).toMatch(/^Latchkey-probe#[a-z]{8} /);
      for (const hours of [0, 1, 24, 24 * 100, 24 * 365])
        expect(clouds.theKeys.opens(LOCK, KEYPAD_ID, share.code, startMs + hours * 3_600_000)).toBe(false);
      if (share.active) expect(share.startDate! > '2027-12-01').toBe(true);
    }
    expect(new Set(made.map(({ accessory }) => accessory.stringId))).toEqual(new Set([KEYPAD_ID]));
  }));

it.each(['works', 'ignored'] as const)('makes a code of today only where one that is off was seen to be off: %s', (switchingOff) =>
  withClouds(
    async (clouds, clock) => {
      await (await openProbe(clouds, clock)).run();
      const made = clouds.theKeys.events().flatMap(({ after }) => after ?? []);
      const today = made.filter(({ startDate }) => startDate! < '2027-01-01');
      expect(today.map(({ active }) => active)).toEqual(switchingOff === 'works' ? [false] : []);
    },
    { theKeysSwitches: { switchingOff } },
  ),
);

it('writes nothing at Smoobu unless a booking is named, and then deletes what it wrote', () =>
  withClouds(async (clouds, clock) => {
    const probe = await openProbe(clouds, clock);
    await probe.run();
    expect(clouds.smoobu.requests().filter(({ isWrite }) => isWrite)).toEqual([]);
    const end = await probe.run({ placeholdersOf: bookingId(90_001) });
    expect(shownBy(end)).toMatchObject({ 'S36.taken': 'refused', 'S36.update': 'works', 'S36.delete': 'works', 'S35.ids': 'present' });
    expect([clouds.smoobu.placeholders(), clouds.smoobu.sentMessages(), probe.marks.read()]).toEqual([[], [], []]);
  }));
