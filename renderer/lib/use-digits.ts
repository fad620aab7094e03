/** The digits of a stay for as long as they may be shown: revealed by one call for all of its doors. */
import { useEffect } from 'preact/hooks';
import type { BookingId, KeypadPlace } from '../../shared/domain/ids.ts';
import { placeKey } from '../../shared/domain/ids.ts';
import type { CallOutput } from '../../shared/ipc/contract.ts';
import type { IpcError } from '../../shared/ipc/result.ts';
import { useCall } from './use-call.ts';
import { useTemporary } from './use-temporary.ts';
import type { Temporary } from './use-temporary.ts';

type Revealed = CallOutput<'call.reveal'>['doors'][number];
interface Shown {
  readonly doors: ReadonlyMap<string, Revealed>;
  readonly isSpare: boolean;
}
export interface Digits extends Pick<Temporary<Shown>, 'secondsLeft' | 'seconds' | 'hide'> {
  /** In twos, with the prefix; undefined while hidden, null where the lock does not tell them. */
  readonly at: (place: KeypadPlace) => string | null | undefined;
  /** When the list was read that they are from. */
  readonly readAtMs: (place: KeypadPlace) => number | null;
  readonly isShown: boolean;
  /** Those of the spare codes. */
  readonly isSpare: boolean;
  readonly isBusy: boolean;
  readonly error: IpcError | null;
  readonly reveal: (what?: 'spare') => Promise<void>;
}

export function useDigits(bookingId: BookingId): Digits {
  const call = useCall('call.reveal');
  const { value, show, hide, ...countdown } = useTemporary<Shown>();
  useEffect(() => hide(), [bookingId, hide]);
  const reveal = async (what?: 'spare'): Promise<void> => {
    const isSpare = what === 'spare';
    const answer = await call.run({ bookingId, ...(isSpare ? { spare: true } : {}) });
    if (answer !== null) show({ doors: new Map(answer.doors.map((door) => [placeKey(door), door])), isSpare }, answer.hideAfterMs);
  };
  return {
    ...countdown,
    at: (place) => value?.doors.get(placeKey(place))?.pin,
    readAtMs: (place) => value?.doors.get(placeKey(place))?.readAtMs ?? null,
    isShown: value !== null,
    isSpare: value?.isSpare === true,
    isBusy: call.isBusy,
    error: call.error,
    reveal,
    hide,
  };
}
