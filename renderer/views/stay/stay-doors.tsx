/** The doors of a stay: what is on each, since when that is known, and its digits behind one button for all of them. */
import type { StayStatus } from '../../../shared/domain/app-state.ts';
import { placeKey } from '../../../shared/domain/ids.ts';
import type { StayDoor } from '../../../shared/domain/plan.ts';
import { useApp } from '../../lib/app.ts';
import { doorName } from '../../lib/names.ts';
import { useCall } from '../../lib/use-call.ts';
import { useDigits } from '../../lib/use-digits.ts';
import type { Digits } from '../../lib/use-digits.ts';
import { Button } from '../../ui/button.tsx';
import { Countdown } from '../../ui/countdown.tsx';
import { IconText } from '../../ui/icon.tsx';
import { Failure } from '../../ui/states.tsx';
import { healthWarnings, readingText, troubleText } from './door-text.ts';
import type { CallDoor } from './door-text.ts';
import { doorCode, hasOwnTimes, isVerifiedAt } from './stay-model.ts';

export interface StayDoorsProps {
  readonly status: StayStatus;
  readonly guest: string;
  /** Kept out: no digits are told. */
  readonly isBlocked: boolean;
  /** What is known of the doors; empty until it is there. */
  readonly known: readonly CallDoor[];
}

export function StayDoors({ status, guest, isBlocked, known }: StayDoorsProps) {
  const { t } = useApp();
  const { booking, doors } = status.stay;
  const digits = useDigits(booking.id);
  if (doors.length === 0) return <p class="quiet-text panel-part">{t('stay.no-doors')}</p>;
  const hasDigits = !isBlocked && doors.some((door) => doorCode(status, door) === 'code');
  return (
    <div class="panel-part stack">
      <ul class="panel-doors" role="list" aria-label={t('stay.doors', { guest })}>
        {doors.map((door) => (
          <DoorRow
            key={placeKey(door)}
            status={status}
            door={door}
            known={known.find((one) => placeKey(one) === placeKey(door)) ?? null}
            digits={hasDigits ? digits : null}
          />
        ))}
      </ul>
      {hasDigits && <DigitsBar status={status} guest={guest} digits={digits} />}
    </div>
  );
}

interface DoorRowProps {
  readonly status: StayStatus;
  readonly door: StayDoor;
  readonly known: CallDoor | null;
  /** null: there are none to tell. */
  readonly digits: Digits | null;
}
function DoorRow({ status, door, known, digits }: DoorRowProps) {
  const app = useApp();
  const { snapshot, t, formats, openPanel } = app;
  const code = doorCode(status, door);
  const trouble = known === null ? null : troubleText(app, known);
  const isUnconfirmed = code === 'code' && !isVerifiedAt(status, door) && trouble === null;
  return (
    <li class="panel-door">
      <div>
        <button type="button" class="name-button strong" onClick={() => openPanel({ kind: 'door', lockId: door.lockId })}>
          {doorName(snapshot, t, door)}
        </button>
        {hasOwnTimes(status, door) && (
          <p class="quiet-text tiny">
            {t('stay.door-times', { start: formats.moment(door.window.start), end: formats.moment(door.window.end) })}
          </p>
        )}
        {code === 'coming' && <Coming verdict={status.verdict} />}
        {code === 'unknown' && trouble === null && <IconText class="tiny tone-warning" icon="alert" text={t('stay.no-code-known')} />}
        {code !== 'coming' && trouble !== null && (
          <IconText class={`tiny tone-${trouble.tone}`} icon={trouble.tone === 'neutral' ? 'info' : 'alert'} text={trouble.text} />
        )}
        {isUnconfirmed && <IconText class="tiny tone-warning" icon="alert" text={t('stay.unconfirmed')} />}
        {known !== null && <p class="quiet-text tiny">{readingText(app, known)}</p>}
        {known !== null &&
          healthWarnings(app, known).map((text) => <IconText key={text} class="tiny tone-warning" icon="alert" text={text} />)}
      </div>
      {code === 'code' && digits !== null && <DoorDigits pin={digits.at(door)} />}
    </li>
  );
}

/** Calm only where nothing keeps the next sync from making it. */
function Coming({ verdict }: Pick<StayStatus, 'verdict'>) {
  const { t } = useApp();
  if (verdict === 'on-its-way') return <IconText class="tiny tone-waiting" icon="clock" text={t('stay.coming')} />;
  const tone = verdict === 'action-needed' ? 'urgent' : 'warning';
  return <IconText class={`tiny tone-${tone}`} icon="alert" text={t('stay.not-made')} />;
}

function DoorDigits({ pin }: { readonly pin: string | null | undefined }) {
  const { t } = useApp();
  return (
    <span class={pin === undefined ? 'digits masked' : 'digits'}>
      {pin === undefined && (
        <>
          <span class="visually-hidden">{t('stay.digits-hidden')}</span>
          <span aria-hidden="true">•• ••</span>
        </>
      )}
      {/* Always in the page, so that screen readers read the digits out when they appear. */}
      <output aria-label={t('stay.digits')}>{pin === null ? t('stay.unreadable') : pin}</output>
    </span>
  );
}

interface DigitsBarProps {
  readonly status: StayStatus;
  readonly guest: string;
  readonly digits: Digits;
}
function DigitsBar({ status, guest, digits }: DigitsBarProps) {
  const { t, announce } = useApp();
  const { id: bookingId } = status.stay.booking;
  const copy = useCall('call.copy');
  const copyMessage = useCall('messages.copy');
  const onCopy = async (): Promise<void> => {
    if (await copy.done({ bookingId })) announce(t('stay.copied'));
  };
  const onCopyMessage = async (): Promise<void> => {
    if ((await copyMessage.run({ bookingId })) !== null) announce(t('stay.message-copied'));
  };
  return (
    <>
      <div class="row digits-bar">
        {digits.isShown && (
          <Countdown left={digits.secondsLeft} of={digits.seconds} text={t('stay.hidden-in', { count: digits.secondsLeft })} />
        )}
        {/* One button for both, so that it keeps the focus. */}
        <Button
          kind={digits.isShown ? 'quiet' : 'plain'}
          icon={digits.isShown ? undefined : 'eye'}
          isBusy={digits.isBusy}
          name={t(digits.isShown ? 'stay.hide-name' : 'stay.reveal-name', { guest })}
          onClick={() => (digits.isShown ? digits.hide() : void digits.reveal())}
        >
          {t(digits.isShown ? 'stay.hide' : 'stay.reveal')}
        </Button>
        <span class="push row">
          <Button isBusy={copy.isBusy} name={t('stay.copy-name', { guest })} onClick={() => void onCopy()}>
            {t('stay.copy')}
          </Button>
          <Button isBusy={copyMessage.isBusy} name={t('stay.copy-message-name', { guest })} onClick={() => void onCopyMessage()}>
            {t('stay.copy-message')}
          </Button>
        </span>
      </div>
      <Failure title={t('stay.digits-failed')} text={t('stay.digits-failed-text')} error={digits.error} />
      <Failure title={t('stay.copy-failed')} error={copy.error ?? copyMessage.error} />
    </>
  );
}
