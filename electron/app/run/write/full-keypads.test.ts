/** A keypad that refuses a code because it is full: what goes for it, in which order, and what is told and remembered. */
import { describe, expect, it } from 'vitest';
import { code, DOOR, person, SECOND_DOOR, wishing } from '../../../../tests/reconcile/fixtures.ts';
import type { InputParts } from '../../../../tests/reconcile/fixtures.ts';
import { codeOf, stay, world } from '../../../../tests/reconcile/full-keypad.ts';
import type { Memory } from '../../../../tests/reconcile/full-keypad.ts';
import { codeId } from '../../../../tests/support/ids.ts';
import type { MemoryChange } from '../../../../shared/domain/memory.ts';
import type { CreateOperation, Plan, PlannedOperation } from '../../../../shared/domain/plan.ts';
import type { Problem } from '../../../../shared/domain/problem.ts';
import type { CloudFailure } from '../../../../shared/errors.ts';
import { plan } from '../../../../shared/reconcile/plan.ts';
import { DAY_MS } from '../../../../shared/time.ts';
import type { HistoryStore } from '../../ports/storage.ts';
import { FullKeypads } from './full-keypads.ts';
import type { OldCode, WriteOutcome } from './writer.ts';

const AT_MS = 77;
const refused = (said?: string, changes: Partial<CloudFailure> = {}): CloudFailure => ({
  ...{ kind: 'refused', cloud: 'the-keys', message: '', certain: true, ...changes },
  ...(said === undefined ? {} : { said }),
});
const FULL = refused('Le clavier est complet');
const failed = (failure: CloudFailure): WriteOutcome => ({ ok: false, failure });
const DONE: WriteOutcome = { ok: true, codeId: null };

const NEXT = stay(1, 2);
const ENDED = [
  code({ id: 801, description: 'Smoobu#81', startDate: '2026-11-01' as never, endDate: '2026-11-02' as never }),
  code({ id: 802, description: 'Smoobu#82', startDate: '2026-11-01' as never, endDate: '2026-11-03' as never }),
];
const DISTANT = [stay(7, 40), stay(8, 50), stay(9, 60)];

function setUp(parts: InputParts = {}, memory: Memory = {}, changed: (planned: Plan) => Plan = (planned) => planned) {
  const read = world(memory, { bookings: [NEXT], ...parts });
  const planned = changed(plan(read));
  const told: (readonly [string, unknown])[] = [];
  const history = {
    remember: (changes: readonly MemoryChange[]) => told.push(...changes.map(({ kind, key, value }) => [`${kind} ${key}`, value] as const)),
  };
  const full = new FullKeypads(read, planned, history as unknown as HistoryStore, { nowMs: () => AT_MS } as never);
  const creates = planned.operations.filter((operation): operation is CreateOperation => operation.kind === 'create');
  const [made] = creates;
  if (made === undefined) throw new Error('Nothing is created.');
  return { full, made, creates, planned, told };
}
const codes = (problem: Problem | null): unknown => problem?.text.parameters;

