/**
 * Generated stays whose locks, wishes and bookings change, on two nights when clocks do, over every fault: nothing untrue is told, nothing twice,
 * nothing to who must not be told, nothing in quiet hours against their rule; and in the end everybody who is due has been told.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Pin } from '../../../shared/domain/code.ts';
import { nothingRemembered } from '../../../shared/domain/memory.ts';
import type { MemoryChange } from '../../../shared/domain/memory.ts';
import type { Told } from '../../../shared/domain/told.ts';
import { messagesDue } from '../../../shared/messages/due.ts';
import { withAsked } from '../../../shared/messages/register.ts';
import type { StayToTell } from '../../../shared/messages/stay-to-tell.ts';
import type { QuestionFacts } from '../../../shared/questions/question.ts';
import { answerEffect, openQuestions } from '../../../shared/questions/registry.ts';
import { addDays, addMinutes, at, dateOf, DAY_MS, HOUR_MS, localNow, MINUTE_MS, timeOf } from '../../../shared/time.ts';
import type { LocalDate, LocalDateTime, WallTime } from '../../../shared/time.ts';
import { fakeGuests, Killed, SEND_FAULTS } from '../../../tests/support/fake-guests.ts';
import type { FakeGuests, Written } from '../../../tests/support/fake-guests.ts';
import { DIGESTS, doorToTell, dueInput, PARIS, SECOND, stayToTell } from '../../../tests/support/to-tell.ts';
import { sendDue, writeRow } from './outbox.ts';

const CASES = 40 * Number(process.env.LATCHKEY_SOAK_FACTOR ?? 1);
const STEP_MS = 15 * MINUTE_MS;
const DAYS = 4;
const STEPS = (DAYS * DAY_MS) / STEP_MS;
/** From this step on nothing goes wrong and nothing changes. */
const CALM = STEPS - (36 * HOUR_MS) / STEP_MS;

const CHANGES = [
  'pin',
  'prefix',
  'later',
  'shorter',
  'longer',
  'unverified',
  'verified',
  'blocked',
  'let-in',
  'muted',
  'cancelled',
] as const;
type Change = (typeof CHANGES)[number];

const stay = fc.record({
  /** Hours from the beginning until the arrival. */
  arrivesIn: fc.integer({ min: -20, max: 70 }),
  hasTwoDoors: fc.boolean(),
  changes: fc.array(fc.record({ step: fc.integer({ min: 0, max: CALM }), change: fc.constantFrom(...CHANGES) }), { maxLength: 5 }),
});
const history = fc.record({
  begin: fc.constantFrom('2027-03-26T09:00:00Z', '2026-10-23T10:00:00Z', '2026-11-23T09:00:00Z'),
  stays: fc.array(stay, { minLength: 1, maxLength: 3 }),
  when: fc.constantFrom({ kind: 'verified' }, { kind: 'days', days: 1, at: '18:00' }, { kind: 'hours', hours: 30 }),
  sends: fc.array(fc.constantFrom('none', 'none', ...SEND_FAULTS), { maxLength: 25 }),
  reads: fc.array(fc.constantFrom('none', 'none', 'none', 'failed', 'unreached'), { maxLength: 25 }),
  lagMinutes: fc.integer({ min: 0, max: 19 }),
  /** Every how many steps the user answers what is asked. */
  answersEvery: fc.integer({ min: 1, max: 40 }),
});
type History = typeof history extends fc.Arbitrary<infer T> ? T : never;

/** What is on the locks of one stay, and what was decided about it. */
interface Truth {
  readonly id: number;
  pin: string;
  prefix: string;
  start: LocalDateTime;
  end: LocalDateTime;
  readonly hasTwoDoors: boolean;
  isSecondVerified: boolean;
  isBlocked: boolean;
  isMuted: boolean;
  isLive: boolean;
  pins: number;
}

