/** `people`: what is wished, what is asked, and what is refused. The runs themselves are in tests/engine. */
import { beforeEach, describe, expect, it } from 'vitest';
import { branded, personId } from '../support/ids.ts';
import type { Code } from '../../shared/domain/code.ts';
import { nothingRemembered } from '../../shared/domain/memory.ts';
import { ok } from '../../shared/result.ts';
import { FakeWorld } from '../support/cli/fake-world.ts';
import { CREATE, report } from '../support/cli/sample-run.ts';

let world: FakeWorld;
beforeEach(() => {
  world = new FakeWorld();
  world.backend.remembered = nothingRemembered();
  world.backend.keychain.set('pin-key', Buffer.alloc(32, 7).toString('base64'));
  let drawn = 0;
  world.backend.clock.random = () => (drawn = (drawn + 0.137) % 1);
});
/** Each act is followed by a run. */
function act(...words: readonly string[]) {
  const ran = report('ok', { operations: [{ ...CREATE, bookingId: null, personId: personId('k3m9qa') }] });
  world.backend.reports.push(ok({ ...ran, run: { ...ran.run, trigger: 'act' } }));
  return world.run('people', ...words);
}
const people = () => world.backend.wishes.read().people;
const ADD = ['add', 'Plumber', '--door', '3705'];
const THURSDAY = ['--from', '2026-11-26+10:00', '--until', '2026-11-26+12:00'];
const byHand = branded<Code>({
  id: 684_001,
  lockId: 3705,
  keypadId: 'Kp7Qm2Xa',
  name: 'Otto',
  pin: '5820' as Code['pin'] & string,
  pinMayLackZeros: false,
  active: true,
  startDate: '2026-11-20' as Code['startDate'] & string,
  startTime: '08:00' as Code['startTime'] & string,
  endDate: '2026-12-20' as Code['endDate'] & string,
  endTime: '18:00' as Code['endTime'] & string,
  description: '',
  hasSchedule: false,
  notificationEnabled: false,
});

