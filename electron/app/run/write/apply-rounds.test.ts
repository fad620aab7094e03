/** What The Keys refused is sent again in another form, round by round: what is sent, remembered and told of it. */
import { describe, expect, it } from 'vitest';
import { booking, code, date, DOOR, FORMER_DOOR, input, SECOND_DOOR, settings } from '../../../../tests/reconcile/fixtures.ts';
import type { InputParts } from '../../../../tests/reconcile/fixtures.ts';
import { REFUSED, requests, UNREACHABLE } from '../../../../tests/support/applied.ts';
import type { FakeFault, FakeLocks } from '../../../../tests/support/fake-locks.ts';
import { bookingId } from '../../../../tests/support/ids.ts';
import { carriedOut, withFault } from '../../../../tests/support/rounds.ts';
import { failing } from '../../../../tests/support/writes.ts';
import { nothingRemembered } from '../../../../shared/domain/memory.ts';
import { NO_WISHES } from '../../../../shared/domain/plan.ts';
import { noStayWish } from '../../../../shared/domain/wishes.ts';
import type { RoundsOptions } from './apply-rounds.ts';

const refused = (said: string): FakeFault => ({ ...REFUSED, said });
const PIN = refused('Ce code existe déjà');

const TWO_DOORS = settings({ unit: { doors: [DOOR, SECOND_DOOR] } });
const NAME = refused('Le nom est trop long');
const PIN_SAID = 'Ce code existe déjà';
const CREATE = 'create:12:11/KpAlpha1:new';
const SECOND = 'create:12:12/KpBravo2:new';