function change(truth: Truth, what: Change): void {
  switch (what) {
    case 'pin':
      truth.pins += 1;
      truth.pin = String(4_000 + truth.id * 97 + truth.pins * 13);
      return;
    case 'prefix':
      truth.prefix = truth.prefix === '' ? '18' : '';
      return;
    case 'later':
      truth.start = addMinutes(truth.start, 60);
      return;
    case 'shorter':
      truth.end = addMinutes(truth.end, -60);
      return;
    case 'longer':
      truth.end = addMinutes(truth.end, 90);
      return;
    case 'unverified':
    case 'verified':
      truth.isSecondVerified = what === 'verified';
      return;
    case 'blocked':
    case 'let-in':
      truth.isBlocked = what === 'blocked';
      return;
    case 'muted':
      truth.isMuted = true;
      return;
    case 'cancelled':
      truth.isLive = false;
      return;
  }
}

function toTell({ id, pin, prefix, start, end, ...truth }: Truth, nowMs: number): StayToTell {
  const window = { start, end };
  const code = { pin: pin as Pin, prefix, window };
  return stayToTell({
    id,
    nowMs,
    window,
    access: truth.isBlocked ? 'off' : 'open',
    isMuted: truth.isMuted,
    doors: [doorToTell(code), ...(truth.hasTwoDoors ? [doorToTell({ ...code, ...SECOND, isVerified: truth.isSecondVerified })] : [])],
  });
}

/** The lines about doors and times. */
function gist(text: string): string {
  return text
    .split('\n')
    .filter((line) => /^(Front|Flat|Valid)/.test(line))
    .join('|');
}

function installation(guests: FakeGuests, clock: () => number, when: object) {
  const told = new Map<string, Told>();
  const memory = () => ({
    pinDraws: new Map(),
    missingSinceMs: new Map(),
    waiting: new Map(),
    remembered: { ...nothingRemembered(), told },
  });
  const remember = (changes: readonly MemoryChange[]): void => {
    for (const { kind, key, value } of changes) {
      if (kind !== 'told') continue;
      if (value === null) told.delete(key);
      else told.set(key, value);
    }
  };
  const store = { unstored: null, memory, remember };
  const facts = (): QuestionFacts => ({
    memory: memory(),
    settings: { mapping: { units: [], locks: [], retired: [] }, recovery: 'none' },
    wishes: { recovery: 'none' },
  });
  const given = dueInput({ remembered: { told }, settings: { sending: { message: true }, messages: { message: { when } } } });
  const due = (stays: readonly StayToTell[]) => messagesDue({ ...given, nowMs: clock(), stays });
  return {
    due,
    run: async (stays: readonly StayToTell[]) => {
      const ports = { guests, history: store, digests: DIGESTS, log: { log: () => undefined }, nowMs: clock, mayTell: () => true };
      await sendDue(due(stays), { ...ports, signal: new AbortController().signal }).catch((error: unknown) => {
        if (!(error instanceof Killed)) throw error;
      });
      for (const { row, asked } of due(stays)) if (withAsked(row, asked) !== row) writeRow(withAsked(row, asked), store);
    },
    /** The user looks into the thread. */
    answerAll: () => {
      for (const { question, bookingId } of openQuestions(facts())) {
        const last = guests.written.findLast((one) => one.bookingId === bookingId);
        const wanted = [...told.values()].find((row) => row.bookingId === bookingId)?.attempt;
        const hasArrived = last !== undefined && wanted !== null && wanted !== undefined && last.atMs === wanted.sinceMs;
        const choice = question.choices.includes('arrived') ? (hasArrived ? 'arrived' : 'send-again') : 'send-verified';
        const effect = answerEffect(facts(), question.key, choice);
        if (effect.ok) remember(effect.value.remember);
      }
    },
    asksAbout: (id: number) => openQuestions(facts()).some(({ bookingId }) => bookingId === id),
  };
}

/** Judged by wall times alone. */
function isInQuietHours(atMs: number, start: LocalDateTime): boolean {
  const now = localNow(PARIS, atMs);
  const time = timeOf(now);
  if (time >= '07:00' && time < '22:00') return false;
  const morning: LocalDate = time < '07:00' ? dateOf(now) : addDays(dateOf(now), 1);
  return start > now && start >= at(morning, '10:00' as WallTime);
}

