/** Tells guests and the host after a run: placeholders, what the host wrote, messages, and urgent news, each where it is switched on. */
import type { BookingId } from '../../../shared/domain/ids.ts';
import type { Plan, PlanInput } from '../../../shared/domain/plan.ts';
import type { Problem } from '../../../shared/domain/problem.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import type { Told, Telling } from '../../../shared/domain/told.ts';
import type { Wishes } from '../../../shared/domain/wishes.ts';
import { isDoubtful } from '../../../shared/messages/doubt.ts';
import { messagesDue } from '../../../shared/messages/due.ts';
import type { MessageDecision } from '../../../shared/messages/due.ts';
import { notToldProblems } from '../../../shared/messages/not-told.ts';
import { settleOver, withAsked } from '../../../shared/messages/register.ts';
import type { Digests } from '../../../shared/messages/shown.ts';
import type { StayToTell } from '../../../shared/messages/stay-to-tell.ts';
import { isSendAsked } from '../../../shared/messages/threads/reading.ts';
import { isPaused } from '../../../shared/messages/when.ts';
import type { GuestMessages } from '../ports/clouds.ts';
import type { HistoryStore } from '../ports/storage.ts';
import type { Clock, Logger } from '../ports/system.ts';
import type { GuestTelling, RunToTell, ToldInRun } from './guest-telling.ts';
import { hostNewsDue, tellHost } from './host-news.ts';
import { sendDue, writeRow } from './outbox.ts';
import { messageLine } from './look-at-messages.ts';
import { staysToTell } from './stays-to-tell.ts';

export interface TellingPorts {
  readonly guests: GuestMessages;
  readonly history: Pick<HistoryStore, 'memory' | 'remember' | 'unstored'>;
  /** The vault. */
  readonly digests: Digests;
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly log: Logger;
  /** As they are at the moment: the user may stop messages, or block a guest, while a run is under way. */
  readonly settings: () => Pick<Settings, 'sending' | 'pause'>;
  readonly wishes: () => Pick<Wishes, 'stays'>;
  readonly placeholders?: PlaceholderWay;
  /** Reads what was written to guests who arrive soon. Before anything is sent: what the host has told is not told again. */
  readonly threads?: (run: RunToTell, stays: readonly StayToTell[]) => Promise<void>;
}

interface PlaceholderWay {
  beforeWrites(planned: Plan, input: PlanInput, signal: AbortSignal): Promise<readonly Problem[]>;
  due(input: PlanInput, stays: readonly StayToTell[]): readonly BookingId[];
  afterWrites(run: RunToTell, stays: readonly StayToTell[]): Promise<ToldInRun>;
}

const NOTHING: ToldInRun = { told: [], problems: [], lines: [] };

export function createGuestTelling(ports: TellingPorts): GuestTelling {
  const { placeholders, threads } = ports;
  return {
    due(run) {
      const stays = staysToTell(run.input, run.stays);
      const messages = isMessageDue(ports, run.input) ? decide(ports, { ...run, claim: null }, stays) : [];
      return [
        ...messages
          .filter(({ state, send, asked }) => state === 'due' || send !== null || asked?.isDeclined === false)
          .map(({ bookingId }) => bookingId),
        ...(placeholders?.due(run.input, stays) ?? []),
        ...hostNewsDue(stays, run.input, ports.clock.nowMs()).map(({ bookingId }) => bookingId),
      ];
    },
    beforeWrites: async (planned, input, signal) => (await placeholders?.beforeWrites(planned, input, signal)) ?? [],
    async afterWrites(run) {
      const stays = staysToTell(run.input, run.stays);
      const placed = (await placeholders?.afterWrites(run, stays)) ?? NOTHING;
      await threads?.(run, stays);
      const messages = await tellByMessage(ports, run, stays);
      await tellHost(staysOf(run, stays), run.input, ports.clock.nowMs(), { ...ports, signal: run.signal });
      const lines = inOrder([...messages.lines, ...placed.lines], stays);
      return { told: [...placed.told, ...messages.told], problems: [...placed.problems, ...messages.problems], lines };
    },
  };
}

