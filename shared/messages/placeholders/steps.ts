/** What is to be written at Smoobu so that its placeholders say what they should, and whether the list has to be read for that. Pure. */
import type { Booking } from '../../domain/booking.ts';
import type { BookingId, ClaimId } from '../../domain/ids.ts';
import { toldKey } from '../../domain/told.ts';
import type { GuestLanguage, KeptPlaceholder } from '../../domain/told.ts';
import { DAY_MS } from '../../time.ts';
import { isNeutral, knownPins, oursOf, saysOtherDigits, saysTheSame } from './ours.ts';
import type { KnownPins, ListedPlaceholder } from './ours.ts';
import type { PlaceholderFacts, WantedPlaceholders, WantedValue } from './wanted.ts';

/** One key of one booking. */
export interface Target {
  readonly bookingId: BookingId;
  readonly key: string;
  /** null: it is to say nothing any more. */
  readonly want: WantedValue | null;
  readonly kept: KeptPlaceholder | undefined;
  readonly known: KnownPins;
  readonly language: GuestLanguage | null;
  readonly untilMs: number;
}

export type Step<P> =
  /** `done`: it says what it should; with `want: null`, nothing of ours is left. */
  | { readonly kind: 'done' | 'neutral' | 'translated' | 'taken' }
  | { readonly kind: 'create'; readonly want: WantedValue; readonly clear: readonly P[] }
  | { readonly kind: 'update'; readonly want: WantedValue; readonly placeholder: P; readonly clear: readonly P[] }
  | { readonly kind: 'clear'; readonly clear: readonly P[] };

export interface Scope {
  /** The run was for this claim alone. */
  readonly claim: ClaimId | null;
  readonly bookings: ReadonlyMap<BookingId, Pick<Booking, 'state'>>;
  /** Bookings that still have a code on a lock, or may have one. */
  readonly hasCode: (id: BookingId) => boolean;
  /** Every booking of these days is known. */
  readonly isComplete: boolean;
  readonly replacedPins: (id: BookingId) => KnownPins['isReplaced'];
}

export function targetsOf(wanted: readonly WantedPlaceholders[], facts: PlaceholderFacts, scope: Scope): readonly Target[] {
  const { remembered, digests } = facts;
  const keptOf = Map.groupBy(remembered.placeholder.values(), ({ bookingId }) => bookingId);
  const present = new Map(wanted.map((one) => [one.bookingId, one]));
  const inScope = [...new Set([...present.keys(), ...keptOf.keys()])].filter((id) => scope.claim === null || scope.claim === id);
  return inScope.flatMap((bookingId): readonly Target[] => {
    const stay = present.get(bookingId);
    const kept = keptOf.get(bookingId) ?? [];
    const isGone = stay === undefined && isOver(bookingId, kept, facts.nowMs, scope);
    const action = stay?.action ?? (isGone ? 'clear' : 'leave');
    const values = stay?.values ?? [];
    const record = remembered.told.get(toldKey(bookingId, 'placeholder'));
    const common = {
      bookingId,
      language: stay?.content?.language ?? (record?.known ?? record?.attempt)?.content.language ?? null,
      untilMs: stay?.untilMs ?? kept[0]?.untilMs ?? facts.nowMs,
    };
    const targets = [...new Set([...values.map(({ key }) => key), ...kept.map(({ key }) => key)])].flatMap((key) => {
      const one = kept.find((other) => other.key === key);
      const want = values.find((value) => value.key === key) ?? null;
      // What had to go before a write goes in any case.
      return want === null && action === 'leave' && one?.state !== 'clearing' ? [] : [{ ...common, key, want, kept: one }];
    });
    if (targets.length === 0) return [];
    const known = knownPins(bookingId, remembered, stay?.doors ?? [], digests, scope.replacedPins(bookingId));
    return targets.map((target) => ({ ...target, known }));
  });
}

/** Cancelled, or past, or no longer known to Smoobu and without a code. What cannot be read is none of these. */
function isOver(id: BookingId, kept: readonly KeptPlaceholder[], nowMs: number, scope: Scope): boolean {
  const state = scope.bookings.get(id)?.state;
  if (state === 'cancelled' || kept.some(({ untilMs }) => untilMs <= nowMs)) return true;
  return state === undefined && scope.isComplete && !scope.hasCode(id);
}