describe('people add', () => {
  it('stores who it is, and syncs only that', async () => {
    const ran = await act(...ADD, ...THURSDAY, '--json');
    expect(ran.code).toBe(0);
    const [plumber] = people();
    expect(plumber).toMatchObject({
      name: 'Plumber',
      doors: [{ lockId: 3705, keypadId: 'Kp7Qm2Xa' }],
      schedule: { kind: 'once', from: '2026-11-26T10:00', until: '2026-11-26T12:00' },
      createdOn: '2026-11-23',
    });
    expect(plumber?.id).toMatch(/^[a-z][a-z0-9]{5}$/);
    expect(world.backend.synced).toMatchObject([{ dryRun: false, claim: plumber?.id, trigger: 'act' }]);
    expect(ran.json()).toMatchObject({
      operations: [{ bookingId: null, personId: 'k3m9qa', by: 'user', id: expect.stringContaining('/') as string }],
    });
  });

  it('always, and between the stays of a unit', async () => {
    await act(...ADD, '--always');
    await act('add', 'Cleaner', '--door', '3705', '--between-stays', '500037');
    expect(people().map(({ schedule }) => schedule)).toEqual([{ kind: 'always' }, { kind: 'between-stays', unitId: 500037, maxHours: 12 }]);
  });

  it('with a PIN of the user: sealed, and never printed', async () => {
    const ran = await act(...ADD, '--always', '--pin', '4826', '--json');
    expect(ran.code).toBe(0);
    expect(people()[0]?.pin.typed).toMatch(/^[a-p]+$/);
    expect(`${ran.out}${ran.error}${JSON.stringify(people())}`).not.toContain('4826');
  });

  it('with --dry-run: nothing is stored', async () => {
    world.backend.looks = [ok({ report: report('ok', {}, 'dry-run'), input: null })];
    expect((await act(...ADD, ...THURSDAY, '--dry-run')).code).toBe(0);
    expect([people(), world.backend.synced, world.backend.changes]).toEqual([[], [], []]);
    expect(world.backend.looked).toMatchObject([{ wishes: { people: [{ name: 'Plumber' }] } }]);
  });

  it.each([
    ['without a time', [...ADD]],
    ['with two', [...ADD, '--always', ...THURSDAY]],
    ['with one end', [...ADD, '--from', '2026-11-26+10:00']],
    ['with a time that has passed', [...ADD, '--from', '2026-11-01+10:00', '--until', '2026-11-01+12:00']],
    ['with an end before the start', [...ADD, '--from', '2026-11-26+12:00', '--until', '2026-11-26+10:00']],
    ['with an unknown lock', ['add', 'Plumber', '--door', '9999', '--always']],
    ['with an unknown unit', [...ADD, '--between-stays', '9999']],
    ['without a name', ['add', ' ', '--door', '3705', '--always']],
    ['with a trivial PIN', [...ADD, '--always', '--pin', '1234']],
    ['with three digits', [...ADD, '--always', '--pin', '482']],
    ['with a PIN that is taken', [...ADD, '--always', '--pin', '5820']],
    ['with a PIN that differs in one digit', [...ADD, '--always', '--pin', '5821']],
  ])('is refused %s', async (_what, words) => {
    world.backend.codes = [byHand];
    const ran = await world.run('people', ...words);
    expect([ran.code, people(), world.backend.synced]).toEqual([2, [], []]);
  });

  it('needs a PIN key for a PIN of the user, and the locks', async () => {
    world.backend.keychain.clear();
    expect((await world.run('people', ...ADD, '--always', '--pin', '4826', '--json')).json()).toMatchObject({
      error: { kind: 'no-pin-key' },
    });
    world.backend.cloudFailure = { cloud: 'the-keys', kind: 'unreachable', certain: true, message: 'away', status: null } as never;
    expect((await world.run('people', ...ADD, '--always', '--pin', '4826')).code).toBe(4);
    expect(people()).toEqual([]);
  });
});

describe('people edit and remove', () => {
  beforeEach(() => act(...ADD, ...THURSDAY));

  it('changes what is given, and keeps the rest', async () => {
    const [{ id } = { id: '' }] = people();
    await act('edit', 'plumber', '--until', '2026-11-26+14:00');
    await act('edit', id, '--name', 'Plumber Otto');
    expect(people()).toMatchObject([{ id, name: 'Plumber Otto', schedule: { from: '2026-11-26T10:00', until: '2026-11-26T14:00' } }]);
  });

  it('asks before it removes, and names the door', async () => {
    world.answers = ['n', 'y'];
    expect((await world.run('people', 'remove', 'Plumber')).code).toBe(0);
    expect(people()[0]?.removedAtMs).toBeNull();
    await act('remove', 'Plumber');
    expect(world.asked).toEqual(Array.from({ length: 2 }, () => expect.stringContaining('Loft door') as string));
    expect(people()[0]?.removedAtMs).toBe(world.backend.clock.nowMs());
    expect((await world.run('people', 'remove', 'Plumber', '--yes')).code).toBe(2);
  });

  it('needs a terminal or --yes', async () => {
    expect((await world.run('people', 'remove', 'Plumber')).code).toBe(2);
    expect((await act('remove', 'Plumber', '--yes')).code).toBe(0);
  });

  it('asks for an id where a name is not enough', async () => {
    await act(...ADD, ...THURSDAY);
    const ran = await world.run('people', 'edit', 'Plumber', '--always', '--json');
    expect([ran.code, ran.json()]).toMatchObject([2, { error: { kind: 'several-people' }, people: people().map(({ id }) => id) }]);
  });

  it('says when nothing is to be changed, or nobody is meant', async () => {
    expect((await world.run('people', 'edit', 'Plumber')).code).toBe(2);
    expect((await world.run('people', 'edit', 'Nobody', '--always')).code).toBe(2);
  });
});

