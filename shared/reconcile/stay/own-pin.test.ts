/** PINs of the user's own, for stays and people. */
import { describe, expect, it } from 'vitest';
import {
  booking,
  code,
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
} from '../../../tests/reconcile/fixtures.ts';
import type { InputParts } from '../../../tests/reconcile/fixtures.ts';
import { sent, WISHES } from '../../../tests/reconcile/hand-syncs.ts';
import { bookingId, personId } from '../../../tests/support/ids.ts';
import type { Pin } from '../../domain/code.ts';
import type { ClaimId } from '../../domain/ids.ts';
import { nothingRemembered } from '../../domain/memory.ts';
import { NO_WISHES } from '../../domain/plan.ts';
import { noStayWish } from '../../domain/wishes.ts';
import { plan } from '../plan.ts';

const TWO_DOORS = settings({ unit: { doors: [DOOR, SECOND_DOOR] } });
const sealed = { typed: 'abcd', retired: [] };
const both = person({ doors: [DOOR, SECOND_DOOR], pin: sealed });
function wishing(isReadable = true): Pick<InputParts, 'wishes' | 'settings'> {
  const typedPins = new Map<ClaimId, Pin>();
  if (isReadable) typedPins.set(personId('k3m9qa'), pin('8261')).set(bookingId(12), pin('9372'));
  const stays = new Map([[bookingId(12), { ...noStayWish(), pin: sealed }]]);
  return { settings: TWO_DOORS, wishes: { ...NO_WISHES, people: [both], stays, typedPins } };
}
const pins = (result: ReturnType<typeof plan>) =>
  result.operations.flatMap((operation) => (operation.kind === 'delete' ? [] : [operation.record.pin]));

describe('a PIN of the user’s own', () => {
  it('is on every new code, of people and of stays', () => {
    const result = plan(input({ ...wishing(), bookings: [booking()] }));
    expect(pins(result)).toEqual(['9372', '9372', '8261', '8261']);
    // No other one is tried in its place.
    for (const operation of result.operations) expect(operation).toMatchObject({ kind: 'create', pinDraw: null, next: { pin: false } });
  });

  it('is nobody else’s', () => {
    const { wishes, ...parts } = wishing();
    const other = person({ id: 'aaaaa1', name: 'Cleaner', doors: [DOOR] });
    const result = plan(input({ ...parts, wishes: { ...NO_WISHES, ...wishes, people: [other, both] } }));
    expect(result.operations.map((one) => one.kind === 'create' && [one.personId, one.record.pin === '8261'])).toEqual([
      ['aaaaa1', false],
      ['k3m9qa', true],
      ['k3m9qa', true],
    ]);
  });

  it('replaces that of a code in place, and then nothing is left to do', () => {
    const codes = [personCode(), personCode({ id: 951, ...SECOND_DOOR, pin: pin('8261') })];
    const result = plan(input({ ...wishing(), codes }));
    expect(result.operations).toMatchObject([{ kind: 'update', codeId: 950, record: { pin: '8261' } }]);
    expect(plan(input({ ...wishing(), codes: codes.map((one) => ({ ...one, pin: pin('8261') })) })).operations).toEqual([]);
  });

  it('is kept for its doors while they have no code', () => {
    const drawn = { drawPin: () => pin('8261') };
    const result = plan(input({ ...wishing(), bookings: [booking({ id: 13 })], ...drawn }));
    expect(result.operations.filter(({ bookingId: id }) => id !== null)).toEqual([]);
    expect(problemKinds(result)).toContain('no-free-pin');
  });

  it('that another code has is not made twice: that door says so', () => {
    const codes = [code({ id: 77, description: '', pin: pin('8261') }), personCode()];
    const result = plan(input({ ...wishing(), codes }));
    expect(summaries(result)).toEqual(['create KpBravo2']);
    expect(problemKinds(result)).toEqual(['different-pins', 'own-pin-taken']);
  });

  it('that cannot be read leaves codes as they are, and says so once', () => {
    const drawn = plan(input({ ...wishing(false), bookings: [booking()] }));
    // A guest who has to be told another PIN still gets in.
    expect(summaries(drawn).slice(0, 2)).toEqual(['create KpAlpha1', 'create KpBravo2']);
    expect(problemKinds(drawn)).toContain('own-pin-unreadable');
    const result = plan(input({ ...wishing(false), codes: [personCode(), personCode({ id: 951, ...SECOND_DOOR })] }));
    expect([result.operations, problemKinds(result)]).toEqual([[], ['own-pin-unreadable']]);
    // A door that lacks its code gets the PIN of the others.
    expect(pins(plan(input({ ...wishing(false), codes: [personCode()] })))).toEqual(['4711']);
  });
});

describe('a PIN of the user’s own that somebody replaced', () => {
  const { wishes } = wishing();
  const digesting = { ...WISHES, stays: wishes!.stays, typedPins: wishes!.typedPins };
  const replaced = code({ pin: pin('5937') });
  const planned = (parts: InputParts = {}, remembered = sent([code({ pin: pin('9372') })])) =>
    plan(input({ bookings: [booking()], wishes: digesting, codes: [replaced], ...parts, memory: { remembered, ...parts.memory } }));

  it.each<readonly [string, InputParts]>([
    ['any run', {}],
    ['a run that only lets guests in', { clockIsWrong: true }],
    ['a run with a mapping from the last good copy', { settings: { ...settings(), recovery: 'copy' } }],
    ['a run that cannot read the times of the code', { codes: [{ ...replaced, startTime: 'unknown', endTime: 'unknown' }] }],
  ])('is not written again by %s: its guest may have been told the other one', (_what, parts) => {
    expect(pins(planned(parts))).toEqual([]);
  });
  it('gives way to the other one on doors without a code, and is written where nobody replaced it', () => {
    for (const clockIsWrong of [false, true]) {
      expect(pins(planned({ clockIsWrong, settings: TWO_DOORS }))).toEqual(['5937']);
      expect(pins(planned({ clockIsWrong }, nothingRemembered()))).toEqual(['9372']);
    }
  });
  it('may be any that was typed before the memory could not be read, and none that is typed since', () => {
    const unknown = { memory: { isUnknown: true } };
    const act = { claimId: bookingId(12), atMs: NOW_MS, action: 'pin' as const, before: null, after: null, formerPin: null };
    const since = { ...nothingRemembered(), act: new Map([['run', act]]) };
    expect(pins(planned(unknown, nothingRemembered()))).toEqual([]);
    expect(pins(planned(unknown, since))).toEqual(['9372']);
    const others = { ...nothingRemembered(), act: new Map([['run', { ...act, claimId: bookingId(13) }]]) };
    expect(pins(planned(unknown, others))).toEqual([]);
    expect(pins(planned({ ...unknown, codes: [code({ pin: null })], settings: TWO_DOORS }, nothingRemembered()))).toEqual(['9372']);
    expect(pins(planned({ ...unknown, codes: [] }, nothingRemembered()))).toEqual(['9372']);
    // One that nobody was told is none of them.
    const secret = code({ pin: pin('5937'), description: 'Smoobu#12 blocked' });
    const letIn = { ...digesting, stays: new Map([[bookingId(12), { ...noStayWish(), pin: sealed, letInSinceMs: NOW_MS }]]) };
    const noted = { ...nothingRemembered(), 'let-in': new Map([['12', { claimId: bookingId(12), sinceMs: NOW_MS, isDone: false }]]) };
    expect(pins(planned({ ...unknown, codes: [secret], wishes: letIn }, noted))).toEqual(['9372']);
  });
});