describe('a refused form', () => {
  const NOTE = refused('La description est trop longue');
  const noted = code({ description: `Smoobu#12 ${'n'.repeat(300)}`, endDate: date('2026-11-26') });
  const withNote = { bookings: [booking()], codes: [noted] };

  it.each<[string, InputParts, FakeFault, number, readonly string[]]>([
    ['of a note: it is cut', withNote, NOTE, 1, ['refusal 12@11/KpAlpha1: note, forms 1-0-0', 'lock-forms 11: 1-0-0']],
    ['of a note: it is cut more', withNote, NOTE, 2, ['refusal 12@11/KpAlpha1: note, forms 2-0-0', 'lock-forms 11: 2-0-0']],
    ['of a note: nothing is left of it', withNote, NOTE, 3, ['refusal 12@11/KpAlpha1: note, forms 3-0-0']],
    [
      'of a name: it is plainer',
      { bookings: [booking({ guestName: 'Zoë O’Brien' })] },
      NAME,
      2,
      ['refusal 12@11/KpAlpha1: name, forms 0-4-0', 'lock-forms 11: 0-4-0', 'open-pin 12 forgotten'],
    ],
    [
      'of a name: it has the day',
      { bookings: [booking({ guestName: 'Zoë O’Brien' })] },
      NAME,
      3,
      ['refusal 12@11/KpAlpha1: name, forms 0-5-0', 'open-pin 12 forgotten'],
    ],
    [
      'of a start: it is now',
      { bookings: [booking({ arrival: date('2026-11-22') })] },
      refused('date de debut dans le passe'),
      1,
      ['refusal 12@11/KpAlpha1: start, forms 0-0-1', 'lock-forms 11: 0-0-1', 'open-pin 12 forgotten'],
    ],
    [
      'of what nobody knows: it is not learned for the lock',
      { bookings: [booking()] },
      REFUSED,
      4,
      ['refusal 12@11/KpAlpha1: null, draw 0, draw 1, draw 2, forms 0-3-0', 'open-pin 12 forgotten'],
    ],
  ])('%s', async (_, parts, fault, count, expected) => {
    const locks = withFault((call) => (/^(?:create|update)/u.test(call) ? failed(call) : null), parts.codes ?? []);
    const failed = failing('', fault, count);
    const { log, told } = await carriedOut(parts, locks);
    expect(log.slice(log.lastIndexOf('list 11') + 1)).toEqual(expected);
    expect(told).toEqual(parts === withNote ? ['note-cut 11 '] : []);
  });

  it('is learned for a lock beside what is known, and a plainer one that is known stays', async () => {
    const knows = (forms: { readonly note: number; readonly name: number; readonly start: number }) => ({
      bookings: [booking({ guestName: 'Zoë O’Brien' })],
      memory: { remembered: { ...nothingRemembered(), 'lock-forms': new Map([['11', forms]]) } },
    });
    const learned = async (forms: { readonly note: number; readonly name: number; readonly start: number }, count: number) =>
      (await carriedOut(knows(forms), withFault(failing('create', NAME, count)))).log.filter((line) => line.startsWith('lock-forms'));
    expect(await learned({ note: 2, name: 0, start: 1 }, 1)).toEqual(['lock-forms 11: 2-3-1']);
    expect(await learned({ note: 0, name: 3, start: 0 }, 1)).toEqual(['lock-forms 11: 0-4-0']);
    expect(await learned({ note: 0, name: 4, start: 0 }, 1)).toEqual([]);
  });

  it('fails where its lock gets no further try in this run, as does what was planned beside it', async () => {
    const stays = [1, 2, 3, 4].map((id) =>
      booking({ id, arrival: date(`2026-12-0${String(id)}`), departure: date(`2026-12-0${String(id + 1)}`) }),
    );
    const seen: string[] = [];
    const onStatus: RoundsOptions['onStatus'] = ({ bookingId: id }, status) => seen.push(`${String(id)} ${status}`);
    const { log, statuses } = await carriedOut({ bookings: stays }, withFault(failing('create', REFUSED, 99)), { onStatus });
    expect(requests(log)).toHaveLength(10);
    expect(Object.values(statuses)).toEqual(['failed', 'failed', 'failed', 'failed']);
    expect(seen.slice(-2)).toEqual(['3 failed', '4 failed']);
  });

  it('that is the last one fails, and waits for another run', async () => {
    const seen: string[] = [];
    const onStatus: RoundsOptions['onStatus'] = (_operation, status) => seen.push(status);
    const parts = { bookings: [booking({ guestName: 'Ada' })] };
    const { log, statuses, told } = await carriedOut(parts, withFault(failing('create', NAME, 99)), { onStatus });
    expect(log.at(-1)).toBe('refusal 12@11/KpAlpha1: name, forms 0-0-0, 1 tries, said');
    expect([statuses, told]).toEqual([{ [CREATE]: 'failed' }, ['write-failed 11 Le nom est trop long']]);
    expect(seen.filter((status) => status === 'failed')).toHaveLength(requests(log).length);
  });

  it('of a blocked guest’s code on another door has no other, and is told', async () => {
    const wishes = { ...NO_WISHES, stays: new Map([[bookingId(12), { ...noStayWish(), blockedSinceMs: 1 }]]) };
    const parts = { bookings: [booking({ state: 'cancelled' })], codes: [code(FORMER_DOOR)], wishes };
    const { log, statuses, told } = await carriedOut(parts, withFault(failing('update', NAME), parts.codes));
    expect(requests(log)).toEqual(['update 900']);
    expect([Object.values(statuses), told]).toEqual([['failed'], ['write-failed 13 Le nom est trop long']]);
  });

  it('of a move makes the code and leaves the old one to the next run', async () => {
    const old = code({ ...FORMER_DOOR });
    const {
      log,
      plan: done,
      statuses,
      told,
    } = await carriedOut({ bookings: [booking()], codes: [old] }, withFault(failing('create', NAME), [old]));
    expect(requests(log)).toEqual(['create 11/KpAlpha1', 'create 11/KpAlpha1', 'list 11']);
    expect(done.operations.map(({ key }) => key)).toEqual([CREATE]);
    expect([statuses, told]).toEqual([{ 'move:12:11/KpAlpha1:900': 'failed', [CREATE]: 'done' }, []]);
  });
});

