/** Branded ids from literals: one at a time, or all in a value at once. */
import { claimOf } from '../../shared/domain/ids.ts';
import type { BookingId, ClaimId, ClaimRef, CodeId, KeypadId, KeypadPlace, LockId, PersonId, UnitId } from '../../shared/domain/ids.ts';

/** The same type with plain numbers and strings as ids. */
export type Plain<T> = T extends BookingId | UnitId | LockId | CodeId
  ? number
  : T extends KeypadId | PersonId
    ? string
    : T extends string | number | boolean | null | undefined | ((...given: never[]) => unknown)
      ? T
      : T extends ReadonlyMap<infer K, infer V>
        ? ReadonlyMap<Plain<K>, Plain<V>>
        : T extends ReadonlySet<infer V>
          ? ReadonlySet<Plain<V>>
          : { readonly [K in keyof T]: Plain<T[K]> };

export function branded<T>(plain: Plain<T>): T {
  return plain as unknown as T;
}

export const bookingId = (id: number): BookingId => id as BookingId;
export const personId = (id: string): PersonId => id as PersonId;
/** For arithmetic of made-up PINs. */
export function claimNumber(id: ClaimId): number {
  return typeof id === 'number' ? id : Number.parseInt(id, 36);
}
/** Of an operation that belongs to a booking. */
export function bookingOf(ref: ClaimRef): BookingId {
  const id = claimOf(ref);
  if (typeof id !== 'number') throw new TypeError(`${id} is a person.`);
  return id;
}
export const unitId = (id: number): UnitId => id as UnitId;
export const lockId = (id: number): LockId => id as LockId;
export const codeId = (id: number): CodeId => id as CodeId;
export const keypadId = (id: string): KeypadId => id as KeypadId;
export function place(lock: number, keypad: string): KeypadPlace {
  return { lockId: lockId(lock), keypadId: keypadId(keypad) };
}
