/** One computer that sends messages: its register, and the outbox over threads that several share. */
import { sendDue } from '../../electron/app/messages/outbox.ts';
import type { StorageFailureKind } from '../../electron/app/ports/storage.ts';
import { nothingRemembered } from '../../shared/domain/memory.ts';
import type { MemoryChange } from '../../shared/domain/memory.ts';
import { toldKey } from '../../shared/domain/told.ts';
import type { Told } from '../../shared/domain/told.ts';
import { messagesDue } from '../../shared/messages/due.ts';
import type { StayToTell } from '../../shared/messages/stay-to-tell.ts';
import type { FakeGuests } from './fake-guests.ts';
import { DIGESTS, dueInput, stayToTell } from './to-tell.ts';

const ID = stayToTell().bookingId;

export type Installation = ReturnType<typeof outboxInstallation>;
export function outboxInstallation(guests: () => FakeGuests, nowMs: () => number) {
  const told = new Map<string, Told>();
  const memory = () => ({
    pinDraws: new Map(),
    missingSinceMs: new Map(),
    waiting: new Map(),
    remembered: { ...nothingRemembered(), told },
  });
  const history = {
    unstored: null as StorageFailureKind | null,
    memory,
    remember: (changes: readonly MemoryChange[]) => {
      for (const { kind, key, value } of changes) {
        if (kind !== 'told') throw new Error(`Nothing else is remembered: ${kind}.`);
        if (value === null) told.delete(key);
        else told.set(key, value);
      }
    },
  };
  let mayTell = true;
  return {
    told,
    history,
    row: () => told.get(toldKey(ID, 'message')),
    stop: () => {
      mayTell = false;
    },
    run: async (stays: readonly StayToTell[] = [stayToTell()], signal = new AbortController().signal) => {
      const decisions = messagesDue(dueInput({ nowMs: nowMs(), stays, remembered: { told: new Map(told) } }));
      const ports = {
        guests: guests(),
        history,
        digests: DIGESTS,
        log: { log: () => undefined },
        nowMs,
        mayTell: () => mayTell,
        signal,
      };
      const lines = await sendDue(decisions, ports);
      return lines.map(({ bookingId, kind, state }) => `${String(bookingId)} ${kind} ${state}`);
    },
  };
}