describe('further rounds', () => {
  it('write and delete nothing of others', async () => {
    const others = [booking({ id: 34, arrival: date('2026-12-01'), departure: date('2026-12-03') })];
    const ended = code({ id: 950, description: 'Smoobu#34', startDate: date('2026-12-01'), endDate: date('2026-12-04') });
    const { log } = await carriedOut({ bookings: [booking(), ...others], codes: [ended] }, withFault(failing('create', PIN), [ended]));
    expect(requests(log)).toEqual(['create 11/KpAlpha1', 'update 950', 'list 11', 'create 11/KpAlpha1', 'list 11']);
  });
  describe('send nothing again that failed in another way', () => {
    /** The first call that starts with one of these fails so. */
    const failingOnce = (faults: Readonly<Record<string, FakeFault>>): FakeLocks['fault'] => {
      const all = Object.entries(faults).map(([word, fault]) => failing(word, fault));
      return (call) => all.reduce<FakeFault | null>((found, one) => found ?? one(call), null);
    };
    const sent = async (parts: InputParts, faults: Readonly<Record<string, FakeFault>>) =>
      requests((await carriedOut(parts, withFault(failingOnce(faults), parts.codes))).log).filter((line) => !line.startsWith('list'));

    it('of the same stay', async () => {
      const parts = { bookings: [booking()], settings: TWO_DOORS };
      expect(await sent(parts, { 'create 11': PIN, 'create 12': UNREACHABLE })).toEqual([
        'create 11/KpAlpha1',
        'create 12/KpBravo2',
        'create 11/KpAlpha1',
      ]);
      const shorter = { ...parts, codes: [code({ id: 901, ...SECOND_DOOR, endDate: date('2026-11-26') })] };
      expect(await sent(shorter, { 'create 11': NAME, 'update 901': UNREACHABLE })).toEqual([
        'create 11/KpAlpha1',
        'update 901',
        'create 11/KpAlpha1',
      ]);
    });
    it('of another stay', async () => {
      const units = [
        { unitId: 101, name: 'Flat 1', doors: [DOOR] },
        { unitId: 102, name: 'Flat 2', doors: [SECOND_DOOR] },
      ];
      const retired = { ...noStayWish(), pin: { typed: null, retired: [{ attempt: 0, length: 4 }] } };
      const parts: InputParts = {
        settings: settings({ units }),
        bookings: [booking(), booking({ id: 34, unitId: 102, guestName: 'Bob' })],
        codes: [code({ id: 950, ...SECOND_DOOR, name: 'Bob', description: 'Smoobu#34', pin: input().drawPin(bookingId(34), 0, 4) })],
        wishes: { ...NO_WISHES, stays: new Map([[bookingId(34), retired]]) },
      };
      expect(await sent(parts, { 'create 11': PIN, 'update 950': UNREACHABLE })).toEqual([
        'create 11/KpAlpha1',
        'update 950',
        'create 11/KpAlpha1',
      ]);
    });
  });
  it('leave what is planned as it is where nothing is left to try', async () => {
    const { plan: done, statuses } = await carriedOut(
      { bookings: [booking()], drawPin: () => '7351' as never },
      withFault(failing('create', PIN)),
    );
    expect([done.stays[0]?.doors[0]?.operationKey, statuses]).toEqual([CREATE, { [CREATE]: 'failed' }]);
  });
  it('leave deletes of the first one as they were', async () => {
    const gone = code({ id: 950, description: 'Smoobu#34' });
    const left = booking({ id: 34, state: 'cancelled', arrival: date('2026-12-01'), departure: date('2026-12-03') });
    const { plan: done, statuses } = await carriedOut(
      { bookings: [booking(), left], codes: [gone] },
      withFault(failing('create', PIN), [gone]),
    );
    expect(done.operations.map(({ kind }) => kind)).toEqual(['delete', 'create']);
    expect(Object.values(statuses)).toEqual(['done', 'done']);
  });
  it('are none once a cloud rejects the credentials', async () => {
    const locks = withFault((call) =>
      call.startsWith('create 12') ? { ...REFUSED, kind: 'credentials-rejected' } : failing('create', PIN, 9)(call),
    );
    const { log, statuses, told, stoppedBy } = await carriedOut({ bookings: [booking()], settings: TWO_DOORS }, locks);
    expect(requests(log)).toEqual(['create 11/KpAlpha1', 'create 12/KpBravo2']);
    expect([statuses, stoppedBy?.kind]).toEqual([{ [CREATE]: 'failed', [SECOND]: 'failed' }, 'credentials-rejected']);
    expect(told).toEqual(['write-failed 12 ', `write-failed 11 ${PIN_SAID}`]);
  });
  it('are none once the run is stopped', async () => {
    const controller = new AbortController();
    const locks = withFault((call) => {
      controller.abort();
      return failing('create', PIN)(call);
    });
    const { log } = await carriedOut({ bookings: [booking()] }, locks, { signal: controller.signal });
    expect(requests(log)).toEqual(['create 11/KpAlpha1']);
  });
});
