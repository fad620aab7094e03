/** Arrivals and what waits for the user. */
import type { AppSnapshot } from '../../../shared/domain/app-state.ts';
import type { OperationReport } from '../../../shared/domain/run.ts';
import { HOUR_MS, isoInstant, MINUTE_MS } from '../../../shared/time.ts';
import type { OtherStay } from '../../../shared/domain/booking.ts';
import type { LocalDateTime } from '../../../shared/time.ts';
import { calmHost, emptyHost, firstDay, largeHost, NOW_MS, smallHost } from '../data.ts';
import { broken, refused } from '../scene.ts';
import type { Scene, Stage } from '../scene.ts';
import { bookingId, unitId } from '../../support/ids.ts';

const goto = { view: 'today', bookingId: null } as const;
/** The code of this booking could not be made; this one is held; this one nobody knows. */
const FAILED_BOOKING = 90_032;
const UNKNOWN_BOOKING = 7;
/** Far down in the list of thousands. */
const FAR_BOOKING = 201_500;

function notYetRead(snapshot: AppSnapshot): AppSnapshot {
  return { ...snapshot, lastRun: null, stays: [], others: [], staysReadAtMs: null, holds: [], attention: [], covered: null };
}

/** Runs since then came to nothing: what is shown is three hours old. */
function unreadSince(snapshot: AppSnapshot): AppSnapshot {
  const { lastRun } = snapshot;
  if (lastRun === null) return snapshot;
  const atMs = NOW_MS - 4 * MINUTE_MS;
  const run = { ...lastRun.run, outcome: 'failed' as const, startedAt: isoInstant(atMs - 9_000), finishedAt: isoInstant(atMs) };
  const problem = {
    kind: 'cloud-unreachable' as const,
    message: 'Smoobu cannot be reached. Codes stay as they are.',
    retryable: true,
    cloud: 'smoobu' as const,
  };
  return {
    ...snapshot,
    isOnline: false,
    nextRunAtMs: null,
    staysReadAtMs: NOW_MS - 3 * HOUR_MS,
    lastRun: { ...lastRun, run, problems: [problem] },
  };
}

function manyHolds(snapshot: AppSnapshot): AppSnapshot {
  const [first] = snapshot.holds;
  const [item] = snapshot.attention.filter(({ holds }) => holds !== undefined);
  if (first === undefined || item === undefined) return snapshot;
  const ready = snapshot.stays.filter((status) => status.verdict === 'ready').slice(-5);
  const more = ready.map(({ stay: { booking, doors } }, index): OperationReport => {
    const { lockId, keypadId } = doors[0] ?? first;
    const key = `delete-${String(booking.id)}-${String(index)}`;
    return { ...first, key, bookingId: booking.id, unitId: booking.unitId, lockId, keypadId, evidence: 'gone', hold: 'bookings-gone' };
  });
  const many = {
    ...item,
    key: 'held:bookings-gone',
    title: `Remove the codes of ${String(more.length)} guests?`,
    message: 'Unusually many bookings can no longer be found at Smoobu. Check that they were really deleted there.',
    holds: more.map(({ key }) => key),
  };
  return { ...snapshot, attention: [item, many], holds: [first, ...more] };
}

/** Guests who are no stay, and one who was not told. */
function withOthers(snapshot: AppSnapshot): AppSnapshot {
  const [stay, told, ...rest] = snapshot.stays;
  if (stay === undefined || told === undefined) return snapshot;
  const other = (id: number, why: OtherStay['why'], guestName: string, start: string, end: string): OtherStay => ({
    ...{ bookingId: bookingId(id), why, guestName, unitId: stay.stay.booking.unitId, unitName: stay.stay.unitName, codes: [] },
    ...{ start: start as LocalDateTime, end: end as LocalDateTime },
    ...{ startMs: Date.parse(`${start}+01:00`), endMs: Date.parse(`${end}+01:00`) },
  });
  const links = [{ name: 'guest' as const, state: 'broken' as const, message: 'Tell the guest the code.' }];
  return {
    ...snapshot,
    stays: [{ ...stay, verdict: 'check', worst: 'guest', links }, told, ...rest],
    tellings: [{ bookingId: told.stay.booking.id, way: 'message', kind: 'code', state: 'confirmed', atMs: NOW_MS - HOUR_MS, reason: null }],
    others: [
      other(91_001, 'left', 'Wolfgang Adeyemi', '2026-11-20T15:00', '2026-11-23T08:00'),
      other(91_002, 'cancelled', 'Rosalind Achterberg', '2026-11-21T15:00', '2026-11-23T11:00'),
      { ...other(91_003, 'no-door', 'Ines Abril', '2026-11-23T15:00', '2026-11-26T11:00'), unitId: unitId(4711), unitName: '' },
      other(91_004, 'gone', 'Tomás Ó Flaithbheartaigh', '2026-11-19T15:00', '2026-11-30T11:00'),
      other(91_005, 'no-code', 'Zoë Papadopoulou', '2026-11-24T16:00', '2026-11-27T11:00'),
      other(91_006, 'unclear', 'Kwame Mensah', '2026-11-25T15:00', '2026-11-25T15:00'),
    ],
  };
}

