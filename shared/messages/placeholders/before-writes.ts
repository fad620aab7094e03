/** Whose placeholders must go before a run writes to the locks: those that would say what stops being true. Pure. */
import { claimantOf } from '../../doors/code-owner.ts';
import type { Code, Pin } from '../../domain/code.ts';
import { placeKey } from '../../domain/ids.ts';
import type { BookingId } from '../../domain/ids.ts';
import { holdOf } from '../../domain/plan.ts';
import type { Plan, PlanInput, PlannedOperation } from '../../domain/plan.ts';
import { toldKey } from '../../domain/told.ts';
import type { Told, ToldContent } from '../../domain/told.ts';
import { possiblePins } from '../../reconcile/stay/pins.ts';
import { DAY_MS } from '../../time.ts';
import type { Digests } from '../shown.ts';
import { knownPins, replacedPins } from './ours.ts';
import type { Target } from './steps.ts';

/**
 * With what is remembered, since another installation, or one whose register was lost, may have set one: a placeholder that says a PIN of this
 * booking is found by it. Those of stays that are over are left alone.
 */
export function bookingsToClear(
  planned: Pick<Plan, 'operations'>,
  input: PlanInput,
  digests: Digests,
  isOn: boolean,
): ReadonlySet<BookingId> {
  const { placeholder, told } = input.memory.remembered;
  const kept = new Set([...placeholder.values()].map(({ bookingId }) => bookingId));
  const codes = new Map([...input.lists.values()].flatMap((list) => (list ?? []).map((code) => [code.id, code] as const)));
  const found = new Set<BookingId>();
  for (const operation of planned.operations) {
    const { bookingId } = operation;
    if (bookingId === null || holdOf(operation) !== null || found.has(bookingId)) continue;
    const said = saidBy(told.get(toldKey(bookingId, 'placeholder')));
    const isDue = kept.has(bookingId)
      ? endsWhatOpens(operation, codes) || mayChange(operation, said, digests)
      : isOn && endsWhatOpens(operation, codes) && !isTidying(operation);
    if (isDue) found.add(bookingId);
  }
  for (const id of kept) if (hasOtherPrefix(saidBy(told.get(toldKey(id, 'placeholder'))), prefixesOf(id, input))) found.add(id);
  return found;
}

/** The PIN that opens a door now does not any more after this. */
function endsWhatOpens(operation: PlannedOperation, codes: ReadonlyMap<number, Code>): boolean {
  switch (operation.kind) {
    case 'delete':
    case 'move':
      return true;
    case 'create':
      return false;
    default: {
      const code = codes.get(operation.codeId);
      return !operation.record.active || code === undefined || !possiblePins(code).includes(operation.record.pin);
    }
  }
}

/** Another PIN than the placeholder says is written, or may be when The Keys refuses this one. */
function mayChange(operation: PlannedOperation, said: readonly ToldContent[], digests: Digests): boolean {
  if (operation.kind === 'delete' || operation.next?.pin === true) return true;
  const there = said.flatMap(({ doors }) => doors).filter((door) => placeKey(door) === placeKey(operation));
  return there.some(({ pin }) => pin !== digests.digestPin(operation.record.pin));
}

function isTidying(operation: PlannedOperation): boolean {
  return operation.kind === 'delete' && (operation.evidence === 'ended' || operation.evidence === 'duplicate');
}

function hasOtherPrefix(said: readonly ToldContent[], prefixes: ReadonlyMap<string, string>): boolean {
  return said.some(({ doors }) => doors.some((door) => (prefixes.get(placeKey(door)) ?? door.prefix) !== door.prefix));
}

function prefixesOf(id: BookingId, { bookings, settings }: PlanInput): ReadonlyMap<string, string> {
  const unitId = bookings.bookings.find((booking) => booking.id === id)?.unitId ?? null;
  const unit = settings.mapping.units.find((one) => one.unitId === unitId);
  return new Map((unit?.doors ?? []).map((door) => [placeKey(door), door.prefix]));
}

function saidBy(record: Told | undefined): readonly ToldContent[] {
  return [record?.known, record?.attempt].flatMap((part) => part?.content ?? []);
}

/** The PINs that a booking's codes have now, and every prefix that is typed somewhere. */
function presentPins(id: BookingId, { lists, settings }: PlanInput): readonly { readonly prefix: string; readonly pin: Pin | null }[] {
  const codes = [...lists.values()].flatMap((list) => list ?? []).filter((code) => claimantOf(code) === id);
  return [
    ...codes.map(({ pin }) => ({ pin, prefix: '' })),
    ...settings.mapping.units.flatMap(({ doors }) => doors.map(({ prefix }) => ({ pin: null, prefix }))),
  ];
}

/** What the register names, and what may be there under the present keys. */
export function clearTargets(ids: ReadonlySet<BookingId>, input: PlanInput, digests: Digests): readonly Target[] {
  const { placeholder, told } = input.memory.remembered;
  const { key, doorsKey } = input.settings.messages.placeholder;
  return [...ids].flatMap((bookingId) => {
    const kept = [...placeholder.values()].filter((one) => one.bookingId === bookingId);
    const known = knownPins(bookingId, input.memory.remembered, presentPins(bookingId, input), digests, replacedPins(bookingId, input));
    const [content] = saidBy(told.get(toldKey(bookingId, 'placeholder')));
    const keys = new Set([...kept.map((one) => one.key), key, ...(doorsKey === null ? [] : [doorsKey])]);
    return [...keys].map((name): Target => {
      const one = kept.find((other) => other.key === name);
      const untilMs = one?.untilMs ?? input.nowMs + DAY_MS;
      return { bookingId, key: name, want: null, kept: one, known, language: content?.language ?? null, untilMs };
    });
  });
}