describe('whether a keypad is full', () => {
  const CODES = [code({ id: 990, description: '' }), code({ id: 991, description: '', pin: '9999' as never })];

  it('is said by the cloud, and then remembered', () => {
    const { full, made, told } = setUp({ codes: CODES });
    expect(full.fullProblem(made, FULL)).toMatchObject({
      kind: 'keypad-full',
      bookingId: 1,
      ...DOOR,
      text: { parameters: { codes: 2, limit: 2 } },
    });
    expect(told).toEqual([['keypad-limit 11/KpAlpha1', { ...DOOR, codes: 2, atMs: AT_MS }]]);
  });

  it.each<[string, CloudFailure, number | undefined, boolean]>([
    ['a failure that is none of the keypad', refused('Le clavier est complet', { kind: 'server-error' }), 2, false],
    ['one that is not certain', refused('Le clavier est complet', { certain: false }), 2, false],
    ['a refusal of something else', refused('Le nom est trop long'), 2, false],
    ['an unclear refusal, and no limit is known', refused(), undefined, false],
    ['an unclear refusal below the known limit', refused('Non'), 3, false],
    ['an unclear refusal at the known limit', refused('Non'), 2, true],
    ['an unclear refusal above the known limit', refused(), 1, true],
  ])('is judged by the number of codes: %s', (_, failure, limit, isFull) => {
    const { full, made, told } = setUp({ codes: CODES }, limit === undefined ? {} : { limit, limitAgoMs: 2 * DAY_MS });
    expect([full.fullProblem(made, failure) !== null, told.length]).toEqual([isFull, isFull ? 1 : 0]);
  });

  it('is known for the rest of the run', () => {
    const { full, made } = setUp({ codes: CODES });
    const told = [refused(), FULL, refused()].map((failure) => full.fullProblem(made, failure)?.kind);
    expect(told).toEqual([undefined, 'keypad-full', 'keypad-full']);
  });

  it('counts with what was written in this run', () => {
    const { full, made } = setUp({ codes: CODES });
    const at = (operation: object): PlannedOperation => ({ ...made, ...operation });
    const counted = () => codes(full.fullProblem(made, FULL));
    full.wrote(at({ kind: 'create' }));
    full.wrote(at({ kind: 'update', codeId: 990 }));
    full.wrote(at({ kind: 'adopt', codeId: 990 }));
    full.wrote(at({ ...SECOND_DOOR, kind: 'create' }));
    expect(counted()).toEqual({ codes: 3, limit: 3 });
    full.wrote(at({ kind: 'move' }));
    expect(counted()).toEqual({ codes: 4, limit: 4 });
    full.wrote(at({ kind: 'delete', codeId: 990 }));
    full.wrote({ ...DOOR, kind: 'old-code', codeId: codeId(991), key: 'old', after: [], move: made as never } satisfies OldCode);
    full.wrote(at({ kind: 'delete', codeId: 992 }));
    expect(counted()).toEqual({ codes: 1, limit: 1 });
    expect([990, 991, 993].map((id) => full.isThere(codeId(id)))).toEqual([false, false, true]);
  });
});

interface Answers {
  /** Of the create, each time that it is sent again. */
  readonly again?: readonly WriteOutcome[];
  /** Of other writes, by code or kind. */
  readonly fails?: readonly string[];
}
async function roomFor(set: ReturnType<typeof setUp>, { again = [], fails = [] }: Answers = {}, operation = set.made) {
  const { full, told } = set;
  const sent: string[] = [];
  const problems: Problem[] = [];
  const answers = [...again];
  const before = told.length;
  const outcome = await full.makeRoom(
    operation,
    failed(FULL),
    () => {
      sent.push('again');
      return Promise.resolve(answers.shift() ?? DONE);
    },
    (extra) => {
      const name =
        extra.kind === 'delete' ? `delete ${String(extra.codeId)} ${extra.evidence}` : `${extra.kind} for ${String(extra.bookingId)}`;
      const noted = told.slice(before).filter(([kind]) => kind.startsWith('made-room')).length;
      sent.push(noted > 0 ? `${name}, noted` : name);
      if (fails.some((part) => name.includes(part))) return Promise.resolve(failed(refused()));
      full.wrote(extra);
      return Promise.resolve(DONE);
    },
    (problem) => problems.push(problem),
  );
  return { outcome, sent, problems };
}