async function press(stage: Stage, name: RegExp | string): Promise<void> {
  await stage.page.getByRole('button', { name }).first().click();
  await stage.settled();
}
async function look(stage: Stage, words: string): Promise<void> {
  await stage.page.getByRole('searchbox').fill(words);
  await stage.settled();
}
async function down(stage: Stage): Promise<void> {
  await stage.page.locator('main').evaluate((element) => element.scrollTo(0, 650));
  await stage.page.locator('.stuck').waitFor();
  await stage.settled();
}
/** The panel is loaded when it is first opened. */
async function besideIt(stage: Stage): Promise<void> {
  await stage.page.getByRole('complementary').last().waitFor();
  await stage.settled();
}

export const scenes: readonly Scene[] = [
  { name: 'today-small', host: smallHost, goto },
  { name: 'today-calm', host: calmHost, goto },
  { name: 'today-others', host: calmHost, goto, snapshot: withOthers },
  { name: 'today-list', host: smallHost, goto, act: down },
  { name: 'today-empty', host: emptyHost, goto },
  { name: 'today-large', host: largeHost, goto, checks: 'light' },
  { name: 'today-large-far', host: largeHost, goto: { view: 'today', bookingId: bookingId(FAR_BOOKING) }, checks: 'light' },
  {
    name: 'today-syncing',
    host: calmHost,
    goto,
    snapshot: (snapshot) => ({ ...snapshot, activity: 'syncing', progress: { phase: 'apply', done: 3, total: 12 } }),
  },
  { name: 'today-sync-refused', host: calmHost, goto, answers: { 'sync.now': broken }, act: (stage) => press(stage, 'Sync now') },
  {
    name: 'today-paused',
    host: calmHost,
    goto,
    snapshot: (snapshot) => ({ ...snapshot, nextRunAtMs: null, pause: { kind: 'until', untilMs: NOW_MS + HOUR_MS } }),
  },
  { name: 'today-offline', host: calmHost, goto, snapshot: unreadSince },
  { name: 'today-removals', host: smallHost, goto, snapshot: manyHolds, act: (stage) => press(stage, /^Details: Remove the codes/) },
  { name: 'today-removal-sure', host: smallHost, goto, checks: 'light', act: (stage) => press(stage, /^Remove code: /) },
  {
    name: 'today-removal-gone',
    host: smallHost,
    goto,
    answers: {
      'holds.apply': () =>
        refused('gone', 'This no longer needs your approval: a sync has changed it. Nothing was done; check what needs approval now.'),
    },
    act: async (stage) => {
      await press(stage, /^Remove code: /);
      await stage.page.getByRole('dialog').getByRole('button', { name: 'Remove code' }).click();
      await stage.settled();
    },
  },
  { name: 'today-stay', host: smallHost, goto: { view: 'today', bookingId: bookingId(FAILED_BOOKING) }, act: besideIt },
  { name: 'today-unknown', host: calmHost, goto: { view: 'today', bookingId: bookingId(UNKNOWN_BOOKING) } },
  { name: 'today-found', host: calmHost, goto, act: (stage) => look(stage, 'FRANCOIS') },
  { name: 'today-nothing-found', host: calmHost, goto, act: (stage) => look(stage, 'nobody of this name') },
  { name: 'today-loading', host: calmHost, goto, snapshot: (snapshot) => ({ ...notYetRead(snapshot), activity: 'starting' }) },
  { name: 'today-first-run', host: calmHost, goto, snapshot: notYetRead },
  {
    name: 'today-not-connected',
    host: calmHost,
    goto,
    snapshot: (snapshot) => {
      const { smoobu } = snapshot.connections;
      return { ...notYetRead(snapshot), connections: { ...snapshot.connections, smoobu: { ...smoobu, stored: false } } };
    },
  },
  { name: 'today-first-steps', host: firstDay, goto },
];
