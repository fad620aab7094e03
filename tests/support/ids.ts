/** Branded ids from literals: one at a time, or all in a value at once. */
import type { BookingId, CodeId, KeypadId, KeypadPlace, LockId, UnitId } from '../../shared/domain/ids.ts';

/** The same type with plain numbers and strings as ids. */
export type Plain<T> = T extends BookingId | UnitId | LockId | CodeId
  ? number
  : T extends KeypadId
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
export const unitId = (id: number): UnitId => id as UnitId;
export const lockId = (id: number): LockId => id as LockId;
export const codeId = (id: number): CodeId => id as CodeId;
export const keypadId = (id: string): KeypadId => id as KeypadId;
export function place(lock: number, keypad: string): KeypadPlace {
  return { lockId: lockId(lock), keypadId: keypadId(keypad) };
}