describe('room on a full keypad', () => {
  const distant = { bookings: [NEXT, ...DISTANT], codes: DISTANT.map((booking) => codeOf(booking)) };

  it('is made by codes that have ended', async () => {
    const set = setUp({ codes: ENDED }, {}, (planned) => ({
      ...planned,
      operations: planned.operations.filter(({ kind }) => kind === 'create'),
    }));
    expect(await roomFor(set)).toEqual({ outcome: DONE, sent: ['delete 801 ended', 'delete 802 ended', 'again'], problems: [] });
    expect(set.full.isThere(codeId(801))).toBe(false);
    // They are gone now, and nothing else is left to remove.
    const outcome = failed(FULL);
    expect(await roomFor(set)).toEqual({ outcome, sent: [], problems: [] });
  });

  it('is made where one of them goes, and not where none does', async () => {
    expect((await roomFor(setUp({ codes: ENDED }), { fails: ['801'] })).sent).toEqual(['delete 801 ended', 'delete 802 ended', 'again']);
    expect((await roomFor(setUp({ codes: ENDED }), { fails: ['80'] })).sent).toEqual(['delete 801 ended', 'delete 802 ended']);
  });

  it('is made by the most distant arrival, which is noted before and told', async () => {
    const set = setUp(distant);
    const { outcome, sent, problems } = await roomFor(set);
    expect([outcome, sent]).toEqual([DONE, ['delete 909 makes-room, noted', 'again']]);
    expect(problems).toMatchObject([{ kind: 'removed-for-room', bookingId: 9, ...DOOR }]);
    expect(JSON.stringify(problems[0]?.text.parameters)).toContain('2027-01-03T12:00');
    expect(set.told.filter(([kind]) => kind.startsWith('made-room'))).toEqual([
      ['made-room 9@11/KpAlpha1', { ...DOOR, claimId: 9, forClaim: 1, atMs: AT_MS }],
    ]);
    expect(set.full.closed(set.made)).toBeNull();
  });

  it('is made by a distant one only where ended ones were not enough', async () => {
    const both = { ...distant, codes: [...distant.codes, ...ENDED] };
    expect((await roomFor(setUp(both), { again: [failed(FULL)] })).sent).toEqual([
      'delete 801 ended',
      'delete 802 ended',
      'again',
      'delete 909 makes-room, noted',
      'again',
    ]);
    const other = failed(refused('Le nom est trop long'));
    expect(await roomFor(setUp(both), { again: [other] })).toEqual({
      outcome: other,
      sent: ['delete 801 ended', 'delete 802 ended', 'again'],
      problems: [],
    });
  });

  it('is given back where the create is refused all the same', async () => {
    const answers = { again: [failed(FULL)] };
    const back = await roomFor(setUp(distant), answers);
    expect(back).toEqual({ outcome: failed(FULL), sent: ['delete 909 makes-room, noted', 'again', 'create for 9, noted'], problems: [] });
    const lost = await roomFor(setUp(distant), { ...answers, fails: ['create'] });
    expect([lost.outcome, lost.problems.map(({ kind }) => kind)]).toEqual([failed(FULL), ['removed-for-room']]);
  });

  it('is not made where the distant code does not go', async () => {
    expect(await roomFor(setUp(distant), { fails: ['909'] })).toEqual({
      outcome: failed(FULL),
      sent: ['delete 909 makes-room, noted'],
      problems: [],
    });
  });

  it('costs none that the plan is about, or that has gone', async () => {
    const planned = (kept: Plan): Plan => ({
      ...kept,
      operations: [...kept.operations, { ...kept.operations[0], kind: 'update', codeId: 909 } as never],
    });
    const set = setUp(distant, {}, planned);
    expect((await roomFor(set)).sent[0]).toBe('delete 908 makes-room, noted');
    expect((await roomFor(set)).sent[0]).toBe('delete 907 makes-room, noted');
  });

  it('costs three codes a day, whether they went or not', async () => {
    const set = setUp(
      { bookings: [NEXT, ...DISTANT, stay(10, 70)], codes: [...DISTANT, stay(10, 70)].map((booking) => codeOf(booking)) },
      { madeRoom: [{ id: 99, agoMs: 1 }] },
    );
    expect((await roomFor(set, { fails: ['910'] })).sent).toEqual(['delete 910 makes-room, noted']);
    expect((await roomFor(set)).sent).toEqual(['delete 910 makes-room, noted', 'again']);
    expect((await roomFor(set)).sent).toEqual([]);
  });

  it.each<[string, () => ReturnType<typeof setUp>]>([
    ['there is nothing to remove', () => setUp()],
    ['a removal waits for the user', () => setUp(distant, {}, (planned) => ({ ...planned, heldBecause: 'too-many-deletes' }))],
    ['it is for a person', () => setUp({ ...distant, bookings: DISTANT, wishes: wishing(person()) })],
  ])('is not made while %s: then the keypad is closed', async (_, set) => {
    const made = set();
    expect(made.full.closed(made.made)).toBeNull();
    expect((await roomFor(made)).sent).toEqual([]);
    const count = made.planned.stays.length + made.planned.people.length - 1;
    expect(made.full.closed(made.made)).toMatchObject({
      kind: 'keypad-full',
      ...DOOR,
      text: { parameters: { codes: count, limit: count } },
    });
    expect(made.full.closed({ ...made.made, ...SECOND_DOOR })).toBeNull();
  });
});
