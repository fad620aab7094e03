/** `door LOCK --remove CODE`. */
import { beforeEach, describe, expect, it } from 'vitest';
import { encodeSecret } from '../../electron/storage/keychain/secret-codecs.ts';
import { personSchema } from '../../shared/domain/wishes.ts';
import { booking, code, date, pin } from '../reconcile/fixtures.ts';
import { FakeWorld } from '../support/cli/fake-world.ts';
import { place } from '../support/ids.ts';

const DOOR = place(3705, 'Kp7Qm2Xa');

let world: FakeWorld;
/** It is 23 November 2026, 15:00 in Paris. */
beforeEach(() => {
  world = new FakeWorld();
  const { backend } = world;
  backend.keychain.set('pin-key', encodeSecret('pin-key', new Uint8Array(32).fill(7)));
  backend.bookings = [booking({ id: 1, unitId: 500037, guestName: 'Björk' }), booking({ id: 2, unitId: 500037, state: 'cancelled' })];
  backend.wishes.change((wishes) => ({
    ...wishes,
    people: [personSchema.parse({ id: 'k3m9qa', name: 'Cleaner', doors: [DOOR], schedule: { kind: 'always' }, createdOn: '2026-11-20' })],
  }));
  const now = { ...DOOR, startDate: date('2026-11-22') };
  backend.codes = [
    code({ ...DOOR, id: 10, description: 'Smoobu#1' }),
    code({ ...DOOR, id: 11, description: 'Smoobu#2' }),
    code({ ...now, id: 12, description: 'side entrance', name: 'Neighbour', pin: pin('862604') }),
    code({ ...now, id: 13, description: 'Latchkey#k3m9qa', name: 'Cleaner', endDate: date('2036-11-20') }),
    code({ ...now, id: 14, description: 'Latchkey#zz9zz9', name: 'Gardener' }),
  ];
});
const remove = (id: number, ...more: readonly string[]) => world.run('door', '3705', '--remove', String(id), ...more);
const left = () => world.backend.codes.map(({ id }) => id);

describe('removing one code', () => {
  it('asks, naming door, code and that it was not made here, and says who asked', async () => {
    world.answers = ['y'];
    const ran = await remove(12, '--json');
    expect(world.asked.join()).toContain(
      'The code “Neighbour” is removed from “Loft door”.\nIt was not made by Latchkey.\nIt opens this door now',
    );
    expect(ran.code).toBe(0);
    expect(ran.json()).toMatchObject({
      ok: true,
      counts: { deleted: 1 },
      operations: [{ kind: 'delete', status: 'done', by: 'user', bookingId: null, codeId: 12, evidence: 'removed-by-user' }],
    });
    expect(left()).toEqual([10, 11, 13, 14]);
    expect(world.backend.finished).toMatchObject([{ run: { trigger: 'act', outcome: 'ok' }, operations: [{ codeId: 12 }] }]);
    expect(JSON.stringify([world.backend.changes, world.backend.finished, ran.out, ran.error])).not.toContain('862604');
    expect(world.backend.changes).toMatchObject([
      { kind: 'door-act', value: { act: 'removed', hasNote: true, pin: expect.stringMatching(/^[a-p]+$/) as string } },
    ]);
  });

  it('shows its name in the table, for want of a booking', async () => {
    const ran = await remove(12, '--yes');
    expect(ran.out).toMatch(/Neighbour/);
    expect(ran.out).not.toContain('null');
  });

  it.each([
    ['of a cancelled booking', 11, 'This cannot be undone.'],
    ['of a person who is not known here', 14, 'Gardener'],
  ])('%s', async (_what, id, said) => {
    world.answers = ['y'];
    expect((await remove(id)).code).toBe(0);
    expect(world.asked.join()).toContain(said);
    expect(left()).not.toContain(id);
  });

  it('says that it is for good where the PIN cannot be kept', async () => {
    world.answers = ['n', 'n'];
    await remove(12);
    world.backend.keychain.delete('pin-key');
    await remove(12);
    expect(world.asked.map((question) => question.includes('cannot be undone'))).toEqual([false, true]);
  });

  it.each([
    ['a guest’s', 10, 'guest-code', 'latchkey stay 1 --block'],
    ['a person’s', 13, 'person-code', 'latchkey people remove k3m9qa'],
    ['one that is not there', 99, 'no-such-code', 'no such code'],
  ])('refuses %s', async (_what, id, kind, said) => {
    const ran = await remove(id, '--yes', '--json');
    expect([ran.code, ran.json()]).toMatchObject([2, { error: { kind, message: expect.stringContaining(said) as string } }]);
    expect(left()).toHaveLength(5);
  });

  it('takes every booking’s code for a guest’s while Smoobu cannot be read', async () => {
    world.backend.bookingsFailure = { cloud: 'smoobu', kind: 'unreachable', message: 'no', certain: true };
    expect((await remove(11, '--yes')).code).toBe(2);
    expect(left()).toHaveLength(5);
  });

  it('changes nothing without an answer, with no, and in a dry run', async () => {
    expect((await remove(12)).code).toBe(2);
    const dry = await remove(12, '--dry-run');
    expect([dry.code, dry.out]).toMatchObject([0, expect.stringContaining('Neighbour')]);
    world.answers = ['n'];
    expect((await remove(12)).out).toContain('Nothing was changed.');
    expect([left().length, world.backend.changes]).toEqual([5, []]);
  });

  it('leaves a code that changed while the question was open', async () => {
    world.answers = ['y'];
    const { backend } = world;
    world.asked = new Proxy(world.asked, {
      set: (asked, key, value) => {
        backend.codes = backend.codes.map((one) => (one.id === 12 ? { ...one, name: 'Sister' } : one));
        return Reflect.set(asked, key, value);
      },
    });
    const ran = await remove(12, '--json');
    expect([ran.code, ran.json()]).toMatchObject([1, { error: { kind: 'refused' } }]);
    expect([left().length, backend.changes]).toEqual([5, []]);
  });
});
