/** One stay: who, where, when, and whether the guest gets in. It opens the panel of the stay, which has the rest. */
import type { StayStatus } from '../../../shared/domain/app-state.ts';
import { dateOf } from '../../../shared/time.ts';
import { useApp } from '../../lib/app.ts';
import type { Formats } from '../../lib/format.ts';
import { guestName } from '../../lib/names.ts';
import { Cut } from '../../ui/cut.tsx';
import { Icon } from '../../ui/icon.tsx';
import { VerdictIcon } from '../../ui/verdict.tsx';
import { stayKey, stayTimes } from '../stay/stay-model.ts';

export interface StayRowProps {
  readonly status: StayStatus;
  /** `formats.days`, memoized. */
  readonly days: Formats['days'];
}
export function StayRow({ status, days }: StayRowProps) {
  const { t, formats, panel, openPanel } = useApp();
  const { booking, unitName } = status.stay;
  const { start, end } = stayTimes(status);
  const isShown = panel?.kind === 'stay' && panel.bookingId === booking.id;
  return (
    <button
      type="button"
      id={stayKey(booking.id)}
      class="list-row stay-row item"
      aria-current={isShown ? 'true' : undefined}
      onClick={() => openPanel({ kind: 'stay', bookingId: booking.id })}
    >
      <VerdictIcon verdict={status.verdict} name={t(`arrivals.${status.verdict}`)} />
      <Cut class="strong" text={guestName(t, booking.guestName)} />
      <Cut text={unitName} />
      <span>
        {days(dateOf(start), dateOf(end))}{' '}
        <span class="quiet-text">{t('arrivals.times', { start: formats.time(start), end: formats.time(end) })}</span>
      </span>
      <Icon name="right" />
    </button>
  );
}
