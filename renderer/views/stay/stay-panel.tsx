/** The panel of a stay: whether the guest gets in, when, through which doors with which digits, what the user can do, and what happened. */
import type { BookingId } from '../../../shared/domain/ids.ts';
import { useApp } from '../../lib/app.ts';
import { guestName } from '../../lib/names.ts';
import type { StayTarget } from '../../lib/panel.ts';
import { useLoad } from '../../lib/use-call.ts';
import { Button } from '../../ui/button.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { guestRows } from '../today/rows.ts';
import { unitText } from '../today/stay-row.tsx';
import { ForgetStay } from './forget-stay.tsx';
import { OtherGuest } from './other-guest.tsx';
import { StayActs } from './stay-acts.tsx';
import { StayDoors } from './stay-doors.tsx';
import { StayFacts } from './stay-facts.tsx';
import { StayState } from './stay-state.tsx';
import { StayStory } from './stay-story.tsx';

const SMOOBU_ADDRESS = 'https://login.smoobu.com/';

export function StayPanel({ target }: { readonly target: StayTarget }) {
  const { bookingId } = target;
  const { snapshot, t, nowMs } = useApp();
  const status = snapshot.stays.find(({ stay }) => stay.booking.id === bookingId);
  // What only the clouds know comes later, and its absence hides nothing.
  const version = snapshot.lastRun?.run.id;
  const view = useLoad('stay.view', { bookingId }, version);
  const call = useLoad('call.view', { bookingId, fresh: false }, version);
  const loaded = view.state.kind === 'loaded' ? view.state.value : null;
  const booking = t('stay.booking', { booking: String(bookingId) });
  if (status === undefined) {
    const other = guestRows(snapshot).find((row) => row.bookingId === bookingId);
    const name = loaded?.guest ?? other?.guest;
    const unit = other === undefined ? '' : unitText(other, t);
    return (
      <SidePanel
        title={name === undefined ? booking : guestName(t, name)}
        lead={name === undefined ? undefined : [unit, booking].filter((part) => part !== '').join(' · ')}
      >
        {other === undefined ? <p>{t('stay.unknown')}</p> : <OtherGuest row={other} />}
        <StayStory bookingId={bookingId} view={loaded} call={null} />
        {other === undefined && <ForgetStay bookingId={bookingId} />}
        <PanelFoot bookingId={bookingId} />
      </SidePanel>
    );
  }
  const guest = guestName(t, status.stay.booking.guestName);
  const known = call.state.kind === 'loaded' ? (call.state.value?.doors ?? []) : [];
  const reload = (): void => {
    view.reload();
    call.reload();
  };
  return (
    <SidePanel title={guest} lead={`${status.stay.unitName} · ${booking}`}>
      <StayState status={status} view={loaded} />
      <StayFacts status={status} view={loaded} onChanged={reload} />
      <StayDoors status={status} guest={guest} isBlocked={loaded?.isBlocked === true} known={known} />
      <StayActs status={status} guest={guest} view={loaded} target={target} onChanged={reload} />
      {status.endMs <= nowMs && <ForgetStay bookingId={bookingId} />}
      <StayStory bookingId={bookingId} view={loaded} call={call.state.kind === 'loaded' ? call.state.value : null} />
      <PanelFoot bookingId={bookingId} />
    </SidePanel>
  );
}

function PanelFoot({ bookingId }: { readonly bookingId: BookingId }) {
  const { t, go } = useApp();
  return (
    <div class="row between panel-foot">
      {/* No address of a single booking is documented: the user finds it there by its number. */}
      <a class="button quiet" href={SMOOBU_ADDRESS} target="_blank" rel="noreferrer">
        {t('stay.open-smoobu')}
      </a>
      <Button
        kind="quiet"
        name={t('stay.history-name', { booking: String(bookingId) })}
        onClick={() => go({ view: 'history', runId: null, bookingId })}
      >
        {t('stay.history')}
      </Button>
    </div>
  );
}