export function needsReading({ want, kept }: Target, nowMs: number): boolean {
  if (want === null) return kept !== undefined && kept.state !== 'taken' && kept.state !== 'neutral';
  if (kept === undefined) return true;
  const isSaid = (kept.state === 'set' || kept.state === 'translated') && kept.text === want.digest;
  return !isSaid && kept.nextMs <= nowMs;
}

/** It could not be set, and the next try is not due yet. */
export function isBackedOff({ want, kept }: Target, nowMs: number): boolean {
  return kept?.state === 'setting' && kept.text === want?.digest && kept.nextMs > nowMs;
}

/** Somebody may have changed or deleted at Smoobu what was right. */
export function isCheckDue({ nowMs, remembered }: PlaceholderFacts): boolean {
  const readMs = remembered['placeholders-read'].get('all')?.atMs ?? Number.NEGATIVE_INFINITY;
  return remembered.placeholder.size > 0 && Math.abs(nowMs - readMs) >= DAY_MS;
}

export function stepFor<P extends ListedPlaceholder>(
  target: Target,
  listed: readonly P[],
  { digests }: Pick<PlaceholderFacts, 'digests'>,
): Step<P> {
  const { bookingId, key, want, kept, known } = target;
  const named = listed.filter((one) => one.key === key);
  const here = named.filter(({ owner }) => owner?.kind === 'booking' && owner.bookingId === bookingId);
  const ours = oursOf(here, kept, known, digests);
  if (want === null) {
    if (ours.length === 0) return { kind: 'done' };
    return ours.every((one) => isNeutral(one.value) && !one.hasTranslations) ? { kind: 'neutral' } : { kind: 'clear', clear: ours };
  }
  // One for a unit or the account, under our key: which of them a template shows is not known.
  const isTaken = here.length > ours.length || named.some(({ owner }) => owner?.kind !== 'booking');
  if (isTaken) return { kind: 'taken' };
  const equal = ours.find((one) => saysTheSame(one.value, want.text));
  const others = ours.filter((one) => one !== equal);
  if (equal !== undefined) {
    if (others.length > 0) return { kind: 'clear', clear: others };
    return { kind: equal.hasTranslations ? 'translated' : 'done' };
  }
  const placeholder = ours.find((one) => !one.hasTranslations);
  if (placeholder === undefined) return { kind: 'create', want, clear: ours };
  return { kind: 'update', want, placeholder, clear: ours.filter((one) => one !== placeholder) };
}

/** What is remembered of it; null: nothing. `now`: by the last list that was read. */
export function keptAfter(target: Target, now: Step<ListedPlaceholder>, nowMs: number): KeptPlaceholder | null {
  const { bookingId, key, want, kept, untilMs } = target;
  const base = { bookingId, key, text: want?.digest ?? kept?.text ?? null, untilMs, tries: 0, nextMs: 0 };
  if (want === null) {
    // A neutral text that Smoobu does not delete stays there.
    if (now.kind === 'neutral') return untilMs > nowMs ? { ...base, state: 'neutral' } : null;
    return now.kind === 'clear' ? { ...base, state: 'clearing' } : null;
  }
  if (left(now).some(({ value }) => saysOtherDigits(value, want.text))) return { ...base, state: 'clearing', text: null };
  if (isBackedOff(target, nowMs) && now.kind !== 'done' && now.kind !== 'taken' && kept !== undefined) return kept;
  if (now.kind === 'done') return { ...base, state: 'set' };
  if (now.kind === 'translated') return { ...base, state: 'translated' };
  if (now.kind === 'taken') return { ...base, state: 'taken', nextMs: nowMs + DAY_MS };
  const tries = (kept?.state === 'setting' ? kept.tries : 0) + 1;
  return { ...base, state: 'setting', tries, nextMs: nowMs + (RETRY_MS[tries - 1] ?? DAY_MS) };
}

/** Of ours, and not what it should be. */
function left(now: Step<ListedPlaceholder>): readonly ListedPlaceholder[] {
  return [...('clear' in now ? now.clear : []), ...(now.kind === 'update' ? [now.placeholder] : [])];
}

const MINUTE = 60_000;
/** After the first failures; then once a day. */
const RETRY_MS: readonly number[] = [MINUTE, 5 * MINUTE, 15 * MINUTE, 60 * MINUTE, 60 * MINUTE, 60 * MINUTE];
