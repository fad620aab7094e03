/** Arrivals and what waits for the user. */
import type { AppSnapshot } from '../../../shared/domain/app-state.ts';
import type { OperationReport } from '../../../shared/domain/run.ts';
import { HOUR_MS, isoInstant, MINUTE_MS } from '../../../shared/time.ts';
import { calmHost, emptyHost, firstDay, largeHost, NOW_MS, smallHost } from '../data.ts';
import { broken, refused } from '../scene.ts';
import type { Scene, Stage } from '../scene.ts';
import { bookingId } from '../../support/ids.ts';

const goto = { view: 'today', bookingId: null } as const;
/** The code of this booking could not be made; this one is held; this one nobody knows. */
const FAILED_BOOKING = 90_032;
const UNKNOWN_BOOKING = 7;
/** Far down in the list of thousands. */
const FAR_BOOKING = 201_500;

function notYetRead(snapshot: AppSnapshot): AppSnapshot {
  return { ...snapshot, lastRun: null, stays: [], staysReadAtMs: null, holds: [], attention: [] };
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
  if (first === undefined) return snapshot;
  const ready = snapshot.stays.filter((status) => status.verdict === 'ready').slice(-5);
  const more = ready.map(({ stay: { booking, doors } }, index): OperationReport => {
    const { lockId, keypadId } = doors[0] ?? first;
    const key = `delete-${String(booking.id)}-${String(index)}`;
    return { ...first, key, bookingId: booking.id, unitId: booking.unitId, lockId, keypadId, evidence: 'gone', hold: 'too-many-deletes' };
  });
  return { ...snapshot, attention: snapshot.attention.slice(0, 1), holds: [first, ...more] };
}

async function press(stage: Stage, name: RegExp | string): Promise<void> {
  await stage.page.getByRole('button', { name }).first().click();
  await stage.settled();
}
async function look(stage: Stage, words: string): Promise<void> {
  await stage.page.getByRole('searchbox').fill(words);
  await stage.settled();
}
async function down(stage: Stage, heading: string): Promise<void> {
  await stage.page.getByRole('heading', { name: heading, exact: true }).evaluate((element) => element.scrollIntoView());
  await stage.settled();
}

export const scenes: readonly Scene[] = [
  { name: 'today-small', host: smallHost, goto },
  { name: 'today-list', host: smallHost, goto, act: (stage) => down(stage, 'Stays') },
  { name: 'today-calm', host: calmHost, goto },
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
  { name: 'today-pause-menu', host: calmHost, goto, act: (stage) => press(stage, /^Pause/) },
  { name: 'today-offline', host: calmHost, goto, snapshot: unreadSince },
  { name: 'today-holds', host: smallHost, goto, snapshot: manyHolds, act: (stage) => down(stage, 'Waits for you') },
  { name: 'today-hold-sure', host: smallHost, goto, act: (stage) => press(stage, /^Apply: /) },
  {
    name: 'today-hold-gone',
    host: smallHost,
    goto,
    answers: { 'holds.apply': () => refused('gone', 'This does not wait any more: a run has changed it.') },
    act: async (stage) => {
      await press(stage, /^Apply: /);
      await press(stage, /^Remove/);
    },
  },
  { name: 'today-stay', host: smallHost, goto: { view: 'today', bookingId: bookingId(FAILED_BOOKING) } },
  { name: 'today-unknown', host: calmHost, goto: { view: 'today', bookingId: bookingId(UNKNOWN_BOOKING) } },
  {
    name: 'today-needs-you',
    host: smallHost,
    goto,
    act: async (stage) => {
      await press(stage, 'Needs attention');
      await down(stage, 'Stays');
    },
  },
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