/** Of arrival. */
function inOrder(lines: readonly Telling[], stays: readonly StayToTell[]): readonly Telling[] {
  const arrivals = new Map(stays.map(({ bookingId, startMs }) => [bookingId, startMs]));
  const arrival = ({ bookingId }: Telling): number => arrivals.get(bookingId) ?? 0;
  return [...lines].sort((one, other) => arrival(one) - arrival(other) || one.bookingId - other.bookingId);
}

/** A run for one stay tells nobody else. */
function staysOf({ claim }: Pick<RunToTell, 'claim'>, stays: readonly StayToTell[]): readonly StayToTell[] {
  return claim === null ? stays : stays.filter(({ bookingId }) => bookingId === claim);
}

function isMessageDue({ history }: TellingPorts, { settings }: PlanInput): boolean {
  return settings.sending.message || [...history.memory().remembered.thread.values()].some(({ answer }) => answer === 'send-right-one');
}

async function tellByMessage(ports: TellingPorts, run: RunToTell, stays: readonly StayToTell[]): Promise<ToldInRun> {
  const { history, clock } = ports;
  if (!isMessageDue(ports, run.input)) return NOTHING;
  if (run.claim === null) forgetQuestions(run, stays, history);
  const nowMs = (): number => clock.nowMs();
  const decisions = decide(ports, run, stays);
  const notRead = new Set(run.notRead);
  const isRead = ({ stay }: MessageDecision): boolean => !stay.doors.some(({ lockId }) => notRead.has(lockId));
  const told = await sendDue(decisions.filter(isRead), { ...ports, nowMs, signal: run.signal, mayTell: (row) => mayTell(row, ports) });
  const after = decide(ports, run, stays);
  for (const { row, asked } of after) {
    const kept = withAsked(row, asked);
    if (kept !== row) writeRow(kept, history);
  }
  const lines = run.input.settings.sending.message ? after.map((line) => messageLine(line, run.input.settings)) : [];
  return { told, problems: notToldProblems(after, nowMs()), lines };
}

function decide(
  { history, digests, clock }: TellingPorts,
  run: Pick<RunToTell, 'input' | 'claim'>,
  stays: readonly StayToTell[],
): readonly MessageDecision[] {
  const memory = history.memory();
  return messagesDue({
    nowMs: clock.nowMs(),
    stays: staysOf(run, stays),
    settings: run.input.settings,
    remembered: memory.remembered,
    isUnknown: memory.isUnknown === true,
    isDoubtful: isDoubtful({ ...run.input, memory }),
    digests,
  });
}

/** By what the user has decided up to now. */
function mayTell({ bookingId, wanted }: Told, { settings, wishes, clock, history }: TellingPorts): boolean {
  const { sending, pause } = settings();
  const wish = wishes().stays.find((one) => one.bookingId === bookingId)?.wish;
  const isUnwanted = wish !== undefined && (wish.blockedSinceMs !== null || wish.noCode || wish.noMessages === true);
  const isOn = sending.message || isSendAsked(bookingId, history.memory().remembered);
  return isOn && (wanted !== null || !isPaused(pause, clock.nowMs())) && !isUnwanted;
}

/** About stays that are over, cancelled or in no unit any more. A list that is incomplete says that of none. */
function forgetQuestions({ input }: RunToTell, stays: readonly StayToTell[], history: TellingPorts['history']): void {
  if (!input.bookings.complete) return;
  const present = new Set(stays.map(({ bookingId }) => bookingId));
  const over = [...history.memory().remembered.told.values()].filter((row: Told) => row.way === 'message' && !present.has(row.bookingId));
  for (const row of over) {
    const settled = settleOver(row);
    if (settled !== row) writeRow(settled, history);
  }
}