async function play({ begin, stays, when, sends, reads, lagMinutes, answersEvery }: History, computers: 1 | 2): Promise<void> {
  let nowMs = Date.parse(begin);
  const guests = fakeGuests(() => nowMs);
  Object.assign(guests, {
    sends: [...sends],
    reads: computers === 1 ? [...reads] : [],
    lagMs: computers === 1 ? lagMinutes * MINUTE_MS : 0,
  });
  const truths = stays.map(({ arrivesIn, hasTwoDoors }, index): Truth => {
    const start = `${localNow(PARIS, nowMs + arrivesIn * HOUR_MS).slice(0, 13)}:00` as LocalDateTime;
    const end = at(addDays(dateOf(start), 9), '11:00' as WallTime);
    const id = 20 + index;
    return {
      id,
      pin: String(4_000 + id * 97),
      prefix: '',
      start,
      end,
      hasTwoDoors,
      isSecondVerified: true,
      isBlocked: false,
      isMuted: false,
      isLive: true,
      pins: 0,
    };
  });
  const installed = Array.from({ length: computers }, () => installation(guests, () => nowMs, when));
  const judge = (one: Written, live: readonly StayToTell[]): void => {
    const now = live.find(({ bookingId }) => bookingId === one.bookingId);
    const [text, verified] = [one.message.text.reveal(), now?.doors.filter(({ isVerified }) => isVerified) ?? []];
    expect(now).toMatchObject({ access: 'open', isMuted: false });
    expect(text.match(/^(?:Front|Flat): \d+$/gm)).toEqual(verified.map(({ name, prefix, pin }) => `${name}: ${prefix}${String(pin)}`));
    for (const moment of now === undefined ? [] : [now.window.start, now.window.end])
      expect(text).toMatch(new RegExp(`\\b${String(Number(moment.slice(8, 10)))} \\w+, ${timeOf(moment)}`));
    expect(isInQuietHours(one.atMs, now?.window.start ?? ('' as LocalDateTime))).toBe(false);
    // Within three hours of the arrival a doubled text is better than none.
    if (now === undefined || now.startMs - one.atMs <= 3 * HOUR_MS) return;
    const before = guests.written.filter(({ bookingId, atMs }) => bookingId === one.bookingId && atMs < one.atMs).at(-1);
    expect(before && gist(before.message.text.reveal())).not.toBe(gist(text));
  };
  for (let step = 0; step < STEPS; step += 1) {
    if (step >= CALM) Object.assign(guests, { sends: [], reads: [] });
    for (const [index, { changes }] of stays.entries())
      for (const one of changes)
        // What another computer told of two doors looks the same as what would be told of one of them.
        if (one.step === step && truths[index] !== undefined && (computers === 1 || one.change !== 'unverified'))
          change(truths[index], one.change);
    if (step === CALM) for (const truth of truths) change(truth, 'verified');
    for (const one of installed) {
      const live = truths.filter(({ isLive }) => isLive).map((truth) => toTell(truth, nowMs));
      const before = guests.written.length;
      await one.run(live);
      for (const written of guests.written.slice(before)) judge(written, live);
      nowMs += STEP_MS / computers;
    }
    if (step % answersEvery === 0) for (const one of installed) one.answerAll();
  }
  for (const truth of truths.filter(({ isLive, isBlocked, isMuted }) => isLive && !isBlocked && !isMuted)) {
    const now = toTell(truth, nowMs);
    for (const one of installed) {
      const [decision] = one.due([now]);
      const isToldOrAsked = ['confirmed', 'told-by-user', 'scheduled'].includes(decision?.state ?? '') || one.asksAbout(truth.id);
      expect(isToldOrAsked, `${String(decision?.state)} ${String(decision?.reason)}`).toBe(true);
    }
  }
}

test('one computer, whose answers and threads lag less than twenty minutes', { timeout: 120_000 * Math.max(1, CASES / 40) }, async () => {
  await fc.assert(
    fc.asyncProperty(history, (one) => play(one, 1)),
    { numRuns: CASES },
  );
});

test('two computers on one account, where threads do not lag', { timeout: 120_000 * Math.max(1, CASES / 40) }, async () => {
  await fc.assert(
    fc.asyncProperty(history, (one) => play(one, 2)),
    { numRuns: CASES / 2 },
  );
});
