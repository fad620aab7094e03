/** The panel of a stay: whether the guest gets in, and each door with its code. */
import type { StayStatus } from '../../../shared/domain/app-state.ts';
import type { BookingId } from '../../../shared/domain/ids.ts';
import { placeKey } from '../../../shared/domain/ids.ts';
import type { StayDoor } from '../../../shared/domain/plan.ts';
import { useApp } from '../../lib/app.ts';
import { doorName, guestName } from '../../lib/names.ts';
import { useActs } from '../../lib/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Icon, IconText } from '../../ui/icon.tsx';
import { Failure } from '../../ui/states.tsx';
import { Said } from '../../ui/said.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { VERDICT_ICONS, VERDICT_TONES } from '../../ui/verdict.tsx';
import { DoorPin } from './door-pin.tsx';
import { doorCode, hasOwnTimes, isVerifiedAt, stayTimes } from './stay-model.ts';

export function StayPanel({ bookingId }: { readonly bookingId: BookingId }) {
  const { snapshot, t, go } = useApp();
  const status = snapshot.stays.find(({ stay }) => stay.booking.id === bookingId);
  if (status === undefined) {
    return (
      <SidePanel title={t('arrivals.booking-number', { booking: String(bookingId) })}>
        <p>{t('arrivals.unknown-stay')}</p>
        <Button icon="history" onClick={() => go({ view: 'history', runId: null, bookingId })}>
          {t('arrivals.history-of')}
        </Button>
      </SidePanel>
    );
  }
  const guest = guestName(t, status.stay.booking.guestName);
  return (
    <SidePanel title={guest} lead={`${status.stay.unitName} · ${t('arrivals.booking-number', { booking: String(bookingId) })}`}>
      <Verdict status={status} />
      <Times status={status} />
      <ul class="panel-doors" role="list" aria-label={t('arrivals.doors', { guest })}>
        {status.stay.doors.map((door) => (
          <DoorRow key={placeKey(door)} status={status} door={door} guest={guest} />
        ))}
      </ul>
      <StayActs bookingId={bookingId} guest={guest} />
      <Button
        kind="quiet"
        icon="history"
        name={t('arrivals.history-of-name', { booking: String(bookingId) })}
        onClick={() => go({ view: 'history', runId: null, bookingId })}
      >
        {t('arrivals.history-of')}
      </Button>
    </SidePanel>
  );
}

function StayActs({ bookingId, guest }: { readonly bookingId: BookingId; readonly guest: string }) {
  const { t } = useApp();
  const { actOnStay, isBusy, error } = useActs();
  const newPin = {
    ask: { title: t('stay.new-pin-title', { guest }), confirm: t('stay.new-pin') },
    done: t('stay.new-pin-done', { guest }),
  };
  return (
    <div class="panel-part stack">
      <div class="row">
        <Button isBusy={isBusy} onClick={() => void actOnStay({ bookingId, action: { kind: 'new-pin' } }, newPin)}>
          {t('stay.new-pin')}
        </Button>
      </div>
      <Failure title={t('stay.act-failed')} error={error} />
    </div>
  );
}

function Verdict({ status: { verdict, because } }: { readonly status: StayStatus }) {
  const { t } = useApp();
  return (
    <div class={`panel-verdict tone-${VERDICT_TONES[verdict]}`}>
      <Icon name={VERDICT_ICONS[verdict]} />
      <div>
        <p>
          <strong>{t(`arrivals.${verdict}`)}.</strong> {because?.message}
        </p>
        <Said said={because?.said} />
      </div>
    </div>
  );
}

function Times({ status }: { readonly status: StayStatus }) {
  const { t, formats } = useApp();
  const { start, end } = stayTimes(status);
  return (
    <dl class="facts">
      <dt>{t('stay.opens')}</dt>
      <dd>{formats.moment(start)}</dd>
      <dt>{t('stay.until')}</dt>
      <dd>{formats.moment(end)}</dd>
    </dl>
  );
}

function DoorRow({ status, door, guest }: { readonly status: StayStatus; readonly door: StayDoor; readonly guest: string }) {
  const { snapshot, t, formats } = useApp();
  const name = doorName(snapshot, t, door);
  const isVerified = isVerifiedAt(status, door);
  return (
    <li class="panel-door">
      <div>
        <p class="strong">{name}</p>
        {hasOwnTimes(status, door) && (
          <p class="quiet-text tiny">
            {t('arrivals.times', { start: formats.moment(door.window.start), end: formats.moment(door.window.end) })}
          </p>
        )}
        {doorCode(status, door) === 'code' && (
          <IconText
            class={isVerified ? 'tiny quiet-text' : 'tiny tone-warning'}
            icon={isVerified ? 'check' : 'alert'}
            text={t(isVerified ? 'arrivals.door-verified' : 'arrivals.door-unverified')}
          />
        )}
      </div>
      <DoorPin status={status} door={door} guest={guest} doorName={name} />
    </li>
  );
}
