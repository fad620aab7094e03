/** Switching messages on: what would go to whom, and who counts as told already. Nothing goes before the user has seen it. Pure. */
import type { BookingId } from '../../../shared/domain/ids.ts';
import type { MemoryChange } from '../../../shared/domain/memory.ts';
import { toldKey } from '../../../shared/domain/told.ts';
import type { TellingReason } from '../../../shared/domain/told.ts';
import { messagesDue } from '../../../shared/messages/due.ts';
import type { DueInput, MessageDecision } from '../../../shared/messages/due.ts';
import { newRow } from '../../../shared/messages/register.ts';
import { shownOf } from '../../../shared/messages/shown.ts';
import type { StayToTell } from '../../../shared/messages/stay-to-tell.ts';
import { textOf } from '../../../shared/messages/templates/text-of.ts';
import { dateOf } from '../../../shared/time.ts';
import type { LocalDate } from '../../../shared/time.ts';

/** Who counts as told. `usual`: guests who are staying, and those who arrive soon and whose thread has the right PIN. */
export type AlreadyTold =
  | { readonly kind: 'usual' | 'nobody' }
  | { readonly kind: 'until'; readonly date: LocalDate }
  /** As the user ticked. */
  | { readonly kind: 'chosen'; readonly bookingIds: ReadonlySet<BookingId> };

export interface StartLine {
  readonly stay: StayToTell;
  /** `told`: counts as told, or has been. `waits`: goes as soon as the reason is gone. `never`: not to this guest. */
  readonly will: 'now' | 'later' | 'waits' | 'told' | 'never';
  /** For `later`. */
  readonly atMs: number | null;
  readonly reason: TellingReason | null;
  /** The user can say whether this guest was told: what the guest would have been told is on the locks, and nothing else is known. */
  readonly mayTick: boolean;
}
export interface StartPlan {
  /** In order of arrival. */
  readonly lines: readonly StartLine[];
  /** To be remembered before the first message goes. */
  readonly remember: readonly MemoryChange[];
}

/** `inThreads`: stays whose thread has the right PIN. */
export interface StartChoices {
  readonly alreadyTold: AlreadyTold;
  readonly inThreads: ReadonlySet<BookingId>;
}

export function planStart(facts: DueInput, { alreadyTold, inThreads }: StartChoices): StartPlan {
  const { nowMs, settings, remembered } = facts;
  const started = new Map([...remembered['way-started'], ['message', { sinceMs: nowMs }] as const]);
  const decisions = messagesDue({
    ...facts,
    settings: { ...settings, sending: { ...settings.sending, message: true } },
    remembered: { ...remembered, 'way-started': started },
  });
  const remember: MemoryChange[] = [{ kind: 'way-started', key: 'message', value: { sinceMs: nowMs } }];
  const lines = decisions.map((decision): StartLine => {
    const line = lineOf(decision);
    if (line.will === 'told' || line.will === 'never') return line;
    const told = rowOf(decision, facts);
    // What is not on the locks yet cannot have been told.
    if (told === null) return line;
    if (!countsAsTold(decision.stay, alreadyTold, inThreads, nowMs)) return { ...line, mayTick: true };
    remember.push(told);
    return { ...line, will: 'told', atMs: null, reason: null, mayTick: true };
  });
  return { lines, remember };
}

function lineOf({ stay, state, atMs, reason }: MessageDecision): StartLine {
  const common = { stay, atMs: null, reason: null, mayTick: false };
  switch (state) {
    case 'due':
      return { ...common, will: 'now' };
    case 'scheduled':
      return { ...common, will: 'later', atMs };
    case 'waiting':
      return reason === 'quiet-hours' ? { ...common, will: 'later', atMs, reason } : { ...common, will: 'waits', reason };
    case 'off':
      return { ...common, will: 'never', reason };
    case 'sent':
    case 'confirmed':
    case 'unclear':
    case 'told-by-user':
      return { ...common, will: 'told' };
  }
}

function countsAsTold(stay: StayToTell, told: AlreadyTold, inThreads: ReadonlySet<BookingId>, nowMs: number): boolean {
  switch (told.kind) {
    case 'nobody':
      return false;
    case 'until':
      return stay.startMs <= nowMs || dateOf(stay.window.start) <= told.date;
    case 'chosen':
      return told.bookingIds.has(stay.bookingId);
    case 'usual':
      return stay.startMs <= nowMs || inThreads.has(stay.bookingId);
  }
}

/** What the locks have now is what the guest counts as told. */
function rowOf({ stay }: MessageDecision, { digests, settings, remembered, nowMs }: DueInput): MemoryChange | null {
  const shown = shownOf(stay, digests);
  if (shown?.isWhole !== true) return null;
  const worded = textOf(shown.stay, { kind: 'code' }, settings);
  if (!worded.ok) return null;
  const { language, version } = worded.value;
  const key = toldKey(stay.bookingId, 'message');
  const row = remembered.told.get(key) ?? newRow(stay.bookingId);
  const known = { content: { ...shown.content, language, version }, kind: 'code', state: 'told-by-user', atMs: nowMs } as const;
  return { kind: 'told', key, value: { ...row, known, attempt: null } };
}
