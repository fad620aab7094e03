/** `door LOCK --spare on|off`, and what becomes of a spare code in a call. */
import { beforeEach, describe, expect, it } from 'vitest';
import { encodeSecret } from '../../electron/storage/keychain/secret-codecs.ts';
import { nothingRemembered } from '../../shared/domain/memory.ts';
import { noStayWish, personSchema } from '../../shared/domain/wishes.ts';
import { ok } from '../../shared/result.ts';
import { booking, code, date, pin, wall } from '../reconcile/fixtures.ts';
import { FakeWorld } from '../support/cli/fake-world.ts';
import { report } from '../support/cli/sample-run.ts';
import { bookingId, place } from '../support/ids.ts';

const DOOR = place(3705, 'Kp7Qm2Xa');

let world: FakeWorld;
/** It is 23 November 2026, 15:00 in Paris. */
beforeEach(() => {
  world = new FakeWorld();
  world.backend.remembered = nothingRemembered();
  world.backend.keychain.set('pin-key', encodeSecret('pin-key', new Uint8Array(32).fill(7)));
  let drawn = 0;
  world.backend.clock.random = () => (drawn = (drawn + 0.137) % 1);
});
const people = () => world.backend.wishes.read().people;
function spare(...words: readonly string[]) {
  world.backend.reports.push(ok(report('ok')));
  return world.run('door', '3705', '--spare', ...words);
}

describe('a spare code', () => {
  it('is switched on as a person of that door, who always gets in, and synced at once', async () => {
    expect((await spare('on')).code).toBe(0);
    expect(people()).toMatchObject([{ name: 'Spare', isSpare: true, doors: [DOOR], schedule: { kind: 'always' } }]);
    expect(world.backend.synced).toMatchObject([{ claim: people()[0]?.id, trigger: 'act' }]);
    expect(world.backend.changes).toMatchObject([{ kind: 'act', value: { action: 'person-added' } }]);
    const before = people();
    expect((await spare('on')).code).toBe(0);
    expect(people()).toEqual(before);
  });

  it('is removed after a question', async () => {
    await spare('on');
    world.answers = ['n', 'y'];
    await spare('off');
    expect(people()).toMatchObject([{ removedAtMs: null }]);
    await spare('off');
    expect(world.asked.join()).toContain('The spare code of lock 3705 is removed');
    expect(people()[0]?.removedAtMs).not.toBeNull();
    expect(world.backend.changes.at(-1)).toMatchObject({ kind: 'act', value: { action: 'person-removed' } });
    expect((await spare('off')).out).toContain('Lock 3705 has no spare code.');
    await spare('on');
    expect(people()).toHaveLength(2);
  });

  it('with --dry-run: nothing is stored', async () => {
    world.backend.looks = [ok({ report: report('ok', {}, 'dry-run'), input: null })];
    expect((await spare('on', '--dry-run')).code).toBe(0);
    expect([people(), world.backend.synced]).toEqual([[], []]);
    expect(world.backend.looked).toMatchObject([{ wishes: { people: [{ isSpare: true }] } }]);
  });

  it.each([
    ['a door that is not mapped', ['door', '9999', '--spare', 'on']],
    ['neither on nor off', ['door', '3705', '--spare', 'maybe']],
    ['a keypad', ['door', '3705', '--spare', 'on', '--keypad', 'Kp7Qm2Xa']],
    ['a door by its name', ['door', 'loft', '--spare', 'on']],
  ])('is refused for %s', async (_what, words) => {
    expect((await world.run(...words)).code).toBe(2);
    expect(people()).toEqual([]);
  });

  it('is refused without a PIN key', async () => {
    world.backend.keychain.clear();
    expect((await spare('on')).error).toContain('needs the PIN key');
    expect(people()).toEqual([]);
  });
});

describe('in a call', () => {
  const known = { personId: 'k3m9qa', stays: [{ bookingId: 1, until: '2026-11-26T00:00' }] };
  beforeEach(() => {
    const { backend } = world;
    backend.bookings = [
      booking({ id: 1, unitId: 500037, guestName: 'Björk', arrival: date('2026-11-22'), departure: date('2026-11-25') }),
      booking({ id: 2, unitId: 500037, guestName: 'Coco', arrival: date('2026-11-25'), departure: date('2026-11-28') }),
    ];
    backend.wishes.change((wishes) => ({
      ...wishes,
      people: [
        personSchema.parse({
          ...{ id: 'k3m9qa', name: 'Spare', doors: [DOOR], schedule: { kind: 'always' }, isSpare: true, createdOn: '2026-11-20' },
        }),
      ],
    }));
    const always = { startDate: date('2026-11-20'), startTime: wall('00:00'), endDate: date('2036-11-19'), endTime: wall('00:00') };
    backend.codes = [code({ ...DOOR, ...always, id: 30, description: 'Latchkey#k3m9qa', name: 'Spare', pin: pin('8261') })];
  });

  it('is named, and hidden without --reveal', async () => {
    const ran = await world.run('door', 'björk');
    expect(ran.out.replaceAll(/\s+/gu, ' ')).toContain('Spare code: opens now; --reveal shows it too');
    expect([world.backend.events, world.backend.changes]).toEqual([[], []]);
  });

  it('is revealed, recorded and remembered for this stay', async () => {
    const ran = await world.run('door', 'björk', '--reveal');
    expect(ran.out).toContain('82 61, opens now');
    expect(world.backend.events).toMatchObject([{ kind: 'pin-revealed', bookingId: 1, codeId: 30 }]);
    expect(world.backend.changes).toEqual([{ kind: 'spare-shown', key: 'k3m9qa', value: known }]);
    expect(JSON.stringify([world.backend.events, world.backend.changes])).not.toContain('8261');
  });

  it.each([['door 3705'], ['codes list --lock 3705']])('shown by %s alone, it is remembered for who stays there', async (line) => {
    const ran = await world.run(...line.split(' '), '--reveal');
    expect(ran.out).toContain('8261');
    expect(world.backend.events).toMatchObject([{ kind: 'pin-revealed', bookingId: null, codeId: 30 }]);
    expect(world.backend.changes).toEqual([{ kind: 'spare-shown', key: 'k3m9qa', value: known }]);
  });

  it('is not for a guest who comes later, nor for one who is kept out', async () => {
    expect((await world.run('door', 'coco', '--reveal', '--json')).out).not.toContain('8261');
    const wish = { ...noStayWish(), blockedSinceMs: 1 };
    world.backend.wishes.change((wishes) => ({ ...wishes, stays: [{ bookingId: bookingId(1), wish }] }));
    expect((await world.run('door', 'björk', '--reveal', '--json')).out).not.toContain('8261');
    expect([world.backend.events, world.backend.changes]).toEqual([[], []]);
  });
});