describe('people link', () => {
  const LINK = ['link', '684001', '--lock', '3705', 'Cleaner'];

  it('asks, and takes the PIN, the times and the place of the code', async () => {
    world.backend.codes = [byHand];
    world.answers = ['y'];
    expect((await act(...LINK)).code).toBe(0);
    expect(world.asked).toEqual([expect.stringMatching(/Code 684001, “Otto”, on Loft door.*not made by Latchkey/)]);
    expect(people()).toMatchObject([
      {
        name: 'Cleaner',
        linked: { lockId: 3705, keypadId: 'Kp7Qm2Xa', codeId: 684001 },
        schedule: { kind: 'once', from: '2026-11-20T08:00', until: '2026-12-20T18:00' },
        pin: { typed: expect.stringMatching(/^[a-p]+$/) as string },
      },
    ]);
  });

  it('a code without an end always works', async () => {
    world.backend.codes = [{ ...byHand, startDate: null, startTime: null, endDate: null, endTime: null }];
    await act(...LINK, '--yes');
    expect(people()).toMatchObject([{ schedule: { kind: 'always' } }]);
  });

  it.each([
    ['that is not there', { id: 684_002 }],
    ['of a booking', { description: 'Smoobu#12' }],
    ['of a person', { description: 'Latchkey#k3m9qa' }],
    ['that is over', { endDate: '2026-11-22' }],
    ['with a weekly schedule', { hasSchedule: true }],
    ['whose PIN is not known', { pin: null }],
    ['on a keypad without a unit', { keypadId: 'KpOther9' }],
  ])('refuses a code %s', async (_what, changes) => {
    world.backend.codes = [{ ...byHand, ...(changes as Partial<Code>) }];
    expect((await world.run('people', ...LINK, '--yes')).code).toBe(2);
    expect(people()).toEqual([]);
  });
});

describe('people list', () => {
  it('is empty at first, without asking the clouds', async () => {
    const ran = await world.run('people', 'list', '--json');
    expect([ran.code, ran.json(), world.backend.synced]).toEqual([0, { people: [] }, []]);
  });

  it('says where the codes are, and when they work next', async () => {
    await act(...ADD, ...THURSDAY);
    const [{ id } = { id: '' }] = people();
    const window = { start: '2026-11-26T10:00', end: '2026-11-26T12:00' };
    const door = { lockId: 3705, keypadId: 'Kp7Qm2Xa', prefix: '', window, state: 'in-place', codeId: 684010, operationKey: null };
    const listed = report('ok', { people: [{ personId: id, window, doors: [door] }] as never }, 'dry-run');
    const look = ok({ report: listed, input: null });
    world.backend.looks.push(look, look);
    const ran = await world.run('people', 'list', '--json');
    expect(ran.json()).toEqual({
      people: [
        {
          personId: id,
          name: 'Plumber',
          schedule: 'once',
          doors: [{ lockId: 3705, keypadId: 'Kp7Qm2Xa', codeId: 684010, state: 'verified' }],
          opensNow: false,
          next: { from: '2026-11-26T10:00:00+01:00', until: '2026-11-26T12:00:00+01:00' },
        },
      ],
    });
    const shown = await world.run('people', 'list');
    expect(shown.out).toContain('2026-11-26 10:00 to 2026-11-26 12:00');
    // Nothing of it is in the history: `status` still shows the last sync.
    expect(world.backend.synced).toHaveLength(1);
  });

  it('says that nothing opens between stays while no check-out is known', async () => {
    await act('add', 'Cleaner', '--door', '3705', '--between-stays', '500037');
    const [{ id } = { id: '' }] = people();
    const listed = report('ok', { people: [{ personId: id, window: null, doors: [] }] as never }, 'dry-run');
    world.backend.looks.push(ok({ report: listed, input: null }));
    world.columns = 200;
    expect((await world.run('people', 'list')).out).toContain('nothing opens, since no check-out is known');
  });
});
