/** One stay: who, where, when, whether the guest gets in, and the PIN. Doors and booking number fold out. */
import type { StayStatus } from '../../../shared/domain/app-state.ts';
import { placeKey } from '../../../shared/domain/ids.ts';
import type { StayDoor } from '../../../shared/domain/plan.ts';
import { dateOf } from '../../../shared/time.ts';
import { useApp } from '../../lib/app.ts';
import type { Formats } from '../../lib/format.ts';
import { doorName, guestName } from '../../lib/names.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { IconText } from '../../ui/icon.tsx';
import { Said } from '../../ui/said.tsx';
import { DoorPin } from './door-pin.tsx';
import { QuickFixButton } from './quick-fix-button.tsx';
import { quickFixForStay } from './quick-fixes.ts';
import { doorCode, hasOwnTimes, isVerifiedAt, stayKey, stayTimes } from './stay-model.ts';
import type { Sync } from './use-sync.ts';

const VERDICT_TONES = { ready: 'good', 'on-its-way': 'waiting', check: 'warning', 'action-needed': 'urgent' } as const;

export interface StayRowProps {
  readonly status: StayStatus;
  /** `formats.days`, memoized. */
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
  const guest = guestName(t, booking.guestName);
  const { start, end } = stayTimes(status);
  const [first] = doors;
  const fix = quickFixForStay(status);
  return (
    <article class={`stay panel stack ${verdict}`} id={id} tabIndex={-1} aria-labelledby={`${id}-guest`}>
      <div class="stay-line">
        <div class="stay-verdict">
          <Badge tone={VERDICT_TONES[verdict]} text={t(`arrivals.${verdict}`)} />
        </div>
        <div class="stay-who">
          <h4 id={`${id}-guest`}>{guest}</h4>
          <p class="quiet-text tiny">{stay.unitName}</p>
        </div>
        <div class="stay-when">
          <p>{days(dateOf(start), dateOf(end))}</p>
          <p class="quiet-text tiny">{t('arrivals.times', { start: formats.time(start), end: formats.time(end) })}</p>
        </div>
        <div class="stay-pin">
          {first !== undefined && !isOpen && (
            <>
              <p class="quiet-text tiny">
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
        <div class="row between loose">
          <p class="grow" id={`${id}-because`}>
            {because.message}
          </p>
          {fix !== null && <QuickFixButton fix={fix} sync={sync} describedBy={`${id}-because`} />}
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
    <div class="stay-details stack" id={id}>
      <Said said={status.because?.said} />
      <ul class="stack" role="list" aria-label={t('arrivals.doors', { guest })}>
        {doors.map((door) => (
          <DoorRow key={placeKey(door)} status={status} door={door} guest={guest} />
        ))}
      </ul>
      <div class="row between">
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
        <IconText icon="door" text={name} />
        {hasOwnTimes(status, door) && (
          <p class="quiet-text">
            {t('arrivals.times', { start: formats.moment(door.window.start), end: formats.moment(door.window.end) })}
          </p>
        )}
      </div>
      {doorCode(status, door) === 'code' && (
        <IconText
          class={isVerified ? 'small tone-good' : 'small tone-warning'}
          icon={isVerified ? 'check' : 'alert'}
          text={t(isVerified ? 'arrivals.door-verified' : 'arrivals.door-unverified')}
        />
      )}
      <div class="stay-pin">
        <DoorPin status={status} door={door} guest={guest} doorName={name} />
      </div>
    </li>
  );
}
