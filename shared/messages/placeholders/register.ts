/** What is remembered of placeholders: what the guest may have read, and which PINs were said before. Pure. */
import type { BookingId } from '../../domain/ids.ts';
import type { MemoryChange, Remembered } from '../../domain/memory.ts';
import { placeholderKey, toldKey, toldSchema } from '../../domain/told.ts';
import type { KeptPlaceholder, Told, ToldContent } from '../../domain/told.ts';
import type { ListedPlaceholder } from './ours.ts';
import { keptAfter } from './steps.ts';
import type { Step, Target } from './steps.ts';
import type { WantedPlaceholders } from './wanted.ts';

const MAX_EARLIER = 20;

export function keptChange(target: Pick<Target, 'bookingId' | 'key'>, value: KeptPlaceholder | null): MemoryChange {
  return { kind: 'placeholder', key: placeholderKey(target), value };
}

/** Before the first request, so that after a crash it is known what may be there. */
export function intentions(
  steps: readonly { readonly target: Target; readonly step: Pick<Step<unknown>, 'kind'> }[],
  wanted: readonly WantedPlaceholders[],
  { told }: Remembered,
  nowMs: number,
): readonly MemoryChange[] {
  const sent = new Set<BookingId>();
  const changes = steps.flatMap(({ target, step }): readonly MemoryChange[] => {
    const { bookingId, key, want, kept, untilMs } = target;
    if (want === null) return step.kind === 'clear' && kept !== undefined ? [keptChange(target, { ...kept, state: 'clearing' })] : [];
    if (step.kind !== 'create' && step.kind !== 'update') return [];
    sent.add(bookingId);
    const tries = kept?.state === 'setting' ? kept.tries : 0;
    return [keptChange(target, { bookingId, key, state: 'setting', text: want.digest, untilMs, tries, nextMs: 0 })];
  });
  const attempts = wanted.flatMap(({ bookingId, content, values }): readonly MemoryChange[] => {
    if (content === null || !sent.has(bookingId)) return [];
    const text = values[0]?.digest ?? '';
    const attempt = { content, kind: 'code', text, state: 'sending', sinceMs: nowMs, tries: 0, nextMs: nowMs } as const;
    const before = told.get(toldKey(bookingId, 'placeholder')) ?? emptyRecord(bookingId);
    // One that was sent before and never read back may be there all the same.
    return [changeOf(bookingId, { ...before, attempt, earlier: earlierPins(before, [before.attempt], content) })];
  });
  return [...changes, ...attempts];
}

/** Stays that end at another time than was known: nothing has to be written at Smoobu for that. */
export function otherEnds(wanted: readonly WantedPlaceholders[], { placeholder }: Remembered): readonly MemoryChange[] {
  const ends = new Map(wanted.map(({ bookingId, untilMs }) => [bookingId, untilMs]));
  return [...placeholder.values()].flatMap((one) => {
    const untilMs = ends.get(one.bookingId) ?? one.untilMs;
    return untilMs === one.untilMs ? [] : [keptChange(one, { ...one, untilMs })];
  });
}

/** What was done, and what is left to do: all that is remembered of it. */
export function settled(
  carried: readonly { readonly target: Target; readonly now: Step<ListedPlaceholder> }[],
  wanted: readonly WantedPlaceholders[],
  remembered: Remembered,
  nowMs: number,
): readonly MemoryChange[] {
  const after = new Map(remembered.placeholder);
  const changes = carried.map(({ target, now }) => {
    const value = keptAfter(target, now, nowMs);
    if (value === null) after.delete(placeholderKey(target));
    else after.set(placeholderKey(target), value);
    return keptChange(target, value);
  });
  const ids = new Set(carried.map(({ target }) => target.bookingId));
  const told = [...ids].flatMap((id): readonly MemoryChange[] => {
    const record = remembered.told.get(toldKey(id, 'placeholder'));
    const states = new Set([...after.values()].filter(({ bookingId }) => bookingId === id).map(({ state }) => state));
    const content = wanted.find(({ bookingId }) => bookingId === id)?.content ?? null;
    if (states.has('set') || states.has('translated')) return content === null ? [] : listOf(toldAfter(id, record, content, nowMs));
    if (states.has('setting') || states.has('clearing')) return [];
    const isOver = carried.some(({ target }) => target.bookingId === id && target.untilMs <= nowMs);
    if (isOver) return record === undefined ? [] : [{ kind: 'told', key: toldKey(id, 'placeholder'), value: null }];
    return listOf(toldAfter(id, record, null, nowMs));
  });
  return [...changes, ...told];
}

function listOf(change: MemoryChange | null): readonly MemoryChange[] {
  return change === null ? [] : [change];
}

/** null: nothing has changed. `said`: what the placeholders say now; null where nothing is left of them. */
export function toldAfter(id: BookingId, record: Told | undefined, said: ToldContent | null, nowMs: number): MemoryChange | null {
  if (said === null && record?.known == null && record?.attempt == null) return null;
  const before = record ?? emptyRecord(id);
  const isSame = said !== null && before.known !== null && JSON.stringify(before.known.content) === JSON.stringify(said);
  if (isSame && before.attempt === null) return null;
  const earlier = earlierPins(before, [before.known, before.attempt], said);
  const known = said === null ? null : { content: said, kind: 'code' as const, state: 'confirmed' as const, atMs: nowMs };
  return changeOf(id, { ...before, known: isSame ? before.known : known, attempt: null, earlier });
}

function earlierPins(
  { earlier }: Told,
  parts: readonly ({ readonly content: ToldContent } | null)[],
  said: ToldContent | null,
): Told['earlier'] {
  const now = new Set(said?.doors.map(({ pin }) => pin));
  const pins = parts.flatMap((part) => part?.content.doors.map(({ pin }) => pin) ?? []);
  return [...new Set([...earlier, ...pins])].filter((pin) => !now.has(pin)).slice(-MAX_EARLIER);
}

function emptyRecord(bookingId: BookingId): Told {
  return toldSchema.parse({ bookingId, way: 'placeholder', known: null, attempt: null });
}

function changeOf(id: BookingId, value: Told): MemoryChange {
  return { kind: 'told', key: toldKey(id, 'placeholder'), value };
}
