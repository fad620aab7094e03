/** The code of a stay on one door: its PIN behind dots, read from the lock when the user reveals it, and hidden again after a while. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { StayStatus } from '../../../shared/domain/app-state.ts';
import type { StayDoor } from '../../../shared/domain/plan.ts';
import { useApp } from '../../lib/app.ts';
import { useCall } from '../../lib/use-call.ts';
import { Button } from '../../ui/button.tsx';
import { IconText } from '../../ui/icon.tsx';
import { Failure } from '../../ui/states.tsx';
import { doorCode } from './stay-model.ts';

export interface DoorPinProps {
  readonly status: StayStatus;
  readonly door: StayDoor;
  readonly guest: string;
  readonly doorName: string;
}

export function DoorPin({ status, door, guest, doorName }: DoorPinProps) {
  const { t, announce } = useApp();
  const reveal = useCall('pin.reveal');
  const [pin, show, hide] = useTemporaryText();
  const state = doorCode(status, door);
  if (state !== 'code') {
    return <IconText class="no-code" icon={state === 'coming' ? 'clock' : 'info'} text={t(`arrivals.door-${state}`)} />;
  }
  const onReveal = async (): Promise<void> => {
    const { lockId, keypadId } = door;
    const answer = await reveal.run({ bookingId: status.stay.booking.id, lockId, keypadId });
    if (answer === null) return;
    show(answer.pin, answer.hideAfterMs);
    announce(t('arrivals.pin-shown', { count: answer.hideAfterMs / 1000 }));
  };
  return (
    <>
      <div class="pin-line line">
        {door.prefix !== '' && <span class="quiet-text tiny">{t('arrivals.prefix', { prefix: door.prefix })}</span>}
        <span class="pin">
          {pin === null && (
            <>
              <span class="visually-hidden">{t('arrivals.pin-hidden')}</span>
              <span aria-hidden="true">••••</span>
            </>
          )}
          {/* Always in the page, so that screen readers read the PIN out when it appears. */}
          <output aria-label={t('arrivals.pin')}>{pin}</output>
        </span>
        <Button
          kind="quiet"
          icon={pin === null ? 'eye' : 'eye-off'}
          isBusy={reveal.isBusy}
          name={t(pin === null ? 'arrivals.reveal-name' : 'arrivals.hide-name', { guest, door: doorName })}
          onClick={() => (pin === null ? void onReveal() : hide())}
        >
          {pin === null ? t('arrivals.reveal') : t('arrivals.hide')}
        </Button>
      </div>
      <Failure title={t('arrivals.pin-failed')} error={reveal.error} text={t('arrivals.pin-failed-text')} />
    </>
  );
}

/** A text that disappears by itself, and at once when the window is hidden. */
export function useTemporaryText(): [string | null, (text: string, forMs: number) => void, () => void] {
  const [text, setText] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const hide = useCallback(() => {
    clearTimeout(timer.current);
    setText(null);
  }, []);
  const show = useCallback(
    (shown: string, forMs: number) => {
      clearTimeout(timer.current);
      // The answer may come when the window is hidden already.
      if (document.visibilityState !== 'visible') return;
      setText(shown);
      timer.current = setTimeout(hide, forMs);
    },
    [hide],
  );
  useEffect(() => {
    const hideUnseen = (): void => {
      if (document.visibilityState !== 'visible') hide();
    };
    document.addEventListener('visibilitychange', hideUnseen);
    return () => {
      document.removeEventListener('visibilitychange', hideUnseen);
      clearTimeout(timer.current);
    };
  }, [hide]);
  return [text, show, hide];
}
