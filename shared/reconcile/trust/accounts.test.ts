import { describe, expect, it } from 'vitest';
import { booking, code, date, input, person, pin, problemKinds, summaries, wishing } from '../../../tests/reconcile/fixtures.ts';
import { nothingRemembered } from '../../domain/memory.ts';
import type { Remembered } from '../../domain/memory.ts';
import { NO_WISHES } from '../../domain/plan.ts';
import type { PlanInput } from '../../domain/plan.ts';
import { otherAccountProblem } from '../../questions/other-account.ts';
import { plan } from '../plan.ts';
import { checkAccounts, isOtherAccount, mayKnowBookings } from './accounts.ts';

interface Given {
  /** The account that Smoobu answers for; The Keys answers for none. */
  readonly answers?: string | null;
  readonly known?: string;
  readonly seen?: { readonly id: string; readonly refused: boolean };
  readonly isUnknown?: boolean;
}
function given({ answers = 'A', known, seen, isUnknown = false }: Given): Pick<PlanInput, 'accounts' | 'memory'> {
  const remembered: Remembered = {
    ...nothingRemembered(),
    account: new Map(known === undefined ? [] : [['smoobu', { id: known }]]),
    'other-account': new Map(seen === undefined ? [] : [['smoobu', seen]]),
  };
  return { accounts: { smoobu: answers, 'the-keys': null }, memory: { ...input().memory, remembered, isUnknown } };
}

const FIRST = { kind: 'account', key: 'smoobu', value: { id: 'A' } } as const;
const FORGET = { kind: 'other-account', key: 'smoobu', value: null } as const;
const SEEN = { kind: 'other-account', key: 'smoobu', value: { id: 'A', refused: false } } as const;
const REFUSED = {
  kind: 'wrong-account',
  text: { key: 'problem.wrong-account', parameters: {} },
  retryable: false,
  cloud: 'smoobu',
  question: { key: 'account:smoobu:A', choices: ['approve'] },
} as const;
const ASKED = otherAccountProblem('smoobu', 'A');

describe('the account a cloud answers for', () => {
  it.each([
    ['the first one is remembered', {}, false, [], [FIRST]],
    ['no answer says nothing', { answers: null, known: 'B', seen: { id: 'B', refused: true } }, false, [], []],
    ['where the memory cannot be read, none is remembered', { isUnknown: true }, false, [], []],
    ['the known one', { known: 'A' }, false, [], []],
    ['the known one again, after another', { known: 'A', seen: { id: 'B', refused: true } }, false, [], [FORGET]],
    ['another one is asked about', { known: 'B' }, false, [ASKED], [SEEN]],
    ['and asked about until there is an answer', { known: 'B', seen: { id: 'A', refused: false } }, false, [ASKED], []],
    ['one that is not the user’s', { known: 'B', seen: { id: 'A', refused: true } }, true, [REFUSED], []],
    ['a third one, after one that was not the user’s', { known: 'B', seen: { id: 'C', refused: true } }, false, [ASKED], [SEEN]],
  ] as const)('%s', (_, parts, isRefused, problems, remember) => {
    const check = checkAccounts(given(parts));
    expect(check).toMatchObject({ isRefused, problems, isOther: problems.length > 0 });
    expect(check.problems).toEqual(problems);
    expect(check.remember).toEqual(remember);
    expect(isOtherAccount(given(parts))).toBe(check.isOther);
    expect(isOtherAccount(given(parts), ['the-keys'])).toBe(false);
  });

  it('an answer that is not the user’s at one cloud holds for both', () => {
    const both = given({ known: 'B', seen: { id: 'A', refused: true } });
    expect(checkAccounts({ ...both, accounts: { smoobu: 'A', 'the-keys': 'K' } })).toMatchObject({
      isRefused: true,
      remember: [{ kind: 'account', key: 'the-keys', value: { id: 'K' } }],
    });
  });

  it('must be certain before a booking that is not found there counts as gone', () => {
    const may = (parts: Given) => mayKnowBookings(given(parts));
    expect([may({}), may({ known: 'A' }), may({ known: 'B' }), may({ answers: null })]).toEqual([true, true, false, false]);
  });
});

describe('a plan under another account', () => {
  const bookings = [
    booking(),
    booking({ id: 13, state: 'cancelled' }),
    booking({ id: 14, arrival: date('2026-12-04'), departure: date('2026-12-07') }),
  ];
  const codes = [
    code({ id: 901, description: 'Smoobu#13', pin: pin('4748') }),
    code({ id: 914, description: 'Smoobu#14', pin: pin('4785'), startDate: date('2026-12-04'), endDate: date('2026-12-09') }),
  ];
  const other = (parts: Given, wishes = NO_WISHES) => plan(input({ bookings, codes, wishes, ...given({ known: 'B', ...parts }) }));

  it('lets guests in, removes and shortens nothing, and asks', () => {
    const asked = other({});
    expect(summaries(asked)).toEqual(['create KpAlpha1']);
    expect(problemKinds(asked)).toEqual(['other-account']);
    expect(asked).toMatchObject({
      unchanged: 1,
      skipped: 1,
      heldBecause: null,
      settledHolds: [],
      blockedPeriods: [],
      others: [],
      remember: [SEEN],
    });
    expect(asked.stays.map(({ doors }) => doors.map(({ state }) => state))).toEqual([['planned'], ['in-place']]);
  });

  it('writes nothing for one that is not the user’s, and shows each door that waits', () => {
    const refused = other({ seen: { id: 'A', refused: true } });
    expect(summaries(refused)).toEqual([]);
    expect(problemKinds(refused)).toEqual(['wrong-account']);
    expect(refused).toMatchObject({ unchanged: 1, skipped: 2, heldBecause: null, settledHolds: [], remember: [] });
    const cleaner = other({ seen: { id: 'A', refused: true } }, wishing(person())).people;
    expect(cleaner.map(({ doors }) => doors.map(({ state, operationKey }) => [state, operationKey]))).toEqual([[['blocked', null]]]);
    expect(refused.stays.map(({ doors }) => doors.map(({ state, operationKey }) => [state, operationKey]))).toEqual([
      [['blocked', null]],
      [['in-place', null]],
    ]);
  });
});
