/** A matter with the one action that helps, or with its answers. Its details are the guests it is about. */
import type { AttentionItem } from '../../../shared/domain/app-state.ts';
import type { BookingId } from '../../../shared/domain/ids.ts';
import { useApp } from '../../lib/app.ts';
import { guestName } from '../../lib/names.ts';
import { useActs } from '../../lib/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Said } from '../../ui/said.tsx';
import { Failure } from '../../ui/states.tsx';
import { useSync } from '../shell/use-sync.ts';
import { AnswerButtons } from './answer-buttons.tsx';
import { Card, cardTitleId, TODO_TITLE_ID } from './card.tsx';
import { fixOf } from './fixes.ts';
import type { Fix } from './fixes.ts';

export function TodoCard({ item }: { readonly item: AttentionItem }) {
  const { snapshot } = useApp();
  const guests = item.bookings ?? (item.bookingId === null ? [] : [item.bookingId]);
  const said = snapshot.stays.find(({ stay }) => stay.booking.id === item.bookingId)?.because?.said;
  const fix = item.question === null ? fixOf(item, snapshot) : null;
  // The stay opens by the action itself.
  const hasDetails =
    guests.length > 1 ||
    (guests.length === 1 && item.bookingId === null) ||
    said !== undefined ||
    (guests.length === 1 && fix?.kind !== 'stay' && fix?.label !== 'history');
  return (
    <Card
      item={item}
      title={item.title}
      text={item.message}
      actions={
        fix !== null ? (
          <FixButton fix={fix} isPrimary={item.severity === 'urgent'} describedBy={cardTitleId(item.key)} />
        ) : (
          item.question !== null && <AnswerButtons question={item.question} describedBy={cardTitleId(item.key)} focusId={TODO_TITLE_ID} />
        )
      }
      details={
        hasDetails ? (
          <>
            <Said said={said} />
            <GuestLinks bookings={guests} />
          </>
        ) : null
      }
    />
  );
}

function GuestLinks({ bookings }: { readonly bookings: readonly BookingId[] }) {
  const { snapshot, t, formats, openPanel } = useApp();
  return (
    <ul role="list" class="guest-links">
      {bookings.map((bookingId) => {
        const status = snapshot.stays.find(({ stay }) => stay.booking.id === bookingId);
        const other = snapshot.others.find((one) => one.bookingId === bookingId);
        const guest = guestName(t, status?.stay.booking.guestName ?? other?.guestName ?? '');
        const start = status?.stay.doors[0]?.window.start ?? other?.start ?? null;
        const unit = status?.stay.unitName ?? other?.unitName ?? '';
        return (
          <li key={bookingId} class="row">
            <Button kind="quiet" onClick={() => openPanel({ kind: 'stay', bookingId })}>
              {guest}
            </Button>
            <span class="quiet-text small">
              {[unit, start === null ? '' : formats.moment(start)].filter((part) => part !== '').join(' · ')}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

interface FixButtonProps {
  readonly fix: Fix;
  readonly isPrimary: boolean;
  readonly describedBy: string;
}
function FixButton({ fix, isPrimary, describedBy }: FixButtonProps) {
  const { snapshot, t, go, openPanel } = useApp();
  const sync = useSync();
  const acts = useActs();
  const act = (): void => {
    if (fix.kind === 'go') go(fix.target);
    else if (fix.kind === 'sync') sync.start();
    else if (fix.kind === 'stay') openPanel({ kind: 'stay', bookingId: fix.bookingId });
    else if (fix.kind === 'door') openPanel({ kind: 'door', lockId: fix.lockId });
    else {
      const guest = guestName(t, snapshot.stays.find(({ stay }) => stay.booking.id === fix.bookingId)?.stay.booking.guestName ?? '');
      void acts.actOnStay(
        { bookingId: fix.bookingId, action: { kind: 'new-pin' } },
        { ask: { title: t('stay.new-pin-title', { guest }), confirm: t('stay.new-pin') }, done: t('stay.new-pin-done', { guest }) },
      );
    }
  };
  return (
    <>
      <Button
        kind={isPrimary ? 'primary' : 'plain'}
        describedBy={describedBy}
        isBusy={(fix.kind === 'sync' && sync.isBusy) || acts.isBusy}
        onClick={act}
      >
        {t(`today.fix-${fix.label}`)}
      </Button>
      <Failure title={t('stay.act-failed')} error={acts.error} />
    </>
  );
}
