/** Live stays with what they mean for the guest, and the PIN of one door at a time. */
import { useEffect, useState } from 'preact/hooks';
import type { AppSnapshot, StayStatus } from '../../shared/domain/app-state.ts';
import type { StayDoor } from '../../shared/domain/plan.ts';
import type { Bridge } from '../lib/bridge.ts';
import { formatDate, formatInstant } from '../lib/format.ts';
import { useCall } from '../lib/use-call.ts';
import { VERDICTS } from '../lib/words.ts';
import { Section, Trouble } from '../ui/section.tsx';

function Door({ door, bookingId, bridge }: { door: StayDoor; bookingId: number; bridge: Bridge }) {
  const reveal = useCall(bridge, 'pin.reveal');
  const [shown, setShown] = useState<{ pin: string; hideAfterMs: number } | null>(null);
  useEffect(() => {
    if (shown === null) return;
    const hide = (): void => setShown(null);
    const timer = setTimeout(hide, shown.hideAfterMs);
    // A window that nobody looks at shows nothing when it comes back.
    document.addEventListener('visibilitychange', hide);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', hide);
    };
  }, [shown]);
  const { lockId, keypadId, prefix, state } = door;
  const name = `keypad ${keypadId}`;
  return (
    <li>
      {name}: <output aria-label={`PIN of booking ${bookingId} on ${name}`}>{shown === null ? '••••' : `${prefix}${shown.pin}`}</output>{' '}
      <button
        type="button"
        aria-label={`Reveal the PIN of booking ${bookingId} on ${name}`}
        disabled={state === 'blocked' || reveal.isBusy || shown !== null}
        onClick={() => void reveal.run({ bookingId, lockId, keypadId }).then((answer) => setShown(answer))}
      >
        Reveal
      </button>
      <Trouble message={reveal.error} />
    </li>
  );
}

function Arrival({ status, bridge }: { status: StayStatus; bridge: Bridge }) {
  const { stay, verdict, because } = status;
  const { id, guestName, arrival, departure } = stay.booking;
  return (
    <li id={`booking-${id}`} tabIndex={-1} aria-label={`Booking ${id}`} class={verdict}>
      <strong>{guestName.trim() === '' ? 'Guest without a name' : guestName}</strong>, {stay.unitName}, {formatDate(arrival)} –{' '}
      {formatDate(departure)}
      <p class="verdict">{because === null ? VERDICTS[verdict] : `${VERDICTS[verdict]}: ${because.message}`}</p>
      <ul aria-label={`Doors of booking ${id}`}>
        {stay.doors.map((door) => (
          <Door key={`${door.lockId}/${door.keypadId}`} door={door} bookingId={id} bridge={bridge} />
        ))}
      </ul>
    </li>
  );
}

export function Arrivals({ snapshot, bridge }: { snapshot: AppSnapshot; bridge: Bridge }) {
  const stays = [...snapshot.stays].sort((left, right) => left.startMs - right.startMs);
  return (
    <Section id="arrivals" title="Arrivals">
      {snapshot.staysReadAtMs !== null && <p class="quiet">As read {formatInstant(snapshot.staysReadAtMs)}</p>}
      {stays.length === 0 ? (
        <p>No arrivals.</p>
      ) : (
        <ul aria-label="Arrivals">
          {stays.map((status) => (
            <Arrival key={status.stay.booking.id} status={status} bridge={bridge} />
          ))}
        </ul>
      )}
    </Section>
  );
}
