/** One stay: who, where, when, whether the guest gets in, and the PIN. What is needed less often folds out. */
import type { StayStatus, Verdict } from '../../../shared/domain/app-state.ts';
import type { StayDoor } from '../../../shared/domain/plan.ts';
import { placeKey } from '../../../shared/domain/ids.ts';
import type { LocalDate, LocalDateTime } from '../../../shared/time.ts';
import { useApp } from '../../lib/app.ts';
import type { Formats } from '../../lib/format.ts';
import { doorName } from '../../lib/names.ts';
import { Badge } from '../../ui/badge.tsx';
import type { Tone } from '../../lib/text-context.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { DoorPin } from './door-pin.tsx';
import { doorCode, hasOwnTimes, isVerifiedAt } from './doors.ts';
import { stayKey, stayTimes } from './groups.ts';
import { HelpButton } from './helps-button.tsx';
import { helpForStay } from './helps.ts';
import type { Sync } from './use-sync.ts';

export const VERDICT_TONES: Readonly<Record<Verdict, Tone>> = { ready: 'good', 'on-its-way': 'waiting', 'needs-you': 'urgent' };

export interface StayRowProps {
  readonly status: StayStatus;
  /** `formats.days`, remembered. */
  readonly days: Formats['days'];
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly sync: Sync;
}
export function StayRow({ status, days, isOpen, onToggle, sync }: StayRowProps) {
  const { snapshot, t, formats } = useApp();
  const { stay, verdict, because } = status;
  const { booking, doors } = stay;
  const id = stayKey(booking.id);
  const guest = booking.guestName.trim() === '' ? t('common.no-name') : booking.guestName.trim();
  const { start, end } = stayTimes(status);
  const [first] = doors;
  const help = helpForStay(status);
  return (
    <article class={`stay ${verdict}`} id={id} tabIndex={-1} aria-labelledby={`${id}-guest`}>
      <div class="stay-line">
        <div class="stay-verdict">
          <Badge tone={VERDICT_TONES[verdict]} text={t(`arrivals.${verdict}`)} />
        </div>
        <div class="stay-who">
          <h4 id={`${id}-guest`}>{guest}</h4>
          <p class="quiet-text">{stay.unitName}</p>
        </div>
        <div class="stay-when">
          <p>{days(dayOf(start), dayOf(end))}</p>
          <p class="quiet-text">{t('arrivals.times', { start: formats.time(start), end: formats.time(end) })}</p>
        </div>
        <div class="stay-pin">
          {first !== undefined && !isOpen && (
            <>
              <p class="quiet-text">
                {doorName(snapshot, t, first)} {doors.length > 1 && t('arrivals.more-doors', { count: doors.length - 1 })}
              </p>
              <DoorPin status={status} door={first} guest={guest} doorName={doorName(snapshot, t, first)} />
            </>
          )}
        </div>
        <Button
          kind="quiet"
          icon={isOpen ? 'down' : 'right'}
          name={t('arrivals.details', { guest })}
          isExpanded={isOpen}
          controls={`${id}-details`}
          onClick={onToggle}
        />
      </div>
      {because !== null && (
        <div class="stay-because">
          <p id={`${id}-because`}>{because.message}</p>
          {help !== null && <HelpButton help={help} sync={sync} describedBy={`${id}-because`} />}
        </div>
      )}
      {isOpen && <StayDetails status={status} guest={guest} id={`${id}-details`} />}
    </article>
  );
}

function StayDetails({ status, guest, id }: { readonly status: StayStatus; readonly guest: string; readonly id: string }) {
  const { t, go } = useApp();
  const { booking, doors } = status.stay;
  const number = String(booking.id);
  return (
    <div class="stay-details" id={id}>
      <ul class="stay-doors" role="list" aria-label={t('arrivals.doors', { guest })}>
        {doors.map((door) => (
          <DoorRow key={placeKey(door)} status={status} door={door} guest={guest} />
        ))}
      </ul>
      <div class="row">
        <p class="quiet-text">{t('arrivals.booking-number', { booking: number })}</p>
        <Button
          kind="quiet"
          icon="history"
          name={t('arrivals.history-of-name', { booking: number })}
          onClick={() => go({ view: 'history', runId: null, bookingId: booking.id })}
        >
          {t('arrivals.history-of')}
        </Button>
      </div>
    </div>
  );
}

function DoorRow({ status, door, guest }: { readonly status: StayStatus; readonly door: StayDoor; readonly guest: string }) {
  const { snapshot, t, formats } = useApp();
  const name = doorName(snapshot, t, door);
  const isVerified = isVerifiedAt(status, door);
  return (
    <li class="stay-door">
      <div>
        <p class="door-name">
          <Icon name="door" /> {name}
        </p>
        {hasOwnTimes(status, door) && (
          <p class="quiet-text">
            {t('arrivals.times', { start: formats.moment(door.window.start), end: formats.moment(door.window.end) })}
          </p>
        )}
      </div>
      {doorCode(status, door) === 'code' && (
        <p class={isVerified ? 'door-state tone-good' : 'door-state tone-warning'}>
          <Icon name={isVerified ? 'check' : 'alert'} /> {t(isVerified ? 'arrivals.door-verified' : 'arrivals.door-unverified')}
        </p>
      )}
      <div class="stay-pin">
        <DoorPin status={status} door={door} guest={guest} doorName={name} />
      </div>
    </li>
  );
}

function dayOf(local: LocalDateTime): LocalDate {
  return local.slice(0, 10) as LocalDate;
}
